"""A small run of `python -m bench matching`: what is matched by itself is right."""

from bench.matching import measured


def test_what_is_matched_by_likeness_is_right_and_the_rest_is_proposed() -> None:
    ours, greedy, _ = measured(orders=250, seed=1)
    assert ours.right > 500
    assert ours.precision >= 0.995 > greedy.precision
    assert ours.recall > 0.45
    assert ours.hit_rate > 0.75
