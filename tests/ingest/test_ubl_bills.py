from datetime import date
from decimal import Decimal

import pytest

from orders.document import Charge, DocumentType, PaymentAccount, Standing
from orders.errors import Reject
from tests.ingest.ubl import codes, document

PIECES = {"unitCode": "C62"}
EUR = {"currencyID": "EUR"}


def money(text: str) -> tuple[str, dict[str, str]]:
    return text, EUR


def line(**content: object) -> dict:
    return {"ID": "1", **content}


def billed(**content: object):
    (one,) = document("Invoice", {"InvoiceLine": line(**content)}).lines
    return one


@pytest.mark.parametrize("code", ["380", "383", "384", "389", "326", "82"])
def test_an_invoice_is_an_invoice(code: str) -> None:
    one = document("Invoice", {"InvoiceTypeCode": code})
    assert (one.type, one.type_code, one.standing) == (DocumentType.INVOICE, code, None)


@pytest.mark.parametrize("code", ["381", "396", "261"])
def test_an_invoice_whose_code_says_credit_note_is_one(code: str) -> None:
    assert document("Invoice", {"InvoiceTypeCode": code}).type is DocumentType.CREDIT_NOTE


@pytest.mark.parametrize(
    ("root", "kind", "code"),
    [
        ("SelfBilledInvoice", DocumentType.INVOICE, "389"),
        ("SelfBilledCreditNote", DocumentType.CREDIT_NOTE, "261"),
        ("FreightInvoice", DocumentType.INVOICE, None),
    ],
)
def test_a_bill_that_has_no_code_has_that_of_its_kind(root: str, kind: DocumentType, code: str | None) -> None:
    one = document(root)
    assert (one.type, one.type_code) == (kind, code)


def test_a_pro_forma_and_a_prepayment_invoice_stand_apart() -> None:
    assert document("Invoice", {"InvoiceTypeCode": "325"}).standing is Standing.PROFORMA
    assert document("Invoice", {"InvoiceTypeCode": "386"}).standing is Standing.PREPAYMENT


def test_a_copy_says_so() -> None:
    assert document("Invoice", {"CopyIndicator": "true"}).copy
    assert not document("Invoice", {"CopyIndicator": "false"}).copy


def reference(number: str) -> dict:
    return {"InvoiceDocumentReference": {"ID": number}}


def test_a_credit_note_names_what_it_corrects_at_head_and_line() -> None:
    credited = {"ID": "1", "BillingReference": {**reference("R-2"), "BillingReferenceLine": {"ID": "3"}}}
    one = document("CreditNote", {"BillingReference": [reference("R-1"), reference("R-2")], "CreditNoteLine": credited})
    assert one.invoice_references == ("R-1", "R-2")
    assert (one.lines[0].invoice_number, one.lines[0].invoice_line) == ("R-2", "3")


def test_a_corrected_invoice_replaces_what_it_names() -> None:
    one = document("Invoice", {"InvoiceTypeCode": "384", "BillingReference": reference("R-1")})
    assert one.replaces == ("R-1",)
    assert document("Invoice", {"InvoiceTypeCode": "380", "BillingReference": reference("R-1")}).replaces == ()


def test_a_correction_that_takes_back_by_negative_amounts_replaces_nothing() -> None:
    totals = {"LegalMonetaryTotal": {"PayableAmount": money("-10.00")}}
    one = document("Invoice", {"InvoiceTypeCode": "384", "BillingReference": reference("R-1"), **totals})
    assert (one.replaces, one.invoice_references) == ((), ("R-1",))


@pytest.mark.parametrize("quantity", ["CreditedQuantity", "InvoicedQuantity"])
def test_case_S37_signs_stay_those_of_the_file(quantity: str) -> None:
    for said in ("3", "-3"):
        amounts = {quantity: (said, PIECES), "LineExtensionAmount": money("30.00")}
        (one,) = document("CreditNote", {"CreditNoteLine": line(**amounts)}).lines
        assert (one.quantity, one.line_amount, one.unit) == (Decimal(said), Decimal("30.00"), "C62")


def test_case_S23_two_for_a_hundred_is_two_cents_a_piece() -> None:
    one = billed(
        InvoicedQuantity=("50", PIECES),
        LineExtensionAmount=money("1.00"),
        Price={"PriceAmount": money("2.00"), "BaseQuantity": ("100", PIECES)},
    )
    assert (one.unit_price, one.line_amount) == (Decimal("0.02"), Decimal("1.00"))


