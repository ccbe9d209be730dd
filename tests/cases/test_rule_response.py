"""The response track: what the supplier's answers make of an order."""

from decimal import Decimal

import pytest

from orders.document import Document, Line
from tests.cases.build import PO, decide, despatch, invoice, line, order, policy, receipt, response, within
from tests.cases.outcome import assess, figures, money

TWO = order(
    PO,
    line("10", 10, item="A-1", price="10.00", requested_date="2026-03-28"),
    line("20", 5, item="B-2", price="3.00", requested_date="2026-03-28"),
)


@pytest.mark.parametrize(
    ("says", "status", "unanswered"),
    [("accepted", "confirmed", 0), ("rejected", "rejected", 0), ("acknowledged", "pending", 2)],
)
def test_a_head_without_lines_answers_every_line_or_none(says: str, status: str, unanswered: int) -> None:
    outcome = assess(TWO, response("AB1", says=says))
    assert outcome.status() == status
    assert outcome.order().unanswered == unanswered
    assert all(one.answered is (unanswered == 0) for one in outcome.order().lines)


def test_an_acknowledgement_leaves_the_track_empty() -> None:
    assert assess(TWO, response("AB1", says="acknowledged")).track("response") == "none"


def test_a_head_that_accepts_confirms_what_was_ordered() -> None:
    outcome = assess(TWO, response("AB1", says="accepted"))
    assert (outcome.line("10").confirmed, outcome.line("20").confirmed) == (10, 5)
    assert str(outcome.line("10").confirmed_date) == "2026-03-28"
    assert outcome.line("10").confirmed_price == 10


def test_an_accepting_head_answers_only_the_lines_it_lists_if_it_lists_any() -> None:
    outcome = assess(TWO, response("AB1", line("1", of="10"), says="accepted"))
    assert (outcome.line("10").answered, outcome.line("20").answered) == (True, False)
    assert (outcome.status(), outcome.order().unanswered) == ("partially_confirmed", 1)


def test_only_rejected_lines_and_unanswered_ones_confirm_nothing() -> None:
    outcome = assess(TWO, response("AB1", line("1", of="10", response="rejected")))
    assert outcome.track("response") == "none"
    assert outcome.status() == "pending"
    assert outcome.order().unanswered == 1


def test_a_line_without_quantity_is_answered_as_ordered() -> None:
    outcome = assess(TWO, response("AB1", line("1", of="10", response="accepted"), line("2", of="20")))
    assert (outcome.line("10").confirmed, outcome.line("20").confirmed) == (10, 5)
    assert outcome.status() == "confirmed"


CHANGES = [
    pytest.param({"quantity": "8"}, "quantity_changed", (10, 8, 2), "20.00", id="quantity"),
    pytest.param({"unit_price": "10.50"}, "price_changed", (10, Decimal("10.5"), Decimal("0.5")), "5.00", id="price"),
    pytest.param({"promised_date": "2026-03-30"}, "date_changed", None, None, id="date"),
]


@pytest.mark.parametrize("code", [None, "accepted", "changed"])
@pytest.mark.parametrize(("change", "deviation", "told", "stake"), CHANGES)
def test_a_difference_is_a_change_whatever_the_code_says(change, deviation, told, stake, code) -> None:
    fields = {"quantity": "10", "unit_price": "10.00", "promised_date": "2026-03-28"} | change
    changed = line("1", fields.pop("quantity"), of="10", response=code, **fields)
    outcome = assess(TWO, response("AB1", changed, line("2", of="20", response="accepted")))
    assert outcome.status() == "partially_confirmed"
    found = outcome.deviation(deviation)
    assert (found.order_line, found.document_number, found.document_line) == ("10", "AB1", "1")
    if told:
        assert figures(found) == told
        assert money(found) == Decimal(stake)
    assert outcome.codes == {deviation}


def test_the_code_changed_without_a_change_is_no_change() -> None:
    same = line("1", 10, of="10", price="10.00", response="changed", promised_date="2026-03-28")
    outcome = assess(TWO, response("AB1", same, line("2", of="20"), says="changed"))
    assert outcome.status() == "confirmed"
    assert outcome.codes == set()


@pytest.mark.parametrize(
    ("limits", "answer"),
    [
        ({"quantity_under": within(20)}, {"quantity": "8"}),
        ({"quantity_over": within(absolute=1)}, {"quantity": "11"}),
        ({"price_over": within(5)}, {"unit_price": "10.50"}),
        ({"price_under": within(5)}, {"unit_price": "9.50"}),
        ({"date_days": 3}, {"promised_date": "2026-03-31"}),
    ],
)
def test_a_difference_within_tolerance_confirms(limits, answer) -> None:
    fields = {"quantity": "10", "unit_price": "10.00"} | answer
    changed = line("1", fields.pop("quantity"), of="10", **fields)
    outcome = assess(TWO, response("AB1", changed, line("2", of="20")), policy=policy(**limits))
    assert outcome.status() == "confirmed"
    assert outcome.codes == set()


