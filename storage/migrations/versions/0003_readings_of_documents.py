"""readings of documents"""

import sqlalchemy as sa
from alembic import op

import storage.tables

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('document_reading',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('case_id', sa.BigInteger(), nullable=False),
    sa.Column('at', storage.tables.UtcDateTime(timezone=True), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('reader_id', sa.BigInteger(), nullable=False),
    sa.Column('why', sa.String(), nullable=False),
    sa.Column('pages', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('document_reading', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_document_reading_case_id'), ['case_id'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('document_reading', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_document_reading_case_id'))

    op.drop_table('document_reading')
