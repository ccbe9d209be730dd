"""What is worked out once of a layout and kept for the files that follow: of a small file it is most of the work."""

from collections.abc import Iterable

from ingest.flat.plan import plan_of
from ingest.flat.settled import Assigned, Settled, Written, constants_of_layout
from ingest.flat.taking import Taking
from ingest.layout import Layout
from orders.document import DocumentType

_KEPT = 64
"""Layouts, and ways of writing of each, that are kept; then it begins anew."""


class Habits:
    """Those of one layout: how documents of each type are read, for every way of writing that was met.

    Raises:
        Reject: `LAYOUT_MISFIT` if it names an unknown field.
    """

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._assigned = tuple(
            Assigned(index, path, name, f'by the layout "{layout.name}"')
            for index, (name, path) in enumerate(layout.paths.items())
        )
        self._constants = tuple(constants_of_layout(layout))
        self._takings: dict[tuple[DocumentType, frozenset[object]], Taking] = {}

    def settled(self, kinds: Iterable[DocumentType]) -> list[Settled]:
        """What is settled for these types of document."""
        return [Settled(kind, self._assigned, self._constants) for kind in kinds]

    def takings(self, settled: Iterable[Settled], written: Written) -> dict[DocumentType, Taking]:
        """How documents of each type are read whose values are written so."""
        said = frozenset(written.items())
        return {one.kind: self._taking(one, written, said) for one in settled}

    def _taking(self, settled: Settled, written: Written, said: frozenset[object]) -> Taking:
        known = self._takings.get((settled.kind, said))
        if known is not None and known.is_light:
            return known
        if len(self._takings) >= _KEPT:
            self._takings.clear()
        made = self._takings[settled.kind, said] = Taking(plan_of(settled, written, self.layout), ())
        return made


_KNOWN: dict[int, Habits] = {}


def habits_of(layout: Layout) -> Habits:
    """The habits of a layout: of this very one, since layouts are read once and a change makes new ones."""
    known = _KNOWN.get(id(layout))
    if known is None or known.layout is not layout:
        if len(_KNOWN) >= _KEPT:
            _KNOWN.clear()
        known = _KNOWN[id(layout)] = Habits(layout)
    return known
