"""Status codes of lines."""

from collections.abc import Mapping
from typing import TypeVar

from ingest.record import Record
from orders.document import Issue

_Code = TypeVar("_Code")


def meaning(line: Record, meanings: Mapping[str, _Code], issues: list[Issue]) -> _Code | None:
    """What the line's `status` means by a table of codes; an issue if it is not in it."""
    status = line.get("status")
    if status is None:
        return None
    if status.upper() not in meanings:
        message = f"The line has the status {status!r}, which means nothing here."
        issues.append(Issue(code="UNKNOWN_CODE", message=message, where=line.get("where")))
    return meanings.get(status.upper())
