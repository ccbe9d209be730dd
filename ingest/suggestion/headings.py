"""What a heading or a name of an element probably means, where reading itself would not dare to say.

Reading knows headings or does not (docs/decisions/0020). A proposal is looked at by a person before it is used: it may
expand abbreviations and allow for a misspelling, and says so.
"""

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache

from ingest.flat.words import heading_key
from ingest.formats.tables.head import heading_phrase
from ingest.formats.tables.phrases import Phrase, known_keys, phrase_of
from orders.remembered import remembered

_ALIKE = 0.82
_SHORTEST_MISSPELT = 5
_LENGTHS_APART = 4
_LONGEST_MISSPELT = 40
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_MEASURED_IN = re.compile(r"\s+(?:in|en)\s+\S+$", re.IGNORECASE)
_YOURS = frozenset(("ihr", "ihre", "your", "votre", "vos", "kunden"))
"""What a supplier calls the buyer's: "Ihre Pos." is the order's line."""
_HUMPS = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z])")
_ABBREVIATED = """
Bestell: bst
Bestellnummer: bestnr
Auftrag: auf auftr
Lieferschein: lfs
Lieferant: lief absender
Liefermenge: lfm
Rechnung: rg
Rechnungsnummer: rgnr
Menge: mge mg
Anzahl: anz
Bezeichnung: bez text
Artikelbezeichnung: artbez
Einzelpreis: ep epr
Gesamtpreis: gp gpr
Währung: whg wkz
Datum: dat
Beleg: bel
Belegnummer: belegnr
Einheit: eh einh
Kunde: empfaenger
Kundennummer: kdnr
Material: mat
Materialnummer: matnr
Liefertermin: lt
Position: zeile lfd
Name: firma
document number: docno docnum
delivery: dlv
shipment: shp
order: ord
description: desc descr
amount: amt
price: prc
currency: ccy curr
date: dt dte
line: ln
item: itm
quantity: qnty
supplier: sender
status: stat
commande: cde
désignation: lib libelle
montant: mt mnt
prix: px
livraison: liv
facture: fac
fournisseur: fourn expediteur
ligne: lig
référence: rf
devise: dev
prix unitaire HT: pht
"""
"""Words, and what stands for them in the headings of German, English and French programs."""


@cache
def _abbreviations() -> dict[str, str]:
    rows = (line.partition(": ") for line in _ABBREVIATED.strip().splitlines())
    return {short: word for word, _, shorts in rows for short in shorts.split()}


_MEANT_HERE = {
    heading_key(name): meant
    for meant, names in {
        "response": ("status", "statut", "antwort", "answer", "réponse"),
        "document_type": ("typ", "type", "art", "kind", "nature", "doctype", "document type", "vorgang", "vorgangsart"),
    }.items()
    for name in names
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading means, why, and whether it is known rather than taken for something known."""

    phrase: Phrase
    reason: str
    sure: bool = True


@remembered(4_096)
def meaning_of(heading: str) -> Meaning | None:
    """What a heading means; None if not even an abbreviation or a misspelling of something known."""
    if phrase := heading_phrase(heading):
        return Meaning(phrase, "by its heading")
    expanded = _expanded(heading)
    if expanded != heading and (phrase := heading_phrase(expanded)):
        return Meaning(replace(phrase, loose=True), f'read as "{expanded}"', sure=False)
    key = heading_key(heading)
    if (meant := _MEANT_HERE.get(heading_key(expanded))) and (phrase := phrase_of(heading_key(meant))):
        return Meaning(replace(phrase, loose=True), f'"{expanded}" is usual for it', sure=False)
    if _SHORTEST_MISSPELT <= len(key) <= _LONGEST_MISSPELT:
        alike = [one for one in _known_by_letter().get(key[0], ()) if abs(len(one) - len(key)) <= _LENGTHS_APART]
        for near in get_close_matches(key, alike, n=1, cutoff=_ALIKE):
            if phrase := phrase_of(near):
                return Meaning(replace(phrase, loose=True), f'resembles "{near}"', sure=False)
    return None


@cache
def _known_by_letter() -> dict[str, list[str]]:
    known: dict[str, list[str]] = {}
    for key in known_keys():
        if key:
            known.setdefault(key[0], []).append(key)
    return known


def _expanded(heading: str) -> str:
    words = _WORDS.findall(_HUMPS.sub(" ", _MEASURED_IN.sub("", heading[:200])))
    if len(words) > 1 and words[0].casefold() in _YOURS:
        words[0] = "Bestell"
    return " ".join(_abbreviations().get(word.casefold(), word) for word in words)
