"""IDocs in a line of a test."""

from collections.abc import Sequence

from ingest.format import Content
from ingest.formats.idoc import IDOC
from orders.document import Document, Line

ORDER = "<E1EDK02><QUALF>001</QUALF><BELNR>B-1</BELNR></E1EDK02>"


def control(message: str, more: str = "", basic_type: str = "ORDERS05") -> str:
    """A control record."""
    return f"<EDI_DC40><DOCNUM>17</DOCNUM><IDOCTYP>{basic_type}</IDOCTYP><MESTYP>{message}</MESTYP>{more}</EDI_DC40>"


def xml(*idocs: str, root: str = "ORDERS05") -> bytes:
    inner = "".join(f'<IDOC BEGIN="1">{one}</IDOC>' for one in idocs)
    return f"<{root}>{inner}</{root.partition(' ')[0]}>".encode()


def read(data: bytes) -> Sequence[Document]:
    content = Content(data)
    assert IDOC.claims(content)
    found = IDOC.read(content)
    assert isinstance(found, list)
    return found


def only(message: str, body: str = "", more: str = "") -> Document:
    """A document of an order B-1."""
    (document,) = read(xml(control(message, more) + ORDER + body))
    return document


def item(content: str) -> str:
    return f'<E1EDP01 SEGMENT="1"><POSEX>00010</POSEX>{content}</E1EDP01>'


def lines(message: str, *items: str) -> Sequence[Line]:
    return only(message, "".join(item(one) for one in items)).lines


def line(message: str, content: str) -> Line:
    (found,) = lines(message, content)
    return found


def schedule(*deliveries: tuple[str, str]) -> str:
    """Schedule lines of (quantity, day)."""
    return "".join(f"<E1EDP20><WMENG>{number}</WMENG><EDATU>{day}</EDATU></E1EDP20>" for number, day in deliveries)


def bill(body: str = "", kind: str = "INVO") -> Document:
    head = f"<E1EDK01><BSART>{kind}</BSART><BELNR>R-1</BELNR></E1EDK01>"
    (document,) = read(xml(control("INVOIC", basic_type="INVOIC02") + head + body, root="INVOIC02"))
    return document


def delivery(*items: str, head: str = "") -> Document:
    inner = "".join(f"<E1EDL24>{one}</E1EDL24>" for one in items)
    body = f"<E1EDL20><VBELN>80001</VBELN>{head}{inner}</E1EDL20>"
    (document,) = read(xml(control("DESADV", basic_type="DELVRY07") + body, root="DELVRY07"))
    return document
