from datetime import date
from decimal import Decimal

import pytest

from orders.document import LineAction, LineResponse, Response
from orders.references import head_order_keys, is_agreement
from tests.ingest.ubl import codes, document

AGREEMENT = "urn:fdc:peppol.eu:poacc:trns:order_agreement:3"


def response(code: str | None = None, *lines: dict, **more: object):
    head = {} if code is None else {"OrderResponseCode": code}
    return document("OrderResponse", head | {"OrderReference": {"ID": "4500017"}, "OrderLine": list(lines)}, **more)


def answered(code: str):
    return response("CA", {"LineItem": {"ID": "1", "LineStatusCode": code}})


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("AB", Response.ACKNOWLEDGED),
        ("AP", Response.ACCEPTED),
        ("CA", Response.CHANGED),
        ("RE", Response.REJECTED),
        ("re", Response.REJECTED),
        ("27", Response.REJECTED),
        ("29", Response.ACCEPTED),
        ("30", Response.CHANGED),
    ],
)
def test_the_code_of_a_response_is_the_answer_to_the_order(code: str, expected: Response) -> None:
    assert response(code).response is expected


def test_an_unknown_answer_is_none_and_an_issue() -> None:
    unknown = response("ZZ")
    assert (unknown.response, codes(unknown)) == (None, ["UNKNOWN_CODE"])


def test_a_response_without_a_code_leaves_the_answer_to_its_lines() -> None:
    assert response().response is None


@pytest.mark.parametrize(("said", "expected"), [("true", Response.ACCEPTED), ("false", Response.REJECTED)])
def test_a_simple_response_accepts_or_rejects(said: str, expected: Response) -> None:
    assert document("OrderResponseSimple", {"AcceptedIndicator": said}).response is expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("1", LineResponse.ADDED),
        ("3", LineResponse.CHANGED),
        ("5", LineResponse.ACCEPTED),
        ("7", LineResponse.REJECTED),
        ("42", LineResponse.ALREADY_DELIVERED),
        ("30", LineResponse.CHANGED),
        ("Revised", LineResponse.CHANGED),
        ("Disputed", LineResponse.REJECTED),
        ("NoStatus", None),
    ],
)
def test_the_code_of_a_line_is_the_answer_to_it(code: str, expected: LineResponse | None) -> None:
    one = answered(code)
    assert (one.lines[0].response, codes(one)) == (expected, [])


def test_an_unknown_answer_to_a_line_is_an_issue_that_names_it() -> None:
    one = answered("77")
    assert (one.lines[0].response, codes(one), one.issues[0].where) == (None, ["UNKNOWN_CODE"], one.lines[0].where)


def test_what_comes_instead_and_what_might_are_substitutes() -> None:
    item = {"ID": "9", "Item": {"Name": "Bolt M9", "SellersItemIdentification/ID": "B9"}}
    for who in ("SellerSubstituted", "SellerProposedSubstitute"):
        substitute = response("CA", {"LineItem": {"ID": "1"}, f"{who}LineItem": item}).lines[0].substitute
        assert substitute is not None
        assert (substitute.supplier_item, substitute.name) == ("B9", "Bolt M9")


def test_what_comes_later_at_most_is_the_backorder_quantity() -> None:
    line = {"ID": "1", "Quantity": ("2", {"unitCode": "C62"}), "MaximumBackorderQuantity": "0"}
    assert response("CA", {"LineItem": line}).lines[0].backorder_quantity == 0


def test_of_a_promised_period_the_end_counts_and_of_several_the_last() -> None:
    first = {"PromisedDeliveryPeriod": {"StartDate": "2026-05-01", "EndDate": "2026-05-08"}}
    second = {"PromisedDeliveryPeriod": {"StartDate": "2026-06-01"}}
    line = {"LineItem": {"ID": "1", "Delivery": [first, second]}}
    one = response("CA", line, {"LineItem": {"ID": "2"}}, Delivery=first)
    assert [line.promised_date for line in one.lines] == [date(2026, 6, 1), date(2026, 5, 8)]
    assert one.delivery_date == date(2026, 5, 8)


