"""decisions that are counted: also first approvals, places on the waiting list, and rejections upheld"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None
_BEFORE = "actor = 'officer' AND move IN ('approve', 'reject', 'send_back')"
_NOW = "actor = 'officer' AND move IN ('first_approve', 'approve', 'waitlist', 'reject', 'uphold', 'send_back')"


def upgrade() -> None:
    _index_again(_NOW)


def downgrade() -> None:
    _index_again(_BEFORE)


def _index_again(which: str) -> None:
    op.drop_index("history_decided", table_name="history")
    rows = sa.text(which)
    op.create_index(
        "history_decided", "history", ["actor_id", "move", "at"], sqlite_where=rows, postgresql_where=rows
    )
