"""What orders and order responses say."""

from datetime import date
from decimal import Decimal

import pytest

from orders.document import DocumentType, LineAction, LineResponse, Response
from tests.ingest.gs1.gs1 import BUYER, SELLER, item, line, lines, named, only

MARCH = date(2026, 3, 24)


def states(status: str = "ORIGINAL", action: str = "", revision: str = "") -> str:
    said = f"<documentStatusCode>{status}</documentStatusCode>"
    said += f"<documentActionCode>{action}</documentActionCode>" if action else ""
    return said + (f"<revisionNumber>{revision}</revisionNumber>" if revision else "")


@pytest.mark.parametrize(
    ("head", "kind", "revision"),
    [
        (states(), DocumentType.ORDER, None),
        (states(action="ADD"), DocumentType.ORDER, None),
        (states(action="DELETE"), DocumentType.ORDER_CANCELLATION, None),
        (states(action="DELETE", revision="2"), DocumentType.ORDER_CANCELLATION, None),
        (states(action="CHANGE_BY_REFRESH"), DocumentType.ORDER_CHANGE, None),
        (states("REPLACE"), DocumentType.ORDER_CHANGE, None),
        (states(action="CHANGE_BY_REFRESH", revision="2"), DocumentType.ORDER, "2"),
    ],
)
def test_an_order_is_new_changed_or_withdrawn_by_its_action(
    head: str, kind: DocumentType, revision: str | None
) -> None:
    document = only("order", head)
    assert (document.type, document.revision) == (kind, revision)
    wanted = [] if kind is DocumentType.ORDER else ["B-1"]
    assert [one.number for one in document.order_references] == wanted


def test_what_is_sent_again_is_a_copy() -> None:
    assert only("order", states("COPY")).copy
    assert only("order", states("ADDITIONAL_TRANSMISSION")).copy
    assert not only("order", states()).copy


def test_a_change_says_what_becomes_of_its_lines() -> None:
    codes = ("ADDITION", "CHANGED", "DELETED", "NOT_AMENDED")
    items = [item("order", f"<lineItemActionCode>{code}</lineItemActionCode>", str(n)) for n, code in enumerate(codes)]
    found = only("order", states(action="CHANGE_BY_REFRESH") + "".join(items)).lines
    assert [one.action for one in found] == [LineAction.ADDED, LineAction.CHANGED, LineAction.CANCELLED, None]
    assert [one.order_line for one in found] == ["0", "1", "2", "3"]


def test_a_deleted_line_is_none_of_an_order() -> None:
    deleted = "<lineItemActionCode>DELETED</lineItemActionCode>"
    assert [one.id for one in lines("order", deleted, "<lineItemActionCode>CHANGED</lineItemActionCode>")] == ["2"]


def test_an_action_that_is_not_known_is_an_issue() -> None:
    document = only("order", item("order", "<lineItemActionCode>PONDERED</lineItemActionCode>"))
    assert [one.code for one in document.issues] == ["UNKNOWN_CODE"]


def number(kind: str, said: str) -> str:
    name = "additionalTradeItemIdentification"
    return f'<{name} {name}TypeCode="{kind}">{said}</{name}>'


def test_item_numbers_are_of_whom_their_type_says() -> None:
    found = line(
        "order",
        f"<transactionalTradeItem><gtin>04000002000110</gtin>{number('BUYER_ASSIGNED', 'W-1')}"
        f"{number('SUPPLIER_ASSIGNED', 'F-1')}{number('INDUSTRY_ASSIGNED', 'X')}"
        "<tradeItemDescription>Mullbinde</tradeItemDescription></transactionalTradeItem>",
    )
    assert (found.buyer_item, found.supplier_item, found.name) == ("W-1", "F-1", "Mullbinde")
    assert found.gtin == "04000002000110"


@pytest.mark.parametrize(
    ("base", "price"),
    [
        ("", "7"),
        ('<itemPriceBaseQuantity measurementUnitCode="H87">100</itemPriceBaseQuantity>', "0.07"),
        ("<itemPriceBaseQuantity>1</itemPriceBaseQuantity>", "7"),
    ],
)
def test_case_S23_a_price_is_for_its_base_quantity(base: str, price: str) -> None:
    quantity = '<requestedQuantity measurementUnitCode="H87">500</requestedQuantity>'
    found = line("order", f'{quantity}<netPrice currencyCode="EUR">7</netPrice>{base}')
    assert found.unit_price == Decimal(price)


def logistics(day: str) -> str:
    return (
        "<orderLogisticalInformation><orderLogisticalDateInformation><requestedDeliveryDateTime>"
        f"<date>{day}</date></requestedDeliveryDateTime></orderLogisticalDateInformation></orderLogisticalInformation>"
    )


def detail(name: str, amount: int, day: str) -> str:
    element = "requestedQuantity" if name == "order" else "confirmedQuantity"
    return f"<{name}LineItemDetail><{element}>{amount}</{element}>{logistics(day)}</{name}LineItemDetail>"


