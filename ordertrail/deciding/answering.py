"""Judges what people wrote into reports that came back, when everything that came with them is derived.

A workbook's answers are judged together, against what its reader may have seen: each becomes a decision, or is refused
with the reason; the transaction that says so holds all of them. Whatever ends the process, an answer is judged once.
"""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal

from sqlalchemy import Connection

from orders.answer import Answer, RowKey
from orders.assessment import Deviation, UnmatchedLine
from orders.case import Decision, DecisionKind
from orders.choices import PLACING, VERDICTS, Choice, choices, placing, placing_whole
from orders.errors import Refuse
from orders.fingerprint import line_fingerprint
from orders.numbers import parse_number
from orders.policy import Policy
from orders.wording import LANGUAGES, Language, label
from ordertrail.crash import crash_point
from ordertrail.deciding.cases import cases_about, deviations_of, unmatched_of
from ordertrail.deciding.judging import (
    Author,
    assignment,
    assignment_as_a_whole,
    charge,
    closing_of,
    on_document,
    verdict,
)
from ordertrail.deciding.naming import (
    Meant,
    document_line_meant,
    document_of_id,
    line_meant,
    order_meant,
    order_of_id,
)
from ordertrail.deciding.taking import take
from ordertrail.store.answers import Pending, Verdict, pending, write_verdicts
from ordertrail.store.engine import Store
from reports.decidable import deviation_key

_OF_DOCUMENTS: Mapping[Choice, DecisionKind] = {
    Choice.REPLACEMENT: DecisionKind.REPLACEMENT,
    Choice.DUPLICATE: DecisionKind.DUPLICATE,
    Choice.COUNT: DecisionKind.COUNT,
}
_OF_VERDICTS: Mapping[Choice, DecisionKind] = {
    Choice.ACCEPT: DecisionKind.ACCEPT,
    Choice.REJECT: DecisionKind.REJECT,
}
_LINE_OF_ORDER = re.compile(r"(.+?)\s*/\s*([^/]+)|(.+\S)\s+(\S+)", re.DOTALL)


OVERTAKEN = "ANSWER_OVERTAKEN"
"""The code of refusals because what a row was about is not open any more, or says something else by now."""


def judge_answers(store: Store, language: Language, policy: Policy, derive: Callable[[], int]) -> int:
    """Judges every answer that nobody has judged, a workbook after the other; how many orders that changed. What the
    decisions teach beside the policy is learned.

    Raises:
        Wait: if the database cannot be written to; what was not judged is judged the next time.
    """
    changed = 0
    while True:
        with store.reading() as connection:
            if not pending(connection):
                return changed
        with store.writing() as connection:
            _judge_workbook(connection, language, policy)
            crash_point("judging")
        changed += derive()


def _judge_workbook(connection: Connection, language: Language, policy: Policy) -> None:
    verdicts: list[Verdict] = []
    judged: dict[str, set[str]] = {}
    for one in pending(connection):  # asked again: another process may have been first
        try:
            _check_once(one.answer, judged, language)
            (kept,) = take(connection, _judged(connection, one, language), one.arrival_id, policy=policy)
            verdicts.append(Verdict(one.id, decision=kept.id))
        except Refuse as refuse:
            verdicts.append(Verdict(one.id, code=refuse.code, message=refuse.message))
    write_verdicts(connection, verdicts, datetime.now(UTC))


def _check_once(answer: Answer, judged: dict[str, set[str]], language: Language) -> None:
    """A row that was copied may split a line over several order lines, and decide nothing else twice."""
    if answer.key is None:
        return
    before = judged.setdefault(answer.key.place, set())
    if before and not (answer.target and answer.quantity and answer.target not in before and "" not in before):
        raise Refuse("ANSWERED_TWICE", label("decide.answered_twice", language))
    before.add(answer.target if answer.quantity else "")


def _judged(connection: Connection, one: Pending, language: Language) -> list[Decision]:
    answer = one.answer
    if answer.key is None:
        raise Refuse("ANSWER_WITHOUT_KEY", label("decide.answer_without_key", language))
    choice = _choice(answer, language)
    author = Author(one.author, one.received_at, answer.why)
    cases = cases_about(connection, answer.key.order, answer.key.document)
    if answer.key.about == "line":
        return _on_line(connection, author, answer, answer.key, choice, cases, language)
    return _on_deviation(connection, author, answer.key, choice, cases, language)


def _choice(answer: Answer, language: Language) -> Choice:
    """What was chosen, in whatever language the report was; an order line alone means: assign."""
    text = answer.decision.strip().casefold()
    if not text:
        return Choice.ASSIGN
    for choice in Choice:
        if text == choice.value or any(text == label(f"choice.{choice}", one).casefold() for one in LANGUAGES):
            return choice
    raise Refuse("CHOICE_UNKNOWN", label("decide.choice_unknown", language, text=answer.decision[:80]))


def _possible(choice: Choice, some: tuple[Choice, ...], language: Language) -> None:
    if choice not in some:
        listed = ", ".join(label(f"choice.{one}", language) for one in some)
        said = label(
            "decide.choice_not_possible", language, choice=label(f"choice.{choice}", language), possible=listed
        )
        raise Refuse("CHOICE_NOT_POSSIBLE", said)


