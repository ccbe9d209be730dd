"""One invoice, sent in whatever formats and spellings of its number, counts once (S51); its number next year is another
invoice (S52)."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import cycle, permutations
from pathlib import Path

import pytest

from ingest.format import Content
from ingest.reading import read
from orders.case import Filed
from tests.cases.gather import cases
from tests.cases.outcome import Outcome, outcome
from tests.chains.story import ORDER, STORY
from tests.chains.test_any_mixture_of_formats import filed
from tests.chains.written import WRITERS, Write
from tests.chains.written_flat import csv
from tests.chains.written_xml import hybrid, ubl
from tests.cli.shell import inside

BEFORE = tuple(told for told in STORY if not told.is_bill)
INVOICE = replace(next(told for told in STORY if told.type == "invoice"), number="RE-00108")
SPELLED = ("RE-00108", "re-00108", "RE 108", "RE00108", "re108", "RE-108", "Re-000108", "RE/108")
PAIRS = list(permutations(WRITERS["invoice"], 2))
FORMS = tuple(zip(WRITERS["invoice"], cycle(SPELLED), strict=False))
SUFFIX = {"csv": "csv", "edifact": "edi", "x12": "x12", "hybrid": "pdf", "xlsx": "xlsx"}
IGNORED = {"duplicate"}


def came_to(*bills: Filed) -> Outcome:
    everything = [*(filed(told, ubl) for told in BEFORE), *bills]
    return outcome(cases(sorted(everything, key=lambda one: one.id)))


def counted(found: Outcome) -> list[str]:
    return [one.number or "" for one in found.documents if one.type == "invoice" and one.counted]


def test_case_S51_an_invoice_in_every_format_and_spelling_counts_once() -> None:
    alone = came_to(filed(INVOICE, ubl))
    together = came_to(*(filed(replace(INVOICE, number=number), write) for write, number in FORMS))
    assert len(counted(together)) == 1
    assert {one.reason for one in together.documents if not one.counted} == {"duplicate"}
    assert together.order(ORDER).tracks == alone.order(ORDER).tracks
    assert [line.invoiced for line in together.order(ORDER).lines] == [10, 2]
    assert together.codes - IGNORED == alone.codes
    assert len(together.deviations("duplicate")) == len(FORMS) - 1


@pytest.mark.parametrize("number", ["RE-00108", "re 108", "RE/0108"])
@pytest.mark.parametrize(("write", "other"), PAIRS, ids=lambda write: write.__name__)
def test_case_S51_an_invoice_in_any_two_formats_is_one_whichever_is_the_older(
    write: Write, other: Write, number: str
) -> None:
    alone = came_to(filed(INVOICE, write))
    both = came_to(filed(INVOICE, write), filed(replace(INVOICE, number=number), other))
    assert [both.line(line, ORDER).invoiced for line in ("10", "20")] == [
        alone.line(line, ORDER).invoiced for line in ("10", "20")
    ]
    assert sorted(str(one.reason) for one in both.documents if one.type == "invoice") == ["None", "duplicate"]
    assert both.codes - alone.codes == {"duplicate"}


@pytest.mark.parametrize("arrival", list(permutations(("pdf", "xml", "csv"))), ids="-".join)
def test_case_S51_pdf_xml_and_csv_are_one_invoice_in_whatever_order_they_come(
    tmp_path: Path, arrival: tuple[str, ...]
) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "config.toml").write_text('language = "en"\n[run]\nsettle_seconds = 0\n', encoding="utf-8")
    written = {"pdf": (hybrid, "RE-00108"), "xml": (ubl, "re 108"), "csv": (csv, "Re-108")}
    for told in BEFORE:
        (tmp_path / "inbox" / f"{told.number}.xml").write_bytes(ubl(told))
    for name in arrival:
        write, number = written[name]
        (tmp_path / "inbox" / f"invoice.{name}").write_bytes(write(replace(INVOICE, number=number)))
        assert inside("run", cwd=tmp_path).code == 0
    order = inside("show", ORDER, "--json", cwd=tmp_path).row
    states = [(one["state"], one.get("reason")) for one in order["documents"] if one["type"] == "invoice"]
    assert sorted(states) == [("counted", None), ("not_counted", "duplicate"), ("not_counted", "duplicate")]
    assert [line["invoiced"] for line in order["lines"]] == ["10", "2"]
    assert "conflicting_document" not in {one["code"] for one in order["deviations"]}
    assert inside("rebuild", "--check", cwd=tmp_path).code == 0


@pytest.mark.parametrize(("write", "other"), PAIRS, ids=lambda write: write.__name__)
def test_case_S52_the_number_of_another_year_is_another_invoice_whatever_the_two_are_written_in(
    write: Write, other: Write
) -> None:
    rest = replace(INVOICE, day=date(2027, 1, 4), goods=(replace(INVOICE.goods[1], pieces=1),), number="RE-108")
    found = came_to(filed(INVOICE, write), filed(rest, other))
    assert sorted(counted(found)) == ["RE-00108", "RE-108"]
    assert found.status(ORDER) == "partially_invoiced"
    assert [line.invoiced for line in found.order(ORDER).lines] == [10, 3]


def table(*rows: str, head: str = "") -> bytes:
    usual = "document_type,document_number,issue_date,supplier,order_number,line,supplier_item,name,quantity,unit"
    return "\n".join([f"{usual},unit_price,line_amount,net{head}", *rows]).encode()


def as_table(*rows: str) -> Filed:
    data = table(*(f"invoice,{INVOICE.number},{INVOICE.day},Nordlicht Schrauben GmbH,{ORDER},{row}" for row in rows))
    (document,) = read(Content(data, "table.csv"))
    return Filed(f"{sha256(data).hexdigest()}/0", document)


BOLTS, NUTS = "N-100,Bolt,10,C62,5.00,50.00,", "N-200,Nut,2,C62,2.50,5.00,"


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((f"1,{BOLTS}", f"2,{NUTS}"), id="as it is"),
        pytest.param((f"1,{NUTS}", f"2,{BOLTS}"), id="sorted otherwise"),
        pytest.param((f"1,{BOLTS}", "2,N-200,Nut,2,Stk,2.5,5,"), id="another word for pieces"),
        pytest.param((f"1,{BOLTS}", "2,N-200,Nut,2,C62,2.5049,5.00,"), id="a price with more decimals"),
        pytest.param(("7,N-100,Bolt,10,C62,,50.00,", "9,N-200,Nut,2,C62,,5.00,55.00"), id="without prices"),
        pytest.param((f"1,{BOLTS}", f"2,{NUTS}", "3,,Zwischensumme,,,,55.00,"), id="with a subtotal"),
        pytest.param((f"1,{BOLTS}", f"2,{NUTS}", "3,,Vielen Dank für Ihren Auftrag,,,,,"), id="with a text"),
    ],
)
def test_a_table_that_says_the_same_in_its_own_way_is_a_duplicate(rows: tuple[str, ...]) -> None:
    found = came_to(filed(INVOICE, ubl), as_table(*rows))
    assert len(counted(found)) == 1
    assert found.codes & {"conflicting_document", "duplicate"} == {"duplicate"}


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((f"1,{BOLTS}", "2,N-200,Nut,3,C62,2.50,7.50,"), id="more pieces"),
        pytest.param((f"1,{BOLTS}", "2,N-200,Nut,2,C62,2.60,5.20,"), id="another price"),
        pytest.param((f"1,{BOLTS}", "2,N-200,Nut,2,C62,2.51,5.00,"), id="another price for the same amount"),
        pytest.param((f"1,{BOLTS}", "2,N-300,Nut,2,C62,2.50,5.00,"), id="another item"),
        pytest.param((f"1,{BOLTS}",), id="a line less"),
        pytest.param((f"1,{BOLTS}", f"2,{NUTS}", "3,,Fracht,1,,9.00,9.00,"), id="freight besides"),
    ],
)
def test_a_table_that_says_anything_else_is_a_conflict(rows: tuple[str, ...]) -> None:
    found = came_to(filed(INVOICE, ubl), as_table(*rows))
    assert len(counted(found)) == 1
    assert found.codes & {"conflicting_document", "duplicate"} == {"conflicting_document"}
