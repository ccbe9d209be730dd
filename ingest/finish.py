"""The last step of every reader: defaults, checks, and the document itself."""

from collections.abc import Mapping, MutableMapping
from typing import Any

from pydantic import ValidationError

from ingest.checks import check_totals, settle_price
from ingest.record import Record
from orders.document import DOCUMENT, Document, DocumentType, Issue
from orders.errors import Reject

MAX_LINES = 100_000
"""Of one document."""

_LINE_DATE: Mapping[str, str] = {
    DocumentType.ORDER: "requested_date",
    DocumentType.ORDER_CHANGE: "requested_date",
    DocumentType.ORDER_RESPONSE: "promised_date",
    DocumentType.DESPATCH_ADVICE: "delivery_date",
    DocumentType.RECEIPT_ADVICE: "delivery_date",
}
"""Which date of a line the delivery date of the head stands for where the line says nothing."""


def finish(record: Record) -> Document:
    """The document that a reader has put together; `record` is used up.

    Header dates become those of the lines that have none, prices are derived where only amounts stand, sums are
    checked. A value that does not fit its field is left out with an issue.

    Raises:
        Reject: `DOCUMENT_EMPTY` if there is neither a number nor a line nor an order that it names, `TOO_MANY_LINES`,
            `DOCUMENT_INVALID`.
    """
    lines: list[Record] = record.setdefault("lines", [])
    issues: list[Issue] = record.setdefault("issues", [])
    if len(lines) > MAX_LINES:
        raise Reject("TOO_MANY_LINES", f"The document has {len(lines):,} lines; the limit is {MAX_LINES:,}.")
    if not record.get("number"):
        if not lines and not record.get("order_references"):
            raise Reject("DOCUMENT_EMPTY", "The document has neither a number nor a line.")
        issues.append(Issue(code="NUMBER_MISSING", message="The document has no number."))
    name, date = _LINE_DATE.get(record["type"]), record.get("delivery_date")
    start = record.get("requested_from")
    for line in lines:
        if name and date is not None and line.get(name) is None:
            line[name] = date
            if name == "requested_date" and start is not None:
                line["requested_from"] = start
        settle_price(line, issues)
    check_totals(record, issues)
    return _validated(record)


def _validated(record: Record) -> Document:
    try:
        return DOCUMENT.validate_python(record)
    except ValidationError as error:
        for fault in error.errors(include_url=False, include_input=False):
            _leave_out(record, fault["loc"], fault["msg"])
    try:
        return DOCUMENT.validate_python(record)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in fault["loc"])
        raise Reject("DOCUMENT_INVALID", f"No document can be made of it: {where}: {fault['msg']}.") from None


def _leave_out(record: Record, path: tuple[int | str, ...], reason: str) -> None:
    """Takes the value at `path` out of the record, and says so."""
    holder: Any = record
    for step in path[:-1]:
        try:
            holder = holder[step]
        except (LookupError, TypeError):  # the fault lies in what is no part of the record itself
            return
    if isinstance(holder, MutableMapping) and holder.pop(path[-1], None) is not None:
        where = ".".join(str(part) for part in path)
        record["issues"].append(Issue(code="BAD_VALUE", message=f"{path[-1]} is left out: {reason}.", where=where))