def test_a_line_for_several_places_is_wanted_in_full_on_the_last_day() -> None:
    found = line("order", detail("order", 80, "2026-03-24") + detail("order", 40, "2026-03-20"))
    assert (found.quantity, found.requested_date) == (120, MARCH)


def test_lines_without_a_day_have_that_of_the_order() -> None:
    document = only("order", logistics("2026-03-24") + item("order", ""))
    assert document.delivery_date == document.lines[0].requested_date == MARCH


def test_a_range_of_days_ends_on_the_last() -> None:
    span = "<beginDate>2026-03-20</beginDate><endDate>2026-03-24</endDate>"
    inner = f"<requestedDeliveryDateRange>{span}</requestedDeliveryDateRange>"
    inner = f"<orderLogisticalDateInformation>{inner}</orderLogisticalDateInformation>"
    inner = f"<orderLogisticalInformation>{inner}</orderLogisticalInformation>"
    for found in (
        only("order", inner + item("order", "")).lines,
        lines("order", f"<orderLineItemDetail><requestedQuantity>1</requestedQuantity>{inner}</orderLineItemDetail>"),
    ):
        assert [(one.requested_from, one.requested_date) for one in found] == [(date(2026, 3, 20), MARCH)]


def test_parties_trade_or_else_carry_or_own_the_number() -> None:
    document = only(
        "order", named("buyer", BUYER, "Klinik") + named("seller", SELLER) + named("shipper", "4000003000003")
    )
    assert document.buyer is not None
    assert document.supplier is not None
    assert (document.buyer.name, document.supplier.ids[0].value) == ("Klinik", SELLER)
    bare = only("receivingAdvice", named("receiver", BUYER) + named("shipper", SELLER))
    assert bare.buyer is not None
    assert bare.supplier is not None
    assert (bare.buyer.ids[0].value, bare.supplier.ids[0].value) == (BUYER, SELLER)


@pytest.mark.parametrize(
    ("code", "answer"),
    [("ACCEPTED", Response.ACCEPTED), ("MODIFIED", Response.CHANGED), ("REJECTED", Response.REJECTED)],
)
def test_a_response_answers_the_order_it_names(code: str, answer: Response) -> None:
    reference = "<originalOrder><entityIdentification>B-9</entityIdentification></originalOrder>"
    document = only("orderResponse", f"<responseStatusCode>{code}</responseStatusCode>{reference}")
    assert document.response is answer
    assert [one.number for one in document.order_references] == ["B-9"]


def test_an_answer_that_is_not_known_is_an_issue() -> None:
    document = only("orderResponse", "<responseStatusCode>PERHAPS</responseStatusCode>")
    assert document.response is None
    assert [one.code for one in document.issues] == ["UNKNOWN_CODE"]


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        ("<lineItemChangeIndicator>MODIFIED</lineItemChangeIndicator>", LineResponse.CHANGED),
        ("<lineItemChangeIndicator>REJECTED</lineItemChangeIndicator>", LineResponse.REJECTED),
        ("<lineItemActionCode>NOT_AMENDED</lineItemActionCode>", LineResponse.ACCEPTED),
        ("<lineItemActionCode>ADDITION</lineItemActionCode>", LineResponse.ADDED),
        ("<confirmedQuantity>0</confirmedQuantity>", LineResponse.REJECTED),
        ("<confirmedQuantity>5</confirmedQuantity>", None),
    ],
)
def test_a_line_is_answered_by_its_codes_or_by_a_quantity_of_none(content: str, answer: LineResponse | None) -> None:
    assert line("orderResponse", content).response is answer


def test_case_S9_a_line_promised_in_parts_is_a_line_for_each() -> None:
    parts = detail("orderResponse", 100, "2026-03-24") + detail("orderResponse", 20, "2026-04-02")
    found = lines(
        "orderResponse",
        f"<confirmedQuantity>120</confirmedQuantity><originalOrderLineItemNumber>7</originalOrderLineItemNumber>{parts}",
    )
    assert [(one.order_line, one.quantity, one.promised_date) for one in found] == [
        ("7", 100, MARCH),
        ("7", 20, date(2026, 4, 2)),
    ]


def test_parts_that_are_not_the_whole_are_none() -> None:
    parts = detail("orderResponse", 100, "2026-03-24") + detail("orderResponse", 10, "2026-04-02")
    found = line("orderResponse", f"<confirmedQuantity>120</confirmedQuantity>{parts}")
    assert (found.quantity, found.promised_date) == (120, date(2026, 4, 2))


def test_what_is_sent_instead_is_the_substitute() -> None:
    substitute = f"<substituteItemIdentification><gtin>4000002000158</gtin>{number('SUPPLIER_ASSIGNED', 'F-2')}"
    found = line("orderResponse", f"{substitute}</substituteItemIdentification>").substitute
    assert found is not None
    assert (found.gtin, found.supplier_item) == ("4000002000158", "F-2")
