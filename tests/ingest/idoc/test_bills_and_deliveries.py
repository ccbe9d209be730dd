"""What INVOIC and DELVRY say."""

from datetime import date
from decimal import Decimal

import pytest

from orders.document import DocumentType, Line
from tests.ingest.idoc.idoc import bill, control, delivery, item, read, xml


def summed(**amounts: str) -> str:
    inner = (f"<E1EDS01><SUMID>{name[1:]}</SUMID><SUMME>{one}</SUMME></E1EDS01>" for name, one in amounts.items())
    return "".join(inner)


def worth(amount: str, qualifier: str = "003") -> str:
    return f"<E1EDP26><QUALF>{qualifier}</QUALF><BETRG>{amount}</BETRG></E1EDP26>"


def condition(sign: str, amount: str, segment: str = "E1EDK05") -> str:
    return f"<{segment}><ALCKZ>{sign}</ALCKZ><KOTXT>Fracht</KOTXT><BETRG>{amount}</BETRG></{segment}>"


@pytest.mark.parametrize(("kind", "found"), [("CRME", DocumentType.CREDIT_NOTE), ("INVO", DocumentType.INVOICE)])
def test_the_document_type_says_whether_it_is_a_credit_memo(kind: str, found: DocumentType) -> None:
    document = bill(kind=kind)
    assert (document.type, document.type_code) == (found, kind)


def test_the_invoice_number_is_that_of_its_own_qualifier_before_that_of_the_head() -> None:
    assert bill("<E1EDK02><QUALF>009</QUALF><BELNR>R-2</BELNR></E1EDK02>").number == "R-2"
    assert bill().number == "R-1"


def test_totals_are_what_the_sums_say() -> None:
    totals = bill(item(worth("350")) + summed(_017="350.00", _010="350.00", _005="66.50", _011="416.50")).totals
    assert (totals.lines, totals.net, totals.tax, totals.gross) == (350, 350, Decimal("66.5"), Decimal("416.5"))


def test_without_a_sum_of_taxes_they_are_added() -> None:
    document = bill("<E1EDK04><MSATZ>19</MSATZ><MWSBT>19.00</MWSBT></E1EDK04>" * 2 + item(worth("200")))
    assert document.totals.tax == 38


def test_the_net_value_of_a_line_says_what_one_costs() -> None:
    found = bill(item("<MENGE>15</MENGE>" + worth("180", "002") + worth("162") + worth("162", "005"))).lines[0]
    assert (found.line_amount, found.unit_price) == (162, Decimal("10.8"))


def test_a_line_names_its_order_and_its_delivery() -> None:
    named = "<E1EDP02><QUALF>{}</QUALF><BELNR>{}</BELNR><ZEILE>{}</ZEILE></E1EDP02>"
    content = named.format("001", "B-1", "10") + named.format("016", "80001", "20") + "<MENGE>1</MENGE>"
    found = bill(item(content)).lines[0]
    assert (found.order_number, found.order_line) == ("B-1", "10")
    assert (found.despatch_number, found.despatch_line) == ("80001", "20")
    assert bill(item(content), "CRME").lines[0].despatch_number is None


@pytest.mark.parametrize(
    ("conditions", "net", "charges"),
    [
        (condition("+", "25"), "375", [25]),
        (condition("-", "25"), "325", [-25]),
        (condition("-", "25-"), "325", [-25]),
        (condition("+", "25"), "350", []),
        (condition("+", "350") + condition("-", "10"), "350", []),
        (condition("+", "25") + condition("-", "5"), "370", [25, -5]),
    ],
)
def test_conditions_are_charges_only_where_they_lead_to_the_net_total(
    conditions: str, net: str, charges: list[int]
) -> None:
    document = bill(conditions + item(worth("350")) + summed(_010=net))
    assert ([one.amount for one in document.charges], document.issues) == (charges, ())


def test_conditions_of_a_line_are_charges_only_where_they_lead_to_its_net_value() -> None:
    priced = "<MENGE>10</MENGE><VPREI>10</VPREI>"
    rebate = condition("+", "100", "E1EDP05") + condition("-", "5", "E1EDP05")
    assert bill(item(priced + worth("100") + rebate)).lines[0].charges == ()
    found = bill(item(priced + worth("95") + condition("-", "5", "E1EDP05")))
    assert ([one.amount for one in found.lines[0].charges], found.issues) == ([-5], ())


