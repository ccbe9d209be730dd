"""The unit of work: orders that depend on each other, with every fact that counts for them."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from orders.document import Document, Party
from orders.door import NOT_HELD, Door
from orders.learned import Learned
from orders.message import as_sentence
from orders.numbers import is_held


class Filed(Struct, frozen=True, omit_defaults=True, gc=False):
    """A document that came in. `id` is the SHA-256 of its file, "/", and its place in the file from 0: it does not
    depend on when, under which name or how often the file came."""

    id: str
    document: Document


class DecisionKind(StrEnum):
    """What a person can say (docs/statuses.md, "What people decide")."""

    ACCEPT = "accept"  # a deviation: it is right so
    REJECT = "reject"  # a deviation: it is wrong, the supplier must mend it
    ASSIGN = "assign"  # a document line to an order line, or a document without lines to an order
    CLOSE = "close"  # an order line, short
    REOPEN = "reopen"
    REPLACEMENT = "replacement"  # a document: it replaces the one that it conflicts with
    DUPLICATE = "duplicate"  # a document: it does not count
    COUNT = "count"  # a document: it counts although it seemed not to
    CHARGE = "charge"  # a document line: it is a charge, whatever it looks like
    STATUS = "status"  # overrides the status of an order or a line


class Decision(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One thing that a person decided. Revoked decisions are not handed to `assess`.

    Which of the fields are set depends on `kind`: `code` with accept and reject, `document_line`, `order_line` and
    `quantity` with assign (neither line, and `amount`, where a whole document is assigned to an order), `document_line`
    with charge, `order_line` with close and reopen, `status` with status.
    """

    id: int
    kind: DecisionKind
    taken_at: datetime
    taken_by: str
    why: str = ""
    order: str | None = None  # order id, `orders.references.order_id`
    order_line: str | None = None
    document: str | None = None  # Filed.id
    document_line: str | None = None
    code: str | None = None
    quantity: Decimal | None = None
    amount: Decimal | None = None  # so much of the net value of a bill without lines, whichever sign that has
    status: str | None = None
    track: str | None = None  # with close and reopen: "invoicing" closes invoicing; otherwise delivery
    seen: str | None = None  # fingerprint of what the person saw; a decision on what changed since does not hold

    @property
    def said(self) -> str:
        """The reason as a sentence among others."""
        return as_sentence(self.why)


def holding(assignments: Iterable[Decision]) -> tuple[Decision, ...]:
    """Of the assignments of a document without lines, oldest first, those that hold: the newest as a whole, or since
    then the newest amount for each order.
    """
    found: dict[str | None, Decision] = {}
    for one in assignments:
        if one.amount is None or any(other.amount is None for other in found.values()):
            found.clear()
        found.pop(one.order, None)
        found[one.order] = one
    return tuple(found.values())


SOUGHT_WITHIN = timedelta(days=180)
"""How much older than a document that names no order the orders may be that it is compared with."""


class KnownAccount(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """An account that invoices of a supplier name (`orders.payment.account_keys`), with the oldest of these invoices.

    `accepted`: a person accepted it as the supplier's new one, on whichever invoice.
    """

    supplier: Party | None
    account: str
    issue_date: date | None
    document: str  # Filed.id
    accepted: bool = False


def _wrong(decision: Decision) -> str | None:
    return None if decision.quantity is None or is_held(decision.quantity) else NOT_HELD


DECISION = Door(Decision, _wrong)
KNOWN_ACCOUNT = Door(KnownAccount)
"""Doors to and from the store, and to the processes that assess."""


class Case(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What `matching.assess` is given.

    `keys` are the order keys (`orders.references.order_keys`) that this case answers for. A document may also name
    orders of other cases; its lines for those are not this case's business, and a case answers for the document as a
    whole (totals, duplicates) only if the document's first key is its own (`orders.references.home_key`).
    `documents` are in ascending order of id; some only give context (a sibling of the same number, a despatch advice
    that an invoice refers to). `keys` is empty where a document that names no order, directly or through a despatch
    advice or receipt, stands alone; `alone` then says by `Filed.id` which those are (empty: all that name no order).
    `seekers` are the ids of documents that name no order and may belong to one of `keys` by their items: they are this
    case's business too. `as_of` has already been applied to documents and decisions; it is the day on which lateness is
    judged (None: nothing is late yet that no document shows to be late). `accounts` are those that invoices of other
    cases name besides, of the case's suppliers. `learned` is what was learned about them, ascending by id.
    """

    keys: frozenset[str]
    documents: tuple[Filed, ...]
    decisions: tuple[Decision, ...] = ()
    as_of: date | None = None
    accounts: tuple[KnownAccount, ...] = ()
    alone: frozenset[str] = frozenset()
    learned: tuple[Learned, ...] = ()
    seekers: frozenset[str] = frozenset()
