"""UBL in a line of a test: paths and values instead of tags."""

from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from ingest.format import Content
from ingest.reading import read
from orders.document import Document

SCHEMAS = "urn:oasis:names:specification:ubl:schema:xsd:"
Value = Any
"""A text; a (text, attributes) pair; a mapping of what stands in the element; or a list of such, one element each."""

_BASIC = (
    *("ID", "Code", "Date", "Time", "Amount", "Quantity", "Indicator", "Note", "Name", "Percent", "Description"),
    *("Rate", "Reference"),
)


def xml(root: str, content: Mapping[str, Value], version: str = "2") -> bytes:
    """A document: `{"ID": "1", "InvoiceLine": [{"ID": "1"}]}`. A key may be a path, "Party/PartyName/Name"."""
    namespaces = f'xmlns:cac="{SCHEMAS}CommonAggregateComponents-2" xmlns:cbc="{SCHEMAS}CommonBasicComponents-2"'
    inner = "".join(_element(key, value) for key, value in content.items())
    return f'<{root} xmlns="{SCHEMAS}{root}-{version}" {namespaces}>{inner}</{root}>'.encode()


def document(root: str, content: Mapping[str, Value] | None = None, **more: Value) -> Document:
    """What is read from it; a document has the number D-1 unless it says otherwise."""
    (one,) = read(Content(xml(root, {"ID": "D-1", **(content or {}), **more})))
    return one


def codes(one: Document) -> list[str]:
    return [issue.code for issue in one.issues]


def _element(path: str, value: Value) -> str:
    name, _, rest = path.partition("/")
    if rest:
        value = {rest: value}
    if isinstance(value, list):
        return "".join(_element(name, one) for one in value)
    if isinstance(value, Mapping):
        inner = "".join(_element(key, below) for key, below in value.items())
        return f"<cac:{name}>{inner}</cac:{name}>"
    text, attributes = value if isinstance(value, tuple) else (value, {})
    written = "".join(f" {key}={quoteattr(said)}" for key, said in attributes.items())
    assert name.endswith(_BASIC), f"{name} is no basic component"
    return f"<cbc:{name}{written}>{escape(str(text))}</cbc:{name}>"
