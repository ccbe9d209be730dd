"""Texts that came from outside do nothing to a terminal."""

import errno
import io
import json
import os
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders.errors import Stop
from orders.message import Message
from ordertrail.cli import looks
from ordertrail.cli.shown import LONGEST_CELL, LONGEST_VALUE, json_line, short, shown
from ordertrail.cli.terminal import print_plain
from tests.cli.shell import ordertrail

OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain – größer", "plain – größer"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x9b2J", "\\x9b2J"),
        ("two\r\n lines\tand a tab", "two  lines and a tab"),
        ("abc\u202egnp.exe", "abc\\u202egnp.exe"),
        ("caf\udce9.xml", "caf\\udce9.xml"),
        ("[red]no markup[/red]", "[red]no markup[/red]"),
    ],
)
def test_hostile_S43_what_a_terminal_obeys_is_shown_as_its_code(text: str, seen: str) -> None:
    assert shown(text) == seen


@given(st.text())
def test_hostile_S43_nothing_that_is_shown_controls_a_terminal(text: str) -> None:
    assert not OBEYED.search(shown(text))


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_hostile_S43_json_says_the_same_without_control_characters(text: str) -> None:
    line = json_line({"name": text})
    assert json.loads(line) == {"name": text}
    assert not OBEYED.search(line)


HOSTILE = """<?xml version="1.0"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
  xmlns:c="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
  xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2">
  <c:ID>R1&#x9b;2J</c:ID><c:IssueDate>2026-01-02</c:IssueDate>
  <a:AccountingSupplierParty><a:Party><a:PartyName><c:Name>ACME&#x202e;[bold]&#x85;</c:Name></a:PartyName></a:Party>
  </a:AccountingSupplierParty>
</Invoice>"""


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_hostile_S43_a_document_cannot_reach_the_terminal(tmp_path: Path, options: list[str]) -> None:
    (tmp_path / "bad\x1b[2J.xml").write_text(HOSTILE, encoding="utf-8")
    answer = ordertrail("inspect", *options, "bad\x1b[2J.xml", cwd=tmp_path)
    assert answer.code == 0
    assert "ACME" in answer.out
    assert not OBEYED.search(answer.out.replace("\n", ""))
    assert not OBEYED.search(answer.err.replace("\n", ""))


class Full(io.StringIO):
    """A stream to a disk that is full."""

    def write(self, text: str, /) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    def fileno(self) -> int:
        return os.open(os.devnull, os.O_WRONLY)


def test_an_answer_that_cannot_be_kept_has_a_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Full())
    with pytest.raises(Stop) as stopped:
        print_plain("x")
    assert stopped.value.code == "OUTPUT_NOT_WRITTEN"


def test_hostile_a_number_or_name_of_any_length_fills_no_terminal() -> None:
    assert short("4500017") == "4500017"
    assert len(short("9" * 1_000_000)) == LONGEST_VALUE
    assert len(looks.cell("x" * 1_000_000)) == LONGEST_CELL
    said = looks.sentence(Message("cli.explain_status", {"number": "9" * 1_000_000, "status": "pending"}), "en")
    assert len(said) < LONGEST_VALUE + 200
