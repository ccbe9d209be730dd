"""What CII says of invoices and credit notes: EN 16931, Factur-X, XRechnung."""

from datetime import date, time
from decimal import Decimal

import pytest

from ingest.format import Content
from ingest.reading import read
from orders.document import Charge, DocumentType, OrderReference, PartyId, PaymentAccount, Standing
from orders.errors import Reject
from tests.ingest.cii.cii import DATA, codes, day, invoice, line, only_line, xml

NET = "NetPriceProductTradePrice"


@pytest.mark.parametrize("code", ["380", "389", "384", "326", "751", "877", "204"])
def test_an_invoice_of_any_type_is_an_invoice(code: str) -> None:
    one = invoice({"TypeCode": code})
    assert (one.type, one.type_code, one.format) == (DocumentType.INVOICE, code, "cii")


@pytest.mark.parametrize("code", ["381", "261", "396", "532"])
def test_credit_is_told_by_the_type_code(code: str) -> None:
    assert invoice({"TypeCode": code}).type is DocumentType.CREDIT_NOTE


def test_credit_by_sign_stays_an_invoice_with_the_signs_of_the_file() -> None:
    one = invoice(
        None,
        line(
            "1",
            Agreement={f"{NET}/ChargeAmount": "2.50"},
            Delivery={"BilledQuantity": ("-4", {"unitCode": "C62"})},
            Settlement={"SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount": "-10.00"},
        ),
    )
    assert one.type is DocumentType.INVOICE
    assert (one.lines[0].quantity, one.lines[0].line_amount, codes(one)) == (Decimal(-4), Decimal("-10.00"), [])


def test_a_corrected_invoice_replaces_what_it_names_unless_it_takes_back() -> None:
    named = {"InvoiceReferencedDocument/IssuerAssignedID": "R-0"}
    totals = "SpecifiedTradeSettlementHeaderMonetarySummation"
    corrected = invoice({"TypeCode": "384"}, Settlement={**named, totals: {"DuePayableAmount": "5"}})
    taken_back = invoice({"TypeCode": "384"}, Settlement={**named, totals: {"DuePayableAmount": "-5"}})
    assert (corrected.replaces, corrected.invoice_references) == (("R-0",), ("R-0",))
    assert (taken_back.replaces, taken_back.invoice_references) == ((), ("R-0",))


def test_proforma_prepayment_and_test_documents_stand_aside() -> None:
    assert invoice({"TypeCode": "325"}).standing is Standing.PROFORMA
    assert invoice({"TypeCode": "386"}).standing is Standing.PREPAYMENT
    test = {"TestIndicator/Indicator": "true"}
    assert invoice({"TypeCode": "386"}, Context=test).standing is Standing.TEST
    assert invoice(Context={"TestIndicator/Indicator": "false"}).standing is None


def test_copies_say_so() -> None:
    assert invoice({"CopyIndicator/Indicator": "true"}).copy
    assert invoice({"PurposeCode": "7"}).copy
    assert not invoice({"PurposeCode": "9", "CopyIndicator/Indicator": "false"}).copy


def test_the_profile_is_the_guideline() -> None:
    one = invoice(Context={"GuidelineSpecifiedDocumentContextParameter/ID": "urn:factur-x.eu:1p0:minimum"})
    assert one.profile == "urn:factur-x.eu:1p0:minimum"


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("20260304", "102", date(2026, 3, 4)),
        ("202603041530", "203", date(2026, 3, 4)),
        ("20260304153005", "204", date(2026, 3, 4)),
        ("260304", "101", date(2026, 3, 4)),
        ("202602", "610", date(2026, 2, 28)),
        ("202610", "616", date(2026, 3, 8)),
        ("2026-03-04", "102", date(2026, 3, 4)),
        ("2026-03-04T00:00:00", "", date(2026, 3, 4)),
        ("20260304", "", date(2026, 3, 4)),
    ],
)
def test_days_are_read_in_the_notation_that_their_format_names(text: str, code: str, expected: date) -> None:
    assert invoice({"IssueDateTime": day(text, code)}).issue_date == expected


@pytest.mark.parametrize("text", ["20260230", "2026", "04.03.2026", "２０２６0304", "202613", "99999999999999"])
def test_what_is_no_day_is_left_out_with_an_issue(text: str) -> None:
    one = invoice({"IssueDateTime": day(text)})
    assert (one.issue_date, codes(one)) == (None, ["BAD_DATE"])


def test_a_time_of_day_is_kept() -> None:
    assert invoice({"IssueDateTime": day("202603041530", "203")}).issue_time == time(15, 30)
    assert invoice({"IssueDateTime": day("20260304")}).issue_time is None
    assert invoice({"IssueDateTime": day("202603049930", "203")}).issue_time is None


