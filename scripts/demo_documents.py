"""Writes the documents of `ordertrail demo` anew: an autumn in a buyer's life, told in UBL, CSV and XLSX.

    .venv/bin/python scripts/demo_documents.py

The parties, items and numbers are invented. The files lie in ordertrail/demo/samples: look at them before you commit.
"""

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import xlsxwriter
from demo_ubl import (
    BUYER,
    Line,
    Party,
    credit_note,
    despatch_advice,
    invoice,
    order,
    order_cancellation,
    order_change,
    order_response,
)

SAMPLES = Path(__file__).resolve().parent.parent / "ordertrail" / "demo" / "samples"

STEEL = Party("Alpenstahl Handels GmbH", "4098765100018", "DE298765432", "DE89370400440532013000")
ELECTRONICS = Party("Brückner Elektronik AG", "4098765100025", "DE287654321", "DE75512108001245126199")
OFFICE = Party("Duval Fournitures SAS", "3098765100032", "FR40303265045", "FR1420041010050500013M02606")
BEARINGS = Party("Eastfield Bearings Ltd", "5098765100041", "GB123456789", "GB33BUKB20201555555555")

SHAFT = Line("10", "Precision shaft 20 mm", "AS-2040", "120", "14.80", "MTR", "2026-10-05", buyer_item="M-10020")
PLATE = Line("10", "Steel plate 10 mm", "AS-7710", "400", "31.50", "KGM", "2026-10-12", buyer_item="M-10088")
ANGLE = Line("20", "Angle bar 50 x 50", "AS-5050", "60", "22.40", "MTR", "2026-10-12", buyer_item="M-10091")
DRIVE = Line("10", "Servo drive SD-4", "BE-SD4", "8", "412.00", "C62", "2026-10-16", buyer_item="E-20004")
CABLE = Line("10", "Motor cable 5 m", "BE-MC5", "16", "38.90", "C62", "2026-10-16", buyer_item="E-20017")
SENSOR = Line("10", "Proximity sensor M12", "BE-PS12", "250", "9.35", "C62", "2026-10-30", buyer_item="E-20031")
GLOVES = Line("10", "Work gloves, size 9", "DF-G9", "300", "2.15", "PR", "2026-11-02", buyer_item="B-30009")
BOOTS = Line("10", "Safety boots S3", "DF-B43", "40", "64.00", "PR", "2026-11-09", buyer_item="B-30043")
HELMETS = Line("20", "Safety helmet, white", "DF-H1", "25", "11.90", "C62", "2026-11-09", buyer_item="B-30050")
BALL = Line("10", "Ball bearing 6204-2RS", "EB-6204", "500", "3.42", "C62", "2026-11-16", buyer_item="L-40062")
ROLLER = Line("10", "Roller bearing NU 206", "EB-NU206", "80", "27.30", "C62", "2026-11-20", buyer_item="L-40206")
SEAL = Line("20", "Shaft seal 30 x 52", "EB-S3052", "200", "1.18", "C62", "2026-11-20", buyer_item="L-40305")
COIL = Line("10", "Spring steel coil", "AS-9001", "2", "1890.00", "TNE", "2026-12-01", buyer_item="M-10301")
PENS = Line("10", "Marker pens, box", "DF-MP", "30", "18.60", "C62", "2026-11-23", buyer_item="B-30101")
RELAY = Line("10", "Safety relay SR-2", "BE-SR2", "20", "87.50", "C62", "2026-12-04", buyer_item="E-20052")
GUIDE = Line("10", "Linear guide 600 mm", "EB-LG600", "12", "96.00", "C62", "2026-11-27", buyer_item="L-40600")


def answered(line: Line, **said: str) -> Line:
    """What a supplier says of an order line: accepted as it is, unless it says otherwise."""
    return replace(line, **{"status": "5", "promised": line.wanted, "wanted": None} | said)


def moved(line: Line, quantity: str | None = None, **said: str) -> Line:
    """What is shipped or invoiced of a line."""
    return replace(line, quantity=quantity or line.quantity, wanted=None, **said)


