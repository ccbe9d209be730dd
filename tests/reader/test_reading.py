"""Reading one file, and how what comes of it crosses the border between processes."""

import io
import subprocess
import sys
import zipfile
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders.document import DOCUMENT, DocumentType
from ordertrail.reader import reading
from ordertrail.reader.frames import read_frame, write_frame
from ordertrail.reader.outcome import Failed, Read, Source, pack, unpack
from ordertrail.reader.readers import Bounds, Readers
from ordertrail.reader.reading import read_file
from ordertrail.store.facts import Card, ReadDocument
from tests.corpus import ROOT
from tests.place import Place, check_nothing_lost, invoice, make_place

NAMES = st.text(st.characters(), max_size=20)


def test_a_file_comes_back_as_bodies_and_cards() -> None:
    outcome = read_file(invoice("A"), "a.xml", "", ())
    assert isinstance(outcome, Read)
    (document,) = outcome.documents
    assert DOCUMENT.from_json(document.body).number == "A"
    assert document.card.order_keys == ("4500017",)


def test_a_file_of_which_nothing_can_be_made_comes_back_as_the_reason() -> None:
    outcome = read_file(b"<!DOCTYPE a><a/>", "a.xml", "", ())
    assert isinstance(outcome, Failed)
    assert (outcome.code, outcome.where, outcome.kind) == ("XML_DTD_FORBIDDEN", "line 1", "permanent")


def test_a_fault_in_a_reader_costs_the_file_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(_: object) -> None:
        raise ZeroDivisionError("quantity " + "x" * 300)

    monkeypatch.setattr(reading, "read", faulty)
    outcome = read_file(b"<a/>", "a.xml", "", ())
    assert isinstance(outcome, Failed)
    assert (outcome.code, outcome.kind) == ("READER_FAULT", "poison")
    assert outcome.message.startswith("Reading failed: ZeroDivisionError: quantity xxx")
    assert len(outcome.message) < 250


@given(st.lists(st.tuples(NAMES, NAMES)))
def test_outcomes_cross_the_border_whole(texts: list[tuple[str, str]]) -> None:
    read = read_file(invoice("A"), "a.xml", "", ())
    outcomes = [read, *(Failed(code or "X", message, None, message) for code, message in texts), read]
    assert unpack(*pack(outcomes)) == outcomes


def test_every_field_of_a_card_crosses_the_border() -> None:
    full = Card(
        type=DocumentType.INVOICE,
        number="A 1",
        number_key="A1",
        issue_date="2026-03-01",
        supplier="Werk",
        supplier_ids=(("GLN", "4012345000009"),),
        order_keys=("1", "2"),
        couples=True,
        hangs=True,
        links=(("despatch_advice", "L1"),),
        lines=3,
        alike="100.00 EUR",
        accounts=("DE02",),
        items=("buyer:A1",),
        seeks=True,
    )
    assert all(getattr(full, field.name) for field in fields(Card)), "a field that is empty shows nothing"
    outcome = Read((ReadDocument(index=0, body=b"{}", card=full),))
    heads, bodies = pack([outcome])
    stream = io.BytesIO()
    write_frame(stream, heads, bodies)
    stream.seek(0)
    frame = read_frame(stream)
    assert frame is not None
    assert unpack(*frame) == [outcome]


@given(st.binary(max_size=200))
def test_bytes_that_are_no_frame_raise_or_end_nothing_else(data: bytes) -> None:
    try:
        frame = read_frame(io.BytesIO(data))
    except ValueError:
        return
    assert frame is None or isinstance(frame[1], bytes)


@given(st.lists(NAMES), st.binary(max_size=1000))
def test_frames_hold_names_that_are_no_utf_8(names: list[str], blob: bytes) -> None:
    stream = io.BytesIO()
    write_frame(stream, [*names, "\udce4.xml"], blob)
    stream.seek(0)
    assert read_frame(stream) == ([*names, "\udce4.xml"], blob)
    assert read_frame(stream) is None


def workbook(cells: str) -> bytes:
    """A workbook of one sheet with these cells, as small as can be."""
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{types}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relation}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, head + part)
    return stream.getvalue()


FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
WIDE = (
    '<row r="1">'
    + "".join(f'<c r="{chr(65 + a)}{chr(65 + b)}1"><v>1</v></c>' for a in range(26) for b in range(26))
    + '</row><row r="60000"><c r="XFD60000"><v>1</v></c></row>'
)
UNCHECKED = """
import sys
from python_calamine import CalamineWorkbook
from ordertrail.reader.child import main
from ordertrail.reader.outcome import Failed

def unchecked(data, name, folder, layouts):
    import io
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    return Failed("WAS_READ", str(len(rows)))

main(unchecked)
"""


@pytest.mark.parametrize("cells", [pytest.param(FAR, id="hostile_S21"), pytest.param(WIDE, id="hostile_S22")])
def test_hostile_S21_S22_a_workbook_that_kills_its_reader_is_survived_even_past_the_checks(
    tmp_path: Path, cells: str
) -> None:
    """The checks before reading refuse such a workbook; here they are left out, to see that the process holds it."""
    (tmp_path / "far.xlsx").write_bytes(workbook(cells))
    (tmp_path / "near.xlsx").write_bytes(workbook('<row r="1"><c r="A1"><v>1</v></c></row>'))
    sources = [Source(str(tmp_path / name), name, "", 2000) for name in ("near.xlsx", "far.xlsx", "near.xlsx")]
    readers = Readers(1, Bounds(seconds=30), command=(sys.executable, "-c", UNCHECKED))
    try:
        before, far, after = readers.collect(readers.submit(sources))
    finally:
        readers.close()
    assert isinstance(far, Failed)
    assert far.code in ("WORKER_KILLED", "TIMEOUT")
    assert [one.code for one in (before, after) if isinstance(one, Failed)] == ["WAS_READ", "WAS_READ"]


@pytest.mark.parametrize("cells", [pytest.param(FAR, id="hostile_S21"), pytest.param(WIDE, id="hostile_S22")])
def test_hostile_S21_S22_such_a_workbook_is_rejected_and_the_other_files_are_read(tmp_path: Path, cells: str) -> None:
    place = make_place(tmp_path)
    contents = [workbook(cells), invoice("A"), invoice("B")]
    for number, data in enumerate(contents):
        place.drop(f"{number}.xlsx", data)
    assert place.run().as_json()["files"] == {"accepted": 2, "duplicate": 0, "rejected": 1, "waiting": 0}
    check_nothing_lost(place, contents)
    (row,) = [row for row in place.rows() if row["state"] == "rejected"]
    assert (place.archive / row["sha256"][:2] / f"{row['sha256']}.xlsx").exists()


def test_fault_F69_a_poison_file_is_quarantined_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place: Place = make_place(tmp_path, processes=2)
    monkeypatch.setattr("ordertrail.intake.reading.FEW", 0)
    monkeypatch.setattr(
        "ordertrail.intake.reading.Readers",
        lambda *args, **options: Readers(
            *args, **options, command=(sys.executable, str(ROOT / "tests" / "reader" / "breaking.py"))
        ),
    )
    contents = [b"fine", b"die", b"fine too"]
    for number, data in enumerate(contents):
        place.drop(f"{number}.csv", data)
    assert place.run().as_json()["files"] == {"accepted": 2, "duplicate": 0, "rejected": 1, "waiting": 0}
    check_nothing_lost(place, contents)
    (reason,) = place.quarantine.glob("*/*/error.json")
    assert '"class": "poison"' in reason.read_text()
    assert '"code": "WORKER_KILLED"' in reason.read_text()


def test_the_real_reading_process_starts_isolated_and_reads(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(invoice("A"))
    readers = Readers(1, Bounds())
    try:
        (outcome,) = readers.collect(readers.submit([Source(str(tmp_path / "a.xml"), "a.xml", "", 100)]))
    finally:
        readers.close()
    assert isinstance(outcome, Read)


def test_importing_the_reader_loads_no_database() -> None:
    code = (
        "import sys, ordertrail.reader.child; print([m for m in ('sqlalchemy', 'rich', 'typer') if m in sys.modules])"
    )
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    assert output.strip() == "[]"
