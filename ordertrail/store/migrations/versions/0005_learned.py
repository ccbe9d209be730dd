"""What was learned from people; and documents found by their supplier, which tells whose chances that changes."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

from ordertrail.store.bulk import execute, fetch
from ordertrail.store.terms import card_supplier_term

revision = "0005"
down_revision = "0004"

_NUMBER: TypeEngine[int] = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "learned",
        sa.Column("id", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("event", _NUMBER, nullable=False),
        sa.Column("decision_id", _NUMBER, sa.ForeignKey("decisions.id", name="learned_decision_id_fk"), nullable=True),
        sa.Column("taken_at", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="learned_pk"),
        sqlite_strict=True,
    )
    op.create_index("learned_decision_id_index", "learned", ["decision_id"])
    reference = sa.ForeignKey("learned.id", name="learned_revocations_learned_id_fk")
    op.create_table(
        "learned_revocations",
        sa.Column("learned_id", _NUMBER, reference, primary_key=True, autoincrement=False),
        sa.Column("event", _NUMBER, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("taken_at", "taken_by", "why")),
        sa.PrimaryKeyConstraint("learned_id", name="learned_revocations_pk"),
        sqlite_strict=True,
    )
    _find_by_supplier(op.get_bind())
    counters = sa.table("counters", sa.column("name", sa.Text), sa.column("value", sa.BigInteger))
    op.bulk_insert(counters, [{"name": name, "value": 0} for name in ("learned", "learning")])


def _find_by_supplier(connection: sa.Connection) -> None:
    last = 0
    query = "SELECT id, supplier, supplier_ids FROM documents WHERE id > ? ORDER BY id LIMIT 5000"
    insert = "INSERT INTO document_terms (term, document_id) VALUES (?, ?) ON CONFLICT (term, document_id) DO NOTHING"
    while True:
        rows = fetch(connection, query, (last,))
        if not rows:
            return
        last = rows[-1][0]
        execute(connection, insert, [(card_supplier_term(name, ids), number) for number, name, ids in rows])
