"""Two chains of the UBL committee's own examples; docs/corpus-chains.md says how the expected figures were found."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.cases.build import POLICY, line, order, party
from tests.cases.outcome import figures, money
from tests.chains.chain import Chain, chain

COPIES = ("NS1", "NS2", "NS3", "NS4")


@pytest.fixture(scope="module")
def beeswax(corpus: Path) -> Chain:
    copies = {name: f"xml__UBL-Invoice-2.0-Example-{name}.xml" for name in COPIES}
    return chain(
        corpus / "ubl" / "oasis-tcs_ubl",
        order="xml__UBL-Order-2.0-Example.xml",
        international="xml__UBL-Order-2.0-Example-International.xml",
        response="xml__UBL-OrderResponseSimple-2.0-Example.xml",
        despatch="xml__UBL-DespatchAdvice-2.0-Example.xml",
        receipt="xml__UBL-ReceiptAdvice-2.0-Example.xml",
        invoice="xml__UBL-Invoice-2.0-Example.xml",
        detached="xml__UBL-Invoice-2.0-Detached.xml",
        enveloped="xml__UBL-Invoice-2.0-Enveloped.xml",
        **copies,
    )


INVOICES = ("invoice", "detached", "enveloped", *COPIES)
WAX = "AEG012345"


def test_beeswax_is_confirmed_shipped_and_received_in_part_and_invoiced(beeswax: Chain) -> None:
    found = beeswax.assess("order", "response", "despatch", "receipt", *INVOICES)
    assert found.tracks(WAX) == {
        "response": "confirmed",
        "shipment": "partially_shipped",
        "receipt": "partially_received",
        "invoicing": "invoiced",
    }
    assert found.status(WAX) == "invoiced"
    wax = found.line("1", WAX)
    assert (wax.confirmed, wax.shipped, wax.received, wax.invoiced) == (100, 90, 90, 100)
    assert (wax.closed_short, wax.target, wax.unit) == (0, 100, "KGM")


def test_beeswax_was_invoiced_beyond_what_came(beeswax: Chain) -> None:
    found = beeswax.assess("order", "response", "despatch", "receipt", *INVOICES)
    gap = found.deviation("invoiced_not_received")
    assert figures(gap)[2] == 10
    assert (money(gap), gap.currency) == (Decimal("10.00"), "GBP")


def test_the_contradicting_price_of_beeswax_gives_way_to_its_amount(beeswax: Chain) -> None:
    found = beeswax.assess("order", "invoice")
    assert {"price_over", "price_under"} & found.codes == set()
    assert found.line("1", WAX).ordered_amount == 100
    assert "line_amount_mismatch" in {issue.code for issue in beeswax.document("order").issues}


def test_of_seven_copies_of_the_invoice_one_counts(beeswax: Chain) -> None:
    found = beeswax.assess("order", *INVOICES)
    assert sorted(str(found.reason(beeswax.id(name))) for name in INVOICES) == ["None", *["duplicate"] * 6]
    assert found.line("1", WAX).invoiced == 100


@pytest.mark.parametrize(
    ("names", "status"),
    [
        (("order",), "pending"),
        (("order", "response"), "confirmed"),
        (("order", "response", "despatch"), "partially_shipped"),
        (("order", "response", "despatch", "receipt"), "partially_received"),
    ],
)
def test_beeswax_goes_its_way(beeswax: Chain, names: tuple[str, ...], status: str) -> None:
    assert beeswax.assess(*names).status(WAX) == status


def test_the_receipt_finds_its_line_although_it_names_none(beeswax: Chain) -> None:
    found = beeswax.assess("order", "despatch", "receipt")
    assert {one.rule for one in found.allocated("658398")} <= {"item", "despatch"}
    assert found.line("1", WAX).received == 90


def test_an_order_of_the_same_number_in_another_currency_is_a_conflict(beeswax: Chain) -> None:
    found = beeswax.assess("order", "international")
    counted = [name for name in ("order", "international") if found.counted(beeswax.id(name))]
    assert len(counted) == 1
    assert len(found.orders) == 1
    assert found.deviations("conflicting_document") != []
    assert counted == [min(("order", "international"), key=beeswax.id)]


@pytest.fixture(scope="module")
def paint(corpus: Path) -> Chain:
    return chain(
        corpus / "ubl" / "oasis-tcs_ubl",
        order="xml__UBL-Order-2.1-Example.xml",
        change="xml__UBL-OrderChange-2.1-Example.xml",
        response="xml__UBL-OrderResponse-2.1-Example.xml",
        simple="xml__UBL-OrderResponseSimple-2.1-Example.xml",
        cancellation="xml__UBL-OrderCancellation-2.1-Example.xml",
    )


def test_paint_is_cancelled_before_anything_was_shipped(paint: Chain) -> None:
    found = paint.assess()
    assert found.status("34") == "cancelled"
    assert "order_cancelled" not in found.codes
    assert [one.status for one in found.order("34").revisions] == ["cancelled", "cancelled"]
    assert {one.target for one in found.order("34").lines} == {0}


def test_paint_was_ordered_anew_in_twice_the_quantity(paint: Chain) -> None:
    found = paint.assess("order", "change")
    assert [(one.line, one.ordered, one.unit) for one in found.order("34").lines] == [
        ("1", 240, "LTR"),
        ("2", 15, "C62"),
    ]
    assert [one.status for one in found.order("34").revisions] == ["cancelled", "pending"]


def test_two_answers_of_one_number_are_a_conflict(paint: Chain) -> None:
    found = paint.assess("order", "response", "simple")
    assert found.reason(paint.id("simple")) is None
    assert found.reason(paint.id("response")) == "conflicting"
    assert found.status("34") == "confirmed"


@pytest.fixture(scope="module")
def laptops(corpus: Path) -> Chain:
    return chain(
        corpus / "ubl" / "oasis-tcs_ubl",
        invoice="xml__UBL-Invoice-2.1-Example.xml",
        credit="xml__UBL-CreditNote-2.1-Example.xml",
        self_billed="xml__UBL-SelfBilledCreditNote-2.1-Example.xml",
    )


ORDERED = order(
    "123",
    line("1", 1, supplier_item="JB007", price="1273.00"),
    line("2", 1, supplier_item="JB010", price="25.00"),
    line("3", 2, supplier_item="JB009", price="2.48"),
    line("4", 250, supplier_item="JB011", price="0.75"),
    line("5", 1, supplier_item="JB008", price="3.96"),
    on="2009-11-01",
    supplier=party("The Sellercompany Incorporated", vat="DK12345"),
    buyer=party("The buyercompany inc.", vat="BE54321"),
)


def test_without_its_order_the_laptop_invoice_is_kept_and_waits(laptops: Chain) -> None:
    found = laptops.assess()
    assert found.orders == ()
    assert {one.code.value for one in found.unmatched} == {"order_not_found"}
    assert {one.order_number for one in found.unmatched} == {"123"}
    assert {one.document_line for one in found.unmatched_of("TOSL108")} == {"1", "2", "3", "4", "5"}


def test_the_laptop_invoice_bills_three_lines_and_credits_two(laptops: Chain) -> None:
    found = laptops.assess("invoice", also=[ORDERED])
    assert {one.line: one.invoiced for one in found.order("123").lines} == {"1": 1, "2": -1, "3": 2, "4": 250, "5": -1}
    assert found.status("123") == "partially_invoiced"
    assert {one.order_line for one in found.deviations("credit_without_invoice")} == {"2", "5"}


def test_the_credit_note_takes_the_laptop_invoice_back_whole(laptops: Chain) -> None:
    found = laptops.assess("invoice", "credit", also=[ORDERED], policy=POLICY)
    assert {one.invoiced for one in found.order("123").lines} == {0}
    assert found.status("123") == "pending"


def test_of_two_credit_notes_of_one_number_one_counts(laptops: Chain) -> None:
    found = laptops.assess(also=[ORDERED])
    assert sorted(found.counted(laptops.id(name)) for name in ("credit", "self_billed")) == [False, True]
    assert {one.invoiced for one in found.order("123").lines} == {0}


def test_paint_of_which_only_the_brushes_stand_confirmed(paint: Chain) -> None:
    found = paint.assess("order", "change", "simple")
    assert [(one.line, one.answered) for one in found.order("34").lines] == [("1", False), ("2", True)]
    assert (found.status("34"), found.order("34").unanswered) == ("partially_confirmed", 1)
