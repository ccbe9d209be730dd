"""`orders`, `show`, `explain`, `exceptions`, `files`: asks the store, and prints what it says."""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from itertools import chain, groupby

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from orders.assessment import Deviation
from orders.deviations import DeviationCode, Severity
from orders.errors import Refuse
from orders.status import Status
from orders.wording import Language, label, written
from orders.wording.errors import translated
from ordertrail.cli import looks
from ordertrail.cli.explanation import explanation, heading, sentence_json
from ordertrail.cli.invocation import Invocation
from ordertrail.cli.order_views import deviation_table, order_list, order_sheet
from ordertrail.cli.shown import shown
from ordertrail.cli.terminal import answers, print_answer, print_json, print_remark
from ordertrail.cli.trail import trail
from ordertrail.config import Settings
from ordertrail.questions.answers import (
    Answer,
    Filter,
    decisions_on,
    file_names,
    order_now,
    orders_as_of,
    orders_now,
    stored_id,
)
from ordertrail.questions.arrivals import CameIn, files_that_came
from ordertrail.questions.exceptions import exceptions_as_of, open_exceptions
from ordertrail.questions.finding import find_order
from ordertrail.store.bulk import chunks
from ordertrail.store.dirty import count_marks
from ordertrail.store.engine import Store, open_store
from ordertrail.workplace import has_contents
from reports.order_json import exception_json, order_json

PAGE = 200
TO_BE_DEALT_WITH = frozenset({"rejected", "waiting"})
"""States of files that somebody may want to try again: their ids are shown."""

ID_LENGTH = 28
"""An id is never broken: it is there to be copied."""

_SEVEREST = (Severity.BLOCK, Severity.REVIEW, Severity.INFO)


def list_orders(here: Invocation, *, status: Status | None, supplier: str | None, as_of: date | None) -> None:
    """The order list."""
    settings, wanted = here.settings, Filter(status, supplier)
    with _open(settings) as store:
        found = orders_now(store, wanted) if as_of is None else orders_as_of(store, settings.policy, as_of, wanted)
        if here.json:
            for some in chunks(found, PAGE):
                files = _file_names(store, some)
                for one in some:
                    row = order_json(one.order, one.deviations, one.documents, files, settings.language, lines=False)
                    print_json(row)
            return
        rows = [(one.order, one.open_deviations) for one in found]
    if not rows:
        print_remark(label("cli.no_orders", settings.language))
        return
    print_answer(order_list(rows, settings.language, answers().width), "", looks.legend(settings.language))


def show_order(here: Invocation, text: str, *, as_of: date | None) -> None:
    """One order with lines, documents, deviations and trail."""
    settings = here.settings
    with _open(settings) as store:
        one = _find(store, settings, text, as_of)
        files = _file_names(store, [one])
        if here.json:
            print_json(order_json(one.order, one.deviations, one.documents, files, settings.language))
            return
        events = trail(one.order, one.documents, decisions_on(store, one.order, as_of), settings.language)
    width = answers().width
    print_answer(*order_sheet(one.order, one.deviations, one.documents, files, events, settings.language, width))


def explain_order(here: Invocation, text: str, line: str | None, *, as_of: date | None) -> None:
    """Why an order, or one line of it, stands where it stands, or stood at the end of a day."""
    settings, language = here.settings, here.settings.language
    with _open(settings) as store:
        one = _find(store, settings, text, as_of)
        files = _file_names(store, [one])
        decided = [taken for taken in decisions_on(store, one.order, as_of) if taken.stands]
    lines = [each.line for each in one.order.lines]
    if line is not None and line not in lines:
        args = {"order": one.order.number, "line": line, "lines": ", ".join(lines)}
        raise Refuse("LINE_UNKNOWN", label("cli.line_unknown", language, **args))
    day = as_of or datetime.now().astimezone().date()
    sentences = explanation(one.order, one.deviations, one.documents, line, day, decided)
    if here.json:
        for sentence in sentences:
            print_json(sentence_json(one.order, sentence, files, language))
        return
    for kind, some in groupby(sentences, lambda one: "line" if one.kind == "allocation" else one.kind):
        print_answer(Text(heading(kind, language), style="bold"))
        for sentence in some:
            indent = 4 if sentence.kind == "allocation" else 2
            print_answer(Padding(Text(shown(sentence.text(language))), (0, 0, 0, indent)))


