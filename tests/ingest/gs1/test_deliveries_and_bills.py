"""What despatch advices, receiving advices and invoices say."""

from datetime import date
from decimal import Decimal

import pytest

from orders.document import Document, DocumentType, Line, Standing
from tests.ingest.gs1.gs1 import ORDER_REFERENCE, item, line, lines, only


def reference(element: str, number: str, place: str = "") -> str:
    said = f"<lineItemNumber>{place}</lineItemNumber>" if place else ""
    return f"<{element}><entityIdentification>{number}</entityIdentification>{said}</{element}>"


def test_lines_of_all_logistic_units_are_the_despatch_s() -> None:
    unit = "despatchAdviceLogisticUnit"
    inner = [item("despatchAdvice", f"<despatchedQuantity>{n}</despatchedQuantity>", str(n)) for n in (1, 2, 3)]
    document = only("despatchAdvice", f"<{unit}>{inner[0]}{inner[1]}</{unit}><{unit}>{inner[2]}</{unit}><{unit}/>")
    assert [one.quantity for one in document.lines] == [1, 2, 3]


def test_the_day_of_arrival_is_said_or_else_that_of_leaving() -> None:
    leaves = "<despatchDateTime>2026-03-23T16:00:00</despatchDateTime>"
    comes = "<estimatedDeliveryDateTime>2026-03-24T10:00:00</estimatedDeliveryDateTime>"
    for said, day in ((leaves, 23), (leaves + comes, 24)):
        document = only("despatchAdvice", f"<despatchInformation>{said}</despatchInformation>")
        assert document.delivery_date == date(2026, 3, day)


def test_orders_are_named_by_the_head_or_by_lines() -> None:
    named = reference("purchaseOrder", "B-7", "3") + reference("despatchAdvice", "own", "1")
    found = line("despatchAdvice", named)
    assert (found.order_number, found.order_line, found.despatch_number) == ("B-7", "3", None)
    assert [one.number for one in only("despatchAdvice", ORDER_REFERENCE).order_references] == ["B-1"]


def test_what_an_item_consists_of_is_no_line() -> None:
    parent = "<parentLineItemNumber>1</parentLineItemNumber>"
    assert [one.id for one in lines("despatchAdvice", "", parent)] == ["1"]
    found = lines("despatchAdvice", "", parent + reference("purchaseOrder", "B-1", "2"))
    assert [one.id for one in found] == ["1", "2"]
    assert [one.id for one in lines("despatchAdvice", "", parent.replace("1", "9"))] == ["1", "2"]


def received(**said: int) -> Line:
    """A line with quantities, and conditions in capitals."""
    figures = "".join(
        f"<receivingConditionInformation><receivingConditionCode>{key}</receivingConditionCode>"
        f"<receivingConditionQuantity>{value}</receivingConditionQuantity></receivingConditionInformation>"
        if key.isupper()
        else f"<quantity{key.title()}>{value}</quantity{key.title()}>"
        for key, value in said.items()
    )
    return line("receivingAdvice", figures)


@pytest.mark.parametrize(
    ("said", "quantity", "refused", "short"),
    [
        ({"received": 10}, 10, None, None),
        ({"accepted": 10}, 10, None, None),
        ({"received": 10, "accepted": 7}, 10, 3, None),
        ({"received": 10, "accepted": 10, "despatched": 12, "QUANTITY_SHORT": 2}, 10, None, 2),
        ({"received": 10, "accepted": 7, "QUALITY_PROBLEM": 2, "INCORRECT_PRODUCT": 1}, 10, 3, None),
        ({"accepted": 7, "DAMAGED_PRODUCT_OR_CONTAINER": 3}, 10, 3, None),
        ({"GOOD_CONDITION": 7, "DAMAGED_PRODUCT_OR_CONTAINER": 3}, 10, 3, None),
        ({"despatched": 12}, None, None, None),
    ],
)
def test_what_came_is_what_was_accepted_and_what_was_refused(
    said: dict[str, int], quantity: int | None, refused: int | None, short: int | None
) -> None:
    found = received(**said)
    assert (found.quantity, found.rejected_quantity, found.short_quantity) == (quantity, refused, short)


def test_a_receipt_names_despatch_and_order() -> None:
    found = line("receivingAdvice", reference("despatchAdvice", "LS-1", "4") + reference("purchaseOrder", "B-1", "2"))
    assert (found.despatch_number, found.despatch_line, found.order_line) == ("LS-1", "4", "2")
    noted = only("receivingAdvice", reference("deliveryNote", "LS-2") + reference("despatchAdvice", "LS-1"))
    assert list(noted.despatch_references) == ["LS-1", "LS-2"]


def bill(kind: str = "INVOICE", more: str = "", **totals: str) -> Document:
    inner = "".join(f"<{name}>{amount}</{name}>" for name, amount in totals.items())
    return only("invoice", f"<invoiceType>{kind}</invoiceType><invoiceTotals>{inner}</invoiceTotals>{more}")


