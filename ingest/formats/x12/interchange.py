"""Interchanges, groups and transaction sets (ASC X12.5): the documents of a file, and whether all of it is there."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from ingest.format import Content
from ingest.formats.x12 import codes
from ingest.formats.x12.assemble import assemble
from ingest.formats.x12.envelope import Envelope
from ingest.formats.x12.segments import Segment, segments
from ingest.formats.x12.transaction import TAKERS, Transaction, element
from orders.document import Document, Issue, Standing
from orders.errors import Reject


def read(content: Content) -> Sequence[Document]:
    """The documents of a file, a transaction set each; none if it holds acknowledgements (997, 999) only.

    Raises:
        Reject: with a code that begins with EDI_, or FORMAT_UNSUPPORTED if no set is of a type that is read.
    """
    documents: list[Document] = []
    others: set[str] = set()
    envelope = Envelope()
    for kind, transaction in _transactions(segments(content.data), envelope):
        if transaction is None:
            others.add(kind)
        else:
            if envelope.is_test:
                transaction.record["standing"] = Standing.TEST
            documents.append(assemble(transaction))
    if not documents and not (others and others <= codes.ACKNOWLEDGEMENTS):
        raise _unread(", ".join(sorted(others)), ", ".join(codes.SETS))
    if envelope.faults and documents:
        documents[-1] = replace(documents[-1], issues=(*documents[-1].issues, *envelope.faults))
    return documents


def _unread(seen: str, read: str) -> Reject:
    if not seen:
        return Reject("FORMAT_UNSUPPORTED", f"The interchange holds no transaction set; read are {read}.")
    return Reject("FORMAT_UNSUPPORTED", f"The interchange holds transaction sets {seen}; read are {read}.")


def _transactions(found: Iterable[Segment], envelope: Envelope) -> Iterator[tuple[str, Transaction | None]]:
    """Each set as it ends, with its identifier; None in place of one whose type is not read."""
    transaction: Transaction | None = None
    kind, inside, began, place, release = "", False, 0, 0, ""
    for place, segment in enumerate(found, 1):
        tag = segment[0]
        taker = TAKERS.get(tag)
        if taker is not None:
            if transaction is not None:
                transaction.segment, transaction.tag = place, tag
                taker(transaction, segment)
            continue
        envelope.note(segment, place)
        if tag == "ST":
            if inside:
                raise Reject("EDI_UNTERMINATED", "A transaction set has no SE segment.", where=f"segment {place}")
            kind, inside, began = element(segment, 1), True, place
            transaction = _begin(kind, release)
        elif tag == "SE":
            if transaction is not None:
                _check_count(transaction, segment, place - began + 1, place)
            yield kind, transaction
            transaction, inside = None, False
        elif tag == "GS":
            release = element(segment, 8)
    if inside:
        message = f"The file ends within a transaction set {kind}: there is no SE segment."
        raise Reject("EDI_UNTERMINATED", message, where=f"segment {place}")


def _begin(kind: str, release: str) -> Transaction | None:
    type_ = codes.SETS.get(kind)
    if type_ is None:
        return None
    return Transaction(type_, {"type": type_, "profile": f"{kind} {release}".strip()})


def _check_count(transaction: Transaction, segment: Segment, count: int, place: int) -> None:
    said = element(segment, 1)
    if said.lstrip("0") != str(count):
        text = f"SE says {said or 'nothing'}, the set has {count} segments."
        transaction.faults.append(Issue(code="EDI_COUNT_MISMATCH", message=text, where=f"segment {place} (SE)"))
