"""The story's documents as XML: UBL, CII and Order-X, the same in a PDF, openTRANS, cXML."""

from tests.chains.story import BUYER, BUYER_GLN, SUPPLIER, SUPPLIER_GLN, Goods, Told
from tests.ingest.pdf.pdf import Attached, pdf

_UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
_ROOTS = {
    "order": "Order",
    "order_response": "OrderResponse",
    "despatch_advice": "DespatchAdvice",
    "receipt_advice": "ReceiptAdvice",
    "invoice": "Invoice",
    "credit_note": "CreditNote",
}
_QUANTITIES = {
    "despatch_advice": "DeliveredQuantity",
    "receipt_advice": "ReceivedQuantity",
    "invoice": "InvoicedQuantity",
    "credit_note": "CreditedQuantity",
}
_LINES = {"despatch_advice": "DespatchLine", "receipt_advice": "ReceiptLine", "invoice": "InvoiceLine",
          "credit_note": "CreditNoteLine"}  # fmt: skip
_PARTIES = {
    "invoice": ("AccountingSupplierParty", "AccountingCustomerParty"),
    "credit_note": ("AccountingSupplierParty", "AccountingCustomerParty"),
    "despatch_advice": ("DespatchSupplierParty", "DeliveryCustomerParty"),
    "receipt_advice": ("DespatchSupplierParty", "DeliveryCustomerParty"),
}


def ubl(told: Told) -> bytes:
    root = _ROOTS[told.type]
    reference = (
        "" if told.type == "order" else f"<cac:OrderReference><cbc:ID>{told.order}</cbc:ID></cac:OrderReference>"
    )
    code = {"order_response": "<cbc:OrderResponseCode>CA</cbc:OrderResponseCode>"}.get(told.type, "")
    roles = _PARTIES.get(told.type, ("SellerSupplierParty", "BuyerCustomerParty"))
    parties = "".join(
        f'<cac:{role}><cac:Party><cbc:EndpointID schemeID="0088">{gln}</cbc:EndpointID>'
        f"<cac:PartyName><cbc:Name>{name}</cbc:Name></cac:PartyName></cac:Party></cac:{role}>"
        for role, gln, name in zip(roles, (SUPPLIER_GLN, BUYER_GLN), (SUPPLIER, BUYER), strict=True)
    )
    totals = ""
    if told.invoice:
        reference += (
            f"<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>{told.invoice}</cbc:ID>"
            "</cac:InvoiceDocumentReference></cac:BillingReference>"
        )
    if told.is_bill:
        totals = (
            f'<cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="EUR">{told.net}</cbc:LineExtensionAmount>'
            f'<cbc:TaxExclusiveAmount currencyID="EUR">{told.net}</cbc:TaxExclusiveAmount></cac:LegalMonetaryTotal>'
        )
    lines = "".join(_ubl_line(told, number, goods) for number, goods in enumerate(told.goods, 1))
    return (
        f'<{root} xmlns="{_UBL}{root}-2" xmlns:cac="{_UBL}CommonAggregateComponents-2"'
        f' xmlns:cbc="{_UBL}CommonBasicComponents-2"><cbc:ID>{told.number}</cbc:ID>'
        f"<cbc:IssueDate>{told.day}</cbc:IssueDate>{code}<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>"
        f"{reference}{parties}{totals}{lines}</{root}>"
    ).encode()