@pytest.mark.parametrize(
    ("kind", "document_type", "standing"),
    [
        ("INVOICE", DocumentType.INVOICE, None),
        ("CREDIT_NOTE", DocumentType.CREDIT_NOTE, None),
        ("SELF_BILLED_CREDIT_NOTE", DocumentType.CREDIT_NOTE, None),
        ("PRO_FORMA_INVOICE", DocumentType.INVOICE, Standing.PROFORMA),
        ("PREPAYMENT_INVOICE", DocumentType.INVOICE, Standing.PREPAYMENT),
        ("DEBIT_NOTE", DocumentType.INVOICE, None),
    ],
)
def test_the_type_of_an_invoice_says_what_it_counts_for(
    kind: str, document_type: DocumentType, standing: Standing | None
) -> None:
    document = bill(kind)
    assert (document.type, document.standing) == (document_type, standing)


def test_a_corrected_invoice_takes_the_place_of_the_one_it_names() -> None:
    document = bill("CORRECTED_INVOICE", reference("invoice", "R-1"))
    assert list(document.replaces) == list(document.invoice_references) == ["R-1"]


@pytest.mark.parametrize("action", ["DELETE", "CHANGE_BY_REFRESH"])
def test_an_invoice_may_take_itself_back_or_come_anew(action: str) -> None:
    document = only("invoice", f"<documentActionCode>{action}</documentActionCode>")
    assert (list(document.cancels), list(document.replaces)) == ((["B-1"], []) if action == "DELETE" else ([], ["B-1"]))


def test_the_total_is_with_tax_unless_it_takes_the_tax_to_pay_it() -> None:
    total = bill(totalInvoiceAmount="119", totalTaxAmount="19", totalInvoiceAmountPayable="119").totals
    assert (total.net, total.tax, total.gross) == (100, 19, 119)
    total = bill(totalInvoiceAmount="100", totalTaxAmount="19", totalInvoiceAmountPayable="119").totals
    assert (total.net, total.tax, total.gross, total.payable) == (100, 19, 119, 119)
    assert bill(totalInvoiceAmount="119").totals.net is None


def test_a_sum_of_lines_with_tax_is_none() -> None:
    sums = {"totalLineAmountInclusiveAllowancesCharges": "119", "totalInvoiceAmount": "119", "totalTaxAmount": "19"}
    assert bill(**sums).totals.lines is None
    assert bill(**{**sums, "totalLineAmountInclusiveAllowancesCharges": "100"}).totals.lines == 100


def allowance(direction: str, amount: str) -> str:
    return (
        f"<invoiceAllowanceCharge><allowanceOrChargeType>{direction}</allowanceOrChargeType>"
        f'<allowanceChargeAmount currencyCode="EUR">{amount}</allowanceChargeAmount></invoiceAllowanceCharge>'
    )


def test_allowances_take_off_and_charges_add() -> None:
    more = allowance("CHARGE", "10") + allowance("ALLOWANCE", "4") + allowance("ALLOWANCE", "-1")
    assert [one.amount for one in bill(more=more).charges] == [10, -4, -1]


def test_a_line_s_amount_before_allowances_is_made_one_after_them() -> None:
    found = line(
        "invoice",
        "<invoicedQuantity>10</invoicedQuantity>"
        '<amountExclusiveAllowancesCharges currencyCode="EUR">100</amountExclusiveAllowancesCharges>'
        '<itemPriceExclusiveAllowancesCharges currencyCode="EUR">10</itemPriceExclusiveAllowancesCharges>'
        + allowance("ALLOWANCE", "5"),
    )
    assert found.line_amount == Decimal(95)
    assert found.unit_price == Decimal(10)


def test_a_line_that_takes_off_is_negative() -> None:
    found = line(
        "invoice",
        "<invoicedQuantity>2</invoicedQuantity><creditLineIndicator>YES</creditLineIndicator>"
        '<amountInclusiveAllowancesCharges currencyCode="EUR">10</amountInclusiveAllowancesCharges>'
        '<itemPriceInclusiveAllowancesCharges currencyCode="EUR">5</itemPriceInclusiveAllowancesCharges>',
    )
    assert (found.quantity, found.line_amount, found.unit_price) == (-2, -10, 5)


def test_the_currency_is_the_document_s_or_that_of_an_amount() -> None:
    assert only("invoice", "<invoiceCurrencyCode>SEK</invoiceCurrencyCode>").currency == "SEK"
    priced = only("order", item("order", '<netPrice currencyCode="NOK">7</netPrice>'))
    assert priced.currency == "NOK"


def test_taxes_that_do_not_follow_from_their_rate_are_an_issue() -> None:
    tax = (
        "<taxSubtotal><dutyFeeTaxAmount>25</dutyFeeTaxAmount><dutyFeeTaxBasisAmount>100</dutyFeeTaxBasisAmount>"
        "<dutyFeeTaxPercentage>19</dutyFeeTaxPercentage></taxSubtotal>"
    )
    totals = f"<invoiceTotals><totalTaxAmount>25</totalTaxAmount>{tax}</invoiceTotals>"
    assert "TAX_MISMATCH" in {one.code.upper() for one in only("invoice", totals).issues}
