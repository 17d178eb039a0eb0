"""search and holds: terms of cases, a log of searches, cases put aside until a day"""

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_OPEN = sa.text("state IN ('waiting', 'claimed')")
_HELD = sa.text("hold_until IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "case_term",
        sa.Column("term", sa.LargeBinary(), nullable=False),
        sa.Column("case_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("term", "case_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_case_term_case_id", "case_term", ["case_id"])
    op.create_table(
        "search_log",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("kinds", sa.String(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("found", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.add_column("case", sa.Column("hold_until", sa.Date(), nullable=True))
    op.create_index(
        "case_open", "case", ["agency", "id", "hold_until"], sqlite_where=_OPEN, postgresql_where=_OPEN
    )
    op.create_index("case_held", "case", ["agency", "id"], sqlite_where=_HELD, postgresql_where=_HELD)


def downgrade() -> None:
    op.drop_index("case_held", "case")
    op.drop_index("case_open", "case")
    op.drop_column("case", "hold_until")
    op.drop_table("search_log")
    op.drop_table("case_term")
