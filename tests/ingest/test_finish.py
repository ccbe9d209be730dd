from datetime import date
from decimal import Decimal

import pytest

from ingest.checks import that_come_to
from ingest.finish import MAX_LINES, finish
from ingest.record import Record
from orders.document import Charge, Document, Party, PartyId
from orders.errors import Reject


def finished(*lines: Record, **record: object) -> Document:
    return finish({"type": "invoice", "number": "1", "format": "test", "lines": list(lines), **record})


def codes(document: Document) -> list[str]:
    return [issue.code for issue in document.issues]


def amount(text: str, **line: object) -> Record:
    return {"line_amount": Decimal(text), **line}


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("order", "requested_date"),
        ("order_change", "requested_date"),
        ("order_response", "promised_date"),
        ("despatch_advice", "delivery_date"),
        ("receipt_advice", "delivery_date"),
    ],
)
def test_the_date_of_the_head_is_that_of_the_lines_that_have_none(kind: str, field: str) -> None:
    own = date(2026, 5, 1)
    document = finished({"id": "1"}, {"id": "2", field: own}, type=kind, delivery_date=date(2026, 4, 1))
    assert [getattr(line, field) for line in document.lines] == [date(2026, 4, 1), own]


def test_the_date_of_an_invoice_is_that_of_its_head_alone() -> None:
    document = finished({"id": "1"}, delivery_date=date(2026, 4, 1))
    assert document.lines[0].delivery_date is None


def test_sums_that_agree_are_no_issue() -> None:
    totals = {"lines": Decimal("30.00"), "net": Decimal("35.00"), "tax": Decimal("6.65"), "gross": Decimal("41.65")}
    charges = [{"amount": Decimal("7.00")}, {"amount": Decimal("-2.00")}]
    assert codes(finished(amount("10.00"), amount("20.00"), totals=totals, charges=charges)) == []


@pytest.mark.parametrize(
    ("totals", "said"),
    [
        ({"lines": "31"}, "the sum of the lines is given as 31"),
        ({"lines": "30", "net": "31"}, "the net total is given as 31"),
        ({"net": "31"}, "the net total is given as 31"),
        ({"net": "30", "tax": "6", "gross": "37"}, "the gross total is given as 37"),
    ],
)
def test_a_sum_that_is_not_that_of_its_parts_is_an_issue(totals: dict[str, str], said: str) -> None:
    stated = {name: Decimal(text) for name, text in totals.items()}
    document = finished(amount("10.00"), amount("20.00"), totals=stated)
    (issue,) = document.issues
    assert issue.code == "total_mismatch"
    assert issue.where == "totals"
    assert said in issue.message
    assert {name: getattr(document.totals, name) for name in totals} == stated


def test_a_sum_is_not_asked_for_where_a_line_has_no_amount() -> None:
    assert codes(finished(amount("10.00"), {"id": "2"}, totals={"lines": Decimal(30), "net": Decimal(30)})) == []


def test_a_cent_of_rounding_is_no_fault() -> None:
    assert codes(finished(amount("10.00"), totals={"lines": Decimal("10.01")})) == []
    assert codes(finished(*[amount("0.333")] * 9, totals={"lines": Decimal("3.05")})) == []
    assert codes(finished(*[amount("0.33")] * 9, totals={"lines": Decimal("3.05")})) == ["total_mismatch"]


def test_a_document_without_a_number_is_kept_for_its_lines() -> None:
    document = finished({"id": "1"}, number=None)
    assert (document.number, codes(document)) == (None, ["NUMBER_MISSING"])


def test_a_document_without_number_and_lines_is_none() -> None:
    with pytest.raises(Reject) as caught:
        finished(number="")
    assert caught.value.code == "DOCUMENT_EMPTY"


def test_a_document_without_lines_is_kept_for_its_number() -> None:
    assert finished().lines == ()


