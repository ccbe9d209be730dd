"""What people see of an order: complete, in their language, on any terminal."""

import io
import re
from decimal import Decimal

import pytest
from msgspec.structs import replace
from rich.console import Console

from orders.assessment import LineAssessment
from orders.deviations import DeviationCode, Severity
from orders.document import DocumentType
from orders.message import Message
from orders.status import Status, Track
from orders.wording import LANGUAGES, Language, label
from ordertrail.cli.explanation import explanation, sentence_json
from ordertrail.cli.looks import legend
from ordertrail.cli.order_views import deviation_table, order_list, order_sheet
from ordertrail.cli.trail import trail
from ordertrail.questions.decisions import Taken
from tests.cli.example import (
    DECISION,
    DEVIATION,
    DOCUMENTS,
    DUPLICATE,
    FILES,
    INVOICE,
    LINE,
    ORDER,
    TRACKS,
    allocation,
)

TODAY = DECISION.taken_at.date()


def drawn(*parts: object, width: int = 200) -> str:
    console = Console(file=io.StringIO(), width=width, markup=False, highlight=False)
    for part in parts:
        console.print(part)
    text = console.file.getvalue()  # type: ignore[attr-defined]  # it is the StringIO above
    assert isinstance(text, str)
    return text


def sheet(language: Language, width: int = 200) -> str:
    events = trail(ORDER, DOCUMENTS, [Taken(DECISION)], language)
    return drawn(*order_sheet(ORDER, [DEVIATION], DOCUMENTS, FILES, events, language, width), width=width)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_shows_the_headline_and_four_tracks_beside_it(language: Language) -> None:
    text = drawn(order_list([(ORDER, 1)], language, 120), legend(language))
    assert label("status.partially_invoiced", language) in text
    row = next(line for line in text.splitlines() if "4500017" in line)
    assert re.search(r"● +● +· +◐", row)
    assert "100" in row
    for mark in "●◐○·":
        assert mark in text.splitlines()[-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_shows_lines_documents_deviations_trail_and_what_is_missing(language: Language) -> None:
    text = sheet(language)
    for said in (
        "4500017",
        "ACME GmbH",
        "B-1 Bolt",
        "R-108",
        "R-108.xml",
        "LS-7",
        "m.muster",
        "4 C62 are not invoiced",
    ):
        assert said in text
    for code in ("status.partially_invoiced", "status.off", "track.receipt", "reason.conflicting"):
        assert label(code, language) in text
    assert label("deviation.price_over", language) in text


def test_every_status_has_a_colour() -> None:
    console = Console(file=io.StringIO(), force_terminal=True, color_system="standard", width=200)
    for status in Status:
        console.print(order_list([(replace(ORDER, status=status), 0)], "en", 120))
    colours = re.findall(r"\x1b\[[0-9;]*m(?=[A-Z][a-z ]+\x1b)", console.file.getvalue())  # type: ignore[attr-defined]  # the StringIO
    assert len(colours) >= len(Status)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_usual_terminal_breaks_no_word(language: Language) -> None:
    text = drawn(order_list([(ORDER, 1)], language, 80), width=80)
    assert max(len(line) for line in text.splitlines()) <= 80
    for word in ("4500017", "ACME", *label("status.partially_invoiced", language).split()):
        assert word in text


@pytest.mark.parametrize("width", [40, 60, 80])
def test_a_narrow_terminal_loses_nothing(width: int) -> None:
    text = sheet("en", width)
    assert max(len(line) for line in text.splitlines()) <= width
    assert "4500017" in text
    assert "…" not in text


def test_a_number_of_an_order_is_never_cut() -> None:
    long = replace(ORDER, number="4500017-2026-NORDWERK-HAMBURG-PROJECT-0815")
    text = drawn(order_list([(long, 0)], "en", 80), width=80)
    assert "…" not in text
    assert sum(text.count(part) for part in "0815") >= 4


def test_the_trail_tells_what_happened_in_its_order_and_undated_last() -> None:
    events = trail(ORDER, DOCUMENTS, [Taken(DECISION)], "en")
    assert [event.day and event.day.isoformat() for event in events] == ["2026-04-05", "2026-04-06", "2026-04-07", None]
    assert events[1].who == "m.muster"
    assert events[0].what.args["lines"] == f"10: 6 {label('unit.C62', 'en')}"


def test_what_a_document_says_is_no_markup() -> None:
    hostile = replace(
        ORDER, supplier="[bold]ACME[/bold] [link=http://x]y[/link]", lines=(replace(LINE, name="[red]x"),)
    )
    assert "[bold]ACME[/bold]" in drawn(order_list([(hostile, 0)], "en", 120))
    assert "[red]x" in drawn(*order_sheet(hostile, [], [], {}, [], "en", 120))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_explanation_names_document_line_quantity_and_rule(language: Language) -> None:
    sentences = list(explanation(ORDER, [DEVIATION], DOCUMENTS, None, TODAY))
    (invoiced,) = [one for one in sentences if one.kind == "allocation" and one.document == INVOICE]
    text = invoiced.text(language)
    kind = label(f"document.{DocumentType.INVOICE}", language)
    for said in (f"6 {label('unit.C62', language)}", f"{kind} R-108", "The line names it"):
        assert said in text
    assert sentence_json(ORDER, invoiced, FILES, language) == {
        "order": "4500017",
        "line": "10",
        "kind": "allocation",
        "sentence": text,
        "document": "invoice R-108",
        "document_line": "1",
        "rule": "line_reference",
        "who": None,
        "file": "R-108.xml",
    }


def test_an_explanation_says_why_documents_do_not_count_and_what_is_missing() -> None:
    sentences = list(explanation(ORDER, [DEVIATION], DOCUMENTS, None, TODAY))
    assert [one.document for one in sentences if one.kind == "document"] == [DUPLICATE]
    assert [one.text("en") for one in sentences if one.kind == "missing"] == ["4 C62 are not invoiced"]
    assert [one.line for one in sentences if one.kind == "action"] == ["10"]


def test_an_explanation_of_a_line_is_about_that_line_alone() -> None:
    other = replace(LINE, line="20", allocations=(allocation(order_line="20"),))
    both = replace(ORDER, lines=(LINE, other))
    sentences = list(explanation(both, [DEVIATION], DOCUMENTS, "20", TODAY))
    assert {one.line for one in sentences} == {"20"}
    assert {one.kind for one in sentences} >= {"line", "allocation"}


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        pytest.param(LINE, ["missing.invoicing"], id="the rest of what is billed in part"),
        pytest.param(replace(LINE, open_to_invoice=Decimal(0), status=Status.INVOICED), [], id="nothing"),
        pytest.param(
            replace(LINE, answered=False, status=Status.PENDING, tracks=TRACKS | {Track.RESPONSE: "none"}),
            ["missing.response"],
            id="the answer",
        ),
        pytest.param(
            replace(LINE, open_to_ship=Decimal(3), status=Status.PARTIALLY_SHIPPED), ["missing.shipment"], id="goods"
        ),
    ],
)
def test_an_explanation_of_a_line_says_what_is_missing_for_its_next_status(
    line: LineAssessment, missing: list[str]
) -> None:
    other = replace(LINE, line="20")
    due = Message("missing.credit", {"order_line": "20", "quantity": "1", "unit": "C62", "by": "quantity"})
    order = replace(ORDER, lines=(line, other), missing=(due,))
    found = [one for one in explanation(order, [], DOCUMENTS, "10", TODAY) if one.kind == "missing"]
    assert [one.message.code for one in found] == missing
    told = [one.message for one in explanation(order, [], DOCUMENTS, "20", TODAY) if one.kind == "missing"]
    assert told[-1] == due


