"""Values as Finvoice writes them: a decimal comma, days as CCYYMMDD, units as Finnish words."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from lxml import etree

from ingest.record import Record
from ingest.values.coded_dates import coded_day
from ingest.values.unit_codes import unit_in
from ingest.values.units_text import unit_key
from ingest.values.xsd import number
from ingest.xml.walk import Faults, Taker

UNITS: Mapping[str, str] = {
    unit_key(word): code
    for code, words in {
        "H87": "kpl kappale kappaletta kpl.",
        "PR": "pari paria prs",
        "SET": "sarja sarjaa srj",
        "XPK": "pkt paketti pakettia pak pakk",
        "XBX": "ltk laatikko laatikkoa rasia rs",
        "XBO": "plo pullo pulloa",
        "XBG": "ps pss pussi pussia",
        "XSA": "sk säkki säkkiä",
        "XRO": "rll rulla rullaa",
        "XPX": "lava lavaa lv",
        "XTN": "tlk tölkki",
        "XCI": "kanisteri kan",
        "C62": "krt kerta kertaa yks",
        "MTR": "jm juoksumetri metri metriä",
        "TNE": "tn tonni tonnia",
        "KGM": "kilo kiloa",
        "LTR": "litra litraa",
        "HUR": "t tunti tuntia tuntti",
        "DAY": "pv päivä päivää vrk",
        "WEE": "vko viikko viikkoa",
        "MON": "kk kuukausi kuukautta",
        "ANN": "v vuosi vuotta",
        "P1": "pros",
    }.items()
    for word in words.split()
}
"""QuantityUnitCode is free text: Finnish words (`unit_key` of them) → UN/ECE Recommendation 20."""


def amount(text: str) -> Decimal:
    """The number; some write a point.

    Raises:
        BadValue: `BAD_NUMBER`, if it is none.
    """
    return number(text.replace(",", "."))


def day(text: str) -> date:
    """The day.

    Raises:
        BadValue: `BAD_DATE`, if there is none.
    """
    return coded_day(text, "102")


def unit(element: etree._Element, name: str = "QuantityUnitCode") -> tuple[str | None, str | None]:
    """The unit of a quantity or price, and the text for it where that differs. A code of UN/ECE (3.0) comes first."""
    words = element.get(name, "").strip()
    code = element.get("QuantityUnitCodeUN", "").strip()
    if code:
        return code, words if words and words != code else None
    return unit_in(UNITS, words)


def quantities(key: str) -> Taker:
    """A quantity with its unit, as a record; of several the first: others say the same in another unit."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        if element.text and element.text.strip() and key not in record:
            code, words = unit(element)
            record[key] = {"quantity": amount(element.text), "unit": code, "unit_text": words}

    return take


def price(key: str) -> Taker:
    """A price, and the unit that it is for under `key`_unit, where it names one."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        if element.text and element.text.strip() and key not in record:
            record[key] = amount(element.text)
            record[f"{key}_unit"] = unit(element, "UnitPriceUnitCode")[0]

    return take


def money(key: str) -> Taker:
    """An amount, and the currency of the document."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        currency = element.get("AmountCurrencyIdentifier", "").strip()
        if currency:
            record.setdefault("currency", currency)
        if element.text and element.text.strip() and key not in record:
            record[key] = amount(element.text)

    return take