def test_a_response_names_the_change_that_it_answers() -> None:
    one = response("AP", OrderChangeDocumentReference={"ID": "C-1"})
    assert one.order_change_references == ("C-1",)


def test_case_S19_the_buyers_and_the_suppliers_numbers_are_kept_apart() -> None:
    reference = {"LineID": "10", "SalesOrderLineID": "1", "OrderReference": {"ID": "4500018", "SalesOrderID": "SO-78"}}
    one = document(
        "OrderResponse",
        {
            "SalesOrderID": "SO-77",
            "OrderReference": {"ID": "4500017", "SalesOrderID": "SO-77"},
            "OrderLine": {"LineItem": {"ID": "1", "SalesOrderID": "1"}, "OrderLineReference": reference},
        },
    )
    (line,) = one.lines
    assert [reference.number for reference in one.order_references] == ["4500017"]
    assert one.supplier_order_references == ("SO-77",)
    assert (line.order_number, line.order_line) == ("4500018", "10")
    assert (line.supplier_order_number, line.supplier_order_line) == ("SO-78", "1")


def test_a_placeholder_stays_what_it_is() -> None:
    assert document("Invoice", {"OrderReference": {"ID": "NA"}}).order_references[0].number == "NA"


def test_a_line_that_names_several_order_lines_is_left_to_the_search_by_item() -> None:
    references = [{"LineID": "10"}, {"LineID": "20"}]
    one = document("Invoice", {"InvoiceLine": {"ID": "1", "OrderLineReference": references}})
    assert (one.lines[0].order_line, codes(one)) == (None, ["SEVERAL_ORDER_LINES"])


def test_a_line_that_names_several_orders_names_them_all() -> None:
    references = [{"LineID": "1", "OrderReference": {"ID": number}} for number in ("P1", "P2", "P1")]
    (line,) = document("Invoice", {"InvoiceLine": {"ID": "1", "OrderLineReference": references}}).lines
    assert (line.order_number, line.order_line) == ("P1, P2", "1")


def test_a_line_of_an_order_belongs_to_no_other_order() -> None:
    reference = {"LineID": "7", "OrderReference": {"ID": "OLD"}}
    (line,) = document("Order", {"OrderLine": {"LineItem": {"ID": "1"}, "OrderLineReference": reference}}).lines
    assert (line.order_number, line.order_line) == (None, None)


def test_the_buyer_may_name_what_he_would_take_instead() -> None:
    other = {"ID": "1", "Item": {"Name": "Bolt M9"}}
    (line,) = document(
        "Order", {"OrderLine": {"LineItem": {"ID": "1"}, "BuyerProposedSubstituteLineItem": other}}
    ).lines
    assert line.substitute is not None
    assert line.substitute.name == "Bolt M9"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("1", LineAction.ADDED),
        ("2", LineAction.CANCELLED),
        ("3", LineAction.CHANGED),
        ("4", None),
        ("Cancelled", LineAction.CANCELLED),
    ],
)
def test_an_order_change_says_what_becomes_of_a_line(code: str, expected: LineAction | None) -> None:
    change = document("OrderChange", {"OrderLine": {"LineItem": {"ID": "1", "LineStatusCode": code}}})
    assert (change.lines[0].action, change.lines[0].response, codes(change)) == (expected, None, [])


def test_an_order_change_has_a_sequence_number() -> None:
    change = document("OrderChange", {"SequenceNumberID": "2", "OrderReference": {"ID": "4500017"}})
    assert (change.revision, change.order_references[0].number) == ("2", "4500017")


def test_a_cancellation_names_its_order() -> None:
    one = document("OrderCancellation", {"OrderReference": {"ID": "4500017", "IssueDate": "2026-03-01"}})
    assert (one.order_references[0].number, one.order_references[0].issue_date) == ("4500017", date(2026, 3, 1))


