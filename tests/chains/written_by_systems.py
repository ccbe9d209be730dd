"""The story's documents as SAP and GS1 write them: IDoc and GS1 XML."""

from tests.chains.story import BUYER, BUYER_GLN, SUPPLIER, SUPPLIER_GLN, Goods, Told

_IDOCS = {
    "order": ("ORDERS05", "ORDERS"),
    "order_response": ("ORDERS05", "ORDRSP"),
    "despatch_advice": ("DELVRY07", "DESADV"),
    "invoice": ("INVOIC02", "INVOIC"),
    "credit_note": ("INVOIC02", "INVOIC"),
}
_IDOC_PARTIES = (("AG", BUYER_GLN, BUYER), ("LF", SUPPLIER_GLN, SUPPLIER))


def idoc(told: Told) -> bytes:
    root, kind = _IDOCS[told.type]
    held = _idoc_delivery(told) if told.type == "despatch_advice" else _idoc_trade(told)
    return (
        f'<{root}><IDOC BEGIN="1"><EDI_DC40 SEGMENT="1"><IDOCTYP>{root}</IDOCTYP><MESTYP>{kind}</MESTYP>'
        f"<CREDAT>{told.digits}</CREDAT></EDI_DC40>{held}</IDOC></{root}>"
    ).encode()


def _idoc_trade(told: Told) -> str:
    parties = "".join(
        f"<E1EDKA1><PARVW>{role}</PARVW><NAME1>{name}</NAME1><ILNNR>{gln}</ILNNR></E1EDKA1>"
        for role, gln, name in _IDOC_PARTIES
    )
    numbers = {"001": told.order}
    if told.is_bill:
        numbers = {"009": told.number}
    elif told.type == "order_response":
        numbers["002"] = told.number
    references = "".join(
        f"<E1EDK02><QUALF>{kind}</QUALF><BELNR>{number}</BELNR></E1EDK02>" for kind, number in numbers.items()
    )
    lines = "".join(_idoc_line(told, place, one) for place, one in enumerate(told.goods, 1))
    kind = {"invoice": "<BSART>INVO</BSART>", "credit_note": "<BSART>CRME</BSART>"}.get(told.type, "")
    return (
        f"<E1EDK01><CURCY>EUR</CURCY>{kind}<BELNR>{told.number}</BELNR></E1EDK01><E1EDK03><IDDAT>012</IDDAT>"
        f"<DATUM>{told.digits}</DATUM></E1EDK03>{parties}{references}{lines}"
    )


def _idoc_line(told: Told, place: int, one: Goods) -> str:
    own = told.type == "order"
    sign = "-" if told.invoice else ""
    order = f"<E1EDP02><QUALF>001</QUALF><BELNR>{told.order}</BELNR><ZEILE>{one.line:05}</ZEILE></E1EDP02>"
    if told.is_bill:
        price = f"<E1EDP26><QUALF>003</QUALF><BETRG>{one.amount}{sign}</BETRG></E1EDP26>"
    else:
        price = f"<VPREI>{one.price}</VPREI><PEINH>1</PEINH><NETWR>{one.amount}</NETWR>"
    answer = ""
    if told.type == "order_response":
        answer = f"<ACTION>{'002' if one.item == 'N-200' else '001'}</ACTION>"
    return (
        f"<E1EDP01><POSEX>{one.line if own else place * 10:06}</POSEX>{answer}<MENGE>{one.pieces}.000{sign}</MENGE>"
        f"<MENEE>PCE</MENEE>{price if not told.is_bill else ''}{'' if own else order}"
        f"<E1EDP19><QUALF>002</QUALF><IDTNR>{one.item}</IDTNR></E1EDP19>{price if told.is_bill else ''}</E1EDP01>"
    )


def _idoc_delivery(told: Told) -> str:
    parties = "".join(
        f"<E1ADRM1><PARTNER_Q>{role}</PARTNER_Q><NAME1>{name}</NAME1></E1ADRM1>" for role, _, name in _IDOC_PARTIES
    )
    lines = "".join(
        f"<E1EDL24><POSNR>{place * 10:06}</POSNR><MATNR>{one.item}</MATNR><LFIMG>{one.pieces}.000</LFIMG><VRKME>PCE"
        f"</VRKME><E1EDL41><QUALI>001</QUALI><BSTNR>{told.order}</BSTNR><POSEX>{one.line:05}</POSEX></E1EDL41></E1EDL24>"
        for place, one in enumerate(told.goods, 1)
    )
    return f"<E1EDL20><VBELN>{told.number}</VBELN>{parties}{lines}</E1EDL20>"


