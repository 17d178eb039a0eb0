"""What is counted already: people in their cells, and the decisions of officers"""

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_DECIDED = "actor = 'officer' AND move IN ('first_approve', 'approve', 'waitlist', 'reject', 'uphold', 'send_back')"
_LOST = "unreachable_at IS NOT NULL OR reminders = 'off'"


def upgrade() -> None:
    """The people need the key to be counted: the bot does that at its start."""
    op.create_table(
        "counted",
        sa.Column("person_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("cells", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("person_id"),
    )
    op.create_table(
        "tally",
        sa.Column("id", _ID, nullable=False),
        sa.Column("book", sa.String(), nullable=False),
        sa.Column("cell", sa.String(), nullable=False),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("tally_book", "tally", ["book", "cell", "change"])
    op.create_table(
        "decision_count",
        sa.Column("id", _ID, nullable=False),
        sa.Column("officer_id", sa.BigInteger(), nullable=False),
        sa.Column("move", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("folded", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("decision_count_at", "decision_count", ["at"])
    _of_some("decision_count_single", "decision_count", ["at"], "NOT folded")
    decided = f"SELECT actor_id, move, at, 1 FROM history WHERE {_DECIDED} AND actor_id IS NOT NULL"  # noqa: S608
    op.execute(f"INSERT INTO decision_count (officer_id, move, at, number) {decided}")  # noqa: S608
    op.drop_index("history_decided", table_name="history")
    op.drop_index("person_lost", table_name="person")


def downgrade() -> None:
    _of_some("person_lost", "person", ["id"], _LOST)
    _of_some("history_decided", "history", ["actor_id", "move", "at"], _DECIDED)
    for table in ("decision_count", "tally", "counted"):
        op.drop_table(table)


def _of_some(name: str, table: str, columns: list[str], which: str) -> None:
    rows = sa.text(which)
    op.create_index(name, table, columns, sqlite_where=rows, postgresql_where=rows)
