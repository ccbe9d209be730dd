"""Chains whose documents come in any mixture of formats, dropped into the inbox of a real working folder."""

from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.chains.folder import Folder
from tests.chains.story import ORDER, SUPPLIER, SUPPLIER_GLN, retold
from tests.chains.written import WRITERS, Write
from tests.chains.written_by_layout import CONFIGURED
from tests.chains.written_xml import ubl

pytestmark = pytest.mark.slow

CHAINS = 20
FIGURES = ("ordered", "target", "confirmed", "shipped", "received", "invoiced", "open_to_invoice", "closed_short")


def mixtures() -> list[dict[str, Write]]:
    """A writer for each document of each chain: in the first chain UBL, in the others every writer in turn."""
    random = Random(3)  # noqa: S311 - what is tested together, not a secret
    turns = {kind: random.sample(writers, len(writers)) for kind, writers in WRITERS.items()}
    mixed = [{kind: turn[place % len(turn)] for kind, turn in turns.items()} for place in range(CHAINS - 1)]
    return [dict.fromkeys(WRITERS, ubl), *mixed]


def seen(shown: dict[str, Any]) -> dict[str, Any]:
    """What a buyer sees of an order."""
    return {
        "status": shown["status"],
        "tracks": shown["tracks"],
        "lines": {one["line"].lstrip("0"): {name: one[name] for name in FIGURES} for one in shown["lines"]},
        "documents": sorted((one["type"], one["state"]) for one in shown["documents"]),
        "deviations": sorted((one["code"], (one.get("line") or "").lstrip("0")) for one in shown["deviations"]),
    }


def test_every_writer_of_every_document_takes_part() -> None:
    assert {(kind, write) for one in mixtures() for kind, write in one.items()} == {
        (kind, write) for kind, writers in WRITERS.items() for write in writers
    }


def test_files_of_any_mixture_of_formats_give_the_same_statuses(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "work")
    folder.configure(f'\n[suppliers.nordlicht]\nname = "{SUPPLIER}"\nids = ["0088:{SUPPLIER_GLN}"]\n{CONFIGURED}')
    dropped = tmp_path / "files"
    dropped.mkdir()
    for number, written_in in enumerate(mixtures()):
        for place, told in enumerate(retold(number)):
            (dropped / f"{number}-{place}").write_bytes(written_in[told.type](told))
    said = folder.drop(*dropped.iterdir())
    assert said["files"] == {"accepted": 6 * CHAINS, "duplicate": 0, "rejected": 0, "waiting": 0}
    first, *others = [seen(folder.show(f"{ORDER}-{number}")) for number in range(CHAINS)]
    assert (first["status"], first["lines"]["10"]["invoiced"], first["lines"]["20"]["confirmed"]) == (
        "partially_invoiced",
        "9",
        "3",
    )
    assert {state for _, state in first["documents"]} == {"counted"}
    assert [one == first for one in others] == [True] * len(others), [one for one in others if one != first][:1]
    folder.call("rebuild", "--check")
