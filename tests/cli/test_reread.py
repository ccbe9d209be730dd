"""`rebuild --reread`: the archived files say what today's readers and layouts understand, everything else stays."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.shell import Answer, inside

ORDER = """document_type;document_number;issue_date;supplier;line;quantity;unit;unit_price
order;4711;2026-03-01;ACME GmbH;10;10;C62;2.00
order;4711;2026-03-01;ACME GmbH;20;5;C62;3.00
"""
NOTES = """Beleg;Sammel;Datum;Best;P;M1;M2
L1;S9;2026-03-20;4711;10;4;10
L2;S9;2026-03-21;4711;20;2;5
"""
CONFIG = """language = "en"
[run]
settle_seconds = 0.05
processes = 1
[reports]
formats = ["json"]
[suppliers.acme]
name = "ACME GmbH"
[[layouts]]
name = "notes"
files = "notes.csv"
type = "despatch_advice"
supplier = "acme"
[layouts.columns]
document_number = "{number}"
issue_date = "Datum"
order_number = "Best"
order_line = "P"
quantity = "{quantity}"
"""


def configure(folder: Path, *, number: str = "Beleg", quantity: str = "M1") -> None:
    text = CONFIG.format(number=number, quantity=quantity)
    (folder / "config.toml").write_text(text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    configure(tmp_path)
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "order.csv").write_text(ORDER, encoding="utf-8")
    (tmp_path / "inbox" / "notes.csv").write_text(NOTES, encoding="utf-8")
    assert inside("run", cwd=tmp_path).code == 0
    return tmp_path


def shipped(folder: Path) -> list[str]:
    return [line["shipped"] for line in inside("show", "4711", "--json", cwd=folder).row["lines"]]


def documents(folder: Path) -> list[str]:
    shown = inside("show", "4711", "--json", cwd=folder).row["documents"]
    return sorted(one["number"] for one in shown if one["type"] == "despatch_advice")


def reread(folder: Path) -> Answer:
    answer = inside("rebuild", "--reread", "--json", cwd=folder)
    assert inside("rebuild", "--check", cwd=folder).code == 0
    return answer


def test_a_file_that_another_layout_reads_otherwise_says_what_it_says_now(folder: Path) -> None:
    assert shipped(folder) == ["4", "2"]
    configure(folder, quantity="M2")
    assert inside("rebuild", "--json", cwd=folder).row == {"orders": 1}
    assert shipped(folder) == ["4", "2"]
    (file,) = reread(folder).row["files"]
    assert (file["name"], file["code"]) == ("notes.csv", None)
    assert shipped(folder) == ["10", "5"]


def test_reading_again_what_nothing_changed_changes_nothing(folder: Path) -> None:
    assert reread(folder).row == {"orders": 1, "files": []}


def test_check_only_says_which_files_would_be_read_otherwise(folder: Path) -> None:
    configure(folder, quantity="M2")
    before = (folder / "ordertrail.db").read_bytes()
    answer = inside("rebuild", "--reread", "--check", "--json", cwd=folder)
    assert answer.code == 1
    assert [
        (row["table"], row["kind"], row["key"].split()[1]) for row in answer.rows if row["table"] == "documents"
    ] == [("documents", "different", "notes.csv")]
    assert (folder / "ordertrail.db").read_bytes() == before
    assert shipped(folder) == ["4", "2"]


def test_a_file_may_hold_fewer_documents_than_it_did_and_more(folder: Path) -> None:
    configure(folder, number="Sammel")
    assert len(reread(folder).row["files"]) == 1
    assert documents(folder) == ["S9"]
    assert shipped(folder) == ["4", "2"]
    configure(folder)
    assert len(reread(folder).row["files"]) == 1
    assert documents(folder) == ["L1", "L2"]


SOUGHT = """Beleg;Sammel;Datum;Artikel;M1
L1;S9;2026-03-20;A1;4
L2;S9;2026-03-21;B2;2
"""
BY_ITEM = CONFIG.replace('order_number = "Best"\norder_line = "P"', 'buyer_item = "{item}"')


def configure_by_item(folder: Path, *, number: str, item: str) -> None:
    text = BY_ITEM.format(number=number, quantity="M1", item=item)
    (folder / "config.toml").write_text(text, encoding="utf-8")


def items(folder: Path) -> list[list[tuple[object, ...]]]:
    queries = (
        "SELECT number, day, seeks, items FROM document_items JOIN documents ON id = document_id",
        "SELECT number, term, day FROM item_terms JOIN documents ON id = document_id",
    )
    with closing(sqlite3.connect(folder / "ordertrail.db")) as database:
        return [sorted(database.execute(query)) for query in queries]


@pytest.mark.parametrize("before", [("Beleg", "Artikel"), ("Sammel", "Artikel"), ("Beleg", "Sammel")])
@pytest.mark.parametrize("after", [("Beleg", "Artikel"), ("Sammel", "Artikel")])
def test_what_is_read_again_is_found_by_the_items_that_it_names_now(
    tmp_path: Path, before: tuple[str, str], after: tuple[str, str]
) -> None:
    reread_folder, fresh = tmp_path / "reread", tmp_path / "fresh"
    for place, (number, item) in ((reread_folder, before), (fresh, after)):
        (place / "inbox").mkdir(parents=True)
        configure_by_item(place, number=number, item=item)
        (place / "inbox" / "notes.csv").write_text(SOUGHT, encoding="utf-8")
        assert inside("run", cwd=place).code == 0
    configure_by_item(reread_folder, number=after[0], item=after[1])
    assert len(reread(reread_folder).row["files"]) == (before != after)
    assert items(reread_folder) == items(fresh)
    assert all(items(fresh))


def test_a_document_that_somebody_decided_on_is_not_lost(folder: Path) -> None:
    assert inside("decide", "duplicate", "despatch_advice L2", "--why", "twice", cwd=folder).code == 0
    configure(folder, number="Sammel")
    (file,) = reread(folder).row["files"]
    assert file["code"] == "DOCUMENT_DECIDED"
    assert documents(folder) == ["L1", "L2"]


def test_a_file_that_nothing_reads_any_more_stays_as_it_was(folder: Path) -> None:
    configure(folder, quantity="M7")
    (file,) = reread(folder).row["files"]
    assert file["code"]
    assert shipped(folder) == ["4", "2"]


def test_a_damaged_original_is_not_read(folder: Path) -> None:
    (original,) = (path for path in (folder / "archive").rglob("*.csv") if b"Beleg" in path.read_bytes())
    original.chmod(0o640)
    original.write_bytes(original.read_bytes().replace(b";4;", b";9;"))
    (file,) = reread(folder).row["files"]
    assert file["code"] == "STORE_HASH_MISMATCH"
    assert shipped(folder) == ["4", "2"]


def test_what_was_tampered_with_in_the_database_is_read_from_the_original(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "ordertrail.db")) as database:
        changed = database.execute("""UPDATE documents SET body = replace(body, '"quantity":"4"', '"quantity":"9"')""")
        assert changed.rowcount
        database.commit()
    assert inside("rebuild", cwd=folder).code == 0
    assert shipped(folder) == ["9", "2"]
    reread(folder)
    assert shipped(folder) == ["4", "2"]


def test_people_are_told_what_was_read_otherwise_and_what_was_left(folder: Path) -> None:
    configure(folder, quantity="M2")
    answer = inside("rebuild", "--reread", cwd=folder)
    assert (answer.code, answer.out) == (0, "")
    assert "Files that are read differently by now: 1; left as they were: 0." in answer.err
