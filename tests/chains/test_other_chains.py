"""Chains of the European, Italian and Turkish examples, whose orders we wrote ourselves: nobody published them.

docs/corpus-chains.md says how the expected figures were found.
"""

from pathlib import Path

import pytest

from orders.document import Document
from orders.references import order_id
from tests.cases.build import decide, line, order, party
from tests.cases.outcome import figures
from tests.chains.chain import Chain, chain


def names_of(found) -> set[str]:
    return {one.code.value for one in found.unmatched}


@pytest.fixture(scope="module")
def universal(corpus: Path) -> Chain:
    return chain(
        corpus / "ubl" / "ConnectingEurope_eInvoicing-EN16931",
        power="testfiles__BIS_Billing_30-Elhandel.xml",
        grid="testfiles__BIS_Billing_30-Elnat.xml",
        pipes="testfiles__BIS_Billing_30-Rabatter_och_avgifter.xml",
        invoice="testfiles__Invoice-Max_content.xml",
        credit="testfiles__CreditNote-Max_content.xml",
    )


UNIVERSAL = order(
    "20180117",
    line("20080117/JM", 500, supplier_item="UNI+X", unit="MTR", price="20.00"),
    on="2018-01-17",
    currency="SEK",
    supplier=party("The Global Chain Sweden AB", "0088:7350000001204"),
    buyer=party("Project services AB", "0007:1234512345"),
)


def test_five_bills_whose_order_never_came_are_kept(universal: Chain) -> None:
    found = universal.assess()
    assert found.orders == ()
    assert names_of(found) == {"order_not_found"}
    assert {one.order_number for one in found.deviations("order_not_found")} == {"20180117"}


def test_two_suppliers_that_share_an_id_are_one_and_their_invoice_number_a_conflict(universal: Chain) -> None:
    found = universal.assess()
    assert found.reason(universal.id("invoice")) is None
    assert found.reason(universal.id("pipes")) == "conflicting"


def test_strangers_do_not_bill_an_order_of_another_supplier(universal: Chain) -> None:
    found = universal.assess("power", "grid", "invoice", also=[UNIVERSAL])
    assert [found.reason(universal.id(name)) for name in ("power", "grid", "invoice")] == [
        "supplier_mismatch",
        "supplier_mismatch",
        None,
    ]
    assert found.status("20180117") == "invoiced"
    assert found.line("20080117/JM", "20180117").invoiced == 500


def test_a_credit_of_pieces_takes_back_no_metres(universal: Chain) -> None:
    found = universal.assess("invoice", "credit", also=[UNIVERSAL])
    assert found.line("20080117/JM", "20180117").invoiced == 500
    assert found.deviation("unit_not_convertible").document_type == "credit_note"


@pytest.fixture(scope="module")
def covers(corpus: Path) -> Chain:
    return chain(
        corpus / "ubl" / "ConnectingEurope_eInvoicing-EN16931",
        invoice="testfiles__BIS_Billing_30-Kreditering_urspr_faktura.xml",
        credit="testfiles__BIS_Billing_30-Kreditering_med_kreditnota.xml",
        negative="testfiles__BIS_Billing_30-Kreditering_med_negativ_faktura.xml",
    )


COVERS = order(
    "2018117",
    line("10", 2000, unit="EA", price="5.10"),
    line("20", 800, unit="EA", price="0.80"),
    on="2018-01-17",
    currency="SEK",
    supplier=party("Produtionsbolaget Sverige AB", "0007:1234567890"),
    buyer=party("Project services AB", "0007:9876543210"),
)


def assigned(covers: Chain, *names: str):
    """Nothing in these files says which order line is meant: a person has to."""
    identity = order_id("2018117", COVERS.buyer)
    return [
        decide("assign", number=place, order=identity, document=covers.id(name), document_line=row, order_line=to)
        for place, (name, row, to) in enumerate(
            ((name, row, to) for name in names for row, to in (("1", "10"), ("2", "20"))), 1
        )
    ]


def test_lines_without_any_reference_are_never_guessed(covers: Chain) -> None:
    assert names_of(covers.assess()) == {"order_not_found"}
    found = covers.assess(also=[COVERS])
    assert found.allocations == ()
    assert names_of(found) == {"line_unmatched"}


def test_an_invoice_may_take_something_back(covers: Chain) -> None:
    found = covers.assess("invoice", also=[COVERS], decisions=assigned(covers, "invoice"))
    assert (found.line("10", "2018117").invoiced, found.line("20", "2018117").invoiced) == (2000, -800)
    assert found.status("2018117") == "partially_invoiced"