_GS1 = {
    "order": ("order", "order", "requestedQuantity"),
    "order_response": ("orderResponse", "order_response", "confirmedQuantity"),
    "despatch_advice": ("despatchAdvice", "despatch_advice", "despatchedQuantity"),
    "receipt_advice": ("receivingAdvice", "receiving_advice", "quantityReceived"),
    "invoice": ("invoice", "invoice", "invoicedQuantity"),
    "credit_note": ("invoice", "invoice", "invoicedQuantity"),
}


def gs1(told: Told) -> bytes:
    name, space, _ = _GS1[told.type]
    kind = {"invoice": "INVOICE", "credit_note": "CREDIT_NOTE"}.get(told.type)
    head = f"<invoiceType>{kind}</invoiceType><invoiceCurrencyCode>EUR</invoiceCurrencyCode>" if kind else ""
    if told.type == "order":
        head = "<orderCurrencyCode>EUR</orderCurrencyCode>"
    if told.type == "order_response":
        head = (
            "<responseStatusCode>MODIFIED</responseStatusCode>"
            f"<originalOrder><entityIdentification>{told.order}</entityIdentification></originalOrder>"
        )
    if told.invoice:
        head += f"<invoice><entityIdentification>{told.invoice}</entityIdentification></invoice>"
    buyer, seller = ("receiver", "shipper") if told.type == "receipt_advice" else ("buyer", "seller")
    parties = "".join(
        f"<{role}><gln>{gln}</gln><organisationDetails><organisationName>{party}</organisationName>"
        f"</organisationDetails></{role}>"
        for role, gln, party in ((buyer, BUYER_GLN, BUYER), (seller, SUPPLIER_GLN, SUPPLIER))
    )
    lines = "".join(_gs1_line(told, place, one) for place, one in enumerate(told.goods, 1))
    if not told.is_priced:
        lines = f"<{name}LogisticUnit>{lines}</{name}LogisticUnit>"
    return (
        f'<m:{name}Message xmlns:m="urn:gs1:ecom:{space}:xsd:3"><{name}><creationDateTime>{told.day}T08:00:00'
        f"</creationDateTime><{name}Identification><entityIdentification>{told.number}</entityIdentification>"
        f"</{name}Identification>{head}{parties}{lines}</{name}></m:{name}Message>"
    ).encode()


def _gs1_line(told: Told, place: int, one: Goods) -> str:
    name, _, quantity = _GS1[told.type]
    order = f"<purchaseOrder><entityIdentification>{told.order}</entityIdentification>"
    said = {
        "order": f'<netPrice currencyCode="EUR">{one.price}</netPrice>',
        "order_response": "<lineItemChangeIndicator>{}</lineItemChangeIndicator>".format(
            "MODIFIED" if one.item == "N-200" else "ACCEPTED"
        )
        + f"<originalOrderLineItemNumber>{one.line}</originalOrderLineItemNumber>",
    }.get(told.type, f"{order}<lineItemNumber>{one.line}</lineItemNumber></purchaseOrder>")
    if told.is_bill:
        said += (
            f'<amountInclusiveAllowancesCharges currencyCode="EUR">{one.amount}</amountInclusiveAllowancesCharges>'
            f'<itemPriceInclusiveAllowancesCharges currencyCode="EUR">{one.price}</itemPriceInclusiveAllowancesCharges>'
        )
    return (
        f"<{name}LineItem><lineItemNumber>{one.line if told.type == 'order' else place}</lineItemNumber>"
        f'<{quantity} measurementUnitCode="C62">{one.pieces}</{quantity}>{said}<transactionalTradeItem>'
        '<additionalTradeItemIdentification additionalTradeItemIdentificationTypeCode="SUPPLIER_ASSIGNED">'
        f"{one.item}</additionalTradeItemIdentification></transactionalTradeItem></{name}LineItem>"
    )
