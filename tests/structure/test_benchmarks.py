"""The benchmark that splits a run by stages names functions by their places: they must be there, and be called."""

import re

import pytest

from bench import stages


def test_every_stage_of_the_split_takes_its_time(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    called = set()
    timed = stages._timed

    def noting(function, stage, spent):
        def noted(*arguments, **named):
            called.add(stage)
            return inner(*arguments, **named)

        inner = timed(function, stage, spent)
        return noted

    monkeypatch.setattr(stages, "_timed", noting)
    stages.bench(documents=30)
    assert called == set(stages.STAGES)
    assert re.search(r"stages +parse: \d+\.\d\d u", capsys.readouterr().out)
