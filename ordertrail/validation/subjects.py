"""What is checked: the documents within an XML file, and which rules they say that they keep."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from ingest.xml.envelope import within_envelope

Syntax = Literal["ubl", "cii", "order-x", "zugferd-1"]

_UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
_SYNTAXES: tuple[tuple[str, Syntax], ...] = (
    (_UBL, "ubl"),
    ("urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:", "cii"),
    ("urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:", "order-x"),
    ("urn:ferd:CrossIndustryDocument:invoice:1p0", "zugferd-1"),
)
_PROFILES = {
    "ubl": "{*}CustomizationID",
    "cii": "{*}ExchangedDocumentContext/{*}GuidelineSpecifiedDocumentContextParameter/{*}ID",
    "order-x": "{*}ExchangedDocumentContext/{*}GuidelineSpecifiedDocumentContextParameter/{*}ID",
    "zugferd-1": "{*}SpecifiedExchangedDocumentContext/{*}GuidelineSpecifiedDocumentContextParameter/{*}ID",
}


@dataclass(frozen=True, slots=True)
class Subject:
    """A document of a standard that has rules. `kind` is its root's name, `profile` what it says that it keeps (""
    where it says nothing), `version` UBL's own.
    """

    root: etree._Element
    syntax: Syntax
    kind: str
    profile: str
    version: str = ""


def subjects(root: etree._Element) -> Iterator[Subject]:
    """The documents in a file that rules exist for."""
    for element in within_envelope(root):
        name = etree.QName(element)
        for namespace, syntax in _SYNTAXES:
            if (name.namespace or "").startswith(namespace):
                profile = _text(element, _PROFILES[syntax])
                yield Subject(element, syntax, name.localname, profile, _text(element, "{*}UBLVersionID"))
                break


def _text(element: etree._Element, path: str) -> str:
    return (element.findtext(path) or "").strip()