def test_case_S24_an_amount_without_a_price_gives_the_price_and_one_without_a_quantity_stays_alone() -> None:
    one = billed(
        InvoicedQuantity=("4", PIECES), LineExtensionAmount=money("10.00"), Price={"PriceAmount": money("0.00")}
    )
    assert one.unit_price == Decimal("2.5")
    alone = billed(
        InvoicedQuantity=("0", PIECES), LineExtensionAmount=money("12.00"), Price={"PriceAmount": money("12")}
    )
    assert (alone.quantity, alone.unit_price, alone.line_amount) == (0, 12, 12)


def test_case_S25_of_price_and_net_amount_that_disagree_both_stand_with_an_issue() -> None:
    priced = {
        "InvoicedQuantity": ("10", PIECES),
        "LineExtensionAmount": money("90.00"),
        "Price": {"PriceAmount": money("10")},
    }
    one = document("Invoice", {"InvoiceLine": line(**priced)})
    assert codes(one) == ["line_amount_mismatch"]
    discount = {"ChargeIndicator": "false", "Amount": money("10.00")}
    assert codes(document("Invoice", {"InvoiceLine": line(**priced, AllowanceCharge=discount)})) == []


def test_case_S28_a_price_for_kilograms_of_what_is_billed_by_the_piece_comes_from_the_amount() -> None:
    price = {"PriceAmount": money("7.00"), "BaseQuantity": ("1", {"unitCode": "KGM"})}
    one = billed(InvoicedQuantity=("4", PIECES), LineExtensionAmount=money("10.00"), Price=price)
    assert one.unit_price == Decimal("2.5")
    without = document("Invoice", {"InvoiceLine": line(InvoicedQuantity=("4", PIECES), Price=price)})
    assert (without.lines[0].unit_price, codes(without)) == (None, ["unit_not_convertible"])


def test_a_price_for_nothing_is_taken_for_the_price_of_one_with_an_issue() -> None:
    price = {"PriceAmount": money("7.00"), "BaseQuantity": ("0", PIECES)}
    one = document("Invoice", {"InvoiceLine": line(InvoicedQuantity=("1", PIECES), Price=price)})
    assert (one.lines[0].unit_price, codes(one)) == (7, ["BAD_NUMBER"])


def test_the_discount_within_a_price_is_off_it_already() -> None:
    price = {"PriceAmount": money("45"), "AllowanceCharge": {"ChargeIndicator": "false", "Amount": money("5")}}
    one = billed(InvoicedQuantity=("2", PIECES), LineExtensionAmount=money("90"), Price=price)
    assert (one.unit_price, one.charges) == (45, ())


def test_allowances_are_negative_charges() -> None:
    found = document(
        "Invoice",
        {
            "AllowanceCharge": [
                {"ChargeIndicator": "true", "AllowanceChargeReasonCode": "FC", "Amount": money("12.00")},
                {"ChargeIndicator": "false", "Amount": money("2.00")},
                {"ChargeIndicator": "true"},
            ],
            "InvoiceLine": line(AllowanceCharge={"ChargeIndicator": "false", "Amount": money("-1.00")}),
        },
    )
    assert found.charges == (Charge(amount=Decimal(12), code="FC"), Charge(amount=Decimal(-2)))
    assert found.lines[0].charges == (Charge(amount=Decimal(1)),)


def test_a_tax_rate_stands_at_the_item_or_in_the_tax_of_the_line() -> None:
    assert billed(Item={"ClassifiedTaxCategory": {"Percent": "19"}}).tax_rate == 19
    subtotal = {"TaxSubtotal": {"TaxCategory": {"Percent": "17.5"}}}
    assert billed(TaxTotal=subtotal).tax_rate == Decimal("17.5")
    assert billed(TaxTotal=subtotal, Item={"ClassifiedTaxCategory": {"Percent": "7"}}).tax_rate == 7


def test_details_below_a_line_are_no_lines() -> None:
    assert len(document("Invoice", {"InvoiceLine": line(SubInvoiceLine=[line(), line()])}).lines) == 1


def test_a_line_names_despatch_and_receipt() -> None:
    one = billed(
        DespatchLineReference={"LineID": "3", "DocumentReference": {"ID": "LS-1"}},
        ReceiptLineReference={"LineID": "4", "DocumentReference": {"ID": "WE-1"}},
    )
    assert (one.despatch_number, one.despatch_line) == ("LS-1", "3")
    assert (one.receipt_number, one.receipt_line) == ("WE-1", "4")


def test_a_head_names_despatch_receipt_and_contract() -> None:
    one = document(
        "Invoice",
        {
            "DespatchDocumentReference": {"ID": "LS-1"},
            "ReceiptDocumentReference": {"ID": "WE-1"},
            "ContractDocumentReference": {"ID": "RV-1"},
        },
    )
    assert (one.despatch_references, one.receipt_references, one.contract_references) == (
        ("LS-1",),
        ("WE-1",),
        ("RV-1",),
    )


