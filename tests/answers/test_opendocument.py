"""A report that LibreOffice or OpenOffice saved in its own format is understood like any other."""

import io
import zipfile
from pathlib import Path

import pytest

from ingest.format import Content
from ingest.reading import read
from ingest.returned import is_returned, read_answers
from orders.answer import KEY_HEADING, RowKey, key_text
from orders.deviations import DeviationCode
from orders.errors import Reject
from tests.answers.sheets import Filled, needs_libreoffice, report, through_libreoffice
from tests.cli.shell import inside

TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
)
TAIL = "</office:spreadsheet></office:body></office:document-content>"
KEY = RowKey(about="deviation", code=DeviationCode.PRICE_OVER, order="4500017@", order_line="10", seen="f")
HEADINGS = ("Decision", "Why", "Quantity to assign", KEY_HEADING)


def cell(text: str = "", repeated: int = 1, **attributes: str) -> str:
    given = "".join(f' office:{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    many = f' table:number-columns-repeated="{repeated}"' if repeated > 1 else ""
    return f"<table:table-cell{many}{given}>{f'<text:p>{text}</text:p>' if text else ''}</table:table-cell>"


def row(*cells: str, repeated: int = 1) -> str:
    many = f' table:number-rows-repeated="{repeated}"' if repeated > 1 else ""
    return f"<table:table-row{many}>{''.join(cells)}</table:table-row>"


def book(*rows: str, parts: dict[str, str] | None = None, content: str | None = None) -> bytes:
    table = f'<table:table table:name="Exceptions">{"".join(rows)}</table:table>'
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", TYPE, zipfile.ZIP_STORED)
        package.writestr("content.xml", HEAD + table + TAIL if content is None else content)
        for name, text in (parts or {}).items():
            package.writestr(name, text)
    return data.getvalue()


def heading() -> str:
    return row(*map(cell, HEADINGS))


def key_cell() -> str:
    return cell(key_text(KEY).replace("&", "&amp;").replace("<", "&lt;"))


@needs_libreoffice
def test_saved_by_libreoffice_as_ods_it_is_understood(here: Path, tmp_path: Path) -> None:
    filled = Filled(report(here))
    filled.write(filled.find(Order="4500108", Exception="Date changed"), "Accept", "agreed  by phone")
    filled.write(filled.find(Order="4599999"), to="4500102 / 10", quantity=2.5)
    saved = through_libreoffice(filled.save(tmp_path / "decided.xlsx"), tmp_path, "ods")
    (here / "inbox" / "back.ods").write_bytes(saved.read_bytes())
    assert inside("run", "--json", cwd=here).code == 0
    made = {one["kind"]: one for one in inside("decide", "list", "--json", cwd=here).rows}
    assert {kind: (one["order"], one["line"]) for kind, one in made.items()} == {
        "accept": ("4500108", "10"),
        "assign": ("4500102", "10"),
    }
    assert (made["accept"]["why"], made["assign"]["quantity"]) == ("agreed  by phone", "2.5")
    assert made["accept"]["file"] == "back.ods"


def test_rows_and_cells_that_repeat_are_counted_as_they_are_seen() -> None:
    decided = row(cell("Accept"), cell('so<text:s text:c="3"/>be<text:line-break/>it'), cell("", 1), key_cell())
    data = book(
        row(cell("", 1_024), repeated=2),
        heading(),
        row(cell("", 3), key_cell(), repeated=5),
        row(cell("Reject"), cell("", 2), key_cell(), repeated=2),
        decided,
        row(cell("", 16_384), repeated=1_048_000),
    )
    assert is_returned(Content(data))
    answers = read_answers(Content(data)).rows
    assert [(one.row, one.decision, one.why) for one in answers] == [
        (9, "Reject", ""),
        (10, "Reject", ""),
        (11, "Accept", "so   be\nit"),
    ]
    assert {one.key for one in answers} == {KEY}


def test_a_number_is_read_as_it_is_and_a_comment_is_none_of_the_cell() -> None:
    note = "<office:annotation><text:p>not this</text:p></office:annotation>"
    number = cell("2,5", value_type="float", value="2.5000")
    said = f'<table:table-cell office:value-type="string">{note}<text:p>Accept</text:p></table:table-cell>'
    (answer,) = read_answers(Content(book(heading(), row(said, cell(), number, key_cell())))).rows
    assert (answer.decision, answer.quantity) == ("Accept", "2.5000")


@pytest.mark.parametrize("aside", ["<!-- not this -->", "<?scribe not this?>"], ids=["comment", "instruction"])
def test_what_xml_says_beside_its_text_is_not_read_as_text(aside: str) -> None:
    decided = cell(f"Acc{aside}ept"), cell(f"{aside}agreed <text:span>by{aside}</text:span> phone{aside}"), cell()
    (answer,) = read_answers(Content(book(aside, heading(), row(aside, *decided, aside, key_cell())))).rows
    assert (answer.key, answer.decision, answer.why) == (KEY, "Accept", "agreed by phone")


def test_who_saved_it_last_is_who_decided() -> None:
    meta = '<m xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Anna Berg</dc:creator></m>'
    assert read_answers(Content(book(heading(), parts={"meta.xml": meta}))).by == "Anna Berg"
    assert read_answers(Content(book(heading()))).by is None


def test_a_spreadsheet_that_is_no_report_of_ours_is_refused_with_what_to_do() -> None:
    content = Content(book(row(cell("Order"), cell("Quantity"))))
    assert not is_returned(content)
    with pytest.raises(Reject) as caught:
        read(content)
    assert (caught.value.code, caught.value.message) == (
        "FORMAT_UNSUPPORTED",
        "The file is an OpenDocument spreadsheet.",
    )
    assert ".xlsx" in (caught.value.hint or "")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (book(heading(), row(cell("x"), repeated=99_999_999)), "TABLE_TOO_MANY_ROWS"),
        (book(content="<!DOCTYPE x [<!ENTITY a 'b'>]>" + HEAD + TAIL), "XML_DTD_FORBIDDEN"),
        (book(content=HEAD + KEY_HEADING), "SHEET_DAMAGED"),
        (book(parts={"META-INF/manifest.xml": "<m:encryption-data/>"}), "FILE_ENCRYPTED"),
    ],
    ids=["rows without end", "a document type", "cut off", "a password"],
)
def test_hostile_a_spreadsheet_that_is_not_honest_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Reject) as caught:
        read_answers(Content(data))
    assert caught.value.code == code


def test_hostile_columns_without_end_are_cut() -> None:
    wide = row(*(cell("y", 99_999_999) for _ in range(2_000)))
    assert read_answers(Content(book(heading(), wide))).rows[0].decision == "y"
