"""The story's documents as a system of the supplier's own writes them, and the layout that tells what stands where."""

import tomllib

from ingest.layout import LAYOUT, Layout
from tests.chains.story import SUPPLIER, Goods, Told

CONFIGURED = f"""
[[layouts]]
name = "nordlicht"
files = "*"
root = "Beleg"
lines = "Zeilen/Zeile"
dates = "DD.MM.YYYY"
decimal = ","
constants = {{ supplier = "{SUPPLIER}", currency = "EUR" }}
values = {{ unit = {{ "Stk" = "C62" }}, response = {{ "ja" = "accepted", "teils" = "changed" }} }}
types = [
  {{ source = "@art", equals = "order", type = "order" }},
  {{ source = "@art", equals = "order_response", type = "order_response" }},
  {{ source = "@art", equals = "despatch_advice", type = "despatch_advice" }},
  {{ source = "@art", equals = "receipt_advice", type = "receipt_advice" }},
  {{ source = "@art", equals = "invoice", type = "invoice" }},
  {{ source = "@art", equals = "credit_note", type = "credit_note" }},
]
paths.document_number = "Kopf/Nummer"
paths.issue_date = "Kopf/Datum"
paths.order_number = "../../Kopf/Auftrag"
paths.invoice_number = "../../Kopf/Rechnung"
paths.order_line = "@bestellzeile"
paths.line = "@nr"
paths.supplier_item = "Teil"
paths.quantity = "Menge"
paths.unit = "Menge/@einheit"
paths.unit_price = "Preis"
paths.line_amount = "Betrag"
paths.response = "Antwort"
"""
LAYOUTS: tuple[Layout, ...] = tuple(LAYOUT.validate_python(one) for one in tomllib.loads(CONFIGURED)["layouts"])


def own_xml(told: Told) -> bytes:
    """Any document, with decimal commas and German dates."""
    invoice = f"<Rechnung>{told.invoice}</Rechnung>" if told.invoice else ""
    lines = "".join(_line(told, place, one) for place, one in enumerate(told.goods, 1))
    return (
        f'<Beleg art="{told.type}"><Kopf><Nummer>{told.number}</Nummer><Datum>{told.day:%d.%m.%Y}</Datum>'
        f"<Auftrag>{told.order}</Auftrag>{invoice}</Kopf><Zeilen>{lines}</Zeilen></Beleg>"
    ).encode()


def _line(told: Told, place: int, one: Goods) -> str:
    said = f"<Preis>{one.price}</Preis><Betrag>{one.amount}</Betrag>".replace(".", ",") if told.is_priced else ""
    if told.type == "order_response":
        said += f"<Antwort>{'teils' if one.item == 'N-200' else 'ja'}</Antwort>"
    number = one.line if told.type == "order" else place
    return (
        f'<Zeile nr="{number}" bestellzeile="{one.line}"><Teil>{one.item}</Teil><Menge einheit="Stk">{one.pieces}'
        f"</Menge>{said}</Zeile>"
    )
