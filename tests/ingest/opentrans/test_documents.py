"""What openTRANS says, and in how many ways it says it."""

from datetime import date, time
from decimal import Decimal

import pytest

from ingest.format import Content
from ingest.formats.opentrans import OPENTRANS
from orders.document import DocumentType, LineAction, LineResponse
from orders.errors import Reject
from tests.golden import SAMPLES
from tests.ingest.opentrans.opentrans import V21, item, only, only_line, read, xml

V21FD = V21.replace("2.1", "2.1fd").replace("xmlns:bme", "xmlns:b")
V10 = 'xmlns="http://www.opentrans.org/XMLSchema/1.0"'
PRODUCT = "<{0}PRODUCT_ID><{1}SUPPLIER_PID>S-1</{1}SUPPLIER_PID></{0}PRODUCT_ID>"
PRICED = "<QUANTITY>10</QUANTITY><ARTICLE_PRICE type='{}'><PRICE_AMOUNT>119</PRICE_AMOUNT>{}</ARTICLE_PRICE>"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ORDER", DocumentType.ORDER),
        ("ORDERCHANGE", DocumentType.ORDER_CHANGE),
        ("ORDERRESPONSE", DocumentType.ORDER_RESPONSE),
        ("DISPATCHNOTIFICATION", DocumentType.DESPATCH_ADVICE),
        ("RECEIPTACKNOWLEDGEMENT", DocumentType.RECEIPT_ADVICE),
        ("INVOICE", DocumentType.INVOICE),
    ],
)
def test_the_root_says_what_it_is(name: str, kind: DocumentType) -> None:
    assert only(name).type is kind


@pytest.mark.parametrize(
    ("names", "prefix"),
    [
        (V21, "bme:"),
        (V21FD, "b:"),
        (V21, ""),
        (V10, ""),
        ("", ""),
        ('xmlns:bme="http://www.bmecat.org/bmecat/2005"', "bme:"),
    ],
)
def test_a_namespace_is_any_version_or_none_and_a_prefix_is_any_name(names: str, prefix: str) -> None:
    line = item("ORDER", PRODUCT.format("", prefix))
    (document,) = read(xml("ORDER", "<ORDER_ID>B-1</ORDER_ID>", line, names=names))
    assert (document.number, document.lines[0].supplier_item) == ("B-1", "S-1")


def test_the_root_may_have_a_prefix_too() -> None:
    data = xml("ORDER", "<ORDER_ID>B-1</ORDER_ID>").replace(b"<", b"<o:").replace(b"<o:/", b"</o:")
    assert read(data.replace(b"xmlns=", b"xmlns:o="))[0].number == "B-1"


@pytest.mark.parametrize(
    "data",
    [
        b"<ORDER><ID>1</ID></ORDER>",
        b"<Order/>",
        b'<ORDER xmlns="urn:elsewhere"><ORDER_HEADER/></ORDER>',
        b'<CATALOG xmlns="http://www.opentrans.org/XMLSchema/2.1"/>',
    ],
)
def test_what_only_bears_the_name_is_not_claimed(data: bytes) -> None:
    assert not OPENTRANS.claims(Content(data))


def test_a_document_that_is_not_followed_is_named() -> None:
    with pytest.raises(Reject, match="an openTRANS RFQ") as refused:
        read(xml("RFQ"))
    assert refused.value.code == "FORMAT_UNSUPPORTED"


def test_a_change_is_known_by_its_order_and_its_place() -> None:
    document = only("ORDERCHANGE", "<ORDERCHANGE_SEQUENCE_ID>2</ORDERCHANGE_SEQUENCE_ID>")
    assert (document.number, document.revision) == ("B-1", "2")
    assert [one.number for one in document.order_references] == ["B-1"]


def test_a_change_may_call_its_items_those_of_the_order() -> None:
    assert only("ORDERCHANGE", "", item("ORDER", "<QUANTITY>5</QUANTITY>")).lines[0].quantity == 5


def test_a_response_has_no_number_and_that_is_no_fault() -> None:
    document = only("ORDERRESPONSE", "<ORDERCHANGE_SEQUENCE_ID>2</ORDERCHANGE_SEQUENCE_ID>", item("ORDERRESPONSE", ""))
    assert (document.number, document.order_change_references, document.issues) == (None, ("2",), ())


