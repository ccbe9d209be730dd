"""The last step of every reader: defaults, checks, and the document itself."""

from collections.abc import Mapping

from ingest.checks import check_totals, settle_price
from ingest.leaving_out import leave_out
from ingest.record import Record
from orders.document import DOCUMENT, Document, DocumentType, Issue
from orders.door import Misfit
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
        return DOCUMENT.from_record(record)
    except Misfit:
        leave_out(record, Document, record["issues"])
    try:
        return DOCUMENT.from_record(record)
    except Misfit as fault:
        raise Reject("DOCUMENT_INVALID", f"No document can be made of it: {fault.where}: {fault.reason}.") from None
