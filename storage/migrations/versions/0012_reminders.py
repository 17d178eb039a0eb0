"""reminders: who wants them, who was last seen when, and what was sent"""

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

# name, table, columns, of which rows
_INDEXES = (
    ("person_asked", "person", ["id"], "reminders = 'on'"),
    ("person_lost", "person", ["id"], "unreachable_at IS NOT NULL OR reminders = 'off'"),
    ("draft_open", "draft", ["id"], "state = 'open'"),
    ("case_incomplete", "case", ["id"], "queue_number IS NULL"),
    ("case_approved", "case", ["window", "id"], "state = 'approved'"),
)


def upgrade() -> None:
    op.create_table(
        "reminder",
        sa.Column("person_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("occasion", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("outbox_key", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "name", "occasion"),
        sa.UniqueConstraint("outbox_key"),
    )
    op.create_index("reminder_one_a_day", "reminder", ["person_id", "day"], unique=True)
    op.create_table(
        "reminder_wish",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("wanted", sa.Boolean(), nullable=False),
        sa.Column("at", UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_reminder_wish_person_id", "reminder_wish", ["person_id"])
    op.add_column("person", sa.Column("active_at", UtcDateTime(timezone=True), nullable=True))
    op.add_column("person", sa.Column("reminders", sa.String(), nullable=False, server_default=""))
    op.add_column("person", sa.Column("reminders_at", UtcDateTime(timezone=True), nullable=True))
    for name, table, columns, rows in _INDEXES:
        op.create_index(name, table, columns, sqlite_where=sa.text(rows), postgresql_where=sa.text(rows))


def downgrade() -> None:
    for name, table, _, _ in reversed(_INDEXES):
        op.drop_index(name, table)
    for column in ("reminders_at", "reminders", "active_at"):
        op.drop_column("person", column)
    op.drop_table("reminder_wish")
    op.drop_table("reminder")
