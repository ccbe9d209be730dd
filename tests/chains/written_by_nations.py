"""The story's bills as nations write them: FatturaPA (signed too), ebInterface, Finvoice, Svefaktura, OIOXML."""

from asn1crypto.cms import ContentInfo

from tests.chains.story import BUYER, BUYER_GLN, SUPPLIER, SUPPLIER_GLN, Told


def fatturapa(told: Told) -> bytes:
    """An invoice or a credit note, which states positive figures."""
    orders = "".join(
        f"<DatiOrdineAcquisto><RiferimentoNumeroLinea>{place}</RiferimentoNumeroLinea><IdDocumento>{told.order}"
        f"</IdDocumento><NumItem>{one.line}</NumItem></DatiOrdineAcquisto>"
        for place, one in enumerate(told.goods, 1)
    )
    credited = f"<DatiFattureCollegate><IdDocumento>{told.invoice}</IdDocumento></DatiFattureCollegate>"
    lines = "".join(
        f"<DettaglioLinee><NumeroLinea>{place}</NumeroLinea><CodiceArticolo><CodiceTipo>Fornitore</CodiceTipo>"
        f"<CodiceValore>{one.item}</CodiceValore></CodiceArticolo><Descrizione>Vite</Descrizione><Quantita>"
        f"{one.pieces}.00</Quantita><UnitaMisura>pz</UnitaMisura><PrezzoUnitario>{one.price}</PrezzoUnitario>"
        f"<PrezzoTotale>{one.amount}</PrezzoTotale><AliquotaIVA>0.00</AliquotaIVA></DettaglioLinee>"
        for place, one in enumerate(told.goods, 1)
    )
    parties = "".join(
        f"<{role}><DatiAnagrafici><Anagrafica><Denominazione>{name}</Denominazione></Anagrafica></DatiAnagrafici></{role}>"
        for role, name in (("CedentePrestatore", SUPPLIER), ("CessionarioCommittente", BUYER))
    )
    return (
        '<p:FatturaElettronica versione="FPR12"'
        ' xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2"><FatturaElettronicaHeader>'
        f"{parties}</FatturaElettronicaHeader><FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento>"
        f"<TipoDocumento>{'TD04' if told.invoice else 'TD01'}</TipoDocumento><Divisa>EUR</Divisa>"
        f"<Data>{told.day}</Data><Numero>{told.number}</Numero></DatiGeneraliDocumento>{orders}"
        f"{credited if told.invoice else ''}</DatiGenerali>"
        f"<DatiBeniServizi>{lines}</DatiBeniServizi></FatturaElettronicaBody></p:FatturaElettronica>"
    ).encode()


def ebinterface(told: Told) -> bytes:
    """An invoice or a credit memo of ebInterface 6.1, which states positive figures."""
    lines = "".join(
        f"<ListLineItem><PositionNumber>{place}</PositionNumber><Description>Teil</Description><ArticleNumber"
        f' ArticleNumberType="BillersArticleNumber">{one.item}</ArticleNumber><Quantity Unit="C62">{one.pieces}'
        f"</Quantity><UnitPrice>{one.price}</UnitPrice><InvoiceRecipientsOrderReference><OrderID>{told.order}</OrderID>"
        f"<OrderPositionNumber>{one.line}</OrderPositionNumber></InvoiceRecipientsOrderReference><LineItemAmount>"
        f"{one.amount}</LineItemAmount></ListLineItem>"
        for place, one in enumerate(told.goods, 1)
    )
    parties = "".join(
        f'<{role}><Address><AddressIdentifier AddressIdentifierType="GLN">{gln}</AddressIdentifier><Name>{name}</Name>'
        f"</Address></{role}>"
        for role, gln, name in (("Biller", SUPPLIER_GLN, SUPPLIER), ("InvoiceRecipient", BUYER_GLN, BUYER))
    )
    related = (
        f"<RelatedDocument><InvoiceNumber>{told.invoice}</InvoiceNumber><DocumentType>Invoice</DocumentType>"
        "</RelatedDocument>" if told.invoice else ""
    )  # fmt: skip
    kind = "CreditMemo" if told.invoice else "Invoice"
    return (
        f'<Invoice xmlns="http://www.ebinterface.at/schema/6p1/" GeneratingSystem="S" DocumentType="{kind}"'
        f' InvoiceCurrency="EUR"><InvoiceNumber>{told.number}</InvoiceNumber><InvoiceDate>{told.day}</InvoiceDate>'
        f"{related}{parties}<Details><ItemList>{lines}</ItemList></Details></Invoice>"
    ).encode()


