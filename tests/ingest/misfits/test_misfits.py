"""Why a layout does not fit a file is said in a sentence each, with the key to change."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.format import Content
from ingest.layout import LAYOUT, Layout
from ingest.misfits import Misfit, misfits
from tests.golden import content, samples
from tests.ingest.tables.made import csv, rows, workbook
from tests.ingest.xml_layout import own

COLUMNS = {
    "document_number": "Lieferschein",
    "issue_date": "Datum",
    "order_number": "Bestellung",
    "order_line": "Pos",
    "quantity": "Menge",
}
HEADINGS = ";".join(COLUMNS.values())


def table(**keys: Any) -> Layout:
    entry = {"name": "acme", "files": "ACME_*", "type": "despatch_advice", "columns": COLUMNS, **keys}
    return LAYOUT.validate_python(entry)


def found(data: str | bytes, *layouts: Layout, name: str = "ACME_1.csv") -> list[Misfit]:
    return list(misfits(Content(data.encode() if isinstance(data, str) else data, name, "", layouts)))


def said(data: str | bytes, *layouts: Layout, name: str = "ACME_1.csv") -> list[tuple[str, str, str | None]]:
    return [(one.key, one.message, one.where) for one in found(data, *layouts, name=name)]


def test_of_a_file_that_fits_nothing_is_said() -> None:
    assert said(csv(HEADINGS, "L1;04.03.2026;B1;10;5"), table()) == []
    assert said(csv(HEADINGS, "L1;04.03.2026;B1;10;5"), table(dates="DMY", decimal=",")) == []


def test_each_renamed_heading_is_named_with_the_nearest_one() -> None:
    text = csv("Export vom 4.3.;;;;", "Lieferschein;Lieferdatum;Bestellung;Position;Menge", "L1;04.03.2026;B1;10;5")
    assert said(text, table()) == [
        ("columns.issue_date", 'The heading "Datum" is missing; nearest: "Lieferdatum".', "row 2"),
        ("columns.order_line", 'The heading "Pos" is missing; nearest: "Position".', "row 2"),
    ]


def test_of_a_file_without_any_of_the_headings_all_are_named() -> None:
    misfit, *_ = found(csv("a;b", "1;2"), table())
    assert len(found(csv("a;b", "1;2"), table())) == len(COLUMNS)
    assert (misfit.layout, misfit.message) == ("acme", 'The heading "Lieferschein" is missing; there are: "a", "b".')


def test_a_heading_of_a_condition_is_named_too() -> None:
    types = [{"source": "Art", "equals": "GS", "type": "credit_note"}]
    ((key, message, _),) = said(csv(HEADINGS, "L1;04.03.2026;B1;10;5"), table(types=types))
    assert (key, message.partition(";")[0]) == ("types[1].source", 'The heading "Art" is missing')


def test_columns_named_by_letters_are_not_missed() -> None:
    columns = {"document_number": "column A", "order_number": 2, "issue_date": "cell B1"}
    assert said(csv("x;y", "1;2"), table(columns=columns)) == []


def test_a_file_that_is_called_otherwise_is_told() -> None:
    text = csv(HEADINGS, "L1;04.03.2026;B1;10;5")
    assert said(text, table(), name="acm_1.csv") == [
        ("files", 'The file has 5 of the 5 headings of this layout, but its name "acm_1.csv" does not fit.', None)
    ]
    assert said(csv("Menge;Preis", "1;2"), table(), name="acm_1.csv") == []
    other = table(name="other", files="acm*")
    assert said(text, table(), other, name="acm_1.csv") == []


def test_a_missing_sheet_is_named_with_those_that_there_are() -> None:
    book = workbook(rows(["a"]), names=("Lieferung",))
    assert said(book, table(sheet="Lieferungen"), name="ACME_1.xlsx") == [
        ("sheet", 'There is no sheet "Lieferungen"; nearest: "Lieferung".', None)
    ]


def test_values_that_are_written_otherwise_are_counted_and_the_first_is_shown() -> None:
    text = csv(HEADINGS, "L1;2026-03-04;B1;10;1.5", "L1;2026-03-05;B1;20;2,5", "L1;;B1;30;")
    dates = 'Column "Datum" (issue_date): 2 of 2 values are no date written as "DD.MM.YYYY"'
    decimal = 'Column "Menge" (quantity): 1 of 2 values are no number written as ","'
    assert said(text, table(dates="DD.MM.YYYY", decimal=",")) == [
        ("dates", f'{dates}, the first is "2026-03-04"; they look like "YMD".', "B2"),
        ("decimal", f'{decimal}, the first is "1.5"; they look like ".".', "E2"),
    ]
    (one,) = said(text, table(formats={"quantity": "."}))
    assert one[0] == "formats.quantity"


XML = '<Asn no="D1"><Item line="1" po="P"><Qty>5</Qty></Item></Asn>'


def test_a_path_that_finds_nothing_is_named_with_the_nearest_one() -> None:
    assert said(XML, own.layout()) == []
    assert said(XML.replace("Qty", "Quantity"), own.layout()) == [
        ("paths.quantity", 'The path "Qty" finds nothing in the file; nearest: "Quantity".', None)
    ]
    assert said(XML.replace(" no=", " nr="), own.layout())[0][:2] == (
        "paths.document_number",
        'The path "@no" finds nothing in the file; nearest: "@nr".',
    )


def test_a_path_upwards_is_compared_with_what_stands_there() -> None:
    xml = '<Asn no="D1"><Order ref="P1"><Item line="1"><Qty>5</Qty></Item></Order></Asn>'
    paths = {**own.PATHS, "order_number": "../@reference"}
    assert said(xml, own.layout(lines="Order/Item", paths=paths)) == [
        ("paths.order_number", 'The path "../@reference" finds nothing in the file; nearest: "../@ref".', None)
    ]


def test_where_lines_or_documents_are_not_found_only_that_is_said() -> None:
    renamed = XML.replace("Item", "Items")
    assert said(renamed, own.layout()) == [
        ("lines", 'The path "Item" finds nothing in the file; nearest: "Items".', None)
    ]
    ((key, _, _),) = said(XML, own.layout(documents="Delivery"))
    assert key == "documents"


def test_another_root_or_another_name_is_told() -> None:
    assert said(XML.replace("Asn", "Asns"), own.layout()) == [
        ("root", 'The root of the file is "Asns", not "Asn".', "line 1")
    ]
    assert said(XML, own.layout(files="b*.xml"), name="a.xml") == [
        ("files", 'The root of the file is that of this layout, but its name "a.xml" does not fit.', None)
    ]
    assert said(XML, own.layout(files="b*.xml"), own.layout(name="right"), name="a.xml") == []


def test_a_layout_of_the_other_kind_is_told() -> None:
    ((_, message, _),) = said(XML, table())
    assert message == "The file is XML, but this layout is for tables."
    ((_, message, _),) = said("just a text", own.layout())
    assert message == "This layout is for XML, but the file is a text."


def test_a_file_that_a_format_knows_needs_no_layout() -> None:
    ubl = '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>'
    assert said(ubl, own.layout(), table()) == []


def test_values_in_xml_are_counted_too() -> None:
    ((key, message, where),) = said(XML.replace(">5<", ">5,x<"), own.layout(decimal=","))
    assert (key, where) == ("decimal", "line 1")
    assert message.startswith('Path "Qty" (quantity): 1 of 1 values are no number written as ","')


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: f"{sample.parent.name}/{sample.name}")
def test_nothing_is_raised_for_any_sample_and_any_layout(sample: Any) -> None:
    seen = content(sample)
    for layout in (table(files="*"), own.layout(), own.layout(root="Invoice", documents="a/b")):
        misfits(Content(seen.data, seen.name, "", (*seen.layouts, layout)))


@given(st.binary(max_size=200) | st.text(alphabet=';,\n"LD1.<>/Asn ', max_size=120).map(str.encode))
@settings(max_examples=80, deadline=None)
def test_nothing_is_raised_for_any_bytes(data: bytes) -> None:
    misfits(Content(data, "ACME_1.csv", "", (table(), own.layout(), table(name="b", files="b", dates="DMY"))))
