"""Papers as UBL 2.1 files, with the parties, addresses and tax details that real files carry."""

from xml.sax.saxutils import escape

from bench.world import Item, Paper, Row

_NS = (
    'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" '
    'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"'
)
_ROOT = {
    "order": "Order",
    "order_response": "OrderResponse",
    "despatch_advice": "DespatchAdvice",
    "receipt_advice": "ReceiptAdvice",
    "invoice": "Invoice",
    "credit_note": "CreditNote",
}


def ubl(paper: Paper) -> bytes:
    """The file of one paper."""
    root = _ROOT[paper.type]
    body = "".join(
        (_head(paper), _references(paper), _parties(paper), _middle(paper), *(_line(paper, row) for row in paper.rows))
    )
    xmlns = f'xmlns="urn:oasis:names:specification:ubl:schema:xsd:{root}-2" {_NS}'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} {xmlns}>\n{body}</{root}>\n'.encode()


def _head(paper: Paper) -> str:
    code = {
        "invoice": "<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>",
        "credit_note": "<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>",
        "order_response": "<cbc:OrderResponseCode>CA</cbc:OrderResponseCode>",
    }.get(paper.type, "")
    return (
        f"  <cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:{paper.type}:3</cbc:CustomizationID>\n"
        f"  <cbc:ProfileID>urn:fdc:peppol.eu:poacc:bis:3</cbc:ProfileID>\n  <cbc:ID>{paper.number}</cbc:ID>\n"
        f"  <cbc:IssueDate>{paper.issued}</cbc:IssueDate>\n  {code}\n"
        f"  <cbc:Note>Es gelten unsere allgemeinen Geschäftsbedingungen.</cbc:Note>\n"
        f"  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>\n"
    )


def _references(paper: Paper) -> str:
    parts = []
    if paper.type != "order" and paper.order:
        parts.append(f"  <cac:OrderReference>\n    <cbc:ID>{paper.order}</cbc:ID>\n  </cac:OrderReference>\n")
    if paper.invoice:
        parts.append(
            "  <cac:BillingReference>\n    <cac:InvoiceDocumentReference>\n"
            f"      <cbc:ID>{paper.invoice}</cbc:ID>\n    </cac:InvoiceDocumentReference>\n  </cac:BillingReference>\n"
        )
    if paper.despatch:
        parts.append(
            "  <cac:DespatchDocumentReference>\n"
            f"    <cbc:ID>{paper.despatch}</cbc:ID>\n  </cac:DespatchDocumentReference>\n"
        )
    return "".join(parts)


def _parties(paper: Paper) -> str:
    supplier, buyer = {
        "invoice": ("AccountingSupplierParty", "AccountingCustomerParty"),
        "credit_note": ("AccountingSupplierParty", "AccountingCustomerParty"),
        "despatch_advice": ("DespatchSupplierParty", "DeliveryCustomerParty"),
        "receipt_advice": ("DespatchSupplierParty", "DeliveryCustomerParty"),
    }.get(paper.type, ("SellerSupplierParty", "BuyerCustomerParty"))
    number = paper.supplier
    seller = _party(
        supplier, f"Lieferant {number:03d} Metallwaren GmbH", f"40{number:05d}00000", f"DE{100000000 + number}"
    )
    return seller + _party(buyer, "Muster Maschinenbau AG", "4099999000007", "DE299999999")


