"""Workbooks that somebody made up, and processes that die: nothing is decided that the words do not say, nothing is
lost, nothing counts twice."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from ingest.format import Content
from ingest.returned import is_returned, read_answers
from orders.answer import KEY_HEADING, RowKey, key_text, read_key
from orders.deviations import DeviationCode
from tests.answers.sheets import Filled, report
from tests.cli.shell import inside, ordertrail

TEXTS = st.none() | st.text(max_size=20)
KEYS = st.builds(
    RowKey,
    about=st.sampled_from(["deviation", "line"]),
    code=st.sampled_from(DeviationCode),
    order=st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    order_line=st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    document=st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    document_line=st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    seen=st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
)


@given(KEYS)
def test_a_key_comes_back_as_it_was_written_in_characters_that_no_spreadsheet_changes(key: RowKey) -> None:
    text = key_text(key)
    assert read_key(text) == key
    assert text.isascii()
    assert text.isprintable()


@given(st.text() | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(json.dumps))
def test_what_is_no_key_is_none(text: str) -> None:
    key = read_key(text)
    assert key is None or key_text(key)


def made_up(path: Path, *rows: tuple[object, ...]) -> Path:
    """A workbook with a heading like ours, that the program did not write."""
    book: Any = Workbook()
    book.active.append(["Decision", "Why", KEY_HEADING])
    for row in rows:
        book.active.append(row)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def decisions(here: Path) -> list[Any]:
    return inside("decide", "list", "--json", cwd=here).rows


def test_hostile_a_made_up_key_decides_only_what_is_open_and_says_so(here: Path) -> None:
    known = Filled(report(here))
    true = read_key(
        known.sheet.cell(known.find(Order="4500102", Exception="Price too high"), known.column(KEY_HEADING)).value
    )
    assert true is not None
    false = {
        "seen": "0" * 16,
        "order": "4500101@nordwerkmaschinenbau",
        "order_line": "20",
        "code": DeviationCode.PRICE_UNDER,
        "document": "0" * 64 + "/0",
        "document_line": "2",
    }
    forged = [
        RowKey(**{name: getattr(true, name) for name in RowKey.__struct_fields__} | {field: value})
        for field, value in false.items()
    ]
    rows = [("Accept", "=HYPERLINK(1)", key_text(key)) for key in forged]
    made_up(here / "inbox" / "forged.xlsx", *rows, ("Accept", "", '[1,"order","*"]'), ("Accept", "", None))
    assert ordertrail("run", cwd=here).code == 0
    assert decisions(here) == []
    made_up(here / "inbox" / "words.xlsx", ("Accept", "it is right so", key_text(true)))
    assert ordertrail("run", cwd=here).code == 0
    assert [(one["order"], one["code"], one["by"]) for one in decisions(here)] == [
        ("4500102", "price_over", "workbook")
    ]


def test_hostile_a_workbook_with_our_mark_is_held_to_the_limits_of_every_workbook(here: Path) -> None:
    path = made_up(here / "marked.xlsx", ("Accept", "", "[]"))
    far: Any = Filled(path, "Sheet")
    far.sheet["XFD1048576"] = "far"
    far.save(here / "inbox" / "far.xlsx")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(here / "inbox" / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as bomb:
        for name, data in (parts | {"xl/media/x.xml": b"0" * 160_000_000}).items():
            bomb.writestr(name, data)
    with zipfile.ZipFile(here / "inbox" / "dtd.xlsx", "w") as dtd:
        for name, data in parts.items():
            dtd.writestr(name, data.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet', 1))
    assert ordertrail("run", cwd=here).code == 3
    codes = {row["name"]: (row["state"], row["code"]) for row in inside("files", "--json", cwd=here).rows}
    assert codes["far.xlsx"] == ("accepted", None)
    assert codes["bomb.xlsx"] == ("rejected", "ZIP_TOO_LARGE_UNPACKED")
    assert codes["dtd.xlsx"] == ("rejected", "XML_DTD_FORBIDDEN")
    assert decisions(here) == []


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"PK\x03\x04ordertrail-key", b"ordertrail-key", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_hostile_what_is_no_workbook_is_none_of_ours(data: bytes) -> None:
    assert not is_returned(Content(data))


def test_hostile_long_texts_are_cut_and_columns_may_be_missing_or_stand_twice(tmp_path: Path) -> None:
    book: Any = Workbook()
    book.active.append(["Why", "Decision", KEY_HEADING, "Decision", KEY_HEADING])
    book.active.append(["x" * 30_000, "y" * 30_000, "z" * 30_000, "Accept", "Accept"])
    book.active.append([None, None, None, "Accept"])
    book.save(tmp_path / "odd.xlsx")
    answers = read_answers(Content((tmp_path / "odd.xlsx").read_bytes()))
    (row,) = answers.rows
    assert (len(row.why), len(row.decision), row.key, row.target) == (2_000, 2_000, None, "")


CRASHES = [
    "claims-synced",
    "archived",
    "recording-lines",
    "before-commit",
    "committed",
    "cleared",
    "before-derive",
    "judging",
]
CRASHES += ["deriving", "before-reports"]


@pytest.mark.parametrize("point", CRASHES)
def test_a_process_that_dies_at_any_point_loses_no_decision_and_doubles_none(here: Path, point: str) -> None:
    filled = Filled(report(here))
    filled.write(filled.find(Order="4500108", Exception="Date changed"), "Accept", "agreed by phone")
    filled.write(filled.find(Order="4500104", Exception="Late receipt"), "Close the line short")
    filled.write(filled.find(Order="4500102", Exception="Price too high"), "Perhaps")
    filled.save(here / "inbox" / "decided.xlsx")
    died = ordertrail("run", cwd=here, environ={"ORDERTRAIL_CRASH": point})
    assert died.code == -9, died.err
    for _ in range(2):
        assert ordertrail("run", cwd=here).code == 0
    assert {(one["kind"], one["order"]) for one in decisions(here)} == {("accept", "4500108"), ("close", "4500104")}
    assert len(decisions(here)) == 2
    (row,) = (row for row in inside("files", "--json", cwd=here).rows if row["name"] == "decided.xlsx")
    assert row["message"].startswith("Report with decisions: 2 taken over, 1 refused.")
    assert ordertrail("rebuild", "--check", cwd=here).code == 0
