"""What a FatturaPA says: types, references, prices, totals."""

from decimal import Decimal

import pytest

from ingest.format import Content
from ingest.formats.fatturapa import FATTURAPA
from orders.document import DocumentType, Standing
from orders.errors import Reject
from tests.ingest.fatturapa.fatturapa import body, line, only, only_line, order, read, summary, xml


@pytest.mark.parametrize(
    "namespace",
    [
        "http://www.fatturapa.gov.it/sdi/fatturapa/v1.0",
        "http://www.fatturapa.gov.it/sdi/fatturapa/v1.1",
        "http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2",
    ],
)
def test_every_version_is_read(namespace: str) -> None:
    assert read(xml(body(), namespace=namespace))[0].number == "7"


def test_elements_may_wrongly_be_in_the_roots_namespace_or_the_root_in_none() -> None:
    data = xml(body(lines=line()))
    qualified = data.replace(b"p:", b"").replace(b"xmlns:p", b"xmlns")
    assert read(qualified)[0].lines[0].quantity == 10
    bare = data.replace(b"p:", b"").replace(b":p=", b"=").replace(b'xmlns="http://ivaservizi', b'x="http://ivaservizi')
    assert read(bare)[0].lines[0].quantity == 10


def test_another_root_is_not_claimed() -> None:
    assert not FATTURAPA.claims(Content(b"<FatturaElettronica><Altro/></FatturaElettronica>"))


def test_each_body_is_a_document_of_the_same_parties() -> None:
    one, other = read(xml(body(), body("TD04")))
    assert (one.type, other.type) == (DocumentType.INVOICE, DocumentType.CREDIT_NOTE)
    assert one.supplier == other.supplier
    assert one.supplier is not None
    assert one.supplier.vat_id == "IT1"


def test_a_file_without_a_body_is_rejected() -> None:
    with pytest.raises(Reject) as refused:
        read(xml())
    assert refused.value.code == "DOCUMENT_EMPTY"


@pytest.mark.parametrize(
    ("code", "kind", "standing"),
    [
        ("TD01", DocumentType.INVOICE, None),
        ("TD02", DocumentType.INVOICE, Standing.PREPAYMENT),
        ("TD03", DocumentType.INVOICE, Standing.PREPAYMENT),
        ("TD04", DocumentType.CREDIT_NOTE, None),
        ("TD05", DocumentType.INVOICE, None),
        ("TD06", DocumentType.INVOICE, None),
        ("TD20", DocumentType.INVOICE, None),
        ("TD24", DocumentType.INVOICE, None),
        ("TD25", DocumentType.INVOICE, None),
    ],
)
def test_the_type_says_what_it_is(code: str, kind: DocumentType, standing: Standing | None) -> None:
    document = only(code)
    assert (document.type, document.standing, document.type_code) == (kind, standing, code)


@pytest.mark.parametrize("code", ["TD16", "TD17", "TD18", "TD19", "TD21", "TD22", "TD23", "TD27", "TD28", "TD29"])
def test_what_the_buyer_writes_for_the_tax_office_does_not_count(code: str) -> None:
    assert only(code).standing is Standing.PROFORMA


def test_an_order_reference_belongs_to_the_lines_that_it_names() -> None:
    document = only(general=order("A", 1, 2, item="10") + order("B", 3), lines=line(1) + line(2) + line(3))
    assert [(one.order_number, one.order_line) for one in document.lines] == [("A", "10"), ("A", "10"), ("B", None)]
    assert document.order_references == ()


def test_an_order_reference_without_lines_or_with_unknown_ones_belongs_to_the_whole_document() -> None:
    document = only(general=order("A") + order("B", 9), lines=line(1) + line(2))
    assert [one.number for one in document.order_references] == ["A", "B"]
    assert [one.order_number for one in document.lines] == [None, None]


def test_the_only_line_is_what_a_reference_without_lines_is_about() -> None:
    document = only(general=order("A", item="4"), lines=line(1))
    assert (document.lines[0].order_number, document.lines[0].order_line) == ("A", "4")


def test_a_line_of_several_order_lines_takes_none() -> None:
    document = only(general=order("A", 1, item="1") + order("A", 1, item="2"), lines=line(1))
    assert (document.lines[0].order_number, document.lines[0].order_line) == ("A", None)
    assert [one.code for one in document.issues] == ["SEVERAL_ORDER_LINES"]


def test_triplets_of_the_nso_are_taken_apart_and_its_placeholders_left_out() -> None:
    document = only(
        general=order("ORD01#2022-12-01#O92KTP") + order("#MULTI#") + order("#NO#"), lines=line(1) + line(1)
    )
    (reference,) = document.order_references
    assert (reference.number, str(reference.issue_date)) == ("ORD01", "2022-12-01")
    assert [one.order_number for one in document.lines] == [None, None]


