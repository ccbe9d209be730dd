"""`decide …`: judges, keeps, derives, and says what changed."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NoReturn

from rich.text import Text
from sqlalchemy import Connection

from orders.case import Decision, DecisionKind
from orders.deviations import DeviationCode
from orders.errors import Refuse
from orders.numbers import parse_number
from orders.saying import decision_message
from orders.status import Status
from orders.wording import Language, label
from ordertrail.cli import looks
from ordertrail.cli.authors import author_of, open_to_derive
from ordertrail.cli.decision_words import NO_ORDER, Kind, Track
from ordertrail.cli.invocation import Invocation
from ordertrail.cli.lessons import told_of
from ordertrail.cli.terminal import print_answer, print_json, print_remark
from ordertrail.deciding.judging import (
    Draft,
    assignment,
    assignment_as_a_whole,
    charge,
    closing_of,
    on_document,
    override,
    verdicts,
)
from ordertrail.deciding.naming import document_line_meant, document_meant, line_meant, order_meant
from ordertrail.deciding.taking import Change, Outcome, decide, standing_of_kind, take_back
from ordertrail.questions.decisions import Taken, all_decisions, decisions_of
from ordertrail.questions.learned import learned_json


def judge(
    here: Invocation,
    kind: Kind,
    order: str,
    code: DeviationCode,
    *,
    line: str | None,
    document: str | None,
    by: str | None,
    why: str,
) -> None:
    """`decide accept`, `decide reject`."""
    author, language = author_of(by, why), here.settings.language
    if order == NO_ORDER and document is None:
        raise Refuse("DOCUMENT_NOT_NAMED", label("decide.order_or_document", language))

    def draft(connection: Connection) -> list[Decision]:
        known = None if order == NO_ORDER else order_meant(connection, order, language)
        named = None if line is None or known is None else line_meant(known, line, language).line
        meant = None if document is None else document_meant(connection, document, language)
        return verdicts(
            connection, author, DecisionKind(kind), code, order=known, line=named, document=meant, language=language
        )

    _decide(here, draft)


def put(
    here: Invocation,
    document: tuple[str, str],
    order: tuple[str, str],
    quantity: str | None,
    *,
    teach: bool,
    by: str | None,
    why: str,
) -> None:
    """`decide assign`: the document with its line, the order with its line."""
    author, language = author_of(by, why), here.settings.language
    amount = None if quantity is None else _quantity(quantity, language)

    def draft(connection: Connection) -> list[Decision]:
        meant = document_meant(connection, document[0], language)
        known = order_meant(connection, order[0], language)
        return assignment(
            connection,
            author,
            document=meant,
            document_line=document_line_meant(meant, document[1], language),
            order=known,
            line=line_meant(known, order[1], language),
            quantity=amount,
            language=language,
        )

    _decide(here, draft, teach=teach)


def put_whole(here: Invocation, document: str, order: str, amount: str | None, *, by: str | None, why: str) -> None:
    """`decide assign` of a document without lines: to an order, or so much of it."""
    author, language = author_of(by, why), here.settings.language
    part = None if amount is None else _quantity(amount, language)

    def draft(connection: Connection) -> list[Decision]:
        meant = document_meant(connection, document, language)
        known = order_meant(connection, order, language)
        return assignment_as_a_whole(connection, author, document=meant, order=known, amount=part, language=language)

    _decide(here, draft)


def put_nothing(here: Invocation, places: int, quantity: str | None, amount: str | None) -> NoReturn:
    """`decide assign` that says too little, too much, or a figure of the wrong kind.

    Raises:
        Refuse: always.
    """
    language = here.settings.language
    if places == 1 and quantity is not None:
        raise Refuse("QUANTITY_NOT_USABLE", label("decide.quantity_of_a_line", language))
    if places == 3 and amount is not None:
        raise Refuse("AMOUNT_NOT_USABLE", label("decide.amount_of_a_document", language))
    raise Refuse("WHAT_TO_ASSIGN", label("decide.what_to_assign", language))


def declare_charge(here: Invocation, document: str, line: str, *, teach: bool, by: str | None, why: str) -> None:
    """`decide charge`."""
    author, language = author_of(by, why), here.settings.language

    def draft(connection: Connection) -> list[Decision]:
        meant = document_meant(connection, document, language)
        named = document_line_meant(meant, line, language)
        return charge(author, document=meant, document_line=named, language=language)

    _decide(here, draft, teach=teach)


def shut(here: Invocation, kind: Kind, order: str, line: str, track: Track, *, by: str | None, why: str) -> None:
    """`decide close`, `decide reopen`."""
    author, language = author_of(by, why), here.settings.language

    def draft(connection: Connection) -> list[Decision]:
        known = order_meant(connection, order, language)
        about = line_meant(known, line, language)
        return closing_of(author, DecisionKind(kind), known, about, invoicing=track == "invoicing", language=language)

    _decide(here, draft)


def mark(here: Invocation, kind: Kind, document: str, *, by: str | None, why: str) -> None:
    """`decide replacement`, `decide duplicate`, `decide count`."""
    author, language = author_of(by, why), here.settings.language

    def draft(connection: Connection) -> list[Decision]:
        return on_document(
            connection, author, DecisionKind(kind), document_meant(connection, document, language), language
        )

    _decide(here, draft)


def set_status(here: Invocation, order: str, status: Status, line: str | None, *, by: str | None, why: str) -> None:
    """`decide status`."""
    author, language = author_of(by, why), here.settings.language

    def draft(connection: Connection) -> list[Decision]:
        known = order_meant(connection, order, language)
        return override(author, known, None if line is None else line_meant(known, line, language), status)

    _decide(here, draft)


def take_back_decisions(
    here: Invocation,
    decision: int | None,
    order: str | None,
    kind: Kind | None,
    line: str | None,
    *,
    by: str | None,
    why: str,
) -> None:
    """`decide revoke`: by number, or all of a kind on an order."""
    author, language = author_of(by, why), here.settings.language
    by_kind = order is not None and kind is not None
    if (decision is None) is not by_kind or (decision is not None and (order or kind or line)):
        raise Refuse("WHAT_TO_REVOKE", label("decide.what_to_revoke", language))

    def ids(connection: Connection) -> Sequence[int]:
        if decision is not None or order is None or kind is None:
            return [decision or 0]
        return standing_of_kind(connection, order, DecisionKind(kind), line, language)

    with open_to_derive(here) as (store, derive):
        _tell(here, take_back(store, ids, author, derive))


def list_decisions(here: Invocation, order: str | None, *, revoked_too: bool) -> None:
    """`decide list`."""
    language = here.settings.language
    with open_to_derive(here) as (store, _), store.reading() as connection:
        known = None if order is None else order_meant(connection, order, language)
        found = all_decisions(connection) if known is None else decisions_of(connection, known)
        wanted = (one for one in found if revoked_too or one.stands)
        if here.json:
            for one in wanted:
                print_json(one.as_json())
            return
        rows = list(wanted)
    if not rows:
        print_remark(label("cli.no_decisions", language))
        return
    headings = looks.headings((">cli.id", "cli.when", "cli.order", "cli.what", "cli.who"), language)
    print_answer(looks.add_rows(looks.grid(*headings), (_row(one, language) for one in rows)))


def _decide(here: Invocation, draft: Draft, *, teach: bool = False) -> None:
    with open_to_derive(here) as (store, derive):
        _tell(here, decide(store, draft, derive, here.settings.policy if teach else None))


def _quantity(text: str, language: Language) -> Decimal:
    try:
        return parse_number(text)
    except ValueError:
        raise Refuse("QUANTITY_NOT_USABLE", label("decide.number_expected", language, text=text)) from None


def _tell(here: Invocation, outcome: Outcome) -> None:
    language = here.settings.language
    if here.json:
        for one in outcome.taken:
            changes = [_change_json(change) for change in outcome.changes]
            learned = [learned_json(each) for each in outcome.learned if each.decision == one.decision.id]
            print_json(one.as_json() | {"changes": changes, "learned": learned})
        return
    for one in outcome.taken:
        print_answer(Text(f"{one.decision.id}  ", style="dim") + Text(_sentence(one, language)))
    told = "learned.told" if all(one.stands for one in outcome.taken) else "learned.unlearned"
    print_answer(*(Text(f"   {told_of(told, one, language)}") for one in outcome.learned))
    print_answer(*(_change(one, language) for one in outcome.changes))


def _change_json(change: Change) -> dict[str, str | None]:
    return {"order": change.order, "line": change.line, "before": change.before, "after": change.after}


def _change(change: Change, language: Language) -> Text:
    about = label("cli.order", language) + f" {change.order}"
    if change.line is not None:
        about = f"  {label('cli.line', language)} {change.line}"
    text = Text(f"{about}: ") + looks.status_cell(change.before or "", language)
    if change.before == change.after:
        return text + Text(f" ({label('cli.unchanged', language)})", style="dim")
    return text + " → " + looks.status_cell(change.after or "", language)


def _sentence(taken: Taken, language: Language) -> str:
    said = looks.sentence(decision_message(taken.decision, taken.type, taken.number), language).strip()
    if taken.revoked is None:
        return said
    args = {"id": str(taken.decision.id), "why": taken.revoked.said}
    return f"{label('decided.revoked', language, **args).strip()} ({said})"


def _row(taken: Taken, language: Language) -> Iterable[Text]:
    decision = taken.decision
    by = decision.taken_by if taken.file is None else f"{decision.taken_by} ({taken.file})"
    yield Text(str(decision.id), style="bold")
    yield looks.day_cell(decision.taken_at.astimezone().date(), language)
    yield looks.cell(taken.order_number)
    yield looks.cell(_sentence(taken, language), "" if taken.stands else "dim")
    yield looks.cell(by, "dim")
