"""Writes the documents of docs/a-month.md anew: what a supplier sends in October, and what its buyer's systems export.

    .venv/bin/python scripts/month_documents.py

The parties, items and numbers are invented. The files lie in docs/month, a folder for each day on which some arrive.
"""

import shutil
from dataclasses import replace
from pathlib import Path

from demo_documents import moved, windows
from demo_ubl import Line, Party, credit_note, invoice, order_cancellation, order_change

MONTH = Path(__file__).resolve().parent.parent / "docs" / "month"

FASTENERS = Party("Nordlicht Verbindungstechnik GmbH", "4098765100063", "DE276543210", "DE02120300000000202051")
STOLEN = replace(FASTENERS, iban="DE02500105170137075030")

SCREW = Line("10", "Hex screw M8 x 40", "NV-0840", "5000", "0.125", "C62", buyer_item="M-50840")
WASHER = Line("20", "Washer 8.4", "NV-W084", "10000", "0.019", "C62", buyer_item="M-50084")
ROD = Line("10", "Threaded rod M12", "NV-G12", "50", "4.95", "C62", buyer_item="M-51200")
SLEEVE = Line("20", "Spacer sleeve 20 mm", "NV-H20", "200", "1.15", "C62", buyer_item="M-52020")
GLUE = Line("10", "Mounting adhesive", "NV-K5", "24", "11.90", "C62", buyer_item="M-53005")


def orders() -> bytes:
    """Four orders as a buyer's ERP exports them: German headings, prices for a hundred."""
    return windows(f"""\
Einkaufsbeleg;Position;Lieferant;Material;Lieferantenartikelnummer;Kurztext;Bestellmenge;Bestellmengeneinheit;Nettopreis;Währung;Preiseinheit;Belegdatum;Lieferdatum
4500201;10;{FASTENERS.name};M-50840;NV-0840;Hex screw M8 x 40;5.000;ST;12,50;EUR;100;01.10.2026;12.10.2026
4500201;20;{FASTENERS.name};M-50084;NV-W084;Washer 8.4;10.000;ST;1,90;EUR;100;01.10.2026;12.10.2026
4500202;10;{FASTENERS.name};M-51200;NV-G12;Threaded rod M12;60;ST;4,80;EUR;1;01.10.2026;16.10.2026
4500202;20;{FASTENERS.name};M-52020;NV-H20;Spacer sleeve 20 mm;200;ST;1,15;EUR;1;01.10.2026;16.10.2026
4500203;10;{FASTENERS.name};M-53005;NV-K5;Mounting adhesive;24;ST;11,90;EUR;1;02.10.2026;20.10.2026
4500204;10;{FASTENERS.name};M-54001;NV-S77;Special bracket;8;ST;64,00;EUR;1;02.10.2026;30.10.2026
""")


def more_sleeves() -> bytes:
    """One more order, a week before the month ends."""
    return windows(f"""\
Einkaufsbeleg;Position;Lieferant;Material;Lieferantenartikelnummer;Kurztext;Bestellmenge;Bestellmengeneinheit;Nettopreis;Währung;Preiseinheit;Belegdatum;Lieferdatum
4500205;10;{FASTENERS.name};M-52020;NV-H20;Spacer sleeve 20 mm;100;ST;1,15;EUR;1;22.10.2026;30.10.2026
4500205;20;{FASTENERS.name};M-50084;NV-W084;Washer 8.4;4.000;ST;1,90;EUR;100;22.10.2026;30.10.2026
""")


def interchange(reference: str, day: str, *messages: str) -> bytes:
    """An EDIFACT interchange of the supplier, in the character set that most systems send."""
    head = f"UNB+UNOC:3+{FASTENERS.gln}:14+4012345100004:14+{day}:0612+{reference}'"
    return "\n".join((head, *messages, f"UNZ+{len(messages)}+{reference}'", "")).encode("latin-1")


def message(number: int, kind: str, *segments: str) -> str:
    """One message: its head, its parties, its segments, its count."""
    parties = (f"NAD+SU+{FASTENERS.gln}::9++{FASTENERS.name}", "NAD+BY+4012345100004::9++Nordwerk Maschinenbau GmbH")
    head, date, reference, *rest = segments
    inner = (f"UNH+{number}+{kind}:D:96A:UN:EAN005", head, date, reference, *parties, *rest)
    return "\n".join(f"{segment}'" for segment in (*inner, f"UNT+{len(inner) + 1}+{number}"))


def responses() -> bytes:
    """The first order as it was sent; of the second fewer, later and dearer rods; the third as it was sent."""
    return interchange(
        "5001",
        "261005",
        message(
            1,
            "ORDRSP",
            *("BGM+231+AB-9101+29", "DTM+137:20261005:102", "RFF+ON:4500201"),
            *("LIN+1+5", "PIA+1+NV-0840:SA", "QTY+21:5000:PCE", "DTM+67:20261012:102", "RFF+ON:4500201:10"),
            *("LIN+2+5", "PIA+1+NV-W084:SA", "QTY+21:10000:PCE", "DTM+67:20261012:102", "RFF+ON:4500201:20"),
            "UNS+S",
        ),
        message(
            2,
            "ORDRSP",
            *("BGM+231+AB-9102+4", "DTM+137:20261005:102", "RFF+ON:4500202"),
            *("LIN+1+3", "PIA+1+NV-G12:SA", "QTY+21:50:PCE", "DTM+67:20261023:102", "PRI+AAA:4.95"),
            "RFF+ON:4500202:10",
            *("LIN+2+5", "PIA+1+NV-H20:SA", "QTY+21:200:PCE", "DTM+67:20261016:102", "RFF+ON:4500202:20"),
            "UNS+S",
        ),
        message(
            3,
            "ORDRSP",
            *("BGM+231+AB-9103+29", "DTM+137:20261005:102", "RFF+ON:4500203"),
            *("LIN+1+5", "PIA+1+NV-K5:SA", "QTY+21:24:PCE", "DTM+67:20261020:102", "RFF+ON:4500203:10"),
            "UNS+S",
        ),
    )