def _ubl_line(told: Told, number: int, goods: Goods) -> str:
    item = (
        f"<cac:Item><cbc:Name>Teil</cbc:Name><cac:SellersItemIdentification><cbc:ID>{goods.item}</cbc:ID>"
        "</cac:SellersItemIdentification></cac:Item>"
    )
    price = f'<cac:Price><cbc:PriceAmount currencyID="EUR">{goods.price}</cbc:PriceAmount></cac:Price>'
    amount = f'<cbc:LineExtensionAmount currencyID="EUR">{goods.amount}</cbc:LineExtensionAmount>'
    if told.type in ("order", "order_response"):
        identity = goods.line if told.type == "order" else number
        answer = "" if told.type == "order" else f"<cbc:LineStatusCode>{_answer(goods, '5', '3')}</cbc:LineStatusCode>"
        reference = (
            "" if told.type == "order"
            else f"<cac:OrderLineReference><cbc:LineID>{goods.line}</cbc:LineID></cac:OrderLineReference>"
        )  # fmt: skip
        return (
            f"<cac:OrderLine><cac:LineItem><cbc:ID>{identity}</cbc:ID>{answer}"
            f'<cbc:Quantity unitCode="C62">{goods.pieces}</cbc:Quantity>{amount}{price}{item}</cac:LineItem>'
            f"{reference}</cac:OrderLine>"
        )
    name, quantity = _LINES[told.type], _QUANTITIES[told.type]
    reference = (
        f"<cac:OrderLineReference><cbc:LineID>{goods.line}</cbc:LineID>"
        f"<cac:OrderReference><cbc:ID>{told.order}</cbc:ID></cac:OrderReference></cac:OrderLineReference>"
    )
    billed = (amount, price) if told.is_bill else ("", "")
    return (
        f'<cac:{name}><cbc:ID>{number}</cbc:ID><cbc:{quantity} unitCode="C62">{goods.pieces}</cbc:{quantity}>'
        f"{billed[0]}{reference}{item}{billed[1]}</cac:{name}>"
    )


def _answer(goods: Goods, accepted: str, changed: str) -> str:
    """A supplier's code for a line: there is one nut less than was ordered."""
    return changed if goods.item == "N-200" else accepted


def cii(told: Told) -> bytes:
    """An invoice as CII; orders and responses as Order-X."""
    invoice = told.is_bill
    standard, number = (
        ("standard:CrossIndustryInvoice:100", 100) if invoice else ("SCRDMCCBDACIOMessageStructure:100", 128)
    )
    root = "CrossIndustryInvoice" if invoice else "SCRDMCCBDACIOMessageStructure"
    code = {"invoice": "380", "credit_note": "381", "order": "220", "order_response": "231"}[told.type]
    status = "<ram:StatusCode>3</ram:StatusCode>" if told.type == "order_response" else ""
    lines = "".join(_cii_line(told, place, goods) for place, goods in enumerate(told.goods, 1))
    order = (
        "" if told.type == "order"
        else f"<ram:BuyerOrderReferencedDocument><ram:IssuerAssignedID>{told.order}</ram:IssuerAssignedID>"
        "</ram:BuyerOrderReferencedDocument>"
    )  # fmt: skip
    credited = (
        f"<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>{told.invoice}</ram:IssuerAssignedID>"
        "</ram:InvoiceReferencedDocument>" if told.invoice else ""
    )  # fmt: skip
    data, currency = "urn:un:unece:uncefact:data:", "InvoiceCurrencyCode" if invoice else "OrderCurrencyCode"
    return (
        f'<rsm:{root} xmlns:rsm="{data}{standard}"'
        f' xmlns:ram="{data}standard:ReusableAggregateBusinessInformationEntity:{number}"'
        f' xmlns:udt="{data}standard:UnqualifiedDataType:{number}">'
        f"<rsm:ExchangedDocument><ram:ID>{told.number}</ram:ID><ram:TypeCode>{code}</ram:TypeCode>{status}"
        f'<ram:IssueDateTime><udt:DateTimeString format="102">{told.digits}</udt:DateTimeString></ram:IssueDateTime>'
        f"</rsm:ExchangedDocument><rsm:SupplyChainTradeTransaction>{lines}<ram:ApplicableHeaderTradeAgreement>"
        f'<ram:SellerTradeParty><ram:GlobalID schemeID="0088">{SUPPLIER_GLN}</ram:GlobalID><ram:Name>{SUPPLIER}'
        f'</ram:Name></ram:SellerTradeParty><ram:BuyerTradeParty><ram:GlobalID schemeID="0088">{BUYER_GLN}'
        f"</ram:GlobalID><ram:Name>{BUYER}</ram:Name></ram:BuyerTradeParty>{order}"
        "</ram:ApplicableHeaderTradeAgreement><ram:ApplicableHeaderTradeSettlement>"
        f"<ram:{currency}>EUR</ram:{currency}>"
        "<ram:SpecifiedTradeSettlementHeaderMonetarySummation>"
        f"<ram:LineTotalAmount>{told.net}</ram:LineTotalAmount><ram:TaxBasisTotalAmount>{told.net}"
        "</ram:TaxBasisTotalAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>"
        f"{credited}"
        f"</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:{root}>"
    ).encode()


