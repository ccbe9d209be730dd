from datetime import date
from decimal import Decimal

import pytest

from orders.document import Line
from tests.ingest.ubl import document

PIECES = {"unitCode": "C62"}


def shipped(**line: object) -> Line:
    (one,) = document("DespatchAdvice", {"DespatchLine": {"ID": "1", **line}}).lines
    return one


def test_case_S44_a_despatch_line_says_what_is_shipped_and_what_is_still_to_come() -> None:
    line = shipped(DeliveredQuantity=("6", PIECES), OutstandingQuantity=("4", PIECES), BackorderQuantity=("3", PIECES))
    assert (line.quantity, line.outstanding_quantity, line.backorder_quantity) == (6, 4, 3)
    assert line.unit == "C62"
    assert shipped(DeliveredQuantity="6", OutstandingQuantity="0").outstanding_quantity == 0
    assert shipped(DeliveredQuantity="6").outstanding_quantity is None


def test_the_reason_why_something_is_missing_is_a_note() -> None:
    line = shipped(Note="first", OutstandingQuantity="4")
    assert line.note == "first"


def test_case_S35_what_is_received_holds_what_is_rejected() -> None:
    quantities = {
        "ReceivedQuantity": ("80", PIECES),
        "RejectedQuantity": ("20", PIECES),
        "ShortQuantity": ("5", PIECES),
    }
    (line,) = document("ReceiptAdvice", {"ReceiptLine": {"ID": "1", **quantities}}).lines
    assert (line.quantity, line.rejected_quantity, line.short_quantity) == (80, 20, 5)


def test_a_return_stays_negative() -> None:
    (line,) = document("ReceiptAdvice", {"ReceiptLine": {"ID": "1", "ReceivedQuantity": ("-5", PIECES)}}).lines
    assert line.quantity == -5


def test_a_receipt_names_the_despatch_and_its_line() -> None:
    reference = {"LineID": "3", "DocumentReference": {"ID": "LS-1"}}
    one = document(
        "ReceiptAdvice",
        {
            "DespatchDocumentReference": [{"ID": "LS-1"}, {"ID": "LS-2"}, {"ID": "LS-1"}],
            "ReceiptLine": {"ID": "1", "DespatchLineReference": reference},
        },
    )
    assert one.despatch_references == ("LS-1", "LS-2")
    assert (one.lines[0].despatch_number, one.lines[0].despatch_line) == ("LS-1", "3")


def test_in_turkey_the_number_of_the_despatch_advice_stands_apart_from_its_uuid() -> None:
    numbers = [{"ID": "IRS-7", "DocumentTypeCode": "DespatchAdviceID"}, {"ID": "K-1", "DocumentTypeCode": "Kontrat"}]
    one = document(
        "ReceiptAdvice", {"DespatchDocumentReference": {"ID": "F47AC10B"}, "AdditionalDocumentReference": numbers}
    )
    assert one.despatch_references == ("F47AC10B", "IRS-7")


def test_goods_come_when_they_came_or_are_expected() -> None:
    period = {"EstimatedDeliveryPeriod": {"StartDate": "2026-05-01", "EndDate": "2026-05-02"}}
    expected = document("DespatchAdvice", {"Shipment": {"Delivery": period}, "DespatchLine": {"ID": "1"}})
    assert (expected.delivery_date, expected.lines[0].delivery_date) == (date(2026, 5, 2), date(2026, 5, 2))
    came = document(
        "ReceiptAdvice",
        {
            "Shipment": {"Delivery": {"ActualDeliveryDate": "2026-05-03", **period}},
            "ReceiptLine": {"ID": "1", "ReceivedDate": "2026-05-04"},
        },
    )
    assert (came.delivery_date, came.lines[0].delivery_date) == (date(2026, 5, 3), date(2026, 5, 4))


def test_what_was_requested_is_no_date_of_delivery() -> None:
    period = {"RequestedDeliveryPeriod": {"EndDate": "2026-05-02"}}
    assert document("DespatchAdvice", {"Shipment": {"Delivery": period}}).delivery_date is None


def test_a_despatch_advice_may_name_several_orders() -> None:
    one = document("DespatchAdvice", {"OrderReference": [{"ID": "P1"}, {"ID": "P2"}, {"ID": "P1"}]})
    assert [reference.number for reference in one.order_references] == ["P1", "P2"]


def test_a_despatch_advice_that_is_cancelled_withdraws_itself() -> None:
    assert document("DespatchAdvice", {"DocumentStatusCode": "Cancelled"}).cancels == ("D-1",)
    assert document("DespatchAdvice", {"DocumentStatusCode": "NoStatus"}).cancels == ()


def test_a_despatch_advice_has_no_currency() -> None:
    line = {"ID": "1", "Shipment": {"GoodsItem": {"ValueAmount": ("5", {"currencyID": "TRY"})}}}
    assert document("DespatchAdvice", {"DespatchLine": line}).currency is None


def test_items_are_known_by_the_numbers_of_buyer_seller_and_gs1() -> None:
    item = {
        "Description": ["Steel", "Zinc plated"],
        "Name": "Bolt",
        "BuyersItemIdentification/ID": "B-1",
        "SellersItemIdentification/ID": "S-1",
        "StandardItemIdentification/ID": ("4012345000009", {"schemeID": "0160"}),
    }
    line = shipped(Item=item)
    assert (line.buyer_item, line.supplier_item, line.gtin) == ("B-1", "S-1", "4012345000009")
    assert (line.name, line.description) == ("Bolt", "Steel\nZinc plated")


def test_a_standard_number_is_a_gtin_if_it_says_so_or_looks_like_one() -> None:
    def gtin(value: str, scheme: str | None = None) -> str | None:
        attributes = {} if scheme is None else {"schemeID": scheme}
        return shipped(Item={"StandardItemIdentification/ID": (value, attributes)}).gtin

    assert gtin("028440030", "0160") == "028440030"
    assert gtin("4012345000009") == "4012345000009"
    assert gtin("97iugug876") is None
    assert gtin("123", "ISBN") is None


def test_a_line_says_where_it_stands_in_the_file() -> None:
    assert shipped(DeliveredQuantity="1").where == "line 1"


def test_a_quantity_may_have_many_decimals() -> None:
    assert shipped(DeliveredQuantity="0.00012345").quantity == Decimal("0.00012345")


@pytest.mark.parametrize(("code", "remedy"), [("1", "replacement"), ("2", "refund"), ("9", None)])
def test_a_receipt_says_what_is_expected_for_what_it_rejects(code: str, remedy: str | None) -> None:
    said = {"ReceivedQuantity": ("10", PIECES), "RejectedQuantity": ("2", PIECES), "RejectActionCode": code}
    (line,) = document("ReceiptAdvice", {"ReceiptLine": {"ID": "1", **said}}).lines
    assert line.remedy == remedy