def _on_deviation(
    connection: Connection, author: Author, key: RowKey, choice: Choice, cases: set[str], language: Language
) -> list[Decision]:
    deviation = _still_open(deviations_of(connection, cases), key, language)
    _possible(choice, choices(key.code, order_line=key.order_line is not None), language)
    if choice in _OF_VERDICTS:
        return [verdict(author, _OF_VERDICTS[choice], deviation)]
    if choice in _OF_DOCUMENTS:
        return on_document(connection, author, _OF_DOCUMENTS[choice], _document(connection, key, language), language)
    order = order_of_id(connection, key.order or "")
    if order is None:
        raise _overtaken(language, gone=True)
    line = line_meant(order, key.order_line or "", language)
    invoicing = choice is Choice.CLOSE_INVOICING
    return closing_of(author, DecisionKind.CLOSE, order, line, invoicing=invoicing, language=language)


def _still_open(found: list[Deviation], key: RowKey, language: Language) -> Deviation:
    """The deviation that a row is about, if it says what the row said."""
    keys = [(one, deviation_key(one)) for one in found]
    same = next((one for one, its in keys if its == key), None)
    if same is None:
        raise _overtaken(language, gone=all(its.topic != key.topic for _, its in keys))
    return same


def _on_line(
    connection: Connection,
    author: Author,
    answer: Answer,
    key: RowKey,
    choice: Choice,
    cases: set[str],
    language: Language,
) -> list[Decision]:
    there = [
        one
        for one in unmatched_of(connection, cases)
        if (one.document, one.document_line) == (key.document, key.document_line)
    ]
    line = next((one for one in there if line_fingerprint(one) == key.seen), None)
    if line is None:
        raise _overtaken(language, gone=not there)
    whole = line.document_line is None
    _possible(choice, placing_whole(line.document_type) if whole else placing(len(line.proposals)), language)
    if choice in VERDICTS:
        return [verdict(author, _OF_VERDICTS[choice], _deviation_of(deviations_of(connection, cases), line, language))]
    document = _document(connection, key, language)
    if whole:
        return _whole(connection, author, document, answer, language)
    document_line = document_line_meant(document, line.document_line or "", language)
    if choice is Choice.CHARGE:
        return charge(author, document=document, document_line=document_line, language=language)
    order, order_line = _target(answer, choice, line, language)
    known = order_meant(connection, order, language)
    return assignment(
        connection,
        author,
        document=document,
        document_line=document_line,
        order=known,
        line=line_meant(known, order_line, language),
        quantity=_quantity(answer.quantity, language),
        language=language,
    )


def _whole(
    connection: Connection, author: Author, document: Meant, answer: Answer, language: Language
) -> list[Decision]:
    """A document without lines, put on the order that a person wrote; so much of its value, if they gave a figure."""
    if not answer.target.strip():
        raise Refuse("ORDER_NOT_NAMED", label("decide.order_not_named", language))
    order, amount = order_meant(connection, answer.target.strip(), language), _quantity(answer.quantity, language)
    return assignment_as_a_whole(connection, author, document=document, order=order, amount=amount, language=language)


def _deviation_of(found: list[Deviation], line: UnmatchedLine, language: Language) -> Deviation:
    """The open deviation that speaks of an unmatched line, or of its document as a whole."""
    for place in ((line.code, line.document, line.document_line), (line.code, line.document, None)):
        for one in found:
            if (one.code, one.document, one.document_line) == place:
                return one
    raise _overtaken(language, gone=True)


def _document(connection: Connection, key: RowKey, language: Language) -> Meant:
    document = document_of_id(connection, key.document or "")
    if document is None:
        raise _overtaken(language, gone=True)
    return document


def _target(answer: Answer, choice: Choice, line: UnmatchedLine, language: Language) -> tuple[str, str]:
    """The order and its line: those of a proposal, or as a person wrote them."""
    if choice is not Choice.ASSIGN:
        proposal = line.proposals[PLACING.index(choice)]
        return proposal.order, proposal.order_line
    found = _LINE_OF_ORDER.fullmatch(answer.target.strip())
    if found is None:
        raise Refuse("ORDER_LINE_NOT_NAMED", label("decide.order_line_not_named", language, text=answer.target[:80]))
    order, order_line = found[1] or found[3], found[2] or found[4]
    return order.strip(), order_line.strip()


def _quantity(text: str, language: Language) -> Decimal | None:
    """A quantity as a person types it, with a point or a comma for decimals and nothing else."""
    if not text:
        return None
    try:
        return parse_number(text.replace(",", ".") if text.count(",") == 1 and "." not in text else text)
    except ValueError:
        raise Refuse("QUANTITY_NOT_USABLE", label("decide.number_expected", language, text=text[:80])) from None


def _overtaken(language: Language, *, gone: bool) -> Refuse:
    """What the row was about is not open any more, or says something else by now."""
    if gone:
        return Refuse("ANSWER_OVERTAKEN", label("decide.not_open_any_more", language))
    return Refuse("ANSWER_OVERTAKEN", label("decide.changed_since", language))
