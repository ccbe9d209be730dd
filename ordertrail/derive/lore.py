"""What was learned from people on its way into cases, and whose chances it changes."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from matching.suppliers import Suppliers
from orders.document import Party
from orders.learned import Learned
from ordertrail.store.dirty import mark
from ordertrail.store.engine import Store
from ordertrail.store.learned import events_after, last_event
from ordertrail.store.library import Library
from ordertrail.store.settings import read_setting, write_setting
from ordertrail.store.speaking import card_suppliers, speaking_of
from ordertrail.store.terms import supplier_terms

_MARKED = "learned up to"


def mark_learned(store: Store, suppliers: Suppliers) -> None:
    """Marks the documents whose chances were changed by what was learned, or taken back, since this was last done."""
    with store.reading() as connection:
        if _event_marked(read_setting(connection, _MARKED)) == last_event(connection):
            return
    with store.writing() as connection:
        last = last_event(connection)
        events = events_after(connection, _event_marked(read_setting(connection, _MARKED)))
        named = list(card_suppliers(connection))
        for one in events:
            terms = _terms_of(one.supplier, named, suppliers)
            mark(connection, sorted(set(speaking_of(connection, one, terms))))
        write_setting(connection, _MARKED, str(last))


def _event_marked(setting: str | None) -> int:
    return int(setting or 0)


def _terms_of(supplier: Party, named: Iterable[tuple[str, Party | None]], suppliers: Suppliers) -> list[str]:
    """Those who may be the supplier of an order that something was learned for; and those who may be theirs."""
    named = list(named)
    ordered = [party for _, party in named if party is not None and suppliers.same(supplier, party)]
    return [
        term
        for term, party in named
        if party is None or suppliers.same(supplier, party) or any(suppliers.same(party, one) for one in ordered)
    ]


class Lore:
    """What is learned, by supplier: read once, and again only if something was learned meanwhile."""

    def __init__(self, *suppliers: Suppliers) -> None:
        self._suppliers = suppliers
        self._event: int | None = None
        self._by_name: dict[str, list[Learned]] = {}

    def about(self, library: Library, documents: Collection[int]) -> dict[int, tuple[Learned, ...]]:
        """What may have been learned about the suppliers of documents, for those where there is anything."""
        event = library.learned_event
        if event != self._event:
            self._event = event
            self._by_name = self._read(library) if event else {}
        if not self._by_name:
            return {}
        parties = library.suppliers(documents)
        known = {party: self._of(party) for party in set(parties.values())}
        return {number: known[party] for number, party in parties.items() if known[party]}

    def _read(self, library: Library) -> dict[str, list[Learned]]:
        found: defaultdict[str, list[Learned]] = defaultdict(list)
        for one in library.learned():
            for name in self._names(one.supplier):
                found[name].append(one)
        return found

    def _of(self, party: Party) -> tuple[Learned, ...]:
        found = {one.id: one for name in self._names(party) for one in self._by_name.get(name, ())}
        return tuple(found[id_] for id_ in sorted(found))

    def _names(self, party: Party) -> Iterator[str]:
        """What two parties that are one have in common at least one of."""
        yield from supplier_terms(party)
        for known in self._suppliers:
            configured = known.policy(party)
            if configured is not None:
                yield f"configured:{configured.key}"
