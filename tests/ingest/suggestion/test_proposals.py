"""What a proposal says, and what it leaves to a person."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from ingest.suggestion.evidence import is_gtin
from ingest.suggestion.headings import meaning_of
from ingest.suggestion.toml import quoted
from orders.errors import Reject
from tests.golden import content, samples
from tests.ingest.suggestion.proposing import configured, proposed
from tests.ingest.tables.made import csv

ODD = csv("Nr;Menge;Xyz", "L1;5;foo 1", "L1;6;bar 2")


def test_what_is_not_understood_stays_a_comment_with_values() -> None:
    proposal = proposed(ODD, "lieferschein.csv")
    assert [(one.source, one.examples) for one in proposal.not_understood] == [("Xyz", ("foo 1", "bar 2"))]
    assert '# ? = "Xyz"' in proposal.toml
    assert "foo 1, bar 2" in proposal.toml
    assert "order_number" in {one.key for one in proposal.questions}


def test_a_guess_is_marked_as_one() -> None:
    sample = csv("LfsNr;Best.Nr.;Mge", "1;2;3")
    proposal = proposed(sample, "a.csv", type="despatch_advice")
    assert {one.field: one.sure for one in proposal.fields} == {
        "document_number": False,
        "order_number": True,
        "quantity": False,
    }
    assert 'likely: read as "Menge"' in proposal.toml


def test_words_whose_meaning_is_the_suppliers_own_are_asked_about() -> None:
    sample = csv("AB-Nr.;Bestellnummer;Pos.;Menge;Status", "A1;B1;10;5;G", "A1;B1;20;6;R")
    proposal = proposed(sample, "ab.csv")
    (question,) = proposal.questions
    assert (question.key, question.message.partition(" mean")[0]) == ("values", 'What do "G", "R"')
    assert 'values = { response = { G = "?", R = "?" } }' in proposal.toml


def test_items_of_the_configuration_are_recognised() -> None:
    sample = csv("Lieferschein;Bestellnummer;Code X;Code Y;Menge", "L1;B1;77-1;OUR-1;5", "L1;B1;77-2;OUR-2;6")
    proposal = proposed(sample, "x.csv", items={"77-1": "OUR-1", "77-2": "OUR-2", "77-3": "OUR-3"})
    assert {one.field: one.source for one in proposal.fields if "item" in one.field} == {
        "supplier_item": "Code X",
        "buyer_item": "Code Y",
    }


def test_values_with_one_meaning_only_are_recognised() -> None:
    sample = csv("Lieferschein;Bestellnummer;Menge;Col1;Col2", "L1;B1;5;4006381333931;Stk", "L1;B1;6;4012345000009;kg")
    found = {one.field: one.source for one in proposed(sample, "x.csv").fields}
    assert (found["gtin"], found["unit"]) == ("Col1", "Col2")


@pytest.mark.parametrize(
    ("text", "right"),
    [("4006381333931", True), ("4006381333932", False), ("96385074", True), ("00000000", False), ("123", False)],
)
def test_a_gtin_has_the_right_check_digit(text: str, right: bool) -> None:
    assert is_gtin(text) is right


@pytest.mark.parametrize(
    ("heading", "concept"),
    [
        ("Mge", "quantity"),
        ("Ihre Pos.", "order.line"),
        ("Cde client", "order.number"),
        ("Bestelnummer", "order.number"),
        ("Menge in BestME", "quantity"),
        ("Xyzzy", None),
        ("repos", "invoice.line"),
    ],
)
def test_headings_are_expanded_and_misspellings_forgiven(heading: str, concept: str | None) -> None:
    meaning = meaning_of(heading)
    assert (meaning.phrase.concept if meaning else None) == concept


def test_two_columns_for_one_field_are_asked_about() -> None:
    sample = csv("Lieferschein;Bestellnummer;Menge;Stück", "L1;B1;5;7", "L1;B1;6;8")
    assert [one.key for one in proposed(sample, "x.csv").questions] == ["columns"]


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b'<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>', "a.xml", "LAYOUT_NOT_NEEDED"),
        (b"%PDF-1.7", "a.pdf", "LAYOUT_NOT_FOR"),
        (b"<a><b></a>", "a.xml", "XML_NOT_WELL_FORMED"),
        (b";;\n;;\n", "a.csv", "TABLE_NOT_RECOGNIZED"),
    ],
)
def test_what_needs_no_layout_or_can_have_none_says_so(data: bytes, name: str, code: str) -> None:
    with pytest.raises(Reject) as caught:
        proposed(data, name)
    assert caught.value.code == code


@given(st.text())
def test_any_text_is_quoted_so_that_toml_reads_it_back(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    assert tomllib.loads(f"a = {quoted(text)}")["a"] == text


@pytest.mark.parametrize(
    "xml",
    [
        "<a>" * 200 + "x" + "</a>" * 200,
        "<r>"
        + "".join(f"<{'n' * 190}{n}>" for n in range(12))
        + "7"
        + "".join(f"</{'n' * 190}{n}>" for n in range(11, -1, -1))
        + "</r>",
        "<r>" + "".join(f"<e{n}>1</e{n}>" for n in range(2_000)) + "</r>",
        "<r>" + "".join(f'<e a{n}="1"/>' for n in range(2_000)) + "</r>",
        '<r><f name="a&quot;b">1</f><f name="c">2</f><f name="c]">3</f></r>',
        "<r/>",
    ],
    ids=["deep", "long names", "many elements", "many attributes", "quotes", "empty"],
)
def test_whatever_an_xml_file_looks_like_the_entry_is_a_right_one(xml: str) -> None:
    proposal = proposed(xml, "x.xml", type="invoice")
    if proposal.fields:
        assert configured(proposal.toml)


names = st.sampled_from(["Lieferung", "Pos", "Menge", "nr", "Artikel", "Bestellung", "x", "Name", "Datum", "Field"])
texts = st.sampled_from(["1", "L-1", "2026-03-04", "1.234,5", "Stk", "", "a'b\"c"])
elements: st.SearchStrategy[Any] = st.recursive(
    st.builds(lambda tag, text: (tag, {"nr": text}, text, []), names, texts),
    lambda inner: st.builds(
        lambda tag, key, text, within: (tag, {key: text}, "", within), names, names, texts, st.lists(inner, max_size=4)
    ),
    max_leaves=20,
)


def element(tree: tuple[str, dict[str, str], str, list[Any]]) -> etree._Element:
    tag, attributes, text, within = tree
    made = etree.Element(tag, attributes)
    made.text = text
    made.extend([element(one) for one in within])
    return made


@given(elements)
@settings(max_examples=100, deadline=None)
def test_whatever_a_tree_holds_the_entry_is_a_right_one(tree: tuple[str, dict[str, str], str, list[Any]]) -> None:
    proposal = proposed(etree.tostring(element(tree)), "x.xml", type="despatch_advice")
    if proposal.fields:
        assert configured(proposal.toml)


cells = st.one_of(
    st.sampled_from(
        ["Menge", "Best.Nr.", "Typ", "1,5", "04.03.2026", "", "Lieferschein Nr. 7", "x'\"", "Status", "a\u2028b"]
    ),
    st.text(st.characters(codec="utf-8", exclude_characters=';"\r\n\0'), max_size=12),
)


@given(st.lists(st.lists(cells, min_size=2, max_size=6), min_size=2, max_size=6))
@settings(max_examples=60, deadline=None)
def test_whatever_a_table_holds_the_entry_is_a_right_one(table: list[list[str]]) -> None:
    try:
        proposal = proposed("\n".join(";".join(row) for row in table), "x.csv")
    except Reject:
        return
    assert configured(proposal.toml)


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: f"{sample.parent.name}/{sample.name}")
def test_for_each_sample_there_is_a_right_entry_or_a_reason(sample: Path) -> None:
    seen = content(sample)
    try:
        proposal = proposed(seen.data, seen.name)
    except Reject:
        return
    if proposal.layout is not None:
        assert configured(proposal.toml)
    assert tomllib.loads(proposal.toml)["layouts"]
