"""ANSI X12: envelopes, separators, and what the transaction sets mean."""

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest

from ingest.format import Content
from ingest.formats.x12 import X12
from ingest.formats.x12.interchange import read as interchange_read
from orders.document import Document, DocumentType, LineAction, LineResponse, Response, Standing
from orders.errors import Reject
from tests.pace import growth

ISA = "ISA*00*          *00*          *01*SELLER         *01*BUYER          *260301*0815*U*00401*000000001*0*P*>"


def interchange(kind: str, *body: str, element: str = "*", terminator: str = "~") -> bytes:
    """An interchange with one transaction set, its counts right."""
    parts = [ISA, "GS*XX*SELLER*BUYER*20260301*0815*1*X*004010", f"ST*{kind}*0001", *body,
             f"SE*{len(body) + 2}*0001", "GE*1*1", "IEA*1*000000001"]  # fmt: skip
    return (terminator.join(parts) + terminator).replace("*", element).encode()


def read(data: bytes) -> Sequence[Document]:
    content = Content(data)
    assert X12.claims(content)
    return interchange_read(content)


def only(kind: str, *body: str) -> Document:
    (document,) = read(interchange(kind, *body))
    return document


@pytest.mark.parametrize("element", ["*", "|", "^"])
@pytest.mark.parametrize("terminator", ["~", "\n", "\r\n", "'", "~\n"])
def test_the_separators_are_those_of_the_isa_segment(element: str, terminator: str) -> None:
    (document,) = read(
        interchange("850", "BEG*00*SA*4711**20260301", "PO1*1*5*EA*2.50", element=element, terminator=terminator)
    )
    assert (document.number, document.lines[0].quantity) == ("4711", 5)


def test_a_byte_order_mark_and_indented_segments_mean_nothing() -> None:
    data = interchange("850", "BEG*00*SA*4711**20260301", "PO1*1*5*EA").replace(b"~", b"~\n    ")
    assert read(b"\xef\xbb\xbf" + data)[0].number == "4711"


def test_hostile_S34_an_incomplete_isa_is_refused() -> None:
    with pytest.raises(Reject) as refused:
        read(ISA[:-1].encode())
    assert refused.value.code == "EDI_BAD_SEPARATORS"


def test_hostile_S34_a_set_without_end_is_refused() -> None:
    whole = interchange("850", "BEG*00*SA*4711**20260301")
    with pytest.raises(Reject) as refused:
        read(whole[: whole.index(b"SE*")])
    assert refused.value.code == "EDI_UNTERMINATED"


def test_hostile_S34_a_count_that_lies_is_an_issue() -> None:
    (document,) = read(interchange("850", "BEG*00*SA*4711**20260301").replace(b"SE*3", b"SE*7"))
    assert [one.code for one in document.issues] == ["EDI_COUNT_MISMATCH"]


def test_hostile_S34_too_many_segments_are_refused() -> None:
    with pytest.raises(Reject) as refused:
        read(ISA.encode() + b"~" + b"A*1~" * 1_000_001)
    assert refused.value.code == "EDI_TOO_MANY_SEGMENTS"


@pytest.mark.parametrize("kind", ["997", "999"])
def test_an_acknowledgement_is_read_and_holds_no_document(kind: str) -> None:
    assert read(interchange(kind, "AK1*PO*1")) == []


def test_a_set_that_is_not_read_is_named() -> None:
    with pytest.raises(Reject, match="204") as refused:
        read(interchange("204", "B2**X"))
    assert refused.value.code == "FORMAT_UNSUPPORTED"


@pytest.mark.parametrize(
    ("code", "said"), [("AT", Response.ACCEPTED), ("RJ", Response.REJECTED), ("AC", Response.CHANGED)]
)
def test_the_acknowledgment_type_is_the_answer(code: str, said: Response) -> None:
    assert only("855", f"BAK*00*{code}*4711*20260301").response == said


def test_each_acknowledged_part_is_a_line_of_the_answer() -> None:
    body = ("BAK*00*AC*4711*20260301", "PO1*10*24*CA*2.00", "ACK*IA*20*CA*067*20260320", "ACK*IR*4*CA")
    lines = only("855", *body).lines
    assert [(line.order_line, line.quantity, line.response) for line in lines] == [
        ("10", 20, LineResponse.ACCEPTED),
        ("10", 4, LineResponse.REJECTED),
    ]
    assert str(lines[0].promised_date) == "2026-03-20"


