"""Which documents make a case, formed as the program forms it, from nothing but `orders.references`.

Orders hang together if a document couples them. A document that names no order belongs where the despatch advice,
receipt or invoice that it refers to belongs; if there is none it stands alone, with empty keys.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from orders.case import Case, Decision, Filed
from orders.document import Document, DocumentType
from orders.references import couples, document_order_keys, reference_key

Reference = tuple[str, str]
"""Type and number of a document, for comparison."""


def cases(filed: Sequence[Filed], decisions: Sequence[Decision] = (), as_of: date | None = None) -> tuple[Case, ...]:
    """The cases of all documents; every document is in at least one."""
    keys = _keys(filed)
    groups = _coupled(filed, keys)
    made = [_case(group, [one for one in filed if keys[one.id] & group], filed) for group in groups]
    made += [_case(frozenset(), alone, filed) for alone in _standing_alone([one for one in filed if not keys[one.id]])]
    return tuple(Case(keys, documents, tuple(decisions), as_of) for keys, documents in made)


def own_name(document: Document) -> Reference:
    return (document.type, reference_key(document.number or ""))


def references(document: Document) -> frozenset[Reference]:
    """The documents that a document refers to, besides orders."""
    named: list[tuple[str, str | None]] = [("despatch_advice", number) for number in document.despatch_references]
    named += [("receipt_advice", number) for number in document.receipt_references]
    named += [("invoice", number) for number in document.invoice_references]
    named += [(document.type, number) for number in (*document.replaces, *document.cancels)]
    for line in document.lines:
        named += [("despatch_advice", line.despatch_number), ("receipt_advice", line.receipt_number)]
        named.append(("invoice", line.invoice_number))
    return frozenset((kind, reference_key(number)) for kind, number in named if number and reference_key(number))


def _keys(filed: Sequence[Filed]) -> dict[str, frozenset[str]]:
    keys = {one.id: frozenset(document_order_keys(one.document)) for one in filed}
    for _ in filed:  # as often as a chain of references may be long
        named: dict[Reference, frozenset[str]] = {}
        for one in filed:
            name = own_name(one.document)
            named[name] = named.get(name, frozenset()) | keys[one.id]
        grown = {one.id: keys[one.id] | _of_references(one.document, named) for one in filed}
        if grown == keys:
            break
        keys = grown
    return keys


def _of_references(document: Document, named: dict[Reference, frozenset[str]]) -> frozenset[str]:
    if document_order_keys(document) and not any(
        line.despatch_number or line.receipt_number for line in document.lines
    ):
        return frozenset()
    return frozenset().union(*(named.get(reference, frozenset()) for reference in references(document)))


def _coupled(filed: Iterable[Filed], keys: dict[str, frozenset[str]]) -> list[frozenset[str]]:
    groups: list[frozenset[str]] = [frozenset((key,)) for key in sorted(frozenset().union(*keys.values()))]
    for one in filed:
        if couples(one.document) or (len(keys[one.id]) > 1 and not document_order_keys(one.document)):
            touched = [group for group in groups if group & keys[one.id]]
            groups = [group for group in groups if group not in touched] + [frozenset().union(*touched)]
    return groups


def _standing_alone(filed: list[Filed]) -> list[list[Filed]]:
    """Documents without any order, those that speak of each other together."""
    groups: list[list[Filed]] = []
    for one in filed:
        near = [group for group in groups if any(_near(one.document, other.document) for other in group)]
        groups = [group for group in groups if group not in near] + [[*(two for group in near for two in group), one]]
    return groups


def _near(one: Document, other: Document) -> bool:
    return bool(
        own_name(one) == own_name(other) or own_name(other) in references(one) or own_name(one) in references(other)
    )


def _case(keys: frozenset[str], own: list[Filed], filed: Sequence[Filed]) -> tuple[frozenset[str], tuple[Filed, ...]]:
    """With the documents that its own ones refer to, and those of the same number, for context."""
    wanted = {own_name(one.document) for one in own}.union(*(references(one.document) for one in own))
    context = [one for one in filed if own_name(one.document) in wanted and _says_its_number(one.document)]
    together = {one.id: one for one in (*own, *context)}
    return keys, tuple(together[identity] for identity in sorted(together))


def _says_its_number(document: Document) -> bool:
    return document.type != DocumentType.ORDER and bool(reference_key(document.number or ""))
