"""Bringing the tables to this program's version, as a whole or not at all.

Apart from `schema`, because Alembic takes 0.1 s to load and a database that is up to date does not need it.
"""

from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationStep
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from orders.errors import Stop
from ordertrail.store.schema import HEAD

_MIGRATIONS = Path(__file__).parent / "migrations"


def check_known(found: str) -> None:
    """Whether this program can bring tables of version `found` up to date.

    Raises:
        Stop: if they are newer than the program.
    """
    if found not in {script.revision for script in scripts().walk_revisions()}:
        raise Stop(
            "DATABASE_VERSION",
            f"The database is of another version ({found}) than this program ({HEAD}).",
            hint="Use the version of Ordertrail that made it, or a newer one.",
        )


def upgrade(connection: Connection) -> None:
    """Brings the tables to `HEAD`, from any older version or from nothing, in the connection's transaction."""
    found = scripts()

    def steps(current: str, _context: object) -> list[MigrationStep]:
        return list(found._upgrade_revs(HEAD, current))

    with EnvironmentContext(_config(), found, fn=steps) as environment:
        environment.configure(connection=connection, transactional_ddl=True)
        environment.run_migrations()


def scripts() -> ScriptDirectory:
    """The migrations, oldest to newest by their `down_revision`."""
    return ScriptDirectory.from_config(_config())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
