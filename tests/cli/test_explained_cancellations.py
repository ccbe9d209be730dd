"""What `explain` says of credit notes that are cancelled or without lines, and of goods that were refused."""

from pathlib import Path

import pytest

from tests.cli.shell import inside

ROWS = """\
document_type,document_number,issue_date,supplier,order_number,line,order_line,buyer_item,quantity,unit,unit_price,\
line_amount,rejected_quantity,invoice_number,replaces,cancels,net
order,P1,2026-03-01,ACME,,10,,A-1,100,C62,2.00,,,,,,
receipt_advice,WE1,2026-03-05,ACME,P1,1,10,A-1,100,C62,,,20,,,,
receipt_advice,WE2,2026-03-06,ACME,P1,1,10,A-1,-5,C62,,,,,,,
invoice,R1,2026-03-07,ACME,P1,1,10,A-1,100,C62,2.10,,,,,,
invoice,R2,2026-03-08,ACME,P1,1,10,A-1,98,C62,2.00,,,,R1,,
credit_note,G1,2026-03-09,ACME,P1,1,10,A-1,10,C62,2.00,,,R2,,,
credit_note,G2,2026-03-10,ACME,P1,1,10,A-1,10,C62,2.00,,,,,G1,
credit_note,G3,2026-03-11,ACME,P1,1,10,A-1,5,C62,2.00,,,R2,,,
invoice,R3,2026-03-12,ACME,P1,1,10,A-1,2,C62,2.00,4.00,,,,,
credit_note,G4,2026-03-13,ACME,P1,,,,,,,,,R3,,,4.00
credit_note,G5,2026-03-14,ACME,P1,1,10,A-1,,,,0.50,,R2,,,
"""

SAID = {
    "de": (
        "Gutschrift G1 zählt nicht: storniert; siehe Gutschrift G2.",
        "Gutschrift G2 storniert Gutschrift G1 und zählt selbst für nichts.",
        "5 Stk gutgeschrieben mit Gutschrift G3, Zeile 1",
        "2 Stk gutgeschrieben mit Gutschrift G4 als Ganzem",
        "Position 10: 15 Stk wurden bei der Annahme zurückgewiesen und sind noch hier.",
        "Betrag 0,50 gutgeschrieben mit Gutschrift G5, Zeile 1, ohne Menge",
    ),
    "en": (
        "Credit note G1 does not count: cancelled; see credit note G2.",
        "Credit note G2 cancels credit note G1 and counts for nothing itself.",
        "5 pcs credited with credit note G3, line 1",
        "2 pcs credited with credit note G4 as a whole",
        "Line 10: 15 pcs were refused at receipt and are still here.",
        "Amount 0.50 credited with credit note G5, line 1, without a quantity",
    ),
    "fr": (
        "Avoir G1 n'est pas compté : annulé ; voir avoir G2.",
        "Avoir G2 annule avoir G1 et ne compte pour rien.",
        "5 pce crédité avec avoir G3, ligne 1",
        "2 pce crédité avec avoir G4 dans son ensemble",
        "Ligne 10 : 15 pce ont été refusés à la réception et sont encore ici.",
        "Montant 0,50 crédité avec avoir G5, ligne 1, sans quantité",
    ),
}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corrected")
    (folder / "inbox").mkdir()
    (folder / "inbox" / "all.csv").write_text(ROWS, encoding="utf-8")
    (folder / "config.toml").write_text("[run]\nsettle_seconds = 0\n", encoding="utf-8")
    assert inside("run", cwd=folder).code == 0
    return folder


@pytest.mark.parametrize("language", SAID)
def test_an_explanation_says_which_document_took_which_away_and_what_went_back(here: Path, language: str) -> None:
    (here / "config.toml").write_text(f'language = "{language}"\n[run]\nsettle_seconds = 0\n', encoding="utf-8")
    said = "\n".join(row["sentence"] for row in inside("explain", "P1", "--json", cwd=here).rows)
    assert [one for one in SAID[language] if one not in said] == []


def test_what_was_replaced_cancelled_and_sent_back_leaves_the_right_figures(here: Path) -> None:
    (line,) = inside("show", "P1", "--json", cwd=here).row["lines"]
    assert (line["received"], line["rejected"], line["invoiced"]) == ("95", "15", "93")
