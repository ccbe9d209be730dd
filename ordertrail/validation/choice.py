"""Which rule sets a document has to be checked by: the schema of its syntax, and the rules that it says it keeps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ordertrail.validation.packages import FACTUR_X, PEPPOL, XRECHNUNG, Package
from ordertrail.validation.report import Missing, Severity
from ordertrail.validation.subjects import Subject


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A set of rules as one file: an XML Schema, or a Schematron that its authors compiled to XSLT."""

    name: str
    kind: Literal["schema", "rules"]
    package: Package
    pattern: str


_EN = "urn:cen.eu:en16931:2017"
_XRECHNUNG = "xrechnung"
_PEPPOL = "urn:fdc:peppol.eu:2017:poacc:billing:3.0"
_FRENCH = "extended-ctc-fr"

_FACTUR_X_PROFILES: Mapping[str, tuple[str, str]] = {
    "urn:factur-x.eu:1p0:minimum": ("MINIMUM", "facturx-minimum"),
    "urn:factur-x.eu:1p0:basicwl": ("BASIC WL", "facturx-basicwl"),
    f"{_EN}#compliant#urn:factur-x.eu:1p0:basic": ("BASIC", "facturx-basic"),
    _EN: ("EN 16931", "facturx-en16931"),
    f"{_EN}#conformant#urn:factur-x.eu:1p0:extended": ("EXTENDED", "facturx-extended"),
}
_ORDER_X_PROFILES = {f"urn:order-x.eu:1p0:{level}": level for level in ("basic", "comfort", "extended")}
_UBL_SCHEMAS = frozenset({"Invoice", "CreditNote"})
_UBL_VERSIONS = frozenset({"", "2.0", "2.1"})
_CII_SCHEMA = "cii-extended-ctc-fr/CrossIndustryInvoice_*.xsd"
_XRECHNUNG_RULES: Mapping[str, str] = {"ubl": "UBL", "cii": "CII"}

_CIUS: Mapping[str, Severity] = {"BR-CL-21": "warning", "BR-CL-23": "warning"}
_XRECHNUNG_LEVELS: tuple[tuple[str, Mapping[str, Severity]], ...] = (
    (
        "kosit:extension:xrechnung",
        {
            **dict.fromkeys(("BR-CL-10", "BR-CL-11", "BR-CL-21", "BR-CL-25", "BR-CL-26", "BR-CO-16"), "information"),
            **dict.fromkeys(("BR-CL-23", "BR-CL-24"), "warning"),
        },
    ),
    ("cvd", {**_CIUS, "BR-CL-13": "information"}),
    (_XRECHNUNG, _CIUS),
)
"""What breaking a rule of EN 16931 weighs in XRechnung, where that is not what EN 16931 says: the customLevel entries
in the scenarios of KoSIT's validator configuration. The first that the profile names counts."""


def levels(subject: Subject) -> Mapping[str, Severity]:
    """What the broken rules of a document weigh, where its profile decides that and not the rule set."""
    if _XRECHNUNG not in subject.profile:
        return {}
    return next(weights for part, weights in _XRECHNUNG_LEVELS if part in subject.profile)


def choose(subject: Subject) -> Iterator[RuleSet | Missing]:
    """The rule sets for a document, the schema first; and what it would be checked by if somebody shipped it."""
    match subject.syntax:
        case "ubl":
            yield _ubl_schema(subject)
            yield from _ubl_rules(subject)
        case "cii":
            yield from _cii(subject)
        case "order-x":
            yield from _order_x(subject)
        case "zugferd-1":
            yield _schema("ZUGFeRD 1.0", "zugferd/ZUGFeRD1p0.xsd")
            yield Missing("ZUGFeRD 1.0 Schematron", "no_rules", subject.profile)


def _ubl_schema(subject: Subject) -> RuleSet | Missing:
    # A later version only adds: a document of 2.0 is one of 2.1, one of 2.2 need not be.
    if subject.kind in _UBL_SCHEMAS and subject.version in _UBL_VERSIONS:
        return _schema(f"UBL 2.1 {subject.kind}", f"ubl-2.1/maindoc/UBL-{subject.kind}-2.1.xsd")
    return Missing(f"UBL {subject.version or '2'} {subject.kind}", "no_rules")


def _ubl_rules(subject: Subject) -> Iterator[RuleSet | Missing]:
    if subject.kind not in _UBL_SCHEMAS:
        if subject.profile:
            yield Missing(subject.profile, "no_rules")
        return
    if not subject.profile.startswith(_EN):
        yield Missing("EN 16931", "not_claimed", subject.profile)
        return
    if _FRENCH in subject.profile:
        yield _rules("EXTENDED-CTC-FR (UBL)", FACTUR_X, "ubl-2.1/EXTENDED-CTC-FR-UBL.xslt")
        return
    yield _rules("EN 16931 (UBL)", FACTUR_X, "ubl-2.1/EN16931-UBL-validation.xslt")
    if _XRECHNUNG in subject.profile:
        yield _xrechnung(subject)
    elif _PEPPOL in subject.profile:
        yield _rules("Peppol BIS Billing 3.0 (UBL)", PEPPOL, "PEPPOL-EN16931-UBL.xsl")
    elif subject.profile != _EN:
        yield Missing(subject.profile, "no_rules")


def _cii(subject: Subject) -> Iterator[RuleSet | Missing]:
    profile = _FACTUR_X_PROFILES.get(subject.profile)
    if profile:
        name, folder = profile
        yield _schema(f"Factur-X {name}", f"{folder}/*.xsd")
        yield _rules(f"Factur-X {name}", FACTUR_X, f"{folder}/*.xsl*")
        return
    yield _schema("CII D22B", _CII_SCHEMA)
    if _FRENCH in subject.profile:
        yield _rules("EXTENDED-CTC-FR (CII)", FACTUR_X, "cii-extended-ctc-fr/*.xslt")
    elif not subject.profile.startswith(_EN):
        yield Missing(subject.profile or "EN 16931", "no_rules" if subject.profile else "not_claimed")
    else:
        yield _rules("EN 16931 (CII)", XRECHNUNG, "EN16931-CII-validation.xsl")
        yield _xrechnung(subject) if _XRECHNUNG in subject.profile else Missing(subject.profile, "no_rules")


def _order_x(subject: Subject) -> Iterator[RuleSet | Missing]:
    level = _ORDER_X_PROFILES.get(subject.profile)
    if level is None:
        yield Missing(subject.profile or "Order-X", "no_rules" if subject.profile else "not_claimed")
        return
    yield _schema(f"Order-X {level.upper()}", f"orderx-{level}/*.xsd")
    yield _rules(f"Order-X {level.upper()}", FACTUR_X, f"orderx-{level}/*.xsl")


def _xrechnung(subject: Subject) -> RuleSet:
    syntax = _XRECHNUNG_RULES[subject.syntax]
    return _rules(f"XRechnung ({syntax})", XRECHNUNG, f"XRechnung-{syntax}-validation.xsl")


def _schema(name: str, pattern: str) -> RuleSet:
    return RuleSet(f"{name} (XML Schema)", "schema", FACTUR_X, pattern)


def _rules(name: str, package: Package, pattern: str) -> RuleSet:
    return RuleSet(name, "rules", package, pattern)