def test_what_stops_the_whole_order_is_said_of_each_line() -> None:
    stop = replace(DEVIATION, order_line=None, severity=Severity.BLOCK, code=DeviationCode.BANK_ACCOUNT_CHANGED)
    note = replace(DEVIATION, order_line=None, severity=Severity.INFO)
    told = explanation(ORDER, [stop, note, replace(stop, state="accepted")], DOCUMENTS, "10", TODAY)
    assert [one.evidence for one in told if one.kind == "deviation"] == [stop.message]


def test_what_was_shipped_without_a_despatch_advice_says_where_that_comes_from() -> None:
    order = replace(ORDER, lines=(replace(LINE, shipped_inferred=True), replace(LINE, line="20")))
    told = [
        one.text("en") for one in explanation(order, [], [], None, TODAY) if one.message.code == "cli.explain_inferred"
    ]
    assert told == ["Line 10: shipped is at least what was received, also without a despatch advice."]


@pytest.mark.parametrize(
    ("status", "because"),
    [
        (Status.PARTIALLY_INVOICED, "Of the tracks with anything in them, “Invoicing” takes precedence."),
        (Status.SHIPPED, "Of the tracks with anything in them, “Shipment” takes precedence."),
        (Status.PENDING, "Nothing that counts has come back yet."),
        (Status.REJECTED, "The supplier rejected every line."),
        (Status.CANCELLED, "Nothing of this order is wanted any more."),
    ],
)
def test_an_explanation_says_why_the_order_has_its_status(status: Status, because: str) -> None:
    order = replace(ORDER, status=status, derived_status=status)
    assert next(explanation(order, [], [], None, TODAY)).text("en").endswith(because)


@pytest.mark.parametrize("language", LANGUAGES)
def test_deviations_are_listed_with_severity_and_money(language: Language) -> None:
    text = drawn(deviation_table([(DEVIATION, ())], language, with_order=True))
    assert label("severity.review", language) in text
    assert "4500017" in text
    assert "EUR" in text
