"""What a layout makes of a supplier's own XML."""

from datetime import date
from decimal import Decimal

import pytest

from ingest.format import Content
from ingest.reading import read
from orders.document import OrderReference, Party
from orders.errors import Reject
from tests.ingest.xml_layout.own import PATHS, document, documents, layout, rejection

LINES = '<Item line="10" po="P1"><Qty>5</Qty></Item><Item line="20" po="P2"><Qty>6</Qty></Item>'
ASN = f'<Asn no="D1">{LINES}</Asn>'


def test_a_line_is_read_from_each_element_that_lines_leads_to() -> None:
    one = document(ASN)
    assert (one.type, one.number, one.format) == ("despatch_advice", "D1", "xml_layout")
    assert [(line.order_number, line.order_line, line.quantity) for line in one.lines] == [
        ("P1", "10", Decimal(5)),
        ("P2", "20", Decimal(6)),
    ]


def test_a_line_says_in_which_line_of_the_file_it_begins() -> None:
    assert [line.where for line in document(ASN.replace("<Item", "\n<Item")).lines] == ["line 2", "line 3"]


def test_namespaces_do_not_matter_unless_they_are_named() -> None:
    assert len(document(ASN.replace("<Asn", '<Asn xmlns="urn:acme:9"')).lines) == 2
    named = {**PATHS, "quantity": "{urn:other}Qty"}
    assert [line.quantity for line in document(ASN.replace("<Asn", '<Asn xmlns="urn:acme:9"'), paths=named).lines] == [
        None,
        None,
    ]


def test_several_documents_stand_in_a_file() -> None:
    two = documents(f'<Asn><D no="D1">{LINES}</D><D no="D2">{LINES}</D><D no="D1">{LINES}</D></Asn>', documents="D")
    assert [(one.number, len(one.lines)) for one in two] == [("D1", 2), ("D2", 2), ("D1", 2)]


def test_what_stands_above_a_document_or_a_line_holds_for_all_below_it() -> None:
    xml = f'<Asn><From>ACME</From><Batch day="2026-03-04"><D no="D1"><O po="P7">{LINES}</O></D></Batch></Asn>'
    paths = {
        **PATHS, "supplier": "/Asn/From", "issue_date": "../@day", "supplier_order_number": "../@po",
    }  # fmt: skip
    one = document(xml, documents="Batch/D", lines="O/Item", paths=paths)
    assert (one.supplier, one.issue_date) == (Party(name="ACME"), date(2026, 3, 4))
    assert [line.supplier_order_number for line in one.lines] == ["P7", "P7"]


def test_each_batch_states_its_own() -> None:
    xml = f'<Asn><B day="2026-03-04"><D no="1">{LINES}</D></B><B day="2026-03-05"><D no="2">{LINES}</D></B></Asn>'
    found = documents(xml, documents="B/D", paths={**PATHS, "issue_date": "../@day"})
    assert [one.issue_date for one in found] == [date(2026, 3, 4), date(2026, 3, 5)]


def test_a_head_value_may_stand_behind_the_lines() -> None:
    paths = {**PATHS, "currency": "Foot/@cur", "net": "Foot/Net"}
    one = document(f'<Asn no="D1">{LINES}<Foot cur="CHF"><Net>9.90</Net></Foot></Asn>', paths=paths, type="invoice")
    assert (one.currency, one.totals.net) == ("CHF", Decimal("9.9"))


def test_a_flat_export_is_read_as_the_rows_of_a_table() -> None:
    rows = "<R no='D1' line='10'/><R no='D2'><Qty>1</Qty></R><R no='D1' line='20'><Qty>6</Qty></R>"
    found = documents(f"<Asn>{rows}</Asn>", documents="R", lines=None)
    assert [(one.number, [line.order_line for line in one.lines]) for one in found] == [
        ("D1", ["10", "20"]),
        ("D2", [None]),
    ]


def test_a_document_without_lines_says_of_the_whole_what_its_lines_would() -> None:
    paths = {**PATHS, "order_number": "../@po", "response": ".."}
    one = document('<Asn no="A1"><O po="P1">OK</O></Asn>', lines="O/Item", type="order_response", paths=paths)
    assert (one.lines, one.order_references) == ((), (OrderReference(number="P1"),))
    assert one.response == "accepted"
    assert [issue.code for issue in one.issues] == ["LAYOUT_LINES_MISSING"]


def test_two_fields_may_be_read_from_one_place() -> None:
    line = document(ASN, paths={**PATHS, "supplier_order_number": "@po"}).lines[0]
    assert (line.order_number, line.supplier_order_number) == ("P1", "P1")


