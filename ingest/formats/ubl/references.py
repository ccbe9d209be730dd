"""References to orders, in UBL's own way and in Italy's."""

from collections.abc import Iterable

from ingest.record import Record
from ingest.values.triplets import order_text


def order_references(records: Iterable[Record]) -> list[Record]:
    """The orders that the head names, each once."""
    found: dict[str, Record] = {}
    for record in records:
        if "number" in record:
            said = order_text(record["number"])
            reference = {"number": said.number, "issue_date": record.get("date") or said.issue_date}
            found.setdefault(said.number, reference)
    return list(found.values())


def several(texts: list[str]) -> list[str]:
    """The texts, each once."""
    return texts if len(texts) < 2 else list(dict.fromkeys(texts))
