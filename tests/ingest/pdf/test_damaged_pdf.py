"""Whatever becomes of a PDF on its way: documents come out of it, or one of our reasons why not."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.format import Content
from ingest.reading import read
from orders.document import DOCUMENT
from orders.errors import Reject
from tests.corpus import ABSENT, CORPUS
from tests.golden import SAMPLES

HYBRIDS = sorted(file for file in (SAMPLES / "pdf").glob("*.pdf"))
REAL = sorted(file for file in CORPUS.glob("pdf/*/*.pdf") if file.stat().st_size < 100_000)
TOKENS = [
    b"/Kids", b"/Names", b"/EmbeddedFiles", b"/EF", b"/F", b"/UF", b"/Length", b"/Filter", b"/FlateDecode", b"/Root",
    b"/Pages", b"/Catalog", b"/AF", b"obj", b"endobj", b"stream", b"endstream", b"xref", b"trailer", b"startxref",
    b"<<", b">>", b"[", b"]", b"1 0 R", b"4 0 R", b"5 0 R",
]  # fmt: skip
NASTY = [
    b"", b" ", b"null", b"true", b"-1", b"99999999999999999999", b"1e9", b"<<", b">>", b"[", b"[[[[[[[[[[[[", b"]",
    b"(", b"()", b"<", b"<FF>", b"/X", b"1 0 R", b"2 0 R", b"4 0 R", b"5 0 R", b"77 0 R", b"/LZWDecode",
    b"/ASCIIHexDecode",
    b"/Crypt", b"/DCTDecode", b"/RunLengthDecode", b"/Encrypt 1 0 R", b"\0", b"\xff\xfe", b"stream\n", b"endobj",
    b"%%EOF",
]  # fmt: skip

places = st.floats(0, 1, exclude_max=True)


def survives(data: bytes) -> None:
    try:
        documents = read(Content(data))
    except Reject:
        return
    assert documents
    for document in documents:
        assert DOCUMENT.from_json(DOCUMENT.to_json(document)) == document


def replaced(data: bytes, token: bytes, which: float, by: bytes) -> bytes:
    """One of the places where `token` stands, replaced."""
    at = -1
    for _ in range(int(data.count(token) * which) + 1):
        at = data.find(token, at + 1)
    return data if at < 0 else data[:at] + by + data[at + len(token) :]


@given(
    st.sampled_from(HYBRIDS),
    st.lists(st.tuples(st.sampled_from(TOKENS), places, st.sampled_from([*NASTY, *TOKENS])), min_size=1, max_size=4),
)
@settings(max_examples=600)
def test_a_pdf_with_words_changed_is_read_or_rejected(file: Path, changes: list[tuple[bytes, float, bytes]]) -> None:
    data = file.read_bytes()
    for token, which, by in changes:
        data = replaced(data, token, which, by)
    survives(data)


@given(st.sampled_from(HYBRIDS), st.lists(st.tuples(places, st.integers(0, 255)), min_size=1, max_size=8))
@settings(max_examples=300)
def test_a_pdf_with_bytes_changed_is_read_or_rejected(file: Path, changes: list[tuple[float, int]]) -> None:
    data = bytearray(file.read_bytes())
    for place, byte in changes:
        data[int(len(data) * place)] = byte
    survives(bytes(data))


@pytest.mark.parametrize("file", HYBRIDS, ids=lambda file: file.name)
def test_fault_F55_a_pdf_cut_anywhere_is_read_whole_or_rejected(file: Path) -> None:
    data = file.read_bytes()
    for part in range(1, 21):
        survives(data[: len(data) * part // 20])


@pytest.mark.skipif(not REAL, reason=ABSENT)
@given(st.data())
@settings(max_examples=100)
def test_a_damaged_real_pdf_is_read_or_rejected(choice: st.DataObject) -> None:
    data = choice.draw(st.sampled_from(REAL)).read_bytes()
    place, length = choice.draw(places), choice.draw(st.integers(1, 2_000))
    at = int(len(data) * place)
    changed = choice.draw(
        st.sampled_from([data[:at], data[:at] + data[at + length :], data[:at] + data[at - length :]])
    )
    survives(changed)