def test_lines_of_a_ship_notice_belong_to_the_order_above_them() -> None:
    first = ("HL*2*1*O", "PRF*PO-1", "HL*3*2*P", "HL*4*3*I", "LIN*1*VN*A", "SN1**3*EA")
    second = ("HL*5*1*O", "PRF*PO-2", "HL*6*5*I", "LIN*1*VN*A", "SN1**4*EA")
    lines = only("856", "BSN*00*L1*20260318*1555", "HL*1**S", *first, *second).lines
    assert [(line.order_number, line.quantity) for line in lines] == [("PO-1", 3), ("PO-2", 4)]


def test_levels_without_parents_follow_each_other() -> None:
    lines = only(
        "856", "BSN*00*L1*20260318*1555", "HL*1**S", "HL*2**O", "PRF*PO-1", "HL*3**I", "LIN*1*VN*A", "SN1**3*EA"
    ).lines
    assert lines[0].order_number == "PO-1"


@pytest.mark.parametrize(("basis", "price"), [("PE", "250"), ("HP", "2.5"), ("TP", "0.25"), ("", "250")])
def test_case_S23_a_price_for_a_hundred_is_a_price_for_one(basis: str, price: str) -> None:
    assert only("850", "BEG*00*SA*1**20260301", f"PO1*1*5*EA*250*{basis}").lines[0].unit_price == Decimal(price)


def test_a_credit_memo_is_a_credit_note() -> None:
    assert only("810", "BIG*20260322*G1**4711***CR").type == DocumentType.CREDIT_NOTE


def test_totals_and_charges_have_two_implied_decimals() -> None:
    document = only("810", "BIG*20260322*R1**4711", "IT1*1*2*EA*10.00", "TDS*2150", "SAC*C*D240***150**********Freight")
    assert (document.totals.payable, document.charges[0].amount) == (Decimal("21.50"), Decimal("1.50"))


def test_a_change_says_what_happens_to_each_line() -> None:
    document = only("860", "BCH*04*SA*4711**1*20260301", "POC*1*QI*5*1*EA", "POC*2*DI", "POC*3*AI*1**EA")
    assert [line.action for line in document.lines] == [None, LineAction.CANCELLED, LineAction.ADDED]


def test_an_order_sent_again_replaces_itself() -> None:
    assert only("850", "BEG*05*SA*4711**20260301").replaces == ("4711",)


def test_a_cancelled_order_is_a_cancellation() -> None:
    document = only("850", "BEG*01*SA*4711**20260301")
    assert (document.type, document.order_references[0].number) == (DocumentType.ORDER_CANCELLATION, "4711")


def test_dates_of_older_releases_have_two_digits_of_the_year() -> None:
    assert str(only("810", "BIG*990322*R1**4711").issue_date) == "1999-03-22"


def codes_of(data: bytes) -> list[str]:
    return [issue.code for document in read(data) for issue in document.issues]


def test_hostile_S34_the_ends_of_interchange_and_group_are_held_to_what_they_say() -> None:
    data = interchange("850", "BEG*00*SA*4711**20260301", "PO1*1*5*EA*2.50")
    assert codes_of(data) == []
    assert codes_of(data.replace(b"GE*1*1", b"GE*2*1")) == ["EDI_COUNT_MISMATCH"]
    assert codes_of(data.replace(b"GE*1*1", b"GE*1*9")) == ["EDI_REFERENCE_MISMATCH"]
    assert codes_of(data.replace(b"IEA*1*000000001", b"IEA*3*000000001")) == ["EDI_COUNT_MISMATCH"]
    assert codes_of(data.replace(b"IEA*1*000000001", b"IEA*1*000000002")) == ["EDI_REFERENCE_MISMATCH"]


@pytest.mark.parametrize(("usage", "standing"), [("P", None), ("T", Standing.TEST)])
def test_an_interchange_that_is_a_test_holds_tests(usage: str, standing: Standing | None) -> None:
    data = interchange("850", "BEG*00*SA*4711**20260301", "PO1*1*5*EA").replace(b"*0*P*>", f"*0*{usage}*>".encode())
    assert read(data)[0].standing == standing


