"""The first tables. What they mean is said in `ordertrail.store.tables`; this is how they were at version 0001."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

revision = "0001"
down_revision = None


def upgrade() -> None:
    _facts()
    _derivations()
    op.bulk_insert(
        sa.table("counters", sa.column("name", sa.Text), sa.column("value", sa.BigInteger)),
        [{"name": name, "value": 0} for name in ("arrival", "document", "decision", "mark", "derivation")],
    )


def _facts() -> None:
    _arrivals()
    _documents()
    _decisions()
    _table("settings", _text("name"), _text("value"), key=("name",))
    _table("counters", _text("name"), _number("value"), key=("name",))
    _table("dirty", _document("dirty"), _number("stamp"), key=("document_id",))


def _arrivals() -> None:
    arrivals = _table(
        "arrivals",
        _number("id"),
        _text("arrival_id"),
        _text("name"),
        sa.Column("name_bytes", sa.LargeBinary, nullable=False),
        _text("folder"),
        _text("sha256", optional=True),
        _number("size"),
        _text("received_at"),
        _text("state"),
        *(_text(name, optional=True) for name in ("code", "message", "location", "hint", "path")),
        sa.UniqueConstraint("arrival_id", name="arrivals_arrival_id_key"),
        sa.CheckConstraint("state IN ('accepted', 'duplicate', 'rejected', 'waiting')", name="arrivals_state_check"),
        key=("id",),
    )
    for state, unique in (("accepted", True), ("rejected", False), ("waiting", False)):
        where = arrivals.c.state == state
        name = f"arrivals_{state}_index"
        op.create_index(name, "arrivals", ["sha256"], unique=unique, sqlite_where=where, postgresql_where=where)


def _documents() -> None:
    _table(
        "documents",
        _number("id"),
        _arrival("documents"),
        _number("place"),
        _text("type"),
        _text("number", optional=True),
        _text("number_key"),
        _text("issue_date", optional=True),
        _text("supplier", optional=True),
        _text("supplier_ids"),
        _text("order_keys"),
        _flag("documents", "couples"),
        _flag("documents", "hangs"),
        _text("links"),
        _number("lines"),
        _text("body"),
        sa.UniqueConstraint("arrival", "place", name="documents_arrival_key"),
        key=("id",),
    )
    _table(
        "document_terms",
        _text("term"),
        _document("document_terms"),
        key=("term", "document_id"),
        clustered=True,
    )


def _decisions() -> None:
    _table(
        "decisions",
        _number("id"),
        _text("kind"),
        _text("taken_at"),
        _text("order_term", optional=True),
        _document("decisions", optional=True),
        _arrival("decisions", optional=True),
        _text("body"),
        key=("id",),
    )
    op.create_index("decisions_order_term_index", "decisions", ["order_term"])
    op.create_index("decisions_document_id_index", "decisions", ["document_id"])
    decision = sa.ForeignKey("decisions.id", name="revocations_decision_id_fk")
    _table(
        "revocations",
        sa.Column("decision_id", _integer(), decision, nullable=False),
        _text("taken_at"),
        _text("taken_by"),
        _text("why"),
        key=("decision_id",),
    )


def _derivations() -> None:
    _table("case_members", _text("member"), _text("case_name"), key=("member",), clustered=True)
    op.create_index("case_members_case_name_index", "case_members", ["case_name"])
    _table(
        "orders",
        *(_text(name) for name in ("case_name", "order_id", "number", "number_key")),
        *(_text(name, optional=True) for name in ("supplier", "supplier_key", "supplier_name_key")),
        *(_text(name, optional=True) for name in ("buyer", "currency", "issue_date")),
        _text("status"),
        _text("digest"),
        _text("body"),
        key=("case_name", "order_id"),
    )
    op.create_index("orders_number_key_index", "orders", ["number_key"])
    _table(
        "document_states",
        _text("case_name"),
        _number("document_id"),
        _flag("document_states", "counted"),
        _text("reason", optional=True),
        _text("body"),
        key=("case_name", "document_id"),
        clustered=True,
    )
    op.create_index("document_states_document_id_index", "document_states", ["document_id"])
    _table(
        "deviations",
        _text("case_name"),
        _number("position"),
        _text("code"),
        _text("state"),
        _text("order_id", optional=True),
        _text("body"),
        key=("case_name", "position"),
    )
    _table(
        "unmatched",
        _text("case_name"),
        _number("position"),
        _text("code"),
        _text("body"),
        key=("case_name", "position"),
    )


def _table(name: str, *items: SchemaItem, key: tuple[str, ...], clustered: bool = False) -> sa.Table:
    primary = sa.PrimaryKeyConstraint(*key, name=f"{name}_pk")
    return op.create_table(name, *items, primary, sqlite_strict=True, sqlite_with_rowid=not clustered)


def _integer() -> TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _text(name: str, *, optional: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=optional)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, _integer(), autoincrement=False, nullable=False)


def _flag(table: str, name: str) -> sa.Column[int]:
    check = sa.CheckConstraint(f"{name} IN (0, 1)", name=f"{table}_{name}_check")
    return sa.Column(name, _integer(), check, nullable=False)


def _arrival(table: str, *, optional: bool = False) -> sa.Column[int]:
    key = sa.ForeignKey("arrivals.id", name=f"{table}_arrival_fk")
    return sa.Column("arrival", _integer(), key, autoincrement=False, nullable=optional)


def _document(table: str, *, optional: bool = False) -> sa.Column[int]:
    key = sa.ForeignKey("documents.id", name=f"{table}_document_id_fk")
    return sa.Column("document_id", _integer(), key, autoincrement=False, nullable=optional)
