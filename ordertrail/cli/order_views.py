"""Orders for people: the list, and the sheet of one order. Values in, rich values out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from orders.assessment import By, Deviation, DocumentAssessment, LineAssessment, OrderAssessment, Proposal
from orders.document import DocumentType
from orders.status import Track
from orders.wording import Language, label, written
from ordertrail.cli import looks
from ordertrail.cli.shown import short, shown
from ordertrail.cli.trail import TrailEntry
from reports.decidable import command, possible
from reports.remarks import to_know

WIDE = 110
"""Columns of a terminal from which the list shows dates and amounts too."""
WIDE_LINES = 130
"""Columns from which the lines of an order do."""


def order_list(orders: Iterable[tuple[OrderAssessment, int]], language: Language, width: int) -> Table:
    """A row an order, with the number of its open deviations."""
    wide = width >= WIDE
    table = looks.grid(
        *looks.headings(("cli.order", "cli.supplier", *(["cli.issued"] if wide else ()), "cli.status"), language),
        *(f"|{looks.track_letter(track, language)}" for track in Track),
        *looks.headings(([">cli.ordered_value"] if wide else []) + [">cli.open_deviations"], language),
    )
    return looks.add_rows(table, (_order_row(order, deviations, language, wide) for order, deviations in orders))


def order_sheet(
    order: OrderAssessment,
    deviations: Sequence[Deviation],
    documents: Sequence[DocumentAssessment],
    files: Mapping[str, str],
    trail: Sequence[TrailEntry],
    language: Language,
    width: int,
) -> Iterator[RenderableType]:
    """One order from head to trail."""
    yield from _head(order, language)
    yield ""
    yield _lines(order, language, wide=width >= WIDE_LINES)
    if width < WIDE_LINES:
        yield from _remarks(order, language)
    yield ""
    yield _documents(documents, files, language)
    if deviations:
        yield ""
        yield deviation_table(((one, ()) for one in deviations), language, title=label("cli.deviations", language))
    if trail:
        yield ""
        yield _trail(trail, language)
    if order.missing:
        yield ""
        yield Text(label("cli.missing", language), style="bold")
        yield from (Text(f"• {shown(looks.sentence(message, language))}") for message in order.missing)


def deviation_table(
    deviations: Iterable[tuple[Deviation, Sequence[Proposal]]],
    language: Language,
    *,
    title: str | None = None,
    with_order: bool = False,
) -> Table:
    """A row a deviation, with what is proposed for what it could not place."""
    order_heading = ("cli.order",) if with_order else ()
    table = looks.grid(
        *looks.headings(("cli.severity", *order_heading, "cli.line", "cli.what", "cli.document"), language),
        *looks.headings(("cli.message", ">cli.amount"), language),
        title=title,
    )
    return looks.add_rows(table, (_deviation_row(*one, language, with_order) for one in deviations))


def document_text(kind: DocumentType | None, number: str | None, language: Language) -> str:
    """A document for people: "Rechnung TOSL108"."""
    return "" if kind is None else f"{label(f'document.{kind}', language)} {short(number or '')}".strip()


def _order_row(order: OrderAssessment, deviations: int, language: Language, wide: bool) -> Iterator[Text]:
    yield looks.cell(order.number if order.revision < 2 else f"{order.number} ({order.revision})", "bold")
    yield looks.cell(order.supplier)
    if wide:
        yield looks.day_cell(order.issue_date, language)
    yield looks.status_cell(order.status, language)
    yield from (looks.track_cell(order.tracks.get(track)) for track in Track)
    if wide:
        amounts = [line.ordered_amount for line in order.lines if line.ordered_amount is not None]
        yield looks.money_cell(sum(amounts, Decimal(0)), order.currency, language) if amounts else Text("")
    yield Text(str(deviations or ""), style="yellow")


def _head(order: OrderAssessment, language: Language) -> Iterator[Text]:
    title = label("cli.order_title", language, number=short(order.number), revision=str(order.revision))
    yield Text(shown(title), style="bold")
    parties = [f"{short(order.supplier or '–')} → {short(order.buyer or '–')}", order.currency or ""]
    if order.issue_date:
        parties.append(written(order.issue_date.isoformat(), "date", language))
    yield Text(shown("  ·  ".join(part for part in parties if part)), style="dim")
    yield looks.status_cell(order.status, language) + _override(order, language)
    yield looks.tracks_text(order.tracks, language)
    if order.unanswered:
        yield Text(label("cli.unanswered", language, count=str(order.unanswered)), style="yellow")
    if len(order.revisions) > 1:
        yield Text("   ").join(
            Text(f"{label('cli.revision', language)} {one.revision}: ") + looks.status_cell(one.status, language)
            for one in order.revisions
        )


def _override(order: OrderAssessment, language: Language) -> Text:
    if order.override is None:
        return Text("")
    return Text("  " + label("cli.overridden", language, status=order.derived_status.value), style="dim")


def _lines(order: OrderAssessment, language: Language, *, wide: bool) -> Table:
    figures = (">cli.ordered", ">cli.confirmed", ">cli.shipped", ">cli.received", ">cli.invoiced")
    more = ("cli.wanted", "cli.promised", "cli.status") if wide else ()
    headings = looks.headings(("cli.line", "cli.item", "cli.unit", *figures, *more), language)
    table = looks.grid(*headings, title=label("cli.lines", language))
    return looks.add_rows(table, (_line_row(line, order.currency, language, wide) for line in order.lines))


def _line_row(line: LineAssessment, currency: str | None, language: Language, wide: bool) -> Iterator[Text]:
    yield looks.cell(line.line, "bold strike" if line.deleted else "bold")
    yield looks.cell(" ".join(part for part in (line.supplier_item or line.buyer_item, line.name) if part))
    yield looks.cell(currency if line.by is By.AMOUNT else looks.unit_text(line.unit, language))
    for ledger in (line.ordered, line.confirmed, line.shipped, line.received, line.invoiced):
        yield looks.number_cell(ledger, language) if line.by is not By.TEXT else Text("")
    if wide:
        yield looks.day_cell(line.requested_date, language)
        late = bool(line.confirmed_date and line.requested_date and line.confirmed_date > line.requested_date)
        yield looks.day_cell(line.confirmed_date, language, "yellow" if late else "")
        yield looks.status_cell(line.status, language) + Text(f" {_to_know(line, language)}".rstrip(), style="dim")


def _to_know(line: LineAssessment, language: Language) -> str:
    return ", ".join(looks.sentence(message, language) for message in to_know(line))


def _remarks(order: OrderAssessment, language: Language) -> Iterator[Text]:
    """What the lines' own rows have no room for."""
    for line in order.lines:
        if said := _to_know(line, language):
            yield looks.cell(f"{label('cli.line', language)} {line.line}: {said}", "dim")


