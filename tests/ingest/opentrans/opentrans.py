"""openTRANS in a line of a test."""

from ingest.format import Content
from ingest.formats.opentrans import OPENTRANS
from orders.document import Document, Line

V21 = 'xmlns="http://www.opentrans.org/XMLSchema/2.1" xmlns:bme="http://www.bmecat.org/bmecat/2005"'


def xml(name: str, info: str = "", items: str = "", summary: str = "", names: str = V21, attributes: str = "") -> bytes:
    """A document with a root of this name: what stands in its INFO, its ITEMs and its SUMMARY."""
    head = f"<{name}_HEADER><{name}_INFO>{info}</{name}_INFO></{name}_HEADER>"
    lines = f"<{name}_ITEM_LIST>{items}</{name}_ITEM_LIST>"
    return f"<{name} {names} {attributes}>{head}{lines}<{name}_SUMMARY>{summary}</{name}_SUMMARY></{name}>".encode()


def read(data: bytes) -> list[Document]:
    content = Content(data)
    assert OPENTRANS.claims(content)
    found = OPENTRANS.read(content)
    assert isinstance(found, list)
    return found


def only(name: str, info: str = "", items: str = "", summary: str = "", attributes: str = "") -> Document:
    """A document whose numbers are B-1 for the order and N-1 for its own, if nothing else is said."""
    own = "<ORDER_ID>B-1</ORDER_ID>" if name.startswith("ORDER") else f"<{name}_ID>N-1</{name}_ID>"
    (document,) = read(xml(name, own + info, items, summary, attributes=attributes))
    return document


def item(name: str, content: str) -> str:
    return f"<{name}_ITEM><LINE_ITEM_ID>1</LINE_ITEM_ID>{content}</{name}_ITEM>"


def only_line(name: str, content: str) -> Line:
    (line,) = only(name, "", item(name, content)).lines
    return line
