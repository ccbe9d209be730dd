"""From a request of cXML to a document."""

from lxml import etree

from ingest.finish import finish
from ingest.formats.cxml.codes import ANSWERS, CREDITS, ORDER_ACTS, REQUESTS, SENT_AGAIN
from ingest.formats.cxml.lines import complete_lines
from ingest.formats.cxml.parties import name_parties
from ingest.formats.cxml.paths import request_steps
from ingest.formats.cxml.totals import state_totals
from ingest.record import Record
from ingest.values.xsd import BadValue, clock, day
from ingest.xml.walk import walk
from orders.document import Document, DocumentType, Issue, Standing

_STANDARD = "standard"
_SUPPLIER_ORDER = frozenset({"supplierorderid", "supplierreference", "salesorderid"})


def read_document(root: etree._Element, request: str) -> Document:
    """The document that a message with this request holds.

    Raises:
        Reject: as `ingest.finish` says.
    """
    issues: list[Issue] = []
    record: Record = {"format": "cxml", "profile": _version(root), "issues": issues}
    walk(root, request_steps(), record, issues)
    kind = record["type"] = _type(record, request, issues)
    name_parties(record, request)
    _date(record, issues)
    _stand(record, kind)
    _refer(record, kind)
    if kind is DocumentType.ORDER_RESPONSE:
        _answer(record, issues)
    record["lines"] = complete_lines(record, kind, issues)
    state_totals(record, kind, issues)
    record.setdefault("currency", _currency(record))
    return finish(record)


def _version(root: etree._Element) -> str | None:
    """As the DOCTYPE names it, else as the root does."""
    address = root.getroottree().docinfo.system_url or ""
    parts = address.rsplit("/", 2)
    version = parts[-2] if len(parts) == 3 and parts[-2][:1].isdigit() else root.get("version")
    return f"cXML {version.strip()}" if version else None


def _type(record: Record, request: str, issues: list[Issue]) -> DocumentType:
    if request == "OrderRequest":
        act = record.get("order_act", "new").lower()
        if act not in ORDER_ACTS:
            message = f"The order is of the type {act!r}, which means nothing here; it is taken as new."
            issues.append(Issue(code="UNKNOWN_CODE", message=message, where="OrderRequestHeader"))
        return ORDER_ACTS.get(act, DocumentType.ORDER)
    if record.get("purpose", "").lower() in CREDITS:
        return DocumentType.CREDIT_NOTE
    return REQUESTS[request]


def _date(record: Record, issues: list[Issue]) -> None:
    """Moments stand in one attribute."""
    said = record.get("issue_moment")
    if said is None:
        return
    try:
        record["issue_date"] = day(said)
        _, _, of_day = said.partition("T")
        record["issue_time"] = clock(of_day) if of_day else None
    except BadValue as bad:
        issues.append(Issue(code=bad.code, message=f"{bad}.", where="Request"))


def _stand(record: Record, kind: DocumentType) -> None:
    """Whether it counts, and what becomes of documents of the same type."""
    if record.get("mode", "").lower() == "test":
        record["standing"] = Standing.TEST
    elif record.get("shipment_type", "").lower() == "planned":
        record["standing"] = Standing.DRAFT
    if record.get("purpose", _STANDARD) != _STANDARD:
        record["type_code"] = record["purpose"]
    own = [record["number"]] if "number" in record else []
    operation = record.get("order_act" if kind is DocumentType.ORDER else "operation", "").lower()
    if operation == "delete":
        named = [one["number"] for one in record.get("invoices", ()) if "number" in one]
        record["cancels"] = list(dict.fromkeys(named)) or own
    elif operation == SENT_AGAIN:
        record["replaces"] = own
    if "version" in record:
        record["revision"] = record["version"]
    if kind is DocumentType.ORDER_CANCELLATION:
        record["orders"] = [{"number": one} for one in own]


def _refer(record: Record, kind: DocumentType) -> None:
    heads = [record, *record.get("portions", ())]
    orders: dict[str, Record] = {}
    for head in heads:
        for one in head.get("orders", ()):
            if "number" in one:
                orders.setdefault(one["number"], {"number": one["number"], "issue_date": one.get("date")})
    record["order_references"] = list(orders.values())
    for key, name in (
        ("supplier_order_references", "sales_orders"),
        ("despatch_references", "despatches"),
        ("receipt_references", "receipts"),
        ("contract_references", "agreements"),
        ("invoice_references", "invoices"),
    ):
        numbers = [one["number"] for head in heads if name in head for one in head[name] if "number" in one]
        record[key] = list(dict.fromkeys(numbers))
    if "agreement" in record:
        record["contract_references"].append(record["agreement"])
    if kind is DocumentType.ORDER_RESPONSE:
        stated = record.get("identifiers", ())
        record["supplier_order_references"] += [
            one["id"] for one in stated if one.get("domain", "").lower() in _SUPPLIER_ORDER and "id" in one
        ]


def _answer(record: Record, issues: list[Issue]) -> None:
    code = record.get("answer", "")
    record["response"] = ANSWERS.get(code.lower())
    if code and code.lower() not in ANSWERS:
        message = f"The confirmation is of the type {code!r}, which means nothing here."
        issues.append(Issue(code="UNKNOWN_CODE", message=message, where="ConfirmationHeader"))


def _currency(record: Record) -> str | None:
    """That of the first line which names one, where the head names none."""
    return next((line["currency"] for line in record["lines"] if "currency" in line), None)