def _documents(documents: Iterable[DocumentAssessment], files: Mapping[str, str], language: Language) -> Table:
    headings = looks.headings(("cli.document", "cli.issued", ">cli.gross", "cli.counts", "cli.file"), language)
    table = looks.grid(*headings, title=label("cli.documents", language))
    return looks.add_rows(table, (_document_row(one, files.get(one.document), language) for one in documents))


def _document_row(document: DocumentAssessment, file: str | None, language: Language) -> Iterator[Text]:
    yield looks.cell(document_text(document.type, document.number, language))
    yield looks.day_cell(document.issue_date, language)
    yield looks.money_cell(document.gross, document.currency, language)
    counts = label("cli.yes" if document.counted else "cli.no", language)
    reason = f": {label(f'reason.{document.reason}', language)}" if document.reason else ""
    yield Text(counts + reason, style="green" if document.counted else "yellow")
    yield looks.cell(file, "dim")


def _deviation_row(
    one: Deviation, proposals: Sequence[Proposal], language: Language, with_order: bool
) -> Iterator[Text]:
    yield looks.severity_cell(one.severity, language)
    if with_order:
        yield looks.cell(one.order_number, "bold" if one.order else "dim")
    yield looks.cell(one.order_line)
    decided = "" if one.state == "open" else f" ({label(f'state.{one.state}', language)})"
    yield Text(label(f"deviation.{one.code}", language)) + Text(decided, style="green")
    place = f" ({label('cli.line', language)} {one.document_line})" if one.document_line else ""
    yield looks.cell(document_text(one.document_type, one.document_number, language) + place)
    messages = (one.message, *(proposal.evidence for proposal in proposals))
    said = looks.cell("\n".join(looks.sentence(message, language) for message in messages))
    yield said if one.state != "open" else said + "\n" + looks.cell(_to_decide(one, proposals, language), "dim")
    yield looks.money_cell(one.amount, one.currency, language)


def _to_decide(deviation: Deviation, proposals: Sequence[Proposal], language: Language) -> str:
    """What a person can decide, and the command that does the first of it."""
    names = ", ".join(label(f"choice.{choice}", language) for choice in possible(deviation))
    return f"{names}: {command(deviation, proposals=proposals)}"


def _trail(trail: Iterable[TrailEntry], language: Language) -> Table:
    headings = looks.headings(("cli.when", "cli.what", "cli.who"), language)
    return looks.add_rows(
        looks.grid(*headings, title=label("cli.trail", language)),
        (
            (
                looks.day_cell(one.day, language),
                looks.cell(looks.sentence(one.what, language)),
                looks.cell(one.who, "dim"),
            )
            for one in trail
        ),
    )
