"""From the outlines of cases to cases: bodies and decisions fetched for several at a time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from orders.case import DECISION, KNOWN_ACCOUNT, KnownAccount
from orders.learned import Learned
from ordertrail.cases.search import Outline
from ordertrail.derive.lore import Lore
from ordertrail.derive.sheaf import Sheaf, Task
from ordertrail.store.decisions import Kept
from ordertrail.store.library import Library

SHEAF_LINES = 3_000
"""Lines of documents in one sheaf: what is in memory as objects at a time. A single case may have more."""

SHEAF_CASES = 200


class Outlined(Protocol):
    """Anything made of outlines."""

    @property
    def outlines(self) -> Sequence[Outline]:
        """The outlines that must stay together."""


Part = TypeVar("Part", bound=Outlined)


def portions(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """Parts in lists of the size of a sheaf."""
    portion: list[Part] = []
    lines = cases = 0
    for part in parts:
        more = sum(outline.lines for outline in part.outlines)
        if portion and (lines + more > SHEAF_LINES or cases + len(part.outlines) > SHEAF_CASES):
            yield portion
            portion, lines, cases = [], 0, 0
        portion.append(part)
        lines += more
        cases += len(part.outlines)
    if portion:
        yield portion


def gather(library: Library, outlines: Sequence[Outline], lore: Lore) -> Sheaf:
    """The cases of outlines with everything that they are assessed by."""
    wanted = {number for outline in outlines for number in (*outline.own, *outline.context)}
    numbers: dict[str, int] = {}
    bodies: dict[str, str] = {}
    names: dict[int, str] = {}
    for number, filed, body in library.bodies(sorted(wanted)):
        numbers[filed], bodies[filed], names[number] = number, body, filed
    terms = {member for outline in outlines for member in outline.members}
    decisions = library.decisions(terms, wanted)
    accounts = library.accounts(sorted({number for outline in outlines for number in outline.own}))
    learned = lore.about(library, wanted)
    tasks = tuple(_task(outline, names, decisions, accounts, learned) for outline in outlines)
    known = {one.id: one for some in _each(learned.values()) for one in some}
    return Sheaf(tasks, bodies, numbers, library.as_of, known)


def _task(
    outline: Outline,
    names: Mapping[int, str],
    decisions: Sequence[Kept],
    accounts: Mapping[int, Sequence[KnownAccount]],
    learned: Mapping[int, Sequence[Learned]],
) -> Task:
    shown = outline.own | outline.context
    members = frozenset(outline.members)
    kept = {
        one.decision.id: DECISION.to_json(one.decision).decode()
        for one in decisions
        if one.order_term in members or one.document in shown
    }
    return Task(
        name=outline.name,
        members=outline.members,
        keys=outline.keys,
        documents=tuple(sorted(names[number] for number in shown)),
        seekers=frozenset(names[number] for number in outline.seekers),
        decisions=tuple(kept[id_] for id_ in sorted(kept)),
        accounts=_known(accounts[number] for number in sorted(outline.own) if number in accounts),
        learned=_ids(learned[number] for number in shown if number in learned),
        alone=frozenset() if outline.keys else frozenset(names[number] for number in outline.own),
    )


def _ids(learned: Iterable[Sequence[Learned]]) -> tuple[int, ...]:
    return tuple(sorted({one.id for some in _each(learned) for one in some}))


def _each(learned: Iterable[Sequence[Learned]]) -> Iterable[Sequence[Learned]]:
    """Each once: what is known of a supplier is one sequence for all its documents."""
    return {id(some): some for some in learned}.values()


def _known(accounts: Iterable[Sequence[KnownAccount]]) -> tuple[str, ...]:
    found = {one for several in accounts for one in several}
    return tuple(sorted(KNOWN_ACCOUNT.to_json(one).decode() for one in found))
