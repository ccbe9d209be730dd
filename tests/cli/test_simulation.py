"""`tolerance simulate` over the demo's documents: what it says is what happens, and nothing is touched."""

import json
import shutil
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from ordertrail.store.engine import open_store
from ordertrail.store.tables import METADATA
from tests.cli.shell import inside, ordertrail

TRIED = ("tolerance.price_over=50 %", "tolerance.quantity_under=20 %", "options.order_response=false")


def rows_of(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    with (
        closing(open_store(f"sqlite:///{folder / 'ordertrail.db'}", create=False, archive_in_use=True)) as store,
        store.reading() as connection,
    ):
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in METADATA.sorted_tables
        }


def simulated(folder: Path, *arguments: str) -> list[Any]:
    answer = inside("tolerance", "simulate", *arguments, "--json", cwd=folder)
    assert answer.code == 0, answer.err
    return answer.rows


def settings(*tried: str) -> list[str]:
    return [part for one in tried for part in ("--set", one)]


def test_nothing_in_the_database_changes(worked: Path) -> None:
    before = rows_of(worked)
    files = sorted(path for path in worked.rglob("*") if "ordertrail.db" not in path.name)
    simulated(worked, *settings(*TRIED), "--details")
    assert rows_of(worked) == before
    assert sorted(path for path in worked.rglob("*") if "ordertrail.db" not in path.name) == files


def test_what_it_says_is_what_the_other_configuration_makes_of_it(worked: Path, tmp_path: Path) -> None:
    *details, summary = simulated(worked, *settings(*TRIED), "--details")
    there = tmp_path / "there"
    shutil.copytree(worked, there)
    written = (there / "config.toml").read_text(encoding="utf-8")
    written = written.replace('price_over = "0"', 'price_over = "50 %"').replace(
        'quantity_under = "0"', 'quantity_under = "20 %"'
    )
    (there / "config.toml").write_text(
        written.replace("order_response = true", "order_response = false"), encoding="utf-8"
    )
    assert ordertrail("run", cwd=there).code == 0
    before, after = all_deviations(worked), all_deviations(there)
    assert summary["before"] == before.total()
    assert summary["after"] == after.total()
    assert counted(details, "vanished") == before - after
    assert counted(details, "appeared") == after - before
    statuses = {row["order"]: row["status"] for row in inside("orders", "--json", cwd=there).rows}
    moved = {row["order"]: row["after"] for row in details if row["kind"] == "status"}
    assert moved
    assert {order: statuses[order] for order in moved} == moved


def all_deviations(folder: Path) -> Counter[str]:
    orders = inside("orders", "--json", cwd=folder).rows
    lost = [row for row in inside("exceptions", "--json", cwd=folder).rows if row["order"] is None]
    known = [one | {"order": order["order"]} for order in orders for one in order["deviations"]]
    return Counter(named(one) for one in (*known, *lost))


def counted(details: list[Any], turn: str) -> Counter[str]:
    return Counter(named(row) for row in details if row.get("change") == turn)


def named(one: Any) -> str:
    return json.dumps([one[key] for key in ("order", "line", "code", "document", "amount")])