def test_a_document_has_no_more_than_a_hundred_thousand_lines() -> None:
    with pytest.raises(Reject) as caught:
        finished(*[{}] * (MAX_LINES + 1))
    assert (caught.value.code, caught.value.message) == (
        "TOO_MANY_LINES",
        "The document has 100,001 lines; the limit is 100,000.",
    )


def test_a_value_that_does_not_fit_its_field_is_left_out_with_an_issue() -> None:
    document = finished({"id": "1", "quantity": Decimal("NaN"), "name": "Bolt"}, due_date="soon", standing="odd")
    (line,) = document.lines
    assert (line.quantity, line.name, document.due_date, document.standing) == (None, "Bolt", None, None)
    assert {(issue.code, issue.where) for issue in document.issues} == {
        ("BAD_VALUE", "due_date"),
        ("BAD_VALUE", "standing"),
        ("BAD_VALUE", "lines.0.quantity"),
    }


def test_a_name_or_number_of_megabytes_is_left_out_and_its_neighbours_stay() -> None:
    endless = "4" * 501
    document = finished(
        {"id": endless, "name": endless},
        number=endless,
        supplier={"name": endless, "ids": [{"value": "4012345000009"}, {"value": endless}]},
        order_references=[{"number": "4500017"}, {"number": endless}, {"number": endless * 10}],
        despatch_references=[endless, "LS1"],
    )
    (line,) = document.lines
    assert (document.number, line.id, line.name) == (None, None, endless)
    assert document.supplier == Party(ids=(PartyId(value="4012345000009"),))
    assert [one.number for one in document.order_references] == ["4500017", endless]  # which may list several
    assert document.despatch_references == ("LS1",)
    assert [(issue.where, issue.message) for issue in document.issues if issue.code == "BAD_VALUE"] == [
        ("number", "number is left out: the text has more than 500 characters."),
        ("supplier.name", "name is left out: the text has more than 500 characters."),
        ("supplier.ids.1", "supplier.ids.1 is left out: the text has more than 500 characters."),
        ("order_references.2", "order_references.2 is left out: the text has more than 5,000 characters."),
        ("despatch_references.0", "despatch_references.0 is left out: the text has more than 500 characters."),
        ("lines.0.id", "id is left out: the text has more than 500 characters."),
    ]


def test_of_a_line_only_what_does_not_fit_is_left_out() -> None:
    charges: list[Record] = [{"amount": Decimal(1)}, {"amount": Decimal("-Infinity"), "text": "Freight"}]
    lines: list[Record] = [{"id": str(n), "name": n, "charges": [*charges], "unit": "C62"} for n in range(1, 3)]
    document = finished(*lines)
    assert [(one.name, one.unit, one.charges) for one in document.lines] == [
        (None, "C62", (Charge(amount=Decimal(1)),)),
        (None, "C62", (Charge(amount=Decimal(1)),)),
    ]
    assert [issue.where for issue in document.issues if issue.code == "BAD_VALUE"] == [
        "lines.0.name",
        "lines.0.charges.1",
        "lines.1.name",
        "lines.1.charges.1",
    ]


def test_what_cannot_be_left_out_makes_the_document_impossible() -> None:
    with pytest.raises(Reject) as caught:
        finished(type="letter")
    assert caught.value.code == "DOCUMENT_INVALID"
    assert "type" in caught.value.message


def test_what_a_reader_keeps_for_itself_is_not_in_the_document() -> None:
    assert finished({"id": "1", "base_unit": "C62"}, totals_where="x").lines[0].id == "1"


def test_charges_that_come_to_a_sum_exactly_go_before_those_that_miss_it_by_a_cent() -> None:
    charges: list[Record] = [{"amount": Decimal(amount)} for amount in ("0.99", "1.00")]
    assert that_come_to(Decimal("1.00"), charges) == charges[1:]
    assert that_come_to(Decimal("0.98"), charges) == charges[:1]
    assert that_come_to(Decimal("3.00"), charges) == []
