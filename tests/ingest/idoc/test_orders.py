"""What ORDERS, ORDCHG and ORDRSP say."""

from datetime import date, time
from decimal import Decimal

import pytest

from orders.document import DocumentType, LineAction, LineResponse
from tests.ingest.idoc.idoc import ORDER, control, item, line, lines, only, read, schedule, xml

MARCH = date(2026, 3, 16)


def dated(qualifier: str, day: str = "20260316", more: str = "") -> str:
    return f"<E1EDK03><IDDAT>{qualifier}</IDDAT><DATUM>{day}</DATUM>{more}</E1EDK03>"


def named(qualifier: str, number: str, place: str = "") -> str:
    return f"<E1EDP02><QUALF>{qualifier}</QUALF><BELNR>{number}</BELNR><ZEILE>{place}</ZEILE></E1EDP02>"


@pytest.mark.parametrize(
    ("text", "number"),
    [("10.000", "10"), ("10.000-", "-10"), ("-10", "-10"), ("       10.5 ", "10.5"), ("", None), (" ", None)],
)
def test_a_minus_may_stand_behind_its_number(text: str, number: str | None) -> None:
    quantity = line("ORDERS", f"<MENGE>{text}</MENGE>").quantity
    assert quantity == (None if number is None else Decimal(number))


def test_a_number_that_is_none_is_an_issue() -> None:
    document = only("ORDERS", item("<MENGE>10-5-</MENGE>"))
    assert [one.code for one in document.issues] == ["BAD_NUMBER"]


@pytest.mark.parametrize(("text", "day"), [("20260316", MARCH), ("00000000", None), ("2026-03-16", MARCH), ("", None)])
def test_a_day_of_zeros_is_none(text: str, day: date | None) -> None:
    assert only("ORDERS", dated("012", text)).issue_date == day


def test_midnight_is_no_time_of_day() -> None:
    assert only("ORDERS", dated("012", more="<UZEIT>000000</UZEIT>")).issue_time is None
    assert only("ORDERS", dated("012", more="<UZEIT>143320</UZEIT>")).issue_time == time(14, 33, 20)


def test_the_units_of_sap_are_those_of_the_recommendation() -> None:
    found = [line("ORDERS", f"<MENEE>{one}</MENEE>").unit for one in ("ST", "KAR", "PAL", "KG", "PAA", "C62", "PCE")]
    assert found == ["H87", "XCT", "XPX", "KGM", "PR", "C62", "H87"]


PRICE = "<MENGE>40</MENGE><MENEE>KAR</MENEE><VPREI>5.40</VPREI>"


@pytest.mark.parametrize(
    ("more", "price"),
    [
        ("", "5.4"),
        ("<PEINH>1</PEINH>", "5.4"),
        ("<PEINH>100</PEINH>", "0.054"),
        ("<PEINH>100</PEINH><PMENE>KAR</PMENE><BMNG2>40</BMNG2>", "0.054"),
        ("<PEINH>100</PEINH><PMENE>ST</PMENE><BMNG2>8000</BMNG2>", "10.8"),
    ],
)
def test_case_S23_a_price_is_for_so_many_of_its_own_unit(more: str, price: str) -> None:
    assert line("ORDERS", PRICE + more).unit_price == Decimal(price)


def test_item_numbers_are_the_buyers_the_suppliers_and_the_gtin() -> None:
    found = line(
        "ORDERS",
        "<E1EDP19><QUALF>001</QUALF><IDTNR>000000000000104711</IDTNR><KTEXT>Schraube</KTEXT></E1EDP19>"
        "<E1EDP19><QUALF>002</QUALF><IDTNR>SK-840</IDTNR></E1EDP19>"
        "<E1EDP19><QUALF>003</QUALF><IDTNR>4098765104716</IDTNR></E1EDP19>"
        "<E1EDP19><QUALF>010</QUALF><IDTNR>other</IDTNR></E1EDP19>",
    )
    assert (found.buyer_item, found.supplier_item, found.gtin) == ("104711", "SK-840", "4098765104716")
    assert found.name == "Schraube"


def test_zeros_of_a_number_that_is_not_padded_by_sap_stay() -> None:
    assert line("ORDERS", "<E1EDP19><QUALF>002</QUALF><IDTNR>0815</IDTNR></E1EDP19>").supplier_item == "0815"


