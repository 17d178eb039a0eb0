"""terms of cases: which card stands in which group"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0008"
branch_labels = None
depends_on = None

_OPEN = sa.text("state IN ('waiting', 'claimed')")
# Until now every case had a card, and its slot says where.
_STANDS = """UPDATE "case" SET card_chat = (SELECT chat_id FROM slot WHERE name = 'card:' || CAST("case".id AS VARCHAR))"""


def upgrade() -> None:
    op.add_column("case", sa.Column("card_chat", sa.BigInteger(), nullable=True))
    op.create_index("case_carded", "case", ["card_chat"], sqlite_where=_OPEN, postgresql_where=_OPEN)
    op.execute(_STANDS)


def downgrade() -> None:
    op.drop_index("case_carded", "case")
    op.drop_column("case", "card_chat")
