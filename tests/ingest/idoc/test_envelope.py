"""Which files are IDocs, and which message an IDoc is."""

import pytest

from ingest.format import Content
from ingest.formats.idoc import IDOC
from orders.document import DocumentType, Standing
from orders.errors import Reject
from tests.ingest.idoc.idoc import ORDER, control, only, read, xml

BODY = control("ORDERS") + ORDER


@pytest.mark.parametrize("root", ["ORDERS05", "ZORDERS05", "ANYTHING", "n:ORDERS05 xmlns:n='urn:x'"])
def test_the_root_may_have_any_name(root: str) -> None:
    assert read(xml(BODY, root=root))[0].number == "B-1"


def test_the_root_may_be_the_idoc_itself() -> None:
    assert read(f"<IDOC>{BODY}</IDOC>".encode())[0].number == "B-1"


def test_segments_may_stand_in_a_namespace() -> None:
    assert read(xml(BODY, root="ORDERS05 xmlns='urn:sap'"))[0].number == "B-1"


def test_a_file_may_hold_several_idocs_of_several_messages() -> None:
    found = read(xml(BODY, control("ORDRSP") + ORDER, control("MATMAS")))
    assert [one.type for one in found] == [DocumentType.ORDER, DocumentType.ORDER_RESPONSE]


@pytest.mark.parametrize("data", [b"<ORDERS05/>", b"<IDOC/>", b"<x><IDOC><y/></IDOC></x>", b"<EDI_DC40/>"])
def test_what_only_bears_a_name_is_not_claimed(data: bytes) -> None:
    assert not IDOC.claims(Content(data))


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("ORDERS", DocumentType.ORDER),
        ("ORDCHG", DocumentType.ORDER_CHANGE),
        ("ORDRSP", DocumentType.ORDER_RESPONSE),
        ("INVOIC", DocumentType.INVOICE),
        ("ZORDRSP", DocumentType.ORDER_RESPONSE),
        ("/ACME/VFI_ORDERS", DocumentType.ORDER),
        ("", DocumentType.ORDER),
        ("ORDERS05", DocumentType.ORDER),
    ],
)
def test_the_message_type_says_what_it_is_and_otherwise_its_name_or_the_basic_type(
    message: str, kind: DocumentType
) -> None:
    assert read(xml(control(message) + ORDER))[0].type is kind


def test_a_message_type_of_the_standard_says_it_where_the_customers_own_does_not() -> None:
    assert only("ZCONFIRM", more="<STDMES>ORDRSP</STDMES>").type is DocumentType.ORDER_RESPONSE


@pytest.mark.parametrize("message", ["REQOTE", "MATMAS", "STPPOD", "WMMBXY", "SHPMNT", "ZSOMETHING"])
def test_a_message_that_is_not_read_is_named(message: str) -> None:
    with pytest.raises(Reject, match=message) as refused:
        read(xml(control(message) + ORDER))
    assert refused.value.code == "FORMAT_UNSUPPORTED"


def test_a_despatch_advice_of_the_old_type_is_named() -> None:
    with pytest.raises(Reject, match="DESADV of the type DESADV01"):
        read(xml(control("DESADV", basic_type="DESADV01") + "<E1EDK07/>"))


def test_a_test_message_does_not_count() -> None:
    assert only("ORDERS", more="<TEST>X</TEST>").standing is Standing.TEST
    assert only("ORDERS", more="<TEST/>").standing is None


def test_an_idoc_that_lost_its_control_record_is_what_its_root_says() -> None:
    (document,) = read(b"<INVOIC02><IDOC><E1EDK01><BELNR>R-1</BELNR></E1EDK01></IDOC></INVOIC02>")
    assert (document.type, document.number) == (DocumentType.INVOICE, "R-1")
