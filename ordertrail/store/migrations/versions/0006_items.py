"""Orders, and documents that name none, are found by their items."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

from orders.document import DOCUMENT
from ordertrail.store.facts import Card, card
from ordertrail.store.terms import item_terms

revision = "0006"
down_revision = "0005"

_PAGE = 500


def upgrade() -> None:
    integer = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

    def document(table: str) -> sa.Column[int]:
        key = sa.ForeignKey("documents.id", name=f"{table}_document_id_fk")
        return sa.Column("document_id", integer, key, autoincrement=False, nullable=False)

    items = op.create_table(
        "document_items",
        document("document_items"),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column(
            "seeks", integer, sa.CheckConstraint("seeks IN (0, 1)", name="document_items_seeks_check"), nullable=False
        ),
        sa.Column("items", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("document_id", name="document_items_pk"),
        sqlite_strict=True,
    )
    terms = op.create_table(
        "item_terms",
        sa.Column("term", sa.Text, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        document("item_terms"),
        sa.PrimaryKeyConstraint("term", "day", "document_id", name="item_terms_pk"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    for number, one in _known(op.get_bind()):
        row = {"day": one.issue_date, "document_id": number}
        op.execute(items.insert().values(seeks=int(one.seeks), items="\n".join(one.items), **row))
        op.bulk_insert(terms, [{"term": term, **row} for term in item_terms(one)])


def _known(connection: sa.Connection) -> Iterator[tuple[int, Card]]:
    """The documents that came before and are found by items."""
    last = 0
    query = sa.text("SELECT id, body FROM documents WHERE id > :last ORDER BY id LIMIT :page")
    while rows := connection.execute(query, {"last": last, "page": _PAGE}).all():
        last = rows[-1][0]
        for number, body in rows:
            one = card(DOCUMENT.from_json(body))
            if one.items:
                yield number, one
