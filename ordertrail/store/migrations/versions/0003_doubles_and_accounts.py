"""What bills are compared by across cases: what those look like, and the accounts that suppliers named first."""

import sqlalchemy as sa
from alembic import op

from ordertrail.store.cards import renew_cards

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    for name in ("alike", "accounts"):
        op.add_column("documents", sa.Column(name, sa.Text, nullable=True))
    op.create_table(
        "account_uses",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("use", "term", "account", "issued", "filed")),
        sa.Column("supplier", sa.Text, nullable=True),
        sa.Column("supplier_ids", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("use", name="account_uses_pk"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("account_uses_term_issued_filed_index", "account_uses", ["term", "issued", "filed"])
    op.create_index("account_uses_account_index", "account_uses", ["account"])
    renew_cards(op.get_bind())
