"""broadcasts of staff, and who pressed their buttons"""

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def _moment(name: str, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, UtcDateTime(timezone=True), nullable=nullable)


def _number(name: str, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def upgrade() -> None:
    op.create_table(
        "broadcast",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        _number("chat_id"),
        _number("thread"),
        _number("author_id"),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("button", sa.String(), nullable=False),
        sa.Column("window", sa.String(), nullable=False),
        _moment("at"),
        sa.Column("counted", sa.Integer(), nullable=False),
        _number("confirmed_by"),
        _number("second_by"),
        _moment("tried_at"),
        _number("last_person", nullable=False),
        _moment("filled_at"),
        _number("recalled_row", nullable=False),
        _moment("recalled_at"),
        _moment("shown_at"),
        sa.Column("shown", sa.String(), nullable=False),
        _moment("started_at"),
        _moment("ended_at"),
        _moment("created_at", nullable=False),
        _moment("updated_at", nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    op.create_index("ix_broadcast_state", "broadcast", ["state"])
    op.create_table(
        "broadcast_press",
        sa.Column("broadcast_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        _moment("at", nullable=False),
        sa.PrimaryKeyConstraint("broadcast_id", "person_id"),
    )


def downgrade() -> None:
    op.drop_table("broadcast_press")
    op.drop_table("broadcast")
