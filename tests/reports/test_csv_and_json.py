from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders.deviations import DeviationCode
from orders.wording import Language
from reports.report import Entry
from reports.sorting import SortedRows
from reports.tables import TABLES
from reports.tables.overview import OVERVIEW
from tests.reports.trade import AS_OF, arrivals, case, decided, deviation, edition, learned, line, order, trade
from tests.reports.written import csv_rows, json_rows, read_workbook, sheet_rows, shown, write_folder


@pytest.mark.parametrize(("language", "delimiter"), [("de", ";"), ("en", ","), ("fr", ";")])
def test_all_forms_of_the_report_have_the_same_rows(tmp_path: Path, language: Language, delimiter: str) -> None:
    entries: list[Entry] = [*trade(30), *decided(3), *learned(3), *arrivals(7)]
    write_folder(tmp_path, entries, edition(language=language))
    workbook = read_workbook(tmp_path, entries, language=language)
    for table, sheet in zip(TABLES, shown(workbook)[1:], strict=True):
        count = len(sheet_rows(sheet))
        assert count > 0
        assert len(csv_rows(tmp_path / f"{table.name}.csv", delimiter)) == count
        assert len(json_rows(tmp_path / f"{table.name}.json")) == count
    assert csv_rows(tmp_path / f"{OVERVIEW.name}.csv", delimiter)


@pytest.mark.parametrize(
    ("language", "price", "day", "status"),
    [
        ("de", "0,1245", "31.03.2026", "Bearbeitung ausstehend"),
        ("en", "0.1245", "2026-03-31", "Pending"),
        ("fr", "0,1245", "31/03/2026", "En attente"),
    ],
)
def test_csv_is_written_as_the_language_writes(
    tmp_path: Path, language: Language, price: str, day: str, status: str
) -> None:
    one = line(unit_price=Decimal("0.1245"), requested_date=AS_OF)
    write_folder(tmp_path, [case(order("4500017", one))], edition(language=language))
    path = tmp_path / "open_lines.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf"), (
        "Excel takes a file without the mark for the system's encoding"
    )
    (row,) = csv_rows(path, "," if language == "en" else ";")
    assert {price, day, status} <= set(row.values())


def test_json_has_stable_keys_codes_and_exact_numbers(tmp_path: Path) -> None:
    one = line(ordered=Decimal("10.00"), open_to_receive=Fraction(7, 12), requested_date=AS_OF)
    write_folder(tmp_path, [case(order("4500017", one))], edition())
    (row,) = json_rows(tmp_path / "open_lines.json")
    assert (row["order"], row["status"], row["unit"]) == ("4500017", "pending", "C62")
    assert (row["ordered"], row["open_to_receive"], row["requested_date"]) == ("10", "0.583333", "2026-03-31")
    assert "confirmed_date" not in row


def test_json_says_where_the_original_is(tmp_path: Path) -> None:
    (file,) = arrivals(1)
    write_folder(tmp_path, [file], edition())
    (row,) = json_rows(tmp_path / "files.json")
    assert (row["file"], row["file_file"]) == (file.name, file.original)
    assert row["received_at"] == file.received_at.isoformat()


def test_an_empty_table_is_a_heading_in_csv_and_an_empty_list_in_json(tmp_path: Path) -> None:
    write_folder(tmp_path, [], edition())
    assert csv_rows(tmp_path / "orders.csv") == []
    assert (tmp_path / "orders.csv").read_text(encoding="utf-8-sig").startswith("Bestellung;Lieferant;")
    assert json_rows(tmp_path / "orders.json") == []


def test_the_key_figures_are_a_table_too(tmp_path: Path) -> None:
    late = line(requested_date=AS_OF - timedelta(days=30))
    stake = deviation(DeviationCode.PRICE_OVER, amount=Decimal(7), currency="EUR")
    pounds = order("2", line(), currency="GBP")
    figures = write_folder(tmp_path, [case(order("4500017", late), deviations=(stake,)), case(pounds)], edition())
    found = {(row["figure"], row.get("currency")): row for row in json_rows(tmp_path / "overview.json")}
    assert found["figure.orders", None]["count"] == 2
    assert found["figure.overdue", "EUR"]["amount"] == "100.00"
    assert found["due.late_22", "EUR"]["count"] == 1
    assert found["deviation.price_over", "EUR"]["amount"] == "7.00"
    assert found["figure.open_lines", "GBP"]["amount"] == "100.00"
    assert figures.currencies == ("EUR", "GBP")


def test_the_overview_speaks_of_the_currency_with_the_most_orders_and_never_of_none(tmp_path: Path) -> None:
    entries = [
        case(order(str(n), currency=currency)) for n, currency in enumerate([None, None, None, "GBP", "GBP", "EUR"])
    ]
    assert write_folder(tmp_path, entries, edition()).currencies == ("GBP", "EUR", "")


def test_the_exceptions_with_the_most_money_lead(tmp_path: Path) -> None:
    entries = [
        case(order(str(n)), deviations=(deviation(order=f"{n}@werk", order_number=str(n), amount=Decimal(n)),))
        for n in range(1, 16)
    ]
    known = deviation(DeviationCode.LATE_RECEIPT, order="1@werk", amount=Decimal(99), currency="EUR")
    figures = write_folder(tmp_path, [*entries, case(deviations=(known,))], edition())
    assert [leader.amount for leader in figures.leaders] == list(range(15, 5, -1))
    assert figures.exceptions.money["EUR"] == 120 + 99
    assert figures.at_stake.money["EUR"] == 120, "what is only to be known puts nothing at stake"


def test_exceptions_of_all_cases_stand_in_the_order_of_their_rank(tmp_path: Path) -> None:
    write_folder(tmp_path, trade(150), edition())
    severities = [row["severity"] for row in json_rows(tmp_path / "exceptions.json")]
    assert len(set(severities)) > 1
    assert severities == sorted(severities, key=["block", "review", "info"].index)


@given(st.lists(st.integers(0, 9), max_size=60), st.integers(1, 7))
def test_rows_come_back_sorted_and_stable_however_small_memory_is(ranks: list[int], run: int) -> None:
    with SortedRows(run=run) as rows:
        for place, rank in enumerate(ranks):
            rows.add((rank,), (rank, place))
        assert list(rows) == sorted((rank, place) for place, rank in enumerate(ranks))
