"""Pages known again, and which cases look alike."""

import sqlalchemy as sa
from alembic import op

import storage.tables

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "fingerprint",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("file_id", sa.BigInteger(), nullable=False),
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("bits_sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("file_id"),
    )
    op.create_index("ix_fingerprint_case_id", "fingerprint", ["case_id"])
    op.create_table(
        "lookalike",
        sa.Column("print_id", sa.BigInteger(), nullable=False),
        sa.Column("other_id", sa.BigInteger(), nullable=False),
        sa.Column("difference", sa.Float(), nullable=False),
        sa.Column("found_at", storage.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("dismissed_at", storage.tables.UtcDateTime(timezone=True), nullable=True),
        sa.Column("dismissed_by", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("print_id", "other_id"),
    )
    op.create_index("ix_lookalike_other_id", "lookalike", ["other_id"])


def downgrade() -> None:
    op.drop_table("lookalike")
    op.drop_table("fingerprint")
