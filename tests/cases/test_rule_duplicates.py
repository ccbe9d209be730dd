"""Duplicates, conflicts, replacements and corrections."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from orders.document import Document, Party
from tests.cases.build import (
    OTHER_SUPPLIER,
    PO,
    SUPPLIER,
    credit_note,
    decide,
    despatch,
    document,
    file_id,
    invoice,
    line,
    order,
    party,
    receipt,
    response,
    without_lines,
)
from tests.cases.outcome import assess, money

TEN = order(PO, line("10", 10, price="10.00"))
FIRST = invoice("R1", line("1", 6, of="10", price="10.00"), on="2026-03-30")
SECOND = invoice("R1", line("1", 4, of="10", price="10.00"), on="2026-04-01")


@pytest.mark.parametrize("arrival", [(FIRST, SECOND), (SECOND, FIRST)])
def test_one_number_with_two_contents_is_a_conflict_and_the_later_waits(arrival: tuple[Document, ...]) -> None:
    outcome = assess(TEN, *arrival)
    assert (outcome.reason(FIRST), outcome.reason(SECOND)) == (None, "conflicting")
    assert outcome.line().invoiced == 6
    conflict = outcome.deviation("conflicting_document")
    assert (conflict.document, conflict.severity, money(conflict)) == (file_id(SECOND), "block", 40)
    loser = next(one for one in outcome.documents if one.document == file_id(SECOND))
    assert loser.other == file_id(FIRST)


def test_of_two_of_one_day_the_later_by_time_waits() -> None:
    early = replace(
        SECOND, issue_date=FIRST.issue_date, issue_time=document("invoice", "x", issue_time="08:00:00").issue_time
    )
    late = replace(FIRST, issue_time=document("invoice", "x", issue_time="09:00:00").issue_time)
    assert assess(TEN, early, late).reason(late) == "conflicting"


def test_of_two_of_one_day_and_time_the_hash_decides() -> None:
    same_day = replace(SECOND, issue_date=FIRST.issue_date)
    outcome = assess(TEN, FIRST, same_day)
    counted = min(FIRST, same_day, key=file_id)
    assert outcome.counted(counted)
    assert outcome.line().invoiced == counted.lines[0].quantity


@pytest.mark.parametrize(
    ("kind", "invoiced", "reasons"),
    [
        ("replacement", 4, ("replaced", None)),
        ("count", 10, (None, None)),
        ("duplicate", 6, (None, "duplicate")),
    ],
)
def test_a_person_decides_what_a_conflict_is(kind: str, invoiced: int, reasons: tuple[str | None, ...]) -> None:
    outcome = assess(TEN, FIRST, SECOND, decisions=[decide(kind, document=SECOND, order=None)])
    assert outcome.line().invoiced == invoiced
    assert (outcome.reason(FIRST), outcome.reason(SECOND)) == reasons
    assert [one.state for one in outcome.deviations("conflicting_document") if one.state == "open"] == []


def test_a_document_marked_as_duplicate_counts_nothing() -> None:
    outcome = assess(TEN, FIRST, decisions=[decide("duplicate", document=FIRST, order=None)])
    assert outcome.reason(FIRST) == "duplicate"
    assert outcome.status() == "pending"


@pytest.mark.parametrize(
    "paper",
    [
        despatch("X1", line("1", 4, of="10")),
        receipt("X1", line("1", 4, of="10")),
        response("X1", line("1", 4, of="10")),
        credit_note("X1", line("1", 4, of="10", price="10.00")),
    ],
    ids=lambda paper: paper.type.value,
)
def test_every_kind_of_document_may_come_twice(paper: Document) -> None:
    again, other = replace(paper, format="csv"), replace(paper, lines=(line("1", 5, of="10", price="10.00"),))
    assert {assess(TEN, paper, again).reason(one) for one in (paper, again)} == {None, "duplicate"}
    assert {assess(TEN, paper, other).reason(one) for one in (paper, other)} == {None, "conflicting"}


def test_an_order_sent_twice_is_one_order() -> None:
    outcome = assess(TEN, replace(TEN, format="csv"), FIRST)
    assert len(outcome.orders) == 1
    assert outcome.line().ordered == 10
    assert outcome.order().revision == 1


def test_two_orders_of_one_number_without_revision_are_a_conflict() -> None:
    other = order(PO, line("10", 12, price="10.00"), on="2026-03-02")
    outcome = assess(TEN, other)
    assert (outcome.reason(TEN), outcome.reason(other)) == (None, "conflicting")
    assert outcome.line().ordered == 10
    assert outcome.deviations("conflicting_document") != []


@pytest.mark.parametrize("kind", ["despatch_advice", "receipt_advice", "credit_note"])
def test_one_number_of_two_kinds_is_two_documents(kind: str) -> None:
    other = document(kind, "R1", line("1", 6, of="10", price="10.00"))
    outcome = assess(TEN, FIRST, other)
    assert outcome.counted(FIRST)
    assert outcome.counted(other)


def test_documents_without_number_are_not_duplicates_of_each_other() -> None:
    one, two = (despatch("LS", line("1", n, of="10")) for n in (4, 5))
    outcome = assess(TEN, replace(one, number=None), replace(two, number=None))
    assert outcome.line().shipped == 9


TWIN = replace(FIRST, number="R2", issue_date=SECOND.issue_date)


def test_the_same_invoice_under_another_number_within_days_counts_and_is_flagged() -> None:
    outcome = assess(TEN, FIRST, TWIN)
    assert outcome.line().invoiced == 12
    flagged = outcome.deviation("possible_duplicate")
    assert (flagged.document_number, money(flagged)) == ("R2", 60)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(invoice("R2", line("1", 6, of="10", price="10.00"), on="2026-06-30"), id="months later"),
        pytest.param(invoice("R2", line("1", 4, of="10", price="10.00"), on="2026-03-31"), id="another quantity"),
    ],
)
def test_a_different_or_much_later_invoice_is_no_possible_duplicate(other: Document) -> None:
    assert "possible_duplicate" not in assess(TEN, FIRST, other).codes


def test_a_header_only_invoice_of_another_total_is_a_conflict() -> None:
    head = without_lines("R1", "99.00", on="2026-04-02")
    outcome = assess(TEN, FIRST, head)
    assert outcome.reason(head) == "conflicting"
    assert outcome.line().invoiced_amount == 60
    assert outcome.order().header_allocations == ()


def test_a_header_only_invoice_twice_counts_once() -> None:
    head = without_lines("R1", "60.00")
    outcome = assess(TEN, head, replace(head, format="pdf"))
    assert sum(one.amount or 0 for one in outcome.order().header_allocations) == 60


CORRECTION = [
    pytest.param({"type_code": "384", "invoice_references": ["R1"]}, id="type 384"),
    pytest.param({"replaces": ["R1"]}, id="says that it replaces"),
]


@pytest.mark.parametrize("fields", CORRECTION)
def test_a_corrected_invoice_replaces_the_one_it_names(fields: dict[str, object]) -> None:
    right = invoice("R2", line("1", 5, of="10", price="10.00"), on="2026-04-03", **fields)
    outcome = assess(TEN, FIRST, right)
    assert outcome.line().invoiced == 5
    assert outcome.reason(FIRST) == "replaced"
    loser = next(one for one in outcome.documents if one.document == file_id(FIRST))
    assert loser.other == file_id(right)
    assert "possible_duplicate" not in outcome.codes


def test_a_correction_of_a_correction_leaves_the_last_one_only() -> None:
    steps = [
        invoice(
            f"R{n}",
            line("1", n, of="10", price="10.00"),
            on=f"2026-04-0{n}",
            type_code="384",
            invoice_references=[f"R{n - 1}"],
        )
        for n in (2, 3)
    ]
    outcome = assess(TEN, FIRST, *steps)
    assert outcome.line().invoiced == 3
    assert [outcome.reason(one) for one in (FIRST, *steps)] == ["replaced", "replaced", None]


def test_a_correction_that_comes_alone_counts() -> None:
    right = invoice("R2", line("1", 5, of="10", price="10.00"), type_code="384", invoice_references=["R1"])
    assert assess(TEN, right).line().invoiced == 5


def test_a_replaced_document_leaves_no_deviation_behind() -> None:
    wrong = replace(FIRST, currency="USD", totals=replace(FIRST.totals, net=Decimal(1)))
    right = invoice("R2", line("1", 6, of="10", price="10.00"), type_code="384", invoice_references=["R1"])
    came = receipt("WE1", line("1", 6, of="10"))
    assert assess(TEN, came, wrong, right).codes == set()


def test_a_copy_is_no_second_order() -> None:
    outcome = assess(TEN, replace(TEN, copy=True))
    assert outcome.line().ordered == 10
    assert len(outcome.orders) == 1


STRANGERS = [
    pytest.param(OTHER_SUPPLIER, id="other id and name"),
    pytest.param(party("ACME GmbH", "0088:4099999000001"), id="two ids of one scheme"),
    pytest.param(party("Birch & Sons Ltd"), id="other name"),
]
SAME = [
    pytest.param(SUPPLIER, id="the same"),
    pytest.param(party("ACME Deutschland", "0088:4012345000009"), id="one shared id"),
    pytest.param(party("acme gmbh."), id="name written otherwise"),
    pytest.param(party("ACME"), id="name without legal form"),
    pytest.param(party(None, vat="DE 123 456 789"), id="VAT number"),
    pytest.param(party("ACME GmbH", "0060:123456789"), id="an id of another scheme"),
    pytest.param(None, id="no supplier named"),
    pytest.param(party(), id="an empty party"),
]


@pytest.mark.parametrize("stranger", STRANGERS)
def test_a_document_of_another_supplier_does_not_count(stranger: Party) -> None:
    foreign = replace(FIRST, supplier=stranger)
    outcome = assess(TEN, foreign)
    assert outcome.reason(foreign) == "supplier_mismatch"
    assert outcome.status() == "pending"
    mismatch = outcome.deviation("supplier_mismatch")
    assert (mismatch.severity, mismatch.document_number, money(mismatch)) == ("block", "R1", 60)
    assert outcome.codes == {"supplier_mismatch"}


@pytest.mark.parametrize("same", SAME)
def test_a_document_of_the_same_supplier_counts(same: Party | None) -> None:
    outcome = assess(TEN, replace(FIRST, supplier=same))
    assert outcome.line().invoiced == 6
    assert "supplier_mismatch" not in outcome.codes


def test_a_person_may_let_a_foreign_document_count() -> None:
    foreign = replace(FIRST, supplier=OTHER_SUPPLIER)
    outcome = assess(TEN, foreign, decisions=[decide("count", document=foreign, order=None)])
    assert outcome.counted(foreign)
    assert outcome.line().invoiced == 6


def test_two_orders_of_one_number_are_a_conflict_of_that_order() -> None:
    other = order(PO, line("10", 7, price="10.00"), on="2026-03-02")
    first = order(PO, line("10", 5, price="10.00"))
    outcome = assess(first, other)
    conflict = outcome.deviation("conflicting_document")
    assert (conflict.order, conflict.order_number) == (outcome.order().id, PO)
    assert [outcome.reason(one) for one in (first, other)] == [None, "conflicting"]
    assert set(outcome.order().documents) == {one.document for one in outcome.documents}
