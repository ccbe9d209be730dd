"""Why an order stands where it stands: sentences, each with the document, the line and the rule that it goes back to.
Values in, values out."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from orders.assessment import (
    Allocation,
    By,
    Deviation,
    DocumentAssessment,
    LineAssessment,
    NotCounted,
    OrderAssessment,
)
from orders.case import DecisionKind
from orders.deviations import Severity
from orders.document import DocumentType
from orders.message import Message
from orders.numbers import Quantity, plain
from orders.quantity import size
from orders.saying import allowed_message, decision_message
from orders.status import TRACK_NONE, TRACK_OFF, Track, track_of, tracks_ahead
from orders.wording import Language, label
from ordertrail.cli import looks
from ordertrail.questions.decisions import Taken
from reports.action import Situation, next_action, telling
from reports.entries import OPEN, REJECTED
from reports.order_json import document_name
from reports.remarks import left_out

_TRACK_SENTENCES = {TRACK_OFF: "cli.explain_track_off", TRACK_NONE: "cli.explain_track_none"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence and its source. `kind`: status, track, line, allocation, document, deviation, decision, missing
    or action.
    """

    kind: str
    message: Message
    evidence: Message | None = None
    learned: tuple[Message, ...] = ()
    allowed: Message | None = None  # the tolerance that a deviation goes beyond
    line: str | None = None
    document: str | None = None  # Filed.id
    document_type: DocumentType | None = None
    document_number: str | None = None
    document_line: str | None = None
    rule: str | None = None
    who: str | None = None  # of an action: `reports.action.Actor`

    def text(self, language: Language) -> str:
        """The sentence, with the evidence behind it."""
        parts = (self.message, self.evidence, *self.learned, self.allowed)
        return " ".join(looks.sentence(part, language).strip() for part in parts if part)


def explanation(
    order: OrderAssessment,
    deviations: Sequence[Deviation],
    documents: Iterable[DocumentAssessment],
    line: str | None,
    as_of: date,
    decisions: Iterable[Taken] = (),
) -> Iterator[Sentence]:
    """All there is to say about an order, or about one line of it. `decisions` are those that stand."""
    lines = [one for one in order.lines if line is None or one.line == line]
    if line is None:
        yield _status(order)
        yield from _tracks(order)
    for one in lines:
        yield _figures(one, order.currency)
        yield from (_left_out(one.line, message) for message in left_out(one))
        if one.rejected > 0:
            yield _refused(one)
        if one.shipped_inferred:
            yield Sentence(kind="line", line=one.line, message=Message("cli.explain_inferred", {"line": one.line}))
        yield from (Sentence(kind="line", line=one.line, message=message) for message in one.tolerated)
        yield from (_allocation(allocation, one.unit) for allocation in one.allocations)
    if line is None:
        yield from (_allocation(allocation, None) for allocation in order.header_allocations)
        known = list(documents)
        yield from _left_aside(known)
        yield from (_charges(document) for document in known if document.learned)
    yield from (_deviation(one) for one in deviations if line is None or _concerns(one, line))
    held = {one.decision for one in deviations}
    yield from (_decision(one, held) for one in decisions if line in (None, one.decision.order_line))
    if line is None:
        yield from map(_missing, order.missing)
    else:
        yield from (_missing(one) for found in lines for one in _missing_of(found, order.missing))
    yield from _actions(lines, deviations, as_of)


def sentence_json(order: OrderAssessment, sentence: Sentence, files: Mapping[str, str], language: Language) -> Any:
    """A sentence for other programs."""
    kind = sentence.document_type
    return {
        "order": order.number,
        "line": sentence.line,
        "kind": sentence.kind,
        "sentence": sentence.text(language),
        "document": document_name(kind, sentence.document_number) if kind else None,
        "document_line": sentence.document_line,
        "rule": sentence.rule,
        "who": sentence.who,
        "file": files.get(sentence.document) if sentence.document else None,
    }


def _status(order: OrderAssessment) -> Sentence:
    args = {"number": order.number, "status": order.status.value, "derived": order.derived_status.value}
    code = "cli.explain_status" if order.override is None else "cli.explain_override"
    return Sentence(kind="status", message=Message(code, args), evidence=_why(order))