def test_despatches_belong_to_lines_and_several_of_one_line_to_the_document() -> None:
    note = (
        "<DatiDDT><NumeroDDT>{}</NumeroDDT><DataDDT>2026-03-12</DataDDT>"
        "<RiferimentoNumeroLinea>{}</RiferimentoNumeroLinea></DatiDDT>"
    )
    notes = note.format("D1", 1) + note.format("D2", 2) + note.format("D3", 2)
    document = only(general=notes, lines=line(1) + line(2))
    assert [one.despatch_number for one in document.lines] == ["D1", None]
    assert document.despatch_references == ("D2", "D3")


def test_a_credit_names_the_invoice_and_its_line() -> None:
    linked = (
        "<DatiFattureCollegate><RiferimentoNumeroLinea>1</RiferimentoNumeroLinea><IdDocumento>R-1</IdDocumento>"
        "<NumItem>3</NumItem></DatiFattureCollegate>"
    )
    (credited, other) = only("TD04", general=linked, lines=line(1) + line(2)).lines
    assert (credited.invoice_number, credited.invoice_line) == ("R-1", "3")
    assert other.invoice_number is None


CHANGE = "<ScontoMaggiorazione><Tipo>{}</Tipo><{}>{}</{}></ScontoMaggiorazione>"


def change(kind: str, name: str, amount: object) -> str:
    return CHANGE.format(kind, name, amount, name)


@pytest.mark.parametrize(
    ("changes", "amount", "price"),
    [
        (change("SC", "Percentuale", 10) + change("SC", "Percentuale", 5), "85.50", "8.55"),
        (change("SC", "Importo", "1.45"), "85.50", "8.55"),
        (change("SC", "Importo", "-1.45"), "85.50", "8.55"),
        (change("MG", "Percentuale", 10), "110", "11"),
        (change("SC", "Importo", "14.50"), "85.50", "8.55"),  # of the whole line
    ],
)
def test_discounts_and_increases_are_in_the_net_price(changes: str, amount: str, price: str) -> None:
    document = only(lines=line(quantity=10, price=10, amount=amount, more=changes))
    assert document.lines[0].unit_price == Decimal(price)
    assert document.issues == ()


def test_a_price_that_does_not_come_to_the_amount_is_an_issue() -> None:
    document = only(lines=line(quantity=10, price=10, amount=90))
    assert [one.code for one in document.issues] == ["line_amount_mismatch"]


def test_a_line_without_quantity_is_an_amount_or_if_it_is_nothing_text() -> None:
    service = only_line(quantity=None, price=50, amount=50)
    assert (service.quantity, service.unit_price, service.line_amount) == (None, None, 50)
    assert only_line(quantity=None, price=0, amount=0).line_amount is None


@pytest.mark.parametrize(("kind", "amount"), [("AC", 12), ("SC", -12), ("PR", -12), ("AB", -12)])
def test_a_line_that_is_no_goods_is_a_charge(kind: str, amount: int) -> None:
    special = f"<TipoCessionePrestazione>{kind}</TipoCessionePrestazione>"
    goods = line(1) + line(2, None, amount, amount, special) + summary(50 + amount, (50 + amount) * Decimal("0.22"))
    document = only(lines=goods)
    assert [one.id for one in document.lines] == ["1"]
    assert [one.amount for one in document.charges] == [amount]
    assert document.issues == ()


@pytest.mark.parametrize(
    ("kind", "key"),
    [("AswArtFor", "supplier_item"), ("Codice cliente", "buyer_item"), ("EAN", "gtin"), ("INTERNO", "supplier_item")],
)
def test_the_type_of_an_item_number_says_whose_it_is(kind: str, key: str) -> None:
    code = f"<CodiceTipo>{kind}</CodiceTipo><CodiceValore>8001234500016</CodiceValore>"
    found = only_line(more=f"<CodiceArticolo>{code}</CodiceArticolo>")
    named = {name for name in ("supplier_item", "buyer_item", "gtin") if getattr(found, name)}
    assert named == {key}


def test_the_number_of_a_class_is_no_item() -> None:
    code = "<CodiceTipo>TARIC</CodiceTipo><CodiceValore>7318158190</CodiceValore>"
    assert only_line(more=f"<CodiceArticolo>{code}</CodiceArticolo>").supplier_item is None


@pytest.mark.parametrize(
    ("text", "unit"), [("PZ", "H87"), ("Nr.", "H87"), ("Pezzo", "H87"), ("KG", "KGM"), ("MC", "MTQ"), ("ore", "HUR")]
)
def test_units_are_italian_words(text: str, unit: str) -> None:
    found = only_line(more=f"<UnitaMisura>{text}</UnitaMisura>")
    assert (found.unit, found.unit_text) == (unit, text)


def test_a_discount_of_the_whole_that_is_not_in_the_taxes_lowers_what_is_due() -> None:
    discount = change("SC", "Importo", 10) + "<ImportoTotaleDocumento>51.00</ImportoTotaleDocumento>"
    document = only(document=discount, lines=line() + summary(50, 11))
    assert document.charges == ()
    assert (document.totals.net, document.totals.gross, document.totals.payable) == (50, 61, 51)
    assert document.issues == ()