def test_a_document_without_a_number_that_should_have_one_is_a_fault() -> None:
    (document,) = read(xml("INVOICE", "", item("INVOICE", "<QUANTITY>1</QUANTITY>")))
    assert [one.code for one in document.issues] == ["NUMBER_MISSING"]


def test_lines_of_changes_and_responses_bear_the_ids_of_the_order() -> None:
    assert only_line("ORDERRESPONSE", "").order_line == "1"
    assert only_line("ORDERCHANGE", "").order_line == "1"
    assert only_line("DISPATCHNOTIFICATION", "").order_line is None


def test_a_quantity_of_nothing_is_a_refusal_or_a_cancellation() -> None:
    assert only_line("ORDERRESPONSE", "<QUANTITY>0</QUANTITY>").response is LineResponse.REJECTED
    assert only_line("ORDERCHANGE", "<QUANTITY>0</QUANTITY>").action is LineAction.CANCELLED
    assert only_line("ORDERCHANGE", "<QUANTITY>2</QUANTITY>").action is None


def part(quantity: int, day: str) -> str:
    end = f"<DELIVERY_DATE><DELIVERY_END_DATE>{day}</DELIVERY_END_DATE></DELIVERY_DATE>"
    return f"<PARTIAL_DELIVERY><QUANTITY>{quantity}</QUANTITY>{end}</PARTIAL_DELIVERY>"


def in_parts(name: str, whole: int) -> list[tuple[int, str]]:
    parts = f"<PARTIAL_DELIVERY_LIST>{part(3, '2026-03-20')}{part(7, '2026-03-27')}</PARTIAL_DELIVERY_LIST>"
    lines = only(name, "", item(name, f"<QUANTITY>{whole}</QUANTITY>{parts}")).lines
    return [(int(line.quantity or 0), str(line.promised_date or line.requested_date)) for line in lines]


def test_what_is_promised_in_parts_is_a_promise_each() -> None:
    assert in_parts("ORDERRESPONSE", 10) == [(3, "2026-03-20"), (7, "2026-03-27")]


def test_parts_that_are_not_the_whole_leave_the_line_as_it_is() -> None:
    assert in_parts("ORDERRESPONSE", 12) == [(12, "2026-03-27")]


def test_an_order_in_parts_is_one_line_due_with_the_last() -> None:
    assert in_parts("ORDER", 10) == [(10, "2026-03-27")]


def test_of_a_period_the_end_counts() -> None:
    period = "<DELIVERY_DATE>{}<DELIVERY_END_DATE>2026-03-20</DELIVERY_END_DATE></DELIVERY_DATE>"
    line = only_line("ORDER", period.format("<DELIVERY_START_DATE>2026-03-16</DELIVERY_START_DATE>"))
    assert (line.requested_from, line.requested_date) == (date(2026, 3, 16), date(2026, 3, 20))
    assert only_line("DISPATCHNOTIFICATION", period.format("")).delivery_date == date(2026, 3, 20)


def test_midnight_is_no_time_of_day() -> None:
    dated = "<ORDER_DATE>2026-03-02T{}</ORDER_DATE>"
    assert only("ORDER", dated.format("00:00:00")).issue_time is None
    assert only("ORDER", dated.format("09:30:00+01:00")).issue_time == time(9, 30)


def test_case_S23_a_price_for_a_hundred_is_a_price_for_one() -> None:
    price = "<bme:PRICE_AMOUNT>12.50</bme:PRICE_AMOUNT><bme:PRICE_QUANTITY>100</bme:PRICE_QUANTITY>"
    assert only_line("ORDER", f"<PRODUCT_PRICE_FIX>{price}</PRODUCT_PRICE_FIX>").unit_price == Decimal("0.125")


def test_a_price_in_another_unit_is_converted() -> None:
    base = "<PRICE_BASE_FIX><PRICE_UNIT>KGM</PRICE_UNIT></PRICE_BASE_FIX>"
    price = f"<PRODUCT_PRICE_FIX><bme:PRICE_AMOUNT>2</bme:PRICE_AMOUNT>{base}</PRODUCT_PRICE_FIX>"
    assert only_line("ORDER", f"<bme:ORDER_UNIT>TNE</bme:ORDER_UNIT>{price}").unit_price == 2000


