"""Which documents make a case, formed as the program forms it, from nothing but `orders.references`.

Orders hang together if a document couples them. A document that names no order belongs where the despatch advice,
receipt or invoice that it refers to belongs; if there is none it stands alone, with empty keys.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from orders.case import SOUGHT_WITHIN, Case, Decision, DecisionKind, Filed
from orders.document import Document, DocumentType
from orders.parties import same_party
from orders.references import (
    couples,
    document_order_keys,
    head_order_keys,
    is_agreement,
    item_keys,
    order_keys,
    reference_key,
)

Reference = tuple[str, str]
"""Type and number of a document, for comparison."""

SEEKING = ("order_response", "despatch_advice", "receipt_advice", "invoice")

_FOLLOWED = 3
"""A credit note, its invoice, the receipt, the despatch advice: no longer way leads to an order."""


def cases(filed: Sequence[Filed], decisions: Sequence[Decision] = (), as_of: date | None = None) -> tuple[Case, ...]:
    """The cases of all documents; every document is in at least one."""
    assigned = _assigned(decisions)
    keys = _keys(filed, assigned)
    alone = _standing_alone([one for one in filed if not keys[one.id]])
    groups = _with_seekers(_coupled(filed, keys, assigned), alone, filed)
    made = []
    for group, seekers in groups:
        own = [one for one in filed if keys[one.id] & group]
        made.append((*_case(group, [*own, *seekers], filed), frozenset(one.id for one in seekers)))
    placed = {one.id for _, seekers in groups for one in seekers}
    made += [(*_case(frozenset(), some, filed), frozenset()) for some in alone if some[0].id not in placed]
    return tuple(
        Case(keys=keys, documents=documents, decisions=tuple(decisions), as_of=as_of, seekers=seekers)
        for keys, documents, seekers in made
    )


def _with_seekers(
    groups: list[frozenset[str]], alone: list[list[Filed]], filed: Sequence[Filed]
) -> list[tuple[frozenset[str], list[Filed]]]:
    """Orders, and documents without any that they may be meant by: those share an item with an older order of the same
    supplier. Nothing here is so large that the bound of a case is reached.
    """
    made: list[tuple[frozenset[str], list[Filed]]] = [(group, []) for group in groups]
    for some in alone:
        keys = frozenset().union(*(_sought(one.document, filed) for one in some))
        if keys:
            near = [one for one in made if one[0] & keys]
            seekers = [seeker for _, found in near for seeker in found]
            made = [one for one in made if one not in near]
            made.append((frozenset().union(*(group for group, _ in near)), seekers + some))
    return made


def _sought(document: Document, filed: Sequence[Filed]) -> frozenset[str]:
    """The orders that a document may belong to which names none."""
    if document.type not in SEEKING or document.issue_date is None:
        return frozenset()
    items = {key for line in document.lines for key in item_keys(line)}
    found: set[str] = set()
    for one in (other.document for other in filed):
        if one.issue_date is not None and (one.type in ("order", "order_change") or is_agreement(one)):
            near = timedelta() <= document.issue_date - one.issue_date <= SOUGHT_WITHIN
            shared = items & {key for line in one.lines for key in item_keys(line)}
            if near and shared and same_party(document.supplier, one.supplier):
                found.update(document_order_keys(one))
    return frozenset(found)


def own_name(document: Document) -> Reference:
    return (document.type, reference_key(document.number or ""))


def references(document: Document) -> frozenset[Reference]:
    """The documents that a document refers to, besides orders."""
    named: list[tuple[str, str | None]] = [("despatch_advice", number) for number in document.despatch_references]
    named += [("receipt_advice", number) for number in document.receipt_references]
    named += [(kind, number) for kind in ("invoice", "credit_note") for number in document.invoice_references]
    named += [(document.type, number) for number in (*document.replaces, *document.cancels)]
    for line in document.lines:
        named += [("despatch_advice", line.despatch_number), ("receipt_advice", line.receipt_number)]
        named.append(("invoice", line.invoice_number))
    return frozenset((kind, reference_key(number)) for kind, number in named if number and reference_key(number))


def _assigned(decisions: Sequence[Decision]) -> dict[str, frozenset[str]]:
    """The orders that people assigned lines of documents to, by the documents' ids."""
    found: dict[str, frozenset[str]] = {}
    for one in decisions:
        if one.kind is DecisionKind.ASSIGN and one.document and one.order:
            key = reference_key(one.order.rpartition("@")[0])
            found[one.document] = found.get(one.document, frozenset()) | {key}
    return found