def _why(order: OrderAssessment) -> Message:
    """What the derived status follows from."""
    track = track_of(order.derived_status)
    if track is None:
        return Message(f"cli.explain_why_{order.derived_status}")
    return Message("cli.explain_why_track", {"track": track.value})


def _tracks(order: OrderAssessment) -> Iterator[Sentence]:
    for track in Track:
        value = str(order.tracks.get(track, TRACK_OFF))
        code = _TRACK_SENTENCES.get(value, "cli.explain_track")
        yield Sentence(kind="track", message=Message(code, {"track": track.value, "status": value}))


def _figures(line: LineAssessment, currency: str | None) -> Sentence:
    if line.by is By.TEXT:
        return Sentence(kind="line", line=line.line, message=Message("cli.explain_text_line", {"line": line.line}))
    args = {
        "line": line.line,
        "name": line.name or line.supplier_item or line.buyer_item or "–",
        "unit": (currency if line.by is By.AMOUNT else line.unit) or "",
        "status": line.status.value,
        "ordered": plain(line.ordered),
        "target": plain(line.target),
        "confirmed": plain(line.confirmed),
        "shipped": plain(line.shipped),
        "received": plain(line.received),
        "invoiced": plain(line.invoiced),
    }
    code = "cli.explain_line" if line.target == line.ordered else "cli.explain_line_target"
    return Sentence(kind="line", line=line.line, message=Message(code, args))


def _left_out(line: str, message: Message) -> Sentence:
    return Sentence(kind="line", line=line, message=Message("cli.explain_left_out", {"line": line}), evidence=message)


def _refused(line: LineAssessment) -> Sentence:
    args = {"line": line.line, "quantity": plain(line.rejected), "unit": line.unit or ""}
    return Sentence(kind="line", line=line.line, message=Message("cli.explain_refused", args))


def _allocation(allocation: Allocation, unit: str | None) -> Sentence:
    back = _takes_back(allocation)
    args = {
        "quantity": _figure(allocation.quantity, back=back),
        "amount": _figure(allocation.amount, back=back),
        "unit": unit or "",
        "type": allocation.document_type.value,
        "number": allocation.document_number or "",
        "line": allocation.document_line or "",
        "rule": allocation.rule,
    }
    code = "cli.explain_amount" if allocation.quantity is None else f"cli.explain_{allocation.track}"
    code += ("_back" if back else "") + ("_whole" if allocation.document_line is None else "")
    return Sentence(
        kind="allocation",
        message=Message(code, args),
        evidence=allocation.evidence,
        learned=allocation.learned,
        line=allocation.order_line,
        document=allocation.document,
        document_type=allocation.document_type,
        document_number=allocation.document_number,
        document_line=allocation.document_line,
        rule=allocation.rule,
    )


def _takes_back(allocation: Allocation) -> bool:
    """Whether it says what went back, or what was credited."""
    figure = allocation.amount if allocation.quantity is None else allocation.quantity
    return figure is not None and figure < 0 and allocation.track in (Track.RECEIPT, Track.INVOICING)


def _figure(figure: Quantity | None, *, back: bool) -> str:
    """A figure of an allocation; of what was taken back the sentence says so, not a sign."""
    if figure is None:
        return ""
    return plain(size(figure) if back else figure)


def _left_aside(documents: Sequence[DocumentAssessment]) -> Iterator[Sentence]:
    """Each document that does not count, with the one that stands for it or took it back, or that it took back."""
    named = {one.document: one for one in documents}
    taken_back = {one.other: one for one in documents if one.reason is NotCounted.CANCELLED and one.other}
    for one in documents:
        if one.counted:
            continue
        other, code = named.get(one.other or ""), "cli.explain_not_counted_for"
        if other is None and one.reason is NotCounted.CANCELLED:
            other, code = taken_back.get(one.document), "cli.explain_cancels"
        yield _not_counted(one, other, "cli.explain_not_counted" if other is None else code)


def _not_counted(document: DocumentAssessment, other: DocumentAssessment | None, code: str) -> Sentence:
    args = {"type": document.type.value, "number": document.number or "", "reason": str(document.reason or "")}
    if other is not None:
        args |= {"other_type": other.type.value, "other_number": other.number or ""}
    return Sentence(
        kind="document",
        message=Message(code, args),
        document=document.document,
        document_type=document.type,
        document_number=document.number,
    )