def signed(told: Told) -> bytes:
    """A FatturaPA in an envelope of PKCS #7, as short as one can be."""
    inner = {"content_type": "data", "content": fatturapa(told)}
    content = {"version": "v1", "digest_algorithms": [], "encap_content_info": inner, "signer_infos": []}
    envelope: bytes = ContentInfo({"content_type": "signed_data", "content": content}).dump()
    return envelope


def finvoice(told: Told) -> bytes:
    """An invoice or a credit note of Finvoice 3.0, whose amounts have a comma; a credit's are negative."""
    sign = "-" if told.invoice else ""
    rows = "".join(
        f"<InvoiceRow><ArticleIdentifier>{one.item}</ArticleIdentifier><ArticleName>Ruuvi</ArticleName>"
        f'<InvoicedQuantity QuantityUnitCode="kpl">{sign}{one.pieces}</InvoicedQuantity>'
        f'<UnitPriceAmount AmountCurrencyIdentifier="EUR">{_comma(one.price)}</UnitPriceAmount>'
        f"<RowPositionIdentifier>{place}</RowPositionIdentifier><RowIdentifier>{told.order}</RowIdentifier>"
        f"<RowOrderPositionIdentifier>{one.line}</RowOrderPositionIdentifier>"
        f'<RowVatExcludedAmount AmountCurrencyIdentifier="EUR">{sign}{_comma(one.amount)}</RowVatExcludedAmount>'
        "</InvoiceRow>"
        for place, one in enumerate(told.goods, 1)
    )
    parties = "".join(
        f"<{role}PartyDetails><{role}OrganisationName>{name}</{role}OrganisationName></{role}PartyDetails>"
        for role, name in (("Seller", SUPPLIER), ("Buyer", BUYER))
    )
    original = f"<OriginalInvoiceNumber>{told.invoice}</OriginalInvoiceNumber>" if told.invoice else ""
    return (
        f'<Finvoice Version="3.0">{parties}<InvoiceDetails><InvoiceTypeCode>{"INV02" if told.invoice else "INV01"}'
        f"</InvoiceTypeCode><OriginCode>Original</OriginCode><InvoiceNumber>{told.number}</InvoiceNumber>"
        f'<InvoiceDate Format="CCYYMMDD">{told.digits}</InvoiceDate>{original}<InvoiceTotalVatExcludedAmount'
        f' AmountCurrencyIdentifier="EUR">{sign}{_comma(told.net)}</InvoiceTotalVatExcludedAmount></InvoiceDetails>'
        f"{rows}</Finvoice>"
    ).encode()


def _comma(amount: str) -> str:
    return amount.replace(".", ",")


