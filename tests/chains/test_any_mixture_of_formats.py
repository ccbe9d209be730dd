"""A chain comes to the same whatever format each of its documents is written in."""

from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.format import Content
from ingest.reading import read
from orders.case import Filed
from tests.cases.build import policy, supplier
from tests.cases.gather import cases
from tests.cases.outcome import Outcome, outcome
from tests.chains.story import ORDER, SUPPLIER, SUPPLIER_GLN, WHOLE, Told
from tests.chains.written import EVERYTHING, WRITERS, Write
from tests.chains.written_by_layout import LAYOUTS
from tests.chains.written_xml import ubl

KNOWN = policy(suppliers=(supplier(name=SUPPLIER, ids=(f"0088:{SUPPLIER_GLN}",)),))
"""Some formats name parties, some number them: who wants both to be one says so."""

_SINGLE = [(told, write) for told in WHOLE for write in WRITERS[told.type]]


def filed(told: Told, write: Write) -> Filed:
    data = write(told)
    (document,) = read(Content(data, "file", layouts=LAYOUTS))
    assert (document.type, document.issues) == (told.type, ())
    return Filed(f"{sha256(data).hexdigest()}/0", document)


def came_to(*files: Filed) -> dict[str, Any]:
    """What a buyer sees: the status, the tracks, each line's figures, and what is deviant."""
    found: Outcome = outcome(cases(sorted(files, key=lambda one: one.id), ()), KNOWN)
    figures = ("ordered", "target", "confirmed", "shipped", "received", "invoiced", "open_to_invoice", "closed_short")
    return {
        "status": found.status(ORDER),
        "tracks": found.tracks(ORDER),
        "lines": {
            one.line.lstrip("0"): [getattr(one, figure) for figure in figures] for one in found.order(ORDER).lines
        },
        "deviations": sorted((one.code.value, (one.order_line or "").lstrip("0")) for one in found.every_deviation),
        "unmatched": found.unmatched,
    }


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    return came_to(*(filed(told, ubl) for told in WHOLE))


def test_the_story_is_what_it_is(expected: dict[str, Any]) -> None:
    assert expected["status"] == "partially_invoiced"
    assert expected["tracks"] == {
        "response": "partially_confirmed",
        "shipment": "partially_shipped",
        "receipt": "partially_received",
        "invoicing": "partially_invoiced",
    }
    assert expected["lines"] == {"10": [10, 10, 10, 10, 10, 9, 1, 0], "20": [4, 4, 3, 3, 3, 2, 2, 0]}
    assert expected["unmatched"] == ()


@pytest.mark.parametrize("write", EVERYTHING, ids=lambda write: write.__name__)
def test_a_chain_in_one_format_comes_to_the_same(write: Write, expected: dict[str, Any]) -> None:
    assert came_to(*(filed(told, write) for told in WHOLE)) == expected


@pytest.mark.parametrize(("told", "write"), _SINGLE, ids=[f"{told.type}-{write.__name__}" for told, write in _SINGLE])
def test_one_document_in_another_format_changes_nothing(told: Told, write: Write, expected: dict[str, Any]) -> None:
    assert came_to(*(filed(one, write if one is told else ubl) for one in WHOLE)) == expected


@given(mixture=st.tuples(*(st.sampled_from(WRITERS[told.type]) for told in WHOLE)))
def test_any_mixture_of_formats_comes_to_the_same(mixture: tuple[Write, ...]) -> None:
    whole = came_to(*(filed(told, ubl) for told in WHOLE))
    assert came_to(*(filed(told, write) for told, write in zip(WHOLE, mixture, strict=True))) == whole
