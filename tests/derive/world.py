"""A small world for the store: documents that hang together in every way, and an assessment that shows what it was
shown.

The assessment here is no matching. It repeats everything that a case was made of, so that a document that is missing
from a case, or no longer belongs to it, changes the derivations.
"""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from random import Random
from typing import Any

from orders.assessment import (
    Assessment,
    By,
    Deviation,
    DocumentAssessment,
    LineAssessment,
    OrderAssessment,
    RevisionStatus,
    UnmatchedLine,
)
from orders.case import Case, Filed
from orders.deviations import DeviationCode, Severity
from orders.document import (
    DOCUMENT,
    Document,
    DocumentType,
    Line,
    OrderReference,
    Party,
    PartyId,
    PaymentAccount,
    Totals,
)
from orders.message import Message
from orders.policy import Policy
from orders.references import document_order_keys, head_order_keys, order_id
from orders.status import Status, Track
from ordertrail.store.engine import Store
from ordertrail.store.facts import Arrival, ArrivalState, ReadDocument, card
from ordertrail.store.record import Recorded, record

DAY = date(2026, 3, 1)
SUPPLIERS = (
    Party(name="ACME GmbH", ids=(PartyId(scheme="0088", value="4012345000009"),)),
    Party(name="Birch & Sons Ltd", vat_id="GB987654321"),
    Party(name="ACME"),
    None,
)
REFERRED = {
    DocumentType.RECEIPT_ADVICE: ("despatch_references", "despatch_number"),
    DocumentType.INVOICE: ("despatch_references", "receipt_number"),
    DocumentType.CREDIT_NOTE: ("invoice_references", "invoice_number"),
}


def read(*documents: Document) -> tuple[ReadDocument, ...]:
    """Documents as a reader hands them over."""
    return tuple(
        ReadDocument(index=index, body=DOCUMENT.to_json(one), card=card(one)) for index, one in enumerate(documents)
    )


def arrival(*documents: Document, number: int = 0, content: bytes | None = None, **fields: Any) -> Arrival:
    """A file with these documents that came in as the `number`-th."""
    bodies = content or b"".join(one.body for one in read(*documents))
    given: dict[str, Any] = {
        "id": f"{1_760_000_000_000_000_000 + number}-{number:08x}",
        "name": f"file {number}.xml",
        "name_bytes": f"file {number}.xml".encode(),
        "sha256": sha256(bodies).hexdigest(),
        "size": len(bodies),
        "received_at": datetime(2026, 11, 1, tzinfo=UTC) + timedelta(seconds=number),
        "state": ArrivalState.ACCEPTED,
        "path": f"2026/11/file {number}.xml",
        "documents": read(*documents),
    }
    return Arrival(**(given | fields))


def put(store: Store, *documents: Document, start: int = 0) -> tuple[Recorded, ...]:
    """Records documents, each in a file of its own."""
    with store.writing() as connection:
        return record(connection, [arrival(one, number=start + count) for count, one in enumerate(documents)])


def documents(chance: Random, count: int) -> list[Document]:
    """Documents of few orders, suppliers and numbers, so that everything collides with everything."""
    return [_document(chance, place) for place in range(count)]


def seekers_and_orders(chance: Random, count: int) -> list[Document]:
    """Orders, and bills of which most name none of them, of few items and over three half-years."""
    return [_sought_or_seeking(chance, place) for place in range(count)]


def _sought_or_seeking(chance: Random, place: int) -> Document:
    kind = chance.choice((DocumentType.ORDER, DocumentType.INVOICE))
    items = chance.sample(("S-1", "S-2", "S-3", "S-4", "S-5", "S-6"), chance.choice((1, 1, 2, 3)))
    named = kind is DocumentType.INVOICE and not chance.randrange(4)
    references = [OrderReference(number=f"P{chance.randrange(16)}") for _ in range(2)] if named else []
    return Document(
        type=kind,
        number=f"P{place}",
        issue_date=DAY + timedelta(days=chance.randrange(400)),
        format="test",
        supplier=chance.choice(SUPPLIERS[:2]),
        order_references=tuple(references),
        lines=tuple(Line(id=str(row), supplier_item=item) for row, item in enumerate(items)),
    )


def _document(chance: Random, place: int) -> Document:
    kind = chance.choice(tuple(DocumentType))
    numbers = [str(chance.randrange(4)) for _ in range(2)]
    fields: dict[str, Any] = {}
    lines = tuple(_line(chance, kind, str(row)) for row in range(chance.randrange(4)))
    if kind is DocumentType.ORDER:
        numbers = [_order(chance)]
    elif chance.randrange(3):
        fields["order_references"] = tuple(
            OrderReference(number=_order(chance)) for _ in range(chance.choice((1, 1, 2)))
        )
    if kind in REFERRED and not chance.randrange(2):
        fields[REFERRED[kind][0]] = (str(chance.randrange(1, 4)),)
    if kind not in (DocumentType.ORDER, DocumentType.ORDER_CHANGE) and not chance.randrange(6):
        fields["replaces"] = (str(chance.randrange(1, 4)),)
    return Document(
        type=kind,
        number=numbers[0] if chance.randrange(8) else None,
        issue_date=DAY + timedelta(days=place) if chance.randrange(5) else None,
        format="test",
        supplier=chance.choice(SUPPLIERS),
        buyer=Party(name="Hansen Maschinenbau"),
        payment_accounts=_accounts(chance),
        totals=Totals(gross=Decimal(chance.choice((1, 1, 2)))),
        lines=lines,
        **fields,
    )


