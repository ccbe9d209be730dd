"""From groups of rows to documents."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from ingest.finish import finish
from ingest.flat.groups import Group, Places
from ingest.record import Record
from ingest.values.untdid import CORRECTED, STANDINGS
from orders.document import (
    Document,
    DocumentType,
    Issue,
    LineResponse,
    OrderReference,
    Party,
    PartyId,
    PaymentAccount,
    Response,
)

_SAME_NAME = (
    "issue_date",
    "issue_time",
    "profile",
    "type_code",
    "standing",
    "currency",
    "revision",
    "copy",
    "due_date",
)
_TOTALS = {"lines_total": "lines", "net": "net", "tax": "tax", "gross": "gross", "payable": "payable"}
_VAT_ID = re.compile(r"[A-Z]{2}[0-9A-Z]{8,13}", re.ASCII)
_SEVERAL = re.compile(r"[,;|]")
_OF_THE_WHOLE = {
    LineResponse.ACCEPTED: Response.ACCEPTED,
    LineResponse.REJECTED: Response.REJECTED,
    LineResponse.CHANGED: Response.CHANGED,
}
_FREIGHT = "FC"  # UNTDID 7161: freight service


def document_of(
    group: Group, places: Places, format_name: str, supplier: Party | None = None, issues: Iterable[Issue] = ()
) -> Document:
    """The document that a group of rows is, which is then used up; `supplier` is whose layout it is, if the file names
    none.

    Raises:
        Reject: as `ingest.finish.finish` does.
    """
    lines = [group.maker.line(values, places.row_place(row)) for row, values in group.lines]
    group.lines.clear()
    head = {**group.defaults, **group.head}
    record: Record = {name: head[name] for name in _SAME_NAME if name in head}
    record.setdefault("standing", STANDINGS.get(head.get("type_code", "")))
    record |= {
        "type": group.plan.kind,
        "number": head.get("document_number"),
        "format": format_name,
        "supplier": _party(head, "supplier") or supplier,
        "buyer": _party(head, "buyer"),
        "order_references": _orders(group, lines, head.get("order_date")),
        "supplier_order_references": _named(group, lines, "supplier_order_number"),
        "order_change_references": _several(head.get("order_change_number")),
        "despatch_references": _named(group, lines, "despatch_number"),
        "receipt_references": _named(group, lines, "receipt_number"),
        "invoice_references": _corrected(group, lines, head.get("type_code")),
        "contract_references": _several(head.get("contract_number")),
        "response": _response(group, lines, head.get("response")),
        "replaces": _several(head.get("replaces")),
        "cancels": _several(head.get("cancels")),
        "delivery_date": None if lines else head.get("delivery_date"),
        "payment_accounts": _account(head),
        "charges": _freight(head),
        "totals": _totals(group, head),
        "lines": lines,
        "issues": [*issues, *group.issues, *group.further_issues()],
    }
    return finish(record)


def _party(head: Mapping[str, Any], role: str) -> Party | None:
    name, vat_id = head.get(role), head.get(f"{role}_vat_id")
    ids = []
    for one in _several(head.get(f"{role}_id")):
        scheme, colon, value = one.partition(":")
        if not colon and _VAT_ID.fullmatch(one) and not vat_id:
            vat_id = one
        else:
            ids.append(PartyId(scheme=scheme.strip(), value=value.strip()) if colon else PartyId(value=one))
    return Party(name=name, ids=tuple(ids), vat_id=vat_id) if name or ids or vat_id else None


def _orders(group: Group, lines: Sequence[Record], issued: date | None) -> tuple[OrderReference, ...]:
    """The orders of the whole document: those of rows without lines; the one order, where rows only continue others,
    and the one that a change is about.

    An order that a date is stated for is named with it, if there is just one.
    """
    named = _named(group, lines, "order_number")
    if group.plan.kind is DocumentType.ORDER:
        return ()
    of_lines = dict.fromkeys(order for line in lines if (order := line.get("order_number")))
    of_one = group.continued or issued or group.plan.kind is DocumentType.ORDER_CHANGE
    if not named and len(of_lines) == 1 and of_one:
        named = tuple(of_lines)
    return tuple(OrderReference(number=one, issue_date=issued if len(named) == 1 else None) for one in named)


def _named(group: Group, lines: Sequence[Record], name: str) -> tuple[str, ...]:
    """What rows without lines name; where there are only such rows, also what holds for all."""
    named = dict(group.references.get(name, {}))
    constant = group.defaults.get(name)
    if constant and not lines:
        named[constant] = None
    return tuple(named)


def _corrected(group: Group, lines: Sequence[Record], type_code: str | None) -> tuple[str, ...]:
    """The invoices that a credit note or a corrected invoice corrects: by whichever row they are named."""
    named = dict.fromkeys(_named(group, lines, "invoice_number"))
    if group.plan.kind is DocumentType.CREDIT_NOTE or type_code == CORRECTED:
        named |= dict.fromkeys(one for line in lines if (one := line.get("invoice_number")))
    return tuple(named)


def _response(group: Group, lines: Sequence[Record], said: object) -> Response | None:
    """What a response without lines says of the whole; one with lines only that it was received."""
    if group.plan.kind is not DocumentType.ORDER_RESPONSE:
        return None
    if isinstance(said, LineResponse):
        return None if lines else _OF_THE_WHOLE.get(said)
    return said if isinstance(said, Response) else None


def _several(text: str | None) -> tuple[str, ...]:
    return tuple(one for part in _SEVERAL.split(text) if (one := part.strip())) if text else ()


def _account(head: Mapping[str, Any]) -> tuple[PaymentAccount, ...]:
    iban, bic = head.get("iban"), head.get("bic")
    return (PaymentAccount(iban=iban, bic=bic),) if iban or bic else ()


def _freight(head: Mapping[str, Any]) -> list[Record]:
    amount = head.get("freight")
    return [{"amount": amount, "text": "Freight", "code": _FREIGHT}] if amount else []


def _totals(group: Group, head: Mapping[str, Any]) -> Record:
    """The sums, but for those that the rows contradict each other about."""
    return {name: head.get(field) for field, name in _TOTALS.items() if field not in group.contradicted}
