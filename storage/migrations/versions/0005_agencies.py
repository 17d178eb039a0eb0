"""agencies bound to groups, codes for binding, indexes for moving cards and counting decisions"""

import sqlalchemy as sa
from alembic import op

import storage.tables

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_STANDING = sa.text("state IN ('waiting', 'claimed', 'sent_back')")
_DECIDED = sa.text("actor = 'officer' AND move IN ('approve', 'reject', 'send_back')")


def upgrade() -> None:
    op.create_table(
        "agencygroup",
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("bound_by", sa.BigInteger(), nullable=True),
        sa.Column("at", storage.tables.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("agency"),
    )
    op.create_table(
        "invite",
        sa.Column("code_index", sa.LargeBinary(), nullable=False),
        sa.Column("agencies", sa.String(), nullable=False),
        sa.Column("expires_at", storage.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("code_index"),
    )
    op.create_index("ix_invite_chat_id", "invite", ["chat_id"])
    op.create_index(
        "case_standing", "case", ["agency", "id"], sqlite_where=_STANDING, postgresql_where=_STANDING
    )
    op.create_index(
        "history_decided", "history", ["actor_id", "move", "at"], sqlite_where=_DECIDED, postgresql_where=_DECIDED
    )


def downgrade() -> None:
    op.drop_index("history_decided", "history")
    op.drop_index("case_standing", "case")
    op.drop_table("invite")
    op.drop_table("agencygroup")