def svefaktura(told: Told) -> bytes:
    """An invoice or a credit note of Svefaktura 1.0, which states positive figures."""
    sfti, ubl = "urn:sfti:", "urn:oasis:names:tc:ubl:"
    lines = "".join(
        f'<cac:InvoiceLine><cac:ID>{place}</cac:ID><cbc:InvoicedQuantity quantityUnitCode="st">{one.pieces}'
        f'</cbc:InvoicedQuantity><cbc:LineExtensionAmount amountCurrencyID="EUR">{one.amount}</cbc:LineExtensionAmount>'
        f"<cac:OrderLineReference><cac:BuyersLineID>{one.line}</cac:BuyersLineID><cac:OrderReference><cac:BuyersID>"
        f"{told.order}</cac:BuyersID></cac:OrderReference></cac:OrderLineReference><cac:Item><cbc:Description>Skruv"
        f"</cbc:Description><cac:SellersItemIdentification><cac:ID>{one.item}</cac:ID></cac:SellersItemIdentification>"
        f'<cac:BasePrice><cbc:PriceAmount amountCurrencyID="EUR">{one.price}</cbc:PriceAmount></cac:BasePrice>'
        "</cac:Item></cac:InvoiceLine>"
        for place, one in enumerate(told.goods, 1)
    )
    parties = "".join(
        f"<cac:{role}><cac:Party><cac:PartyName><cbc:Name>{name}</cbc:Name></cac:PartyName></cac:Party></cac:{role}>"
        for role, name in (("BuyerParty", BUYER), ("SellerParty", SUPPLIER))
    )
    initial = (
        f"<InitialInvoiceDocumentReference><cac:ID>{told.invoice}</cac:ID></InitialInvoiceDocumentReference>"
        if told.invoice else ""
    )  # fmt: skip
    return (
        f'<Invoice xmlns="{sfti}documents:BasicInvoice:1:0" xmlns:cac="{sfti}CommonAggregateComponents:1:0"'
        f' xmlns:cbc="{ubl}CommonBasicComponents:1:0"><ID>{told.number}</ID><cbc:IssueDate>{told.day}</cbc:IssueDate>'
        f"<InvoiceTypeCode>{381 if told.invoice else 380}</InvoiceTypeCode><InvoiceCurrencyCode>EUR"
        f'</InvoiceCurrencyCode>{parties}<cac:LegalTotal><cbc:LineExtensionTotalAmount amountCurrencyID="EUR">'
        f"{told.net}</cbc:LineExtensionTotalAmount></cac:LegalTotal>{lines}{initial}</Invoice>"
    ).encode()


def oioxml(told: Told) -> bytes:
    """An invoice (PIE) of OIOXML 0.7. It has a credit note too, which has no place for the invoice that it corrects."""
    common = "http://rep.oio.dk/ubl/xml/schemas/0p71/"
    lines = "".join(
        f'<c:InvoiceLine><c:ID>{place}</c:ID><c:InvoicedQuantity unitCode="stk">{one.pieces}</c:InvoicedQuantity>'
        f'<c:LineExtensionAmount currencyID="EUR">{one.amount}</c:LineExtensionAmount><c:ReferencedOrderLine>'
        f"<c:BuyersID>{one.line}</c:BuyersID></c:ReferencedOrderLine><c:Item><c:Description>Skrue</c:Description>"
        f"<c:SellersItemIdentification><c:ID>{one.item}</c:ID></c:SellersItemIdentification></c:Item><c:BasePrice>"
        f'<c:PriceAmount currencyID="EUR">{one.price}</c:PriceAmount></c:BasePrice></c:InvoiceLine>'
        for place, one in enumerate(told.goods, 1)
    )
    parties = "".join(
        f'<c:{role}><c:ID schemeID="EAN">{gln}</c:ID><c:PartyName><c:Name>{name}</c:Name></c:PartyName></c:{role}>'
        for role, gln, name in (("BuyerParty", BUYER_GLN, BUYER), ("SellerParty", SUPPLIER_GLN, SUPPLIER))
    )
    return (
        f'<Invoice xmlns="{common}pie/" xmlns:c="{common}common/" xmlns:m="{common}maindoc/"><c:ID>{told.number}</c:ID>'
        f"<c:IssueDate>{told.day}</c:IssueDate><c:TypeCode>PIE</c:TypeCode><m:InvoiceCurrencyCode>EUR"
        f"</m:InvoiceCurrencyCode><c:ReferencedOrder><c:BuyersOrderID>{told.order}</c:BuyersOrderID>"
        f'</c:ReferencedOrder>{parties}<c:LegalTotals><c:LineExtensionTotalAmount currencyID="EUR">{told.net}'
        f"</c:LineExtensionTotalAmount></c:LegalTotals>{lines}</Invoice>"
    ).encode()