def _party(role: str, name: str, gln: str, vat: str) -> str:
    return f"""  <cac:{role}>
    <cac:Party>
      <cbc:EndpointID schemeID="0088">{gln}</cbc:EndpointID>
      <cac:PartyIdentification>
        <cbc:ID schemeID="0088">{gln}</cbc:ID>
      </cac:PartyIdentification>
      <cac:PartyName>
        <cbc:Name>{name}</cbc:Name>
      </cac:PartyName>
      <cac:PostalAddress>
        <cbc:StreetName>Industriestraße 12</cbc:StreetName>
        <cbc:AdditionalStreetName>Tor 3</cbc:AdditionalStreetName>
        <cbc:CityName>Musterstadt</cbc:CityName>
        <cbc:PostalZone>12345</cbc:PostalZone>
        <cac:Country>
          <cbc:IdentificationCode>DE</cbc:IdentificationCode>
        </cac:Country>
      </cac:PostalAddress>
      <cac:PartyTaxScheme>
        <cbc:CompanyID>{vat}</cbc:CompanyID>
        <cac:TaxScheme>
          <cbc:ID>VAT</cbc:ID>
        </cac:TaxScheme>
      </cac:PartyTaxScheme>
      <cac:PartyLegalEntity>
        <cbc:RegistrationName>{name}</cbc:RegistrationName>
        <cbc:CompanyID>HRB 12345</cbc:CompanyID>
      </cac:PartyLegalEntity>
      <cac:Contact>
        <cbc:Name>Erika Muster</cbc:Name>
        <cbc:Telephone>+49 30 1234567</cbc:Telephone>
        <cbc:ElectronicMail>erika@example.com</cbc:ElectronicMail>
      </cac:Contact>
    </cac:Party>
  </cac:{role}>
"""


def _middle(paper: Paper) -> str:
    if paper.type not in ("invoice", "credit_note", "order"):
        return ""
    net = sum(_amount(row) for row in paper.rows)
    tax = (net * 19 + 50) // 100
    total = "AnticipatedMonetaryTotal" if paper.type == "order" else "LegalMonetaryTotal"
    return f"""  <cac:PaymentMeans>
    <cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>
    <cac:PayeeFinancialAccount>
      <cbc:ID>DE02120300000000202051</cbc:ID>
    </cac:PayeeFinancialAccount>
  </cac:PaymentMeans>
  <cac:TaxTotal>
    <cbc:TaxAmount currencyID="EUR">{_money(tax)}</cbc:TaxAmount>
    <cac:TaxSubtotal>
      <cbc:TaxableAmount currencyID="EUR">{_money(net)}</cbc:TaxableAmount>
      <cbc:TaxAmount currencyID="EUR">{_money(tax)}</cbc:TaxAmount>
      <cac:TaxCategory>
        <cbc:ID>S</cbc:ID>
        <cbc:Percent>19</cbc:Percent>
        <cac:TaxScheme>
          <cbc:ID>VAT</cbc:ID>
        </cac:TaxScheme>
      </cac:TaxCategory>
    </cac:TaxSubtotal>
  </cac:TaxTotal>
  <cac:{total}>
    <cbc:LineExtensionAmount currencyID="EUR">{_money(net)}</cbc:LineExtensionAmount>
    <cbc:TaxExclusiveAmount currencyID="EUR">{_money(net)}</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount currencyID="EUR">{_money(net + tax)}</cbc:TaxInclusiveAmount>
    <cbc:PayableAmount currencyID="EUR">{_money(net + tax)}</cbc:PayableAmount>
  </cac:{total}>
"""


def _line(paper: Paper, row: Row) -> str:
    match paper.type:
        case "order" | "order_response":
            return _order_line(paper, row)
        case "despatch_advice" | "receipt_advice":
            return _delivery_line(paper, row)
    return _bill_line(paper, row)


def _order_line(paper: Paper, row: Row) -> str:
    status = "" if paper.type == "order" else "\n      <cbc:LineStatusCode>5</cbc:LineStatusCode>"
    reference = (
        ""
        if paper.type == "order"
        else "\n    <cac:OrderLineReference>\n"
        f"      <cbc:LineID>{row.order_line}</cbc:LineID>\n    </cac:OrderLineReference>"
    )
    return f"""  <cac:OrderLine>
    <cac:LineItem>
      <cbc:ID>{row.id}</cbc:ID>{status}
      <cbc:Quantity unitCode="{row.item.unit}">{row.quantity}</cbc:Quantity>
      <cbc:LineExtensionAmount currencyID="EUR">{_money(_amount(row))}</cbc:LineExtensionAmount>
      <cac:Price>
        <cbc:PriceAmount currencyID="EUR">{_money(row.cents)}</cbc:PriceAmount>
        <cbc:BaseQuantity unitCode="{row.item.unit}">1</cbc:BaseQuantity>
      </cac:Price>
{_item(row.item, "      ")}    </cac:LineItem>{reference}
  </cac:OrderLine>
"""