def orders() -> dict[str, str]:
    """Thirteen purchase orders, as the buyer's own system exports them."""
    placed = [
        ("4500101", "2026-09-14", STEEL, [SHAFT]),
        ("4500102", "2026-09-16", STEEL, [PLATE, ANGLE]),
        ("4500103", "2026-09-21", ELECTRONICS, [DRIVE]),
        ("4500104", "2026-09-28", ELECTRONICS, [SENSOR]),
        ("4500105", "2026-10-01", OFFICE, [GLOVES]),
        ("4500106", "2026-10-05", OFFICE, [BOOTS, HELMETS]),
        ("4500107", "2026-10-12", BEARINGS, [BALL]),
        ("4500108", "2026-10-14", BEARINGS, [ROLLER, SEAL]),
        ("4500109", "2026-10-19", STEEL, [COIL]),
        ("4500110", "2026-10-20", OFFICE, [PENS]),
        ("4500111", "2026-11-16", ELECTRONICS, [RELAY]),
        ("4500112", "2026-10-22", BEARINGS, [GUIDE]),
        ("4500113", "2026-09-21", ELECTRONICS, [CABLE]),
    ]
    return {f"orders/PO-{number}.xml": order(number, day, who, lines) for number, day, who, lines in placed}


def steel() -> dict[str, str]:
    """Alpenstahl speaks UBL throughout: one order runs through, one is billed in part and too dear, one is refused."""
    part = moved(PLATE, "250", outstanding="150")
    dearer = moved(PLATE, "250", price="32.90")
    yes, no = [answered(PLATE), answered(ANGLE)], [answered(COIL, status="7")]
    return {
        "OR-88120.xml": order_response("AB-88120", "2026-09-15", "4500101", STEEL, "AP", [answered(SHAFT)]),
        "DN-51007.xml": despatch_advice("LS-51007", "2026-10-02", "4500101", STEEL, [moved(SHAFT)]),
        "INV-70211.xml": invoice("RE-70211", "2026-10-06", "4500101", STEEL, [moved(SHAFT)]),
        "OR-88143.xml": order_response("AB-88143", "2026-09-17", "4500102", STEEL, "AP", yes),
        "DN-51044.xml": despatch_advice("LS-51044", "2026-10-09", "4500102", STEEL, [part, moved(ANGLE)]),
        "INV-70258.xml": invoice("RE-70258", "2026-10-13", "4500102", STEEL, [dearer, moved(ANGLE)]),
        "OR-88190.xml": order_response("AB-88190", "2026-10-21", "4500109", STEEL, "RE", no),
        "INV-70311.xml": invoice("RE-70311", "2026-10-28", "4599999", STEEL, [moved(SHAFT, "30")]),
    }


def bearings() -> dict[str, str]:
    """Eastfield confirms, changes and is amended; its last invoice has no lines."""
    late = answered(ROLLER, status="3", quantity="60", promised="2026-12-11")
    more = replace(GUIDE, quantity="16")
    return {
        "response_1021.xml": order_response("OA-1021", "2026-10-13", "4500107", BEARINGS, "AP", [answered(BALL)]),
        "response_1024.xml": order_response("OA-1024", "2026-10-16", "4500108", BEARINGS, "CA", [late, answered(SEAL)]),
        "orders/PO-4500112-change.xml": order_change("4500112-2", "2026-10-26", "4500112", BEARINGS, [more]),
        "response_1029.xml": order_response("OA-1029", "2026-10-27", "4500112", BEARINGS, "AP", [answered(more)]),
        "invoice_33870.xml": invoice("33870", "2026-11-18", "4500112", BEARINGS, [], net="1536.00"),
    }