@pytest.mark.parametrize(
    ("rcd", "quantity", "rejected"),
    [("10*EA", 10, None), ("10*EA*2*EA", 10, 2), ("**2*EA", -2, None), ("10*EA***3*EA*01", 10, 3)],
)
def test_what_a_receipt_sends_back_is_part_of_what_came(rcd: str, quantity: int, rejected: int | None) -> None:
    (line,) = only("861", "BRA*W1*20260310*00*1", "PRF*4711", f"RCD*1*{rcd}").lines
    assert (line.quantity, line.rejected_quantity) == (quantity, rejected)


def test_each_interchange_of_a_file_has_separators_of_its_own() -> None:
    first = interchange("850", "BEG*00*SA*4711**20260301", "PO1*1*5*EA*2.50")
    second = interchange("810", "BIG*20260301*R1**4711", "IT1*1*3*EA*2.50", element="|", terminator="'\n")
    found = read(first + b"\n" + second)
    assert [(one.number, one.lines[0].quantity, one.issues) for one in found] == [("4711", 5, ()), ("R1", 3, ())]


@pytest.mark.parametrize(
    ("code", "unit"),
    [("EA", "EA"), ("PC", "H87"), ("CA", "XCS"), ("TO", "APZ"), ("MP", "TNE"), ("PA", "XPL"), ("SM", "MTK"),
     ("DS", "DS"), ("HL", "HL"), ("CL", "CL"), ("each", "EA"), ("pcs", "H87")],
)  # fmt: skip
def test_units_are_those_of_x12_and_not_words_of_another_language(code: str, unit: str) -> None:
    assert only("850", "BEG*00*SA*4711**20260301", f"PO1*1*5*{code}*2.50").lines[0].unit == unit


def test_lines_of_a_standard_ship_notice_stand_above_their_packs() -> None:
    document = only(
        "856", "BSN*00*L1*20260301*0815*0002", "HL*1**S", "HL*2*1*O", "PRF*4711", "HL*3*2*I", "LIN*10*VN*A",
        "SN1**6*EA", "HL*4*3*P", "MAN*GM*1", "HL*5*2*I", "LIN*20*VN*B", "SN1**4*EA", "HL*6*5*P", "HL*7*1*O", "PRF*4712",
        "HL*8*7*I", "LIN*10*VN*A", "SN1**1*EA",
    )  # fmt: skip
    assert [(line.order_number, line.order_line, line.quantity) for line in document.lines] == [
        ("4711", "10", 6),
        ("4711", "20", 4),
        ("4712", "10", 1),
    ]


def test_packs_of_a_pick_and_pack_ship_notice_stand_above_their_lines() -> None:
    document = only(
        "856", "BSN*00*L1*20260301*0815*0001", "HL*1**S", "HL*2*1*O", "PRF*4711", "HL*3*2*P", "MAN*GM*1", "HL*4*3*I",
        "LIN*10*VN*A", "SN1**6*EA", "HL*5*2*P", "MAN*GM*2", "HL*6*5*I", "LIN*10*VN*A", "SN1**4*EA",
    )  # fmt: skip
    assert [(line.order_number, line.order_line, line.quantity) for line in document.lines] == [
        ("4711", "10", 6),
        ("4711", "10", 4),
    ]


def test_a_ship_notice_names_each_of_its_many_orders_once_and_is_read_in_proportion_to_them() -> None:
    def prepared(count: int) -> Callable[[], object]:
        body = [segment for place in range(count) for segment in (f"HL*{place}**O", f"PRF*PO{place % (count - 1)}")]

        def work() -> None:
            found = only("856", "BSN*00*4711*20260301*0815", *body).order_references
            assert [one.number for one in found] == [f"PO{place}" for place in range(count - 1)]

        return work

    assert growth(prepared, 40_000) < 3


def test_references_are_named_once() -> None:
    document = only("810", "BIG*20260301*R1", "REF*SI*LS1", "REF*SI*LS2", "REF*SI*LS1")
    assert document.despatch_references == ("LS1", "LS2")