def account(number: str, **bank: object) -> dict:
    return {"PayeeFinancialAccount": {"ID": number, **bank}}


def test_accounts_are_named_once_with_their_bank() -> None:
    branch = {"FinancialInstitutionBranch": {"ID": "BYLADEM1001"}}
    institution = {"FinancialInstitutionBranch": {"FinancialInstitution": {"ID": "DKDKABCD"}}}
    means = [
        account("DE02", **branch),
        account("DE02", **branch),
        account("DK12", **institution),
        {"PaymentMeansCode": "1"},
    ]
    assert document("Invoice", {"PaymentMeans": means}).payment_accounts == (
        PaymentAccount(iban="DE02", bic="BYLADEM1001"),
        PaymentAccount(iban="DK12", bic="DKDKABCD"),
    )


def test_a_due_date_stands_in_one_of_three_places() -> None:
    means, terms = {"PaymentDueDate": "2026-05-02"}, {"PaymentDueDate": "2026-05-03"}
    assert document("Invoice", {"DueDate": "2026-05-01", "PaymentMeans": means}).due_date == date(2026, 5, 1)
    assert document("Invoice", {"PaymentMeans": [{"PaymentMeansCode": "1"}, means]}).due_date == date(2026, 5, 2)
    assert document("CreditNote", {"PaymentTerms": terms}).due_date == date(2026, 5, 3)


def test_a_currency_that_is_not_stated_is_that_of_the_amounts() -> None:
    assert (
        document("Invoice", {"LegalMonetaryTotal": {"PayableAmount": ("1", {"currencyID": "SEK"})}}).currency == "SEK"
    )
    assert document("Invoice", {"DocumentCurrencyCode": "EUR"}).currency == "EUR"
    assert document("Invoice").currency is None


def totals(**amounts: str) -> dict:
    return {"LegalMonetaryTotal": {name: money(said) for name, said in amounts.items()}}


def tax(*amounts: tuple[str, str], **more: object) -> dict:
    return {"TaxTotal": [{"TaxAmount": (said, {"currencyID": code}), **more} for said, code in amounts]}


def test_the_totals_are_those_of_en_16931() -> None:
    stated = totals(
        LineExtensionAmount="100", TaxExclusiveAmount="112", TaxInclusiveAmount="133.28", PayableAmount="133.28"
    )
    charge = {"AllowanceCharge": {"ChargeIndicator": "true", "Amount": money("12")}}
    one = document("Invoice", {"DocumentCurrencyCode": "EUR", **charge, **tax(("21.28", "EUR")), **stated})
    found = one.totals
    assert (found.lines, found.net, found.tax, found.gross, found.payable) == (
        100, 112, Decimal("21.28"), Decimal("133.28"), Decimal("133.28"),
    )  # fmt: skip
    assert codes(one) == []


def test_an_order_anticipates_its_totals() -> None:
    assert document("Order", {"AnticipatedMonetaryTotal": {"PayableAmount": money("5")}}).totals.payable == 5


def test_tax_in_the_currency_of_the_accounts_is_not_added() -> None:
    one = document("Invoice", {"DocumentCurrencyCode": "EUR", **tax(("19", "EUR"), ("204.10", "SEK"))})
    assert one.totals.tax == 19


def test_several_taxes_in_the_currency_of_the_document_are() -> None:
    assert document("Invoice", {"DocumentCurrencyCode": "EUR", **tax(("19", "EUR"), ("1", "EUR"))}).totals.tax == 20


OIOUBL = totals(LineExtensionAmount="2000", TaxExclusiveAmount="500", TaxInclusiveAmount="2500", PayableAmount="2500")


@pytest.mark.parametrize("profile", ["OIOUBL-2.02", "urn:somebody:else"])
def test_in_oioubl_the_tax_exclusive_amount_is_the_tax(profile: str) -> None:
    one = document("Invoice", {"CustomizationID": profile, **tax(("500", "EUR")), **OIOUBL})
    assert (one.totals.net, one.totals.tax, codes(one)) == (2000, 500, [])


def test_a_tax_that_happens_to_be_the_net_total_changes_nothing() -> None:
    stated = totals(LineExtensionAmount="100", TaxExclusiveAmount="100", TaxInclusiveAmount="200", PayableAmount="200")
    one = document("Invoice", {**tax(("100", "EUR")), **stated})
    assert (one.totals.net, one.totals.tax, codes(one)) == (100, 100, [])