def twists() -> dict[str, str]:
    """What comes into every inbox: a file twice, one number for two invoices, half a file, a cancellation, a credit."""
    again = invoice("RE-70211", "2026-10-08", "4500101", STEEL, [moved(SHAFT, price="15.20")])
    whole = despatch_advice("LS-51090", "2026-11-03", "4500109", STEEL, [moved(COIL)])
    back = [moved(CABLE, "2")]
    return {
        "INV-70211 (copy).xml": steel()["INV-70211.xml"],
        "INV-70211-corrected.xml": again,
        "DN-51090.xml": whole[: len(whole) // 2],
        "orders/PO-4500110-cancel.xml": order_cancellation("4500110-C", "2026-10-23", "4500110", OFFICE, "No need"),
        "credit_1188.xml": credit_note("GS-1188", "2026-11-12", "4500113", "R-2026-4410", ELECTRONICS, back),
    }


def electronics() -> dict[str, bytes]:
    """Brückner sends tables with German headings, in the encoding of its old system."""
    head = "Bestellnummer;Pos.;Artikelnummer"
    response = f"""\
Auftragsbestätigung;AB-Datum;{head};Bezeichnung;Menge;Einheit;Einzelpreis;Liefertermin
BE-5531;22.09.2026;4500103;10;BE-SD4;Servo drive SD-4;8;Stk;412,00;16.10.2026
BE-5532;22.09.2026;4500113;10;BE-MC5;Motor cable 5 m;16;Stk;38,90;16.10.2026
BE-5540;29.09.2026;4500104;10;BE-PS12;Proximity sensor M12;250;Stk;9,35;06.11.2026
"""
    notes = f"""\
Lieferschein-Nr.;Lieferscheindatum;{head};Liefermenge;Einheit
L-9921;14.10.2026;4500103;10;BE-SD4;8;Stk
L-9921;14.10.2026;4500113;10;BE-MC5;16;Stk
L-9958;04.11.2026;4500104;10;BE-PS12;150;Stk
"""
    invoices = f"""\
Rechnungsnummer;Rechnungsdatum;{head};Menge;Einheit;Einzelpreis;Betrag
R-2026-4410;19.10.2026;4500113;10;BE-MC5;16;Stk;38,90;622,40
"""
    return {
        "brueckner/Auftragsbestaetigungen.csv": windows(response),
        "brueckner/Lieferscheine.csv": windows(notes),
        "brueckner/Rechnung_4410.csv": windows(invoices),
    }


def windows(table: str) -> bytes:
    """A table as an old Windows program writes it."""
    return table.replace("\n", "\r\n").encode("cp1252")


def warehouse() -> dict[str, bytes]:
    """The buyer's own warehouse exports its receipts under the canonical names."""
    receipts = f"""\
document_type,document_number,issue_date,supplier,order_number,order_line,quantity,rejected_quantity,unit
receipt_advice,WE-3001,2026-10-05,{STEEL.name},4500101,10,120,,MTR
receipt_advice,WE-3007,2026-10-12,{STEEL.name},4500102,10,250,,KGM
receipt_advice,WE-3007,2026-10-12,{STEEL.name},4500102,20,60,,MTR
receipt_advice,WE-3012,2026-10-16,{ELECTRONICS.name},4500103,10,8,,C62
receipt_advice,WE-3012,2026-10-16,{ELECTRONICS.name},4500113,10,16,,C62
receipt_advice,WE-3020,2026-11-06,{ELECTRONICS.name},4500104,10,150,6,C62
"""
    return {"receipt_advices/goods-receipts.csv": receipts.encode()}


def office(folder: Path) -> None:
    """Duval sends workbooks with French headings under a title; dates and numbers are typed cells."""
    head = ["N° de commande", "Ligne", "Référence"]
    answer = [
        "N° de confirmation",
        "Date",
        *head,
        "Désignation",
        "Quantité",
        "Unité",
        "Prix unitaire",
        "Date de livraison",
    ]
    november = date(2026, 11, 2), date(2026, 11, 9)
    confirmations: list[list[object]] = [
        [*answer],
        ["C-771", date(2026, 10, 2), "4500105", 10, "DF-G9", "Gants de travail", 300, "paire", 2.15, november[0]],
        ["C-780", date(2026, 10, 6), "4500106", 10, "DF-B43", "Chaussures S3", 40, "paire", 64.0, november[1]],
        ["C-780", date(2026, 10, 6), "4500106", 20, "DF-H1", "Casque, blanc", 25, "pièce", 11.9, november[1]],
    ]
    deliveries: list[list[object]] = [
        ["N° bon de livraison", "Date", *head, "Quantité expédiée", "Unité"],
        ["BL-4402", date(2026, 10, 29), "4500105", 10, "DF-G9", 300, "paire"],
        ["BL-4419", date(2026, 11, 5), "4500106", 10, "DF-B43", 24, "paire"],
    ]
    workbook(folder / "confirmations.xlsx", "Confirmations de commande", confirmations)
    workbook(folder / "bons-de-livraison.xlsx", "Bons de livraison", deliveries)


def workbook(path: Path, title: str, rows: list[list[object]]) -> None:
    """One sheet: the supplier's name and a title above the table. The same bytes each time."""
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"author": OFFICE.name, "created": datetime(2026, 11, 6, tzinfo=UTC)})
        sheet = book.add_worksheet("Export")
        day, bold = book.add_format({"num_format": "dd/mm/yyyy"}), book.add_format({"bold": True})
        sheet.write_string(0, 0, f"{OFFICE.name} – {title}", bold)
        for number, row in enumerate(rows, start=2):
            for column, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(number, column, value, day)
                else:
                    sheet.write(number, column, value, bold if number == 2 else None)
        sheet.set_column(0, len(rows[0]), 16)


def write(folder: Path) -> None:
    """The whole story."""
    shutil.rmtree(folder, ignore_errors=True)
    texts = {name: text.encode() for part in (orders(), steel(), bearings(), twists()) for name, text in part.items()}
    for name, content in (texts | electronics() | warehouse()).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    (folder / "duval").mkdir()
    office(folder / "duval")


if __name__ == "__main__":
    write(SAMPLES)
    print(f"{sum(file.is_file() for file in SAMPLES.rglob('*'))} files in {SAMPLES}, for {BUYER.name}")
