"""places and the queue"""

import sqlalchemy as sa
from alembic import op

import storage.tables

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_WAITLISTED = sa.text("state = 'waitlisted'")
_HELD = sa.text("freed_at IS NULL")


def upgrade() -> None:
    op.add_column("case", sa.Column("queue_number", sa.Integer(), nullable=True))
    op.create_index("case_queue", "case", ["window", "queue_number"], unique=True)
    op.create_index(
        "case_waiting_list", "case", ["window", "queue_number", "id"],
        sqlite_where=_WAITLISTED, postgresql_where=_WAITLISTED,
    )
    op.create_index("case_counted", "case", ["window", "state", "sector", "agency"])
    op.create_table(
        "place",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("window", sa.String(), nullable=False),
        sa.Column("pool", sa.String(), nullable=False),
        sa.Column("taken_at", storage.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("taken_by", sa.BigInteger(), nullable=True),
        sa.Column("freed_at", storage.tables.UtcDateTime(timezone=True), nullable=True),
        sa.Column("freed_by", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "place_one_per_case", "place", ["case_id"], unique=True, sqlite_where=_HELD, postgresql_where=_HELD
    )
    op.create_table(
        "place_count",
        sa.Column("window", sa.String(), nullable=False),
        sa.Column("pool", sa.String(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("window", "pool"),
    )


def downgrade() -> None:
    op.drop_table("place_count")
    op.drop_index("place_one_per_case", "place")
    op.drop_table("place")
    for name in ("case_counted", "case_waiting_list", "case_queue"):
        op.drop_index(name, "case")
    op.drop_column("case", "queue_number")