def _accounts(chance: Random) -> tuple[PaymentAccount, ...]:
    return tuple(PaymentAccount(iban=chance.choice("ABC")) for _ in range(chance.choice((0, 1, 1, 2))))


def _order(chance: Random) -> str:
    return chance.choice(("A1", "B2", "C3", "C3", "NA"))


def _line(chance: Random, kind: DocumentType, identity: str) -> Line:
    fields: dict[str, Any] = {}
    if kind is not DocumentType.ORDER and not chance.randrange(3):
        fields["order_number"] = _order(chance)
    if not chance.randrange(3):
        fields["supplier_item"] = chance.choice(("S-1", "S-2", "S-3"))
    if kind in REFERRED and not chance.randrange(4):
        fields[REFERRED[kind][1]] = str(chance.randrange(1, 4))
    return Line(id=identity, **fields)


def assess(case: Case, policy: Policy) -> Assessment:
    """Everything that the case is made of."""
    shown = ", ".join(one.id for one in case.documents)
    accounts = " ".join(sorted(f"{one.account} {one.document} {one.accepted}" for one in case.accounts))
    shown += f"; seeking: {', '.join(sorted(case.seekers))}"
    decided = ", ".join(f"{one.id} {one.kind}" for one in case.decisions)
    args = {"keys": " ".join(sorted(case.keys)), "shown": shown, "decided": decided, "policy": repr(policy.options)}
    args["accounts"] = accounts
    ours = [one for one in case.documents if not case.keys.isdisjoint(document_order_keys(one.document))]
    found = {order.id: order for order in (_assessed(one, case, args) for one in ours if _is_order(one, case))}
    return Assessment(
        orders=tuple(found[id_] for id_ in sorted(found)),
        documents=tuple(_listed(one) for one in ours or case.documents),
        deviations=(_deviation(args),),
        unmatched=tuple(_unmatched(one) for one in case.documents if not case.keys),
    )


def _is_order(filed: Filed, case: Case) -> bool:
    return filed.document.type == "order" and not case.keys.isdisjoint(head_order_keys(filed.document))


def _assessed(filed: Filed, case: Case, args: dict[str, str]) -> OrderAssessment:
    document = filed.document
    number = document.number or ""
    supplier = document.supplier.name if document.supplier else None
    return OrderAssessment(
        id=order_id(number, document.buyer),
        number=number,
        revision=1,
        supplier=supplier,
        supplier_key="acme" if supplier and supplier.startswith("ACME") else None,
        buyer="Hansen Maschinenbau",
        currency=None,
        issue_date=document.issue_date,
        status=Status.PENDING if len(case.documents) < 3 else Status.CONFIRMED,
        derived_status=Status.PENDING,
        tracks=dict.fromkeys(Track, "none"),
        revisions=(RevisionStatus(revision=1, document=filed.id, issue_date=None, status=Status.PENDING),),
        lines=tuple(_line_assessed(line) for line in document.lines),
        documents=tuple(one.id for one in case.documents),
        missing=(Message("test", args),),
    )


def _line_assessed(line: Line) -> LineAssessment:
    zero: dict[str, Any] = dict.fromkeys(
        ("ordered", "target", "confirmed", "shipped", "received", "rejected", "returned", "invoiced", "open_to_ship",
         "open_to_receive", "open_to_invoice", "closed_short", "invoiced_amount"),
        Decimal(0),
    )  # fmt: skip
    return LineAssessment(
        line=line.id or "",
        name=line.name,
        unit=None,
        by=By.TEXT,
        unit_price=None,
        ordered_amount=None,
        status=Status.PENDING,
        tracks={},
        **zero,
    )


def _listed(filed: Filed) -> DocumentAssessment:
    document = filed.document
    return DocumentAssessment(
        document=filed.id,
        type=document.type,
        number=document.number,
        issue_date=document.issue_date,
        supplier=document.supplier.name if document.supplier else None,
        currency=None,
        gross=None,
        counted=True,
    )


def _deviation(args: dict[str, str]) -> Deviation:
    return Deviation(
        code=DeviationCode.POSSIBLE_DUPLICATE,
        severity=Severity.INFO,
        order=None,
        order_number=None,
        message=Message("test", args),
    )


def _unmatched(filed: Filed) -> UnmatchedLine:
    return UnmatchedLine(
        document=filed.id,
        document_type=filed.document.type,
        document_number=filed.document.number,
        document_line=None,
        supplier=None,
        item=None,
        name=None,
        quantity=None,
        unit=None,
        amount=None,
        code=DeviationCode.LINE_UNMATCHED,
    )
