"""Documents by the name that everybody else knows them under: `orders.case.Filed.id`."""

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from ordertrail.store.bulk import select_in
from ordertrail.store.tables import DOCUMENTS


def filed_numbers(connection: Connection, names: Iterable[str]) -> dict[str, int]:
    """The store's own numbers of documents by their `Filed.id`; unknown ones are left out."""
    wanted = set(names)
    found: dict[str, int] = {}
    hashes = {name.rpartition("/")[0] for name in wanted}
    query = (
        "SELECT arrivals.sha256, documents.place, documents.id FROM documents JOIN arrivals "
        "ON arrivals.id = documents.arrival WHERE arrivals.state = 'accepted' AND arrivals.sha256 IN"
    )
    for sha256, place, number in select_in(connection, query, hashes):
        if (name := f"{sha256}/{place}") in wanted:
            found[name] = number
    return found


def document_count(connection: Connection) -> int:
    """How many documents there are."""
    count: int = connection.execute(select(func.count()).select_from(DOCUMENTS)).scalar_one()
    return count
