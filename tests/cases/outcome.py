"""What came out of a case, asked for the way a test wants to know it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from matching import assess as assess_case
from orders.assessment import (
    Allocation,
    Assessment,
    Deviation,
    DocumentAssessment,
    LineAssessment,
    OrderAssessment,
    UnmatchedLine,
)
from orders.case import Case, Decision, Filed
from orders.document import Document
from orders.policy import Policy
from orders.references import home_key
from tests.cases.build import PO, POLICY, file_id
from tests.cases.gather import cases


@dataclass(frozen=True, repr=False)
class Outcome:
    """The assessments of all cases that the documents make."""

    answers: tuple[tuple[Case, Assessment], ...]

    def __repr__(self) -> str:
        """What a red test should show: no more than a person wants to read."""
        told = [f"{one.number}: {one.status} {self.tracks(one.number)}" for one in self.orders]
        told += [f"  {one.type} {one.number}: {one.reason or 'counted'}" for one in self.documents]
        told += [f"  {one.document_number}/{one.document_line}: {one.code}" for one in self.unmatched]
        return "\n".join([*told, f"  {sorted(self.codes)}"])

    @property
    def orders(self) -> tuple[OrderAssessment, ...]:
        return tuple(one for _, answer in self.answers for one in answer.orders)

    def order(self, number: str = PO) -> OrderAssessment:
        (found,) = (one for one in self.orders if one.number == number)
        return found

    def line(self, line: str = "10", order: str = PO) -> LineAssessment:
        (found,) = (one for one in self.order(order).lines if one.line == line)
        return found

    def status(self, order: str = PO) -> str:
        return self.order(order).status.value

    def tracks(self, order: str = PO) -> dict[str, str]:
        return {track.value: str(value) for track, value in self.order(order).tracks.items()}

    def track(self, name: str, order: str = PO) -> str:
        return self.tracks(order)[name]

    @property
    def every_deviation(self) -> tuple[Deviation, ...]:
        return tuple(one for _, answer in self.answers for one in answer.deviations)

    @property
    def codes(self) -> set[str]:
        return {one.code.value for one in self.every_deviation}

    def deviations(self, code: str, *, line: str | None = None, document: str | None = None) -> list[Deviation]:
        return [
            one
            for one in self.every_deviation
            if one.code == code and line in (None, one.order_line) and document in (None, one.document_number)
        ]

    def deviation(self, code: str, *, line: str | None = None, document: str | None = None) -> Deviation:
        found = self.deviations(code, line=line, document=document)
        assert len(found) == 1, f"{code} stands {len(found)} times; there are {sorted(self.codes)}"
        return found[0]

    @property
    def unmatched(self) -> tuple[UnmatchedLine, ...]:
        return tuple(one for _, answer in self.answers for one in answer.unmatched)

    def unmatched_of(self, document: str) -> list[UnmatchedLine]:
        return [one for one in self.unmatched if one.document_number == document]

    @property
    def documents(self) -> tuple[DocumentAssessment, ...]:
        """Every document once: as the case says that answers for it as a whole."""
        said: dict[str, DocumentAssessment] = {}
        for case, answer in self.answers:
            own = {one.id: home_key(one.document) for one in case.documents}
            for one in answer.documents:
                home = own[one.document]
                if one.document not in said or (home in case.keys if home else not case.keys):
                    said[one.document] = one
        return tuple(said.values())

    def document(self, number: str, **like: object) -> DocumentAssessment:
        """The one document of that number (and of those other features)."""
        found = [one for one in self.documents if one.number == number]
        found = [one for one in found if all(getattr(one, name) == value for name, value in like.items())]
        assert len(found) == 1, f"{number}: {found}"
        return found[0]

    def said_of(self, one: Document | str) -> DocumentAssessment:
        """What is said of a document, or of the one with that id."""
        identity = one if isinstance(one, str) else file_id(one)
        (found,) = (other for other in self.documents if other.document == identity)
        return found

    def counted(self, one: Document | str) -> bool:
        return self.said_of(one).counted

    def reason(self, one: Document | str) -> str | None:
        """Why a document does not count; None if it does."""
        reason = self.said_of(one).reason
        return None if reason is None else reason.value

    @property
    def allocations(self) -> tuple[Allocation, ...]:
        """Every allocation of every order, header ones too."""
        lines = (allocation for order in self.orders for line in order.lines for allocation in line.allocations)
        heads = (allocation for order in self.orders for allocation in order.header_allocations)
        return (*lines, *heads)

    def allocated(self, document: str, line: str | None = None) -> list[Allocation]:
        """What a document (line) counts for."""
        return [
            one for one in self.allocations if one.document_number == document and line in (None, one.document_line)
        ]

    def counts(self, document: str, line: str | None = None) -> Fraction:
        """How much of a document (line) counts."""
        return sum((Fraction(one.quantity or 0) for one in self.allocated(document, line)), Fraction(0))

    def left(self, document: str) -> Fraction:
        """How much of a document is shown as unmatched."""
        return sum((Fraction(one.quantity or 0) for one in self.unmatched_of(document)), Fraction(0))


def assess(
    *documents: Document,
    policy: Policy = POLICY,
    decisions: Iterable[Decision] = (),
    as_of: str | None = None,
) -> Outcome:
    """What comes out once all `documents` are there."""
    day = None if as_of is None else date.fromisoformat(as_of)
    return outcome(cases(filed(documents), tuple(decisions), day), policy)


def outcome(made: Sequence[Case], policy: Policy = POLICY) -> Outcome:
    return Outcome(tuple((case, assess_case(case, policy)) for case in made))


def filed(documents: Iterable[Document]) -> tuple[Filed, ...]:
    """The documents as the store has them: each once, in ascending order of id."""
    unique = {file_id(one): one for one in documents}
    return tuple(Filed(identity, unique[identity]) for identity in sorted(unique))


def money(deviation: Deviation) -> Decimal:
    """The money at stake."""
    assert deviation.amount is not None, "no money at stake"
    return deviation.amount


def figures(deviation: Deviation) -> tuple[Decimal | None, Decimal | None, Decimal]:
    """Ordered, found and the size of the difference."""
    told = deviation.figures
    assert told.difference is not None, deviation
    ordered, found = (None if text is None else Decimal(text) for text in (told.ordered, told.found))
    return ordered, found, abs(Decimal(told.difference))