def _cii_line(told: Told, number: int, goods: Goods) -> str:
    status = (
        f"<ram:LineStatusCode>{_answer(goods, '5', '3')}</ram:LineStatusCode>" if told.type == "order_response" else ""
    )
    identity = goods.line if told.type == "order" else number
    reference = (
        "" if told.type == "order"
        else f"<ram:BuyerOrderReferencedDocument><ram:LineID>{goods.line}</ram:LineID>"
        "</ram:BuyerOrderReferencedDocument>"
    )  # fmt: skip
    quantity = {"invoice": "Billed", "credit_note": "Billed", "order": "Requested", "order_response": "Agreed"}[
        told.type
    ]
    return (
        "<ram:IncludedSupplyChainTradeLineItem>"
        f"<ram:AssociatedDocumentLineDocument><ram:LineID>{identity}</ram:LineID>{status}"
        "</ram:AssociatedDocumentLineDocument>"
        f"<ram:SpecifiedTradeProduct><ram:SellerAssignedID>{goods.item}</ram:SellerAssignedID></ram:SpecifiedTradeProduct>"
        f"<ram:SpecifiedLineTradeAgreement>{reference}<ram:NetPriceProductTradePrice><ram:ChargeAmount>{goods.price}"
        "</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>"
        f'<ram:SpecifiedLineTradeDelivery><ram:{quantity}Quantity unitCode="C62">{goods.pieces}'
        f"</ram:{quantity}Quantity></ram:SpecifiedLineTradeDelivery><ram:SpecifiedLineTradeSettlement>"
        f"<ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>{goods.amount}</ram:LineTotalAmount>"
        "</ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>"
        "</ram:IncludedSupplyChainTradeLineItem>"
    )


def hybrid(told: Told) -> bytes:
    """A PDF with that in it."""
    return pdf(Attached("factur-x.xml" if told.is_bill else "order-x.xml", cii(told)))


_OPENTRANS = {
    "order": ("ORDER", "ORDER_ID", "ORDER_DATE"),
    "order_response": ("ORDERRESPONSE", "ORDERRESPONSE_ID", "ORDERRESPONSE_DATE"),
    "despatch_advice": ("DISPATCHNOTIFICATION", "DISPATCHNOTIFICATION_ID", "DISPATCHNOTIFICATION_DATE"),
    "receipt_advice": ("RECEIPTACKNOWLEDGEMENT", "RECEIPTACKNOWLEDGEMENT_ID", "RECEIPTACKNOWLEDGEMENT_DATE"),
    "invoice": ("INVOICE", "INVOICE_ID", "INVOICE_DATE"),
    "credit_note": ("INVOICE", "INVOICE_ID", "INVOICE_DATE"),
}


