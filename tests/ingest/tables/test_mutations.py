"""Whatever is done to a table: documents come of it, or a reason. Never anything else, and never late."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.format import Content
from ingest.formats.tables.understanding import understanding
from ingest.reading import read
from orders.document import Document
from orders.errors import Reject
from tests.golden import SAMPLES
from tests.ingest.tables.made import HEADINGS, csv, package, parts, rows, sheet_xml, text_cells, workbook

TEXTS = [
    csv("Lieferschein-Nr.;Bestell-Nr.;Pos.;Artikel;Menge;ME;Liefertermin", "L1;B1;10;Ä;1.234,5;Stk;04.03.2026"),
    csv("PO Number,Line,Item,Ordered Qty,Price", 'P1,1,"A ""x"", b",5,"1,250.00"', "P1,2,B,6,2.00"),
    csv("document_type,document_number,line,quantity,net", "invoice,R1,1,5,10", "order,P1,1,5,"),
]
WORKBOOK = workbook(rows(list(HEADINGS), ["P1", 1, "A", 5, 1.25], ["P1", 2, "B", 6, 2]), rows(["x"]))
SMALL = parts(sheet_xml(text_cells(1, *HEADINGS) + text_cells(2, "P1", "1", "A", "5", "1.25")))


def documents_or_reason(data: bytes, folder: str = "") -> tuple[Document, ...] | Reject:
    content = Content(data, "x", folder)
    understanding(content)
    try:
        return read(content)
    except Reject as reason:
        if not reason.code.isupper() or not reason.message.endswith((".", "?")):
            raise AssertionError(repr(reason)) from reason
        return reason


def changed(original: bytes) -> st.SearchStrategy[bytes]:
    """The original with bytes flipped, cut out, put in, doubled or moved."""
    places = st.integers(0, len(original))

    @st.composite
    def mutant(draw: st.DrawFn) -> bytes:
        data = original
        for _ in range(draw(st.integers(1, 4))):
            start, end = sorted((draw(places), draw(places)))
            piece = data[start:end]
            kind = draw(st.sampled_from(["put", "cut", "double", "flip", "move"]))
            if kind == "put":
                data = data[:start] + draw(st.binary(max_size=8)) + data[start:]
            elif kind == "cut":
                data = data[:start] + data[end:]
            elif kind == "double":
                data = data[:end] + piece[:2_000] + data[end:]
            elif kind == "flip":
                data = data[:start] + draw(st.binary(min_size=1, max_size=1)) + data[start + 1 :]
            else:
                data = data[:start] + data[end:] + piece
        return data

    return mutant()


@pytest.mark.parametrize("text", TEXTS)
def test_a_changed_text_gives_documents_or_a_reason(text: str) -> None:
    @given(changed(text.encode()), st.sampled_from(["", "invoices", "orders"]))
    def check(data: bytes, folder: str) -> None:
        documents_or_reason(data, folder)

    check()


@given(st.lists(st.lists(st.text(max_size=12), max_size=8), max_size=12), st.sampled_from([";", ",", "\t", "|"]))
def test_any_cells_give_documents_or_a_reason(cells: list[list[str]], separator: str) -> None:
    documents_or_reason("\n".join(separator.join(row) for row in cells).encode())


@given(
    st.lists(
        st.lists(
            st.sampled_from(["", "Bestellnummer", "Menge", "Pos.", "4711", "1.234", "03/04/2026", "Summe", "x y"]),
            max_size=6,
        ),
        max_size=10,
    )
)
def test_any_arrangement_of_headings_and_values_gives_documents_or_a_reason(cells: list[list[str]]) -> None:
    for folder in ("", "lieferscheine"):
        documents_or_reason("\n".join(";".join(row) for row in cells).encode(), folder)


@given(changed(WORKBOOK))
def test_a_changed_workbook_gives_documents_or_a_reason(data: bytes) -> None:
    documents_or_reason(data)


@given(st.sampled_from(sorted(SMALL)), st.data())
def test_a_workbook_with_a_changed_part_gives_documents_or_a_reason(part: str, data: st.DataObject) -> None:
    """The package is whole, so that what is changed reaches the reader."""
    mutant = data.draw(changed(SMALL[part].encode()))
    documents_or_reason(package({**SMALL, part: mutant}))


@given(st.data())
def test_a_workbook_with_a_changed_sheet_of_a_real_program_gives_documents_or_a_reason(data: st.DataObject) -> None:
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as archive:
        whole = {name: archive.read(name) for name in archive.namelist()}
    part = data.draw(st.sampled_from(sorted(name for name in whole if name.startswith("xl/") and "theme" not in name)))
    documents_or_reason(package({**whole, part: data.draw(changed(whole[part]))}))


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("csv/*.csv")), ids=lambda sample: sample.name)
@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252", "cp037", "utf-7"])
def test_a_sample_in_another_encoding_gives_documents_or_a_reason(sample: object, encoding: str) -> None:
    text = sample.read_bytes().decode("utf-8", "replace")  # type: ignore[attr-defined]  # a path, as glob gives it
    documents_or_reason(text.encode(encoding, "replace"))