def test_another_file_is_tried_as_a_whole(worked: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text(
        '[tolerance]\nprice_over = "50 %"\nquantity_under = "20 %"\n[options]\norder_response = false\n',
        encoding="utf-8",
    )
    by_file = simulated(worked, "--policy", str(other))
    written = (worked / "config.toml").read_text(encoding="utf-8")
    assert "[suppliers.acme]" not in written.replace("#[suppliers.acme]", "")
    assert by_file == simulated(worked, *settings(*TRIED))


def test_it_can_be_asked_of_one_supplier_and_of_some_days(worked: Path) -> None:
    (whole,) = simulated(worked, *settings(*TRIED))
    names = {one["supplier"] for one in whole["suppliers"]} - {None}
    for name in names:
        (part,) = simulated(worked, *settings(*TRIED), "--supplier", name)
        assert {one["supplier"] for one in part["suppliers"]} == {name}
        assert part["before"] == next(one["before"] for one in whole["suppliers"] if one["supplier"] == name)
    (none,) = simulated(worked, *settings(*TRIED), "--to", "1999-12-31")
    assert (none["before"], none["orders"]) == (0, 0)


def test_several_processes_say_the_same_as_one(worked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = simulated(worked, *settings(*TRIED), "--details")
    monkeypatch.setattr("ordertrail.simulating.simulation.FEW", 0)
    monkeypatch.setenv("ORDERTRAIL_RUN__PROCESSES", "2")
    assert simulated(worked, *settings(*TRIED), "--details") == alone


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", ("entfällt", "Preis zu hoch", "Nur gerechnet")), ("en", ("vanishes",)), ("fr", ("disparaît",))],
)
def test_people_see_it_by_kind_and_by_supplier_in_their_language(
    worked: Path, language: str, said: tuple[str, ...]
) -> None:
    answer = ordertrail(
        "tolerance", "simulate", *settings(*TRIED), "--details", cwd=worked, environ={"ORDERTRAIL_LANGUAGE": language}
    )
    assert answer.code == 0
    for word in said:
        assert word in answer.out + answer.err
    assert "EUR" in answer.out


@pytest.mark.parametrize(
    ("arguments", "refusal"),
    [
        ((), "NOTHING_TRIED"),
        (("--set", "tolerance"), "SETTING_UNREADABLE"),
        (("--set", "= 3"), "SETTING_UNREADABLE"),
        (("--set", "tolerance.price_ovr=2 %"), "CONFIG_WRONG"),
        (("--set", "tolerance.price_over=much"), "CONFIG_WRONG"),
        (("--set", "database.url=sqlite:///x.db"), "SETTING_NOT_TRIED"),
        (("--set", "suppliers.nobody.tolerance.price_over=2 %"), "SUPPLIER_UNKNOWN"),
        (("--set", "tolerance.price_over=0"), "POLICY_SAME"),
        (("--policy", "there-is-none.toml"), "CONFIG_MISSING"),
        (("--set", "tolerance.price_over=1", "--from", "2026-02-01", "--to", "2026-01-01"), "DAYS_REVERSED"),
    ],
)
def test_what_cannot_be_tried_is_refused_with_the_reason(
    worked: Path, arguments: tuple[str, ...], refusal: str
) -> None:
    answer = inside("tolerance", "simulate", *arguments, cwd=worked)
    assert (answer.code, answer.refusal) == (2, refusal)


SUPPLIERS_TO_TRY = (
    ("de", '[suppliers.acme]\nname = "A"\n', 'meinten Sie "acme"?'),
    ("en", '[suppliers.acme]\nname = "A"\n', 'did you mean "acme"?'),
    ("fr", '[suppliers.nordlicht]\nname = "N"\n[suppliers.birch]\nname = "B"\n', "il y a : birch, nordlicht."),
    ("de", "", "sie nennt keinen Lieferanten."),
)


@pytest.mark.parametrize(("language", "suppliers", "said"), SUPPLIERS_TO_TRY)
@pytest.mark.parametrize(
    "arguments",
    [
        ("tolerance", "simulate", "--set", "suppliers.acne.tolerance.price_over=2 %"),
        ("layout", "suggest", "some.csv", "--supplier", "acne"),
    ],
    ids=["simulate", "suggest"],
)
def test_a_supplier_that_is_not_configured_is_refused_in_the_language_of_the_configuration(
    tmp_path: Path, arguments: tuple[str, ...], language: str, suppliers: str, said: str
) -> None:
    (tmp_path / "config.toml").write_text(f'language = "{language}"\n{suppliers}', encoding="utf-8")
    refused = inside(*arguments, cwd=tmp_path)
    assert (refused.refusal, said in refused.err) == ("SUPPLIER_UNKNOWN", True), refused.err


def test_a_supplier_that_is_not_configured_can_be_tried_with_its_name(worked: Path) -> None:
    key = "suppliers.dv.name=Duval Fournitures"
    (summary,) = simulated(worked, "--set", key, "--set", 'suppliers."dv".options={ shipping = false }')
    assert {one["before"] for one in summary["statuses"]} == {"shipped", "partially_shipped"}
