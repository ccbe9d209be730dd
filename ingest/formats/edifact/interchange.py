"""Interchanges, groups and messages (ISO 9735): which documents a file holds, and whether all of it is there."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from ingest.format import Content
from ingest.formats.edifact import codes
from ingest.formats.edifact.assemble import assemble
from ingest.formats.edifact.envelope import Envelope
from ingest.formats.edifact.message import TAKERS, Message, new_message
from ingest.formats.edifact.segments import Segment, component, components, segments, tag_of
from orders.document import Document, Issue, Standing
from orders.errors import Reject

MAX_MESSAGES = 100_000
_OPEN_END = "The interchange has no UNZ segment: messages after this one may have been lost on the way."


def read(content: Content) -> Sequence[Document]:
    """The documents of a file, a message each; messages of other types are passed over. None if it holds
    acknowledgements (CONTRL, APERAK) only.

    Raises:
        Reject: with a code that begins with EDI_, or FORMAT_UNSUPPORTED if no message is of a type that is read.
    """
    documents: list[Document] = []
    others: set[str] = set()
    open_end = b"UNB" in content.data[:300] and b"UNZ" not in content.data[-300:]
    for separators, found in segments(content.data):
        envelope, before = Envelope(), len(documents)
        for kind, message in _messages(found, envelope, separators.decimal):
            if message is None:
                others.add(kind)
                continue
            if open_end:
                message.faults.append(Issue(code="EDI_UNTERMINATED", message=_OPEN_END, where="UNZ"))
            if envelope.is_test:
                message.head.record["standing"] = Standing.TEST
            documents.append(assemble(message))
            if len(documents) > MAX_MESSAGES:
                raise Reject("EDI_TOO_MANY_MESSAGES", f"The file has more than {MAX_MESSAGES:,} messages.")
        if envelope.faults and len(documents) > before:
            documents[-1] = replace(documents[-1], issues=(*documents[-1].issues, *envelope.faults))
    if not documents and not (others and others <= codes.ACKNOWLEDGEMENTS):
        raise _unread(", ".join(sorted(others)), ", ".join(codes.MESSAGES))
    return documents


def _unread(seen: str, read: str) -> Reject:
    if not seen:
        return Reject("FORMAT_UNSUPPORTED", f"The interchange holds no message; read are {read}.")
    return Reject("FORMAT_UNSUPPORTED", f"The interchange holds messages of type {seen}; read are {read}.")


def _messages(found: Iterable[Segment], envelope: Envelope, decimal: str) -> Iterator[tuple[str, Message | None]]:
    """Each message as it ends, with its type; None in place of one whose type is not read."""
    message: Message | None = None
    kind, inside, began, place = "", False, 0, 0
    for place, segment in enumerate(found, 1):
        tag: str = segment[0]  # type: ignore[assignment]  # a text in both forms of a segment
        taker = TAKERS.get(tag)
        if taker is None:  # what follows the tag in its element is nothing that is read
            taker = TAKERS.get(tag := tag_of(segment))
        if taker is not None:
            if message is not None:
                message.segment, message.tag = place, tag
                taker(message, segment)
            continue
        envelope.note(tag, segment, place)
        if tag == "UNH":
            if inside:
                raise Reject("EDI_UNTERMINATED", "A message has no UNT segment.", where=f"segment {place}")
            kind, inside, began = component(segment, 2), True, place
            message = _begin(kind, segment, decimal)
        elif tag == "UNT":
            if message is not None:
                _check_count(message, segment, place - began + 1, place)
            yield kind, message
            message, inside = None, False
    if inside:
        raise Reject(
            "EDI_UNTERMINATED",
            f"The file ends within a message {kind}: there is no UNT segment.",
            where=f"segment {place}",
        )


def _begin(kind: str, segment: Segment, decimal: str) -> Message | None:
    type_ = codes.MESSAGES.get(kind)
    if type_ is None:
        return None
    message = new_message(type_, decimal)
    message.head.record["profile"] = " ".join(part for part in components(segment, 2) if part)
    return message


def _check_count(message: Message, segment: Segment, count: int, place: int) -> None:
    said = component(segment, 1)
    if said != str(count):
        text = f"UNT says {said or 'nothing'}, the message has {count} segments."
        message.faults.append(Issue(code="EDI_COUNT_MISMATCH", message=text, where=f"segment {place} (UNT)"))
