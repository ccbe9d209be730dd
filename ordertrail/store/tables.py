"""The tables. Portable types only; what a table means is said beside it.

Dates and times are ISO 8601 text (UTC with "Z"): they sort, and mean the same in every database.
SQLite's tables are strict, so that it holds types as firmly as PostgreSQL does.
"""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

METADATA = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pk",
        "fk": "%(table_name)s_%(column_0_name)s_fk",
        "uq": "%(table_name)s_%(column_0_name)s_key",
        "ix": "%(table_name)s_%(column_0_N_name)s_index",
        "ck": "%(table_name)s_%(constraint_name)s_check",
    }
)
_INTEGER: TypeEngine[int] = BigInteger().with_variant(Integer(), "sqlite")
"""64 bits in every database; SQLite numbers rows by itself only if the type is called INTEGER."""


def _table(name: str, *items: SchemaItem, clustered: bool = False) -> Table:
    # A clustered table is its primary key: SQLite then keeps one tree instead of two.
    return Table(name, METADATA, *items, sqlite_strict=True, sqlite_with_rowid=not clustered)


def _text(name: str, *, optional: bool = False, key: bool = False) -> Column[str]:
    return Column(name, Text, nullable=optional, primary_key=key)


def _number(name: str, *items: SchemaItem, optional: bool = False, key: bool = False) -> Column[int]:
    return Column(name, _INTEGER, *items, nullable=optional, primary_key=key, autoincrement=False)


def _flag(name: str) -> Column[int]:
    return Column(name, _INTEGER, CheckConstraint(f"{name} IN (0, 1)", name=name), nullable=False)


# ── Facts: what came in and what was decided. Rows are added, never changed: but for the arrival that was waiting. ──

ARRIVALS = _table(  # a row for each file that came in, however often it came
    "arrivals",
    _number("id", key=True),
    _text("arrival_id"),  # fixed when the file was claimed; names it in the archive and in the quarantine
    _text("name"),
    Column("name_bytes", LargeBinary, nullable=False),
    _text("folder"),
    _text("sha256", optional=True),
    _number("size"),
    _text("received_at"),
    _text("state"),
    _text("code", optional=True),
    _text("message", optional=True),
    _text("location", optional=True),  # the place in the file
    _text("hint", optional=True),
    _text("path", optional=True),
    UniqueConstraint("arrival_id"),
    CheckConstraint("state IN ('accepted', 'duplicate', 'rejected', 'waiting')", name="state"),
)
_ACCEPTED = ARRIVALS.c.state == "accepted"
Index(  # the same bytes are accepted once, for ever
    "arrivals_accepted_index", ARRIVALS.c.sha256, unique=True, sqlite_where=_ACCEPTED, postgresql_where=_ACCEPTED
)
_REJECTED = ARRIVALS.c.state == "rejected"
Index("arrivals_rejected_index", ARRIVALS.c.sha256, sqlite_where=_REJECTED, postgresql_where=_REJECTED)
_WAITING = ARRIVALS.c.state == "waiting"
Index("arrivals_waiting_index", ARRIVALS.c.sha256, sqlite_where=_WAITING, postgresql_where=_WAITING)

DOCUMENTS = _table(  # a row for each document of a file: its card (`ordertrail.store.facts.Card`), then its body
    "documents",
    _number("id", key=True),
    _number("arrival", ForeignKey("arrivals.id")),  # the accepted file that it is in
    _number("place"),  # in the file, from 0
    _text("type"),
    _text("number", optional=True),
    _text("number_key"),
    _text("issue_date", optional=True),
    _text("supplier", optional=True),
    _text("supplier_ids"),  # JSON
    _text("order_keys"),  # a line each
    _flag("couples"),
    _flag("hangs"),
    _text("links"),  # terms of what it refers to, a line each
    _number("lines"),
    _text("body"),
    _text("alike", optional=True),  # what bills that could be doubles have in common
    _text("accounts", optional=True),  # that an invoice wants to be paid to, a line each
    UniqueConstraint("arrival", "place"),
)

DOCUMENT_TERMS = _table(  # what a document is found by (`ordertrail.store.terms`): orders it names, itself, its links
    "document_terms",
    _text("term", key=True),
    _number("document_id", ForeignKey("documents.id"), key=True),
    clustered=True,
)

ACCOUNT_USES = _table(  # the oldest invoice on which a supplier, found by one of its terms, names an account
    "account_uses",
    _text("use", key=True),  # the term and the account
    _text("term"),
    _text("account"),
    _text("issued"),  # "" without a date
    _text("filed"),  # `orders.case.Filed.id`
    _text("supplier", optional=True),
    _text("supplier_ids"),  # JSON
    clustered=True,
)
Index(None, ACCOUNT_USES.c.term, ACCOUNT_USES.c.issued, ACCOUNT_USES.c.filed)
Index(None, ACCOUNT_USES.c.account)

DOCUMENT_ITEMS = _table(  # the items of orders, and of documents that name none
    "document_items",
    _number("document_id", ForeignKey("documents.id"), key=True),
    _text("day"),  # of its issue
    _flag("seeks"),  # an order: it names none
    _text("items"),  # a line each
)

