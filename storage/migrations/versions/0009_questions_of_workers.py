"""questions of workers to the staff, and what a person's next words are meant for"""

import sqlalchemy as sa
from alembic import op

import storage.tables

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None
_STANDING = "state IN ('waiting', 'claimed', 'sent_back')"
_OPEN = "state IN ('waiting', 'claimed')"
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
    _index_again("case_standing", ["agency", "id"], _STANDING.replace(")", ", 'objected')"))
    _index_again("case_open", ["agency", "id", "hold_until"], _OPEN.replace(")", ", 'objected')"))


def _index_again(name: str, columns: list[str], states: str) -> None:
    """The cards that move when another group decides for an agency, and the queue: by now also objections."""
    op.drop_index(name, table_name="case")
    rows = sa.text(states)
    op.create_index(name, "case", columns, sqlite_where=rows, postgresql_where=rows)


def downgrade() -> None:
    _index_again("case_open", ["agency", "id", "hold_until"], _OPEN)
    _index_again("case_standing", ["agency", "id"], _STANDING)
    op.drop_table("question_answer")
    op.drop_table("question")
    op.drop_column("person", "awaiting_sealed")
