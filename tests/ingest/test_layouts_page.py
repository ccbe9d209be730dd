"""The worked examples of docs/layouts.md work."""

import re
from datetime import date
from pathlib import Path

from ingest.format import Content
from ingest.suggestion import Answers, suggest
from tests.ingest.suggestion.proposing import configured, documents_by
from tests.ingest.tables.made import rows, workbook

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "layouts.md").read_text(encoding="utf-8")
FIELDS = ("order_number", "order_line", "supplier_item", "quantity", "unit")


def section(heading: str) -> dict[str, str]:
    """The code of a section, by its language."""
    text = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return dict(re.findall(r"```(\w+)\n(.*?)```", text, flags=re.DOTALL))


def test_the_csv_example_is_what_the_command_says_and_reads_its_file() -> None:
    code = section("A CSV file")
    assert suggest(Content(code["csv"].encode(), "LS_20260304.csv"), Answers()).toml == code["toml"]
    (one,) = documents_by(code["toml"], code["csv"], "LS_20260311.csv")
    assert (one.number, [str(line.quantity) for line in one.lines]) == ("88120", ["1250.5", "2000"])


def test_the_workbook_example_reads_its_file() -> None:
    sheet = rows(
        ["Auftragsbestätigung"],
        ["AB-Nr.", "AB-771"],
        [],
        ["Best.Nr.", "Pos.", "Menge", "Termin", "Status"],
        ["4500017", 10, 12, date(2026, 4, 1), "G"],
        ["4500017", 20, 3, date(2026, 4, 8), "X"],
    )
    book = workbook(rows(["Anschreiben"]), sheet, names=("Deckblatt", "Positionen"))
    (one,) = documents_by(section("A workbook")["toml"], book, "AB_771.xlsx")
    assert (one.number, [(line.order_line, line.response) for line in one.lines]) == (
        "AB-771",
        [("10", "accepted"), ("20", "rejected")],
    )
    proposal = suggest(Content(book, "AB_771.xlsx"), Answers())
    assert 'What do "G", "X" mean in response' in " ".join(one.message for one in proposal.questions)
    assert {one.field: one.source for one in proposal.fields} == dict(
        configured(section("A workbook")["toml"])[0].columns
    )


def test_the_xml_example_reads_its_file_and_is_what_the_command_proposes() -> None:
    code = section("A supplier's own XML")
    (one,) = documents_by(code["toml"], code["xml"], "AVIS_1.xml")
    assert one.supplier is not None
    assert (one.number, one.supplier.name) == ("LS-88120", "Nordstahl Handels GmbH")
    assert [tuple(str(getattr(line, name)) for name in FIELDS) for line in one.lines] == [
        ("4500017", "10", "NS-100-8", "1250.5", "KGM"),
        ("4500017", "20", "NS-M8", "2000", "H87"),
    ]
    proposal = suggest(Content(code["xml"].encode(), "AVIS_1.xml"), Answers())
    (by_hand,) = configured(code["toml"])
    assert proposal.layout is not None
    assert (dict(proposal.layout.paths), proposal.layout.lines) == (dict(by_hand.paths), by_hand.lines)