def test_an_order_is_due_with_the_last_of_its_schedule() -> None:
    days = schedule(("5", "20260316"), ("5", "20260330"))
    assert line("ORDERS", days).requested_date == date(2026, 3, 30)
    assert only("ORDERS", dated("002") + item("")).lines[0].requested_date == MARCH


def test_a_line_that_an_order_sends_as_cancelled_is_none() -> None:
    found = lines("ORDERS", "<ACTION>001</ACTION>", "<ACTION>003</ACTION>")
    assert [one.action for one in found] == [None]


def test_components_of_an_item_are_no_lines_of_the_order() -> None:
    parts = "<UEPOS>00010</UEPOS><MENGE>2</MENGE>"
    assert len(lines("ORDRSP", "<MENGE>1</MENGE><VPREI>9</VPREI>", parts)) == 1
    assert len(lines("ORDRSP", "<MENGE>1</MENGE>", f"{parts}<VPREI>4</VPREI>")) == 2
    assert len(lines("ORDRSP", "<MENGE>1</MENGE>", parts + named("001", "B-1", "00020"))) == 2


@pytest.mark.parametrize(
    ("code", "action"),
    [("001", LineAction.ADDED), ("002", LineAction.CHANGED), ("003", LineAction.CANCELLED), ("004", None), ("", None)],
)
def test_a_change_says_what_happens_to_each_line_of_the_order(code: str, action: LineAction | None) -> None:
    found = line("ORDCHG", f"<ACTION>{code}</ACTION>")
    assert (found.action, found.order_line) == (action, "00010")


def test_a_change_has_the_number_of_its_order_and_that_of_the_idoc_as_revision() -> None:
    document = only("ORDCHG", item(""))
    assert (document.number, document.revision) == ("B-1", "17")
    assert [one.number for one in document.order_references] == ["B-1"]


@pytest.mark.parametrize(
    ("codes", "kind"),
    [
        ((), DocumentType.ORDER_CANCELLATION),
        (("003", "003"), DocumentType.ORDER_CANCELLATION),
        (("003", "002"), DocumentType.ORDER_CHANGE),
        (("",), DocumentType.ORDER_CHANGE),
    ],
)
def test_an_order_is_cancelled_if_the_head_says_so_and_no_line_goes_on(
    codes: tuple[str, ...], kind: DocumentType
) -> None:
    items = "".join(item(f"<ACTION>{code}</ACTION>") for code in codes)
    assert only("ORDCHG", f"<E1EDK01><ACTION>001</ACTION></E1EDK01>{items}").type is kind
    assert only("ORDCHG", f"<E1EDK01><ACTION>003</ACTION></E1EDK01>{items}").type is DocumentType.ORDER_CHANGE


def test_a_response_has_the_suppliers_number_and_refers_to_the_order() -> None:
    document = only("ORDRSP", "<E1EDK02><QUALF>002</QUALF><BELNR>S-9</BELNR></E1EDK02>" + item(named("001", "", "20")))
    assert (document.number, document.revision) == ("S-9", "17")
    assert ([one.number for one in document.order_references], document.supplier_order_references) == (
        ["B-1"],
        ("S-9",),
    )
    assert document.lines[0].order_line == "20"


def test_a_response_may_state_the_order_as_the_only_number() -> None:
    document = read(xml(control("ORDRSP") + "<E1EDK01><BELNR>B-1</BELNR></E1EDK01>" + item("")))[0]
    assert document.number == "B-1"


def test_a_response_was_issued_when_it_was_sent_not_when_the_order_was_entered() -> None:
    sent = "<CREDAT>20260320</CREDAT><CRETIM>091502</CRETIM>"
    document = only("ORDRSP", dated("012"), sent)
    assert (document.issue_date, document.issue_time) == (date(2026, 3, 20), time(9, 15, 2))


@pytest.mark.parametrize(
    ("code", "response"),
    [
        ("001", None),
        ("002", LineResponse.CHANGED),
        ("003", LineResponse.REJECTED),
        ("004", LineResponse.ACCEPTED),
        ("005", None),
    ],
)
def test_a_response_says_what_became_of_each_line(code: str, response: LineResponse | None) -> None:
    assert line("ORDRSP", f"<ACTION>{code}</ACTION><MENGE>1</MENGE>").response is response


