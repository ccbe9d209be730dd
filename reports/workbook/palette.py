"""The colours of the workbook. A track has a hue; done is strong, partial is pale: a status is known by it."""

from typing import NamedTuple

from orders.deviations import Severity
from orders.status import Status
from reports.progress import DueClass
from reports.table import Band

INK = "#1F2A37"
MUTED = "#6B7785"
RULE = "#D5DCE4"
PAPER = "#FFFFFF"
TILE = "#F2F5F8"
ACCENT = "#1F6F8B"
LINK = "#1B5FA7"
ALARM = "#B3261E"


class Paint(NamedTuple):
    """The colour of the letters and the colour behind them."""

    ink: str
    fill: str


STATUS: dict[Status, Paint] = {
    Status.INVOICED: Paint("#FFFFFF", "#2E7D4F"),
    Status.PARTIALLY_INVOICED: Paint("#1E5636", "#CFEAD9"),
    Status.RECEIVED: Paint("#FFFFFF", "#1C7C8C"),
    Status.PARTIALLY_RECEIVED: Paint("#11535E", "#CBE9EE"),
    Status.SHIPPED: Paint("#FFFFFF", "#2F6DB5"),
    Status.PARTIALLY_SHIPPED: Paint("#1D477A", "#D3E3F6"),
    Status.CONFIRMED: Paint("#FFFFFF", "#6A56A8"),
    Status.PARTIALLY_CONFIRMED: Paint("#453570", "#E3DDF3"),
    Status.PENDING: Paint("#4A3F22", "#F3E9C9"),
    Status.REJECTED: Paint("#FFFFFF", "#B3261E"),
    Status.CANCELLED: Paint("#4B5563", "#D9DDE2"),
}
TRACK: dict[Status, Paint] = {
    status: Paint(paint.fill, PAPER) if paint.ink == PAPER else Paint(paint.ink, paint.fill)
    for status, paint in STATUS.items()
}
SEVERITY: dict[Severity, Paint] = {
    Severity.BLOCK: Paint("#FFFFFF", "#B3261E"),
    Severity.REVIEW: Paint("#6B4400", "#FCE3B4"),
    Severity.INFO: Paint("#33475B", "#E4EAF0"),
}
SEVERITY_BAR: dict[Severity, str] = {
    Severity.BLOCK: "#B3261E",
    Severity.REVIEW: "#E0A030",
    Severity.INFO: "#8FA3B5",
}
FILE_STATE: dict[str, Paint] = {
    "accepted": Paint("#1E5636", "#CFEAD9"),
    "duplicate": Paint("#4B5563", "#E4E7EB"),
    "rejected": Paint("#FFFFFF", "#B3261E"),
    "waiting": Paint("#6B4400", "#FCE3B4"),
}
DECISION: dict[str, Paint] = {
    "stands": Paint("#1E5636", "#CFEAD9"),
    "revoked": Paint("#4B5563", "#E4E7EB"),
    "refused": Paint("#FFFFFF", "#B3261E"),
}
DUE: dict[DueClass, str] = {
    DueClass.LATE_22: "#8C1D18",
    DueClass.LATE_15: "#B3261E",
    DueClass.LATE_8: "#D9603B",
    DueClass.LATE_1: "#EBA24A",
    DueClass.SOON_7: "#1F6F8B",
    DueClass.SOON_28: "#5A9DB3",
    DueClass.LATER: "#A5C8D4",
    DueClass.UNDATED: "#C5CBD3",
}
BAND: dict[Band, str] = {
    Band.SUBJECT: "#2B3B4C",
    Band.STATUS: "#5A4A8A",
    Band.QUANTITY: "#1C6472",
    Band.MONEY: "#2B6B47",
    Band.DATES: "#2C5C94",
    Band.ACTION: "#8A5A1C",
    Band.DECISION: "#A3392F",
}
ENTRY = "#FFF8DC"
WARNING = Paint("#6B4400", "#FCE3B4")
SERIOUS = Paint("#FFFFFF", "#B3261E")
TABS: dict[str, str] = {
    "overview": INK,
    "orders": "#5A4A8A",
    "open_lines": "#2C5C94",
    "confirmations": "#6A56A8",
    "exceptions": "#B3261E",
    "decisions": "#A3392F",
    "differences": "#2E7D4F",
    "files": "#6B7785",
}
