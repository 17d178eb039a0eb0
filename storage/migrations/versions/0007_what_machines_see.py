"""what machines see: advice on a page, hints about a letter"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("file", sa.Column("advice", sa.String(), nullable=False, server_default=""))
    op.add_column("case", sa.Column("hints_sealed", sa.LargeBinary(), nullable=False, server_default=sa.text("''")))


def downgrade() -> None:
    op.drop_column("case", "hints_sealed")
    op.drop_column("file", "advice")
