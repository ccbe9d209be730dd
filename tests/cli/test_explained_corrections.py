"""`explain` over what was taken back: returns, credit notes, cancelled and replaced invoices, dropped lines."""

from pathlib import Path

import pytest

from tests.cli.shell import inside, ordertrail

COLUMNS = (
    "document_type,document_number,issue_date,supplier,order_number,line,order_line,buyer_item,quantity,unit,unit_price,"
    "line_amount,invoice_number,replaces,cancels,revision\n"
)
ROWS = """\
order,P1,2026-03-01,ACME,,10,,A-1,10,C62,2.00,,,,,
order,P1,2026-03-01,ACME,,20,,A-2,5,C62,2.00,,,,,
receipt_advice,WE1,2026-03-05,ACME,P1,1,10,A-1,10,C62,,,,,,
invoice,R0,2026-03-05,ACME,P1,1,10,A-1,10,C62,9.00,90.00,,,,
invoice,R1,2026-03-06,ACME,P1,1,10,A-1,12,C62,2.00,24.00,,,,
invoice,R2,2026-03-07,ACME,P1,1,10,A-1,10,C62,2.00,20.00,,R1,,
invoice,S0,2026-03-07,ACME,P1,1,10,A-1,10,C62,9.00,90.00,,,R0,
receipt_advice,WE2,2026-03-09,ACME,P1,1,10,A-1,-3,C62,,,,,,
order,P1,2026-03-08,ACME,,10,,A-1,10,C62,2.00,,,,,2
"""
CREDIT = "credit_note,G1,2026-03-10,ACME,P1,1,10,A-1,3,C62,2.00,6.00,R2,,,\n"
SAID = {
    "de": (
        "3 Stk zurückgeschickt laut Wareneingang WE2, Zeile 1",
        "Rechnung R0 zählt nicht: storniert; siehe Rechnung S0.",
        "Rechnung R1 zählt nicht: ersetzt; siehe Rechnung R2.",
        "Position 20, nicht mehr zu erwarten: Durch Änderung entfallen",
        "Position 10: Gutschrift über 3 Stk erwartet.",
    ),
    "en": (
        "3 pcs sent back according to receipt advice WE2, line 1",
        "Invoice R0 does not count: cancelled; see invoice S0.",
        "Invoice R1 does not count: replaced; see invoice R2.",
        "Line 20, no longer to come: Dropped by a change",
        "Line 10: credit note expected for 3 pcs.",
    ),
    "fr": (
        "3 pce retourné selon",
        "Facture S0.",
        "Facture R2.",
        "Supprimée par une modification",
        "Ligne 10 : avoir attendu pour 3 pce.",
    ),
}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corrections")
    (folder / "inbox").mkdir()
    (folder / "inbox" / "all.csv").write_text(COLUMNS + ROWS, encoding="utf-8")
    configure(folder, "en")
    assert ordertrail("run", cwd=folder).code == 0
    return folder


def configure(folder: Path, language: str) -> None:
    config = f'language = "{language}"\n[options]\norder_response = false\n[reports]\nformats = []\n'
    (folder / "config.toml").write_text(config, encoding="utf-8")


def sentences(folder: Path) -> list[str]:
    return [row["sentence"] for row in inside("explain", "P1", "--json", cwd=folder).rows]


@pytest.mark.parametrize("language", SAID)
def test_what_was_taken_back_is_told_with_what_took_it_back(here: Path, language: str) -> None:
    configure(here, language)
    said = sentences(here)
    for wanted in SAID[language]:
        assert any(wanted.casefold() in one.casefold() for one in said), (wanted, said)


def test_when_the_credit_note_has_come_none_is_expected(here: Path) -> None:
    configure(here, "en")
    (here / "inbox" / "credit.csv").write_text(COLUMNS + CREDIT, encoding="utf-8")
    assert ordertrail("run", cwd=here).code == 0
    said = sentences(here)
    assert any("3 pcs credited with credit note G1, line 1" in one for one in said)
    assert not any("credit note expected" in one for one in said)
