"""UBL 2.1 documents from a few words: what `scripts/demo_documents.py` tells its story with."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from xml.sax.saxutils import escape

UBL = "urn:oasis:names:specification:ubl:schema:xsd"
RATE = Decimal(19)


@dataclass(frozen=True)
class Party:
    """A trading party; `iban` of those who send invoices."""

    name: str
    gln: str
    vat: str
    iban: str = ""


@dataclass(frozen=True)
class Line:
    """What a document says of one order line; what is None it does not say."""

    order_line: str
    name: str
    item: str
    quantity: str | None
    price: str | None = None
    unit: str = "C62"
    wanted: str | None = None
    promised: str | None = None
    status: str | None = None
    outstanding: str | None = None
    buyer_item: str | None = None


BUYER = Party("Nordwerk Maschinenbau GmbH", "4012345100004", "DE812345678")


def ubl(root: str, body: Iterable[str]) -> str:
    """A UBL 2.1 document."""
    lines = "\n".join(f"  {line}" for part in body for line in part.splitlines() if line.strip())
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<{root} xmlns="{UBL}:{root}-2" xmlns:cac="{UBL}:CommonAggregateComponents-2"'
        f' xmlns:cbc="{UBL}:CommonBasicComponents-2">\n{lines}\n</{root}>\n'
    )


def cbc(name: str, value: object | None, **attributes: str) -> str:
    """A basic element; nothing for None."""
    if value is None:
        return ""
    attached = "".join(f' {key}="{escape(text)}"' for key, text in attributes.items())
    return f"<cbc:{name}{attached}>{escape(str(value))}</cbc:{name}>"


def cac(name: str, *inner: str) -> str:
    """An aggregate element; nothing if there is nothing in it."""
    content = "\n".join(part for part in inner if part)
    if not content:
        return ""
    indented = "\n".join(f"  {line}" for line in content.splitlines())
    return f"<cac:{name}>\n{indented}\n</cac:{name}>"


def party(role: str, who: Party) -> str:
    """A party in its role."""
    return cac(
        role,
        cac(
            "Party",
            cbc("EndpointID", who.gln, schemeID="0088"),
            cac("PartyIdentification", cbc("ID", who.gln, schemeID="0088")),
            cac("PartyName", cbc("Name", who.name)),
            cac("PartyTaxScheme", cbc("CompanyID", who.vat), cac("TaxScheme", cbc("ID", "VAT"))),
            cac("PartyLegalEntity", cbc("RegistrationName", who.name)),
        ),
    )


def amount(name: str, value: Decimal, currency: str) -> str:
    """An amount of money with two decimals."""
    return cbc(name, value.quantize(Decimal("0.01"), ROUND_HALF_UP), currencyID=currency)


def item(line: Line, tax: str = "") -> str:
    """What a line is about."""
    return cac(
        "Item",
        cbc("Name", line.name),
        cac("BuyersItemIdentification", cbc("ID", line.buyer_item)),
        cac("SellersItemIdentification", cbc("ID", line.item)),
        tax,
    )


def price(line: Line, currency: str) -> str:
    """The net price of one unit; nothing if the line says none."""
    return cac("Price", cbc("PriceAmount", line.price, currencyID=currency)) if line.price else ""


def value_of(line: Line) -> Decimal:
    """Quantity times price."""
    return Decimal(line.quantity or 0) * Decimal(line.price or 0)


def line_item(line: Line, currency: str) -> str:
    """A line of an order, a change or a response."""
    period = cac("RequestedDeliveryPeriod", cbc("EndDate", line.wanted))
    promised = cac("PromisedDeliveryPeriod", cbc("EndDate", line.promised))
    return cac(
        "LineItem",
        cbc("ID", line.order_line),
        cbc("LineStatusCode", line.status),
        cbc("Quantity", line.quantity, unitCode=line.unit),
        amount("LineExtensionAmount", value_of(line), currency) if line.price and line.wanted else "",
        cac("Delivery", period, promised),
        price(line, currency),
        item(line),
    )


def order(number: str, day: str, supplier: Party, lines: list[Line], currency: str = "EUR") -> str:
    """A purchase order."""
    total = sum((value_of(line) for line in lines), Decimal(0))
    return ubl(
        "Order",
        [
            cbc("ID", number),
            cbc("IssueDate", day),
            cbc("OrderTypeCode", "220"),
            cbc("DocumentCurrencyCode", currency),
            party("BuyerCustomerParty", BUYER),
            party("SellerSupplierParty", supplier),
            cac("AnticipatedMonetaryTotal", amount("PayableAmount", total, currency)),
            *(cac("OrderLine", line_item(line, currency)) for line in lines),
        ],
    )  # fmt: skip


def order_change(number: str, day: str, of: str, supplier: Party, lines: list[Line], currency: str = "EUR") -> str:
    """A change of the order `of`."""
    return ubl(
        "OrderChange",
        [
            cbc("ID", number),
            cbc("IssueDate", day),
            cbc("SequenceNumberID", "2"),
            cbc("DocumentCurrencyCode", currency),
            cac("OrderReference", cbc("ID", of)),
            party("BuyerCustomerParty", BUYER),
            party("SellerSupplierParty", supplier),
            *(cac("OrderLine", line_item(line, currency)) for line in lines),
        ],
    )


def order_cancellation(number: str, day: str, of: str, supplier: Party, why: str) -> str:
    """The cancellation of the order `of`."""
    return ubl(
        "OrderCancellation",
        [
            cbc("ID", number),
            cbc("IssueDate", day),
            cbc("CancellationNote", why),
            cac("OrderReference", cbc("ID", of)),
            party("BuyerCustomerParty", BUYER),
            party("SellerSupplierParty", supplier),
        ],
    )


def order_response(
    number: str, day: str, of: str, supplier: Party, code: str, lines: list[Line], currency: str = "EUR"
) -> str:
    """The answer to the order `of`; codes as in Peppol: AP accepted, CA changed, RE rejected."""
    return ubl(
        "OrderResponse",
        [
            cbc("ID", number),
            cbc("IssueDate", day),
            cbc("OrderResponseCode", code),
            cbc("DocumentCurrencyCode", currency),
            cac("OrderReference", cbc("ID", of)),
            party("SellerSupplierParty", supplier),
            party("BuyerCustomerParty", BUYER),
            *(
                cac("OrderLine", line_item(line, currency), cac("OrderLineReference", cbc("LineID", line.order_line)))
                for line in lines
            ),
        ],
    )  # fmt: skip


def despatch_advice(number: str, day: str, of: str, supplier: Party, lines: list[Line]) -> str:
    """The shipping notice for the order `of`."""
    return ubl(
        "DespatchAdvice",
        [
            cbc("ID", number),
            cbc("IssueDate", day),
            cac("OrderReference", cbc("ID", of)),
            party("DespatchSupplierParty", supplier),
            party("DeliveryCustomerParty", BUYER),
            *(
                cac(
                    "DespatchLine",
                    cbc("ID", place),
                    cbc("DeliveredQuantity", line.quantity, unitCode=line.unit),
                    cbc("OutstandingQuantity", line.outstanding, unitCode=line.unit),
                    cac("OrderLineReference", cbc("LineID", line.order_line), cac("OrderReference", cbc("ID", of))),
                    item(line),
                )
                for place, line in enumerate(lines, start=1)
            ),
        ],
    )


def invoice(number: str, day: str, of: str, supplier: Party, lines: list[Line], net: str | None = None) -> str:
    """An invoice (EN 16931) for the order `of`; `net` is its sum where it has no lines."""
    total = Decimal(net) if net else sum((value_of(line) for line in lines), Decimal(0))
    return ubl(
        "Invoice",
        [
            *_bill_head(number, day, "InvoiceTypeCode", "380", of),
            *_bill_parties(supplier),
            *_bill_sums(total),
            *(_bill_line("InvoiceLine", "InvoicedQuantity", place, line) for place, line in enumerate(lines, start=1)),
        ],
    )


def credit_note(number: str, day: str, of: str, about: str, supplier: Party, lines: list[Line]) -> str:
    """A credit note that corrects the invoice `about` for the order `of`."""
    return ubl(
        "CreditNote",
        [
            *_bill_head(number, day, "CreditNoteTypeCode", "381", of),
            cac("BillingReference", cac("InvoiceDocumentReference", cbc("ID", about))),
            *_bill_parties(supplier),
            *_bill_sums(sum((value_of(line) for line in lines), Decimal(0))),
            *(
                _bill_line("CreditNoteLine", "CreditedQuantity", place, line)
                for place, line in enumerate(lines, start=1)
            ),
        ],
    )


def _bill_head(number: str, day: str, type_name: str, type_code: str, of: str) -> list[str]:
    return [
        cbc("CustomizationID", "urn:cen.eu:en16931:2017"),
        cbc("ID", number),
        cbc("IssueDate", day),
        cbc(type_name, type_code),
        cbc("DocumentCurrencyCode", "EUR"),
        cac("OrderReference", cbc("ID", of)),
    ]


def _bill_parties(supplier: Party) -> list[str]:
    account = cac("PayeeFinancialAccount", cbc("ID", supplier.iban))
    return [
        party("AccountingSupplierParty", supplier),
        party("AccountingCustomerParty", BUYER),
        cac("PaymentMeans", cbc("PaymentMeansCode", "58"), account),
    ]


def _bill_sums(net: Decimal) -> list[str]:
    tax = (net * RATE / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    taxed = (amount("TaxableAmount", net, "EUR"), amount("TaxAmount", tax, "EUR"))
    return [
        cac("TaxTotal", amount("TaxAmount", tax, "EUR"), cac("TaxSubtotal", *taxed, _tax("TaxCategory"))),
        cac(
            "LegalMonetaryTotal",
            amount("LineExtensionAmount", net, "EUR"),
            amount("TaxExclusiveAmount", net, "EUR"),
            amount("TaxInclusiveAmount", net + tax, "EUR"),
            amount("PayableAmount", net + tax, "EUR"),
        ),
    ]


def _bill_line(name: str, quantity_name: str, place: int, line: Line) -> str:
    return cac(
        name,
        cbc("ID", place),
        cbc(quantity_name, line.quantity, unitCode=line.unit),
        amount("LineExtensionAmount", value_of(line), "EUR"),
        cac("OrderLineReference", cbc("LineID", line.order_line)),
        item(line, _tax("ClassifiedTaxCategory")),
        price(line, "EUR"),
    )


def _tax(name: str) -> str:
    return cac(name, cbc("ID", "S"), cbc("Percent", RATE), cac("TaxScheme", cbc("ID", "VAT")))