def test_a_discount_of_the_whole_that_is_in_the_taxes_is_an_allowance() -> None:
    discount = change("SC", "Percentuale", 10)
    document = only(document=discount, lines=line() + summary(45, "9.90"))
    assert [one.amount for one in document.charges] == [-5]
    assert document.totals.gross == Decimal("54.90")
    assert document.issues == ()


def test_what_is_withheld_or_a_stamp_makes_the_payable_another_than_the_gross_total() -> None:
    withheld = "<DatiRitenuta><ImportoRitenuta>10</ImportoRitenuta></DatiRitenuta>"
    stamp = "<DatiBollo><ImportoBollo>2.00</ImportoBollo></DatiBollo>"
    total = "<ImportoTotaleDocumento>63.00</ImportoTotaleDocumento>"
    totals = only(document=withheld + stamp + total, lines=line() + summary(50, 11)).totals
    assert (totals.gross, totals.payable) == (61, 53)


FUND = (
    "<DatiCassaPrevidenziale><TipoCassa>TC04</TipoCassa>"
    "<ImportoContributoCassa>2</ImportoContributoCassa></DatiCassaPrevidenziale>"
)
ROUNDING = "<Arrotondamento>-0.35</Arrotondamento>"


@pytest.mark.parametrize(
    ("net", "tax", "total", "part"),
    [
        ("51.65", "11.36", "63.01", ["2", "-0.35"]),
        ("52", "11.44", "63.09", ["2"]),  # rounded is what is paid, not what is taxed
        ("49.65", "10.92", "62.57", ["-0.35"]),
        ("50", "11", "62.65", []),
    ],
)
def test_contributions_and_rounding_are_part_of_the_net_total_where_the_sums_say_so(
    net: str, tax: str, total: str, part: list[str]
) -> None:
    stated = FUND + f"<ImportoTotaleDocumento>{total}</ImportoTotaleDocumento>"
    document = only(document=stated, lines=line() + summary(net, tax, ROUNDING))
    assert [str(one.amount) for one in document.charges] == part
    assert document.issues == ()


def test_contributions_and_rounding_are_taken_for_part_of_a_net_total_that_nothing_explains() -> None:
    document = only(document=FUND, lines=line() + summary("70", "15.40", ROUNDING))
    assert [str(one.amount) for one in document.charges] == ["2", "-0.35"]
    assert [one.code for one in document.issues] == ["total_mismatch"]


def test_a_total_that_nothing_explains_is_an_issue() -> None:
    total = "<ImportoTotaleDocumento>99.00</ImportoTotaleDocumento>"
    document = only(document=total, lines=line() + summary(50, 11))
    assert document.totals.gross == 99
    assert [one.code for one in document.issues] == ["total_mismatch"]


@pytest.mark.parametrize(("amounts", "due"), [((61,), 61), ((30, 31), 61), ((61, 61), 61), ((50,), 50)])
def test_what_is_due_is_the_sum_of_the_parts_or_one_of_the_ways_to_pay(amounts: tuple[int, ...], due: int) -> None:
    parts = "".join(
        f"<DettaglioPagamento><ImportoPagamento>{one}</ImportoPagamento></DettaglioPagamento>" for one in amounts
    )
    document = only(lines=line() + summary(50, 11), rest=f"<DatiPagamento>{parts}</DatiPagamento>")
    assert document.totals.payable == due


@pytest.mark.parametrize(("code", "ids"), [("UF6Q2R", [("0201", "UF6Q2R")]), ("K9PLM3Z", []), ("0000000", [])])
def test_the_recipients_code_names_an_office_and_no_company(code: str, ids: list[tuple[str, str]]) -> None:
    (document,) = read(xml(body(), recipient=code))
    found = document.buyer.ids if document.buyer else ()
    assert [(one.scheme, one.value) for one in found] == ids


def test_a_person_is_named_by_both_names() -> None:
    person = "<Anagrafica><Nome>Ada</Nome><Cognome>Bo</Cognome></Anagrafica><CodiceFiscale>X1</CodiceFiscale>"
    (document,) = read(xml(body(), supplier=person))
    assert document.supplier is not None
    assert (document.supplier.name, document.supplier.ids[0].value) == ("Ada Bo", "X1")


def test_amounts_of_a_simplified_invoice_are_with_tax() -> None:
    goods = "<DatiBeniServizi><Importo>{}</Importo><DatiIVA>{}</DatiIVA></DatiBeniServizi>"
    lines = goods.format(122, "<Aliquota>22</Aliquota>") + goods.format(10, "<Imposta>1</Imposta>")
    data = xml(body("TD07").replace("<DatiBeniServizi></DatiBeniServizi>", lines))
    (document,) = read(data.replace(b"p:FatturaElettronica", b"p:FatturaElettronicaSemplificata"))
    assert [one.line_amount for one in document.lines] == [100, 9]
    assert (document.totals.net, document.totals.tax, document.totals.gross) == (109, 23, 132)
