"""what the rules said about a case when it was sent"""

import sqlalchemy as sa
from alembic import op

import storage.tables

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('judgement',
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('rules_version', sa.String(), nullable=False),
    sa.Column('found_sealed', sa.LargeBinary(), nullable=False),
    sa.Column('at', storage.tables.UtcDateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('case_id')
    )


def downgrade() -> None:
    op.drop_table('judgement')