def test_a_code_that_nobody_knows_is_an_issue() -> None:
    assert [one.code for one in only("ORDRSP", item("<ACTION>777</ACTION>")).issues] == ["UNKNOWN_CODE"]


def test_each_delivery_of_a_promised_item_is_a_promise() -> None:
    found = lines(
        "ORDRSP",
        "<MENGE>40</MENGE><NETWR>432</NETWR>" + schedule(("15", "20260316"), ("0", "20260301"), ("25", "20260401")),
    )
    assert [(one.quantity, one.promised_date) for one in found] == [(15, MARCH), (25, date(2026, 4, 1))]
    assert {one.unit_price for one in found} == {Decimal("10.8")}


def test_a_promise_of_less_is_what_its_schedule_says() -> None:
    (found,) = lines("ORDRSP", "<MENGE>40</MENGE><NETWR>432</NETWR>" + schedule(("30", "20260316")))
    assert (found.quantity, found.unit_price, found.line_amount) == (30, Decimal("10.8"), None)


def test_what_nobody_confirms_yet_is_confirmed_with_nothing() -> None:
    found = line("ORDRSP", "<MENGE>40</MENGE>" + schedule(("0", "20260316")))
    assert (found.quantity, found.response) == (0, LineResponse.CHANGED)


@pytest.mark.parametrize(
    ("deliveries", "quantity", "response"),
    [
        ((), 40, LineResponse.REJECTED),
        ((("0.000", "20260316"),), 40, LineResponse.REJECTED),
        ((("40.000", "20260316"),), 40, LineResponse.REJECTED),
        ((("30.000", "20260316"),), 30, LineResponse.CHANGED),
    ],
)
def test_a_reason_for_refusal_refuses_an_item_unless_a_part_is_confirmed(
    deliveries: tuple[tuple[str, str], ...], quantity: int, response: LineResponse
) -> None:
    found = line("ORDRSP", "<MENGE>40</MENGE><ABGRU>50</ABGRU>" + schedule(*deliveries))
    assert (found.quantity, found.response) == (quantity, response)


def partner(role: str, number: str, more: str = "") -> str:
    return f"<E1EDKA1><PARVW>{role}</PARVW><PARTN>{number}</PARTN>{more}</E1EDKA1>"


def test_parties_are_those_of_the_partner_functions() -> None:
    body = partner("WE", "W") + partner("AG", "A", "<LIFNR>L</LIFNR><NAME1>Werke</NAME1>") + partner("LF", "7")
    document = only("ORDERS", body + "<E1EDK01><EIGENUINR>DE1</EIGENUINR></E1EDK01>")
    assert document.supplier is not None
    assert document.buyer is not None
    assert [one.value for one in document.supplier.ids] == ["7"]
    assert ([one.value for one in document.buyer.ids], document.buyer.name) == (["A"], "Werke")
    assert (document.buyer.vat_id, document.supplier.vat_id) == ("DE1", None)


def test_the_own_vat_number_is_the_senders() -> None:
    vat = "<E1EDK01><EIGENUINR>DE1</EIGENUINR><KUNDEUINR>DE2</KUNDEUINR></E1EDK01>"
    document = only("ORDRSP", partner("LF", "7") + partner("AG", "A") + vat)
    assert (document.supplier and document.supplier.vat_id, document.buyer and document.buyer.vat_id) == ("DE1", "DE2")


def test_a_location_number_is_one() -> None:
    found = only("ORDERS", partner("LF", "7", "<ILNNR>4098765000010</ILNNR>")).supplier
    assert found is not None
    assert [(one.scheme, one.value) for one in found.ids] == [("0088", "4098765000010"), ("", "7")]


def test_a_party_that_no_segment_names_is_the_partner_of_the_control_record() -> None:
    more = "<SNDPRT>LS</SNDPRT><SNDPRN>P01</SNDPRN><RCVPRT>LI</RCVPRT><RCVPRN>70042</RCVPRN>"
    document = only("ORDERS", "", more)
    assert document.supplier is not None
    assert ([one.value for one in document.supplier.ids], document.buyer) == (["70042"], None)


def test_an_order_without_a_reference_segment_has_the_number_of_its_head() -> None:
    (document,) = read(xml(control("ORDERS") + "<E1EDK01><BELNR>B-7</BELNR></E1EDK01>" + ORDER.replace("001", "999")))
    assert document.number == "B-7"
