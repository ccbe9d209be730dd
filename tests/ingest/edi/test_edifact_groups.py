"""UN/EDIFACT: what stands in a group of segments is said of that group."""

from decimal import Decimal

import pytest

from tests.ingest.edi.edifact import only


def test_a_line_confirmed_in_schedules_is_confirmed_as_a_whole_by_the_last_day() -> None:
    schedules = ["SCC+1", "QTY+113:60:PCE", "DTM+67:20260310:102", "SCC+1", "QTY+113:40:PCE", "DTM+67:20260401:102"]
    (line,) = only("BGM+231+1+4", "LIN+1+3", "QTY+21:100:PCE", *schedules, kind="ORDRSP").lines
    assert (line.quantity, str(line.promised_date)) == (100, "2026-04-01")


def test_quantities_promised_one_after_the_other_add_up() -> None:
    parts = ["QTY+113:60:PCE", "DTM+67:20260310:102", "QTY+113:40:PCE", "DTM+67:20260401:102"]
    (line,) = only("BGM+231+1+4", "LIN+1+3", *parts, kind="ORDRSP").lines
    assert (line.quantity, str(line.promised_date)) == (100, "2026-04-01")


def test_what_is_confirmed_is_not_what_was_ordered() -> None:
    (line,) = only("BGM+231+1+4", "LIN+1+3", "QTY+21:100:PCE", "QTY+12:60:PCE", kind="ORDRSP").lines
    assert line.quantity == 60


@pytest.mark.parametrize("whole", [["QTY+21:100:PCE"], []])
def test_quantities_of_places_are_parts_of_the_line(whole: list[str]) -> None:
    places = ["LOC+7+4012345000016::9", "QTY+21:40:PCE", "LOC+7+4012345000023::9", "QTY+21:60:PCE"]
    (line,) = only("BGM+220+1", "LIN+1", *whole, "PRI+AAA:2", *places).lines
    assert line.quantity == 100


def test_one_quantity_in_two_units_is_not_added_up() -> None:
    (line,) = only("BGM+351+1", "CPS+1", "LIN+1", "QTY+12:48:PCE", "QTY+12:2:CT", kind="DESADV").lines
    assert (line.quantity, line.unit) == (48, "H87")


def test_batches_in_a_despatched_line_are_parts_of_it() -> None:
    batches = ["PCI+36E", "DTM+361:20270101:102", "QTY+12:20:PCE", "PCI+36E", "QTY+12:28:PCE"]
    (line,) = only("BGM+351+1", "CPS+1", "LIN+1", "QTY+12:48:PCE", *batches, kind="DESADV").lines
    assert line.quantity == 48


def test_what_is_said_of_packages_is_not_said_of_the_line_before_them() -> None:
    document = only(
        "BGM+351+1", "CPS+1", "RFF+ON:A1", "LIN+1", "QTY+12:4:PCE", "CPS+2+1", "PAC+3++201", "QTY+12:99:PCE",
        "PCI+33E", "RFF+ON:A2", "DTM+11:20260401:102", "LIN+2", "QTY+12:5:PCE", "LIN+3", "RFF+ON:A3", "QTY+12:6:PCE",
        kind="DESADV",
    )  # fmt: skip
    assert [(line.order_number, line.quantity, line.delivery_date) for line in document.lines] == [
        ("A1", 4, None),
        ("A2", 5, None),
        ("A3", 6, None),
    ]


def test_an_order_within_a_line_stays_that_lines() -> None:
    document = only("BGM+380+1", "LIN+1", "RFF+ON:A1:7", "QTY+47:4:PCE", "LIN+2", "QTY+47:1", kind="INVOIC")
    assert [(line.order_number, line.order_line) for line in document.lines] == [("A1", "7"), (None, None)]


def test_a_sub_line_of_a_line_that_is_not_there_is_a_line() -> None:
    document = only("BGM+220+1", "LIN+1", "QTY+21:1", "LIN+2+++1:9", "QTY+21:4", "LIN+3+++1:1", "QTY+21:2")
    assert [line.id for line in document.lines] == ["1", "2"]


def test_totals_that_stand_for_each_tax_rate_alone_are_added_up() -> None:
    taxes = ["TAX+7+VAT+++:::19", "MOA+125:100", "MOA+124:19", "TAX+7+VAT+++:::7", "MOA+125:50", "MOA+124:3.5"]
    document = only("BGM+380+1", "UNS+S", "MOA+77:172.5", *taxes, kind="INVOIC")
    assert document.totals is not None
    assert (document.totals.net, document.totals.tax, document.totals.gross) == (150, Decimal("22.5"), Decimal("172.5"))
    assert document.issues == ()


def test_charges_summed_up_after_the_lines_are_not_charged_twice() -> None:
    freight = ["ALC+C++++FC", "MOA+8:10"]
    total = ["UNS+S", "MOA+79:100", "MOA+125:110", "ALC+C++++FC", "MOA+131:10"]
    line = ["LIN+1", "QTY+47:1", "MOA+203:100"]
    assert [one.amount for one in only("BGM+380+1", *freight, *line, *total, kind="INVOIC").charges] == [10]
    assert [one.amount for one in only("BGM+380+1", *line, *total, kind="INVOIC").charges] == [10]


def test_a_gross_price_under_an_allowance_is_not_the_net_price() -> None:
    line = ["LIN+1", "QTY+47:10:PCE", "MOA+203:90", "PRI+AAB:10"]
    discounted = only("BGM+380+1", *line, "ALC+A", "PCD+3:10", kind="INVOIC").lines[0]
    assert (discounted.unit_price, only("BGM+380+1", "LIN+1", "PRI+AAB:10").lines[0].unit_price) == (9, 10)


def test_lines_may_begin_with_a_section_control() -> None:
    (line,) = only("BGM+380+1", "UNS+D", "LIN+1", "QTY+47:10:PCE", "MOA+203:90", "UNS+S", kind="INVOIC").lines
    assert line.line_amount == 90