def opentrans(told: Told) -> bytes:
    name, number, day = _OPENTRANS[told.type]
    identity = (
        f"<ORDER_ID>{told.order}</ORDER_ID>" if told.type == "order_response" else f"<{number}>{told.number}</{number}>"
    )
    kind = f"<INVOICE_TYPE>{told.type}</INVOICE_TYPE>" if told.is_bill else ""
    if told.invoice:
        kind += f"<INVOICE_REFERENCE><INVOICE_ID>{told.invoice}</INVOICE_ID></INVOICE_REFERENCE>"
    parties = "".join(
        f'<PARTY><bme:PARTY_ID type="iln">{gln}</bme:PARTY_ID><PARTY_ROLE>{role}</PARTY_ROLE>'
        f"<ADDRESS><bme:NAME>{party}</bme:NAME></ADDRESS></PARTY>"
        for role, gln, party in (("supplier", SUPPLIER_GLN, SUPPLIER), ("buyer", BUYER_GLN, BUYER))
    )
    lines = "".join(_opentrans_line(told, name, place, goods) for place, goods in enumerate(told.goods, 1))
    return (
        f'<{name} version="2.1" xmlns="http://www.opentrans.org/XMLSchema/2.1"'
        f' xmlns:bme="http://www.bmecat.org/bmecat/2005"><{name}_HEADER><{name}_INFO>{identity}'
        f"<{day}>{told.day}</{day}>{kind}<PARTIES>{parties}</PARTIES><bme:CURRENCY>EUR</bme:CURRENCY></{name}_INFO>"
        f"</{name}_HEADER><{name}_ITEM_LIST>{lines}</{name}_ITEM_LIST><{name}_SUMMARY>"
        f"<TOTAL_ITEM_NUM>{len(told.goods)}</TOTAL_ITEM_NUM></{name}_SUMMARY></{name}>"
    ).encode()


def _opentrans_line(told: Told, name: str, number: int, goods: Goods) -> str:
    own = told.type in ("order", "order_response")
    identity = goods.line if own else number
    reference = (
        "" if own
        else f"<ORDER_REFERENCE><ORDER_ID>{told.order}</ORDER_ID><LINE_ITEM_ID>{goods.line}</LINE_ITEM_ID>"
        "</ORDER_REFERENCE>"
    )  # fmt: skip
    price = (
        "" if not told.is_priced
        else f"<PRODUCT_PRICE_FIX><bme:PRICE_AMOUNT>{goods.price}</bme:PRICE_AMOUNT></PRODUCT_PRICE_FIX>"
        f"<PRICE_LINE_AMOUNT>{goods.amount}</PRICE_LINE_AMOUNT>"
    )  # fmt: skip
    return (
        f"<{name}_ITEM><LINE_ITEM_ID>{identity}</LINE_ITEM_ID><PRODUCT_ID><bme:SUPPLIER_PID>{goods.item}"
        f"</bme:SUPPLIER_PID></PRODUCT_ID><QUANTITY>{goods.pieces}</QUANTITY><bme:ORDER_UNIT>C62</bme:ORDER_UNIT>"
        f"{price}{reference}</{name}_ITEM>"
    )


def cxml(told: Told) -> bytes:
    from_buyer = told.type in ("order", "receipt_advice")
    sides = [("From", SUPPLIER_GLN), ("To", BUYER_GLN)]
    if from_buyer:
        sides = [("From", BUYER_GLN), ("To", SUPPLIER_GLN)]
    header = "".join(
        f'<{side}><Credential domain="GLN"><Identity>{gln}</Identity></Credential></{side}>' for side, gln in sides
    )
    return (
        '<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.050/cXML.dtd">'
        f'<cXML payloadID="{told.number}@example.com" timestamp="{told.day}T08:00:00+01:00"><Header>{header}</Header>'
        f'<Request deploymentMode="production">{_CXML[told.type](told)}</Request></cXML>'
    ).encode()


def _reference(told: Told) -> str:
    """The order, and the message that it came in."""
    return (
        f'<OrderReference orderID="{told.order}"><DocumentReference payloadID="{told.order}@example.com"/>'
        "</OrderReference>"
    )


_EACH = "<UnitOfMeasure>C62</UnitOfMeasure>"


def _item_id(goods: Goods) -> str:
    return f"<ItemID><SupplierPartID>{goods.item}</SupplierPartID></ItemID>"


def _money(amount: str) -> str:
    return f'<Money currency="EUR">{amount}</Money>'


def _cxml_order(told: Told) -> str:
    items = "".join(
        f'<ItemOut lineNumber="{one.line}" quantity="{one.pieces}">{_item_id(one)}<ItemDetail><UnitPrice>'
        f"{_money(one.price)}</UnitPrice><Description>Teil</Description>{_EACH}</ItemDetail></ItemOut>"
        for one in told.goods
    )
    return (
        f'<OrderRequest><OrderRequestHeader orderID="{told.number}" orderDate="{told.day}" type="new"><Total>'
        f"{_money(told.net)}</Total></OrderRequestHeader>{items}</OrderRequest>"
    )


