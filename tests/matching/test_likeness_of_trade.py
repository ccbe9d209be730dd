"""A small run of `python -m bench matching`: what is matched by itself is right."""

from bench.likeness import stored
from bench.matching import measured
from ordertrail.cases.bounds import MOST_ORDERS


def test_what_is_matched_by_likeness_is_right_and_the_rest_is_proposed() -> None:
    ours, greedy, _ = measured(orders=250, seed=1)
    assert ours.right > 500
    assert ours.precision >= 0.995 > greedy.precision
    assert ours.recall > 0.45
    assert ours.hit_rate > 0.75


def test_what_is_found_for_documents_without_an_order_is_right_in_cases_of_bounded_size() -> None:
    found = stored.measured(orders=500, seed=7)
    assert found.ours.right > 200
    assert found.ours.precision >= 0.995 > found.greedy.precision
    assert found.largest <= MOST_ORDERS
