"""The order of documents in time, and what their lines are called."""

from datetime import time
from itertools import permutations

import pytest

from matching.paper import papers, sequence
from tests.matching.build import assessed, despatch, filed, for_line, line, order, response, the_line


def numbers(documents) -> list[str]:
    return [paper.number for paper in papers(filed(documents))]


def test_documents_stand_by_date_then_time_then_sequence_then_number() -> None:
    told = [
        response(name="Z", issue_date=None),
        response(name="E", issue_date="03-01"),
        response(name="D", issue_date="03-01", issue_time=time(8)),
        response(name="C", issue_date="03-01", issue_time=time(9), revision="2"),
        response(name="B", issue_date="03-01", issue_time=time(9), revision="10"),
        response(name="F", issue_date="03-01", issue_time=time(9), revision="10"),
        response(name="A", issue_date="03-02"),
    ]
    for arrival in list(permutations(told))[::97]:
        assert numbers(arrival) == ["Z", "E", "D", "C", "B", "F", "A"]


def test_a_time_with_a_zone_and_one_without_can_be_compared() -> None:
    zoned = time.fromisoformat("08:00:00+02:00")
    assert numbers([response(name="A", issue_time=time(9)), response(name="B", issue_time=zoned)]) == ["B", "A"]


@pytest.mark.parametrize(("earlier", "later"), [(None, "0"), ("2", "10"), ("9", "A"), (" 3 ", "4")])
def test_revisions_are_compared_by_value_where_they_are_numbers(earlier: str | None, later: str) -> None:
    assert sequence(earlier) < sequence(later)


def test_a_line_without_an_id_is_called_by_its_place_and_one_of_a_taken_id_is_told_apart() -> None:
    (paper,) = papers(filed([despatch(line("5"), line(None), line("5"), line(None), line("2"))]))
    assert paper.names == ["5", "2", "5#3", "4", "2#5"]
    assert len(set(paper.names)) == 5


def test_lines_of_one_id_stay_apart_in_what_they_are_booked_on() -> None:
    twice = despatch(for_line("10", 4, id="7"), for_line("10", 6, id="7"))
    booked = the_line(assessed(order(line("10", quantity=10)), twice)).allocations
    assert [(one.document_line, one.quantity) for one in booked] == [("7", 4), ("7#2", 6)]
