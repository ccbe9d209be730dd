"""What is written as a table in any dialect is read as what it was."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from orders.document import Document, DocumentType, Line, Party
from orders.numbers import plain
from tests.ingest.tables.made import documents

# The names of the fields, as German suppliers head them; the canonical names stand for themselves.
GERMAN = {
    "document_type": "Belegart",
    "document_number": "Belegnummer",
    "issue_date": "Belegdatum",
    "supplier": "Lieferant",
    "currency": "Währung",
    "order_number": "Bestellnummer",
    "order_line": "Bestellposition",
    "supplier_item": "Lieferanten-Artikelnr.",
    "name": "Bezeichnung",
    "quantity": "Menge",
    "unit": "ME",
    "unit_price": "Einzelpreis",
    "requested_date": "Wunschtermin",
}
COLUMNS = tuple(GERMAN)
_WORDS = (
    st.text("abcdefghijklmnopqrstuvwxyzäöüß ABC-/", min_size=3, max_size=20).map(str.strip).filter(lambda t: len(t) > 2)
)
_NUMBERS = st.decimals("-99999.9999", "99999999.9999", allow_nan=False, allow_infinity=False, places=4)
_DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def lines() -> st.SearchStrategy[Line]:
    return st.builds(
        Line,
        order_number=st.sampled_from(["4500017", "PO-1", "B/2026-3"]),
        order_line=st.integers(1, 999).map(str),
        supplier_item=st.integers(1, 9999).map(lambda number: f"A-{number:05}"),
        name=_WORDS,
        quantity=_NUMBERS,
        unit=st.sampled_from(["H87", "KGM", "MTR", "XCT"]),
        unit_price=_NUMBERS,
        requested_date=_DAYS,
    )


@st.composite
def tables(draw: st.DrawFn) -> list[Document]:
    """Documents of different numbers, each with lines."""
    numbers = draw(st.lists(st.integers(1, 9999), min_size=1, max_size=4, unique=True))
    return [
        Document(
            type=draw(st.sampled_from([DocumentType.INVOICE, DocumentType.DESPATCH_ADVICE, DocumentType.CREDIT_NOTE])),
            number=f"D-{number}",
            issue_date=draw(_DAYS),
            format="csv",
            currency="EUR",
            supplier=Party(name="Müller & Söhne GmbH"),
            lines=tuple(draw(st.lists(lines(), min_size=1, max_size=5))),
        )
        for number in numbers
    ]


@dataclass(frozen=True)
class Dialect:
    headings: str
    separator: str
    decimal: str
    grouped: bool
    days: str
    encoding: str


DIALECTS = st.builds(
    Dialect,
    headings=st.sampled_from(["canonical", "german"]),
    separator=st.sampled_from([";", ",", "\t", "|"]),
    decimal=st.sampled_from([".", ","]),
    grouped=st.booleans(),
    days=st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)


def values(document: Document, line: Line) -> dict[str, Any]:
    return {
        "document_type": document.type.value,
        "document_number": document.number,
        "issue_date": document.issue_date,
        "supplier": document.supplier and document.supplier.name,
        "currency": document.currency,
        **{name: getattr(line, name) for name in COLUMNS[5:]},
    }


def written(value: Any, dialect: Dialect) -> str:
    if isinstance(value, date):
        return value.strftime(dialect.days)
    if isinstance(value, Decimal):
        text = f"{value:,.4f}" if dialect.grouped else f"{value:.4f}"
        return text if dialect.decimal == "." else text.translate(str.maketrans(".,", ",."))
    return str(value)


def headings(dialect: str) -> list[str]:
    return list(COLUMNS) if dialect == "canonical" else [GERMAN[name] for name in COLUMNS]


def as_csv(originals: list[Document], dialect: Dialect) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=dialect.separator, lineterminator="\r\n")
    writer.writerow(headings(dialect.headings))
    for document in originals:
        for line in document.lines:
            writer.writerow(written(value, dialect) for value in values(document, line).values())
    # A last document that settles how numbers and dates are written: 31 is no month, and no group has two digits.
    final = values(
        originals[0], Line(order_number="Z", quantity=Decimal("0.5"), unit_price=Decimal("0.25"), name="end")
    )
    final |= {"document_number": "D-end", "issue_date": date(2026, 1, 31), "requested_date": date(2026, 1, 31)}
    writer.writerow("" if value is None else written(value, dialect) for value in final.values())
    return stream.getvalue().encode(dialect.encoding)


def comparable(document: Document) -> tuple[Any, ...]:
    """What was written of a document."""
    return (
        document.type,
        document.number,
        document.issue_date,
        document.currency,
        document.supplier,
        [[_plain(getattr(line, name)) for name in COLUMNS[5:]] for line in document.lines],
    )


def _plain(value: Any) -> Any:
    return plain(value) if isinstance(value, Decimal) else value


@given(tables(), DIALECTS)
def test_a_table_of_any_dialect_is_read_as_what_was_written(originals: list[Document], dialect: Dialect) -> None:
    read = documents(as_csv(originals, dialect))
    assert [comparable(one) for one in read[:-1]] == [comparable(one) for one in originals]
    assert read[-1].number == "D-end"
    assert not [issue for one in read for issue in one.issues]


@given(tables(), st.sampled_from(["canonical", "german"]), st.integers(0, 3), st.integers(0, 3))
def test_a_workbook_is_read_as_what_was_written(originals: list[Document], names: str, down: int, right: int) -> None:
    read = documents(as_xlsx(originals, names, down, right))
    assert [comparable(one) for one in read] == [comparable(one) for one in originals]
    assert not [issue for one in read for issue in one.issues]


def as_xlsx(originals: list[Document], names: str, down: int, right: int) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        days = book.add_format({"num_format": "dd.mm.yyyy"})
        sheet.write_row(down, right, headings(names))
        row = down
        for document in originals:
            for line in document.lines:
                row += 1
                write(sheet, row, right, values(document, line), days)
    return stream.getvalue()


def write(sheet: Any, row: int, right: int, cells: Mapping[str, Any], days: Any) -> None:
    for column, value in enumerate(cells.values(), right):
        if isinstance(value, date):
            sheet.write_datetime(row, column, value, days)
        elif isinstance(value, Decimal):
            sheet.write_number(row, column, float(value))
        else:
            sheet.write_string(row, column, str(value))
