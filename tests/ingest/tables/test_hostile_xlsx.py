"""Workbooks that want to do harm. The numbers are those of the hostile inputs."""

import io
import re
import subprocess
import sys
import zipfile
import zlib

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.ingest.tables.made import (
    HEADINGS,
    document,
    package,
    parts,
    rejection,
    rows,
    sheet_xml,
    text_cells,
    workbook,
)

ORDER = text_cells(1, *HEADINGS) + text_cells(2, "P1", "1", "A", "5", "1.25")


def made(data: str = "", /, **others: str | bytes) -> bytes:
    """The order above with more rows; `others` replace or add parts."""
    return package({**parts(sheet_xml(ORDER + data)), **others})


def test_the_order_that_the_others_spoil_is_read() -> None:
    assert document(made()).lines[0].quantity == 5


def test_hostile_s19_a_bomb_is_refused_by_its_directory_before_anything_is_unpacked() -> None:
    bomb = zlib.compressobj(9, zlib.DEFLATED, -15)
    assert len(bomb.compress(b" " * 1_000_000) + bomb.flush()) < 2_000
    for spaces in (30_000_000, 160_000_000):
        reject = rejection(made(**{"xl/sharedStrings.xml": b"<sst>" + b" " * spaces + b"</sst>"}))
        assert reject.code == "ZIP_TOO_LARGE_UNPACKED"


def test_hostile_s19_the_sum_of_all_parts_counts() -> None:
    noise = bytes(range(256)) * 4
    many = {f"xl/media/{number}.xml": noise * 9_000 for number in range(23)}
    assert rejection(package({**parts(sheet_xml(ORDER)), **many}, zipfile.ZIP_STORED)).code == "ZIP_TOO_LARGE_UNPACKED"


def test_hostile_s20_sizes_that_lie_are_damage() -> None:
    data = made()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    at = data.rindex(b"xl/worksheets/sheet1.xml") - 46 + 24
    lying = data[:at] + (size - 100).to_bytes(4, "little") + data[at + 4 :]
    assert rejection(lying).code == "ZIP_DAMAGED"


def test_hostile_s20_a_wrong_checksum_is_damage() -> None:
    data = made()
    at = data.rindex(b"xl/worksheets/sheet1.xml") - 46 + 16
    assert rejection(data[:at] + b"\0\0\0\0" + data[at + 4 :]).code == "ZIP_DAMAGED"


@pytest.mark.parametrize(
    "cell",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="9"><c r="SG9"><v>1</v></c></row>',
        '<row r="250001"><c r="A250001"><v>1</v></c></row>',
        '<row r="60000"><c r="A60000"><v>1</v></c><c r="SF60000"><v>1</v></c></row>',
        "<x:c xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main' r='XFD1048576'><x:v>1</x:v></x:c>",
        '<row r="1048576"><c x="&gt;" r="XFD1048576"><v>1</v></c></row>',
        "<row r='1048576'><c y='  r=\"A1\" ' r='XFD1048576'><v>1</v></c></row>",
        '<row r="1048576"><c><v>1</v></c></row>',
    ],
)
def test_hostile_s21_a_far_cell_is_refused_however_it_is_written(cell: str) -> None:
    assert rejection(made(cell)).code == "SHEET_TOO_LARGE"


def test_hostile_s21_a_far_cell_hidden_behind_a_long_text_is_found() -> None:
    filler = "<row r='3'><!--" + "x" * 9_000_000 + "--></row>"
    far = '<x:c xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="XFD1048576"><x:v>1</x:v></x:c>'
    assert rejection(made(filler + far)).code in ("SHEET_TOO_LARGE", "SHEET_DAMAGED")


def test_far_cells_without_content_are_only_decoration() -> None:
    assert document(made('<row r="900000"><c r="XFD900000" s="0"/></row>')).number == "P1"


