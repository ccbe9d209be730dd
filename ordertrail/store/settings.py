"""What the program has to remember from one run to the next, by name."""

from sqlalchemy import Connection, select, text

from ordertrail.store.tables import SETTINGS
from ordertrail.store.values import storable


def read_setting(connection: Connection, name: str) -> str | None:
    """A remembered value; None if there is none."""
    return connection.execute(select(SETTINGS.c.value).where(SETTINGS.c.name == name)).scalar()


def write_setting(connection: Connection, name: str, value: str) -> None:
    """Remembers a value in the place of what was remembered under that name."""
    insert = "INSERT INTO settings (name, value) VALUES (:name, :value)"
    upsert = f"{insert} ON CONFLICT (name) DO UPDATE SET value = excluded.value"
    connection.execute(text(upsert), {"name": name, "value": storable(value)})
