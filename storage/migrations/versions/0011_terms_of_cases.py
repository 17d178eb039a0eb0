"""terms of cases: in which group a card stands, since when a case waits, what its worker was told of that"""

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_OPEN = sa.text("state IN ('waiting', 'claimed', 'objected')")
_STANDING = sa.text("state IN ('waiting', 'claimed', 'sent_back')")
_UNTOLD = sa.text("told_at IS NULL")
_OFFICER = sa.text("actor = 'officer'")
# Until now every case had a card, and its slot says where.
_STANDS = """UPDATE "case" SET card_chat = (SELECT chat_id FROM slot WHERE name = 'card:' || CAST("case".id AS VARCHAR))"""
# The last change of a case that was sent back is that it was; of an open one the sending is what its worker knows.
_SINCE = """UPDATE "case" SET since = CASE WHEN state = 'sent_back' THEN updated_at ELSE sent_at END"""


def upgrade() -> None:
    op.create_table(
        "case_notice",
        sa.Column("case_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("since", UtcDateTime(timezone=True), nullable=False),
        sa.Column("left_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("told_at", UtcDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("case_id", "kind"),
    )
    op.create_index(
        "case_notice_untold", "case_notice", ["case_id"], sqlite_where=_UNTOLD, postgresql_where=_UNTOLD
    )
    op.add_column("case", sa.Column("card_chat", sa.BigInteger(), nullable=True))
    op.add_column("case", sa.Column("since", UtcDateTime(timezone=True), nullable=True))
    op.create_index("case_carded", "case", ["card_chat"], sqlite_where=_OPEN, postgresql_where=_OPEN)
    op.create_index("case_since", "case", ["since"], sqlite_where=_STANDING, postgresql_where=_STANDING)
    op.create_index("history_day", "history", ["at"], sqlite_where=_OFFICER, postgresql_where=_OFFICER)
    op.execute(_STANDS)
    op.execute(_SINCE)


def downgrade() -> None:
    op.drop_index("history_day", "history")
    op.drop_index("case_since", "case")
    op.drop_index("case_carded", "case")
    op.drop_column("case", "since")
    op.drop_column("case", "card_chat")
    op.drop_table("case_notice")
