"""Numbers by which a page is known again"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "page_number",
        sa.Column("term", sa.LargeBinary(), nullable=False),
        sa.Column("file_id", sa.BigInteger(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("term", "file_id"),
    )
    op.create_index("ix_page_number_file_id", "page_number", ["file_id"])


def downgrade() -> None:
    op.drop_table("page_number")
