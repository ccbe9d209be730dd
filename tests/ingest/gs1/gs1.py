"""Messages of GS1 XML in a line of a test."""

from collections.abc import Sequence

from ingest.format import Content
from ingest.formats.gs1 import GS1
from orders.document import Document, Line

SBDH = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"
BUYER, SELLER = "4000001000005", "4000002000004"
ORDER_REFERENCE = "<purchaseOrder><entityIdentification>B-1</entityIdentification></purchaseOrder>"

_ITEMS = {
    "order": "orderLineItem",
    "orderResponse": "orderResponseLineItem",
    "despatchAdvice": "despatchAdviceLineItem",
    "receivingAdvice": "receivingAdviceLineItem",
    "invoice": "invoiceLineItem",
}


def document(name: str, body: str = "", number: str = "B-1") -> str:
    """A document with a day and a number."""
    return (
        f"<{name}><creationDateTime>2026-03-16T09:15:00</creationDateTime>"
        f"<{name}Identification><entityIdentification>{number}</entityIdentification></{name}Identification>"
        f"{body}</{name}>"
    )


def message(name: str, *held: str) -> bytes:
    """A message whose own namespace its documents are not in, as the standard has it."""
    return f'<m:{name}Message xmlns:m="urn:gs1:ecom:{name.lower()}:xsd:3">{"".join(held)}</m:{name}Message>'.encode()


def header(*scopes: tuple[str, str]) -> str:
    """A header of release 3.4 with such scopes."""
    inner = "".join(
        f"<s:Scope><s:Type>{kind}</s:Type><s:InstanceIdentifier>{said}</s:InstanceIdentifier></s:Scope>"
        for kind, said in scopes
    )
    return (
        f'<s:StandardBusinessDocumentHeader xmlns:s="{SBDH}">'
        "<s:DocumentIdentification><s:TypeVersion>3.4</s:TypeVersion></s:DocumentIdentification>"
        f"<s:BusinessScope>{inner}</s:BusinessScope></s:StandardBusinessDocumentHeader>"
    )


def claimed(data: bytes) -> bool:
    return GS1.claims(Content(data))


def read(data: bytes) -> Sequence[Document]:
    content = Content(data)
    assert GS1.claims(content)
    found = GS1.read(content)
    assert isinstance(found, list)
    return found


def only(name: str, body: str = "") -> Document:
    (found,) = read(message(name, document(name, body)))
    return found


def item(name: str, content: str, number: str = "1") -> str:
    return f"<{_ITEMS[name]}><lineItemNumber>{number}</lineItemNumber>{content}</{_ITEMS[name]}>"


def lines(name: str, *contents: str) -> Sequence[Line]:
    body = "".join(item(name, one, str(place)) for place, one in enumerate(contents, 1))
    return only(name, body).lines


def line(name: str, content: str) -> Line:
    (found,) = lines(name, content)
    return found


def named(role: str, gln: str, name: str = "") -> str:
    said = f"<organisationDetails><organisationName>{name}</organisationName></organisationDetails>" if name else ""
    return f"<{role}><gln>{gln}</gln>{said}</{role}>"
