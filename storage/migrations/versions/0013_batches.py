"""batches: which broadcast a message belongs to, and which message it became"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_OF_A_BATCH = sa.text("batch IS NOT NULL")


def upgrade() -> None:
    op.add_column("outbox", sa.Column("batch", sa.BigInteger(), nullable=True))
    op.add_column("outbox", sa.Column("message_id", sa.BigInteger(), nullable=True))
    op.create_index(
        "outbox_batch", "outbox", ["batch", "state"], sqlite_where=_OF_A_BATCH, postgresql_where=_OF_A_BATCH
    )


def downgrade() -> None:
    op.drop_index("outbox_batch", "outbox")
    op.drop_column("outbox", "message_id")
    op.drop_column("outbox", "batch")