def test_parties_have_their_identifiers_with_schemes() -> None:
    seller = {
        "ID": "K-77",
        "GlobalID": ("4000001000005", {"schemeID": "0088"}),
        "Name": "Lieferant GmbH",
        "SpecifiedLegalOrganization": {"ID": ("HRB 1", {"schemeID": "0198"}), "TradingBusinessName": "Die Schrauber"},
        "URIUniversalCommunication/URIID": [("rechnung@example.com", {"schemeID": "EM"})],
        "SpecifiedTaxRegistration": [
            {"ID": ("201/113/40209", {"schemeID": "FC"})},
            {"ID": ("DE123456789", {"schemeID": "VA"})},
        ],
    }
    one = invoice(Agreement={"SellerTradeParty": seller, "BuyerTradeParty": {"ID": "0", "Name": "Käufer AG"}})
    assert one.supplier is not None
    assert one.buyer is not None
    assert (one.supplier.name, one.supplier.vat_id) == ("Lieferant GmbH", "DE123456789")
    assert one.supplier.ids == (
        PartyId(value="K-77"),
        PartyId(scheme="0088", value="4000001000005"),
        PartyId(scheme="0198", value="HRB 1"),
    )
    assert (one.buyer.name, one.buyer.ids) == ("Käufer AG", ())


def test_references_of_the_head() -> None:
    issued = {"FormattedIssueDateTime": {"DateTimeString": ("20260301", {"format": "102"})}}
    one = invoice(
        Agreement={
            "BuyerOrderReferencedDocument": {"IssuerAssignedID": "B-7", **issued},
            "SellerOrderReferencedDocument/IssuerAssignedID": "A-7",
            "ContractReferencedDocument/IssuerAssignedID": "V-1",
        },
        Delivery={
            "DespatchAdviceReferencedDocument/IssuerAssignedID": "L-1",
            "DeliveryNoteReferencedDocument/IssuerAssignedID": "L-2",
            "ReceivingAdviceReferencedDocument/IssuerAssignedID": "W-1",
        },
    )
    assert one.order_references[0].number == "B-7"
    assert one.supplier_order_references == ("A-7",)
    assert one.contract_references == ("V-1",)
    assert one.despatch_references == ("L-1", "L-2")
    assert one.receipt_references == ("W-1",)


def test_placeholders_in_the_place_of_an_order_stay_as_they_stand() -> None:
    one = invoice(Agreement={"BuyerOrderReferencedDocument/IssuerAssignedID": "Bestellung XRechnung"})
    assert one.order_references == (OrderReference(number="Bestellung XRechnung"),)


def test_lines_name_orders_of_their_own() -> None:
    lines = [
        line(str(index), Agreement={"BuyerOrderReferencedDocument": {"IssuerAssignedID": order, "LineID": place}})
        for index, (order, place) in enumerate([("B-1", "10"), ("B-2", "20")])
    ]
    found = invoice(None, *lines).lines
    assert [(one.order_number, one.order_line) for one in found] == [("B-1", "10"), ("B-2", "20")]


def test_a_line_that_names_several_order_lines_names_none() -> None:
    several = [{"IssuerAssignedID": "B-1", "LineID": "1"}, {"IssuerAssignedID": "B-2", "LineID": "2"}]
    one = invoice(None, line("1", Agreement={"BuyerOrderReferencedDocument": several}))
    assert (one.lines[0].order_number, one.lines[0].order_line) == ("B-1, B-2", None)
    assert codes(one) == ["SEVERAL_ORDER_LINES"]


def test_lines_name_deliveries_receipts_and_invoices() -> None:
    def named(number: str) -> dict[str, str]:
        return {"IssuerAssignedID": number, "LineID": "3"}

    found = only_line(
        line(
            "1",
            Agreement={"SellerOrderReferencedDocument": named("A-1")},
            Delivery={
                "DespatchAdviceReferencedDocument": named("L-1"),
                "ReceivingAdviceReferencedDocument": named("W-1"),
            },
            Settlement={"InvoiceReferencedDocument": named("R-0")},
        )
    )
    assert (found.supplier_order_number, found.supplier_order_line) == ("A-1", "3")
    assert (found.despatch_number, found.despatch_line) == ("L-1", "3")
    assert (found.receipt_number, found.receipt_line) == ("W-1", "3")
    assert (found.invoice_number, found.invoice_line) == ("R-0", "3")


