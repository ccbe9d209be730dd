"""From an element of CII, Order-X or ZUGFeRD 1.0 to a document."""

from lxml import etree

from ingest.finish import finish
from ingest.formats.cii.codes import ANSWERS, CANCELLING, COPYING, REFERENCES
from ingest.formats.cii.lines import complete_line, counted, delivery_day
from ingest.formats.cii.names import ORDER_TYPES, ORDER_X, Standard
from ingest.formats.cii.parties import party
from ingest.formats.cii.paths import document_steps
from ingest.formats.cii.totals import state_charges, state_totals
from ingest.record import Record
from ingest.values.untdid import CORRECTED, CREDITS, STANDINGS
from ingest.xml.walk import walk
from orders.document import Document, DocumentType, Issue, Standing
from orders.errors import Reject

_SEVERAL = ("invoice_references", "contract_references")


def read_document(root: etree._Element, standard: Standard) -> Document:
    """The document that `root` holds.

    Raises:
        Reject: `FORMAT_UNSUPPORTED` if it is no order, change, response, invoice or credit note; and as
            `ingest.finish` says.
    """
    issues: list[Issue] = []
    record: Record = {"format": standard.format, "issues": issues}
    walk(root, document_steps(standard), record, issues)
    kind = record["type"] = _type(record, standard)
    record["standing"] = Standing.TEST if record.get("test") else STANDINGS.get(record.get("type_code", ""))
    record["copy"] = record.get("copy", False) or record.get("purpose") in COPYING
    _name_parties(record)
    _sort_additional(record)
    _refer(record, kind)
    record["delivery_date"] = delivery_day(record, kind)
    lines = record["lines"] = counted(record.get("lines", ()))
    for line in lines:
        complete_line(line, kind, issues)
    if kind is DocumentType.ORDER_RESPONSE:
        _answer(record, issues)
    _name_accounts(record)
    state_charges(record)
    state_totals(record, issues)
    return finish(record)


def _type(record: Record, standard: Standard) -> DocumentType:
    code = record.get("type_code", "")
    if standard is not ORDER_X:
        return DocumentType.CREDIT_NOTE if code in CREDITS else DocumentType.INVOICE
    kind = ORDER_TYPES.get(code)
    if kind is None:
        raise Reject(
            "FORMAT_UNSUPPORTED",
            f"The file is Order-X with the type code {code!r}. Read are {', '.join(ORDER_TYPES)}.",
            where="ExchangedDocument/TypeCode",
        )
    if kind is not DocumentType.ORDER_RESPONSE and record.get("purpose") in CANCELLING:
        return DocumentType.ORDER_CANCELLATION
    return kind


def _name_parties(record: Record) -> None:
    for key, role in (("supplier", "seller"), ("buyer", "buyers")):
        if role in record:
            found = party(record[role][0])
            if found:
                record[key] = found


def _sort_additional(record: Record) -> None:
    """Other documents by what they are: ZUGFeRD 1.0 writes supplier's order and delivery note so (UNTDID 1153)."""
    for other in record.get("additional", ()):
        key = REFERENCES.get(other.get("reference_kind") or other.get("kind", ""))
        if key is None or "number" not in other:
            continue
        records = key in ("orders", "sales_orders", "despatches", "receipts")
        record.setdefault(key, []).append({"number": other["number"]} if records else other["number"])


def _refer(record: Record, kind: DocumentType) -> None:
    orders = _numbers(record, "orders")
    if kind is DocumentType.ORDER and orders == [record.get("number")]:  # an order repeats its own number
        orders = []
    dates = {one.get("number"): one["date"] for one in record.get("orders", ()) if "date" in one}
    record["order_references"] = [{"number": number, "issue_date": dates.get(number)} for number in orders]
    record["supplier_order_references"] = _numbers(record, "sales_orders")
    record["despatch_references"] = _numbers(record, "despatches", "delivery_notes")
    record["receipt_references"] = _numbers(record, "receipts")
    for key in _SEVERAL:
        if key in record:
            record[key] = list(dict.fromkeys(record[key]))
    if kind is DocumentType.ORDER_RESPONSE:
        record["order_change_references"] = list(dict.fromkeys(record.get("previous_changes", ())))
    if record.get("type_code") == CORRECTED and not _is_credit(record):
        record["replaces"] = record.get("invoice_references", ())


def _numbers(record: Record, *keys: str) -> list[str]:
    return list(dict.fromkeys(one["number"] for key in keys for one in record.get(key, ()) if "number" in one))


def _is_credit(record: Record) -> bool:
    """Whether a correction takes back what was billed, by negative amounts, instead of stating it anew."""
    totals = record.get("summations", ({},))[0]
    amount = totals.get("payable") or totals.get("gross")
    return amount is not None and amount < 0


def _answer(record: Record, issues: list[Issue]) -> None:
    code = record.get("answer")
    if code is None:
        return
    record["response"] = ANSWERS.get(code.upper())
    if code.upper() not in ANSWERS:
        message = f"The response code {code!r} is none that is known."
        issues.append(Issue(code="UNKNOWN_CODE", message=message, where="ExchangedDocument/StatusCode"))


def _name_accounts(record: Record) -> None:
    accounts = {
        (means.get("account") or means.get("other_account"), means.get("bank")): None
        for means in record.get("payment_means", ())
        if "account" in means or "other_account" in means
    }
    record["payment_accounts"] = [{"iban": account, "bic": bank} for account, bank in accounts]