def test_an_agreement_confirms_the_order_that_it_is() -> None:
    for profile in (AGREEMENT, "urn:www.cenbii.eu:transaction:biitrns110:ver1.0"):
        one = document("OrderResponse", {"ID": "SHOP-1", "CustomizationID": profile, "OrderReference": {"ID": "NA"}})
        assert is_agreement(one)
        assert (one.response, head_order_keys(one)) == (Response.ACCEPTED, ("shop1",))


def test_a_triplet_of_the_nso_is_a_number_with_a_date() -> None:
    reference = {"LineID": "1", "OrderReference": {"ID": "B-18#2026-02-12#ABCDEF"}}
    one = document(
        "DespatchAdvice",
        {
            "OrderReference": {"ID": "B-17#2026-02-11#ABCDEF"},
            "DespatchLine": {"ID": "1", "OrderLineReference": reference},
        },
    )
    assert (one.order_references[0].number, one.order_references[0].issue_date) == ("B-17", date(2026, 2, 11))
    assert one.lines[0].order_number == "B-18"


@pytest.mark.parametrize("text", ["#MULTI#", "#NO#", "a#b", "A#2026-13-01#ABCDEF", "A#2026-02-11"])
def test_what_is_no_triplet_is_a_number(text: str) -> None:
    assert document("Invoice", {"OrderReference": {"ID": text}}).order_references[0].number == text


@pytest.mark.parametrize(("act", "field"), [("Revised", "replaces"), ("Cancelled", "cancels")])
def test_a_triplet_may_say_what_becomes_of_the_order_that_it_names(act: str, field: str) -> None:
    triplet = f"2026/318#2026-02-03#ABCDEF#{act}"
    assert getattr(document("Order", {"OrderDocumentReference": {"ID": triplet}}), field) == ("2026/318",)
    agreement = document("OrderResponse", {"CustomizationID": AGREEMENT, "OrderReference": {"ID": triplet}})
    assert getattr(agreement, field) == ("2026/318",)


def test_an_order_that_merely_mentions_another_replaces_none() -> None:
    for text in ("2026/318", "2026/318#2026-02-03#ABCDEF#Connected"):
        order = document("Order", {"OrderDocumentReference": {"ID": text}})
        assert (order.replaces, order.cancels) == ((), ())


def test_the_dates_of_an_order_are_those_requested() -> None:
    period = {"RequestedDeliveryPeriod": {"StartDate": "2026-05-04", "EndDate": "2026-05-08"}}
    lines = [{"LineItem": {"ID": "1", "Delivery": {"LatestDeliveryDate": "2026-06-01"}}}, {"LineItem": {"ID": "2"}}]
    order = document("Order", {"Delivery": period, "OrderLine": lines})
    assert [line.requested_date for line in order.lines] == [date(2026, 6, 1), date(2026, 5, 8)]
    assert [line.requested_from for line in order.lines] == [None, date(2026, 5, 4)]
    assert order.lines[0].delivery_date is None


def test_notes_of_the_order_line_and_its_item_are_read_together() -> None:
    (line,) = document("Order", {"OrderLine": {"Note": ["one", "two"], "LineItem": {"ID": "1", "Note": "three"}}}).lines
    assert line.note == "one\ntwo\nthree"


def test_what_an_agreement_delivers_is_what_it_orders() -> None:
    line = {"ID": "1", "Delivery": {"Quantity": ("3", {"unitCode": "H87"})}}
    (found,) = response(None, {"LineItem": line}).lines
    assert (found.quantity, found.unit) == (Decimal(3), "H87")


def test_an_order_line_says_how_little_and_how_much_satisfies_it() -> None:
    said = {"Quantity": ("100", {"unitCode": "C62"}), "MinimumQuantity": ("95", {"unitCode": "C62"})}
    item = {"ID": "1", **said, "MaximumQuantity": ("11", {"unitCode": "XBX"})}
    (line,) = document("Order", {"OrderLine": {"LineItem": item}}).lines
    assert (line.minimum_quantity, line.unit) == (95, "C62")
    assert line.maximum_quantity is None, "boxes say nothing about pieces"