@pytest.mark.parametrize(
    ("amount", "base", "price"),
    [("120", "12", "10"), ("5", "100", "0.05"), ("365", "365", "1"), ("8.8", "0.0088", "1000"), ("7", "", "7")],
)
def test_a_price_is_for_one_unit(amount: str, base: str, price: str) -> None:
    basis = {"BasisQuantity": (base, {"unitCode": "C62"})} if base else {}
    agreement = {NET: {"ChargeAmount": amount, **basis}}
    found = only_line(line("1", Agreement=agreement, Delivery={"BilledQuantity": ("1", {"unitCode": "C62"})}))
    assert found.unit_price == Decimal(price)


def test_the_base_quantity_of_the_gross_price_is_that_of_the_net_price_too() -> None:
    agreement = {
        "GrossPriceProductTradePrice": {"ChargeAmount": "60", "BasisQuantity": "100."},
        NET: {"ChargeAmount": "50"},
    }
    found = only_line(line("1", Agreement=agreement, Delivery={"BilledQuantity": ("1", {"unitCode": "C62"})}))
    assert found.unit_price == Decimal("0.5")


def test_without_a_net_price_the_gross_price_less_reductions_counts() -> None:
    reduction = {"ChargeIndicator/Indicator": "false", "ActualAmount": "4.50"}
    agreement = {"GrossPriceProductTradePrice": {"ChargeAmount": "15", "AppliedTradeAllowanceCharge": reduction}}
    assert only_line(line("1", Agreement=agreement)).unit_price == Decimal("10.5")


def test_without_any_price_the_amount_says_it() -> None:
    found = only_line(
        line(
            "1",
            Delivery={"BilledQuantity": ("4", {"unitCode": "STK"})},
            Settlement={"SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount": "10"},
        )
    )
    assert (found.unit_price, found.unit, found.unit_text) == (Decimal("2.5"), "H87", "STK")


def test_items_by_all_their_numbers() -> None:
    product = {
        "GlobalID": ("4012345001235", {"schemeID": "0160"}),
        "SellerAssignedID": "S-1",
        "BuyerAssignedID": "K-1",
        "Name": "Schraube",
        "Description": "verzinkt",
    }
    found = only_line(line("1", Product=product, About={"IncludedNote/Content": "eilt"}))
    assert (found.gtin, found.supplier_item, found.buyer_item) == ("4012345001235", "S-1", "K-1")
    assert (found.name, found.description, found.note) == ("Schraube", "verzinkt", "eilt")


def test_charges_and_allowances_of_line_and_head() -> None:
    off = {"ChargeIndicator/Indicator": "false", "ActualAmount": "2", "Reason": "Rabatt", "ReasonCode": "95"}
    on = {"ChargeIndicator/Indicator": "true", "ActualAmount": "3", "Reason": "Fracht", "ReasonCode": "FC"}
    one = invoice(
        None,
        line("1", Settlement={"SpecifiedTradeAllowanceCharge": [off, on]}),
        Settlement={
            "SpecifiedTradeAllowanceCharge": [off],
            "SpecifiedLogisticsServiceCharge": {"Description": "Paletten", "AppliedAmount": "7"},
        },
    )
    rebate = Charge(amount=Decimal(-2), text="Rabatt", code="95")
    assert one.lines[0].charges == (rebate, Charge(amount=Decimal(3), text="Fracht", code="FC"))
    assert one.charges == (rebate, Charge(amount=Decimal(7), text="Paletten"))


def allowance_of(amount: str, total: str) -> Decimal:
    off = {"ChargeIndicator/Indicator": "false", "ActualAmount": amount}
    sums = {"SpecifiedTradeSettlementHeaderMonetarySummation/AllowanceTotalAmount": total}
    return invoice(Settlement={"SpecifiedTradeAllowanceCharge": off, **sums}).charges[0].amount


def test_an_allowance_written_as_negative_is_told_by_the_sum_of_allowances() -> None:
    assert allowance_of("-2", "2") == Decimal(-2)
    assert allowance_of("-2", "-2") == Decimal(2)  # of a corrective invoice, whose amounts are all negative
    assert allowance_of("2", "2") == Decimal(-2)


def test_only_details_count_of_lines_and_sub_lines() -> None:
    def sub(identifier: str, role: str, parent: str = "") -> dict[str, object]:
        above = {"ParentLineID": parent} if parent else {}
        return line(identifier, About={**above, **({"LineStatusReasonCode": role} if role else {})})

    one = invoice(
        None,
        sub("1", "GROUP"),
        sub("1.1", "DETAIL", "1"),
        sub("1.2", "INFORMATION", "1"),
        sub("2", "DETAIL"),
        sub("2.1", "INFORMATION", "2"),
        sub("3", ""),
        sub("3.1", "", "3"),
    )
    assert [found.id for found in one.lines] == ["1.1", "2", "3"]