def test_an_account_is_where_the_money_goes() -> None:
    document = bill("<E1EDK28><ACNUM>DE02100100100006820101</ACNUM></E1EDK28>")
    assert [one.iban for one in document.payment_accounts] == ["DE02100100100006820101"]


def goods(number: str, quantity: str, more: str = "") -> str:
    return f"<POSNR>{number}</POSNR><MATNR>S-1</MATNR><LFIMG>{quantity}</LFIMG><VRKME>ST</VRKME>{more}"


ORDERED = "<E1EDL41><QUALI>001</QUALI><BSTNR>B-1</BSTNR><POSEX>00010</POSEX></E1EDL41>"
PRECEDING = "<VGBEL>P-1</VGBEL><VGPOS>000020</VGPOS>"


def references(line: Line) -> tuple[object, ...]:
    return (line.order_number, line.order_line, line.supplier_order_number, line.supplier_order_line)


@pytest.mark.parametrize(
    ("content", "head", "expected"),
    [
        (PRECEDING + ORDERED, "", ("B-1", "00010", "P-1", "000020")),
        (PRECEDING, "", ("P-1", "000020", None, None)),
        (PRECEDING, "<E1EDL21><LFART>EL</LFART></E1EDL21>", ("P-1", "000020", None, None)),
        (PRECEDING, "<E1EDL21><LFART>LF</LFART></E1EDL21>", (None, None, "P-1", "000020")),
        (
            "<E1EDL43><QUALF>V</QUALF><BELNR>B-2</BELNR><POSNR>30</POSNR></E1EDL43>",
            "<E1EDL21><LFART>LF</LFART></E1EDL21>",
            ("B-2", "30", None, None),
        ),
        ("<E1EDL43><QUALF>C</QUALF><BELNR>S-2</BELNR></E1EDL43>" + PRECEDING, "", (None, None, "S-2", None)),
    ],
)
def test_what_precedes_a_delivery_is_the_suppliers_order_or_the_buyers_own(
    content: str, head: str, expected: tuple[object, ...]
) -> None:
    assert references(delivery(goods("10", "1", content), head=head).lines[0]) == expected


def test_of_an_item_in_batches_the_batches_count() -> None:
    main = goods("10", "0", "<KDMAT>A-1</KDMAT>" + ORDERED)
    batches = [goods("900001", "9", "<HIPOS>000010</HIPOS>"), goods("900002", "6", "<HIPOS>000010</HIPOS>")]
    found = delivery(main, *batches).lines
    assert [(one.id, one.quantity) for one in found] == [("900001", 9), ("900002", 6)]
    assert {(one.order_number, one.order_line, one.buyer_item) for one in found} == {("B-1", "00010", "A-1")}


def test_batches_that_repeat_the_quantity_of_their_item_count_once() -> None:
    batches = [goods("900001", "9", "<HIPOS>000010</HIPOS>"), goods("900002", "6", "<HIPOS>000010</HIPOS>")]
    assert [one.quantity for one in delivery(goods("10", "15"), *batches).lines] == [15]
    assert [one.quantity for one in delivery(goods("10", "2"), *batches).lines] == [2, 9, 6]


def deadline(qualifier: str, planned: str, actual: str = "") -> str:
    return f"<E1EDT13><QUALF>{qualifier}</QUALF><NTANF>{planned}</NTANF><ISDD>{actual}</ISDD></E1EDT13>"


def test_a_delivery_comes_on_its_delivery_date_or_leaves_with_the_goods_issue() -> None:
    leaves, arrives = deadline("006", "20260316"), deadline("007", "20260317", "20260318")
    assert delivery(head=leaves + arrives).delivery_date == date(2026, 3, 18)
    assert delivery(head=leaves).delivery_date == date(2026, 3, 16)


def test_every_delivery_of_an_idoc_is_a_despatch_advice() -> None:
    body = "".join(f"<E1EDL20><VBELN>{one}</VBELN></E1EDL20>" for one in ("80001", "80002"))
    found = read(xml(control("DESADV", basic_type="DELVRY03") + body))
    assert [(one.type, one.number) for one in found] == [
        (DocumentType.DESPATCH_ADVICE, "80001"),
        (DocumentType.DESPATCH_ADVICE, "80002"),
    ]


def test_a_delivery_without_a_number_in_sap_has_the_senders() -> None:
    body = "<E1EDL20><LIFEX>L-7</LIFEX></E1EDL20>"
    assert read(xml(control("DESADV", basic_type="DELVRY03") + body))[0].number == "L-7"