def _cxml_confirmation(told: Told) -> str:
    items = "".join(
        f'<ConfirmationItem lineNumber="{one.line}" quantity="{one.pieces}">{_EACH}'
        f'<ConfirmationStatus type="{_answer(one, "accept", "detail")}" quantity="{one.pieces}">{_EACH}'
        "</ConfirmationStatus></ConfirmationItem>"
        for one in told.goods
    )
    return (
        f'<ConfirmationRequest><ConfirmationHeader confirmID="{told.number}" type="detail" noticeDate="{told.day}"/>'
        f"{_reference(told)}{items}</ConfirmationRequest>"
    )


def _cxml_ship_notice(told: Told) -> str:
    items = "".join(
        f'<ShipNoticeItem lineNumber="{one.line}" quantity="{one.pieces}">{_item_id(one)}{_EACH}</ShipNoticeItem>'
        for one in told.goods
    )
    return (
        f'<ShipNoticeRequest><ShipNoticeHeader shipmentID="{told.number}" noticeDate="{told.day}"/>'
        f"<ShipNoticePortion>{_reference(told)}{items}</ShipNoticePortion></ShipNoticeRequest>"
    )


def _cxml_receipt(told: Told) -> str:
    items = "".join(
        f'<ReceiptItem receiptLineNumber="{place}" quantity="{one.pieces}" type="received">'
        f'<ReceiptItemReference lineNumber="{one.line}">{_item_id(one)}</ReceiptItemReference>'
        f"<UnitRate>{_money(one.price)}{_EACH}</UnitRate></ReceiptItem>"
        for place, one in enumerate(told.goods, 1)
    )
    return (
        f'<ReceiptRequest><ReceiptRequestHeader receiptID="{told.number}" receiptDate="{told.day}"/><ReceiptOrder>'
        f"<ReceiptOrderInfo>{_reference(told)}</ReceiptOrderInfo>{items}</ReceiptOrder></ReceiptRequest>"
    )


def _cxml_invoice(told: Told) -> str:
    sign, purpose, credited = "", "standard", ""
    if told.invoice:
        sign, purpose = "-", "lineLevelCreditMemo"
        credited = f'<InvoiceIDInfo invoiceID="{told.invoice}"/>'
    items = "".join(
        f'<InvoiceDetailItem invoiceLineNumber="{place}" quantity="{sign}{one.pieces}">{_EACH}<UnitPrice>'
        f'{_money(one.price)}</UnitPrice><InvoiceDetailItemReference lineNumber="{one.line}">{_item_id(one)}'
        "</InvoiceDetailItemReference>"
        f"<SubtotalAmount>{_money(sign + one.amount)}</SubtotalAmount></InvoiceDetailItem>"
        for place, one in enumerate(told.goods, 1)
    )
    return (
        f'<InvoiceDetailRequest><InvoiceDetailRequestHeader invoiceID="{told.number}" invoiceDate="{told.day}"'
        f' purpose="{purpose}"><InvoicePartner><Contact role="from"><Name xml:lang="de">{SUPPLIER}</Name></Contact>'
        f"</InvoicePartner>{credited}</InvoiceDetailRequestHeader>"
        f"<InvoiceDetailOrder><InvoiceDetailOrderInfo>{_reference(told)}</InvoiceDetailOrderInfo>{items}"
        f"</InvoiceDetailOrder><InvoiceDetailSummary><SubtotalAmount>{_money(sign + told.net)}</SubtotalAmount>"
        "</InvoiceDetailSummary></InvoiceDetailRequest>"
    )


_CXML = {
    "order": _cxml_order,
    "order_response": _cxml_confirmation,
    "despatch_advice": _cxml_ship_notice,
    "receipt_advice": _cxml_receipt,
    "invoice": _cxml_invoice,
    "credit_note": _cxml_invoice,
}
