"""Generated stories as hypothesis hands them to a law."""

from dataclasses import dataclass
from random import Random

from hypothesis import strategies as st

from orders.case import Case, Decision
from orders.document import Document
from tests.cases.gather import cases
from tests.cases.outcome import Outcome, filed, outcome
from tests.generated.decisions import decisions
from tests.generated.story import story


@dataclass(frozen=True)
class Told:
    """A story: what came in and what was decided."""

    documents: tuple[Document, ...]
    decisions: tuple[Decision, ...]

    def cases(self) -> tuple[Case, ...]:
        return cases(filed(self.documents), self.decisions)

    def outcome(self) -> Outcome:
        return outcome(self.cases())

    def __repr__(self) -> str:
        rows = (f"  {one.issue_date} {one.type.value} {one.number} {_rows(one)}" for one in self.documents)
        decided = (f"  {_decided(one)}" for one in self.decisions)
        return "\n".join(("", *rows, *decided))


def _rows(document: Document) -> str:
    heads = ", ".join(reference.number for reference in document.order_references)
    rows = (
        f"[{line.id}: {line.quantity} {line.unit} of {line.order_number}/{line.order_line} {line.buyer_item}]"
        for line in document.lines
    )
    return f"({heads}) {' '.join(rows)}"


def _decided(one: Decision) -> str:
    about = (one.order, one.order_line, one.document and one.document[:8], one.document_line)
    said = (one.code, one.quantity, one.status, one.track)
    return f"{one.taken_at:%Y-%m-%d} {one.kind.value} {about} {said}"


def _tell(chance: Random, *, decided: bool) -> Told:
    documents = story(chance)
    return Told(documents, tuple(decisions(chance, documents)) if decided and documents else ())


def stories(*, decided: bool = True) -> st.SearchStrategy[Told]:
    """Stories; with `decided` False, such as nobody has decided anything about."""
    return st.builds(lambda chance: _tell(chance, decided=decided), st.randoms(use_true_random=False))
