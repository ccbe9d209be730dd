"""What decisions teach, said with them, listed, entered by hand, and taken back."""

from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from tests.cli.shell import Answer, inside, ordertrail

HEAD = (
    "document_type,document_number,issue_date,supplier,order_number,line,"
    "buyer_item,supplier_item,name,quantity,unit,unit_price"
)
ORDERS = (
    "order,P1,2026-03-01,ACME GmbH,,10,OUR-1,,Hex bolt,120,C62,1.00",
    "order,P2,2026-03-02,ACME GmbH,,10,OUR-1,,Hex bolt,240,C62,1.00",
)


def bill(
    number: str, order: str, cartons: int, *, price: str = "12.00", charge: str = "Nebenleistung"
) -> tuple[str, ...]:
    head = f"invoice,{number},2026-03-20,ACME GmbH,{order}"
    return (f"{head},1,,SUP-1,Zeug,{cartons},CT,{price}", f"{head},2,,,{charge},1,C62,4.00")


def drop(here: Path, name: str, *rows: str) -> None:
    (here / "inbox" / name).write_text("\n".join((HEAD, *rows)) + "\n", encoding="utf-8")
    assert ordertrail("run", cwd=here).code == 0


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two orders by the piece, and a bill by the carton with a charge that does not sound like one."""
    folder = tmp_path_factory.mktemp("pattern")
    inside("init", ".", "--language", "en", cwd=folder)
    for one in (folder / "inbox").rglob("*.*"):
        one.unlink()
    drop(folder, "orders.csv", *ORDERS)
    drop(folder, "bill.csv", *bill("R1", "P1", 10))
    return folder


@pytest.fixture
def here(pattern: Path, tmp_path: Path) -> Path:
    """The pattern, as a folder of the test's own."""
    return copytree(pattern, tmp_path, dirs_exist_ok=True)


def told(here: Path, *arguments: object) -> Any:
    answer = inside(*arguments, "--json", cwd=here)
    assert answer.code == 0, answer.err
    return answer.row


def known(here: Path, *arguments: object) -> list[Any]:
    return inside("learned", "--json", *arguments, cwd=here).rows


def show(here: Path, number: str) -> Any:
    return inside("show", number, "--json", cwd=here).row


def assign(here: Path, *options: str) -> Any:
    return told(here, "decide", "assign", "invoice R1", "1", "P1", "10", "--by", "eva", *options)


def test_an_assignment_teaches_item_and_unit_and_says_so(here: Path) -> None:
    made = assign(here)
    assert [(one["kind"], one["from"], one["to"], one["factor"], one["item"]) for one in made["learned"]] == [
        ("item", "SUP-1", "OUR-1", None, None),
        ("unit", "XCT", "C62", "12", "SUP-1"),
    ]
    assert {one["decision"] for one in made["learned"]} == {made["id"]}
    assert show(here, "P1")["lines"][0]["invoiced"] == "120"


def test_what_was_learned_places_the_next_document_and_stands_in_its_evidence(here: Path) -> None:
    assign(here)
    drop(here, "next.csv", *bill("R2", "P2", 5))
    (allocation,) = show(here, "P2")["lines"][0]["allocations"]
    assert (allocation["rule"], allocation["quantity"]) == ("item", "60")
    assert "is your item OUR-1: learned from decision 1" in allocation["evidence"]
    assert "learned from decision 1" in inside("explain", "P2", cwd=here).out.replace("\n", " ")


def test_nothing_is_taught_where_that_is_not_wanted_or_only_a_part_is_assigned(here: Path) -> None:
    assert assign(here, "--no-teach")["learned"] == []
    assert assign(here, "--quantity", "4")["learned"] == []
    assert known(here) == []


@pytest.mark.parametrize(("cartons", "price"), [(5, "12.00"), (10, "11.00"), (10, "")])
def test_a_part_another_price_or_none_tells_no_factor(here: Path, cartons: int, price: str) -> None:
    drop(here, "other.csv", *bill("R3", "P1", cartons, price=price))
    made = told(here, "decide", "assign", "invoice R3", "1", "P1", "10")
    assert [one["kind"] for one in made["learned"]] == ["item"]


def test_a_revoked_decision_takes_back_what_it_taught_but_for_what_was_confirmed(here: Path) -> None:
    made = assign(here)
    item = made["learned"][0]["id"]
    kept = told(here, "learned", "confirm", str(item), "--by", "anna")
    taken = told(here, "decide", "revoke", str(made["id"]))
    assert [one["kind"] for one in taken["learned"]] == ["item", "unit"]
    assert [(one["id"], one["kind"], one["by"], one["decision"]) for one in known(here)] == [
        (kept["id"], "item", "anna", None)
    ]
    assert {one["state"] for one in known(here, "--revoked")} == {"holds", "revoked"}


