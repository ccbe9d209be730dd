"""Every file against every format: no two want the same one."""

import csv
from pathlib import Path

import pytest

from ingest.formats import FORMATS
from orders.errors import Reject
from tests.golden import SAMPLES, content, samples

OURS = {"orderx": ("cii",), "csv": ("csv", "xlsx"), "ubl": ("ubl", "oioxml")}
"""Format in the manifest → formats that read it, where they are called differently."""


def claimants(file: Path) -> list[str]:
    """The formats that claim a file; an XML file that cannot be parsed is nobody's."""
    seen = content(file)
    try:
        return [one.name for one in FORMATS if one.claims(seen)]
    except Reject:
        return []


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.relative_to(SAMPLES).as_posix())
def test_a_sample_is_claimed_by_its_own_format_alone(sample: Path) -> None:
    assert claimants(sample) in ([sample.parent.name], [])


def test_no_real_file_is_claimed_by_two_formats_or_by_the_wrong_one(corpus: Path) -> None:
    known = {one.name for one in FORMATS}
    wrong = {}
    with (corpus / "MANIFEST.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            expected = OURS.get(row["format"], (row["format"],))
            found = claimants(corpus / row["path"])
            if len(found) > 1 or (found and known.issuperset(expected) and found[0] not in expected):
                wrong[row["path"]] = found
    assert wrong == {}
