"""questions of workers to the staff, and what a person's next words are meant for"""

import sqlalchemy as sa
from alembic import op

import storage.tables

revision = "0009"
down_revision = "0007"
branch_labels = None
depends_on = None
_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column(
        "person", sa.Column("awaiting_sealed", sa.LargeBinary(), nullable=False, server_default=sa.text("''"))
    )
    op.create_table(
        "question",
        sa.Column("id", _ID, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("case_id", sa.BigInteger(), nullable=True),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("asked_at", storage.tables.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_question_person_id", "question", ["person_id"])
    op.create_index("ix_question_case_id", "question", ["case_id"])
    op.create_table(
        "question_answer",
        sa.Column("id", _ID, nullable=False),
        sa.Column("question_id", sa.BigInteger(), nullable=False),
        sa.Column("officer_id", sa.BigInteger(), nullable=False),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("at", storage.tables.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_question_answer_question_id", "question_answer", ["question_id"])


def downgrade() -> None:
    op.drop_table("question_answer")
    op.drop_table("question")
    op.drop_column("person", "awaiting_sealed")
