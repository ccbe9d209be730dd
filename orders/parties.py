"""When two parties are one (docs/matching.md, "What is the same")."""

import re
import unicodedata

from orders.document import Party
from orders.policy import SupplierPolicy
from orders.remembered import remembered, remembered_by

_NOT_ALNUM = re.compile(r"[\W_]+")
_LEGAL_FORM = re.compile(
    r"\b(gmbh\s*&\s*co\.?\s*kg|gmbh|mbh|ag|kg|ohg|gbr|e\.?\s?k\.?|se|ug|ltd\.?|limited|inc\.?|llc|plc|corp\.?|co\.?|"
    r"s\.?a\.?r\.?l\.?|s\.?a\.?s\.?|s\.?a\.?|s\.?p\.?a\.?|s\.?r\.?l\.?|b\.?v\.?|n\.?v\.?|ab|as|asa|a/s|aps|oy|oyj)(?=\W|$)"
)


@remembered(16_384)
def name_key(name: str) -> str:
    """A party's name for comparison: case, accents, punctuation and legal form do not matter."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    folded = "".join(c for c in folded if not unicodedata.combining(c))
    key = _NOT_ALNUM.sub("", _LEGAL_FORM.sub(" ", folded))
    return key or _NOT_ALNUM.sub("", folded)


@remembered(16_384)
def id_key(value: str) -> str:
    """An identifier's value for comparison."""
    return _NOT_ALNUM.sub("", value).casefold()


def _length(party: Party) -> int:
    ids = sum([len(one.scheme) + len(one.value) for one in party.ids])
    return len(party.name or "") + len(party.vat_id or "") + ids


@remembered_by(_length, 16_384)
def party_ids(party: Party) -> frozenset[tuple[str, str]]:
    """All identifiers of a party as (scheme, value) for comparison; a VAT id has the scheme "vat"."""
    ids = {(one.scheme.casefold(), id_key(one.value)) for one in party.ids if id_key(one.value)}
    if party.vat_id and id_key(party.vat_id):
        ids.add(("vat", id_key(party.vat_id)))
    return frozenset(ids)


def same_party(one: Party | None, other: Party | None) -> bool:
    """Whether two parties are one: a shared id says yes, two values of one scheme say no, otherwise the name decides.

    A party that is not named contradicts nothing. Ids without a scheme prove sameness, never difference.
    """
    if one is None or other is None or one == other:
        return True
    ours, theirs = party_ids(one), party_ids(other)
    if ours & theirs or {value for _, value in ours if len(value) > 5} & {value for _, value in theirs}:
        return True
    if {scheme for scheme, _ in ours if scheme} & {scheme for scheme, _ in theirs if scheme}:
        return False
    if one.name and other.name:
        return name_key(one.name) == name_key(other.name)
    return not (ours or one.name) or not (theirs or other.name)


def party_marks(party: Party) -> frozenset[str]:
    """What two parties have in common if `same_party` takes them for one, unless one of them has no mark at all: the
    values of their ids, and their name.
    """
    marks = {value for _, value in party_ids(party)}
    if party.name:
        marks.add(f" {name_key(party.name)}")  # no value of an id has a blank
    return frozenset(marks)


def supplier_policy(party: Party | None, suppliers: tuple[SupplierPolicy, ...]) -> SupplierPolicy | None:
    """The configured supplier that `party` is: by id, otherwise by name or alias."""
    if party is None:
        return None
    values = {value for _, value in party_ids(party)}
    for supplier in suppliers:
        if any(id_key(one.partition(":")[2] or one) in values for one in supplier.ids):
            return supplier
    if not party.name:
        return None
    key = name_key(party.name)
    for supplier in suppliers:
        if key in {name_key(name) for name in (supplier.name or "", *supplier.aliases) if name}:
            return supplier
    return None