def test_hostile_s22_a_wide_row_with_a_deep_cell_is_refused() -> None:
    wide = "".join(f'<c r="{letters}3"><v>1</v></c>' for letters in ("A", "XFD"))
    assert (
        rejection(made(f'<row r="3">{wide}</row><row r="60000"><c r="A60000"><v>1</v></c></row>')).code
        == "SHEET_TOO_LARGE"
    )


@pytest.mark.parametrize("reference", ["ZZZZZZZ99999999999", "A0", "1A", "XFE1", "A1048577", "", "A-1", "a1"])
def test_hostile_s23_a_cell_that_no_sheet_has_is_refused(reference: str) -> None:
    assert rejection(made(f'<row><c r="{reference}"><v>1</v></c></row>')).code == "SHEET_BAD_CELL"


@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "[Content_Types].xml", "xl/styles.xml", "docProps/app.xml"]
)
def test_hostile_s24_a_doctype_in_any_part_is_refused(part: str) -> None:
    whole = parts(sheet_xml(ORDER))
    text = whole.get(part, "<styleSheet/>")
    root = re.sub(r"<\?.*?\?>", "", text)
    whole[part] = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + root
    assert rejection(package(whole)).code == "XML_DTD_FORBIDDEN"


def test_hostile_s24_a_doctype_in_another_encoding_is_refused() -> None:
    whole: dict[str, str | bytes] = {**parts(sheet_xml(ORDER))}
    whole["xl/worksheets/sheet1.xml"] = "<!DOCTYPE x><x/>".encode("utf-16")
    assert rejection(package(whole)).code in ("SHEET_DAMAGED", "XML_DTD_FORBIDDEN")


def test_hostile_s25_a_shared_string_that_is_not_there_is_damage() -> None:
    assert rejection(made('<row r="3"><c r="A3" t="s"><v>99</v></c></row>')).code == "SHEET_DAMAGED"


def with_number(number: str) -> bytes:
    row = '<row r="3"><c r="A3" t="inlineStr"><is><t>P1</t></is></c><c r="C3" t="inlineStr"><is><t>B</t></is></c>'
    return made(f'{row}<c r="D3"><v>{number}</v></c></row>')


@pytest.mark.parametrize("number", ["1e999", "-1e999", "NaN", "1e25"])
def test_hostile_s26_a_number_beyond_all_measure_is_left_out_with_its_cell(number: str) -> None:
    read = document(with_number(number))
    assert read.lines[1].quantity is None
    assert [(issue.code, issue.where) for issue in read.issues] == [("BAD_NUMBER", "Sheet1!D3")]


def test_hostile_s27_what_is_no_plain_workbook_is_named() -> None:
    plain = parts(sheet_xml(ORDER))
    types = plain["[Content_Types].xml"]
    macro = types.replace(
        "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main", "vnd.ms-excel.sheet.macroEnabled.main"
    )
    binary = types.replace(
        "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main", "vnd.ms-excel.sheet.binary.macroEnabled.main"
    )
    word = types.replace("spreadsheetml.sheet.main", "wordprocessingml.document.main")
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    files = {
        "macro": package({**plain, "[Content_Types].xml": macro}),
        "project": package({**plain, "xl/vbaProject.bin": b"\0"}),
        "xlsb": package({**plain, "[Content_Types].xml": binary}),
        "docx": package({**plain, "[Content_Types].xml": word}),
        "ods": package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, zipfile.ZIP_STORED),
        "xls": ole,
        "password": ole + "EncryptedPackage".encode("utf-16-le"),
    }
    assert {name: rejection(data).code for name, data in files.items()} == {
        "macro": "MACRO_FORBIDDEN",
        "project": "MACRO_FORBIDDEN",
        "xlsb": "FORMAT_UNSUPPORTED",
        "docx": "FORMAT_UNSUPPORTED",
        "ods": "FORMAT_UNSUPPORTED",
        "xls": "FORMAT_UNSUPPORTED",
        "password": "FILE_ENCRYPTED",
    }


