"""Documents in files that lie within another file: the XML of a hybrid PDF."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ingest.format import Content, Enclosed, Format
from ingest.identify import identify
from orders.document import Document
from orders.errors import Reject

_Reading = tuple[Document, ...]


def read_enclosed(enclosed: Enclosed, formats: Sequence[Format]) -> tuple[Content, _Reading]:
    """The one file within that counts, and its documents, told by what they say: `where` names it.

    Of the first group in which some file is of a known format, the best file that can be read counts, if all that can
    be read state the same documents.

    Raises:
        Reject: `PDF_AMBIGUOUS_XML` if they state different ones; otherwise what is wrong with the best file.
    """
    faults: list[Reject] = []
    for group in enclosed.groups:
        readings = list(_readings(group, formats, faults))
        damaged = [fault for fault in faults if fault.code != "FORMAT_UNKNOWN"]
        if any(_identity(one) != _identity(readings[0][1]) for _, one in readings):
            raise _ambiguous([content for content, _ in readings])
        if readings:
            return readings[0]
        if damaged:  # what lies in the next group is another document
            raise damaged[0]
    raise faults[0]


def _readings(
    group: Sequence[Content], formats: Sequence[Format], faults: list[Reject]
) -> Iterator[tuple[Content, _Reading]]:
    for content in group:
        try:
            found = identify(content, formats).read(content)
        except Reject as reject:
            faults.append(_within(content, reject))
            continue
        if not isinstance(found, Enclosed) and found:  # what a file within encloses in turn is nobody's document
            yield content, tuple(placed(document, content.name) for document in found)


def _identity(documents: _Reading) -> list[tuple[str, str | None]]:
    return [(document.type, document.number) for document in documents]


def placed(document: Document, name: str) -> Document:
    """The document, with places that name the file within."""
    lines = tuple(replace(line, where=_place(name, line.where)) for line in document.lines)
    issues = tuple(replace(issue, where=_place(name, issue.where)) for issue in document.issues)
    return replace(document, lines=lines, issues=issues)


def _place(name: str, where: str | None) -> str:
    return f"{name}, {where}" if where else name


def _within(content: Content, reject: Reject) -> Reject:
    return Reject(reject.code, reject.message, where=_place(content.name, reject.where), hint=reject.hint)


def _ambiguous(contents: Sequence[Content]) -> Reject:
    names = ", ".join(content.name for content in contents)
    return Reject(
        "PDF_AMBIGUOUS_XML",
        f"The file holds several XML documents that differ: {names}.",
        hint="Ask the sender for one PDF a document, or for the XML files themselves.",
    )
