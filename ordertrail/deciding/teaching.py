"""What people put into the table of what was learned, and take out of it, by themselves."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction

from msgspec.structs import replace
from sqlalchemy import Connection

from matching.suppliers import Suppliers
from orders.document import Party, PartyId
from orders.errors import Refuse
from orders.learned import Learned, LearnedKind
from orders.numbers import Quantity
from orders.parties import id_key, name_key, party_ids
from orders.policy import Policy, SupplierPolicy
from orders.quantity import simplest
from orders.units import conversion
from orders.wording import Language, label
from ordertrail.deciding.judging import Author
from ordertrail.questions.learned import Lesson, lessons, supplier_name
from ordertrail.store.engine import Store
from ordertrail.store.learned import learn, learned_until, unlearn
from ordertrail.store.speaking import card_suppliers

_NEAR = 3
_LARGEST = 10**12


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody wants to be known about a supplier, as they say it."""

    kind: LearnedKind
    supplier: str
    source: str
    target: str
    item: str | None = None
    factor: Quantity | None = None


def add(
    store: Store, draft: Draft, author: Author, policy: Policy, language: Language, derive: Callable[[], object]
) -> tuple[Lesson, tuple[int, ...]]:
    """Puts something into the table and derives what follows; with the numbers of what it replaces.

    Raises:
        Refuse: `SUPPLIER_UNKNOWN`, `SUPPLIER_AMBIGUOUS`, `LESSON_SAYS_NOTHING`, `LESSON_KNOWN`, or
            `LESSON_NOT_NEEDED` where units are converted anyway.
    """
    with store.writing() as connection:
        supplier = supplier_meant(connection, draft.supplier, policy, language)
        one = Learned(
            id=0,
            kind=draft.kind,
            supplier=supplier,
            source=draft.source.strip(),
            target=draft.target.strip(),
            item=draft.item,
            factor=draft.factor,
            taken_at=author.at,
            taken_by=author.by,
            why=author.why,
        )
        _check(one, language)
        same = Suppliers(policy.suppliers).same
        others = [
            other
            for other in learned_until(connection)
            if other.subject == one.subject and same(other.supplier, supplier)
        ]
        if others and others[-1].says == one.says and others[-1].decision is None:
            raise Refuse("LESSON_KNOWN", label("learned.known_already", language, id=str(others[-1].id)))
        kept = learn(connection, one)
    derive()
    with store.reading() as connection:
        lesson = next(found for found in lessons(connection, policy) if found.learned.id == kept.id)
    return lesson, tuple(other.id for other in others)


def confirm(store: Store, number: int, author: Author, derive: Callable[[], object]) -> Learned:
    """Makes what a decision taught independent of that decision: it stays if the decision is revoked.

    Raises:
        Refuse: `LEARNED_UNKNOWN` if nothing that holds has that number.
    """
    with store.writing() as connection:
        one = next((one for one in learned_until(connection) if one.id == number), None)
        if one is None:
            raise Refuse("LEARNED_UNKNOWN", f"Nothing was learned under the number {number} that could be confirmed.")
        kept = learn(
            connection, replace(one, decision=None, taken_at=author.at, taken_by=author.by, why=author.why or one.why)
        )
    derive()
    return kept


def forget(store: Store, numbers: Iterable[int], author: Author, derive: Callable[[], object]) -> list[Learned]:
    """Takes things out of the table, all of them or none, and derives what follows.

    Raises:
        Refuse: `LEARNED_UNKNOWN` if one of them is not there.
    """
    wanted = list(dict.fromkeys(numbers))
    with store.writing() as connection:
        known = {one.id: one for one in learned_until(connection)}
        for number in wanted:
            unlearn(connection, number, taken_at=author.at, taken_by=author.by, why=author.why)
    derive()
    return [known[number] for number in wanted]


def factor_of(text: str, language: Language) -> Quantity:
    """A factor as a person types it: 12, 0.5 or 1/3.

    Raises:
        Refuse: `FACTOR_NOT_USABLE`.
    """
    try:
        found = Fraction(text.strip()) if len(text) <= 40 and text.isascii() else None
    except (ValueError, ZeroDivisionError):
        found = None
    if found is None or not 0 < found < _LARGEST or found.denominator >= _LARGEST:
        raise Refuse("FACTOR_NOT_USABLE", label("learned.factor_not_usable", language, text=text[:40]))
    return simplest(found)


def supplier_meant(connection: Connection, text: str, policy: Policy, language: Language) -> Party:
    """The supplier of a key of the configuration, an identifier, or a name that stands on documents.

    Raises:
        Refuse: `SUPPLIER_UNKNOWN` with names that are like it, `SUPPLIER_AMBIGUOUS`.
    """
    for configured in policy.suppliers:
        if text == configured.key:
            return party_of(configured)
    known = [party for _, party in card_suppliers(connection) if party is not None]
    wanted = id_key(text.rpartition(":")[2])
    found = [party for party in known if wanted and any(value == wanted for _, value in party_ids(party))]
    found = found or [party for party in known if party.name and name_key(party.name) == name_key(text)]
    same = Suppliers(policy.suppliers).same
    if not found:
        names = {name_key(supplier_name(party)): supplier_name(party) for party in known}
        names |= {one.key: one.key for one in policy.suppliers}
        near = [names[key] for key in get_close_matches(name_key(text), names, _NEAR)]
        hint = label("learned.supplier_near", language, names=", ".join(near)) if near else ""
        raise Refuse("SUPPLIER_UNKNOWN", label("learned.supplier_unknown", language, text=text[:80], near=hint).strip())
    if not all(same(found[0], other) for other in found):
        names_of = ", ".join(sorted({_with_ids(party) for party in found})[:_NEAR])
        raise Refuse(
            "SUPPLIER_AMBIGUOUS", label("learned.supplier_ambiguous", language, text=text[:80], names=names_of)
        )
    return max(found, key=lambda party: (len(party.ids), party.name or ""))


def party_of(configured: SupplierPolicy) -> Party:
    """A configured supplier as a document would name it."""
    ids = [one.rpartition(":") for one in configured.ids]
    return Party(
        name=configured.name or None, ids=tuple(PartyId(scheme=scheme, value=value) for scheme, _, value in ids)
    )


def _with_ids(party: Party) -> str:
    ids = ", ".join(f"{one.scheme}:{one.value}".lstrip(":") for one in party.ids)
    return f"{party.name or ''} ({ids})" if ids else party.name or ""


def _check(one: Learned, language: Language) -> None:
    _, key, unit = one.subject
    if not (key or unit) or not one.target or (one.item is not None and not key):
        raise Refuse("LESSON_SAYS_NOTHING", label("learned.says_nothing", language, text=one.source[:80]))
    if one.kind is LearnedKind.UNIT and conversion(one.source, one.target) is not None:
        args = {"source": one.source, "target": one.target}
        raise Refuse("LESSON_NOT_NEEDED", label("learned.convertible", language, **args))
