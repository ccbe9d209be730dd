"""What a person decides about a generated story: every kind of decision, on what is there and on what is not."""

from collections.abc import Sequence
from random import Random
from typing import Any

from orders.case import Decision, DecisionKind
from orders.deviations import DeviationCode
from orders.document import Document
from orders.references import order_id
from orders.status import Status
from tests.cases.build import BUYER, decide
from tests.generated.story import NUMBERS

_JUDGED = (
    "quantity_changed",
    "date_changed",
    "price_changed",
    "item_substituted",
    "order_cancelled",
    "order_rejected",
    "supplier_mismatch",
    "price_over",
    "goods_rejected",
    *(code.value for code in DeviationCode),
)
"""Those that change what counts more often than the others."""

_MOST = 5


def decisions(chance: Random, told: Sequence[Document]) -> list[Decision]:
    """Up to five things that a person decided about the story, from its first days to long after it, oldest first."""
    days = sorted(chance.randrange(120) for _ in range(chance.randrange(_MOST + 1)))
    return [_decision(chance, told, number, _moment(day)) for number, day in enumerate(days, 1)]


def _moment(day: int) -> str:
    return f"2026-{3 + day // 28:02d}-{1 + day % 28:02d}T12:00:00"


def _decision(chance: Random, told: Sequence[Document], number: int, on: str) -> Decision:
    kind = chance.choice(tuple(DecisionKind))
    about, order = chance.choice(list(told)), order_id(chance.choice(NUMBERS), BUYER)
    return decide(kind, number=number, on=on, **_subject(chance, kind, about, order))


def _subject(chance: Random, kind: DecisionKind, about: Document, order: str) -> dict[str, Any]:
    row, mine = chance.choice(("10", "20")), about.lines[0].id if about.lines else "1"
    match kind:
        case DecisionKind.CLOSE | DecisionKind.REOPEN:
            return {"order": order, "order_line": row, "track": chance.choice((None, None, "invoicing"))}
        case DecisionKind.COUNT | DecisionKind.DUPLICATE | DecisionKind.REPLACEMENT:
            return {"order": None, "document": about}
        case DecisionKind.ACCEPT | DecisionKind.REJECT:
            found = {"order": order, "order_line": chance.choice((None, row)), "code": chance.choice(_JUDGED)}
            return found | ({"document": about} if chance.randrange(2) else {})
        case DecisionKind.STATUS:
            status = chance.choice(("invoiced", *(one.value for one in Status)))
            return {"order": order, "order_line": chance.choice((None, row)), "status": status}
        case DecisionKind.CHARGE:
            return {"order": None, "document": about, "document_line": mine}
        case DecisionKind.ASSIGN:
            part = chance.choice((None, None, 1, 2))
            return {"order": order, "order_line": row, "document": about, "document_line": mine, "quantity": part}
