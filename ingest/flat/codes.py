"""Words of three languages, and codes, for what has a fixed set of values: answers, actions, standings, currencies."""

import re
from functools import cache

from ingest.flat.words import heading_key
from orders.document import LineAction, LineResponse, Remedy, Response, Standing

_RESPONSES = """
accepted: accepted, accept, ok, okay, yes, confirmed, agreed, as ordered, angenommen, bestätigt, ja, akzeptiert,
    wie bestellt, unverändert, accepté, acceptée, confirmé, confirmée, oui, conforme, ia, ap, in ordnung, fully accepted
rejected: rejected, reject, refused, no, declined, cancelled, abgelehnt, nein, nicht lieferbar, storniert,
    zurückgewiesen, refusé, refusée, rejeté, rejetée, non, ir, not available
changed: changed, change, modified, accepted with changes, accepted with change, amended, partially accepted, geändert,
    mit änderung, mit änderungen, angenommen mit änderungen, bestätigt mit änderung, abweichend, teilweise bestätigt,
    modifié, modifiée, accepté avec modification, ic, iq, ip
added: added, new, additional, hinzugefügt, neu, zusätzlich, ajouté, ajoutée, nouveau
already_delivered: already delivered, delivered already, bereits geliefert, schon geliefert, déjà livré, déjà livrée
acknowledged: acknowledged, received, in process, in progress, pending, eingegangen, erhalten, in bearbeitung,
    zur kenntnis genommen, reçu, reçue, en cours
"""
_ACTIONS = """
added: added, add, new, insert, hinzugefügt, neu, neue position, ajouté, ajout, nouveau
changed: changed, change, modified, update, updated, geändert, änderung, modifié, modification
cancelled: cancelled, canceled, deleted, delete, remove, removed, storniert, gelöscht, storno, entfällt,
    annulé, supprimé
"""
_STANDINGS = """
draft: draft, entwurf, brouillon
proforma: proforma, pro forma, proformarechnung, pro forma rechnung, proforma invoice, facture proforma
test: test, testbeleg, test document
prepayment: prepayment, prepayment invoice, advance, anzahlung, anzahlungsrechnung, vorauszahlung, abschlag, acompte
"""
_REMEDIES = """
replacement: replacement, replace, exchange, ersatz, ersatzlieferung, ersatz erwartet, umtausch, austausch,
    nachlieferung, neulieferung, remplacement, remplacer, échange
refund: refund, credit, credit note, credit only, refund only, gutschrift, nur gutschrift, erstattung, rückerstattung,
    keine ersatzlieferung, remboursement, avoir, note de crédit
"""
_YES = frozenset(("1", "true", "yes", "y", "ja", "j", "wahr", "oui", "o", "vrai", "x"))
_NO = frozenset(("0", "false", "no", "n", "nein", "falsch", "non", "faux"))
_SIGNS = {"€": "EUR", "£": "GBP", "¥": "JPY", "EURO": "EUR", "EUROS": "EUR", "SFR": "CHF", "SFR.": "CHF", "US$": "USD"}
_ISO_4217 = re.compile(r"[A-Z]{3}", re.ASCII)


def response_of(text: str) -> LineResponse | Response | None:
    """What an answer says: of a line, or (`acknowledged`) only of the whole; None if the word is not known."""
    word = _words(_RESPONSES).get(heading_key(text))
    if word is None:
        return None
    return Response(word) if word == Response.ACKNOWLEDGED else LineResponse(word)


def action_of(text: str) -> LineAction | None:
    """What an order change does to a line; None if the word is not known."""
    word = _words(_ACTIONS).get(heading_key(text))
    return LineAction(word) if word else None


def remedy_of(text: str) -> Remedy | None:
    """What is expected for goods that go back; None if the word is not known."""
    word = _words(_REMEDIES).get(heading_key(text))
    return Remedy(word) if word else None


def standing_of(text: str) -> Standing | None:
    """What a document is apart from an ordinary one; None if the word is not known."""
    word = _words(_STANDINGS).get(heading_key(text))
    return Standing(word) if word else None


def flag_of(text: str) -> bool | None:
    """Yes or no; None if it is neither."""
    plain = text.strip().casefold()
    return True if plain in _YES else False if plain in _NO else None


def currency_of(text: str) -> str | None:
    """The ISO 4217 code of a currency; None if it is none, or ("$") could be several."""
    code = text.strip().upper()
    code = _SIGNS.get(code, code)
    return code if _ISO_4217.fullmatch(code) else None


@cache
def _words(text: str) -> dict[str, str]:
    found, code = {}, ""
    for line in text.strip().splitlines():
        before, colon, words = line.partition(": ")
        code = before if colon else code
        for word in (words if colon else line).split(","):
            if word.strip():
                found[heading_key(word)] = code
    return found