def test_a_text_in_the_place_of_a_line_is_none() -> None:
    note = {"AssociatedDocumentLineDocument": {"IncludedNote/Content": "Frohes Fest"}}
    assert [found.id for found in invoice(None, note, line("1")).lines] == ["1"]


def test_lines_may_have_the_same_id_or_none() -> None:
    nameless = {"SpecifiedTradeProduct/Name": "Mutter"}
    assert [found.id for found in invoice(None, line("1"), line("1"), nameless).lines] == ["1", "1", None]


def test_a_document_without_lines_has_its_totals() -> None:
    sums = {
        "TaxBasisTotalAmount": "100.00",
        "TaxTotalAmount": [("19.00", {"currencyID": "EUR"}), ("170.00", {"currencyID": "SEK"})],
        "GrandTotalAmount": "119.00",
        "DuePayableAmount": "19.00",
    }
    profile = {"GuidelineSpecifiedDocumentContextParameter/ID": "urn:factur-x.eu:1p0:minimum"}
    settlement = {"InvoiceCurrencyCode": "EUR", "SpecifiedTradeSettlementHeaderMonetarySummation": sums}
    one = invoice(None, Context=profile, Settlement=settlement)
    assert (one.totals.net, one.totals.tax, one.totals.gross) == (
        Decimal("100.00"),
        Decimal("19.00"),
        Decimal("119.00"),
    )
    assert (one.totals.payable, one.lines, codes(one)) == (Decimal("19.00"), (), [])  # MINIMUM cannot say what was paid


def test_figures_that_contradict_each_other_are_issues() -> None:
    settlement = {
        "InvoiceCurrencyCode": "EUR",
        "ApplicableTradeTax": {"CalculatedAmount": "10.00", "BasisAmount": "100.00", "RateApplicablePercent": "19"},
        "SpecifiedTradeSettlementHeaderMonetarySummation": {
            "TaxBasisTotalAmount": "100.00",
            "TaxTotalAmount": ("10.00", {"currencyID": "EUR"}),
            "GrandTotalAmount": "110.00",
            "DuePayableAmount": "99.00",
        },
    }
    assert codes(invoice(Settlement=settlement)) == ["total_mismatch", "tax_mismatch"]


def test_taxes_in_a_currency_without_cents_are_whole() -> None:
    def taxed(currency: str) -> list[str]:
        tax = {"CalculatedAmount": "18679", "BasisAmount": "69180", "RateApplicablePercent": "27"}
        sums = {"TaxTotalAmount": ("18679", {"currencyID": currency})}
        settlement = {
            "InvoiceCurrencyCode": currency,
            "ApplicableTradeTax": tax,
            "SpecifiedTradeSettlementHeaderMonetarySummation": sums,
        }
        return codes(invoice(Settlement=settlement))

    assert taxed("HUF") == []
    assert taxed("EUR") == ["tax_mismatch"]


def test_due_date_delivery_and_accounts() -> None:
    means = {
        "PayeePartyCreditorFinancialAccount/IBANID": "DE02120300000000202051",
        "PayeeSpecifiedCreditorFinancialInstitution/BICID": "BYLADEM1001",
    }
    one = invoice(
        Delivery={"ActualDeliverySupplyChainEvent/OccurrenceDateTime": day("20260302")},
        Settlement={
            "SpecifiedTradeSettlementPaymentMeans": [means, means],
            "SpecifiedTradePaymentTerms/DueDateDateTime": day("20260401"),
        },
    )
    assert (one.delivery_date, one.due_date) == (date(2026, 3, 2), date(2026, 4, 1))
    assert one.payment_accounts == (PaymentAccount(iban="DE02120300000000202051", bic="BYLADEM1001"),)


def test_another_version_is_refused_with_its_name() -> None:
    old = xml({"ExchangedDocument/ID": "1"}).replace(b"CrossIndustryInvoice:100", b"CrossIndustryInvoice:2")
    with pytest.raises(Reject, match=f"{DATA}standard:CrossIndustryInvoice:2") as caught:
        read(Content(old))
    assert caught.value.code == "FORMAT_UNSUPPORTED"


def test_cii_in_an_envelope_is_read() -> None:
    sbdh = b"http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"
    inner = xml({"ExchangedDocument": {"ID": "R-9", "TypeCode": "380"}})
    data = b'<StandardBusinessDocument xmlns="%s"><StandardBusinessDocumentHeader/>%s</StandardBusinessDocument>'
    assert [one.number for one in read(Content(data % (sbdh, inner)))] == ["R-9"]