@pytest.mark.parametrize("back", ["credit", "negative"])
def test_a_credit_note_and_a_negative_invoice_take_back_the_same(covers: Chain, back: str) -> None:
    found = covers.assess("invoice", back, also=[COVERS], decisions=assigned(covers, "invoice", back))
    assert (found.line("10", "2018117").invoiced, found.line("20", "2018117").invoiced) == (0, 0)
    assert (found.line("10", "2018117").invoiced_amount, found.status("2018117")) == (0, "pending")


@pytest.fixture(scope="module")
def clinic(corpus: Path) -> Chain:
    prefix = "invoice__"
    return chain(
        corpus / "ubl" / "phax_phive-rules",
        i01=f"{prefix}01_FT_B2G_Data_fattura_non_coincide_con_data_operazione_Regime_di_split_payment.xml",
        i07=f"{prefix}07_FT_B2G_Riferimento_ordine_elettronico_CIG_e_CUP_in_testata.xml",
        i08=f"{prefix}08_FT_G2G_Riferimento_ordine_elettronico_in_testata_Riferimento_riga_d_ordine_in_riga.xml",
        i11=f"{prefix}11_FT_B2G_Multiordine_Tripletta_ordine_CIG_e_Convenzione_in_riga.xml",
        i18=f"{prefix}18_FT_G2G_Riga_con_sconto_sul_prezzo_Riga_senza_sconto_sul_prezzo.xml",
        i19=f"{prefix}19_FT_G2G_Riga_con_maggiorazione_sul_prezzo_riferimento_DDT_in_riga.xml",
        i20=f"{prefix}20_FT_B2G_Sconto_in_testata_abbuono_su_riga_riferimenti_in_testata_e_in_riga.xml",
        i22=f"{prefix}22_FT_B2G_Gestione_AICFarmaco_Confezione_Riferimento_a_ordine_e_DDT_Quietanzamento.xml",
        i29=f"{prefix}29_FT_B2G_Gestione_Dispositivo_Medico_Riferimento_a_ordine_e_DDT_Quietanzamento.xml",
        i31=f"{prefix}31_FT_B2G_Indicazione_acconto_in_fattura_di_saldo.xml",
        i32=f"{prefix}32_FT_B2B_Indicazione_acconto_in_fattura_di_saldo.xml",
        credit="credit-note__02_NC_G2G_Regime_di_split_payment_Riferimento_ordine_in_testata.xml",
    )


CLINIC = order(
    "110",
    line("1", 10, supplier_item="138490", price="10.00"),
    line("2", 3, supplier_item="140936", price="300.00"),
    line("3", 20, supplier_item="689910", price="62.30"),
    on="2020-01-10",
    supplier=party("Fornitore SPA", vat="IT02188520544"),
    buyer=party("USL Cliente", "0210:01598570354", vat="IT01598570354"),
)


def test_twelve_bills_for_a_clinic_whose_order_never_came_are_kept(clinic: Chain) -> None:
    found = clinic.assess()
    assert found.orders == ()
    assert names_of(found) == {"order_not_found"}
    assert {one.order_number for one in found.unmatched} == {"110", "111"}
    assert {one.document for one in found.documents} == {clinic.id(name) for name in clinic.files}


def test_the_clinic_is_billed_by_line_by_item_and_over_two_orders(clinic: Chain) -> None:
    found = clinic.assess("i01", "i08", "i11", also=[CLINIC])
    assert found.status("110") == "invoiced"
    assert [(one.line, one.invoiced) for one in found.order("110").lines] == [("1", 10), ("2", 3), ("3", 20)]
    rules = {(one.document_number or "")[:2]: one.rule for one in found.allocations}
    assert rules == {"01": "item", "08": "line_reference", "11": "line_reference"}
    assert [(one.document_line, one.code, one.order_number) for one in found.unmatched] == [
        ("2", "order_not_found", "111")
    ]


def test_the_clinics_credit_note_takes_its_medicine_back(clinic: Chain) -> None:
    found = clinic.assess("i01", "i08", "i11", "credit", also=[CLINIC])
    assert found.status("110") == "partially_invoiced"
    assert found.line("3", "110").invoiced == 0