def test_what_the_tax_leaves_of_a_price_is_the_net_price() -> None:
    line = only_line("ORDER", PRICED.format("gros_list", "<TAX>0.19</TAX>"))
    assert (line.unit_price, line.tax_rate) == (100, 19)


def test_a_price_with_an_unknown_tax_is_left_out() -> None:
    document = only("ORDER", "", item("ORDER", PRICED.format("gros_list", "")))
    assert document.lines[0].unit_price is None
    assert [one.code for one in document.issues] == ["PRICE_WITH_TAX"]


def test_of_several_prices_that_without_tax_counts() -> None:
    net = "<ARTICLE_PRICE type='net_customer'><PRICE_AMOUNT>100</PRICE_AMOUNT></ARTICLE_PRICE>"
    assert only_line("ORDER", PRICED.format("gros_list", "<TAX>0.19</TAX>") + net).unit_price == 100


def test_a_gtin_is_told_from_other_international_numbers() -> None:
    numbers = "".join(
        f"<bme:INTERNATIONAL_PID type='{kind}'>{number}</bme:INTERNATIONAL_PID>"
        for kind, number in [("itscope", "66769190"), ("EAN", "4006381333931")]
    )
    assert only_line("ORDER", f"<PRODUCT_ID>{numbers}</PRODUCT_ID>").gtin == "4006381333931"


def party(number: str, role: str = "", kind: str = "x") -> str:
    said = f"<PARTY_ROLE>{role}</PARTY_ROLE>" if role else ""
    return f"<PARTY><bme:PARTY_ID type='{kind}'>{number}</bme:PARTY_ID>{said}</PARTY>"


@pytest.mark.parametrize(
    "said",
    [
        f"<PARTIES>{party('7', 'delivery')}{party('9', 'supplier', 'duns')}</PARTIES>",
        f"<PARTIES>{party('7', 'buyer')}{party('9', 'invoice_issuer', 'duns')}</PARTIES>",
        f"<PARTIES>{party('7')}{party('9', kind='duns')}</PARTIES><bme:SUPPLIER_IDREF>9</bme:SUPPLIER_IDREF>",
        "<bme:SUPPLIER_IDREF type='duns'>9</bme:SUPPLIER_IDREF>",
        f"<SUPPLIER_PARTY>{party('9', kind='duns')}</SUPPLIER_PARTY>",
    ],
)
def test_the_supplier_is_named_by_role_by_reference_or_by_element(said: str) -> None:
    supplier = only("INVOICE", said).supplier
    assert supplier is not None
    assert [(one.scheme, one.value) for one in supplier.ids] == [("0060", "9")]


def test_the_type_of_a_number_may_be_the_role() -> None:
    document = only("INVOICE", f"<PARTIES>{party('9', kind='issuer')}{party('7', kind='buyer')}</PARTIES>")
    assert document.supplier is not None
    assert document.buyer is not None
    assert (document.supplier.ids[0].value, document.buyer.ids[0].value) == ("9", "7")


@pytest.mark.parametrize("said", ["credit_note", "CreditNote", "Gutschrift"])
def test_the_type_of_an_invoice_makes_it_a_credit_note(said: str) -> None:
    assert only("INVOICE", f"<INVOICE_TYPE>{said}</INVOICE_TYPE>").type is DocumentType.CREDIT_NOTE
    assert only("INVOICE", attributes=f'type="{said}"').type is DocumentType.CREDIT_NOTE


def test_a_negative_invoice_stays_an_invoice_with_its_sign() -> None:
    document = only("INVOICE", "", item("INVOICE", "<QUANTITY>-2</QUANTITY>"), "<TOTAL_AMOUNT>-119</TOTAL_AMOUNT>")
    assert (document.type, document.lines[0].quantity, document.totals.gross) == (DocumentType.INVOICE, -2, -119)


TAXED = "<TOTAL_TAX><TAX_DETAILS_FIX><TAX_AMOUNT>19</TAX_AMOUNT></TAX_DETAILS_FIX></TOTAL_TAX>"