def _delivery_line(paper: Paper, row: Row) -> str:
    kind, quantity = (
        ("DespatchLine", "DeliveredQuantity")
        if paper.type == "despatch_advice"
        else ("ReceiptLine", "ReceivedQuantity")
    )
    return f"""  <cac:{kind}>
    <cbc:ID>{row.id}</cbc:ID>
    <cbc:{quantity} unitCode="{row.item.unit}">{row.quantity}</cbc:{quantity}>
{_order_line_reference(row)}{_item(row.item, "    ")}  </cac:{kind}>
"""


def _bill_line(paper: Paper, row: Row) -> str:
    kind, quantity = (
        ("InvoiceLine", "InvoicedQuantity") if paper.type == "invoice" else ("CreditNoteLine", "CreditedQuantity")
    )
    return f"""  <cac:{kind}>
    <cbc:ID>{row.id}</cbc:ID>
    <cbc:{quantity} unitCode="{row.item.unit}">{row.quantity}</cbc:{quantity}>
    <cbc:LineExtensionAmount currencyID="EUR">{_money(_amount(row))}</cbc:LineExtensionAmount>
{_order_line_reference(row)}{_item(row.item, "    ")}    <cac:Price>
      <cbc:PriceAmount currencyID="EUR">{_money(row.cents)}</cbc:PriceAmount>
      <cbc:BaseQuantity unitCode="{row.item.unit}">1</cbc:BaseQuantity>
    </cac:Price>
  </cac:{kind}>
"""


def _order_line_reference(row: Row) -> str:
    if row.order_line is None:
        return ""
    return f"""    <cac:OrderLineReference>
      <cbc:LineID>{row.order_line}</cbc:LineID>
      <cac:OrderReference>
        <cbc:ID>{row.order}</cbc:ID>
      </cac:OrderReference>
    </cac:OrderLineReference>
"""


def _item(item: Item, indent: str) -> str:
    return f"""{indent}<cac:Item>
{indent}  <cbc:Description>{escape(item.name)}, nach Zeichnung, verpackt</cbc:Description>
{indent}  <cbc:Name>{escape(item.name)}</cbc:Name>
{indent}  <cac:BuyersItemIdentification>
{indent}    <cbc:ID>{item.buyer_item}</cbc:ID>
{indent}  </cac:BuyersItemIdentification>
{indent}  <cac:SellersItemIdentification>
{indent}    <cbc:ID>{item.supplier_item}</cbc:ID>
{indent}  </cac:SellersItemIdentification>
{indent}  <cac:StandardItemIdentification>
{indent}    <cbc:ID schemeID="0160">{item.gtin}</cbc:ID>
{indent}  </cac:StandardItemIdentification>
{indent}  <cac:CommodityClassification>
{indent}    <cbc:ItemClassificationCode listID="STI">31161500</cbc:ItemClassificationCode>
{indent}  </cac:CommodityClassification>
{indent}  <cac:ClassifiedTaxCategory>
{indent}    <cbc:ID>S</cbc:ID>
{indent}    <cbc:Percent>19</cbc:Percent>
{indent}    <cac:TaxScheme>
{indent}      <cbc:ID>VAT</cbc:ID>
{indent}    </cac:TaxScheme>
{indent}  </cac:ClassifiedTaxCategory>
{indent}</cac:Item>
"""


def _amount(row: Row) -> int:
    return row.quantity * row.cents


def _money(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"