def test_without_a_gross_total_the_net_of_oioubl_is_that_of_lines_and_charges() -> None:
    stated = totals(LineExtensionAmount="2000", TaxExclusiveAmount="500")
    assert document("Invoice", {"CustomizationID": "OIOUBL-2.1", **tax(("500", "EUR")), **stated}).totals.net == 2000
    nothing = totals(TaxExclusiveAmount="500")
    assert document("Invoice", {"CustomizationID": "OIOUBL-2.1", **tax(("500", "EUR")), **nothing}).totals.net is None


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ({"TaxInclusiveAmount": "100", "PayableAmount": "100"}, []),
        ({"TaxInclusiveAmount": "100", "PrepaidAmount": "30", "PayableAmount": "70"}, []),
        ({"TaxInclusiveAmount": "100.30", "PayableRoundingAmount": "-0.30", "PayableAmount": "100"}, []),
        ({"TaxInclusiveAmount": "100", "PayableRoundingAmount": "0.30", "PayableAmount": "100"}, []),
        ({"TaxInclusiveAmount": "100", "PayableAmount": "90"}, ["total_mismatch"]),
    ],
)
def test_the_amount_payable_is_what_is_left_of_the_gross(amounts: dict[str, str], expected: list[str]) -> None:
    one = document("Invoice", totals(**amounts))
    assert codes(one) == expected
    assert [issue.where for issue in one.issues] == ["LegalMonetaryTotal"] * len(expected)


def test_the_gross_total_is_that_before_rounding() -> None:
    rounded = totals(
        TaxExclusiveAmount="100",
        TaxInclusiveAmount="120",
        PayableRoundingAmount="1",
        PrepaidAmount="20",
        PayableAmount="100",
    )
    one = document("Invoice", {**tax(("19", "EUR")), **rounded})
    assert (one.totals.gross, one.totals.payable, codes(one)) == (119, 100, [])


def test_what_the_buyer_withholds_is_no_fault() -> None:
    withheld = {"WithholdingTaxTotal": {"TaxAmount": money("20")}}
    assert codes(document("Invoice", {**withheld, **totals(TaxInclusiveAmount="100", PayableAmount="80")})) == []


def test_xrechnung_bills_the_claims_of_third_parties_along() -> None:
    kosit = "urn:xeinkauf.de:kosit:"
    profile = f"urn:cen.eu:en16931:2017#compliant#{kosit}xrechnung_3.0#conformant#{kosit}extension:xrechnung_3.0"
    claims = {"PrepaidPayment": [{"PaidAmount": money("19.96")}, {"PaidAmount": money("10")}]}
    stated = totals(TaxInclusiveAmount="336.90", PayableAmount="366.86")
    assert codes(document("Invoice", {"CustomizationID": profile, **claims, **stated})) == []
    assert codes(document("Invoice", {**claims, **stated})) == ["total_mismatch"]


def part(taxable: str, amount: str, rate: str) -> dict:
    return {"TaxableAmount": money(taxable), "TaxAmount": money(amount), "TaxCategory": {"Percent": rate}}


@pytest.mark.parametrize(
    ("total", "parts", "expected"),
    [
        ("19", [part("100", "19", "19")], []),
        ("26", [part("100", "19", "19"), part("100", "7", "7")], []),
        ("-19", [part("-100", "-19", "19")], []),
        ("19.01", [part("100", "19.01", "19")], []),
        ("20", [part("100", "20", "19")], ["tax_mismatch"]),
        ("30", [part("100", "19", "19"), part("100", "7", "7")], ["tax_mismatch"]),
    ],
)
def test_taxes_are_their_share_and_add_up(total: str, parts: list[dict], expected: list[str]) -> None:
    assert codes(document("Invoice", tax((total, "EUR"), TaxSubtotal=parts))) == expected


def test_a_bad_value_is_left_out_and_the_invoice_stays() -> None:
    one = document("Invoice", {"IssueDate": "yesterday", "InvoiceLine": line(InvoicedQuantity=("many", PIECES))})
    assert (one.number, one.issue_date, one.lines[0].quantity, one.lines[0].unit) == ("D-1", None, None, "C62")
    assert codes(one) == ["BAD_DATE", "BAD_NUMBER"]
    assert one.issues[1].message == "InvoicedQuantity: 'many' is not a number."


def test_a_debit_note_is_refused_with_what_to_ask_for_because_nobody_can_tell_whose_it_is() -> None:
    with pytest.raises(Reject) as refused:
        document("DebitNote", {"IssueDate": "2026-03-30"})
    assert refused.value.code == "FORMAT_UNSUPPORTED"
    assert "383" in (refused.value.hint or "")
    assert document("Invoice", {"InvoiceTypeCode": "383"}).type is DocumentType.INVOICE
