"""One table as a sheet: an Excel table with filters, frozen head, formats, colours and print set-up."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from math import ceil
from typing import Any

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook

from orders.choices import Choice
from orders.status import Status
from reports.decidable import menus
from reports.edition import Edition
from reports.table import CURRENCY, Column, Kind, Mark, Table, Value
from reports.workbook import palette
from reports.workbook.canvas import Refused
from reports.workbook.cells import (
    Cells,
    CodeCells,
    DayCells,
    EntryCells,
    FigureCells,
    LinkCells,
    MessageCells,
    MomentCells,
    NumberCells,
    TextCells,
)
from reports.workbook.formats import MOST_PLACES, Formats
from reports.workbook.streamed import MAX_ROWS, StreamedSheet

_A4 = 9
_HEAD_HEIGHT = 34
_WIDEST = {Kind.MESSAGE: 90, Kind.TEXT: 42, Kind.LINK: 36, Kind.CODE: 44, Kind.ENTRY: 34}
_ENTRY_WIDTH = 18
_PAGE_WIDTH = 240  # characters that can still be read when they are printed side by side
_FILTER_BUTTON = 3  # characters that the button in the heading covers


class TableSheet:
    """Takes the rows of one table and finishes its sheet."""

    def __init__(
        self, workbook: Workbook, table: Table[Any, Any], edition: Edition, formats: Formats, folder: str
    ) -> None:
        self.table = table
        self.rows = 0
        self.left_out = 0
        self._edition = edition
        self._formats = formats
        sheet = workbook.add_worksheet(edition.text(f"sheet.{table.name}"), StreamedSheet)
        if not isinstance(sheet, StreamedSheet):
            raise TypeError("XlsxWriter made another kind of sheet")
        self.sheet = sheet
        sheet.open_body(folder)
        self._cells = [self._cells_of(number, column) for number, column in enumerate(table.columns)]
        self._summed = [number for number, column in enumerate(table.columns) if column.total]
        self._sums = dict.fromkeys(self._summed, Decimal(0))
        self._currency = next((n for n, column in enumerate(table.columns) if column.key == CURRENCY), None)
        self._currencies: set[str] = set()

    def append(self, row: Sequence[Value]) -> None:
        """Writes one row; counts it as left out where the sheet is full."""
        if self.rows + 3 >= MAX_ROWS:  # a total and a note still have to go below
            self.left_out += 1
            return
        self.rows += 1
        number = self.rows + 1
        self.sheet.append(
            "".join(
                [cells.cell(value, number) for cells, value in zip(self._cells, row, strict=True) if value is not None]
            )
        )
        self._add_up(row)

    def finish(self) -> None:
        """Everything around the rows. No row can come after it."""
        self._declare_table()
        self._colour()
        self._offer()
        self._set_widths()
        self._set_up_view()
        self._set_up_print()
        if self.rows == 0:
            self._note(3, f"empty.{self.table.name}")
        elif self.left_out:
            self._note(self.rows + 3, "report.sheet_full", rows=str(self.left_out))

    def close(self) -> None:
        """Gives back the disk space, once the workbook is written."""
        self.sheet.close_body()

    def _cells_of(self, number: int, column: Column[Any]) -> Cells:
        letters = xl_col_to_name(number)
        note, styles = self._edition.text("report.cut"), self._number_styles()
        makers: dict[Kind, Callable[[], Cells]] = {
            Kind.TEXT: lambda: TextCells(letters, note),
            Kind.LINK: lambda: LinkCells(letters, note, self.sheet, number, self._link_style()),
            Kind.CODE: lambda: CodeCells(letters, note, self._edition, column.codes),
            Kind.MESSAGE: lambda: MessageCells(letters, note, self._edition),
            Kind.INTEGER: lambda: NumberCells(letters, {0: self._style(self._formats.number(0, align="center"))}, 0),
            Kind.QUANTITY: lambda: NumberCells(letters, styles),
            Kind.FIGURE: lambda: FigureCells(
                letters, note, NumberCells(letters, styles), DayCells(letters, self._day_style())
            ),
            Kind.PRICE: lambda: NumberCells(letters, styles, least=2),
            Kind.MONEY: lambda: NumberCells(letters, styles, 2),
            Kind.PERCENT: lambda: NumberCells(letters, {1: self._style(self._formats.percent())}, 1),
            Kind.DATE: lambda: DayCells(letters, self._day_style()),
            Kind.ENTRY: lambda: EntryCells(letters, self._entry_style(), self._entry_width(column)),
            Kind.HIDDEN: lambda: TextCells(letters, note),
            Kind.MOMENT: lambda: MomentCells(letters, self._style(self._formats.moment()), self._edition),
        }
        return makers[column.kind]()

    def _style(self, cell_format: Any) -> str:
        return f' s="{self.sheet.style_of(cell_format)}"'

    def _number_styles(self) -> dict[int, str]:
        return {places: self._style(self._formats.number(places)) for places in range(MOST_PLACES + 1)}

    def _day_style(self) -> str:
        return self._style(self._formats.date())

    def _link_style(self) -> str:
        return self._style(self._formats.get(font_color=palette.LINK, underline=1))

    def _entry_style(self) -> str:
        # As text: an order's number, or "4711 / 10", must not become a number or a day.
        look = {
            "bg_color": palette.ENTRY,
            "border": 1,
            "border_color": palette.RULE,
            "num_format": "@",
            "locked": False,
        }
        return self._style(self._formats.get(**look))

    def _entry_width(self, column: Column[Any]) -> int:
        if not column.menu:
            return _ENTRY_WIDTH
        return max(len(label) for some in menus().values() for label in self._labels(some))

    def _labels(self, some: tuple[Choice, ...]) -> list[str]:
        return [self._edition.text(f"choice.{choice}") for choice in some]

    def _add_up(self, row: Sequence[Value]) -> None:
        for number in self._summed:
            value = row[number]
            if isinstance(value, Decimal):
                self._sums[number] += value
                if self._currency is not None:
                    self._currencies.add(str(row[self._currency]))

    def _declare_table(self) -> None:
        self.sheet.set_row(0, _HEAD_HEIGHT)
        total = self.rows > 1 and len(self._currencies) == 1
        columns = [self._declared(number, column, total) for number, column in enumerate(self.table.columns)]
        self.sheet.declare_table(columns, name=self.table.name, style="Table Style Light 1", total=total)
        if total:
            self._draw_total(self.rows + 1)
        # Order numbers are texts and may look like numbers: no green corners for that.
        last = xl_col_to_name(len(columns) - 1)
        self.sheet.ignore_errors({"number_stored_as_text": f"A1:{last}{max(2, self.rows + 1)}"})

    def _declared(self, number: int, column: Column[Any], total: bool) -> dict[str, Any]:
        head = self._formats.get(
            bold=True,
            font_color=palette.PAPER,
            bg_color=palette.BAND[column.band],
            text_wrap=True,
            valign="vcenter",
            align="left" if column.kind in _WIDEST else "center",
        )
        declared: dict[str, Any] = {"header": self._edition.heading(column.key), "header_format": head}
        if total and number in self._sums:
            declared["total_function"] = "sum"
        elif total and number == 0:
            declared["total_string"] = self._edition.text("report.total")
        return declared

    def _draw_total(self, row: int) -> None:
        """Sums that follow the filter, with what they are now, so that nobody has to compute to see them."""
        look = {"bold": True, "top": 1}
        for number, column in enumerate(self.table.columns):
            if number in self._sums:
                value = float(self._sums[number])
                # With the table's name, as Excel itself writes it: LibreOffice knows no column without one.
                formula = f"=SUBTOTAL(109,{self.table.name}[{self._edition.heading(column.key)}])"
                self.sheet.write_formula(row, number, formula, self._formats.number(2, **look), value)
            elif number == 0:
                self.sheet.write_string(row, 0, self._edition.text("report.total"), self._formats.get(**look))
            else:
                self.sheet.write_blank(row, number, None, self._formats.get(**look))

    def _colour(self) -> None:
        last = max(1, self.rows)
        for number, column in enumerate(self.table.columns):
            for rule in self._rules(column.mark):
                self.sheet.conditional_format(1, number, last, number, rule)
        # Lines between the rows that stay in place when rows are sorted, and that every spreadsheet draws.
        line = self._formats.get(bottom=1, bottom_color=palette.RULE)
        rule = {"type": "no_errors", "format": line}
        self.sheet.conditional_format(1, 0, last, len(self.table.columns) - 1, rule)

    def _offer(self) -> None:
        """Drop-down lists: of each row the list that its hidden cell names, wherever sorting puts it. What the program
        tells rows by may be sorted, moved and deleted, but not typed over."""
        last, places = max(1, self.rows), {column.key: number for number, column in enumerate(self.table.columns)}
        for number, column in enumerate(self.table.columns):
            if column.menu:
                source = f"=INDIRECT(${xl_col_to_name(places[column.menu])}2)"
                self.sheet.data_validation(1, number, last, number, self._list(source))
            elif column.kind is Kind.HIDDEN:
                options = {"validate": "custom", "value": "=FALSE", "error_message": self._edition.text("report.key")}
                self.sheet.data_validation(1, number, last, number, options)

    def _list(self, source: str) -> dict[str, Any]:
        return {
            "validate": "list",
            "source": source,
            "input_title": self._edition.text("report.decide_title"),
            "input_message": self._edition.text("report.decide_how"),
            "error_message": self._edition.text("report.decide_from_the_list"),
        }

    def _rules(self, mark: Mark | None) -> list[dict[str, Any]]:
        paints: dict[Mark, dict[str, palette.Paint]] = {
            Mark.STATUS: {f"status.{status}": palette.STATUS[status] for status in Status},
            Mark.TRACK: {f"status.{status}": palette.TRACK[status] for status in Status},
            Mark.SEVERITY: {f"severity.{severity}": paint for severity, paint in palette.SEVERITY.items()},
            Mark.FILE_STATE: {f"file.{state}": paint for state, paint in palette.FILE_STATE.items()},
            Mark.DECISION: {f"decision.{state}": paint for state, paint in palette.DECISION.items()},
            Mark.YES_NO: {"answer.no": palette.WARNING},
        }
        if mark is Mark.LATE:
            return [self._above(14, palette.SERIOUS), self._above(0, palette.WARNING)]
        if mark is Mark.ALERT:
            return [self._above(0, palette.WARNING)]
        return [self._equal(self._edition.text(code), paint) for code, paint in paints[mark].items()] if mark else []

    def _above(self, limit: int, paint: palette.Paint) -> dict[str, Any]:
        return {"type": "cell", "criteria": ">", "value": limit, "format": self._paint(paint), "stop_if_true": True}

    def _equal(self, label: str, paint: palette.Paint) -> dict[str, Any]:
        return {"type": "cell", "criteria": "==", "value": f'"{label}"', "format": self._paint(paint)}

    def _paint(self, paint: palette.Paint) -> Any:
        return self._formats.get(font_color=paint.ink, bg_color=paint.fill)

    def _set_widths(self) -> None:
        whole = 0.0
        for number, (column, cells) in enumerate(zip(self.table.columns, self._cells, strict=True)):
            words = self._edition.heading(column.key).split()
            on_two_lines = (len(" ".join(words)) + 1) // 2 + _FILTER_BUTTON
            head = max([on_two_lines, *(len(word) + _FILTER_BUTTON for word in words)])
            if column.kind is Kind.HIDDEN:
                self.sheet.set_column(number, number, None, None, {"hidden": True})
                continue
            content = min(cells.width + 1.5, _WIDEST.get(column.kind, 24))
            whole += max(head, content)
            self.sheet.set_column(number, number, max(head, content))
        self.sheet.fit_to_pages(ceil(whole / _PAGE_WIDTH), 0)

    def _set_up_view(self) -> None:
        self.sheet.freeze_panes(1, self.table.frozen)
        self.sheet.set_tab_color(palette.TABS.get(self.table.name, palette.ACCENT))
        self.sheet.hide_gridlines(2)

    def _set_up_print(self) -> None:
        self.sheet.set_landscape()
        self.sheet.set_paper(_A4)
        self.sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self.sheet.repeat_rows(0)
        self.sheet.print_across()
        self.sheet.repeat_columns(0, self.table.frozen - 1)
        as_of = self._edition.text("report.as_of", date=self._edition.as_of.isoformat())
        self.sheet.set_footer(f"&L&9{self._edition.text('report.title')} · &A&C&9{as_of}&R&9&P / &N")

    def _note(self, row: int, code: str, **blanks: str) -> None:
        note = self._formats.get(italic=True, font_color=palette.MUTED)
        if self.sheet.write_string(row, 0, self._edition.text(code, **blanks), note):
            raise Refused(f"XlsxWriter refused the note {code}")
