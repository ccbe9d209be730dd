"""`explain` names the tolerance that applied and where it is set: to what goes beyond it, and to what is forgiven."""

from pathlib import Path

import pytest

from tests.cli.shell import inside, ordertrail

COLUMNS = ("document_type", "document_number", "issue_date", "supplier", "order_number", "line", "order_line")
HEAD = ",".join((*COLUMNS, "buyer_item", "quantity", "unit", "unit_price")) + "\n"
ROWS = (
    "order,P1,2026-03-01,ACME,,10,,A-1,100,C62,2.00\n"
    "receipt_advice,WE1,2026-03-20,ACME,P1,1,10,A-1,98,C62,\n"
    "invoice,R1,2026-03-21,ACME,P1,1,10,A-1,98,C62,2.20\n"
)
CONFIG = """
[tolerance]
quantity_under = "2 %"
[suppliers.acme]
name = "ACME"
tolerance = { price_over = "5 value" }
"""


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explained")
    (folder / "inbox").mkdir()
    (folder / "inbox" / "all.csv").write_text(HEAD + ROWS, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("language", "beyond", "forgiven"),
    [
        (
            "de",
            "Erlaubt: 0,05102 (Toleranz aus: Lieferant).",
            "Position 10: 2 Stk sind nicht eingegangen; das ist in der Toleranz (aus: Vorgabe)",
        ),
        (
            "en",
            "Allowed: 0.05102 (tolerance set by: supplier).",
            "Line 10: 2 pcs were not received, which is within tolerance",
        ),
        ("fr", "Admis : 0,05102 (tolérance selon : fournisseur).", "Ligne 10 : il manque 2 pce à la réception"),
    ],
)
def test_an_explanation_names_the_tolerance_and_where_it_is_set(
    here: Path, language: str, beyond: str, forgiven: str
) -> None:
    (here / "config.toml").write_text(f'language = "{language}"\n{CONFIG}', encoding="utf-8")
    assert ordertrail("run", cwd=here).code == 0
    said = [row["sentence"] for row in inside("explain", "P1", "--json", cwd=here).rows]
    assert any(beyond in sentence for sentence in said), said
    assert any(forgiven in sentence for sentence in said), said
    assert inside("show", "P1", "--json", cwd=here).row["status"] == "invoiced"
