"""What the database says about the archive."""

from sqlalchemy import distinct, func, select

from ordertrail.store.engine import Store
from ordertrail.store.facts import ArrivalState
from ordertrail.store.tables import ARRIVALS


def archived_count(store: Store) -> int:
    """How many contents must lie in the archive."""
    count = select(func.count(distinct(ARRIVALS.c.path))).where(ARRIVALS.c.state == ArrivalState.ACCEPTED)
    with store.reading() as connection:
        number: int = connection.execute(count).scalar_one()
    return number
