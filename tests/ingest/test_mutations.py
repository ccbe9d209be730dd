"""Whatever becomes of a file on its way: documents come out of it, or one of our reasons why not."""

import re
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from ingest.formats import FORMATS
from ingest.reading import read
from orders.document import DOCUMENT
from orders.errors import Reject
from tests.corpus import ABSENT, CORPUS
from tests.golden import content, samples

SAMPLES = samples()
XML = [file for file in SAMPLES if file.suffix == ".xml"]
REAL = sorted(file for file in CORPUS.glob("*/*/*") if file.is_file() and file.stat().st_size < 50_000)
NASTY = [
    "", " ", "\n", "NaN", "-Infinity", "1e999999", "1_0", "１２", "9" * 20, "-" + "9" * 20, "0." + "0" * 19 + "1",
    "0", "-0", "0001-01-01", "9999-12-31", "2026-02-30", "24:00:00", "#", "##", "a#2026-01-01#", "NA", "\u202e",
    "\ud7ff", "x" * 5_000, "true", "381", "384", "325", "Cancelled", "OIOUBL-2.02", "order_agreement", "VAT", "KGM",
    "🙂", "=1+1", "<&>'\"",
]  # fmt: skip
ENCODINGS = ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "latin-1", "cp1252", "cp037", "utf-8-sig"]

_DECLARATION = re.compile(r"^\ufeff?<\?xml[^>]*\?>")
SEPARATORS = [
    "'",
    "+",
    ":",
    "?",
    "*",
    "~",
    ";",
    ",",
    "\t",
    "\n",
    "UNH+",
    "ST*",
    "LIN+1'",
    "HL*1**S~",
    "%%EOF",
    "endobj",
]

Mutation = Callable[[bytes], bytes]


def at(data: bytes, place: float) -> int:
    return int(len(data) * place)


def flipped(place: float, byte: int) -> Mutation:
    return lambda data: data[: at(data, place)] + bytes([byte]) + data[at(data, place) + 1 :]


def cut(place: float, length: int) -> Mutation:
    return lambda data: data[: at(data, place)] + data[at(data, place) + length :]


def doubled(place: float, length: int) -> Mutation:
    return lambda data: data[: at(data, place) + length] + data[at(data, place) :]


def inserted(place: float, text: str) -> Mutation:
    return lambda data: data[: at(data, place)] + text.encode("utf-8", "surrogatepass") + data[at(data, place) :]


def encoded(encoding: str) -> Mutation:
    return lambda data: data.decode("utf-8", "replace").encode(encoding, "replace")


def declared(encoding: str, actual: str) -> Mutation:
    """A file that says that it is written in one encoding, and is in this or in another."""

    def mutate(data: bytes) -> bytes:
        text = _DECLARATION.sub("", data.decode("utf-8", "replace"))
        said = f'<?xml version="1.0" encoding="{encoding}"?>' if text.lstrip().startswith("<") else ""
        return (said + text).encode(actual, "replace")

    return mutate


def with_tree(change: Callable[[etree._Element, list[etree._Element]], None]) -> Mutation:
    """A mutation of the tree: what comes out is well-formed, and goes deeper into the reader."""

    def mutate(data: bytes) -> bytes:
        try:
            root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        except (etree.XMLSyntaxError, ValueError):
            return data
        change(root, [element for element in root.iter("*") if element is not root])
        return etree.tostring(root)

    return mutate


def said(place: float, text: str) -> Mutation:
    def change(root: etree._Element, elements: list[etree._Element]) -> None:
        leaves = [element for element in elements if not len(element)]
        if leaves:
            leaves[int(len(leaves) * place)].text = text

    return with_tree(change)


def removed(place: float) -> Mutation:
    def change(root: etree._Element, elements: list[etree._Element]) -> None:
        if elements:
            one = elements[int(len(elements) * place)]
            parent = one.getparent()
            assert parent is not None
            parent.remove(one)

    return with_tree(change)


def moved(place: float, target: float, times: int) -> Mutation:
    """Puts copies of an element somewhere else: repeated, at the wrong place, below itself."""

    def change(root: etree._Element, elements: list[etree._Element]) -> None:
        if elements:
            goal = elements[int(len(elements) * target)]
            one = elements[int(len(elements) * place)]
            for copy in [deepcopy(one) for _ in range(times)]:
                goal.insert(0, copy)

    return with_tree(change)


places = st.floats(0, 1, exclude_max=True)
lengths = st.integers(1, 400)
mutations = st.one_of(
    st.builds(flipped, places, st.integers(0, 255)),
    st.builds(cut, places, lengths),
    st.builds(cut, places, st.just(10**9)),
    st.builds(doubled, places, lengths),
    st.builds(inserted, places, st.sampled_from([*NASTY, "<!--", "]]>", "<a>", "&x;", "<?x?>", "\0", *SEPARATORS])),
    st.builds(encoded, st.sampled_from(ENCODINGS)),
    st.builds(declared, st.sampled_from(ENCODINGS), st.sampled_from(ENCODINGS)),
    st.builds(said, places, st.sampled_from(NASTY)),
    st.builds(
        said,
        places,
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")),
    ),
    st.builds(removed, places),
    st.builds(moved, places, places, st.integers(1, 3)),
)


def survives(data: bytes, file: Path) -> None:
    try:
        documents = read(content(file, data))
    except Reject:
        return
    assert documents or file.suffix == ".edi"  # which may hold acknowledgements alone
    for document in documents:
        assert DOCUMENT.from_json(DOCUMENT.to_json(document)) == document


@pytest.mark.parametrize("format_", [one.name for one in FORMATS])
@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_a_damaged_sample_of_each_format_is_read_or_rejected(format_: str, choice: st.DataObject) -> None:
    file = choice.draw(st.sampled_from([one for one in SAMPLES if one.parent.name == format_]))
    data = file.read_bytes()
    for change in choice.draw(st.lists(mutations, min_size=1, max_size=4)):
        data = change(data)
    survives(data, file)


@pytest.mark.parametrize("actual", ENCODINGS)
@pytest.mark.parametrize("said", ENCODINGS)
def test_a_sample_that_lies_about_its_encoding_is_read_or_rejected(said: str, actual: str) -> None:
    for format_ in FORMATS:
        file = next(one for one in SAMPLES if one.parent.name == format_.name)
        survives(declared(said, actual)(file.read_bytes()), file)


@pytest.mark.skipif(not REAL, reason=ABSENT)
@given(st.data())
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_a_damaged_real_file_is_read_or_rejected(choice: st.DataObject) -> None:
    file = choice.draw(st.sampled_from(REAL))
    data = file.read_bytes()
    for change in choice.draw(st.lists(mutations, min_size=1, max_size=4)):
        data = change(data)
    survives(data, file)


@pytest.mark.parametrize("file", XML, ids=lambda file: file.name)
def test_each_value_in_turn_may_be_any_nonsense(file: Path) -> None:
    data = file.read_bytes()
    leaves = sum(1 for element in etree.fromstring(data).iter("*") if not len(element))
    for number in range(leaves):
        for text in NASTY[number % 3 :: 3]:
            survives(said(number / leaves, text)(data), file)
