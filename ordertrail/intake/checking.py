"""After a crash: whether the archive holds what was recorded last. It does, unless the disk lied about being done."""

from sqlalchemy import select

from orders.errors import Stop
from ordertrail.archive import Archive
from ordertrail.store.engine import Store
from ordertrail.store.facts import ArrivalState
from ordertrail.store.tables import ARRIVALS

NEWEST = 500
"""Files that are looked at: more than are on their way at any time."""


def check_newest(store: Store, archive: Archive) -> None:
    """Hashes the newest accepted files again.

    Raises:
        Stop: if one is damaged or gone; says which.
    """
    columns = (ARRIVALS.c.name, ARRIVALS.c.path, ARRIVALS.c.sha256)
    newest = select(*columns).where(ARRIVALS.c.state == ArrivalState.ACCEPTED).order_by(ARRIVALS.c.id.desc())
    with store.reading() as connection:
        rows = connection.execute(newest.limit(NEWEST)).all()
    damaged = [name for name, path, sha256 in rows if not archive.holds(path, sha256)]
    if damaged:
        named = ", ".join(damaged[:5]) + (" …" if len(damaged) > 5 else "")
        raise Stop(
            "STORE_HASH_MISMATCH",
            f"After a crash, {len(damaged)} archived files are not what they were: {named}.",
            where=str(archive.path),
            hint="The disk lost what it had confirmed. Drop the same files into the inbox again: that mends it.",
        )