ITEM_TERMS = _table(  # the same, found by item and day (`ordertrail.store.terms.item_terms`)
    "item_terms",
    _text("term", key=True),
    _text("day", key=True),
    _number("document_id", ForeignKey("documents.id"), key=True),
    clustered=True,
)

DECISIONS = _table(  # what people decided (`orders.case.Decision`)
    "decisions",
    _number("id", key=True),
    _text("kind"),
    _text("taken_at"),
    _text("order_term", optional=True),
    _number("document_id", ForeignKey("documents.id"), optional=True),
    _number("arrival", ForeignKey("arrivals.id"), optional=True),  # the workbook that it came in
    _text("body"),
)
Index(None, DECISIONS.c.order_term)
Index(None, DECISIONS.c.document_id)

REVOCATIONS = _table(  # decisions that were taken back
    "revocations",
    _number("decision_id", ForeignKey("decisions.id"), key=True),
    _text("taken_at"),
    _text("taken_by"),
    _text("why"),
)

ANSWERS = _table(  # what people wrote into reports that came back (`orders.answer.Answer`), a row each
    "answers",
    _number("id", key=True),
    _number("arrival", ForeignKey("arrivals.id")),  # the workbook
    _text("author"),
    _text("topic"),  # `orders.answer.RowKey.topic`, cut; "" without a key
    _text("body"),
)
Index(None, ANSWERS.c.arrival)
Index(None, ANSWERS.c.topic)

VERDICTS = _table(  # what became of an answer; one without a verdict is still to be judged
    "verdicts",
    _number("answer_id", ForeignKey("answers.id"), key=True),
    _number("decision", ForeignKey("decisions.id"), optional=True),  # the decision that it was kept as
    _text("code", optional=True),  # or why it was refused
    _text("message", optional=True),
    _text("judged_at"),
)

LEARNED_ENTRIES = _table(  # what was learned from people (`orders.learned.Learned`)
    "learned",
    _number("id", key=True),
    _number("event"),  # which event of learning it was: they are counted together with revocations
    _number("decision_id", ForeignKey("decisions.id"), optional=True),  # that taught it
    _text("taken_at"),
    _text("body"),
)
Index(None, LEARNED_ENTRIES.c.decision_id)

LEARNED_REVOCATIONS = _table(  # what was learned and taken back
    "learned_revocations",
    _number("learned_id", ForeignKey("learned.id"), key=True),
    _number("event"),
    _text("taken_at"),
    _text("taken_by"),
    _text("why"),
)

SETTINGS = _table(  # what the program has to remember: when the last report was written, …
    "settings",
    _text("name", key=True),
    _text("value"),
)

COUNTERS = _table(  # the last number given out; the row is also the lock that writers of one kind queue at
    "counters",
    _text("name", key=True),
    _number("value"),
)

DIRTY = _table(  # documents whose consequences are not derived yet; committed with what made them so
    "dirty",
    _number("document_id", ForeignKey("documents.id"), key=True),
    _number("stamp"),  # which marking it was: a mark made meanwhile is not wiped off with the older ones
)

# ── Derivations: made by `ordertrail.derive`, a case at a time; may be dropped and made anew at any time. ──

CASE_MEMBERS = _table(  # which case an order key, or a document that names no order, belongs to
    "case_members",
    _text("member", key=True),
    _text("case_name"),
    clustered=True,
)
Index(None, CASE_MEMBERS.c.case_name)

ORDERS = _table(
    "orders",
    _text("case_name", key=True),
    _text("order_id", key=True),
    _text("number"),
    _text("number_key"),
    _text("sort_key"),  # `orders.references.sort_key` of the number
    _text("supplier", optional=True),
    _text("supplier_key", optional=True),
    _text("supplier_name_key", optional=True),
    _text("buyer", optional=True),
    _text("currency", optional=True),
    _text("issue_date", optional=True),
    _text("status"),
    _text("digest"),  # tells whether the body is another one without reading it
    _text("body"),  # `ORDER_ASSESSMENT` JSON
)
Index(None, ORDERS.c.number_key)
Index(None, ORDERS.c.sort_key)

DOCUMENT_STATES = _table(
    "document_states",
    _text("case_name", key=True),
    _number("document_id", key=True),
    _flag("counted"),
    _text("reason", optional=True),
    _text("body"),
    clustered=True,
)
Index(None, DOCUMENT_STATES.c.document_id)

DEVIATIONS = _table(
    "deviations",
    _text("case_name", key=True),
    _number("position", key=True),
    _text("code"),
    _text("state"),
    _text("order_id", optional=True),
    _text("body"),
)

UNMATCHED = _table(
    "unmatched",
    _text("case_name", key=True),
    _number("position", key=True),
    _text("code"),
    _text("body"),
)

DERIVATIONS = (CASE_MEMBERS, ORDERS, DOCUMENT_STATES, DEVIATIONS, UNMATCHED)
