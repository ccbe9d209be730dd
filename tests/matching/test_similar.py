"""Rung `similar`: the order is known, its line is not."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from matching.ladder.likeness import POINTS
from matching.ladder.pairing import MOST_COMPETING, assignment
from matching.ladder.texts import Text, compared, told
from orders.assessment import Assessment
from orders.document import Document, OrderReference
from orders.policy import MatchingPolicy, Policy
from orders.wording import LANGUAGES, say, texts
from tests.matching.build import (
    assessed,
    codes,
    credit,
    day,
    despatch,
    for_line,
    invoice,
    line,
    order,
    receipt,
    response,
    the_line,
    the_order,
)

SCREWS = order(
    line(
        "10",
        quantity=100,
        unit="C62",
        unit_price="0.12",
        supplier_item="S-1020",
        name="Sechskantschraube M8x20 verzinkt",
    ),
    line(
        "20",
        quantity=100,
        unit="C62",
        unit_price="0.12",
        supplier_item="S-1025",
        name="Sechskantschraube M8x25 verzinkt",
    ),
    line("30", quantity=40, unit="C62", unit_price="7.90", supplier_item="S-2000", name="Kugellager 6204 2RS"),
)


def bill(*lines, **fields) -> Document:
    return invoice(*lines, **fields)


def row(name: str | None, quantity: int, id: str = "1", **fields):  # noqa: A002 - the field is called id
    return line(id, quantity=quantity, name=name, **fields)


def placed(found: Assessment, track: str = "invoicing") -> dict[tuple[str, str | None], tuple[str, str]]:
    """Document and line → order line and rule."""
    return {
        (one.document_number, one.document_line): (one.order_line, one.rule)
        for each in found.orders
        for of in each.lines
        for one in of.allocations
        if one.track == track
    }


def proposed(found: Assessment) -> dict[str | None, list[str]]:
    return {left.document_line: [one.order_line for one in left.proposals] for left in found.unmatched}


@pytest.mark.parametrize(
    ("document", "ordered", "level"),
    [
        ("Sechskantschraube M8x20 verzinkt", "SECHSKANTSCHRAUBE  m8 X 20, verzinkt", Text.SAME),
        ("verzinkt M8x20 Sechskantschraube", "Sechskantschraube M8x20 verzinkt", Text.SAME),
        ("Sechskantschraube M8x25 verzinkt", "Sechskantschraube M8x20 verzinkt", Text.SIZE),
        ("Sechskantschr. M8x20 verzinkt", "Sechskantschraube M8x20 verzinkt", Text.SPELLING),
        ("Sechskantschruabe M8x20 verzinkt", "Sechskantschraube M8x20 verzinkt", Text.SPELLING),
        ("Sechskantschraube M8x20 verzinkt, lose", "Sechskantschraube M8x20 verzinkt", Text.MORE),
        ("Sechskantschraube M8 verzinkt", "Sechskantschraube M8x20 verzinkt", Text.LESS),
        ("Hexagon bolt M8x20 zinc plated", "Sechskantschraube M8x20 verzinkt", Text.NUMBERS),
        ("Kabel 1,5 mm rot", "Kabel 1.5 rot", Text.SAME),
        ("Kabel 1,5 blau", "Kabel 1,5 rot", Text.PARTLY),
        ("Handschuh Gr. L", "Handschuh Gr. XL", Text.PARTLY),
        ("Schlauch unverzinkt DN8", "Schlauch verzinkt DN8", Text.PARTLY),
        ("Schraube", "Sechskantschraube M8x20 A2 DIN 933", Text.OTHER),
        ("Ölfilter", "Kugellager", Text.OTHER),
        ("---", "---", Text.OTHER),
    ],
)
def test_descriptions_agree_in_levels(document: str, ordered: str, level: Text) -> None:
    assert compared(told(document), told(ordered)) == level


def test_every_level_has_its_name_in_every_language() -> None:
    assert all(getattr(texts()[f"level.{level}"], language) for level in POINTS for language in LANGUAGES)


def test_a_line_is_matched_by_what_it_says_and_its_evidence_says_what_agreed() -> None:
    found = assessed(SCREWS, bill(row("Kugellager 6204, 2RS", 40, unit="C62")))
    assert placed(found) == {("RE1", "1"): ("30", "similar")}
    (one,) = the_line(found, "30").allocations
    assert say(one.evidence, "en") == (
        "invoice RE1, line 1, names order 4500017 but no line of it; line 30 fits best (100 of 100 points). "
        "Agrees: text, quantity just what is open, unit. Differs: nothing."
    )


def test_near_duplicates_are_told_apart_by_their_measures() -> None:
    found = assessed(SCREWS, bill(row("Sechskantschraube M8 x 25 verz.", 100, unit_price="0.12")))
    assert placed(found) == {("RE1", "1"): ("20", "similar")}


def test_a_tie_is_a_proposal_with_both() -> None:
    found = assessed(SCREWS, bill(row("Sechskantschraube verzinkt", 100, unit_price="0.12")))
    assert placed(found) == {}
    assert proposed(found) == {"1": ["10", "20"]}
    assert [one.code for one in found.unmatched] == ["line_unmatched"]
    assert codes(found) == ["line_unmatched"]


def test_a_line_gets_what_the_others_leave() -> None:
    """One text fits two lines equally; the other document line needs one of them, which leaves one."""
    alike = order(
        line("10", quantity=100, unit_price=2, name="Dichtung 40x3 NBR"),
        line("20", quantity=60, unit_price=2, name="Dichtung 40x3 NBR"),
    )
    both = assessed(alike, bill(row("Dichtung 40x3 NBR", 60, "1"), row("Dichtung 40x3 NBR", 100, "2")))
    assert placed(both) == {("RE1", "1"): ("20", "similar"), ("RE1", "2"): ("10", "similar")}
    alone = assessed(alike, bill(row("Dichtung 40x3 NBR", 60)))
    assert (placed(alone), proposed(alone)) == ({}, {"1": ["20", "10"]})


def test_another_size_is_never_matched_however_well_all_else_fits() -> None:
    found = assessed(SCREWS, bill(row("Sechskantschraube M8x30 verzinkt", 100, unit="C62", unit_price="0.12")))
    assert placed(found) == {}


def test_an_item_number_that_contradicts_needs_everything_else_to_agree() -> None:
    full = bill(row("Kugellager 6204 2RS", 40, unit="C62", unit_price="7.90", supplier_item="N-77"))
    assert placed(assessed(SCREWS, full)) == {("RE1", "1"): ("30", "similar")}
    less = bill(row("Kugellager 6204 2RS", 40, unit="C62", supplier_item="N-77"))
    assert proposed(assessed(SCREWS, less)) == {"1": ["30"]}


def test_price_and_quantity_alone_are_a_proposal() -> None:
    assert proposed(assessed(SCREWS, bill(row(None, 40, unit="C62", unit_price="7.90")))) == {"1": ["30"]}


def test_the_configuration_says_what_is_enough() -> None:
    weak = bill(row("Kugellager", 40, unit_price="7.90"))
    assert placed(assessed(SCREWS, weak)) == {}
    mild = Policy(matching=MatchingPolicy(accept=Decimal("0.60"), margin=Decimal("0.10")))
    assert placed(assessed(SCREWS, weak, policy=mild)) == {("RE1", "1"): ("30", "similar")}
    strict = Policy(matching=MatchingPolicy(accept=Decimal("0.60"), margin=Decimal(1)))
    assert placed(assessed(SCREWS, weak, policy=strict)) == {}


def test_two_batches_of_one_order_line_are_both_its() -> None:
    sent = despatch(row("Kugellager 6204 2RS", 25, "1"), row("Kugellager 6204 2RS Charge", 15, "2"))
    found = assessed(SCREWS, sent)
    assert the_line(found, "30").shipped == 40
    assert set(placed(found, "shipment").values()) == {("30", "similar")}


def test_what_together_is_more_than_open_is_a_proposal() -> None:
    sent = despatch(row("Kugellager 6204 2RS", 40, "1"), row("Kugellager 6204 2RS", 40, "2"))
    assert proposed(assessed(SCREWS, sent)) == {"1": ["30"], "2": ["30"]}


def test_a_line_that_is_several_order_lines_of_one_article_at_once_fills_them_all() -> None:
    dates = order(
        line("10", quantity=60, unit_price=2, name="Dichtung 40x3 NBR", requested_date=day("04-01")),
        line("20", quantity=40, unit_price=2, name="Dichtung 40x3 NBR", requested_date=day("05-01")),
    )
    found = assessed(dates, bill(row("Dichtung 40x3 NBR", 100, line_amount="200.00")))
    assert [one.invoiced for one in the_order(found).lines] == [60, 40]
    assert [one.amount for each in the_order(found).lines for one in each.allocations] == [120, 80]


def test_texts_and_charges_belong_to_no_order_line_by_their_likeness() -> None:
    ordered = order(line("10", quantity=1, unit_price=9, name="Versandkarton 40"), line("20", name="Frachtkosten"))
    found = assessed(ordered, bill(row("Frachtkosten", 1, unit_price=9), line("2", name="Versandkarton 40")))
    assert placed(found) == {}


def test_a_return_is_taken_from_what_came() -> None:
    bought = bill(for_line("30", 40, unit_price="7.90"))
    back = credit(row("Kugellager 6204 2RS", 15, unit_price="7.90"))
    assert the_line(assessed(SCREWS, bought, back), "30").invoiced == 25
    assert "line_unmatched" in codes(assessed(SCREWS, back))


def test_a_response_is_understood_by_what_it_says() -> None:
    answer = response(
        line("a", quantity=100, name="Hexagon bolt M8x25 zinc plated", unit_price="0.12"),
        line("b", quantity=40, name="Kugellager 6204-2RS", promised_date=day("04-20")),
    )
    found = assessed(SCREWS, answer)
    assert placed(found, "response") == {("AB1", "a"): ("20", "similar"), ("AB1", "b"): ("30", "similar")}


def test_a_response_line_does_not_take_what_another_answered() -> None:
    answer = response(for_line("30", 40, id="x"), line("b", quantity=40, name="Kugellager 6204-2RS"))
    assert [left.document_line for left in assessed(SCREWS, answer).unmatched] == ["b"]


def test_what_is_left_of_twins_is_not_certain_once_an_item_filled_one_by_its_due_date() -> None:
    twins = order(
        line("10", quantity=10, unit_price=2, buyer_item="D", name="Dichtung 40x3", requested_date=day("04-01")),
        line("20", quantity=10, unit_price=2, buyer_item="D", name="Dichtung 40x3", requested_date=day("05-01")),
    )
    first = bill(row("Dichtung 40x3", 10, buyer_item="D"))
    second = bill(row("Dichtung 40x3", 10), name="RE2", issue_date="03-26")
    assert proposed(assessed(twins, first, second)) == {"1": ["20"]}


def test_several_orders_are_one_field() -> None:
    other = order(line("10", quantity=7, unit_price=3, name="Ventil 1/2 Zoll"), name="4500018")
    heads = (OrderReference(number="4500017"), OrderReference(number="4500018"))
    found = assessed(
        SCREWS, other, bill(row("Ventil 1/2 Zoll", 7), row("Kugellager 6204 2RS", 40, "2"), order_references=heads)
    )
    assert placed(found) == {("RE1", "1"): ("10", "similar"), ("RE1", "2"): ("30", "similar")}


def test_a_crowd_of_equal_lines_is_left_to_people() -> None:
    many = order(*[line(str(n), quantity=5, name="Dichtung 40x3") for n in range(1, 200)])
    found = assessed(many, receipt(row("Dichtung 40x3", 5)))
    assert placed(found, "receipt") == {}


GAINS = st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 500), max_size=14)


@given(GAINS, st.dictionaries(st.integers(0, 4), st.integers(1, 2)))
def test_an_assignment_is_the_best_there_is_and_a_margin_what_is_lost_without_the_pair(gains, seats) -> None:
    found = assignment(gains, seats)
    best = _best(gains, seats)
    assert sum(gains[one.row, one.column] for one in found) == best
    for one in found:
        without = {pair: gain for pair, gain in gains.items() if pair != (one.row, one.column)}
        assert one.margin == best - _best(without, seats)


def _best(gains, seats, rows=tuple(range(5))) -> int:
    """By trying everything."""
    if not rows:
        return 0
    row, *rest = rows
    found = _best(gains, seats, tuple(rest))
    for column in range(5):
        if (row, column) in gains and seats.get(column, 1):
            left = {**seats, column: seats.get(column, 1) - 1}
            found = max(found, gains[row, column] + _best(gains, left, tuple(rest)))
    return found


def test_where_too_many_compete_nothing_is_certain() -> None:
    many = range(MOST_COMPETING + 1)
    assert all(pair.margin is None for pair in assignment({(row, 0): 400 for row in many}, {}))


NAMES = (
    "Dichtung 40x3 NBR",
    "Dichtung 40x3 FKM",
    "Dichtung 42x3 NBR",
    "Dichtg. 40x3 NBR",
    "Ventil 1/2",
    "seal 40x3 NBR",
)
ORDERED = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from([5, 10, 20])), min_size=1, max_size=5)
BILLED = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from([5, 10, 15, 20])), min_size=1, max_size=5)


@given(ORDERED, BILLED, BILLED, st.randoms(use_true_random=False))
def test_the_order_of_lines_and_documents_does_not_change_what_is_matched(wanted, first, second, chance) -> None:
    bought = order(*[line(str(n), quantity=many, unit_price=2, name=name) for n, (name, many) in enumerate(wanted, 1)])
    bills = [
        bill(*[row(name, many, str(n), unit_price=2) for n, (name, many) in enumerate(rows, 1)], name=number)
        for number, rows in (("RE1", first), ("RE2", second))
    ]
    assume(first != second)  # else one is a possible duplicate, by its contents
    found = assessed(bought, *bills)
    shuffled = [replace(one, lines=tuple(chance.sample(one.lines, len(one.lines)))) for one in (bought, *bills)]
    chance.shuffle(shuffled)
    again = assessed(*shuffled)
    assert _matched(again) == _matched(found)
    assert {(left.document_number, left.document_line) for left in again.unmatched} == {
        (left.document_number, left.document_line) for left in found.unmatched
    }
    for one in the_order(found).lines:
        assert one.invoiced <= one.ordered


def _matched(found: Assessment) -> set[tuple[object, ...]]:
    return {
        (one.document_number, one.document_line, one.order_line, one.quantity)
        for each in the_order(found).lines
        for one in each.allocations
    }
