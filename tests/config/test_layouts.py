"""A layout that cannot work is told when the configuration is read, with the key; no file has to be tried."""

from pathlib import Path

import pytest

from orders.errors import Stop
from ordertrail.config import parse
from tests.golden import SAMPLES

HERE = Path("/somewhere/config.toml")
XML = 'root = "Asn"\ntype = "invoice"\n'


def wrong(entry: str) -> str:
    with pytest.raises(Stop) as stopped:
        parse(f"[[layouts]]\nname = 'a'\nfiles = 'b'\n{entry}", HERE, {})
    assert stopped.value.code == "CONFIG_WRONG"
    return stopped.value.message


@pytest.mark.parametrize(
    ("entry", "key", "said"),
    [
        ("dates = 'DD.MM'", "dates", 'must be "DMY", "MDY", "YMD", or a pattern'),
        ("dates = 'DD.MM.YYYY DD'", "dates", "each once"),
        (f"dates = 'YYYY{'-' * 300}MMDD'", "dates", "must be"),
        ("formats = { issue_date = 'tomorrow' }", "formats.issue_date", "must be"),
        ("formats = { quantity = ';' }", "formats.quantity", 'must be "." or ","'),
        ("formats = { name = '.' }", "formats.name", "is neither a number nor a date"),
        ("columns = { quantitiy = 'x' }", "columns.quantitiy", 'is no field; did you mean "quantity"?'),
        ("columns = { document_type = 'x' }", "columns.document_type", 'is told by "type" and "types"'),
        ("columns = { unit = 0 }", "columns.unit", "names a column outside 1 to 1,000"),
        ("columns = { unit = 'column ZZZ' }", "columns.unit", "names a column outside"),
        ("columns = { unit = 'cell A0' }", "columns.unit", "rows are counted from 1"),
        ("columns = { unit = '' }", "columns.unit", "must have 1 to 200 characters"),
        ("types = [{ source = 'cell A1', type = 'invoice' }]", "types[1].source", "must be a column, not one cell"),
        ("types = [{ source = 0, type = 'invoice' }]", "types[1].source", "names a column outside"),
        ("constants = { currency = 'Taler' }", "constants.currency", "no currency code of ISO 4217"),
        ("constants = { issue_date = '1.2.2026' }", "constants.issue_date", "no date written as YYYY-MM-DD"),
        ("constants = { net = '1,5' }", "constants.net", "is a number with"),
        ("values = { response = { OK = 'acepted' } }", "values.response.OK", "an answer that is not known"),
        ("separator = '\"'", "separator", "cannot separate columns"),
        ("encoding = 'base64'", "encoding", "is no encoding of texts"),
        ("encoding = \"a\\u0000b\"", "encoding", "is no encoding of texts"),
        ("root = 'Asn'", "root", 'is for XML, but this entry has no "paths"'),
        ("type = 'invoice'\npaths = { quantity = 'Qty' }", "root", "is missing: the name of the root element"),
        ("root = 'Asn'\npaths = { quantity = 'Qty' }", "type", "is missing: say what kind of document"),
        ("root = 'a/b'\ntype = 'invoice'\npaths = { net = 'n' }", "root", "must be the name of an element"),
        (f"{XML}sheet = 1\npaths = {{ net = 'n' }}", "sheet", "is for tables"),
        (f"{XML}columns = {{ net = 'n' }}\npaths = {{ net = 'n' }}", "columns", "make two entries"),
        (f"{XML}paths = {{ quantity = '{'a/' * 300}b' }}", "paths.quantity", "is a path of more than 500 characters"),
        (f"{XML}paths = {{ quantity = '{'a/' * 60}b' }}", "paths.quantity", "is a path of more than 50 steps"),
        (f"{XML}paths = {{ quantity = 'Line/' }}", "paths.quantity", 'is a path that ends in nothing: "Line/"'),
        (f"{XML}paths = {{ quantity = '../../x' }}", "paths.quantity", "climbs 2 elements, but only 0 stand above it"),
        (f"{XML}paths = {{ net = '/Order/x' }}", "paths.net", 'the root of this layout is "Asn"'),
        (f"{XML}lines = '../x'\npaths = {{ net = 'n' }}", "lines", "must lead down to elements"),
        (f"{XML}documents = 'x/@y'\npaths = {{ net = 'n' }}", "documents", "must lead down to elements"),
        (f"{XML}types = [{{ source = 'a[', type = 'order' }}]\npaths = {{ net = 'n' }}", "types[1].source", "no path"),
    ],
)  # fmt: skip
def test_fault_F63_a_layout_that_cannot_work_names_the_key(entry: str, key: str, said: str) -> None:
    message = wrong(entry)
    assert f'"layouts[1].{key}"' in message
    assert said in message
    assert "config.toml, line" in message


@pytest.mark.parametrize("files", ["''", "[]", "['a', '']", f"'{'*a' * 200}'"])
def test_patterns_of_files_are_of_a_sensible_length(files: str) -> None:
    with pytest.raises(Stop, match=r'"layouts\[1\]\.files'):
        parse(f"[[layouts]]\nname = 'a'\nfiles = {files}", HERE, {})


def test_the_layouts_of_the_samples_are_right() -> None:
    text = (SAMPLES / "xml_layout" / "layouts.toml").read_text(encoding="utf-8")
    assert len(parse(text, HERE, {}).layouts) == 3