@pytest.mark.parametrize("art", ["GS", " gs "])
def test_the_first_condition_that_holds_decides_the_type(art: str) -> None:
    types = [
        {"source": "@art", "equals": "GS", "type": "credit_note"},
        {"source": "@art", "type": "invoice"},
    ]
    assert document(ASN.replace("<Asn", f'<Asn art="{art}"'), types=types, type=None).type == "credit_note"
    assert document(ASN.replace("<Asn", '<Asn art="RE"'), types=types, type=None).type == "invoice"
    assert document(ASN, types=types).type == "despatch_advice"
    refused = rejection(ASN, types=types, type=None)
    assert refused.code == "LAYOUT_MISFIT"
    assert '"@art" is ""' in refused.message


def test_constants_values_decimals_and_dates_are_those_of_tables() -> None:
    xml = '<Asn no="D1" d="04.03.26"><Item line="1"><Qty u="Gebinde">1.250,5</Qty><When>060326</When></Item></Asn>'
    one = document(
        xml,
        paths={**PATHS, "issue_date": "@d", "unit": "Qty/@u", "delivery_date": "When"},
        constants={"currency": "CHF", "order_number": "P9"},
        values={"unit": {"gebinde": "XPX"}},
        decimal=",",
        dates="DD.MM.YY",
        formats={"delivery_date": "DDMMYY"},
    )
    (line,) = one.lines
    assert (one.currency, one.issue_date, line.order_number) == ("CHF", date(2026, 3, 4), "P9")
    assert (line.quantity, line.unit, line.delivery_date) == (Decimal("1250.5"), "XPX", date(2026, 3, 6))


def test_a_number_with_two_readings_is_a_question_until_the_layout_answers() -> None:
    xml = ASN.replace(">5<", ">1.234<")
    question = rejection(xml)
    assert question.code == "TABLE_AMBIGUOUS_NUMBERS"
    assert 'Path "Qty": is "1.234" the number 1.234 or 1234?' in question.message
    assert [document(xml, decimal=sign).lines[0].quantity for sign in ".,"] == [Decimal("1.234"), Decimal(1234)]


def test_another_value_of_the_file_decides_as_in_a_table() -> None:
    assert document(ASN.replace(">5<", ">1.234<").replace(">6<", ">0,5<")).lines[0].quantity == Decimal(1234)


def test_a_date_with_two_readings_is_a_question() -> None:
    assert rejection(ASN.replace("<Asn", '<Asn d="03/04/2026"'), paths={**PATHS, "issue_date": "@d"}).code == (
        "TABLE_AMBIGUOUS_DATES"
    )


def test_what_is_no_number_is_left_out_with_its_place() -> None:
    one = document(ASN.replace(">5<", ">viele<"))
    assert one.lines[0].quantity is None
    assert [(issue.code, issue.where) for issue in one.issues] == [("BAD_NUMBER", "line 1")]
    assert 'Path "Qty": "viele"' in one.issues[0].message


def test_a_unit_or_currency_beside_a_number_is_read_with_it() -> None:
    one = document(ASN.replace(">5<", ">5 Stk<").replace(">6<", ">6 kg<"))
    assert [line.unit for line in one.lines] == ["H87", "KGM"]


def test_paths_that_find_no_document_are_a_misfit() -> None:
    refused = rejection(ASN, documents="Delivery")
    assert (refused.code, refused.where) == ("LAYOUT_MISFIT", "line 1")
    assert 'the path "Delivery" of `documents` finds nothing' in refused.message
    assert rejection("<Asn/>").code == "LAYOUT_MISFIT"


def test_the_supplier_of_a_layout_is_the_documents_where_it_names_none() -> None:
    assert document(ASN, party=Party(name="ACME GmbH")).supplier == Party(name="ACME GmbH")


def test_a_path_that_nobody_checked_is_a_misfit_too() -> None:
    assert rejection(ASN, paths={**PATHS, "quantity": "a//b"}).code == "LAYOUT_MISFIT"


def test_a_file_of_ten_thousand_lines_is_read_in_one_walk() -> None:
    many = "".join(f'<Item line="{number}" po="P"><Qty>{number}</Qty></Item>' for number in range(1, 10_001))
    one = document(f'<Asn no="D1">{many}</Asn>')
    assert (len(one.lines), one.lines[-1].quantity) == (10_000, Decimal(10_000))


@pytest.mark.parametrize(
    "xml", ['<!DOCTYPE Asn SYSTEM "x.dtd"><Asn/>', "<Asn>" + "<a>" * 300 + "</a>" * 300 + "</Asn>", "<Asn no='1'>"]
)
def test_the_limits_of_xml_hold_for_it_too(xml: str) -> None:
    with pytest.raises(Reject) as caught:
        read(Content(xml.encode(), "a.xml", "", (layout(),)))
    assert caught.value.code in ("XML_DTD_FORBIDDEN", "XML_TOO_DEEP", "XML_NOT_WELL_FORMED")
