"""cXML in a line of a test."""

from ingest.format import Content
from ingest.formats.cxml import CXML
from orders.document import Document, Line

DOCTYPE = '<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.050/cXML.dtd">'
ORDER = '<OrderReference orderID="B-1"><DocumentReference payloadID="1@x"/></OrderReference>'


def message(body: str, doctype: str = DOCTYPE, header: str = "", mode: str = "production") -> bytes:
    """A message with this request."""
    request = f'<Request deploymentMode="{mode}">{body}</Request>'
    return f'{doctype}<cXML payloadID="1@x" timestamp="2026-03-02"><Header>{header}</Header>{request}</cXML>'.encode()


def read(data: bytes) -> Document:
    content = Content(data)
    assert CXML.claims(content)
    found = CXML.read(content)
    assert isinstance(found, list)
    (document,) = found
    assert isinstance(document, Document)
    return document


def order(attributes: str = "", items: str = "", head: str = "") -> Document:
    header = f'<OrderRequestHeader orderID="B-1" orderDate="2026-03-02" {attributes}>{head}</OrderRequestHeader>'
    return read(message(f"<OrderRequest>{header}{items}</OrderRequest>"))


def order_line(attributes: str = "", detail: str = "") -> Line:
    item = f'<ItemOut quantity="10" lineNumber="1" {attributes}><ItemDetail>{detail}</ItemDetail></ItemOut>'
    (line,) = order("", item).lines
    return line


def confirmation(attributes: str, items: str = "") -> Document:
    header = f'<ConfirmationHeader confirmID="C-1" noticeDate="2026-03-03" {attributes}/>'
    return read(message(f"<ConfirmationRequest>{header}{ORDER}{items}</ConfirmationRequest>"))


def ship_notice(attributes: str, *portions: str) -> Document:
    header = f'<ShipNoticeHeader shipmentID="L-1" noticeDate="2026-03-19" {attributes}/>'
    inner = "".join(f"<ShipNoticePortion>{portion}</ShipNoticePortion>" for portion in portions)
    return read(message(f"<ShipNoticeRequest>{header}{inner}</ShipNoticeRequest>"))


def invoice(attributes: str = "", body: str = "", head: str = "") -> Document:
    known = f'invoiceID="R-1" invoiceDate="2026-03-22" {attributes}'
    header = f"<InvoiceDetailRequestHeader {known}>{head}</InvoiceDetailRequestHeader>"
    return read(message(f"<InvoiceDetailRequest>{header}{body}</InvoiceDetailRequest>"))


def invoiced(items: str, order_info: str = ORDER) -> str:
    """The lines that bill an order."""
    return (
        f"<InvoiceDetailOrder><InvoiceDetailOrderInfo>{order_info}</InvoiceDetailOrderInfo>{items}</InvoiceDetailOrder>"
    )


def money(amount: object) -> str:
    return f'<Money currency="EUR">{amount}</Money>'
