"""Documents by the name that everybody else knows them under: `orders.case.Filed.id`."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from ordertrail.store.bulk import chunks
from ordertrail.store.tables import ARRIVALS, DOCUMENTS


def filed_numbers(connection: Connection, names: Iterable[str]) -> dict[str, int]:
    """The store's own numbers of documents by their `Filed.id`; unknown ones are left out."""
    wanted = set(names)
    found: dict[str, int] = {}
    for some in chunks({name.rpartition("/")[0] for name in wanted}):
        query = select(ARRIVALS.c.sha256, DOCUMENTS.c.place, DOCUMENTS.c.id).join_from(DOCUMENTS, ARRIVALS)
        query = query.where(ARRIVALS.c.sha256.in_(some), ARRIVALS.c.state == "accepted")
        for sha256, place, number in connection.execute(query):
            if (name := f"{sha256}/{place}") in wanted:
                found[name] = number
    return found
