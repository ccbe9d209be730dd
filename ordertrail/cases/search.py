"""Which orders and documents form a case.

Orders belong together where a document couples them (`orders.references.couples`), or where a document can be placed
only through others that it refers to: it hangs on all their orders at once. A document that names no order and hangs
on nothing is a case of its own, with others like it that it refers to or shares its number with. Beside its own
documents a case is shown what they must be judged with: what they refer to, what shares their number, what replaces
them.

All this follows from the facts alone, never from the order in which they came. Pure but for the `Library` it asks;
works on many cases at once, because every question costs a round trip.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Protocol

from orders.parties import name_key
from ordertrail.cases import bounds
from ordertrail.cases.chances import Chances
from ordertrail.cases.groups import ALONE, Groups, alone
from ordertrail.cases.likely import Likely
from ordertrail.cases.ties import Sameness, Stock
from ordertrail.store.library import Entry
from ordertrail.store.terms import LINKED, order_term

MOST_ALIKE = 20
"""Bills of a few days that look alike, from which on they are taken for a habit rather than for doubles."""

FOLLOWED = 3
"""How many documents lead from one that names no order to one that does: a credit note, its invoice, the receipt, the
despatch advice. Matching follows as many."""


class Library(Stock, Protocol):
    """Where facts are looked up, many at once."""

    def entries(self, documents: Collection[int]) -> Mapping[int, Entry]:
        """The entries of documents by their numbers."""

    def documents(self, terms: Collection[str]) -> Mapping[str, Collection[int]]:
        """The numbers of the documents that each term finds."""

    def marked(self, documents: Collection[int]) -> Collection[int]:
        """Those of some documents whose consequences are not derived yet."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A case before anything was read of its documents but their cards.

    `members` are what the case is known by: the terms of its orders, ascending, then the documents that stand alone or
    seek an order; the first is its name. `own` are the documents that are its business, at least for some lines, of
    which `seekers` name no order and may belong to one of these; `context` those that they are judged with. `whole` are
    the own documents that are part of no other case, `strays` the members that own documents would be, or may have
    been, otherwise. `lines` counts those of all documents.
    """

    keys: frozenset[str]
    members: tuple[str, ...]
    own: frozenset[int]
    seekers: frozenset[int]
    whole: frozenset[int]
    context: frozenset[int]
    strays: tuple[str, ...]
    lines: int

    @property
    def name(self) -> str:
        """What the case is called."""
        return self.members[0]


class Search:
    """The part of the graph of documents and orders that was walked so far."""

    def __init__(self, library: Library, suppliers: Sameness) -> None:
        self._library = library
        self._same = suppliers.same
        self._entries: dict[int, Entry] = {}
        self._found: dict[str, Collection[int]] = {}
        self._opened: set[int] = set()
        self._anchors: dict[int, frozenset[str]] = {}
        self._referred_by: dict[int, tuple[int, ...]] = {}
        self._referring_to: dict[int, tuple[int, ...]] = {}
        self._families: dict[int, frozenset[int]] = {}
        self._gathered: set[frozenset[int]] = set()  # families of documents that stand alone
        self._likely = Likely(self._found, self._entries, suppliers.marks)
        self._own: set[int] = set()
        self._groups = Groups()
        # Not a method of its own: what refers to itself stays in memory until the collector comes.
        self._chances = Chances(library, partial(_entries_of, library, self._entries), suppliers.same)
        self._sought: dict[int, frozenset[str]] = {}  # seekers, with the keys of the orders that they may belong to

    def touch(self, documents: Iterable[int], new: tuple[int, int | None] | None = None) -> None:
        """Walks through every case that documents are part of or shown in. Those from the first number in `new` up to
        the second were part of none before.
        """
        touched = set(documents)
        changes = self._chances.changes(*new) if new is not None and self._library.seeks() else None
        if changes is not None:
            changes.prepare(touched)
        self._look_around(touched)
        self.walk(chain(touched, self._relatives(touched), *map(self._concerned, touched)))
        if changes is not None:
            near = changes.near(touched)
            # Even where they tie too much to be one case, and were only looked at for that: they may have been one.
            self.walk(near.difference(self._library.marked(near)))

    def walk(self, documents: Iterable[int]) -> None:
        """Walks through every case that documents are part of."""
        frontier = set(documents)
        self._look_around(frontier)
        for document in frontier:
            self._groups.add(self._anchors_of(document))
        walked: set[int] = set()
        while frontier:
            self._look_around(frontier)
            self._own |= frontier
            walked |= frontier
            reached = {other for document in frontier for other in self._reached_from(document)}
            terms = [order_term(key) for key in self._groups.take_new()]
            self._ask(terms)
            reached.update(other for term in terms for other in self._found[term])
            frontier = reached - self._own
            if not frontier:
                self._sought |= self._chances.look(walked)
                frontier = self._sought_from() if self._sought else set()
                walked = set()

    def settled(self) -> Iterator[int]:
        """The documents that were walked through with every case that they are part of or shown in, and that tie no
        others: those are to be touched themselves.
        """
        whole = {one for one in self._own if all(key in self._groups for key in self._anchors_of(one))}
        families = {family for family in map(self._family, self._own) if family <= whole}
        found = (one for one in self._own if self._family(one) in families and whole.issuperset(self._concerned(one)))
        return (one for one in found if not self._chances.could_tie(one))

    def outlines(self) -> tuple[Outline, ...]:
        """The cases of all orders and documents that were walked to."""
        groups = self._with_seekers() if self._sought else self._groups
        own: defaultdict[str, set[int]] = defaultdict(set)
        for document in self._own:
            for key in self._anchors_of(document) or (self._alone(document),):
                if key in groups:
                    own[groups.find(key)].add(document)
        keys = groups.members()
        found = (self._outline(keys[root], frozenset(documents)) for root, documents in own.items())
        return tuple(sorted(found, key=lambda outline: outline.name))

    def _outline(self, nodes: list[str], own: frozenset[int]) -> Outline:
        keys = frozenset(node for node in nodes if not node.startswith(ALONE))
        without = sorted(node for node in nodes if node.startswith(ALONE))
        context = frozenset(chain(self._relatives(own), *map(self._context_of, own))) - own
        return Outline(
            keys=keys,
            members=(*sorted(order_term(key) for key in keys), *without),
            own=own,
            seekers=frozenset(one for one in own if not self._anchors_of(one)) if keys and without else frozenset(),
            whole=frozenset(document for document in own if self._anchors_of(document) <= keys),
            context=context,
            strays=tuple(stray for document in own for stray in self._entries[document].strays),
            lines=sum(self._entries[document].lines for document in (*own, *context)),
        )

    def _sought_from(self) -> set[int]:
        """What was not walked to yet of the seekers and orders that could make cases with those that were; nothing
        where the case would be too large.
        """
        wide, bounded = self._widest()
        found: set[int] = set()
        for seeker, keys in self._sought.items():
            if wide.find(self._alone(seeker)) in bounded:
                found.add(seeker)
                found.update(self._documents_of(key for key in keys if key not in self._groups))
        return found - self._own

    def _widest(self) -> tuple[Groups, set[str]]:
        """What hangs together if every seeker ties all orders that it may belong to; and, by the nodes that stand for
        them, the groups of that kind that are not too large.
        """
        wide = self._groups.copy()
        for seeker, keys in self._sought.items():
            wide.join((self._alone(seeker), *keys))
        sizes = {
            root: (len(nodes), sum(node.startswith(ALONE) for node in nodes)) for root, nodes in wide.members().items()
        }
        return wide, {
            root
            for root, (nodes, seekers) in sizes.items()
            if nodes - seekers <= bounds.MOST_ORDERS and seekers <= bounds.MOST_SEEKERS
        }

    def _with_seekers(self) -> Groups:
        """The groups, with the seekers that hang on nothing else in one group with the orders they may belong to."""
        wide, bounded = self._widest()
        groups = self._groups.copy()
        for seeker, keys in self._sought.items():
            node = self._alone(seeker)
            if node in self._groups and not self._anchors_of(seeker) and wide.find(node) in bounded:
                groups.join((node, *keys))
        return groups

    def _documents_of(self, keys: Iterable[str]) -> set[int]:
        terms = [order_term(key) for key in keys]
        self._ask(terms)
        return {other for term in terms for other in self._found[term]}

    def _concerned(self, document: int) -> Iterator[int]:
        """The documents whose cases look at this one, beside its family."""
        kind = self._entries[document].type
        yield from self._referring(document)
        yield from (other for other in self._referred(document) if self._entries[other].type == kind)
        yield from self._looking_alike(document)

    def _reached_from(self, document: int) -> Iterable[int]:
        """The documents that belong to a case because `document` does; the orders that it couples are grouped."""
        anchors = self._anchors_of(document)
        if not anchors:
            return self._reached_alone(document)
        entry = self._entries[document]
        if entry.couples or entry.hangs:
            self._groups.join(anchors)
        return (other for other in self._referring(document) if self._entries[other].hangs)

    def _reached_alone(self, document: int) -> list[int]:
        around: list[Iterable[int]] = [self._referred(document), self._referring(document)]
        family = self._family(document)
        if family not in self._gathered:
            self._gathered.add(family)
            around.append(family)
        reached = [other for other in chain.from_iterable(around) if not self._anchors_of(other)]
        self._groups.join([self._alone(one) for one in (document, *reached)])
        return reached

    def _context_of(self, document: int) -> Iterator[int]:
        """What a document must be judged with, beside its family."""
        kind = self._entries[document].type
        yield from self._referred(document)
        yield from (other for other in self._referring(document) if self._entries[other].type == kind)
        yield from self._lookalikes(document)

    def _anchors_of(self, document: int) -> frozenset[str]:
        """The orders whose cases a document is part of; none if it stands alone."""
        anchors = self._anchors.get(document)
        if anchors is None:
            entry = self._entries[document]
            found = set(entry.order_keys)
            if entry.hangs:
                steps = FOLLOWED - (not entry.order_keys)
                found.update(*(self._followed(other, steps) for other in self._referred(document)))
            anchors = self._anchors[document] = frozenset(found)
        return anchors

    def _followed(self, document: int, steps: int) -> set[str]:
        entry = self._entries[document]
        if entry.order_keys or not steps:
            return set(entry.order_keys)
        return set().union(*(self._followed(other, steps - 1) for other in self._referred(document)))

    def _referred(self, document: int) -> tuple[int, ...]:
        """The documents that this one refers to."""
        found = self._referred_by.get(document)
        if found is None:
            refers = self._entries[document].refers
            found = self._referred_by[document] = tuple(self._others(document, refers)) if refers else ()
        return found

    def _referring(self, document: int) -> tuple[int, ...]:
        """The documents that refer to this one."""
        found = self._referring_to.get(document)
        if found is None:
            term = self._entries[document].referring
            found = self._referring_to[document] = tuple(self._others(document, (term,))) if term else ()
        return found

    def _others(self, document: int, terms: Iterable[str]) -> Iterator[int]:
        supplier = self._entries[document].supplier
        for term in terms:
            for other in self._likely.near(document, term):
                theirs = self._entries[other].supplier
                if other != document and (supplier is theirs or self._same(supplier, theirs)):
                    yield other

    def _relatives(self, documents: Iterable[int]) -> Iterator[int]:
        """The families of documents, each once: all of a large one have the same."""
        return chain.from_iterable({self._family(document) for document in documents})

    def _family(self, document: int) -> frozenset[int]:
        """A document with those of its type and number that could be its supplier's, or a sibling's supplier's."""
        family = self._families.get(document)
        if family is None:
            entry = self._entries[document]
            alone = not _shares_numbers(entry) or len(self._found[entry.named]) < 2
            family = frozenset((document,)) if alone else frozenset(self._look_for_family(document))
            self._families.update(dict.fromkeys(family, family))
        return family

    def _look_for_family(self, document: int) -> set[int]:
        """Asks once for each supplier: what one of its documents leads to, all of them do."""
        named = self._entries[document].named
        found = {document}
        near = [document]
        while near:
            one = near.pop()
            others = set(self._likely.near(one, named)) - found
            some = {self._entries[other].supplier: other for other in others}
            joined = {supplier for supplier, other in some.items() if self._could_be_one(one, other)}
            found.update(other for other in others if self._entries[other].supplier in joined)
            near.extend(some[supplier] for supplier in joined)
        return found

    def _could_be_one(self, document: int, other: int) -> bool:
        """Whether matching could take their suppliers for one, whatever it knows besides; too many do no harm here."""
        ours, theirs = self._entries[document].supplier, self._entries[other].supplier
        if self._same(ours, theirs):
            return True
        return bool(ours and theirs and ours.name and theirs.name and name_key(ours.name) == name_key(theirs.name))

    def _lookalikes(self, document: int) -> Iterator[int]:
        """The bills that could be doubles of this one, and of its supplier. Where some days have too many of them, it
        is a habit to send such bills, and none is suspicious.
        """
        stretches = [self._found[term] for term in self._entries[document].alike]
        if all(len(found) <= MOST_ALIKE for found in stretches):
            supplier = self._entries[document].supplier
            for other in chain.from_iterable(stretches):
                if other != document and self._same(supplier, self._entries[other].supplier):
                    yield other

    def _looking_alike(self, document: int) -> Iterator[int]:
        """The bills whose lookalikes are others because this one is there, be it because its days have too many now."""
        terms = self._entries[document].alike
        if terms and len(own := self._found[terms[0]]) <= MOST_ALIKE + 1:
            around = (self._found[term] for term in terms[1:])
            yield from own
            yield from chain.from_iterable(found for found in around if len(found) <= MOST_ALIKE)

    def _look_around(self, documents: Collection[int]) -> None:
        """Makes the neighbours of documents known, and what those can be placed by."""
        self._open(documents)
        terms: set[str] = set()
        for document in documents:
            entry = self._entries[document]
            terms.update(entry.refers)
            if entry.referring:
                terms.add(entry.referring)
            if _shares_numbers(entry):
                terms.add(entry.named)
        alike = {term for document in documents for term in self._entries[document].alike}
        self._ask((*terms, *alike))
        near = [found for term in alike if len(found := self._found[term]) <= MOST_ALIKE + 1]
        self._open({*(other for term in terms for other in self._found[term]), *chain.from_iterable(near)})

    def _open(self, documents: Collection[int]) -> None:
        """Reads entries, and those of what hanging documents refer to, as far as references are followed."""
        level = set(documents) - self._opened
        self._opened |= level
        for _ in range(FOLLOWED + 2):
            if not level:
                return
            self._entries.update(self._library.entries([one for one in level if one not in self._entries]))
            hanging = [entry for one in level if (entry := self._entries[one]).hangs]
            terms = {term for entry in hanging for term in entry.refers}
            self._ask(terms)
            level = {other for term in terms for other in self._found[term]}
        self._entries.update(self._library.entries([one for one in level if one not in self._entries]))

    def _ask(self, terms: Iterable[str]) -> None:
        self._found.update(self._library.documents({term for term in terms if term not in self._found}))

    def _alone(self, document: int) -> str:
        return alone(self._entries[document].filed)


def _entries_of(library: Library, known: dict[int, Entry], documents: Collection[int]) -> Mapping[int, Entry]:
    if new := [one for one in documents if one not in known]:
        known.update(library.entries(new))
    return known


def _shares_numbers(entry: Entry) -> bool:
    return bool(entry.named) and entry.type in LINKED