def despatch() -> bytes:
    """The first order, whole: the screws in two pallets."""
    return interchange(
        "5002",
        "261012",
        message(
            1,
            "DESADV",
            *("BGM+351+LS-7001+9", "DTM+137:20261012:102", "RFF+ON:4500201"),
            *("CPS+1", "PAC+2++201::9"),
            *("CPS+2+1", "LIN+1", "PIA+1+NV-0840:SA", "QTY+12:3000:PCE", "RFF+ON:4500201:10"),
            *("CPS+3+1", "LIN+2", "PIA+1+NV-0840:SA", "QTY+12:2000:PCE", "RFF+ON:4500201:10"),
            *("LIN+3", "PIA+1+NV-W084:SA", "QTY+12:10000:PCE", "RFF+ON:4500201:20"),
        ),
    )


def delivery_notes() -> bytes:
    """The branch office writes its delivery notes in a spreadsheet program."""
    return windows("""\
Lieferschein-Nr.;Lieferscheindatum;Bestellnummer;Pos.;Artikelnummer;Liefermenge;Einheit
LS-7010;16.10.2026;4500202;20;NV-H20;200;Stk
LS-7011;16.10.2026;4500203;10;NV-K5;12;Stk
""")


def receipts(*rows: str) -> bytes:
    """What the warehouse booked, under the canonical names."""
    head = "document_type,document_number,issue_date,supplier,order_number,order_line,quantity,rejected_quantity,unit"
    booked = (f"receipt_advice,{row.format(supplier=FASTENERS.name)}" for row in rows)
    return "\n".join((head, *booked, "")).encode()


def bill_again() -> bytes:
    """An invoice that came as XML, once more as the table of the supplier's portal: other zeros, small letters."""
    return windows(f"""\
Rechnungsnummer;Rechnungsdatum;Lieferant;Bestellnummer;Pos.;Artikelnummer;Menge;Einheit;Einzelpreis;Betrag
re-08801;14.10.2026;{FASTENERS.name};4500201;10;NV-0840;5000;Stk;0,125;625,00
re-08801;14.10.2026;{FASTENERS.name};4500201;20;NV-W084;10000;Stk;0,019;190,00
""")


def bill_without_order() -> bytes:
    """An invoice of a branch office that names neither the order nor our items, and calls one its own way."""
    return windows(f"""\
Rechnungsnummer;Rechnungsdatum;Lieferant;Bestellnummer;Artikelnummer;Bezeichnung;Menge;Einheit;Einzelpreis;Betrag
F-2201;19.10.2026;{FASTENERS.name};4500202;KL-20;Distanzhuelse 20mm verzinkt;200;Stk;1,15;230,00
""")


def next_bill() -> bytes:
    """The same branch again, with its own number for the sleeves, of which it ships a part."""
    return windows(f"""\
Rechnungsnummer;Rechnungsdatum;Lieferant;Bestellnummer;Artikelnummer;Bezeichnung;Menge;Einheit;Einzelpreis;Betrag
F-2207;29.10.2026;{FASTENERS.name};4500205;KL-20;Distanzhuelse 20mm verzinkt;60;Stk;1,15;69,00
""")


def days() -> dict[str, bytes]:
    """Every file of the month."""
    all_of_first = [moved(SCREW), moved(WASHER)]
    more = replace(GLUE, quantity="36", wanted="2026-10-30")
    ubl = {
        "14/RE-8801.xml": invoice("RE-8801", "2026-10-14", "4500201", FASTENERS, all_of_first),
        "19/change.xml": order_change("4500203-2", "2026-10-19", "4500203", FASTENERS, [more]),
        "19/cancel.xml": order_cancellation("4500204-C", "2026-10-19", "4500204", FASTENERS, "Design changed"),
        "22/GS-311.xml": credit_note("GS-311", "2026-10-22", "4500201", "RE-8801", FASTENERS, [moved(WASHER, "200")]),
        "26/RE-8830.xml": invoice("RE-8830", "2026-10-26", "4500203", STOLEN, [moved(GLUE, "12")]),
        "30/RE-8841.xml": invoice("RE-8841", "2026-10-30", "4500202", FASTENERS, [moved(ROD)]),
    }
    first = "WE-401,2026-10-13,{supplier},4500201,10,5000,,C62", "WE-401,2026-10-13,{supplier},4500201,20,10000,200,C62"
    second = "WE-407,2026-10-19,{supplier},4500202,20,200,,C62", "WE-407,2026-10-19,{supplier},4500203,10,12,,C62"
    return {name: text.encode() for name, text in ubl.items()} | {
        "02/orders.csv": orders(),
        "05/ordrsp.edi": responses(),
        "12/desadv.edi": despatch(),
        "13/receipts.csv": receipts(*first),
        "16/Lieferscheine.csv": delivery_notes(),
        "19/receipts.csv": receipts(*second),
        "19/portal.csv": bill_again(),
        "21/F-2201.csv": bill_without_order(),
        "22/orders.csv": more_sleeves(),
        "30/F-2207.csv": next_bill(),
        "30/receipts.csv": receipts("WE-420,2026-10-29,{supplier},4500202,10,50,,C62"),
    }


def write(folder: Path) -> None:
    """The whole month."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in days().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    write(MONTH)
    print(f"{sum(file.is_file() for file in MONTH.rglob('*'))} files in {MONTH}")
