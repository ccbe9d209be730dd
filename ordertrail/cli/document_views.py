"""A normalized document for people: its head, its lines and what is wrong with it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from orders.document import Charge, Document, Line, Party
from orders.wording import Language, label, written
from orders.wording.errors import translated
from ordertrail.cli import looks
from ordertrail.cli.order_views import document_text
from ordertrail.cli.shown import shown
from ordertrail.reader.outcome import Failed


def document_sheet(file: str, document: Document, language: Language) -> Iterator[RenderableType]:
    """Everything that was understood of one document."""
    yield Text(shown(document_text(document.type, document.number, language)), style="bold")
    yield _head(file, document, language)
    if document.lines:
        yield _lines(document, language)
    if document.issues:
        yield _issues(document, language)


def error_text(file: str, why: Failed, language: Language) -> Text:
    """Why no document could be made of a file."""
    place = f" ({why.where})" if why.where else ""
    text = Text(shown(f"{file}: "), style="bold")
    text += Text(shown(f"{translated(why.message, language)}{place}"), style="red")
    return text + Text(shown(f" {translated(why.hint, language)}"), style="dim") if why.hint else text


def _head(file: str, document: Document, language: Language) -> Table:
    table = Table.grid(padding=(0, 2))
    for code, value in _head_fields(document, language):
        if value:
            table.add_row(Text(label(code, language), style="dim"), looks.cell(value))
    table.add_row(Text(label("cli.file", language), style="dim"), looks.cell(file))
    return table


def _head_fields(document: Document, language: Language) -> Iterator[tuple[str, str]]:
    currency = document.currency
    yield "cli.format", " ".join(part for part in (document.format, document.profile) if part)
    yield "cli.issued", _day(document.issue_date, language)
    yield "cli.supplier", _party(document.supplier)
    yield "cli.buyer", _party(document.buyer)
    yield "cli.order", ", ".join(reference.number for reference in document.order_references)
    yield "cli.refers_to", ", ".join(_references(document))
    yield "cli.answer", document.response.value if document.response else ""
    yield "cli.revision", document.revision or ""
    yield "cli.due", _day(document.due_date, language)
    yield "cli.delivery", _day(document.delivery_date, language)
    yield "cli.charges", ", ".join(_charge(one, currency, language) for one in document.charges)
    yield "cli.net", _money(document.totals.net, currency, language)
    yield "cli.tax", _money(document.totals.tax, currency, language)
    yield "cli.gross", _money(document.totals.gross, currency, language)


def _references(document: Document) -> Iterator[str]:
    yield from document.despatch_references
    yield from document.receipt_references
    yield from document.invoice_references
    yield from document.contract_references
    yield from document.replaces
    yield from document.cancels


def _lines(document: Document, language: Language) -> Table:
    table = looks.grid(
        *looks.headings(("cli.line", "cli.order", "cli.order_line", "cli.item", ">cli.quantity", "cli.unit"), language),
        *looks.headings((">cli.price", ">cli.amount", "cli.delivery", "cli.answer"), language),
    )
    for line in document.lines:
        table.add_row(*_line_row(line, document.currency, language))
    return table


def _line_row(line: Line, currency: str | None, language: Language) -> Iterator[Text]:
    yield looks.cell(line.id, "bold")
    yield looks.cell(line.order_number)
    yield looks.cell(line.order_line)
    item = line.supplier_item or line.buyer_item or line.gtin
    yield looks.cell(" ".join(part for part in (item, line.name or line.description) if part))
    yield looks.number_cell(line.quantity, language)
    unit = looks.unit_text(line.unit, language)
    yield looks.cell(unit if line.unit_text in (None, unit) else f"{unit or '?'} ({line.unit_text})")
    yield looks.number_cell(line.unit_price, language)
    yield looks.money_cell(line.line_amount, currency, language)
    yield looks.day_cell(line.promised_date or line.delivery_date or line.requested_date, language)
    yield looks.cell(line.response.value if line.response else None)


def _issues(document: Document, language: Language) -> Table:
    headings = looks.headings(("cli.what", "cli.place", "cli.message"), language)
    table = looks.grid(*headings, title=label("cli.issues", language))
    for issue in document.issues:
        said = looks.cell(translated(issue.message, language))
        table.add_row(looks.cell(issue.code, "yellow"), looks.cell(issue.where), said)
    return table


def _party(party: Party | None) -> str:
    if party is None:
        return ""
    ids = [f"{one.scheme}:{one.value}" if one.scheme else one.value for one in party.ids]
    return " · ".join(part for part in (party.name, *ids, party.vat_id) if part)


def _charge(charge: Charge, currency: str | None, language: Language) -> str:
    return f"{charge.text or charge.code or ''} {_money(charge.amount, currency, language)}".strip()


def _day(day: date | None, language: Language) -> str:
    return written(day.isoformat(), "date", language) if day else ""


def _money(amount: Decimal | None, currency: str | None, language: Language) -> str:
    return "" if amount is None else written(f"{amount:f} {currency or ''}".strip(), "money", language)
