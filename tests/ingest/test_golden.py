from pathlib import Path

import pytest

from tests.golden import SAMPLES, golden, reading, samples


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.relative_to(SAMPLES).as_posix())
def test_a_sample_is_read_as_its_golden_file_says(sample: Path) -> None:
    assert reading(sample) == golden(sample).read_text(encoding="utf-8")


def test_every_golden_file_belongs_to_a_sample() -> None:
    assert {golden(sample) for sample in samples()} == set(SAMPLES.glob("*/*.golden.json"))
