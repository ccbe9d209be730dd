"""Who decides or teaches on the command line, and the store that it is kept in."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from getpass import getuser

from ordertrail.cli.invocation import Invocation
from ordertrail.cli.works import derive_changes
from ordertrail.deciding.judging import Author
from ordertrail.store.engine import Store, open_store
from ordertrail.workplace import has_contents


def author_of(by: str | None, why: str) -> Author:
    """Who decides, now."""
    return Author(by or _user(), datetime.now(UTC), why)


def _user() -> str:
    try:
        return getuser()
    except (OSError, KeyError, ImportError):  # an account without a name: a container's
        return "unknown"


@contextmanager
def open_to_derive(here: Invocation) -> Iterator[tuple[Store, Callable[[], object]]]:
    """The store, and how to derive what changes in it."""
    settings = here.settings
    in_use = has_contents(settings.folders.archive)
    with closing(open_store(settings.database_url, create=False, archive_in_use=in_use)) as store:
        yield store, lambda: derive_changes(store, settings)
