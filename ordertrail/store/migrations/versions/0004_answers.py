"""What people wrote into reports that came back, and what became of it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0004"
down_revision = "0003"

_NUMBER: TypeEngine[int] = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "answers",
        sa.Column("id", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("arrival", _NUMBER, sa.ForeignKey("arrivals.id", name="answers_arrival_fk"), nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("topic", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="answers_pk"),
        sqlite_strict=True,
    )
    op.create_index("answers_arrival_index", "answers", ["arrival"])
    op.create_index("answers_topic_index", "answers", ["topic"])
    op.create_table(
        "verdicts",
        sa.Column("answer_id", _NUMBER, sa.ForeignKey("answers.id", name="verdicts_answer_id_fk"), nullable=False),
        sa.Column("decision", _NUMBER, sa.ForeignKey("decisions.id", name="verdicts_decision_fk"), nullable=True),
        sa.Column("code", sa.Text, nullable=True),
        sa.Column("message", sa.Text, nullable=True),
        sa.Column("judged_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("answer_id", name="verdicts_pk"),
        sqlite_strict=True,
    )
    counters = sa.table("counters", sa.column("name", sa.Text), sa.column("value", sa.BigInteger))
    op.bulk_insert(counters, [{"name": "answer", "value": 0}])
