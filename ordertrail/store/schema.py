"""Which version the tables of a database are of."""

from sqlalchemy import Connection, inspect, text

from orders.errors import Stop

HEAD = "0006"
"""The version that this program works with: the newest of `migrations/versions`."""

VERSION_TABLE = "alembic_version"


def version(connection: Connection) -> str | None:
    """The version of the tables in a database; None if it holds no tables at all.

    Raises:
        Stop: if the tables are somebody else's.
    """
    names = set(inspect(connection).get_table_names())
    if VERSION_TABLE in names:
        found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return found
    if names:
        raise Stop("DATABASE_FOREIGN", "The database holds tables, but none of Ordertrail's.", hint="Check its URL.")
    return None