def test_an_allowance_is_taken_off_whatever_its_sign() -> None:
    amount = "<ALLOW_OR_CHARGE_VALUE><AOC_MONETARY_AMOUNT>{}</AOC_MONETARY_AMOUNT></ALLOW_OR_CHARGE_VALUE>"
    charge = f"<ALLOW_OR_CHARGE type='{{}}'>{amount}</ALLOW_OR_CHARGE>"
    said = "".join(charge.format(*one) for one in [("surcharge", 8), ("allowance", 3), ("allowance", -2)])
    summary = f"<ALLOW_OR_CHARGES_FIX>{said}</ALLOW_OR_CHARGES_FIX>"
    assert [one.amount for one in only("INVOICE", "", "", summary).charges] == [8, -3, -2]


def test_the_net_total_is_what_the_tax_leaves() -> None:
    summary = (
        "<NET_VALUE_GOODS>90</NET_VALUE_GOODS><NET_VALUE_EXTRA>10</NET_VALUE_EXTRA><TOTAL_AMOUNT>119</TOTAL_AMOUNT>"
    )
    document = only("INVOICE", "", "", summary + TAXED)
    assert (document.totals.net, document.totals.gross, document.issues) == (100, 119, ())
    assert [one.amount for one in document.charges] == [10]


def test_totals_that_do_not_follow_are_an_issue() -> None:
    summary = "<NET_VALUE_GOODS>90</NET_VALUE_GOODS><TOTAL_AMOUNT>119</TOTAL_AMOUNT>"
    assert [one.code for one in only("INVOICE", "", "", summary + TAXED).issues] == ["total_mismatch"]


def test_each_invoice_of_a_list_is_a_document() -> None:
    listed = "<INVOICE_REFERENCE><INVOICE_ID>{}</INVOICE_ID></INVOICE_REFERENCE><TOTAL_AMOUNT>119</TOTAL_AMOUNT>"
    items = "".join(item("INVOICELIST", listed.format(number)) for number in ("R-1", "R-2"))
    documents = read(xml("INVOICELIST", "<bme:CURRENCY>EUR</bme:CURRENCY>", items))
    assert [(one.number, one.currency, one.totals.gross) for one in documents] == [
        ("R-1", "EUR", 119),
        ("R-2", "EUR", 119),
    ]


def test_invoices_that_stand_whole_in_a_list_are_read_whole() -> None:
    whole = "".join(
        xml("INVOICE", f"<INVOICE_ID>{number}</INVOICE_ID>", item("INVOICE", "<QUANTITY>1</QUANTITY>")).decode()
        for number in ("R-1", "R-2")
    )
    documents = read(xml("INVOICELIST", "", whole))
    assert [(one.number, len(one.lines)) for one in documents] == [("R-1", 1), ("R-2", 1)]


def test_a_list_of_nothing_is_refused() -> None:
    with pytest.raises(Reject) as refused:
        read(xml("INVOICELIST"))
    assert refused.value.code == "DOCUMENT_EMPTY"


def test_the_invoices_of_a_list_stand_in_groups_each_of_its_own_supplier() -> None:
    sample = (SAMPLES / "opentrans" / "invoice-list.xml").read_bytes()
    found = [(one.number, one.supplier and one.supplier.name, one.totals.gross) for one in read(sample)]
    assert found == [
        ("R-701", "Nordschrauben GmbH", 119),
        ("R-702", "Nordschrauben GmbH", 219),
        ("A-9", "Ankerhandel KG", Decimal("11.9")),
    ]


def test_a_delivery_that_completes_its_order_line_leaves_nothing_outstanding() -> None:
    whole, part = (
        item("DISPATCHNOTIFICATION", f"<QUANTITY>5</QUANTITY><DELIVERY_COMPLETED>{said}</DELIVERY_COMPLETED>")
        for said in ("true", "false")
    )
    lines = read(xml("DISPATCHNOTIFICATION", "", whole + part))[0].lines
    assert [line.outstanding_quantity for line in lines] == [0, None]


def test_a_line_may_have_come_on_a_day_of_its_own() -> None:
    (document,) = read(
        xml(
            "RECEIPTACKNOWLEDGEMENT",
            "<RECEIPT_DATE>2026-03-20</RECEIPT_DATE>",
            item("RECEIPTACKNOWLEDGEMENT", "<QUANTITY>5</QUANTITY><RECEIPT_DATE>2026-03-21</RECEIPT_DATE>"),
        )
    )
    assert str(document.lines[0].delivery_date) == "2026-03-21"
