"""Orders get a key that sorts their numbers as people count. Until everything was derived anew, which the changed
setting asks for, they sort by the number as it is looked up.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_BEFORE = ("case_name", "order_id", "number", "number_key")
_AFTER = (
    "supplier",
    "supplier_key",
    "supplier_name_key",
    "buyer",
    "currency",
    "issue_date",
    "status",
    "digest",
    "body",
)
_OPTIONAL = frozenset(_AFTER[:6])


def upgrade() -> None:
    op.execute("CREATE TABLE orders_before AS SELECT * FROM orders")
    op.drop_table("orders")
    op.create_table(
        "orders",
        *(sa.Column(name, sa.Text, nullable=name in _OPTIONAL) for name in (*_BEFORE, "sort_key", *_AFTER)),
        sa.PrimaryKeyConstraint("case_name", "order_id", name="orders_pk"),
        sqlite_strict=True,
    )
    for name in ("number_key", "sort_key"):
        op.create_index(f"orders_{name}_index", "orders", [name])
    before, after = ", ".join(_BEFORE), ", ".join(_AFTER)
    op.execute(
        f"INSERT INTO orders ({before}, sort_key, {after}) "  # noqa: S608 - our own names
        f"SELECT {before}, number_key, {after} FROM orders_before"
    )
    op.drop_table("orders_before")
    op.execute("UPDATE settings SET value = '' WHERE name = 'derived by'")
