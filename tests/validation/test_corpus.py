"""The real UBL, CII and Order-X documents by their rules, against what the manifest expects of them.
docs/corpus-validation.md explains every disagreement."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from ingest.format import Content
from ingest.reading import read_with_source
from orders.errors import Reject
from ordertrail.validation.check import check
from tests.corpus import ROOT

FOLDERS = ("ubl/", "cii/", "orderx/", "pdf/")
DISAGREEMENTS: dict[str, dict[str, set[str]]] = {
    "cii/ConnectingEurope_eInvoicing-EN16931": {
        "examples__CII_example5.xml": {"schematron"},
        "examples__XRechnung-O.xml": {"FX-SCH-A-000589", "FX-SCH-A-000616"},
        "examples__huf_example_cii.xml": {"schematron"},
    },
    "cii/ZUGFeRD_corpus": {
        "CII__EN16931_ElektronischeAdresse.cii.xml": {"FX-SCH-A-000571"},
        "CII__EN16931_RechnungsUebertragung.cii.xml": {"FX-SCH-A-000571"},
        "CII__not_validating_full_invoice_based_onTest_EeISI_300_CENfullmodel.cii.xml": set(),
    },
    "orderx/horstoeko_orderx": {
        "assets__reader-order-x-comfort.xml": {"xsd"},
        "assets__reader-order-x-extended.xml": {"xsd"},
    },
    "pdf/ZUGFeRD_corpus": {
        "EXTENDED__zugferd_2p0_EXTENDED_InnergemeinschLieferungMehrereBestellungen.pdf": {"BR-CL-25"},
    },
    "ubl/ConnectingEurope_eInvoicing-EN16931": {
        "testfiles__BIS_Billing_30-Elhandel.xml": {"PEPPOL-COMMON-R040"},
        "testfiles__BIS_Billing_30-Kreditering_med_kreditnota.xml": {"PEPPOL-COMMON-R040"},
        "testfiles__BIS_Billing_30-Kreditering_med_negativ_faktura.xml": {"PEPPOL-COMMON-R040"},
        "testfiles__BIS_Billing_30-Kreditering_urspr_faktura.xml": {"PEPPOL-COMMON-R040"},
        "testfiles__BIS_Billing_30-Rabatter_och_avgifter.xml": {"PEPPOL-COMMON-R040"},
        "testfiles__BIS_Billing_30-Tjanster_Bevakning.xml": {"PEPPOL-COMMON-R040"},
    },
    "ubl/phax_phive-rules": {
        "credit-note__06_NC_B2B_Natura_N2.1_Bollo_addebitato.xml": {"PEPPOL-EN16931-CL008"},
        "credit-note__07_NC_B2B_Natura_N2.1_Bollo_non_addebitato_Rimborso_bollo_fattura_precedente.xml": {
            "PEPPOL-EN16931-CL008"
        },
        "invoice__02_FT_B2B_Data_fattura_non_coincide_con_data_operazione_IVA_standard.xml": {"PEPPOL-EN16931-CL008"},
        "invoice__04_FT_B2B_Natura_N6.3_Bollo_addebitato_Riferimento_ordine_in_testata.xml": {"PEPPOL-EN16931-CL008"},
        "invoice__10_FT_B2B_Riferimento_a_pi__ordini_cartacei_in_riga_Utilizzo_StandardItemIdentifier.xml": {
            "PEPPOL-EN16931-CL008"
        },
        "invoice__12_FT_B2B_Cassa_previdenziale_Ritenuta_su_prestazione_imponibile_IVA_standard.xml": {
            "PEPPOL-EN16931-CL008"
        },
        "invoice__21_FT_B2B_Gestione_tipo_Carburante.xml": {"PEPPOL-EN16931-CL008"},
        "invoice__32_FT_B2B_Indicazione_acconto_in_fattura_di_saldo.xml": {"PEPPOL-EN16931-CL008"},
    },
}
"""Folder → file → the rules broken in a file that the manifest calls valid; none in one that it calls invalid."""

COUNTS = {
    ("invalid", "invalid"): 2,
    ("invalid", "unread"): 1,
    ("invalid", "valid"): 1,
    ("unknown", "invalid"): 6,
    ("unknown", "none"): 16,
    ("unknown", "unread"): 1,
    ("unknown", "valid"): 9,
    ("valid", "invalid"): 22,
    ("valid", "none"): 61,
    ("valid", "unread"): 1,
    ("valid", "valid"): 181,
}
"""(expected, found) → files."""


def verdict(file: Path) -> tuple[str, set[str]]:
    """`valid`, `invalid`, `none` (nothing applies) or `unread`, and the numbers of the broken rules."""
    try:
        source, _ = read_with_source(Content(file.read_bytes(), file.name))
    except Reject:
        return "unread", set()
    report = check(source)
    if not report.applied:
        return "none", set()
    return ("invalid" if report.errors else "valid"), {error.rule for error in report.errors}


@pytest.mark.slow
def test_every_disagreement_with_the_manifest_is_known_and_explained(corpus: Path) -> None:
    with (corpus / "MANIFEST.csv").open(encoding="utf-8", newline="") as file:
        expected = {row["path"]: row["expected_validity"] for row in csv.DictReader(file)}
    expected = {path: stated for path, stated in expected.items() if path.startswith(FOLDERS)}
    found = {path: verdict(corpus / path) for path in expected}
    assert Counter((stated, found[path][0]) for path, stated in expected.items()) == COUNTS
    differing = {path: rules for path, (said, rules) in found.items() if {said, expected[path]} == {"valid", "invalid"}}
    assert differing == {
        f"{folder}/{name}": rules for folder, files in DISAGREEMENTS.items() for name, rules in files.items()
    }


def test_every_disagreement_is_on_its_page() -> None:
    page = (ROOT / "docs" / "corpus-validation.md").read_text(encoding="utf-8")
    assert [name for files in DISAGREEMENTS.values() for name in files if name not in page] == []
