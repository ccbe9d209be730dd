"""The rows of one document while they are gathered, and what is to be said about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from ingest.flat.cells import Cell
from ingest.flat.converters import Value
from ingest.flat.lines import LineMaker
from ingest.flat.plan import Plan
from orders.document import Issue

_ISSUES_EACH = 20
"""Faults of one kind in one column that a document tells one by one; the rest is counted."""


@dataclass(slots=True)
class Group:
    """The rows of one document so far: of each line the row's number (from 0) and its values, not yet a record, which
    is four times as large. `references` are what rows without a line name: field → texts.
    """

    plan: Plan
    maker: LineMaker
    row: int
    defaults: Mapping[str, Value]
    head: dict[str, Value] = field(default_factory=dict)
    lines: list[tuple[int, list[Value]]] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    references: dict[str, dict[str, None]] = field(default_factory=dict)
    continued: bool = False
    contradicted: set[str] = field(default_factory=set)
    seen: tuple[Cell, ...] | None = None
    faults: dict[tuple[str, str], int] = field(default_factory=dict)

    def tell(self, code: str, name: str, message: str, where: str) -> None:
        """An issue about a field; beyond the first ones of a kind they are counted."""
        count = self.faults.get((code, name), 0)
        self.faults[code, name] = count + 1
        if count < _ISSUES_EACH:
            self.issues.append(Issue(code=code, message=message, where=where))

    def further_issues(self) -> list[Issue]:
        """What was not told one by one."""
        return [
            Issue(code=code, message=f"And {count - _ISSUES_EACH:,} more of the same ({name}).")
            for (code, name), count in self.faults.items()
            if count > _ISSUES_EACH
        ]

    def says_something(self) -> bool:
        """Whether it can be a document: it has a line, a number or an order."""
        known = {**self.defaults, **self.head, **self.references}
        return bool(self.lines or known.get("document_number") or known.get("order_number"))


class Places(Protocol):
    """How people find again what was read; rows are numbered as their file counts them."""

    @property
    def source(self) -> str:
        """What a field is read from: "Column"."""

    def row_place(self, row: int) -> str:
        """Where a row begins."""

    def cell_place(self, row: int, column: int) -> str:
        """Where one cell of a row stands."""
