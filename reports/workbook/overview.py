"""The first sheet: key figures, charts, what is at stake, what the statuses mean, and the way to the other sheets."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from xlsxwriter.workbook import Workbook

from orders.deviations import DeviationCode, Severity, severity
from orders.status import Status
from reports.edition import Edition
from reports.figures import Figures, Tally
from reports.progress import DueClass
from reports.workbook import palette
from reports.workbook.canvas import Canvas
from reports.workbook.charts import Bars, bar_chart
from reports.workbook.formats import Formats

_LEFT, _GUTTER, _RIGHT, _END = 1, 7, 8, 13  # two halves of six columns
_COLUMN_WIDTH = 11.7
_CHART_TOP, _CHART_ROWS, _ROW_HEIGHT = 7, 15, 18
_CHART_WIDTH, _CHART_GAP = 349, 8
_TABLES_TOP = _CHART_TOP + _CHART_ROWS + 1
_KINDS = 8  # of exceptions that are named
_FEWEST_BARS = 5  # fewer would be as thick as walls
_CURRENCIES = 8  # that have sums of their own
_A4 = 9
_CURRENCY = re.compile("[A-Z]{3}", re.ASCII)


class Overview:
    """The sheet, made before all others so that it comes first, and drawn when everything is counted."""

    def __init__(self, workbook: Workbook, edition: Edition, formats: Formats) -> None:
        self._workbook = workbook
        self._edition = edition
        self._name = edition.text("sheet.overview")
        self._canvas = Canvas(workbook.add_worksheet(self._name), formats, edition.text("report.cut"))
        self._currency = ""

    def draw(self, figures: Figures, rows: Mapping[str, int]) -> None:
        """Draws everything; `rows` says how many rows each sheet has."""
        self._currency = next(iter(figures.currencies), "")
        self._set_up()
        self._title()
        self._tiles(figures)
        statuses = self._statuses(figures)
        self._leaders(figures)
        below = statuses + len(Status) + 1
        dues = self._dues(figures, below)
        kinds, named = self._kinds(figures, below)
        below += max(len(DueClass), _KINDS) + 2
        self._contents(rows, below)
        self._files(figures, below)
        self._currencies(figures, below + len(rows) + 2)
        if figures.order_count or figures.exceptions.count:
            self._charts(statuses, dues, kinds, named)
        else:
            empty = self._edition.text("empty.orders")
            self._canvas.text(
                _CHART_TOP + 3, _LEFT, empty, to=_END, font_size=14, font_color=palette.MUTED, align="center"
            )

    def _set_up(self) -> None:
        sheet = self._canvas.sheet
        sheet.set_default_row(_ROW_HEIGHT)
        sheet.set_column(0, 0, 1.5)
        sheet.set_column(_LEFT, _END, _COLUMN_WIDTH)
        sheet.set_column(_GUTTER, _GUTTER, 2)
        sheet.hide_gridlines(2)
        sheet.set_tab_color(palette.TABS["overview"])
        sheet.set_portrait()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 1)
        sheet.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.5)
        sheet.center_horizontally()
        sheet.set_footer(f"&L&9{self._edition.text('report.title')} · &A&R&9&P / &N")
        sheet.ignore_errors({"number_stored_as_text": "A1:Z200"})
        sheet.activate()

    def _title(self) -> None:
        canvas, edition = self._canvas, self._edition
        band = {"bg_color": palette.INK, "font_color": palette.PAPER}
        for row, height in ((0, 34), (1, 20), (2, 8)):
            canvas.sheet.set_row(row, height)
        canvas.fill(0, _LEFT, _END, **band)
        canvas.fill(1, _LEFT, _END, **band)
        as_of = edition.text("report.as_of", date=edition.as_of.isoformat())
        made = edition.made_at
        made_at = edition.text("report.made_at", date=made.date().isoformat(), time=f"{made:%H:%M}")
        buyer = edition.text("report.for_buyer", buyer=edition.buyer) if edition.buyer else "Ordertrail"
        canvas.text(0, _LEFT, edition.text("report.title"), to=8, font_size=20, bold=True, indent=1, **band)
        canvas.text(0, 9, as_of, to=_END, font_size=14, align="right", indent=1, **band)
        canvas.text(1, _LEFT, buyer, to=8, indent=1, **{**band, "font_color": palette.RULE})
        canvas.text(1, 9, made_at, to=_END, align="right", indent=1, **{**band, "font_color": palette.RULE})

    def _tiles(self, figures: Figures) -> None:
        for row, height in ((3, 18), (4, 30), (5, 18), (6, 8)):
            self._canvas.sheet.set_row(row, height)
        late, blocks = figures.overdue, figures.severities[Severity.BLOCK].count
        self._tile(0, "orders", figures.order_count, self._count("open_orders", figures.open_orders))
        self._tile(1, "open_lines", figures.open_lines.count, self._count("unanswered", figures.unanswered))
        self._tile(2, "open_value", self._money(figures.open_lines), self._others(figures.open_lines), money=True)
        self._tile(3, "overdue", late.count, self._amount(late), alarm=late.count > 0)
        self._tile(4, "exceptions", figures.exceptions.count, self._count("blocks", blocks), alarm=blocks > 0)
        self._tile(5, "at_stake", self._money(figures.at_stake), self._others(figures.at_stake), money=True)

    def _tile(
        self, place: int, figure: str, value: Decimal | int, below: str, *, money: bool = False, alarm: bool = False
    ) -> None:
        first = (_LEFT if place < 3 else _RIGHT) + 2 * (place % 3)
        canvas, ground = self._canvas, {"bg_color": palette.TILE, "indent": 1}
        edge = {"left": 5, "left_color": palette.ALARM if alarm else palette.ACCENT}
        colour = palette.ALARM if alarm else palette.INK
        label = self._edition.text(f"figure.{figure}")
        shape = self._shape() if money else self._canvas.formats.shape(0, nothing="0")
        canvas.text(3, first, label, to=first + 1, font_color=palette.MUTED, font_size=10, **ground, **edge)
        canvas.number(
            4,
            first,
            float(value),
            shape,
            to=first + 1,
            font_size=18,
            bold=True,
            align="left",
            **ground,
            **edge,
            font_color=colour,
        )
        canvas.text(5, first, below, to=first + 1, font_color=palette.MUTED, font_size=9, **ground, **edge)

    def _statuses(self, figures: Figures) -> int:
        first = self._head(_TABLES_TOP, _LEFT, "orders_by_status")
        for row, status in enumerate(Status, first):
            paint = palette.STATUS[status]
            look = {"font_color": paint.ink, "bg_color": paint.fill, "bottom": 1, "bottom_color": palette.PAPER}
            self._canvas.text(row, _LEFT, self._edition.code("status", status), to=_LEFT + 1, indent=1, **look)
            self._cell(row, _LEFT + 2, figures.orders[status].count)
            self._text(
                row, _LEFT + 3, self._edition.text(f"meaning.{status}"), _LEFT + 5, indent=1, font_color=palette.MUTED
            )
        return first

    def _leaders(self, figures: Figures) -> None:
        first = self._head(_TABLES_TOP, _RIGHT, "leaders")
        if not figures.leaders:
            self._text(first, _RIGHT, self._edition.text("empty.exceptions"), _END, font_color=palette.MUTED)
        for row, leader in enumerate(figures.leaders, first):
            paint = palette.SEVERITY[leader.severity]
            self._text(row, _RIGHT, leader.order or "–", _RIGHT)
            self._text(row, _RIGHT + 1, leader.supplier or "–", _RIGHT + 2, shrink=True)
            label = self._edition.code("deviation", leader.code)
            self._text(row, _RIGHT + 3, label, _RIGHT + 4, shrink=True, font_color=paint.ink, bg_color=paint.fill)
            shape = self._shape(leader.currency or "")
            self._canvas.number(row, _END, float(leader.amount or 0), shape, bottom=1, bottom_color=palette.RULE)

    def _dues(self, figures: Figures, top: int) -> int:
        first = self._head(top, _LEFT, "open_lines_by_due", self._edition.text("figure.lines"))
        for row, due in enumerate(DueClass, first):
            self._text(row, _LEFT, self._edition.code("due", due), _LEFT + 2)
            self._cell(row, _LEFT + 3, figures.due[due].count)
            self._sum(row, _LEFT + 4, figures.due[due])
        return first

    def _kinds(self, figures: Figures, top: int) -> tuple[int, list[DeviationCode]]:
        first = self._head(top, _RIGHT, "exceptions_by_code", self._edition.text("column.count"))
        codes = sorted(figures.codes, key=lambda code: (-figures.codes[code].count, code))[:_KINDS]
        if not codes:
            self._text(first, _RIGHT, self._edition.text("empty.exceptions"), _END, font_color=palette.MUTED)
        for row, code in enumerate(codes, first):
            self._text(row, _RIGHT, self._edition.code("deviation", code), _RIGHT + 2)
            self._cell(row, _RIGHT + 3, figures.codes[code].count)
            self._sum(row, _RIGHT + 4, figures.codes[code])
        return first, codes

    def _contents(self, rows: Mapping[str, int], top: int) -> None:
        first = self._head(top, _LEFT, "contents")
        line = {"bottom": 1, "bottom_color": palette.RULE}
        for row, (name, count) in enumerate(rows.items(), first):
            self._canvas.link(row, _LEFT, self._edition.text(f"sheet.{name}"), to=_LEFT + 1, **line)
            self._cell(row, _LEFT + 2, count)
            about = self._edition.text(f"about.{name}")
            self._text(row, _LEFT + 3, about, _LEFT + 5, indent=1, font_color=palette.MUTED, font_size=9)

    def _files(self, figures: Figures, top: int) -> None:
        first = self._head(top, _RIGHT, "files")
        if not figures.files:
            self._text(first, _RIGHT, self._edition.text("empty.files"), _END, font_color=palette.MUTED)
        for row, (state, paint) in enumerate(palette.FILE_STATE.items(), first):
            if figures.files:
                look = {"font_color": paint.ink, "bg_color": paint.fill, "bottom": 1, "bottom_color": palette.PAPER}
                self._canvas.text(row, _RIGHT, self._edition.code("file", state), to=_RIGHT + 2, indent=1, **look)
                self._cell(row, _RIGHT + 3, figures.files[state])

    def _currencies(self, figures: Figures, top: int) -> None:
        """The sums that the tiles leave out; only where there is more than one currency."""
        currencies = figures.currencies[:_CURRENCIES]
        if len(currencies) < 2:
            return
        first = self._head(top, _LEFT, "currencies")
        sums = (("open_value", figures.open_lines), ("overdue", figures.overdue), ("at_stake", figures.at_stake))
        places = (_LEFT + 2, _LEFT + 4, _RIGHT)
        self._canvas.fill(top, _GUTTER, _RIGHT + 1, bottom=2, bottom_color=palette.INK)
        for row, currency in enumerate(currencies, first):
            self._text(row, _LEFT, currency or "–", _LEFT + 1)
        for (figure, tally), place in zip(sums, places, strict=True):
            head = self._edition.text(f"figure.{figure}")
            self._canvas.text(top, place + 1, head, align="right", bottom=2, bottom_color=palette.INK)
            for row, currency in enumerate(currencies, first):
                self._amount_cell(row, place, tally.money.get(currency, Decimal(0)))

    def _charts(self, statuses: int, dues: int, kinds: int, named: list[DeviationCode]) -> None:
        text = self._edition.text
        count, money = "#,##0;;", '[>=1000000]0.0,,"M";[>=1000]0,"k";#,###'
        charts = [
            Bars(
                kind="bar",
                title=text("section.orders_by_status"),
                first=statuses,
                last=statuses + len(Status) - 1,
                names=_LEFT,
                values=_LEFT + 2,
                colours=[palette.STATUS[status].fill for status in Status],
                shape=count,
            ),
            Bars(
                kind="column",
                title=f"{text('section.open_lines_by_due')} ({self._code(self._currency) or '–'})",
                first=dues,
                last=dues + len(DueClass) - 1,
                names=_LEFT,
                values=_LEFT + 4,
                colours=[palette.DUE[due] for due in DueClass],
                shape=money,
            ),
        ]
        if named:
            charts.append(
                Bars(
                    kind="bar",
                    title=text("section.exceptions_by_code"),
                    first=kinds,
                    last=kinds + max(len(named), _FEWEST_BARS) - 1,
                    names=_RIGHT,
                    values=_RIGHT + 3,
                    colours=[palette.SEVERITY_BAR[severity(code)] for code in named],
                    shape=count,
                )
            )
        size = (_CHART_WIDTH, _CHART_ROWS * 24 - 8)
        for place, bars in enumerate(charts):
            chart = bar_chart(self._workbook, self._name, bars, size)
            self._canvas.sheet.insert_chart(_CHART_TOP, _LEFT, chart, {"x_offset": place * (_CHART_WIDTH + _CHART_GAP)})

    def _head(self, row: int, column: int, section: str, second: str = "") -> int:
        last = column + 5
        look: dict[str, Any] = {"bold": True, "bottom": 2, "bottom_color": palette.INK}
        self._canvas.fill(row, column, last, **look)
        self._canvas.text(row, column, self._edition.text(f"section.{section}"), to=column + 2, font_size=12, **look)
        if second:
            self._canvas.text(row, column + 3, second, align="right", **{**look, "bold": False})
            self._canvas.text(row, column + 4, self._currency, to=last, align="right", **{**look, "bold": False})
        return row + 1

    def _text(self, row: int, column: int, text: str, to: int, **look: Any) -> None:
        line: dict[str, Any] = {"bottom": 1, "bottom_color": palette.RULE}
        self._canvas.text(row, column, text, to=to, **(line | look))

    def _cell(self, row: int, column: int, count: int) -> None:
        shape = self._canvas.formats.shape(0)
        self._canvas.number(row, column, count, shape, bottom=1, bottom_color=palette.RULE, align="right")

    def _sum(self, row: int, column: int, tally: Tally) -> None:
        self._amount_cell(row, column, self._money(tally))

    def _amount_cell(self, row: int, column: int, amount: Decimal) -> None:
        look: dict[str, Any] = {"bottom": 1, "bottom_color": palette.RULE, "align": "right"}
        self._canvas.number(row, column, float(amount), self._canvas.formats.shape(2), to=column + 1, **look)

    def _money(self, tally: Tally) -> Decimal:
        return tally.money.get(self._currency, Decimal(0))

    def _amount(self, tally: Tally) -> str:
        return (
            self._edition.text("figure.money", amount=f"{self._money(tally):.0f} {self._currency}")
            if tally.money
            else ""
        )

    def _others(self, tally: Tally) -> str:
        others = sum(1 for currency, amount in tally.money.items() if amount and currency != self._currency)
        return self._edition.text("figure.other_currencies", count=str(others)) if others else ""

    def _count(self, figure: str, count: int) -> str:
        return f"{self._edition.text(f'figure.{figure}')}: {count}"

    def _shape(self, currency: str | None = None) -> str:
        return self._canvas.formats.shape(0, self._code(self._currency if currency is None else currency))

    def _code(self, currency: str) -> str:
        """A currency where nothing but a code may stand: in a number format, in a chart, which could be a formula."""
        return currency if _CURRENCY.fullmatch(currency) else ""
