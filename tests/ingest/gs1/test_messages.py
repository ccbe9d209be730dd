"""Which files are GS1 XML, and which documents they hold."""

import pytest

from ingest.format import Content
from ingest.formats.gs1 import GS1
from orders.document import DocumentType, Standing
from orders.errors import Reject
from tests.ingest.gs1.gs1 import SBDH, claimed, document, header, message, only, read

ORDER = document("order")
BARE = ORDER.replace("<order>", '<order xmlns="">')


@pytest.mark.parametrize(
    "data",
    [
        message("order", ORDER),
        f'<orderMessage xmlns="urn:gs1:ecom:order:xsd:3">{ORDER}</orderMessage>'.encode(),
        f'<orderMessage xmlns="urn:gs1:ecom:order:xsd:3">{BARE}</orderMessage>'.encode(),
        f"<orderMessage>{ORDER}</orderMessage>".encode(),
        f'<m:order xmlns:m="urn:gs1:ecom:order:xsd:3">{ORDER[len("<order>") : -len("</order>")]}</m:order>'.encode(),
        b'<s:StandardBusinessDocument xmlns:s="'
        + SBDH.encode()
        + b'">'
        + header().encode()
        + message("order", ORDER)
        + b"</s:StandardBusinessDocument>",
    ],
    ids=["standard", "all in its namespace", "none within", "none at all", "document alone", "envelope"],
)
def test_the_namespace_may_stand_on_the_message_on_all_or_on_nothing(data: bytes) -> None:
    assert claimed(data)
    (found,) = read(data)
    assert (found.type, found.number) == (DocumentType.ORDER, "B-1")


@pytest.mark.parametrize(
    "data",
    [
        b"<orderMessage><order><number>1</number></order></orderMessage>",
        b"<orderMessage/>",
        f"<order>{ORDER}</order>".encode(),
        f"<letterMessage>{ORDER}</letterMessage>".encode(),
        b'<s:StandardBusinessDocument xmlns:s="'
        + SBDH.encode()
        + b'"><Invoice xmlns="urn:other"/></s:StandardBusinessDocument>',
        f'<orderMessage xmlns="urn:other">{ORDER}</orderMessage>'.encode(),
    ],
)
def test_what_only_bears_such_a_name_is_not_claimed(data: bytes) -> None:
    assert not claimed(data)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("order", DocumentType.ORDER),
        ("orderResponse", DocumentType.ORDER_RESPONSE),
        ("despatchAdvice", DocumentType.DESPATCH_ADVICE),
        ("receivingAdvice", DocumentType.RECEIPT_ADVICE),
        ("invoice", DocumentType.INVOICE),
    ],
)
def test_the_element_is_the_type(name: str, kind: DocumentType) -> None:
    assert only(name).type is kind


def test_a_message_holds_as_many_documents_as_it_likes() -> None:
    found = read(message("order", header(), ORDER, document("order", number="B-2")))
    assert [one.number for one in found] == ["B-1", "B-2"]


def test_the_release_is_that_of_the_header() -> None:
    assert read(message("order", header(), ORDER))[0].profile == "GS1 XML 3.4"
    assert read(message("order", ORDER))[0].profile is None


@pytest.mark.parametrize(
    ("scopes", "standing"),
    [
        ((("MESSAGE_STATUS", "TEST"),), Standing.TEST),
        ((("BusinessProcess", "x"), ("MESSAGE_STATUS", "Test")), Standing.TEST),
        ((("MESSAGE_STATUS", "PRODUCTION"),), None),
        ((("BusinessProcess", "TEST"),), None),
        ((), None),
    ],
)
def test_a_scope_of_the_header_makes_all_it_heads_a_test(
    scopes: tuple[tuple[str, str], ...], standing: Standing | None
) -> None:
    found = read(message("order", header(*scopes), ORDER, document("order", number="B-2")))
    assert [one.standing for one in found] == [standing, standing]


def refused(data: bytes) -> str:
    content = Content(data)
    assert GS1.claims(content)
    with pytest.raises(Reject) as caught:
        GS1.read(content)
    assert caught.value.code == "FORMAT_UNSUPPORTED"
    return caught.value.message


def test_release_2_is_refused_by_name() -> None:
    inner = '<e:message xmlns:e="urn:ean.ucc:2"/>'
    envelope = f'<s:StandardBusinessDocument xmlns:s="{SBDH}">{inner}</s:StandardBusinessDocument>'
    assert "release 2" in refused(envelope.encode())
    assert "release 2" in refused(b'<o:order xmlns:o="urn:ean.ucc:order:2"/>')


def test_other_messages_are_refused_by_name() -> None:
    assert "catalogueItem" in refused(message("catalogueItem", header(), "<catalogueItem/>"))
    assert "nothing" in refused(message("order", header()))


@pytest.mark.parametrize(
    ("text", "number"), [("B-7", "B-7"), (" B-7 ", "B-7"), ("urn:epcglobal:cbv:bt:4000001000005:B-7", "B-7")]
)
def test_a_number_made_unique_in_the_world_is_the_number(text: str, number: str) -> None:
    assert read(message("order", document("order", number=text)))[0].number == number


def test_the_identification_may_begin_with_a_capital() -> None:
    data = message("invoice", document("invoice").replace("invoiceIdentification", "InvoiceIdentification"))
    assert read(data)[0].number == "B-1"
