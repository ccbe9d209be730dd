"""What Order-X says: orders, changes, responses."""

from datetime import date
from decimal import Decimal

import pytest

from orders.document import Document, DocumentType, LineAction, LineResponse, Response
from orders.errors import Reject
from tests.ingest.cii.cii import codes, day, line, only_line, order_x

OCCURS = "OccurrenceDateTime"


def requested(quantity: str, **more: object) -> dict[str, object]:
    return {"RequestedQuantity": (quantity, {"unitCode": "C62"}), **more}


def period(start: str, end: str) -> dict[str, object]:
    return {"OccurrenceSpecifiedPeriod": {"StartDateTime": day(start), "EndDateTime": day(end)}}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("220", DocumentType.ORDER),
        ("224", DocumentType.ORDER),
        ("230", DocumentType.ORDER_CHANGE),
        ("231", DocumentType.ORDER_RESPONSE),
    ],
)
def test_the_type_code_says_what_it_is(code: str, expected: DocumentType) -> None:
    assert (order_x(code).type, order_x(code).format) == (expected, "order-x")


def test_any_other_type_code_is_refused() -> None:
    with pytest.raises(Reject, match="'380'") as caught:
        order_x("380")
    assert caught.value.code == "FORMAT_UNSUPPORTED"


def test_the_purpose_makes_a_cancellation() -> None:
    assert order_x("220", {"PurposeCode": "1"}).type is DocumentType.ORDER_CANCELLATION
    assert order_x("230", {"PurposeCode": "1"}).type is DocumentType.ORDER_CANCELLATION
    assert order_x("231", {"PurposeCode": "1"}).type is DocumentType.ORDER_RESPONSE


def test_an_order_that_repeats_its_own_number_refers_to_nothing() -> None:
    assert order_x("220", Agreement={"BuyerOrderReferencedDocument/IssuerAssignedID": "B-1"}).order_references == ()
    other = order_x("230", Agreement={"BuyerOrderReferencedDocument/IssuerAssignedID": "B-0"})
    assert [one.number for one in other.order_references] == ["B-0"]


def test_a_line_of_an_order_is_itself_whatever_it_refers_to() -> None:
    agreement = {"BuyerOrderReferencedDocument": {"IssuerAssignedID": "B-0", "LineID": "7"}}
    assert only_line(line("1", Agreement=agreement), "220").order_line is None
    assert only_line(line("1", Agreement=agreement), "230").order_line == "7"


def answered(code: str) -> Document:
    return order_x("231", {"StatusCode": code})


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("1", Response.ACCEPTED),
        ("3", Response.CHANGED),
        ("8", Response.REJECTED),
        ("43", Response.ACKNOWLEDGED),
        ("AP", Response.ACCEPTED),
        ("27", Response.REJECTED),
        ("38", None),
    ],
)
def test_the_status_answers_the_order(code: str, expected: Response | None) -> None:
    assert (answered(code).response, codes(answered(code))) == (expected, [])


def test_an_unknown_answer_is_an_issue() -> None:
    assert (answered("77").response, codes(answered("77"))) == (None, ["UNKNOWN_CODE"])


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("1", LineResponse.ADDED),
        ("3", LineResponse.CHANGED),
        ("5", LineResponse.ACCEPTED),
        ("7", LineResponse.REJECTED),
        ("42", LineResponse.ALREADY_DELIVERED),
    ],
)
def test_the_line_status_answers_the_line(code: str, expected: LineResponse) -> None:
    assert only_line(line("1", About={"LineStatusCode": code}), "231").response is expected


@pytest.mark.parametrize(
    ("code", "expected"), [("1", LineAction.ADDED), ("2", LineAction.CANCELLED), ("3", LineAction.CHANGED)]
)
def test_the_line_status_of_a_change_says_what_happens_to_the_line(code: str, expected: LineAction) -> None:
    assert only_line(line("1", About={"LineStatusCode": code}), "230").action is expected


def test_an_order_requests_and_a_response_agrees() -> None:
    both = requested("10", AgreedQuantity=("8", {"unitCode": "KGM"}))
    ordered, confirmed = (only_line(line("1", Delivery=both), code) for code in ("220", "231"))
    assert (ordered.quantity, ordered.unit) == (Decimal(10), "C62")
    assert (confirmed.quantity, confirmed.unit) == (Decimal(8), "KGM")
    assert only_line(line("1", Delivery=requested("10")), "231").quantity == Decimal(10)


def test_a_day_is_requested_by_an_order_and_promised_by_a_response() -> None:
    delivery = requested("1", **{f"RequestedDeliverySupplyChainEvent/{OCCURS}": day("20260401")})
    assert only_line(line("1", Delivery=delivery), "220").requested_date == date(2026, 4, 1)
    promised = only_line(line("1", Delivery=delivery), "231")
    assert (promised.promised_date, promised.requested_date) == (date(2026, 4, 1), None)


def test_of_a_period_the_end_counts_and_its_start_is_known() -> None:
    delivery = requested("1", RequestedDeliverySupplyChainEvent=period("20260401", "20260410"))
    found = only_line(line("1", Delivery=delivery), "220")
    assert (found.requested_from, found.requested_date) == (date(2026, 4, 1), date(2026, 4, 10))


def test_where_the_buyer_fetches_the_goods_their_despatch_is_requested() -> None:
    despatch = {"RequestedDespatchSupplyChainEvent": period("20260401", "20260402")}
    fetched = only_line(line("1", Delivery=requested("1", **despatch)), "220")
    assert (fetched.requested_from, fetched.requested_date) == (date(2026, 4, 1), date(2026, 4, 2))
    delivery = {f"RequestedDeliverySupplyChainEvent/{OCCURS}": day("20260405")}
    brought = only_line(line("1", Delivery=requested("1", **despatch, **delivery)), "220")
    assert (brought.requested_from, brought.requested_date) == (None, date(2026, 4, 5))


def test_days_of_the_head_hold_for_lines_without_their_own() -> None:
    own = requested("1", **{f"RequestedDeliverySupplyChainEvent/{OCCURS}": day("20260501")})
    head = {f"RequestedDeliverySupplyChainEvent/{OCCURS}": day("20260401")}
    lines = order_x("220", None, line("1", Delivery=requested("1")), line("2", Delivery=own), Delivery=head).lines
    assert [one.requested_date for one in lines] == [date(2026, 4, 1), date(2026, 5, 1)]


def test_a_response_may_deliver_something_else() -> None:
    other = {"SellerAssignedID": "S-2", "GlobalID": ("4012345001242", {"schemeID": "0160"}), "Name": "Mutter"}
    found = only_line(line("1") | {"SubstitutedReferencedProduct": other}, "231").substitute
    assert found is not None
    assert (found.supplier_item, found.gtin, found.name) == ("S-2", "4012345001242", "Mutter")


def test_a_response_names_the_change_that_it_answers() -> None:
    agreement = {"PreviousOrderChangeReferencedDocument/IssuerAssignedID": "C-1"}
    assert order_x("231", Agreement=agreement).order_change_references == ("C-1",)
    assert order_x("230", Agreement=agreement).order_change_references == ()


def test_charges_of_which_only_the_sums_are_known_are_charges() -> None:
    sums = {
        "LineTotalAmount": "310",
        "ChargeTotalAmount": "21",
        "AllowanceTotalAmount": "31",
        "TaxBasisTotalAmount": "300",
    }
    one = order_x("220", Settlement={"SpecifiedTradeSettlementHeaderMonetarySummation": sums})
    assert ([charge.amount for charge in one.charges], codes(one)) == ([Decimal(21), Decimal(-31)], [])
