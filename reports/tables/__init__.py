"""The tables of the reports. A new one is a module with a `Table`, a line in `TABLES`, and its texts."""

from typing import Any

from reports.table import Table
from reports.tables.confirmations import CONFIRMATIONS
from reports.tables.decisions import DECISIONS
from reports.tables.differences import DIFFERENCES
from reports.tables.exceptions import EXCEPTIONS
from reports.tables.files import FILES
from reports.tables.learned import LEARNED
from reports.tables.open_lines import OPEN_LINES
from reports.tables.orders import ORDERS

TABLES: tuple[Table[Any, Any], ...] = (
    ORDERS,
    OPEN_LINES,
    CONFIRMATIONS,
    EXCEPTIONS,
    DECISIONS,
    LEARNED,
    DIFFERENCES,
    FILES,
)
"""In the order in which the workbook shows them."""
