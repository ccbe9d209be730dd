"""How values look on a terminal: cells, colours by status, the four tracks. Words carry everything that colours say."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from rich import box
from rich.table import Table
from rich.text import Text

from orders.deviations import Severity
from orders.message import Message
from orders.numbers import Quantity, plain
from orders.status import FULL, PARTIAL, TRACK_NONE, TRACK_OFF, Status, Track
from orders.wording import Language, label, say, written
from ordertrail.cli.shown import LONGEST_CELL, LONGEST_VALUE, short, shown

_COLOUR: Mapping[str, str] = {
    Status.CANCELLED: "bright_black",
    Status.REJECTED: "bold red",
    Status.PENDING: "yellow",
    Status.PARTIALLY_CONFIRMED: "yellow",
    Status.CONFIRMED: "cyan",
    Status.PARTIALLY_SHIPPED: "yellow",
    Status.SHIPPED: "blue",
    Status.PARTIALLY_RECEIVED: "yellow",
    Status.RECEIVED: "magenta",
    Status.PARTIALLY_INVOICED: "yellow",
    Status.INVOICED: "bold green",
}
_SEVERITY_COLOUR: Mapping[str, str] = {Severity.INFO: "cyan", Severity.REVIEW: "yellow", Severity.BLOCK: "bold red"}
_FILE_COLOUR: Mapping[str, str] = {
    "accepted": "green",
    "duplicate": "cyan",
    "rejected": "bold red",
    "waiting": "yellow",
}

_FULL_MARK, _PARTIAL_MARK, _NONE_MARK, _OFF_MARK, _ENDED_MARK = "●", "◐", "○", "·", "✕"
_MARK: Mapping[str, str] = (
    dict.fromkeys(FULL.values(), _FULL_MARK)
    | dict.fromkeys(PARTIAL.values(), _PARTIAL_MARK)
    | {TRACK_NONE: _NONE_MARK, TRACK_OFF: _OFF_MARK}
)
_LONGEST_KEPT = 16


def cell(value: str | None, style: str = "") -> Text:
    """A text from outside; nothing for None."""
    return Text(shown(short(value or "", LONGEST_CELL)), style=style, overflow="fold")


def sentence(message: Message, language: Language) -> str:
    """What a message says, beginning with a capital letter; its code and blanks where this version does not know it."""
    if any(len(value) > LONGEST_VALUE for value in message.args.values()):
        message = Message(message.code, {name: short(value) for name, value in message.args.items()})
    try:
        text = say(message, language)
    except KeyError:
        text = " ".join((message.code, *message.args.values()))
    return text[:1].upper() + text[1:]


def number_cell(value: Quantity | None, language: Language, style: str = "") -> Text:
    """A quantity as the language writes it; a 0 stands back."""
    if value is None:
        return Text("")
    return Text(written(plain(value), "number", language), style=style or ("" if value else "dim"), justify="right")


def unit_text(unit: str | None, language: Language) -> str:
    """A unit as people write it; the code where it has no common name."""
    return written(unit, "unit", language) if unit else ""


def money_cell(value: Decimal | None, currency: str | None, language: Language) -> Text:
    """An amount with its currency."""
    if value is None:
        return Text("")
    return Text(written(f"{plain(value)} {currency or ''}".strip(), "money", language), justify="right", no_wrap=True)


def day_cell(day: date | None, language: Language, style: str = "") -> Text:
    """A day as the language writes it."""
    return Text(written(day.isoformat(), "date", language) if day else "", style=style, no_wrap=True)


def status_cell(status: str, language: Language) -> Text:
    """The label of a status, or of a track's value, in its colour."""
    return Text(label(f"status.{status}", language), style=_COLOUR.get(status, "dim"))


def track_cell(value: str | None) -> Text:
    """How far a track is, as one character."""
    return Text(_MARK.get(value or TRACK_OFF, _ENDED_MARK), style=_COLOUR.get(value or "", "dim"), justify="center")


def severity_cell(severity: Severity, language: Language) -> Text:
    """How much a deviation matters, in its colour."""
    return Text(label(f"severity.{severity}", language), style=_SEVERITY_COLOUR[severity])


def file_state_cell(state: str, language: Language) -> Text:
    """What became of a file, in its colour."""
    return Text(label(f"file.{state}", language), style=_FILE_COLOUR.get(state, ""))


def tracks_text(tracks: Mapping[Track, str], language: Language) -> Text:
    """The four tracks in words: "Response ● Confirmed   Shipment ◐ Partially shipped"."""
    parts = []
    for track in Track:
        value = str(tracks.get(track, TRACK_OFF))
        name = Text(f"{label(f'track.{track}', language)} ", style="dim")
        parts.append(name + track_cell(value) + " " + status_cell(value, language))
    return Text("   ").join(parts)


def legend(language: Language) -> Text:
    """What the letters and characters of the tracks mean."""
    tracks = [f"{track_letter(track, language)} {label(f'track.{track}', language)}" for track in Track]
    marks = ((_FULL_MARK, "full"), (_PARTIAL_MARK, "partial"), (_NONE_MARK, "none"), (_OFF_MARK, "off"))
    meanings = [f"{mark} {label(f'cli.mark_{name}', language)}" for mark, name in marks]
    return Text(f"{', '.join(tracks)}: {', '.join(meanings)}", style="dim")


def track_letter(track: Track, language: Language) -> str:
    """The letter that stands over a track's column."""
    return label(f"track.{track}", language)[0]


def grid(*headings: str, title: str | None = None) -> Table:
    """An empty table. A heading that begins with ">" is of a column of figures, one with "|" is centred."""
    table = Table(
        box=box.SIMPLE_HEAD,
        title=title,
        title_justify="left",
        title_style="bold",
        show_edge=False,
        padding=(0, 1, 0, 0),
    )
    for heading in headings:
        justify = {">": "right", "|": "center"}.get(heading[:1], "left")
        table.add_column(
            heading.lstrip(">|"),
            justify=justify,  # type: ignore[arg-type]  # one of rich's own words
            overflow="fold",
            no_wrap=justify != "left",
        )
    return table


def headings(codes: Iterable[str], language: Language) -> Iterator[str]:
    """The headings of these codes; a mark before the code stays before the heading."""
    for code in codes:
        mark = code[0] if code[0] in ">|" else ""
        yield mark + label(code.lstrip(">|"), language)


def add_rows(table: Table, rows: Iterable[Iterable[Text]]) -> Table:
    """The table, with rows. Where there is little room, whole words keep theirs as long as they are not too long."""
    for row in rows:
        cells = list(row)
        table.add_row(*cells)
        for column, cell in zip(table.columns, cells, strict=True):
            column.min_width = max(column.min_width or 0, _longest_word(cell.plain))
    return table


def _longest_word(text: str) -> int:
    return min(_LONGEST_KEPT, max(map(len, text.split()), default=0))