def test_the_clinics_supplier_wants_its_money_elsewhere(clinic: Chain) -> None:
    found = clinic.assess("i01", "i11", also=[CLINIC])
    assert found.deviation("bank_account_changed").document == clinic.id("i11")


@pytest.fixture(scope="module")
def computers(corpus: Path) -> Chain:
    return chain(
        corpus / "ubl" / "phax_phive-rules",
        printed="despatchadvice__Irsaliye-Matbudan.xml",
        whole="despatchadvice__Irsaliye-Ornek1.xml",
        part="despatchadvice__Irsaliye-Ornek2.xml",
        stranger="despatchadvice__Irsaliye-Ornek3.xml",
        came="receiptadvice__IrsaliyeYaniti-Ornek1.xml",
        late="receiptadvice__IrsaliyeYaniti-Ornek2.xml",
        damaged="receiptadvice__IrsaliyeYaniti-Ornek3.xml",
        odd="receiptadvice__IrsaliyeYaniti-Ornek4.xml",
    )


COMPUTERS_NO = "GIB2016000000033"
COMPUTERS: Document = order(
    COMPUTERS_NO,
    line("1", 20, supplier_item="PNC1234", price="100.00"),
    line("2", 12, supplier_item="PNC1235", price="100.00"),
    line("3", 12, supplier_item="PNC1236", price="10.00"),
    line("4", 2, supplier_item="PNC1237", price="50.00"),
    on="2016-08-14",
    currency="TRY",
    supplier=party("AAA Anonim Şirketi", "VKN:1288331521"),
    buyer=party("BBB Limited Şirketi", "VKN:9205121120"),
)


def test_despatches_and_receipts_whose_order_never_came_are_kept(computers: Chain) -> None:
    found = computers.assess()
    assert found.orders == ()
    assert names_of(found) == {"order_not_found"}
    assert len(found.documents) == 8


def test_computers_are_shipped_once_although_announced_twice(computers: Chain) -> None:
    found = computers.assess("printed", "whole", also=[COMPUTERS])
    assert found.status(COMPUTERS_NO) == "shipped"
    assert [one.shipped for one in found.order(COMPUTERS_NO).lines] == [20, 12, 12, 2]
    assert sorted(found.counted(computers.id(name)) for name in ("printed", "whole")) == [False, True]


def test_computers_that_are_still_to_come_stay_open(computers: Chain) -> None:
    found = computers.assess("part", also=[COMPUTERS])
    assert found.status(COMPUTERS_NO) == "partially_shipped"
    assert [one.open_to_ship for one in found.order(COMPUTERS_NO).lines] == [10, 2, 0, 0]
    assert {one.closed_short for one in found.order(COMPUTERS_NO).lines} == {0}


@pytest.mark.parametrize("name", ["came", "late"])
def test_computers_are_received(computers: Chain, name: str) -> None:
    found = computers.assess("whole", name, also=[COMPUTERS])
    assert found.status(COMPUTERS_NO) == "received"
    assert "goods_rejected" not in found.codes


def test_damaged_computers_do_not_fill_the_order(computers: Chain) -> None:
    found = computers.assess("whole", "damaged", also=[COMPUTERS])
    assert found.status(COMPUTERS_NO) == "partially_received"
    assert [one.rejected for one in found.order(COMPUTERS_NO).lines] == [2, 1, 0, 0]
    assert [one.open_to_receive for one in found.order(COMPUTERS_NO).lines] == [2, 1, 0, 0]
    assert {(one.order_line, figures(one)[2]) for one in found.deviations("goods_rejected")} == {("1", 2), ("2", 1)}


def test_too_few_computers_and_too_many_bags(computers: Chain) -> None:
    found = computers.assess("whole", "odd", also=[COMPUTERS])
    assert [one.received for one in found.order(COMPUTERS_NO).lines] == [18, 12, 20, 2]
    assert found.status(COMPUTERS_NO) == "partially_received"
    over = found.deviation("quantity_over_ordered", line="3")
    assert figures(over) == (12, 20, 8)
    assert figures(found.deviation("quantity_over_shipped", line="3"))[2] == 8
    assert found.line("1", COMPUTERS_NO).open_to_receive == 2


def test_another_suppliers_despatch_of_the_same_order_number_does_not_count(computers: Chain) -> None:
    found = computers.assess("stranger", also=[COMPUTERS])
    assert not found.counted(computers.id("stranger")) or found.allocations == ()
    assert found.status(COMPUTERS_NO) == "pending"