def test_a_line_that_is_a_charge_teaches_its_wording(here: Path) -> None:
    made = told(here, "decide", "charge", "invoice R1", "2", "--by", "eva")
    assert [(one["kind"], one["from"], one["to"]) for one in made["learned"]] == [("charge", "Nebenleistung", "charge")]
    drop(here, "next.csv", *bill("R2", "P2", 20, charge="NEBENLEISTUNG 3/2026"))
    unplaced = [one for one in inside("exceptions", "--json", cwd=here).rows if one["document"] == "invoice R2"]
    assert len(unplaced) == 1  # the line of goods
    assert "stands for a charge: learned from decision" in inside("explain", "P2", cwd=here).out.replace("\n", " ")
    inside("decide", "revoke", str(made["id"]), cwd=here)
    assert known(here) == []


def test_what_is_entered_replaces_what_was_known_and_both_are_told(here: Path) -> None:
    told(here, "learned", "add", "acme gmbh", "item", "SUP-1", "OUR-9")
    made = told(here, "learned", "add", "ACME GmbH", "item", "sup 1", "OUR-1", "--why", "new catalogue")
    assert (made["state"], made["replaces"]) == ("holds", [1])
    assert [(one["id"], one["state"], one["replaced_by"]) for one in known(here, "--revoked")] == [
        (1, "replaced", 2), (2, "holds", None),
    ]  # fmt: skip
    unit = inside("learned", "add", "ACME GmbH", "unit", "CT", "C62", "--factor", "12", cwd=here)
    assert "1 CT = 12" in unit.out
    assert show(here, "P1")["lines"][0]["invoiced"] == "120"
    assert told(here, "learned", "revoke", "3")["kind"] == "unit"
    assert show(here, "P1")["lines"][0]["invoiced"] == "0"


def test_the_configuration_goes_before_what_was_learned_and_that_is_told(here: Path) -> None:
    assign(here)
    with (here / "config.toml").open("a", encoding="utf-8") as config:
        config.write('\n[suppliers.acme]\nname = "ACME GmbH"\nitems = { "SUP-1" = "OUR-7" }\n')
    assert {one["kind"]: one["state"] for one in known(here, "--revoked")} == {"item": "configured", "unit": "holds"}
    assert "config.toml" in inside("learned", "add", "acme", "item", "SUP-1", "OUR-1", cwd=here).out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("add", "Acme Gmbb", "item", "S", "O"), "SUPPLIER_UNKNOWN"),
        (("add", "ACME GmbH", "item", "n/a", "O"), "LESSON_SAYS_NOTHING"),
        (("add", "ACME GmbH", "unit", "CT", "C62"), "FACTOR_NOT_USABLE"),
        (("add", "ACME GmbH", "unit", "CT", "C62", "--factor", "0"), "FACTOR_NOT_USABLE"),
        (("add", "ACME GmbH", "unit", "CT", "C62", "--factor", "1/0"), "FACTOR_NOT_USABLE"),
        (("add", "ACME GmbH", "unit", "DZN", "C62", "--factor", "10"), "LESSON_NOT_NEEDED"),
        (("add", "ACME GmbH", "charge", "Zeug", "gods"), "NATURE_UNKNOWN"),
        (("revoke", "7"), "LEARNED_UNKNOWN"),
        (("confirm", "7"), "LEARNED_UNKNOWN"),
    ],
)
def test_what_cannot_be_taught_is_refused_and_nothing_is_kept(
    here: Path, arguments: tuple[str, ...], code: str
) -> None:
    answer: Answer = inside("learned", *arguments, cwd=here)
    assert (answer.code, answer.refusal) == (2, code), answer.err
    assert known(here, "--revoked") == []


def test_the_same_twice_and_a_name_of_two_suppliers_are_refused(here: Path) -> None:
    told(here, "learned", "add", "ACME GmbH", "item", "S1", "O1")
    assert inside("learned", "add", "ACME GmbH", "item", "S1", "O1", cwd=here).refusal == "LESSON_KNOWN"
    head = HEAD.replace("supplier,", "supplier,supplier_id,", 1)
    rows = [f"order,P{n},2026-03-01,Twin Ltd,0088:{n}012345000009,,10,X,,Y,1,C62,1" for n in (4, 5)]
    (here / "inbox" / "twins.csv").write_text("\n".join((head, *rows)), encoding="utf-8")
    assert ordertrail("run", cwd=here).code == 0
    assert inside("learned", "add", "Twin Ltd", "item", "S1", "O1", cwd=here).refusal == "SUPPLIER_AMBIGUOUS"
    assert told(here, "learned", "add", "4012345000009", "item", "S1", "O1")["supplier"] == "Twin Ltd"


def test_the_workbook_and_its_tables_have_what_was_learned(here: Path) -> None:
    assign(here)
    assert ordertrail("report", cwd=here).code == 0
    tables = list((here / "reports" / "out").rglob("learned.csv"))
    assert len(tables) == 1
    assert "SUP-1" in tables[0].read_text(encoding="utf-8-sig")
