"""The charts of the overview."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from xlsxwriter.workbook import Workbook

from reports.workbook import palette

_FONT = {"name": "Calibri", "size": 9, "color": palette.INK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """Bars over cells of the overview: `first` to `last` row, names and values in one column each, a colour a bar."""

    kind: Literal["bar", "column"]
    title: str
    first: int
    last: int
    names: int
    values: int
    colours: Sequence[str]
    shape: str  # number format of the labels; zeros are not labelled


def bar_chart(workbook: Workbook, sheet: str, bars: Bars, size: tuple[int, int]) -> Any:
    """A chart of `size` pixels, to be inserted into `sheet`."""
    chart: Any = workbook.add_chart({"type": bars.kind})
    chart.add_series(
        {
            "categories": [sheet, bars.first, bars.names, bars.last, bars.names],
            "values": [sheet, bars.first, bars.values, bars.last, bars.values],
            "points": [{"fill": {"color": colour}, "border": {"none": True}} for colour in bars.colours],
            "fill": {"color": palette.ACCENT},
            "gap": 45,
            "data_labels": {"value": True, "font": _FONT, "num_format": bars.shape},
        }
    )
    chart.set_title({"name": bars.title, "name_font": {**_FONT, "size": 11, "bold": True}, "overlay": False})
    chart.set_legend({"none": True})
    chart.set_chartarea({"border": {"color": palette.RULE}, "fill": {"color": palette.PAPER}})
    names = {"num_font": _FONT, "line": {"color": palette.RULE}, "major_tick_mark": "none"}
    values = {"visible": False, "major_gridlines": {"visible": False}}
    if bars.kind == "bar":  # lying bars: the names stand on the vertical axis, the first at the top
        chart.set_y_axis(names | {"reverse": True, "major_gridlines": {"visible": False}})
        chart.set_x_axis(values)
    else:
        chart.set_x_axis(names)
        chart.set_y_axis(values)
    width, height = size
    chart.set_size({"width": width, "height": height})
    return chart
