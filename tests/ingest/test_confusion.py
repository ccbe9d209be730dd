"""Every file against every format: no two want the same one."""

import csv
from pathlib import Path

import pytest

from ingest.formats import FORMATS
from tests.golden import SAMPLES, content, samples

OURS = {"orderx": ("cii",), "csv": ("csv", "xlsx"), "ubl": ("ubl", "oioxml")}
"""Format in the manifest → formats that read it, where they are called differently."""


def claimants(file: Path) -> list[str]:
    """The formats that claim a file."""
    seen = content(file)
    return [one.name for one in FORMATS if one.claims(seen)]


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.relative_to(SAMPLES).as_posix())
def test_a_sample_is_claimed_by_its_own_format_alone(sample: Path) -> None:
    assert claimants(sample) == [sample.parent.name]


def test_every_format_has_samples() -> None:
    assert {sample.parent.name for sample in samples()} == {one.name for one in FORMATS}


def test_every_real_file_is_claimed_by_one_format_and_the_right_one(corpus: Path) -> None:
    wrong = {}
    with (corpus / "MANIFEST.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            expected = OURS.get(row["format"], (row["format"],))
            found = claimants(corpus / row["path"])
            if len(found) != 1 or found[0] not in expected:
                wrong[row["path"]] = found
    assert wrong == {}
