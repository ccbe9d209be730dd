"""Which lines are charges rather than goods: freight, surcharges, packaging, rounding.

The rules: docs/matching.md, "Units, prices and charges".

A line is one by its name, in German, English or French, and only if it names no item. "Versand" is a charge,
"Versandkarton" is not.
"""

import re
from functools import lru_cache

from orders.document import Line
from orders.learned import wording_key

_WHOLE = re.compile(
    r"""(?:
    fracht|versand|porto|verpackung|verpackungen|transport|lieferung|zustellung|maut|versicherung|pfand|leergut
    |rundung|zuschlag|spesen|handling|nachnahme|logistik|zoll
    |(?:euro|eur|tausch|einweg|holz)?\s?-?(?:palette|paletten|pallet|pallets)|palettentausch
    |freight|shipping|postage|delivery|carriage|packaging|packing|surcharge|toll|insurance|deposit|rounding|courier
    |shipping\s(?:and|&)\shandling|postage\s(?:and|&)\spacking
    |fret|port|emballage|emballages|livraison|expédition|assurance|consigne|arrondi|supplément|surcharge|majoration
    |port\set\semballage
    )""",
    re.VERBOSE,
)
_WITHIN = re.compile(
    r"""\b(?:
    (?:fracht|versand|porto|verpackungs?|transport|liefer|zustell|anlieferungs|logistik|handling|palettentausch|maut
       |versicherungs|express|bearbeitungs|nachnahme|abwicklungs|zoll)-?\s?(?:kosten|pauschale|spesen|gebühr|gebühren|anteil)+
    |\w*(?:mindermengen|kleinmengen|mindestbestell|energie|diesel|treibstoff|material|rohstoff|teuerungs|legierungs|metall
       |kupfer|express|eil|gefahrgut|insel|maut|fracht|sperrgut|sonder|saison|krisen|logistik)-?\s?(?:zuschlag|zuschläge)
    |rundungs(?:differenz|ausgleich|betrag)|(?:fracht|porto)\s(?:und|u\.|&|\+)\s(?:verpackung|versand)
    |(?:freight|shipping|delivery|packaging|packing|handling|carriage|transport|transportation|courier|postage|insurance
       |customs|toll|pallet)\s(?:cost|costs|charge|charges|fee|fees|surcharge)
    |(?:fuel|energy|material|metal|alloy|copper|express|small[\s-]order|minimum[\s-]order|low[\s-]quantity|small[\s-]quantity
       |minimum[\s-]quantity|hazardous[\s-]goods)\s(?:surcharge|charge|fee|supplement)
    |rounding\s(?:difference|adjustment|amount)
    |frais\s(?:de\s|d['’])?(?:port|transport|livraison|emballage|expédition|envoi|dossier|gestion|traitement|douane)
    |(?:supplément|surcharge|majoration|taxe)\s(?:de\s|d['’])?(?:carburant|gazole|énergie|matière|petite\scommande|minimum)
    |participation\s(?:aux\s)?frais|éco-?participation|écotaxe|différence\sd['’]arrondi
    )\b""",
    re.VERBOSE,
)
_DISCOUNT = re.compile(
    r"\b(?:\w*rabatt|nachlass|preisnachlass|bonus|skonto|discount|rebate|allowance|remise|escompte|ristourne|rabais)\b"
)
_PREPAYMENT = re.compile(
    r"""\b(?:
    (?:an|voraus|teil|akonto|a-?conto)-?(?:zahlung|zahlungen|zahlungsrechnung)\w*|abschlags?(?:zahlung|rechnung|betrag)\w*|abschlag
    |(?:voraus|teil)rechnung\w*|akonto\w*|a\sconto
    |(?:down|advance|part|progress|interim|stage)[\s-]?payments?|prepayments?|pre-payments?|prepaid|payments?\son\saccount
    |(?:advance|prepayment|interim)\sinvoice
    |acompte\w*|avance\w?|arrhes|facture\sd['’]acompte|acconto|anticipo|aanbetaling|voorschot|forskott|a\scuenta
    )\b""",
    re.VERBOSE,
)
_SUBTOTAL = re.compile(
    r"\s*(?:zwischensumme|zwischentotal|übertrag|summe|gesamtsumme|sub-?\s?total|carried forward|brought forward|total"
    r"|sous-?\s?total|report|à reporter)\b.{0,40}"
)
_LONGEST = 200


@lru_cache(maxsize=8_192)
def sounds_like_charge(name: str) -> bool:
    """Whether a line's name is that of a charge."""
    return bool(_WHOLE.fullmatch(wording_key(name)) or _WITHIN.search(name.casefold()))


@lru_cache(maxsize=8_192)
def sounds_like_discount(name: str) -> bool:
    """Whether a line's name is that of an allowance."""
    return bool(_DISCOUNT.search(name.casefold()))


@lru_cache(maxsize=8_192)
def sounds_like_prepayment(name: str) -> bool:
    """Whether a line's name is that of a prepayment, or of a bill for a part."""
    return bool(_PREPAYMENT.search(name.casefold()))


@lru_cache(maxsize=8_192)
def sounds_like_subtotal(name: str) -> bool:
    """Whether a line's name is that of a subtotal or a sum carried forward."""
    return bool(_SUBTOTAL.fullmatch(name.casefold()))


def is_charge(line: Line) -> bool:
    """Whether a line is a charge by what it says of itself."""
    if line.buyer_item is not None or line.gtin is not None:
        return False
    name = wording(line)
    return name is not None and sounds_like_charge(name)


def is_discount(line: Line) -> bool:
    """Whether a line takes an amount off the whole: no item, no order line."""
    if line.buyer_item is not None or line.gtin is not None or line.order_line is not None:
        return False
    name = wording(line)
    return name is not None and sounds_like_discount(name)


def is_prepayment(line: Line) -> bool:
    """Whether a line bills a prepayment, or takes one off: by its name, and only if it names no item of the buyer's."""
    if line.buyer_item is not None or line.gtin is not None:
        return False
    name = wording(line)
    return name is not None and sounds_like_prepayment(name)


def is_subtotal(line: Line) -> bool:
    """Whether a line repeats a sum: no item, no price of its own."""
    if line.buyer_item is not None or line.supplier_item is not None or line.unit_price is not None:
        return False
    name = wording(line)
    return name is not None and sounds_like_subtotal(name)


def wording(line: Line) -> str | None:
    """What the line is called, as far as it can tell a charge."""
    name = line.name or line.description
    return None if name is None else name[:_LONGEST]
