"""One invoice, sent in whatever formats a supplier has, counts once; its number next year is another invoice."""

from dataclasses import replace
from itertools import permutations

import pytest

from tests.cases.build import POLICY
from tests.cases.gather import cases
from tests.cases.outcome import Outcome, outcome
from tests.chains.story import ORDER, STORY, Told
from tests.chains.test_any_mixture_of_formats import filed
from tests.chains.written import WRITERS, Write

INVOICE = next(told for told in STORY if told.type == "invoice")
BEFORE = [filed(told, WRITERS[told.type][0]) for told in STORY if told.type != "invoice"]
PAIRS = list(permutations(WRITERS["invoice"], 2))


def came_to(*told: tuple[Told, Write]) -> Outcome:
    files = {one.id: one for one in (*BEFORE, *(filed(*one) for one in told))}
    return outcome(cases(sorted(files.values(), key=lambda one: one.id), ()), POLICY)


@pytest.mark.parametrize("number", ["R-1", "r 1", "R-0001"])
@pytest.mark.parametrize(("write", "other"), PAIRS, ids=lambda write: write.__name__)
def test_the_same_invoice_in_two_formats_counts_once(write: Write, other: Write, number: str) -> None:
    alone = came_to((INVOICE, write))
    both = came_to((INVOICE, write), (replace(INVOICE, number=number), other))
    assert [both.line(line, ORDER).invoiced for line in ("10", "20")] == [
        alone.line(line, ORDER).invoiced for line in ("10", "20")
    ]
    reasons = sorted(str(one.reason) for one in both.documents if one.type == "invoice")
    assert reasons == ["None", "duplicate"]
    assert both.codes - alone.codes == {"duplicate"}


@pytest.mark.parametrize(("write", "other"), PAIRS, ids=lambda write: write.__name__)
def test_its_number_next_year_is_another_invoice_whatever_the_format(write: Write, other: Write) -> None:
    rest = replace(
        INVOICE, day=INVOICE.day.replace(year=INVOICE.day.year + 1), goods=(replace(INVOICE.goods[1], pieces=1),)
    )
    both = came_to((INVOICE, write), (rest, other))
    assert all(one.counted for one in both.documents if one.type == "invoice")
    assert [both.line(line, ORDER).invoiced for line in ("10", "20")] == [10, 3]