@pytest.mark.parametrize("name", ["../x.xml", "/etc/x.xml", "a/../../x.xml", "C:\\x.xml", "xl\\x.xml"])
def test_hostile_s28_an_entry_that_leads_outside_is_refused(name: str) -> None:
    data = package({**parts(sheet_xml(ORDER)), "placeholder".ljust(len(name), "_")[: len(name)]: "<x/>"})
    data = data.replace("placeholder".ljust(len(name), "_")[: len(name)].encode(), name.encode())
    assert rejection(data).code == "ZIP_SUSPICIOUS"


def test_hostile_s28_two_entries_of_one_name_are_refused() -> None:
    stream = io.BytesIO(made())
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("xl/worksheets/sheet1.xml", sheet_xml(ORDER))
    assert rejection(stream.getvalue()).code == "ZIP_SUSPICIOUS"


def test_hostile_s28_entries_that_overlap_are_refused() -> None:
    data = made(other="<x/>")
    at = data.rindex(b"other") - 46 + 42
    first = data.rindex(b"xl/worksheets/sheet1.xml") - 46 + 42
    overlapping = data[:at] + data[first : first + 4] + data[at + 4 :]
    assert rejection(overlapping).code == "ZIP_SUSPICIOUS"


def test_hostile_s28_too_many_entries_are_refused() -> None:
    assert rejection(made(**{f"x{number}.xml": "" for number in range(5_001)})).code == "ZIP_SUSPICIOUS"


def test_hostile_s28_encrypted_entries_are_refused() -> None:
    data = made()
    at = data.rindex(b"xl/worksheets/sheet1.xml") - 46 + 8
    assert rejection(data[:at] + b"\x01" + data[at + 1 :]).code == "FILE_ENCRYPTED"


def test_hostile_s29_a_formula_that_is_text_stays_text_and_is_told() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append([*HEADINGS, "Description"])
        sheet.append(["P1", 1, "A", 5, 1.25, "text"])
        sheet["F2"].value = '=HYPERLINK("http://x","y")'
        sheet["F2"].data_type = "s"

    read = document(workbook(fill))
    assert read.lines[0].description == '=HYPERLINK("http://x","y")'
    assert [(issue.code, issue.where) for issue in read.issues] == [("FORMULA_TEXT", "Sheet!F2")]


def test_a_sheet_of_more_than_fifty_is_too_many() -> None:
    assert rejection(workbook(*[rows(["x"])] * 51)).code == "TOO_MANY_SHEETS"


def test_merged_cells_without_end_are_refused() -> None:
    merged = "<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 100_001 + "</mergeCells>"
    sheet = sheet_xml(ORDER).replace("</sheetData>", "</sheetData>" + merged)
    assert rejection(package(parts(sheet))).code == "SHEET_TOO_LARGE"


@pytest.mark.parametrize("cut", range(1, 20))
def test_fault_f55_a_workbook_that_is_cut_off_is_never_read_in_part(cut: int) -> None:
    data = made()
    assert rejection(data[: len(data) * cut // 20]).code in ("ZIP_DAMAGED", "FORMAT_UNKNOWN")


def test_fault_f53_a_workbook_is_known_by_its_content_whatever_it_is_called() -> None:
    assert document(made(), name="orders.csv").format == "xlsx"


def test_fault_f52_rows_beyond_the_limit_are_refused_by_the_limit() -> None:
    many = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(3, 250_003))
    assert rejection(made(many)).code == "SHEET_TOO_LARGE"


@pytest.mark.slow
def test_the_reader_never_sees_what_would_abort_the_process() -> None:
    """The far cell ends a process that opens it; ours says no and lives on."""
    script = (
        "import sys; from ingest.format import Content; from ingest.reading import read\n"
        "from orders.errors import Reject\n"
        "try: read(Content(sys.stdin.buffer.read()))\n"
        "except Reject as reject: print(reject.code)"
    )
    far = made('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    done = subprocess.run([sys.executable, "-c", script], input=far, capture_output=True, check=True)
    assert done.stdout.decode().strip() == "SHEET_TOO_LARGE"
