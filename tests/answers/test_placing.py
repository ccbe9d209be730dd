"""What belongs nowhere is placed in the workbook: a line is a charge, a document without lines goes to an order."""

from pathlib import Path
from typing import Any

import pytest

from tests.answers.sheets import Filled, refusals, report, rows
from tests.cli.shell import inside, ordertrail

STRAY = (
    "document_type,document_number,issue_date,supplier,order_number,line,supplier_item,name,quantity,unit,unit_price,"
    "net\n"
    "invoice,R-1,2026-10-10,Eastfield Bearings,4599998,1,,Lime wash,1,C62,12.00,12.00\n"
    "invoice,R-2,2026-10-11,Eastfield Bearings,,,,,,,,60.00\n"
    "invoice,R-3,2026-10-11,Eastfield Bearings,4599997,,,,,,,70.00\n"
)


@pytest.fixture
def strays(here: Path) -> Path:
    """The demonstration with an invoice for an order nobody knows, and two without lines."""
    (here / "inbox" / "strays.csv").write_text(STRAY, encoding="utf-8")
    assert ordertrail("run", cwd=here).code == 0
    return here


def filed(here: Path) -> str:
    (row,) = (row for row in inside("files", "--json", cwd=here).rows if row["name"].endswith("decided.xlsx"))
    return str(row["message"])


def made(here: Path) -> list[Any]:
    return inside("decide", "list", "--json", cwd=here).rows


def offered(filled: Filled, row: int) -> list[str]:
    name = filled.sheet.cell(row, filled.column("ordertrail-menu")).value
    place = filled.book.defined_names[name].attr_text
    return [cell.value for cells in filled.book["Choices"][place.rpartition("!")[2]] for cell in cells]


def test_a_line_is_called_a_charge_and_a_document_without_lines_goes_to_an_order(strays: Path) -> None:
    filled = Filled(report(strays))
    line, whole = filled.find(Document="R-1"), filled.find(Document="R-2", Exception="Line not matched")
    assert offered(filled, line) == ["Assign to …", "Is a charge", "Accept", "Reject"]
    assert offered(filled, whole) == ["Assign to …", "Accept", "Reject"]
    filled.write(line, "Is a charge", "agreed in the contract")
    filled.write(whole, to="4500108", why="they forgot the number")
    filled.write(filled.find(Document="R-3", Exception="Order not found"), "Assign to …")
    filled.save(strays / "inbox" / "decided.xlsx")
    assert ordertrail("run", cwd=strays).code == 0
    assert {
        (one["kind"], one["document"], one["document_line"], one["order"], one["line"]) for one in made(strays)
    } == {
        ("charge", "invoice R-1", "1", None, None),
        ("assign", "invoice R-2", None, "4500108", None),
    }
    assert "The order that the document belongs to is missing" in filed(strays)
    assert refusals(strays) == ["ORDER_NOT_NAMED"]
    order = inside("show", "4500108", "--json", cwd=strays).row
    assert (order["status"], order["tracks"]["invoicing"]) == ("partially_invoiced", "partially_invoiced")
    left = [row for row in rows(Filled(report(strays)).sheet) if row["Document"] in ("R-1", "R-2")]
    assert [row["Exception"] for row in left if row["Exception"] in ("Line not matched", "Order not found")] == []
    assert ordertrail("rebuild", "--check", cwd=strays).code == 0


def invoiced(here: Path, number: str) -> list[Any]:
    """What counts for an order of bills as a whole: document, amount, rule."""
    rows = inside("explain", number, "--json", cwd=here).rows
    return [row for row in rows if row["kind"] == "allocation" and row["document"] in ("invoice R-2", "invoice R-3")]


def rest(here: Path, document: str) -> list[Any]:
    """The amounts of a document that belong to no order."""
    rows = inside("exceptions", "--json", cwd=here).rows
    return [
        row["amount"]
        for row in rows
        if row["document"] == document and row["code"] in ("line_unmatched", "order_not_found")
    ]