def _charges(document: DocumentAssessment) -> Sentence:
    """Why lines of it are charges that do not sound like it."""
    args = {"type": document.type.value, "number": document.number or ""}
    return Sentence(
        kind="document",
        message=Message("cli.explain_charges", args),
        learned=document.learned,
        document=document.document,
        document_type=document.type,
        document_number=document.number,
    )


def _concerns(deviation: Deviation, line: str) -> bool:
    """Whether a deviation is about a line, or stops the whole order and so the line as well."""
    stops = deviation.order_line is None and deviation.severity is Severity.BLOCK and deviation.state == "open"
    return deviation.order_line == line or stops


def _deviation(deviation: Deviation) -> Sentence:
    args = {"severity": deviation.severity.value, "code": deviation.code.value}
    decided = "" if deviation.state == "open" else f"_{deviation.state}"
    return Sentence(
        kind="deviation",
        message=Message(f"cli.explain_deviation{decided}", args),
        evidence=deviation.message,
        allowed=allowed_message(deviation),
        line=deviation.order_line,
        document=deviation.document,
        document_type=deviation.document_type,
        document_number=deviation.document_number,
        document_line=deviation.document_line,
        rule=deviation.figures.rule,
    )


def _decision(taken: Taken, held: Collection[int | None]) -> Sentence:
    """A decision; `held` are those that some deviation is accepted or rejected by."""
    decision = taken.decision
    void = decision.kind in (DecisionKind.ACCEPT, DecisionKind.REJECT) and decision.id not in held
    args = {"who": decision.taken_by, "day": decision.taken_at.date().isoformat(), "id": str(decision.id)}
    return Sentence(
        kind="decision",
        message=Message("cli.explain_decision_void" if void else "cli.explain_decision", args),
        evidence=decision_message(decision, taken.type, taken.number),
        line=decision.order_line,
        document=decision.document,
        document_type=taken.type,
        document_number=taken.number,
        document_line=decision.document_line,
        rule="decision",
    )


def _missing(message: Message) -> Sentence:
    return Sentence(kind="missing", message=message, line=message.args.get("order_line"))


def _missing_of(line: LineAssessment, of_order: Iterable[Message]) -> Iterator[Message]:
    """What must come before the next status of a line holds, and the credit notes that are due for it. The order names
    only some of its lines, and what comes next for one of them may come last for the whole.
    """
    still = {
        Track.SHIPMENT: line.open_to_ship,
        Track.RECEIPT: line.open_to_receive,
        Track.INVOICING: line.open_to_invoice,
    }
    for track in tracks_ahead(line.tracks, line.status):
        if track is Track.RESPONSE and not line.answered:
            yield Message("missing.response", {"count": "1", "lines": line.line})
            break
        if track in still and still[track] > 0:
            args = {
                "order_line": line.line,
                "quantity": plain(still[track]),
                "unit": line.unit or "",
                "by": line.by.value,
            }
            yield Message(f"missing.{track}", args)
            break
    yield from (one for one in of_order if one.code == "missing.credit" and one.args["order_line"] == line.line)


def _actions(lines: Iterable[LineAssessment], deviations: Sequence[Deviation], as_of: date) -> Iterator[Sentence]:
    """Who has to do what next, by line."""
    by_line: defaultdict[tuple[str, str | None], list[Deviation]] = defaultdict(list)
    for one in deviations:
        by_line[one.state, one.order_line].append(one)
    of_whole = {state: telling(by_line[state, None]) for state in (OPEN, REJECTED)}
    for line in lines:
        open_ones, rejected = ([*by_line.get((state, line.line), ()), *of_whole[state]] for state in (OPEN, REJECTED))
        action = next_action(Situation(line, open_ones, as_of, rejected))
        if action is not None:
            who = action.actor.value
            message = Message("cli.explain_action", {"line": line.line, "who": who})
            yield Sentence(kind="action", line=line.line, message=message, evidence=action.message, who=who)


def heading(kind: str, language: Language) -> str:
    """What stands over the sentences of a kind."""
    return label(f"cli.explain_heading_{kind}", language)
