"""The story's documents without XML: EDIFACT, X12, CSV, XLSX."""

from io import BytesIO

from xlsxwriter import Workbook

from tests.chains.story import BUYER, BUYER_GLN, SUPPLIER, SUPPLIER_GLN, Goods, Told

_MESSAGES = {
    "order": ("ORDERS", "220", "21"),
    "order_response": ("ORDRSP", "231", "113"),
    "despatch_advice": ("DESADV", "351", "12"),
    "receipt_advice": ("RECADV", "632", "48"),
    "invoice": ("INVOIC", "380", "47"),
    "credit_note": ("INVOIC", "381", "47"),
}


def edifact(told: Told) -> bytes:
    kind, code, quantity = _MESSAGES[told.type]
    function = {"order_response": "4"}.get(told.type, "9")
    body = [f"BGM+{code}+{told.number}+{function}", f"DTM+137:{told.digits}:102"]
    if told.type != "order":
        body.append(f"RFF+ON:{told.order}")
    if told.invoice:
        body.append(f"RFF+IV:{told.invoice}")
    body += [f"NAD+SU+{SUPPLIER_GLN}::9++{SUPPLIER}", f"NAD+BY+{BUYER_GLN}::9++{BUYER}"]
    body.append("CUX+2:EUR:9" if told.is_priced else "CPS+1")
    for number, goods in enumerate(told.goods, 1):
        body += _edifact_line(told, number, goods, quantity)
    if told.is_priced:
        body.append("UNS+S")
    if told.is_bill:
        body.append(f"MOA+79:{told.net}")
    message = [f"UNH+1+{kind}:D:96A:UN", *body, f"UNT+{len(body) + 2}+1"]
    return ("'".join(["UNB+UNOC:3+A+B+260301:0815+1", *message, "UNZ+1+1"]) + "'").encode()


def _edifact_line(told: Told, number: int, goods: Goods, quantity: str) -> list[str]:
    answer = ("3" if goods.item == "N-200" else "5") if told.type == "order_response" else ""
    identity = goods.line if told.type == "order" else number
    line = [f"LIN+{identity}+{answer}".rstrip("+"), f"PIA+1+{goods.item}:SA", f"QTY+{quantity}:{goods.pieces}:C62"]
    if told.is_bill:
        line.append(f"MOA+203:{goods.amount}")
    if told.is_priced:
        line.append(f"PRI+AAA:{goods.price}")
    if told.type != "order":
        line.append(f"RFF+ON:{told.order}:{goods.line}")
    return line


def x12(told: Told) -> bytes:
    kind, body = _X12[told.type](told)
    isa = "ISA*00*          *00*          *01*A              *01*B              *260301*0815*U*00401*000000001*0*P*>"
    parts = [isa, "GS*XX*A*B*20260301*0815*1*X*004010", f"ST*{kind}*0001", *body, f"SE*{len(body) + 2}*0001"]
    return ("~".join([*parts, "GE*1*1", "IEA*1*000000001"]) + "~").encode()


_X12_PARTIES = [f"N1*SE*{SUPPLIER}*UL*{SUPPLIER_GLN}", f"N1*BY*{BUYER}*UL*{BUYER_GLN}"]


def _x12_order(told: Told) -> tuple[str, list[str]]:
    lines = [f"PO1*{one.line}*{one.pieces}*UN*{one.price}**VN*{one.item}" for one in told.goods]
    return "850", [f"BEG*00*SA*{told.number}**{told.digits}", "CUR*BY*EUR", *_X12_PARTIES, *lines]


def _x12_response(told: Told) -> tuple[str, list[str]]:
    lines: list[str] = []
    for one in told.goods:
        code = "IQ" if one.item == "N-200" else "IA"
        lines += [f"PO1*{one.line}*{one.pieces}*UN*{one.price}**VN*{one.item}", f"ACK*{code}*{one.pieces}*UN"]
    return "855", [f"BAK*00*AC*{told.order}*20260302*****{told.digits}", *_X12_PARTIES, *lines]


def _x12_ship_notice(told: Told) -> tuple[str, list[str]]:
    body = [f"BSN*00*{told.number}*{told.digits}*0800*0001", "HL*1**S", *_X12_PARTIES, "HL*2*1*O", f"PRF*{told.order}"]
    for number, one in enumerate(told.goods, 3):
        body += [f"HL*{number}*2*I", f"LIN*{one.line}*VN*{one.item}", f"SN1**{one.pieces}*UN"]
    return "856", body


def _x12_receipt(told: Told) -> tuple[str, list[str]]:
    body = [f"BRA*{told.number}*{told.digits}*00*1", f"REF*PO*{told.order}", *_X12_PARTIES]
    for number, one in enumerate(told.goods, 1):
        body += [f"RCD*{number}*{one.pieces}*UN", f"LIN*{number}*PL*{one.line}*VN*{one.item}"]
    return "861", body


def _x12_invoice(told: Told) -> tuple[str, list[str]]:
    lines = [
        f"IT1*{number}*{one.pieces}*UN*{one.price}**VN*{one.item}*PO*{told.order}*PL*{one.line}"
        for number, one in enumerate(told.goods, 1)
    ]
    total = told.net.replace(".", "")
    credited = [f"REF*OI*{told.invoice}"] if told.invoice else []
    big = f"BIG*{told.digits}*{told.number}**{told.order}***{'CR' if told.invoice else 'DR'}"
    return "810", [big, "CUR*SE*EUR", *credited, *_X12_PARTIES, *lines, f"TDS*{total}"]


_X12 = {
    "order": _x12_order,
    "order_response": _x12_response,
    "despatch_advice": _x12_ship_notice,
    "receipt_advice": _x12_receipt,
    "invoice": _x12_invoice,
    "credit_note": _x12_invoice,
}


def csv(told: Told) -> bytes:
    return "\n".join(",".join(row) for row in _rows(told)).encode()


def xlsx(told: Told) -> bytes:
    held = BytesIO()
    with Workbook(held) as workbook:
        sheet = workbook.add_worksheet()
        for place, row in enumerate(_rows(told)):
            sheet.write_row(place, 0, row)
    return held.getvalue()


def _rows(told: Told) -> list[list[str]]:
    head = "document_type,document_number,issue_date,currency,supplier,supplier_id,buyer,buyer_id,order_number"
    rows = [f"{head},order_line,line,supplier_item,quantity,unit,unit_price,response,invoice_number".split(",")]
    for number, one in enumerate(told.goods, 1):
        own = told.type == "order"
        answer = ("changed" if one.item == "N-200" else "accepted") if told.type == "order_response" else ""
        whole = [
            told.type,
            told.number,
            str(told.day),
            "EUR",
            SUPPLIER,
            f"0088:{SUPPLIER_GLN}",
            BUYER,
            f"0088:{BUYER_GLN}",
        ]
        refers = ["", "", str(one.line)] if own else [told.order, str(one.line), str(number)]
        price = one.price if told.is_priced else ""
        rows.append([*whole, *refers, one.item, str(one.pieces), "C62", price, answer, told.invoice])
    return rows
