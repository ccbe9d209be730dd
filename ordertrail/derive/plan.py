"""What to derive next: some of the marked documents, and the cases that they touch, as these were and as they are."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from ordertrail.cases.groups import ALONE, Groups
from ordertrail.cases.search import Outline, Search
from ordertrail.cases.ties import Sameness
from ordertrail.store.derivations import cases_of, generation, members_of
from ordertrail.store.dirty import Mark, first_mark, marks_of, next_marks
from ordertrail.store.engine import Store
from ordertrail.store.filed import filed_numbers
from ordertrail.store.library import Library

MARKS = 1_000
"""Marked documents that are looked at in one go."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Cases that must be written together, because former cases were divided among them. `former` are the members of
    those former cases."""

    outlines: tuple[Outline, ...]
    former: frozenset[str]


@dataclass(frozen=True, slots=True)
class Chunk:
    """What follows from some marks: cases to be derived, and the marks that are done with once they are."""

    generation: int
    bundles: tuple[Bundle, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Errand:
    """A sheaf's cases with what to do when they are written: the marks to be wiped off."""

    bundles: tuple[Bundle, ...]
    marks: tuple[Mark, ...]

    @property
    def outlines(self) -> tuple[Outline, ...]:
        """The cases, in the order of the sheaf."""
        return tuple(outline for bundle in self.bundles for outline in bundle.outlines)

    @property
    def members(self) -> set[str]:
        """The members of cases by which former cases of these are found."""
        former = {member for bundle in self.bundles for member in bundle.former}
        return former.union(member for outline in self.outlines for member in (*outline.members, *outline.strays))

    @property
    def accounted(self) -> set[str]:
        """The members that former cases may have had: with any other, more is replaced than is put in its place."""
        return _accounted(self.outlines).union(*(bundle.former for bundle in self.bundles))


def read_chunk(
    store: Store, suppliers: Sameness, *, up_to: int, but: Collection[int] = (), underived: int | None = None
) -> Chunk | None:
    """What follows from the next marks with a stamp up to `up_to`, but for those of documents that are being worked at;
    None if there are no more such marks. Nothing was derived before of marked documents from the number `underived` on.
    """
    with store.reading() as connection:
        turn = generation(connection)
        marks = next_marks(connection, MARKS, up_to=up_to, but=but)
        if not marks:
            return None
        library = Library(connection)
        search = Search(library, suppliers)
        search.touch((number for number, _ in marks), _new(connection, marks, underived))
        bundles = _bundles(search, library)
        settled = set(search.settled()).difference(number for number, _ in marks)
        also = [mark for mark in marks_of(connection, settled) if mark[1] <= up_to and mark[0] not in but]
        return Chunk(turn, bundles, (*marks, *also))


def _new(connection: Connection, marks: Sequence[Mark], underived: int | None) -> tuple[int, int | None] | None:
    """The first number of what is new with these marks, and the first of what is when they are done with."""
    first = None if underived is None else first_mark(connection, underived)
    return None if first is None else (first, first_mark(connection, marks[-1][0] + 1))


def _bundles(search: Search, library: Library) -> tuple[Bundle, ...]:
    """The cases that were walked through, after the walk was extended to all that became of what they were before."""
    gone: set[str] = set()
    while True:
        outlines = search.outlines()
        members = {member for outline in outlines for member in (*outline.members, *outline.strays)}
        former = members_of(library.connection, set(cases_of(library.connection, members).values()))
        lost = former.keys() - _accounted(outlines) - gone
        if not lost:
            return _bundled(outlines, former)
        documents = _documents_of(library, lost)
        gone |= {member for member, numbers in documents.items() if not numbers}
        search.walk(number for numbers in documents.values() for number in numbers)


def _accounted(outlines: Iterable[Outline]) -> set[str]:
    """The members that these cases are, and those that their own documents no longer are."""
    found = {member for outline in outlines for member in outline.members}
    return found.union(stray for outline in outlines for stray in outline.strays if stray.startswith(ALONE))


def _documents_of(library: Library, members: Iterable[str]) -> dict[str, list[int]]:
    """The documents that members of cases stand for; none if they were only members by a decision that was revoked."""
    alone = {member.removeprefix(ALONE): member for member in members if member.startswith(ALONE)}
    numbers = filed_numbers(library.connection, alone)
    found = {member: [numbers[filed]] for filed, member in alone.items() if filed in numbers}
    found.update(library.documents([member for member in members if not member.startswith(ALONE)]))
    return found


def _bundled(outlines: Iterable[Outline], former: dict[str, str]) -> tuple[Bundle, ...]:
    groups = Groups()
    for outline in outlines:
        was = {former[member] for member in (*outline.members, *outline.strays) if member in former}
        groups.join((f"is {outline.name}", *(f"was {name}" for name in was)))
    together: defaultdict[str, list[Outline]] = defaultdict(list)
    for outline in outlines:
        together[groups.find(f"is {outline.name}")].append(outline)
    before: defaultdict[str, set[str]] = defaultdict(set)
    for member, name in former.items():
        before[groups.find(f"was {name}")].add(member)
    return tuple(Bundle(tuple(some), frozenset(before[root])) for root, some in together.items())
