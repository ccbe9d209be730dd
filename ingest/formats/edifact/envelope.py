"""What lies around the messages (ISO 9735): interchanges and groups, whose ends say how much was in them."""

from dataclasses import dataclass, field

from ingest.formats.edifact.segments import Segment, component, tag_of
from orders.document import Issue

_TEST_INDICATOR = 11
"""Place of data element 0035 in UNB: 1 to 4 mark tests and echoes, in syntax version 4 as before."""


@dataclass(slots=True)
class Envelope:
    """Counts what passes; what was said of it and is not so is in `faults` at the end."""

    is_test: bool = False
    faults: list[Issue] = field(default_factory=list)
    _messages: int = 0
    _groups: int = 0
    _in_group: int = 0
    _interchange: str = ""
    _group: str = ""

    def note(self, tag: str, segment: Segment, place: int) -> None:
        """Looks at a segment that may be part of the envelope; `place` is its number."""
        taker = _TAKERS.get(tag)
        if taker is not None:
            taker(self, segment, f"segment {place} ({tag})")

    def _unb(self, segment: Segment, _where: str) -> None:
        self.is_test = component(segment, _TEST_INDICATOR) in {"1", "2", "3", "4"}
        self._messages = self._groups = 0
        self._interchange = component(segment, 5)

    def _ung(self, segment: Segment, _where: str) -> None:
        self._groups += 1
        self._in_group = 0
        self._group = component(segment, 5)

    def _unh(self, _segment: Segment, _where: str) -> None:
        self._messages += 1
        self._in_group += 1

    def _une(self, segment: Segment, where: str) -> None:
        self._compare(segment, self._in_group, self._group, "group", where)

    def _unz(self, segment: Segment, where: str) -> None:
        self._compare(segment, self._groups or self._messages, self._interchange, "interchange", where)

    def _compare(self, segment: Segment, count: int, reference: str, whole: str, where: str) -> None:
        said, named = component(segment, 1), component(segment, 2)
        if (said.lstrip("0") or "0") != str(count):
            text = f"The {whole} has {count} parts, {tag_of(segment)} says {said or 'nothing'}."
            self.faults.append(Issue(code="EDI_COUNT_MISMATCH", message=text, where=where))
        if reference and named != reference:
            text = f"The {whole} begins as {reference!r} and ends as {named!r}."
            self.faults.append(Issue(code="EDI_REFERENCE_MISMATCH", message=text, where=where))


_TAKERS = {
    "UNB": Envelope._unb,
    "UNG": Envelope._ung,
    "UNH": Envelope._unh,
    "UNE": Envelope._une,
    "UNZ": Envelope._unz,
}
