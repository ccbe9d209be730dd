"""What lies around the transaction sets (ASC X12.5): interchanges and groups, whose ends say how much was in them."""

from dataclasses import dataclass, field

from ingest.formats.x12.segments import Segment
from ingest.formats.x12.transaction import element
from orders.document import Issue

_USAGE_INDICATOR, _TEST = 15, "T"
"""Place of data element I14 in ISA, and what it says of a test."""

_ENDS = {"GE": "group", "IEA": "interchange"}


@dataclass(slots=True)
class Envelope:
    """Counts what passes; what was said of it and is not so is in `faults` at the end."""

    is_test: bool = False
    faults: list[Issue] = field(default_factory=list)
    _parts: dict[str, int] = field(default_factory=lambda: {"GE": 0, "IEA": 0})
    _numbers: dict[str, str] = field(default_factory=dict)

    def note(self, segment: Segment, place: int) -> None:
        """Looks at a segment that may be part of the envelope; `place` is its number."""
        match segment[0]:
            case "ISA":
                self.is_test = element(segment, _USAGE_INDICATOR) == _TEST
                self._begin("IEA", element(segment, 13))
            case "GS":
                self._parts["IEA"] += 1
                self._begin("GE", element(segment, 6))
            case "ST":
                self._parts["GE"] += 1
            case "GE" | "IEA":
                self._end(segment, f"segment {place} ({segment[0]})")

    def _begin(self, end: str, number: str) -> None:
        self._parts[end] = 0
        self._numbers[end] = number.lstrip("0")

    def _end(self, segment: Segment, where: str) -> None:
        end, whole = segment[0], _ENDS[segment[0]]
        said, count = element(segment, 1), self._parts[end]
        if (said.lstrip("0") or "0") != str(count):
            text = f"The {whole} has {count} parts, {end} says {said or 'nothing'}."
            self.faults.append(Issue(code="EDI_COUNT_MISMATCH", message=text, where=where))
        began, ends = self._numbers.get(end, ""), element(segment, 2).lstrip("0")
        if began != ends:
            text = f"The {whole} begins as {began!r} and ends as {ends!r}."
            self.faults.append(Issue(code="EDI_REFERENCE_MISMATCH", message=text, where=where))
