"""What people decided, found by what it is about. The newest decision on a thing holds.

The rules: docs/statuses.md, "What people decide".
"""

from collections import defaultdict
from collections.abc import Iterable

from orders.assessment import Deviation
from orders.case import Decision, DecisionKind, holding
from orders.fingerprint import fingerprint
from orders.references import order_keys

_ON_DOCUMENTS = frozenset({DecisionKind.REPLACEMENT, DecisionKind.DUPLICATE, DecisionKind.COUNT})
_ON_DEVIATIONS = frozenset({DecisionKind.ACCEPT, DecisionKind.REJECT})
_ON_LINES = frozenset({DecisionKind.CLOSE, DecisionKind.REOPEN})

_Line = tuple[str | None, str | None]
_Subject = tuple[str, str | None, str | None]


class Decided:
    """The decisions of a case, oldest first within each subject."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self.documents: dict[str, Decision] = {}
        self.assigned: dict[tuple[str, str], list[Decision]] = {}
        self.charges: dict[tuple[str, str], Decision] = {}  # document lines that are charges
        self.assigned_keys: dict[str, set[str]] = {}  # document → keys of the orders that its lines were assigned to
        self.wholes: dict[str, tuple[Decision, ...]] = {}  # documents that were assigned to orders as a whole
        self.statuses: dict[tuple[str, str | None], Decision] = {}
        self._closings: defaultdict[_Line, list[Decision]] = defaultdict(list)
        self._verdicts: defaultdict[_Subject, list[Decision]] = defaultdict(list)
        for decision in sorted(decisions, key=lambda one: one.id):
            self._file(decision)

    def _file(self, decision: Decision) -> None:
        kind = decision.kind
        if kind in _ON_DOCUMENTS and decision.document is not None:
            self.documents[decision.document] = decision
        elif kind in _ON_DEVIATIONS and decision.code is not None:
            self._verdicts[decision.code, decision.document, decision.order_line].append(decision)
        elif kind in _ON_LINES:
            self._closings[decision.order, decision.order_line].append(decision)
        elif kind is DecisionKind.CHARGE and decision.document is not None and decision.document_line is not None:
            self.charges[decision.document, decision.document_line] = decision
            self.assigned.pop((decision.document, decision.document_line), None)
        elif kind is DecisionKind.ASSIGN and decision.document is not None:
            self._assign(decision, decision.document)
        elif kind is DecisionKind.STATUS and decision.order is not None:
            self.statuses[decision.order, decision.order_line] = decision

    def _assign(self, decision: Decision, document: str) -> None:
        self.assigned_keys.setdefault(document, set()).update(keys_of_order(decision.order))
        if decision.document_line is None:
            self.wholes[document] = holding((*self.wholes.get(document, ()), decision))
            return
        self.charges.pop((document, decision.document_line), None)
        self.assigned.setdefault((document, decision.document_line), []).append(decision)

    def parts(self, document: str) -> tuple[Decision, ...]:
        """How much of a document without lines a person gave to each of several orders; empty if it is not in parts."""
        return tuple(one for one in self.wholes.get(document, ()) if one.amount is not None)

    def kind_for(self, document: str) -> DecisionKind | None:
        """What was decided about a document as such."""
        decision = self.documents.get(document)
        return None if decision is None else decision.kind

    def closings(self, order: str, line: str, track: str) -> list[Decision]:
        """Closings and reopenings of an order line, oldest first; `track` is "invoicing" or "delivery"."""
        if not self._closings:
            return []
        found = [*self._closings.get((order, line), ()), *self._closings.get((order, None), ())]
        invoicing = track == "invoicing"
        return sorted((one for one in found if (one.track == "invoicing") is invoicing), key=lambda one: one.id)

    def verdict(self, deviation: Deviation) -> Decision | None:
        """The newest acceptance or rejection that is about this deviation, as it is now."""
        found = [
            decision
            for document in {deviation.document, None}
            for line in {deviation.order_line, None}
            for decision in self._verdicts.get((deviation.code, document, line), ())
            if _about(decision, deviation)
        ]
        for decision in sorted(found, key=lambda one: one.id, reverse=True):
            if decision.seen in (None, fingerprint(deviation)):
                return decision
        return None

    def accepts(self, code: str, document: str) -> bool:
        """Whether the last word about a deviation of a document as such is that it is right so."""
        about = self._verdicts.get((code, document, None), [])
        return bool(about) and about[-1].kind is DecisionKind.ACCEPT

    @property
    def on_deviations(self) -> bool:
        """Whether anything was decided about deviations at all."""
        return bool(self._verdicts)


def keys_of_order(order: str | None) -> tuple[str, ...]:
    """The keys of an order that is named by its id, `orders.references.order_id`."""
    return () if order is None else order_keys(order.rpartition("@")[0])


def _about(decision: Decision, deviation: Deviation) -> bool:
    """Whether a verdict found by code, document and order line is about a deviation; one about nothing is not."""
    if decision.order is None and decision.document is None:
        return False
    return decision.order in (None, deviation.order) and decision.document_line in (None, deviation.document_line)
