"""What Finvoice says, alone and in a file with others."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.format import Content
from ingest.formats.finvoice import FINVOICE
from ingest.formats.finvoice import sequence as sequences
from ingest.reading import read as read_file
from orders.document import DOCUMENT, Document, DocumentType, Line, Standing
from orders.errors import Reject
from tests.golden import SAMPLES

ENVELOPE = '<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body/></S:Envelope>'
LATIN = '<?xml version="1.0" encoding="ISO-8859-15"?>'
SAMPLE = SAMPLES / "finvoice" / "two-in-envelopes.soap"


def xml(details: str = "", body: str = "", number: str = "7", version: str = "3.0") -> str:
    own = f"<InvoiceNumber>{number}</InvoiceNumber>"
    return f'<Finvoice Version="{version}"><InvoiceDetails>{own}{details}</InvoiceDetails>{body}</Finvoice>'


def read(*parts: str, encoding: str = "utf-8") -> list[Document]:
    content = Content("".join(parts).encode(encoding))
    assert FINVOICE.claims(content)
    found = FINVOICE.read(content)
    assert isinstance(found, list)
    return found


def only(details: str = "", body: str = "") -> Document:
    (document,) = read(xml(details, body))
    return document


def row(body: str) -> Line:
    (found,) = only("", f"<InvoiceRow>{body}</InvoiceRow>").lines
    return found


@pytest.mark.parametrize("version", ["1.2", "1.3", "2.0", "2.01", "3.0"])
def test_every_version_is_read(version: str) -> None:
    (document,) = read(xml(version=version))
    assert (document.number, document.profile) == ("7", f"Finvoice {version}")


def test_another_root_is_not_claimed() -> None:
    assert not FINVOICE.claims(Content(b"<Finvoices/>"))
    assert not FINVOICE.claims(Content(f"{ENVELOPE}<Other/>".encode()))


@pytest.mark.parametrize(
    "parts",
    [
        [ENVELOPE, xml()],
        [ENVELOPE, "\n", LATIN, '<?xml-stylesheet href="x.xsl"?>', xml()],
        ['<?xml version="1.0"?>', ENVELOPE, '<!DOCTYPE Finvoice SYSTEM "Finvoice.dtd">', xml()],
        ["\ufeff", ENVELOPE, xml()],
    ],
)
def test_an_envelope_stands_before_the_document(parts: list[str]) -> None:
    (document,) = read(*parts)
    assert document.number == "7"


def test_several_stand_in_a_file_each_in_its_own_encoding() -> None:
    name = "<BuyerPartyDetails><BuyerOrganisationName>Hätälä €</BuyerOrganisationName></BuyerPartyDetails>"
    first = (ENVELOPE + LATIN + xml(body=name, number="1")).encode("iso-8859-15")
    second = ('<?xml version="1.0" encoding="UTF-8"?>' + xml(body=name, number="2")).encode()
    found = read_file(Content(first + second))
    assert [(one.number, one.buyer and one.buyer.name) for one in found] == [("1", "Hätälä €"), ("2", "Hätälä €")]


def test_a_place_names_which_of_several_it_is() -> None:
    rows = "<InvoiceRow><InvoicedQuantity>viisi</InvoicedQuantity></InvoiceRow>"
    _, second = read(ENVELOPE, xml(), ENVELOPE, "\n", xml(body=rows))
    assert second.lines[0].where == "Finvoice 2, line 1"
    assert [(one.code, one.where) for one in second.issues] == [("BAD_NUMBER", "Finvoice 2, line 1")]


def test_one_bad_document_of_several_rejects_the_file_and_is_named() -> None:
    with pytest.raises(Reject) as refused:
        read(ENVELOPE, xml(), ENVELOPE, "<Finvoice><InvoiceDetails></Finvoice>")
    assert (refused.value.code, (refused.value.where or "")[:10]) == ("XML_NOT_WELL_FORMED", "Finvoice 2")


def test_more_documents_than_anybody_sends_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sequences, "MAX_DOCUMENTS", 3)
    with pytest.raises(Reject) as refused:
        read(*[ENVELOPE, xml()] * 4)
    assert refused.value.code == "TOO_MANY_DOCUMENTS"


@given(st.integers(0, 12_000), st.binary(max_size=6), st.integers(0, 300))
def test_a_damaged_file_is_read_or_rejected(place: int, replacement: bytes, length: int) -> None:
    data = SAMPLE.read_bytes()
    place %= len(data)
    try:
        documents = read_file(Content(data[:place] + replacement + data[place + length :]))
    except Reject:
        return
    assert all(DOCUMENT.from_json(DOCUMENT.to_json(one)) == one for one in documents)


@pytest.mark.parametrize(
    ("code", "kind", "standing"),
    [
        ("INV01", DocumentType.INVOICE, None),
        ("INV02", DocumentType.CREDIT_NOTE, None),
        ("INV03", DocumentType.INVOICE, None),
        ("INV06", DocumentType.INVOICE, Standing.PROFORMA),
        ("INV07", DocumentType.INVOICE, None),
        ("INV08", DocumentType.INVOICE, Standing.PROFORMA),
        ("TES01", DocumentType.INVOICE, Standing.TEST),
    ],
)
def test_the_type_says_what_it_is(code: str, kind: DocumentType, standing: Standing | None) -> None:
    document = only(f"<InvoiceTypeCode>{code}</InvoiceTypeCode>")
    assert (document.type, document.standing, document.type_code) == (kind, standing, code)


@pytest.mark.parametrize(
    ("code", "kind", "standing"),
    [
        ("380", DocumentType.INVOICE, None),
        ("381", DocumentType.CREDIT_NOTE, None),
        ("386", DocumentType.INVOICE, Standing.PREPAYMENT),
    ],
)
def test_a_code_of_un_ece_says_it_more_exactly(code: str, kind: DocumentType, standing: Standing | None) -> None:
    document = only(f"<InvoiceTypeCode>INV01</InvoiceTypeCode><InvoiceTypeCodeUN>{code}</InvoiceTypeCodeUN>")
    assert (document.type, document.standing, document.type_code) == (kind, standing, code)


@pytest.mark.parametrize("code", ["ORD01", "QUO01", "PRI01"])
def test_what_is_no_invoice_is_named_and_refused(code: str) -> None:
    with pytest.raises(Reject, match=code) as refused:
        only(f"<InvoiceTypeCode>{code}</InvoiceTypeCode>")
    assert refused.value.code == "FORMAT_UNSUPPORTED"


ORIGINAL = "<OriginalInvoiceNumber>6</OriginalInvoiceNumber>"


@pytest.mark.parametrize(
    ("details", "cancels", "replaces", "copy"),
    [
        ("<OriginCode>Copy</OriginCode>", (), (), True),
        ("<OriginCode>Cancel</OriginCode>", ("7",), (), False),
        (f"<OriginCode>Cancel</OriginCode>{ORIGINAL}", ("6",), (), False),
        (f"<InvoiceTypeCode>INV02</InvoiceTypeCode><OriginCode>Cancel</OriginCode>{ORIGINAL}", (), (), False),
        (f"<InvoiceTypeCodeUN>384</InvoiceTypeCodeUN>{ORIGINAL}", (), ("6",), False),
    ],
)
def test_its_origin_says_what_becomes_of_others(
    details: str, cancels: tuple[str, ...], replaces: tuple[str, ...], copy: bool
) -> None:
    document = only(details)
    assert (document.cancels, document.replaces, document.copy) == (cancels, replaces, copy)


def test_numbers_have_a_comma_and_days_no_hyphens() -> None:
    document = only(
        '<InvoiceDate Format="CCYYMMDD">20260305</InvoiceDate><InvoiceTotalVatIncludedAmount '
        'AmountCurrencyIdentifier="EUR">-1250,50</InvoiceTotalVatIncludedAmount>'
    )
    assert (str(document.issue_date), document.totals.gross, document.currency) == (
        "2026-03-05",
        Decimal("-1250.50"),
        "EUR",
    )


def test_a_number_that_is_none_and_a_day_that_is_none_are_issues() -> None:
    document = only("<InvoiceDate>20260230</InvoiceDate><InvoiceTotalVatAmount>1.250,00</InvoiceTotalVatAmount>")
    assert [one.code for one in document.issues] == ["BAD_DATE", "BAD_NUMBER"]


def test_an_order_placeholder_is_no_order() -> None:
    assert only("<OrderIdentifier>NA</OrderIdentifier>").order_references == ()


def test_a_row_names_its_order_its_line_and_its_delivery() -> None:
    found = row(
        "<RowIdentifier>A</RowIdentifier><RowOrderPositionIdentifier>10</RowOrderPositionIdentifier>"
        "<RowOrderConfirmationIdentifier>C</RowOrderConfirmationIdentifier><RowDeliveryIdentifier>D</RowDeliveryIdentifier>"
        "<RowDeliveryDate>20260303</RowDeliveryDate><OriginalInvoiceNumber>6</OriginalInvoiceNumber>"
    )
    assert (found.order_number, found.order_line, found.supplier_order_number) == ("A", "10", "C")
    assert (found.despatch_number, str(found.delivery_date), found.invoice_number) == ("D", "2026-03-03", "6")


@pytest.mark.parametrize(
    ("quantities", "expected"),
    [
        ("<DeliveredQuantity>3</DeliveredQuantity><InvoicedQuantity>2</InvoicedQuantity>", 2),
        ("<OrderedQuantity>4</OrderedQuantity><DeliveredQuantity>3</DeliveredQuantity>", 3),
        ("<OrderedQuantity>4</OrderedQuantity>", 4),
        ("<InvoicedQuantity/><DeliveredQuantity>3</DeliveredQuantity>", 3),
    ],
)
def test_what_is_invoiced_counts_before_what_is_delivered(quantities: str, expected: int) -> None:
    assert row(quantities).quantity == expected


@pytest.mark.parametrize(
    ("attributes", "unit", "text"),
    [
        ('QuantityUnitCode="kpl"', "H87", "kpl"),
        ('QuantityUnitCode="tuntia" QuantityUnitCodeUN="HUR"', "HUR", "tuntia"),
        ('QuantityUnitCode="rll"', "XRO", "rll"),
        ('QuantityUnitCode="kg"', "KGM", "kg"),
        ('QuantityUnitCode=""', None, None),
    ],
)
def test_units_are_finnish_words_or_codes(attributes: str, unit: str | None, text: str | None) -> None:
    found = row(f"<InvoicedQuantity {attributes}>1</InvoicedQuantity>")
    assert (found.unit, found.unit_text) == (unit, text)


PRICED = (
    '<InvoicedQuantity QuantityUnitCode="kg">200</InvoicedQuantity>{}<RowVatExcludedAmount>{}</RowVatExcludedAmount>'
)


@pytest.mark.parametrize(
    ("price", "amount", "expected"),
    [
        ("<UnitPriceAmount>12,00</UnitPriceAmount>", "2400", "12"),
        (
            "<UnitPriceAmount>12,00</UnitPriceAmount><UnitPriceBaseQuantity>100</UnitPriceBaseQuantity>",
            "24",
            "0.12",
        ),
        ('<UnitPriceAmount UnitPriceUnitCode="tn">1000,00</UnitPriceAmount>', "200", "1"),
        ('<UnitPriceAmount UnitPriceUnitCode="e/kg">12,00</UnitPriceAmount>', "2400", "12"),
        (
            "<UnitPriceAmount>12,00</UnitPriceAmount><UnitPriceNetAmount>10,00</UnitPriceNetAmount>",
            "2000",
            "10",
        ),
    ],
)
def test_a_price_is_net_and_for_one_of_the_rows_unit(price: str, amount: str, expected: str) -> None:
    document = only("", f"<InvoiceRow>{PRICED.format(price, amount)}</InvoiceRow>")
    assert document.lines[0].unit_price == Decimal(expected)
    assert document.issues == ()


@pytest.mark.parametrize(
    ("discount", "expected"),
    [
        ("<RowDiscountAmount>240,00</RowDiscountAmount>", [-240]),
        ("<RowDiscountPercent>10</RowDiscountPercent>", [-240]),
        (
            (
                "<RowProgressiveDiscountDetails><RowDiscountAmount>200</RowDiscountAmount></RowProgressiveDiscountDetails>"
                "<RowProgressiveDiscountDetails><RowDiscountAmount>60</RowDiscountAmount></RowProgressiveDiscountDetails>"
                "<RowChargeDetails><Amount>20</Amount></RowChargeDetails>"
            ),
            [-200, -60, 20],
        ),
    ],
)
def test_discounts_and_charges_of_a_row_are_in_its_amount(discount: str, expected: list[int]) -> None:
    body = PRICED.format(f"<UnitPriceAmount>12,00</UnitPriceAmount>{discount}", "2160")
    document = only("", f"<InvoiceRow>{body}</InvoiceRow>")
    assert [one.amount for one in document.lines[0].charges] == expected
    assert document.issues == ()


def test_an_amount_with_tax_is_taken_without_it() -> None:
    assert row("<RowAmount>125,50</RowAmount><RowVatAmount>25,50</RowVatAmount>").line_amount == 100


def test_a_sum_that_is_wrong_is_an_issue() -> None:
    totals = "<RowsTotalVatExcludedAmount>50,00</RowsTotalVatExcludedAmount>"
    document = only(totals, "<InvoiceRow><RowVatExcludedAmount>40,00</RowVatExcludedAmount></InvoiceRow>")
    assert [one.code for one in document.issues] == ["total_mismatch"]


def test_the_buyer_is_who_bought_otherwise_who_gets_the_invoice() -> None:
    party = "<{0}PartyDetails><{0}OrganisationName>{0}</{0}OrganisationName></{0}PartyDetails>"
    billed, bought = party.format("InvoiceRecipient"), party.format("Buyer")
    buyers = [only("", body).buyer for body in (billed, billed + bought)]
    assert [one and one.name for one in buyers] == ["InvoiceRecipient", "Buyer"]


@pytest.mark.parametrize(("number", "scheme"), [("3141592-6", "0212"), ("AS-1", "")])
def test_a_number_of_the_buyer_is_a_business_id_only_if_it_looks_like_one(number: str, scheme: str) -> None:
    body = f"<BuyerPartyDetails><BuyerPartyIdentifier>{number}</BuyerPartyIdentifier></BuyerPartyDetails>"
    buyer = only("", body).buyer
    assert buyer is not None
    assert [(one.scheme, one.value) for one in buyer.ids] == [(scheme, number)]
