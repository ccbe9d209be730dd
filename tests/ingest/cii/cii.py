"""CII and Order-X in a line of a test: paths and values instead of tags."""

from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from ingest.format import Content
from ingest.reading import read
from orders.document import Document, Line

DATA = "urn:un:unece:uncefact:data:"
Value = Any
"""A text; a (text, attributes) pair; a mapping of what stands in the element; or a list of such, one element each."""

_RSM = ("ExchangedDocumentContext", "ExchangedDocument", "SupplyChainTradeTransaction")
_UDT = ("DateTimeString", "Indicator")
_ROOTS = {
    "CrossIndustryInvoice": (f"{DATA}standard:CrossIndustryInvoice:100", 100),
    "SCRDMCCBDACIOMessageStructure": (f"{DATA}SCRDMCCBDACIOMessageStructure:100", 128),
}
_SECTIONS = ("Agreement", "Delivery", "Settlement")


def xml(content: Mapping[str, Value], root: str = "CrossIndustryInvoice") -> bytes:
    """A document: `{"ExchangedDocument/ID": "1", …}`, one mapping for each element; keys may be paths."""
    namespace, version = _ROOTS[root]
    blocks = f"{DATA}standard:ReusableAggregateBusinessInformationEntity:{version}"
    values = f"{DATA}standard:UnqualifiedDataType:{version}"
    inner = "".join(_element(key, value) for key, value in content.items())
    names = f'xmlns:rsm="{namespace}" xmlns:ram="{blocks}" xmlns:udt="{values}"'
    return f"<rsm:{root} {names}>{inner}</rsm:{root}>".encode()


def invoice(about: Mapping[str, Value] | None = None, *lines: Mapping[str, Value], **sections: Value) -> Document:
    """An invoice R-1 of type 380, unless `about` says otherwise; `sections` are context, Agreement, Delivery …"""
    return _read("CrossIndustryInvoice", {"ID": "R-1", "TypeCode": "380", **(about or {})}, lines, sections)


def order_x(
    code: str, about: Mapping[str, Value] | None = None, *lines: Mapping[str, Value], **sections: Value
) -> Document:
    """A document of Order-X with a type code."""
    known = {"ID": "B-1", "TypeCode": code, **(about or {})}
    return _read("SCRDMCCBDACIOMessageStructure", known, lines, sections)


def only_line(line: Mapping[str, Value], code: str = "") -> Line:
    """What is read of the only line of an invoice, or of Order-X with a type code."""
    (found,) = (order_x(code, None, line) if code else invoice(None, line)).lines
    return found


def line(identifier: str, **sections: Value) -> dict[str, Value]:
    """A line with its id; sections `Product`, `Agreement`, `Delivery`, `Settlement`, `About`."""
    about = {"LineID": identifier, **sections.pop("About", {})}
    product = sections.pop("Product", {"Name": "Schraube M8"})
    found = {"AssociatedDocumentLineDocument": about, "SpecifiedTradeProduct": product}
    return found | {_section(name, "SpecifiedLineTrade"): value for name, value in sections.items()}


def day(text: str, code: str = "102") -> dict[str, Value]:
    return {"DateTimeString": (text, {"format": code})}


def codes(one: Document) -> list[str]:
    return [issue.code for issue in one.issues]


def _read(
    root: str, about: Mapping[str, Value], lines: tuple[Mapping[str, Value], ...], sections: Mapping[str, Value]
) -> Document:
    context = sections.get("Context", {})
    head = {_section(name, "ApplicableHeaderTrade"): value for name, value in sections.items() if name != "Context"}
    content = {
        "ExchangedDocumentContext": context,
        "ExchangedDocument": about,
        "SupplyChainTradeTransaction": {"IncludedSupplyChainTradeLineItem": list(lines), **head},
    }
    (one,) = read(Content(xml(content, root)))
    return one


def _section(name: str, prefix: str) -> str:
    return f"{prefix}{name}" if name in _SECTIONS else name


def _element(path: str, value: Value) -> str:
    name, _, rest = path.partition("/")
    if rest:
        value = {rest: value}
    if isinstance(value, list):
        return "".join(_element(name, one) for one in value)
    tag = f"{'rsm' if name in _RSM else 'udt' if name in _UDT else 'ram'}:{name}"
    if isinstance(value, Mapping):
        return f"<{tag}>{''.join(_element(key, below) for key, below in value.items())}</{tag}>"
    text, attributes = value if isinstance(value, tuple) else (value, {})
    written = "".join(f" {key}={quoteattr(said)}" for key, said in attributes.items())
    return f"<{tag}{written}>{escape(str(text))}</{tag}>"
