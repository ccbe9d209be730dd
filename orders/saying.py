"""What a decision says, as a sentence."""

from orders.assessment import Deviation
from orders.case import Decision, DecisionKind
from orders.deviations import DeviationCode
from orders.document import DocumentType
from orders.message import Message
from orders.numbers import plain

_OF_MONEY = frozenset(
    {
        DeviationCode.PRICE_CHANGED,
        DeviationCode.PRICE_OVER,
        DeviationCode.PRICE_UNDER,
        DeviationCode.LINE_AMOUNT_MISMATCH,
        DeviationCode.TOTAL_MISMATCH,
        DeviationCode.TAX_MISMATCH,
        DeviationCode.CHARGE_NOT_ORDERED,
    }
)
"""Deviations whose tolerance is an amount of money, or of money per unit."""

_BY_TRACK = frozenset({DecisionKind.CLOSE, DecisionKind.REOPEN})


def decision_message(decision: Decision, kind: DocumentType | None, number: str | None) -> Message:
    """The sentence for a decision; `kind` and `number` are those of the document that it is about, if it is."""
    args = {
        "code": decision.code or "",
        "line": decision.order_line or "",
        "order": (decision.order or "").rpartition("@")[0],
        "type": kind.value if kind else "",
        "number": number or "",
        "document_line": decision.document_line or "",
        "quantity": "" if decision.quantity is None else plain(decision.quantity),
        "amount": "" if decision.amount is None else plain(decision.amount),
        "status": decision.status or "",
        "why": decision.said,
    }
    return Message(f"decided.{_sentence(decision)}", args)


def allowed_message(deviation: Deviation) -> Message | None:
    """The tolerance that a deviation goes beyond, and where it is set; None where its kind knows none."""
    figures = deviation.figures
    if figures.tolerance is None or figures.rule is None:
        return None
    args = {"tolerance": figures.tolerance, "unit": figures.unit or "", "rule": figures.rule}
    if deviation.code in _OF_MONEY:
        return Message("cli.explain_allowed_money", args)
    return Message("cli.explain_allowed_days" if figures.unit == "DAY" else "cli.explain_allowed", args)


def _sentence(decision: Decision) -> str:
    kind = decision.kind
    if kind in _BY_TRACK and decision.track == "invoicing":
        return f"{kind}_invoicing"
    if kind is DecisionKind.ASSIGN and decision.document_line is None:
        return f"{kind}_whole" if decision.amount is None else f"{kind}_whole_part"
    if kind is DecisionKind.ASSIGN and decision.quantity is not None:
        return f"{kind}_part"
    if kind is DecisionKind.STATUS and decision.order_line is not None:
        return f"{kind}_line"
    return kind.value
