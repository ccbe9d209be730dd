"""What a decision says, as a sentence."""

from orders.case import Decision, DecisionKind
from orders.document import DocumentType
from orders.message import Message
from orders.numbers import plain

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
        "status": decision.status or "",
        "why": decision.why,
    }
    return Message(f"decided.{_sentence(decision)}", args)


def _sentence(decision: Decision) -> str:
    kind = decision.kind
    if kind in _BY_TRACK and decision.track == "invoicing":
        return f"{kind}_invoicing"
    if kind is DecisionKind.ASSIGN and decision.quantity is not None:
        return f"{kind}_part"
    if kind is DecisionKind.STATUS and decision.order_line is not None:
        return f"{kind}_line"
    return kind.value