def test_a_smaller_quantity_confirmed_leaves_the_rest_open() -> None:
    outcome = assess(TWO, response("AB1", line("1", 6, of="10"), line("2", of="20")))
    assert (outcome.line().target, outcome.line().open_to_ship, outcome.line().closed_short) == (10, 10, 0)


@pytest.mark.parametrize(("backorder", "closed"), [("0", 4), ("1", 3), ("4", 0)])
def test_a_response_may_say_that_the_rest_will_not_come(backorder: str, closed: int) -> None:
    answer = line("1", 6, of="10", backorder_quantity=backorder)
    outcome = assess(TWO, response("AB1", answer, line("2", of="20")))
    assert (outcome.line().closed_short, outcome.line().target) == (closed, 10 - closed)


def test_accepting_a_smaller_quantity_makes_it_the_target() -> None:
    answer = response("AB1", line("1", 6, of="10"), line("2", of="20"))
    decision = decide("accept", code="quantity_changed", order_line="10", document=answer)
    outcome = assess(TWO, answer, decisions=[decision])
    assert (outcome.line().target, outcome.line().open_to_ship) == (6, 6)
    assert outcome.deviation("quantity_changed").state == "accepted"
    shipped = assess(TWO, answer, despatch("LS1", line("1", 6, of="10"), line("2", 5, of="20")), decisions=[decision])
    assert shipped.status() == "shipped"


def test_a_response_line_without_reference_is_found_by_its_own_id() -> None:
    outcome = assess(TWO, response("AB1", line("10", 10, item="A-1"), line("20", 5)))
    assert outcome.status() == "confirmed"


def test_the_own_id_of_a_response_line_is_not_taken_against_its_item() -> None:
    outcome = assess(TWO, response("AB1", line("10", 5, item="B-2")))
    assert not outcome.line("10").answered
    assert outcome.line("20").confirmed == 5
    assert [one.rule for one in outcome.allocated("AB1")] == ["item"]


SUBSTITUTIONS = [
    pytest.param(
        [
            line("1", 10, of="10", item="A-1", response="rejected"),
            line("2", 10, of="10", supplier_item="S-9", name="Successor", response="accepted"),
        ],
        id="refused and replaced",
    ),
    pytest.param(
        [line("1", 10, of="10", item="A-1", response="changed", substitute={"supplier_item": "S-9"})],
        id="named in the line",
    ),
]


@pytest.mark.parametrize("lines", SUBSTITUTIONS)
def test_a_substitute_is_one_agreed_quantity_of_another_item(lines) -> None:
    outcome = assess(TWO, response("AB1", *lines, line("3", of="20")))
    assert outcome.line("10").confirmed == 10
    assert not outcome.line("10").rejected_by_supplier
    assert outcome.line("10").target == 10
    assert outcome.status() == "partially_confirmed"
    assert outcome.deviation("item_substituted").order_line == "10"
    assert {"line_rejected", "quantity_changed"} & outcome.codes == set()


def test_a_line_that_the_supplier_adds_is_a_deviation() -> None:
    added = line("3", 1, item="Z-9", price="25.00", response="added")
    outcome = assess(TWO, response("AB1", line("1", of="10"), line("2", of="20"), added))
    found = outcome.deviation("line_added")
    assert (found.document_line, money(found)) == ("3", 25)
    assert len(outcome.order().lines) == 2


def test_a_rejected_line_is_a_deviation_with_its_worth() -> None:
    outcome = assess(TWO, response("AB1", line("1", of="10", response="rejected"), line("2", of="20")))
    rejected = outcome.deviation("line_rejected")
    assert (rejected.order_line, money(rejected)) == ("10", 100)
    assert outcome.line("10").rejected_by_supplier
    assert (outcome.line("10").target, outcome.line("10").open_to_ship) == (0, 0)