def _hangs(document: Document) -> bool:
    """Whether some line can be placed only through a document that it refers to."""
    if not document_order_keys(document):
        return True
    lost = not head_order_keys(document) and any(not order_keys(line.order_number) for line in document.lines)
    return lost and bool(references(document))


def _keys(filed: Sequence[Filed], assigned: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """The orders whose cases each document is part of."""
    own = {one.id: assigned.get(one.id, frozenset()).union(document_order_keys(one.document)) for one in filed}
    grown = own
    for _ in range(_FOLLOWED):
        reached = {identity: own[identity] or grown[identity] for identity in own}
        grown = {one.id: own[one.id] | _followed(one, filed, reached) for one in filed}
    return grown


def _followed(one: Filed, filed: Sequence[Filed], keys: dict[str, frozenset[str]]) -> frozenset[str]:
    if not _hangs(one.document):
        return frozenset()
    return frozenset().union(*(keys[other.id] for other in filed if _refers(one.document, other.document)))


def _refers(one: Document, other: Document) -> bool:
    """Whether a document refers to another; numbers are a supplier's own."""
    return own_name(other) in references(one) and same_party(one.supplier, other.supplier)


def _coupled(
    filed: Iterable[Filed], keys: dict[str, frozenset[str]], assigned: dict[str, frozenset[str]]
) -> list[frozenset[str]]:
    groups: list[frozenset[str]] = [frozenset((key,)) for key in sorted(frozenset().union(*keys.values()))]
    for one in filed:
        if couples(one.document) or _hangs(one.document) or one.id in assigned:
            touched = [group for group in groups if group & keys[one.id]]
            groups = [group for group in groups if group not in touched] + [frozenset().union(*touched)]
    return [group for group in groups if group]


def _standing_alone(filed: list[Filed]) -> list[list[Filed]]:
    """Documents without any order, those that speak of each other together."""
    groups: list[list[Filed]] = []
    for one in filed:
        near = [group for group in groups if any(_near(one.document, other.document) for other in group)]
        groups = [group for group in groups if group not in near] + [[*(two for group in near for two in group), one]]
    return groups


def _near(one: Document, other: Document) -> bool:
    siblings = own_name(one) == own_name(other) and same_party(one.supplier, other.supplier)
    return (siblings and _says_its_number(one)) or _refers(one, other) or _refers(other, one)


def _case(keys: frozenset[str], own: list[Filed], filed: Sequence[Filed]) -> tuple[frozenset[str], tuple[Filed, ...]]:
    """With the documents that its own ones refer to, those of the same number and those that withdraw or replace one
    of them, for context."""
    context = [one for one in filed if any(_shown(one.document, other.document) for other in own)]
    together = {one.id: one for one in (*own, *context)}
    return keys, tuple(together[identity] for identity in sorted(together))


def _shown(one: Document, other: Document) -> bool:
    """Whether `one` has to be known to judge `other`."""
    if _refers(other, one) or (_refers(one, other) and one.type == other.type):
        return True
    return own_name(one) == own_name(other) and _says_its_number(one) and same_party(one.supplier, other.supplier)


def _says_its_number(document: Document) -> bool:
    return document.type != DocumentType.ORDER and bool(reference_key(document.number or ""))
