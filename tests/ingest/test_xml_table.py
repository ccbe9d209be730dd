from datetime import date
from decimal import Decimal

import pytest
from lxml import etree

from ingest.record import Record
from ingest.values.xsd import day, flag, number
from ingest.xml.parse import parse_xml
from ingest.xml.table import Paths, compile_table, under
from ingest.xml.takers import attributed, identifiers, latest, quantity, records, text, texts, value
from ingest.xml.walk import Faults, walk

NAMESPACES = {"": "", "a": "urn:a"}


def walked(document: str, paths: Paths) -> tuple[Record, Faults]:
    record: Record = {}
    faults: Faults = []
    walk(parse_xml(document.encode()), compile_table(paths, NAMESPACES), record, faults)
    return record, faults


def found(document: str, paths: Paths) -> Record:
    record, faults = walked(document, paths)
    assert faults == []
    return record


def test_a_path_leads_to_a_value_whatever_the_prefix() -> None:
    for prefix in ("", "x", "a"):
        colon, declared = (f"{prefix}:", f"xmlns:{prefix}") if prefix else ("", "xmlns")
        document = f'<r {declared}="urn:a"><{colon}one><{colon}two> said </{colon}two></{colon}one></r>'
        assert found(document, {"a:one/a:two": text("key")}) == {"key": "said"}


def test_the_same_name_in_another_namespace_is_another_name() -> None:
    assert found('<r><one xmlns="urn:b">b</one><one>none</one></r>', {"a:one": text("key")}) == {}


def test_the_first_value_counts_and_an_empty_one_is_none() -> None:
    assert found("<r><x/><x>  </x><x>1</x><x>2</x></r>", {"x": text("text")}) == {"text": "1"}
    assert found("<r><x/><x>  </x><x>1</x><x>2</x></r>", {"x": value("number", number)}) == {"number": Decimal(1)}


def test_all_texts_are_a_list_where_all_count() -> None:
    assert found("<r><x>1</x><x/><x>1</x></r>", {"x": texts("list")}) == {"list": ["1", "1"]}


def test_a_comment_or_an_instruction_does_not_cut_a_text_in_two() -> None:
    assert found("<r><x>1<!-- not -->2<?not this?>3<![CDATA[<4>]]></x></r>", {"x": text("key")}) == {"key": "123<4>"}


def test_line_breaks_of_the_layout_are_blanks_in_a_name_and_lines_in_a_note() -> None:
    document = "<r><x>one\n     two</x></r>"
    assert found(document, {"x": text("name")}) == {"name": "one two"}
    assert found(document, {"x": texts("note")}) == {"note": ["one\ntwo"]}


def test_of_several_days_the_latest_counts() -> None:
    document = "<r><d>2026-02-03</d><d>2026-03-01</d><d/><d>2026-01-31</d></r>"
    assert found(document, {"d": latest("day", day)}) == {"day": date(2026, 3, 1)}


def test_a_quantity_has_a_unit_and_what_the_file_says_of_it() -> None:
    assert found('<r><q unitCode="KGM">1.50</q></r>', {"q": quantity("q")}) == {"q": Decimal("1.50"), "unit": "KGM"}
    assert found("<r><q>2</q></r>", {"q": quantity("q")}) == {"q": Decimal(2)}
    expected = {"q": Decimal(2), "unit": "H87", "unit_text": "PCE"}
    assert found('<r><q unitCode="PCE">2</q></r>', {"q": quantity("q")}) == expected


def test_attributes_stand_beside_the_value() -> None:
    document = '<r><v c="EUR">5</v><i s="0088">12</i><i>13</i><i> </i></r>'
    paths = {"v": attributed("amount", number, "c", "currency"), "i": identifiers("ids", "s")}
    assert found(document, paths) == {"amount": Decimal(5), "currency": "EUR", "ids": [("0088", "12"), ("", "13")]}


def test_records_hold_what_stands_in_them_and_where_they_begin() -> None:
    line = compile_table({"id": text("id"), "deep/er": text("deep")}, NAMESPACES)
    document = "<r>\n<line><id>1</id></line>\n<line><deep><er>x</er></deep></line></r>"
    assert found(document, {"line": records("lines", line, place=True)}) == {
        "lines": [{"where": "line 2", "id": "1"}, {"where": "line 3", "deep": "x"}]
    }


def test_what_no_path_names_is_passed_over() -> None:
    document = "<r><x><y>1</y><z><y>2</y></z></x><y>3</y></r>"
    assert found(document, {"x/z/y": text("key")}) == {"key": "2"}


def test_a_bad_value_is_an_issue_that_names_its_line_and_the_rest_is_read() -> None:
    record, (fault,) = walked("<r>\n<n>1,5</n>\n<f>1</f></r>", {"n": value("n", number), "f": value("f", flag)})
    assert record == {"f": True}
    assert (fault.code, fault.where, fault.message) == ("BAD_NUMBER", "line 2", "n: '1,5' is not a number.")


def test_a_table_cannot_go_on_where_it_ends() -> None:
    with pytest.raises(ValueError, match="ends above x/y"):
        compile_table({"x": text("x"), "x/y": text("y")}, NAMESPACES)
    with pytest.raises(ValueError, match="at or below x already"):
        compile_table({"x/y": text("y"), "x": text("x")}, NAMESPACES)


def test_a_table_can_be_put_under_an_element() -> None:
    assert found("<r><x><y>1</y></x></r>", under("x", {"y": text("y")})) == {"y": "1"}


def test_an_entity_that_stays_unresolved_is_passed_over() -> None:
    """A later format may let a DOCTYPE pass; what it defines is never put in."""
    root = parse_xml(b'<!DOCTYPE r [<!ENTITY e SYSTEM "file:///x">]><r><x>1</x>&e;<y>2</y></r>', frozenset({"r"}))
    record: Record = {}
    walk(root, compile_table({"x": text("x"), "y": text("y")}, NAMESPACES), record, [])
    assert record == {"x": "1", "y": "2"}
    assert b"&e;" in etree.tostring(root)