@pytest.mark.parametrize(
    "arrived",
    [
        despatch("LS1", line("1", 10, of="10")),
        receipt("WE1", line("1", 10, of="10")),
        invoice("R1", line("1", 10, of="10", price="10.00")),
    ],
    ids=["despatch advice", "receipt", "invoice"],
)
def test_nothing_but_a_response_is_a_response(arrived: Document) -> None:
    outcome = assess(TWO, arrived)
    assert outcome.track("response") == "none"
    assert outcome.line("10").confirmed == 0
    assert not outcome.line("10").answered


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({"on": "2026-03-03"}, {"on": "2026-03-04"}, id="by date"),
        pytest.param({"issue_time": "08:00:00"}, {"issue_time": "09:30:00"}, id="by time"),
        pytest.param({"issue_time": None, "revision": "1"}, {"issue_time": None, "revision": "2"}, id="by sequence"),
        pytest.param({"number": "AB1"}, {"number": "AB2"}, id="by number"),
    ],
)
def test_the_newest_answer_is_told_by_date_then_time_then_sequence_then_number(first, second) -> None:
    numbers = {"number": "AB9" if "number" not in first else "AB1"} | first
    older = response(numbers.pop("number"), line("1", 7, of="10"), **numbers)
    numbers = {"number": "AB1" if "number" not in second else "AB2"} | second
    newer = response(numbers.pop("number"), line("1", 9, of="10"), **numbers)
    for arrival in ((older, newer), (newer, older)):
        assert assess(TWO, *arrival).line("10").confirmed == 9


def test_the_first_promise_is_kept_beside_the_last() -> None:
    outcome = assess(
        TWO,
        response("AB1", line("1", 10, of="10", promised_date="2026-03-28")),
        response("AB2", line("1", 10, of="10", promised_date="2026-04-02"), on="2026-03-10"),
    )
    assert str(outcome.line().first_confirmed_date) == "2026-03-28"
    assert str(outcome.line().confirmed_date) == "2026-04-02"
    assert len(outcome.deviations("date_changed")) == 1


def test_a_rejection_is_overtaken_by_a_later_delivery() -> None:
    rejected = response("AB1", says="rejected")
    assert assess(TWO, rejected).line().target == 0
    outcome = assess(TWO, rejected, despatch("LS1", line("1", 10, of="10")))
    assert outcome.status() == "partially_shipped"
    assert (outcome.line("10").target, outcome.line("20").target) == (10, 5)
    assert money(outcome.deviation("order_rejected")) == 100


def test_a_rejection_is_not_overtaken_by_an_earlier_delivery() -> None:
    shipped = despatch("LS1", line("1", 10, of="10"), on="2026-03-02")
    outcome = assess(TWO, shipped, response("AB1", says="rejected", on="2026-03-04"))
    assert outcome.status() == "rejected"


def test_a_bill_for_a_single_rejected_line_is_seen() -> None:
    outcome = assess(
        TWO,
        response("AB1", line("1", of="10", response="rejected"), line("2", of="20")),
        invoice("R1", line("1", 10, of="10", price="10.00")),
    )
    assert {"order_rejected", "quantity_over_ordered"} & {
        one.code.value for one in outcome.every_deviation if one.order_line == "10"
    }


def test_a_response_older_than_its_order_still_answers_it() -> None:
    assert assess(TWO, response("AB1", says="accepted", on="2026-02-27")).status() == "confirmed"


def test_already_delivered_is_accepted() -> None:
    answer = line("1", 10, of="10", response="already_delivered")
    outcome = assess(TWO, response("AB1", answer, line("2", of="20")))
    assert outcome.line("10").answered
    assert outcome.line("10").target == 10


@pytest.mark.parametrize(("promised", "changed"), [("2026-03-20", False), ("2026-03-24", False), ("2026-03-29", True)])
def test_a_promise_within_the_requested_period_is_no_change(promised: str, changed: bool) -> None:
    ordered = order(PO, line("10", 10, requested_from="2026-03-20", requested_date="2026-03-28"))
    outcome = assess(ordered, response("AB1", line("1", 10, of="10", promised_date=promised)))
    assert ("date_changed" in outcome.codes) is changed
    assert outcome.status() == ("partially_confirmed" if changed else "confirmed")


ANOTHER_ITEM = [
    pytest.param(line("1", 10, of="10", item="B-9", price="10.00"), id="another item, without a word"),
    pytest.param(line("1", 10, of="10", item="B-9", price="10.00", response="accepted"), id="accepted"),
    pytest.param(line("1", 10, of="10", item="B-9", substitute={"supplier_item": "S-9"}), id="named as substitute"),
]


@pytest.mark.parametrize("answer", ANOTHER_ITEM)
def test_a_substitution_is_one_deviation(answer: Line) -> None:
    outcome = assess(TWO, response("AB1", answer, line("3", of="20")))
    assert outcome.deviation("item_substituted").order_line == "10"
    assert "reference_conflict" not in outcome.codes


def test_a_refusal_that_names_another_item_is_a_conflict_of_references() -> None:
    refused = line("1", 10, of="10", item="B-9", price="10.00", response="rejected")
    outcome = assess(TWO, response("AB1", refused, line("3", of="20")))
    assert "reference_conflict" in outcome.codes
    assert "item_substituted" not in outcome.codes
