"""From a UBL element to a document."""

from collections.abc import Iterable

from lxml import etree

from ingest.finish import finish
from ingest.formats.ubl.codes import SELF_BILLED
from ingest.formats.ubl.lines import complete_line, delivery_day
from ingest.formats.ubl.names import TYPES_BY_TAG
from ingest.formats.ubl.parties import name_parties
from ingest.formats.ubl.paths import document_steps
from ingest.formats.ubl.references import order_references, several
from ingest.formats.ubl.totals import state_totals
from ingest.formats.ubl.turkey import RETURNS, count_pieces, is_turkish, turn_parties
from ingest.pricing import charges
from ingest.record import Record
from ingest.values.triplets import is_triplet, order_text
from ingest.values.untdid import ANSWERS, CORRECTED, CREDITS, STANDINGS
from ingest.xml.walk import walk
from orders.document import Document, DocumentType, Issue, Response
from orders.references import AGREEMENTS, says_something

_WITHOUT_AMOUNTS = frozenset(
    {DocumentType.DESPATCH_ADVICE, DocumentType.RECEIPT_ADVICE, DocumentType.ORDER_CANCELLATION}
)
_SEVERAL = (
    "order_change_references",
    "despatch_references",
    "receipt_references",
    "invoice_references",
    "contract_references",
)


def read_document(root: etree._Element) -> Document:
    """The document that `root` holds, one of `TYPES_BY_TAG`.

    Raises:
        Reject: as `ingest.finish` says.
    """
    issues: list[Issue] = []
    record: Record = {"format": "ubl", "issues": issues}
    walk(root, document_steps(), record, issues)
    name, kind = TYPES_BY_TAG[str(root.tag)]
    _classify(record, name, kind)
    kind = record["type"]
    _find_currency(record, root)
    name_parties(record)
    if record.get("type_code") in RETURNS:
        turn_parties(record)
    _refer(record, kind)
    _settle_dates(record, kind)
    if "allowances" in record:
        record["charges"] = charges(record["allowances"])
    lines = record.get("lines", ())
    turkish = is_turkish(record)
    for line in lines:
        if turkish:
            count_pieces(line)
        complete_line(line, kind, issues)
    _answer(record, kind, issues)
    _name_accounts(record)
    state_totals(record, issues)
    return finish(record)


def _classify(record: Record, name: str, kind: DocumentType) -> None:
    code = record.get("type_code") or SELF_BILLED.get(name)
    credit = kind is DocumentType.INVOICE and (code in CREDITS or code in RETURNS)
    record["type"] = DocumentType.CREDIT_NOTE if credit else kind
    if code:
        record["type_code"] = code
        record["standing"] = STANDINGS.get(code)
    if "profile" not in record and "process" in record:
        record["profile"] = record["process"]


def _find_currency(record: Record, root: etree._Element) -> None:
    """Where a document with amounts does not state its currency, its first amount does."""
    if "currency" not in record and record["type"] not in _WITHOUT_AMOUNTS:
        stated = str(root.xpath("string(descendant::*/@currencyID)")).strip()
        if stated:
            record["currency"] = stated


def _refer(record: Record, kind: DocumentType) -> None:
    orders = record.get("orders", ())
    if not orders and is_triplet(record.get("buyer_reference", "")):  # Italy: what the buyer wants named is his order
        orders = ({"number": record["buyer_reference"]},)
    if orders:
        record["order_references"] = order_references(orders)
        if _is_agreement(record):  # without an order it names itself
            record["order_references"] = [one for one in record["order_references"] if says_something(one["number"])]
    sales_orders = [head["sales_order"] for head in (record, *orders) if "sales_order" in head]
    record["supplier_order_references"] = several(sales_orders)
    if "discrepancies" in record:
        record.setdefault("invoice_references", record["discrepancies"])
    if "additional" in record:
        _refer_to_despatches(record)
    for key in _SEVERAL:
        if key in record:
            record[key] = several(record[key])
    _succeed(record, kind)


def _is_agreement(record: Record) -> bool:
    profile = record.get("profile", "").casefold()
    return record["type"] is DocumentType.ORDER_RESPONSE and any(mark in profile for mark in AGREEMENTS)


def _refer_to_despatches(record: Record) -> None:
    """UBL-TR refers to a despatch advice by its UUID, and adds its number elsewhere."""
    numbers = [
        other["number"]
        for other in record["additional"]
        if other.get("kind") == "DespatchAdviceID" and "number" in other
    ]
    if numbers:
        record["despatch_references"] = [*record.get("despatch_references", ()), *numbers]


def _succeed(record: Record, kind: DocumentType) -> None:
    """Which documents of its own type it replaces or withdraws."""
    if kind is DocumentType.INVOICE and record.get("type_code") == CORRECTED and not _is_credit(record):
        record["replaces"] = record.get("invoice_references", ())
    if kind in (DocumentType.ORDER, DocumentType.ORDER_RESPONSE):
        named = [*record.get("other_orders", ()), *(order.get("number", "") for order in record.get("orders", ()))]
        if any("#" in text for text in named):
            record["replaces"] = _acted_on(named, "Revised")
            record["cancels"] = _acted_on(named, "Cancelled")
    if "status" in record and record["status"].casefold() == "cancelled" and "number" in record:
        record["cancels"] = several([record["number"], *record.get("cancels", ())])


def _acted_on(texts: Iterable[str], act: str) -> list[str]:
    said = [order_text(text) for text in texts if text.endswith(act)]
    return several([one.number for one in said if one.act == act])


def _is_credit(record: Record) -> bool:
    """Whether a correction takes back what was billed, by negative amounts, instead of stating it anew."""
    totals = record.get("LegalMonetaryTotal", ({},))[0]
    amount = totals.get("payable") or totals.get("gross")
    return amount is not None and amount < 0


def _settle_dates(record: Record, kind: DocumentType) -> None:
    record["delivery_date"] = delivery_day(record, kind)
    if "due_date" not in record:
        due = [means["due_date"] for means in record.get("payment_means", ()) if "due_date" in means]
        record["due_date"] = due[0] if due else record.get("terms_due_date")


def _answer(record: Record, kind: DocumentType, issues: list[Issue]) -> None:
    if kind is not DocumentType.ORDER_RESPONSE:
        return
    code = record.get("answer")
    if code is not None:
        record["response"] = ANSWERS.get(code.upper())
        if record["response"] is None:
            message = f"The response code {code!r} is none that is known."
            issues.append(Issue(code="UNKNOWN_CODE", message=message, where="OrderResponseCode"))
    elif "accepted" in record:
        record["response"] = Response.ACCEPTED if record["accepted"] else Response.REJECTED
    elif _is_agreement(record):
        record["response"] = Response.ACCEPTED


def _name_accounts(record: Record) -> None:
    accounts = {
        (means["account"], means.get("branch") or means.get("institution")): None
        for means in record.get("payment_means", ())
        if "account" in means
    }
    if accounts:
        record["payment_accounts"] = [{"iban": account, "bic": bank} for account, bank in accounts]