def list_exceptions(here: Invocation, code: DeviationCode | None, *, as_of: date | None) -> None:
    """Open deviations and unmatched lines, of today or as they were at the end of a day."""
    language = here.settings.language
    with _open(here.settings) as store:
        policy = here.settings.policy
        found = exceptions_as_of(store, policy, as_of, code) if as_of else open_exceptions(store, code)
        if here.json:
            for one in found:
                print_json(exception_json(one.deviation, language, one.proposals))
            return
        rows = sorted(found, key=lambda one: _urgency(one.deviation))
    if not rows:
        print_remark(label("cli.no_exceptions", language))
        return
    print_answer(deviation_table(rows, language, with_order=True))


def list_files(here: Invocation, state: str | None) -> None:
    """What came in, and what became of it."""
    language = here.settings.language
    with _open(here.settings) as store:
        found = files_that_came(store, language, state)
        if here.json:
            for one in found:
                print_json(one.as_json(language))
            return
        first = next(found, None)
        if first is None:
            print_remark(label("cli.no_files", language))
            return
        print_answer(_file_table(chain([first], found), language))


@contextmanager
def _open(settings: Settings) -> Iterator[Store]:
    """The store; says so if documents are not matched yet."""
    in_use = has_contents(settings.folders.archive)
    with closing(open_store(settings.database_url, create=False, archive_in_use=in_use)) as store:
        with store.reading() as connection:
            waiting = count_marks(connection)
        if waiting:
            print_remark(label("cli.not_derived_yet", settings.language, count=str(waiting)))
        yield store


def _find(store: Store, settings: Settings, text: str, as_of: date | None) -> Answer:
    found = find_order(store, text, settings.language)
    if as_of is None:
        return order_now(store, found.id)
    for one in orders_as_of(store, settings.policy, as_of, Filter(), number=found.number):
        if stored_id(one.order) == found.id:
            return one
    day = as_of.isoformat()
    raise Refuse("ORDER_UNKNOWN", label("cli.order_unknown_then", settings.language, order=text, date=day))


def _file_names(store: Store, some: Iterable[Answer]) -> dict[str, str]:
    return file_names(store, (document.document for one in some for document in one.documents))


def _urgency(deviation: Deviation) -> tuple[int, float, str]:
    return _SEVEREST.index(deviation.severity), -float(deviation.amount or 0), deviation.order_number or ""


def _file_table(files: Iterable[CameIn], language: Language) -> Table:
    headings = ("cli.received_at", "cli.file", "cli.state", "cli.documents", "cli.message")
    table = looks.add_rows(looks.grid(*looks.headings(headings, language)), (_file_row(one, language) for one in files))
    table.columns[-1].min_width = ID_LENGTH
    return table


def _document(name: str, language: Language) -> str:
    kind, _, number = name.partition(" ")
    return f"{written(kind, 'document', language)} {number}".rstrip()


def _file_row(file: CameIn, language: Language) -> Iterator[Text]:
    yield looks.day_cell(file.received_at.astimezone().date(), language)
    yield looks.cell(file.name)
    yield looks.file_state_cell(file.state, language)
    yield Text("\n").join(looks.cell(_document(one, language)) for one in file.documents)
    said = [
        translated(file.message or "", language),
        file.where and f"({file.where})",
        translated(file.hint or "", language),
    ]
    explanation = looks.cell(" ".join(part for part in said if part))
    if file.state in TO_BE_DEALT_WITH:
        explanation += Text(f"\n{file.id}", style="dim")
    yield explanation
