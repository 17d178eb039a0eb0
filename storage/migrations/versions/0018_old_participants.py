"""The list of old participants"""

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

# name, columns, of which rows
_INDEXES = (
    ("participant_phone", ["phone_index"], "phone_index IS NOT NULL"),
    ("participant_linked", ["person_id"], "person_id IS NOT NULL"),
    ("participant_unlinked", ["kelurahan"], "person_id IS NULL"),
    ("participant_covered", ["id"], "person_id IS NOT NULL AND cover_ends IS NOT NULL"),
)


def upgrade() -> None:
    op.create_table(
        "participant",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("nik_index", sa.LargeBinary(), nullable=False),
        sa.Column("phone_index", sa.LargeBinary(), nullable=True),
        sa.Column("data_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("kelurahan", sa.String(), nullable=False),
        sa.Column("cover_ends", sa.Date(), nullable=True),
        sa.Column("listed_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=True),
        sa.Column("linked_at", UtcDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("nik_index"),
    )
    for name, columns, rows in _INDEXES:
        op.create_index(name, "participant", columns, sqlite_where=sa.text(rows), postgresql_where=sa.text(rows))


def downgrade() -> None:
    for name, _, _ in reversed(_INDEXES):
        op.drop_index(name, "participant")
    op.drop_table("participant")