def test_a_bill_without_lines_is_split_over_orders_by_amounts(strays: Path) -> None:
    assert rest(strays, "invoice R-3") == ["70.00"]
    first = inside("decide", "assign", "invoice R-3", "4500108", "--amount", "40", "--json", cwd=strays).row
    assert (first["amount"], first["quantity"]) == ("40", None)
    assert rest(strays, "invoice R-3") == ["30.00"]
    assert inside("decide", "assign", "invoice R-3", "4500102", "--amount", "30.01", cwd=strays).refusal == (
        "AMOUNT_TOO_LARGE"
    )
    assert inside("decide", "assign", "invoice R-3", "4500107", "--amount", "30", cwd=strays).code == 0
    assert rest(strays, "invoice R-3") == []
    for number, amount in (("4500108", "40.00"), ("4500107", "30.00")):
        (told,) = invoiced(strays, number)
        assert amount in told["sentence"], told
        assert f"to order {number}; without lines only its value counts" in told["sentence"]
    assert ordertrail("rebuild", "--check", cwd=strays).code == 0
    inside("decide", "revoke", first["id"], cwd=strays)
    assert (rest(strays, "invoice R-3"), invoiced(strays, "4500108")) == (["40.00"], [])
    assert inside("decide", "assign", "invoice R-3", "4500108", cwd=strays).code == 0
    assert (rest(strays, "invoice R-3"), invoiced(strays, "4500107")) == ([], []), "the newest word is: all of it"


def test_a_bill_without_lines_is_split_in_the_workbook_by_copying_its_row(strays: Path) -> None:
    filled = Filled(report(strays))
    row = filled.find(Document="R-2", Exception="Line not matched")
    filled.write(row, to="4500108", quantity=45)
    copied = filled.sheet.max_row + 1
    for cell in filled.sheet[row]:
        filled.sheet.cell(copied, cell.column).value = cell.value
    filled.write(copied, to="4500107", quantity="10.5", why="theirs too")
    filled.save(strays / "inbox" / "decided.xlsx")
    assert ordertrail("run", cwd=strays).code == 0
    assert {(one["order"], one["amount"], one["quantity"]) for one in made(strays)} == {
        ("4500108", "45", None),
        ("4500107", "10.5", None),
    }
    told = [row["What differs"] for row in rows(Filled(report(strays)).sheet) if row["Document"] == "R-2"]
    assert "4.50 of invoice R-2 are not assigned to any order yet." in told


def test_the_command_line_puts_a_document_on_an_order_and_takes_it_back(strays: Path) -> None:
    put = inside("decide", "assign", "invoice R-3", "4500108", "--why", "mistyped", "--json", cwd=strays)
    assert (put.code, put.row["changes"][0]["after"]) == (0, "partially_invoiced")
    said = inside("explain", "4500108", cwd=strays).out
    assert "assigned invoice R-3 to order 4500108; without lines only its value counts. mistyped." in " ".join(
        said.split()
    )
    back = inside("decide", "revoke", put.row["id"], "--json", cwd=strays)
    assert back.row["changes"][0]["after"] == "partially_confirmed"
    assert ordertrail("rebuild", "--check", cwd=strays).code == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("invoice R-1", "4500108"), "LINES_TO_ASSIGN"),
        (("invoice R-2", "4599990"), "ORDER_UNKNOWN"),
        (("order 4500108", "4500102"), "LINES_TO_ASSIGN"),
        (("invoice R-2", "1", "4500108", "10"), "DOCUMENT_LINE_UNKNOWN"),
        (("invoice R-2", "4500108", "--amount", "0"), "AMOUNT_NOT_USABLE"),
        (("invoice R-2", "4500108", "--amount", "60.01"), "AMOUNT_TOO_LARGE"),
        (("invoice R-2", "4500108", "--amount", "sixty"), "QUANTITY_NOT_USABLE"),
        (("invoice R-1", "1", "4500108", "10", "--amount", "5"), "AMOUNT_NOT_USABLE"),
        (("invoice R-2", "4500108", "--quantity", "2"), "QUANTITY_NOT_USABLE"),
        (("invoice R-2", "1", "4500108"), "WHAT_TO_ASSIGN"),
    ],
)
def test_what_cannot_be_put_on_an_order_as_a_whole_is_refused(
    strays: Path, arguments: tuple[str, ...], code: str
) -> None:
    assert inside("decide", "assign", *arguments, cwd=strays).refusal == code
    assert made(strays) == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "ohne Zeilen die Bestellung allein"),
        ("en", "without lines, the order alone"),
        ("fr", "sans lignes, la commande seule"),
    ],
)
def test_an_assignment_that_says_too_much_is_refused_in_the_language_of_the_configuration(
    strays: Path, language: str, said: str
) -> None:
    config = strays / "config.toml"
    config.write_text(config.read_text("utf-8").replace('language = "en"', f'language = "{language}"'), "utf-8")
    answer = ordertrail("decide", "assign", "invoice R-2", "1", "4500108", "10", "20", cwd=strays)
    assert (answer.code, said in answer.err) == (2, True), answer.err
    assert made(strays) == []
