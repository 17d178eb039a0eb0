"""Indexes for what was slower with 100,000 cases: who is whose double, and how many people an audience has"""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_BEFORE = ["window", "state", "sector", "agency"]


def upgrade() -> None:
    op.create_index("ix_not_double_second_id", "not_double", ["second_id"])
    op.drop_index("case_counted", table_name="case")
    op.create_index("case_counted", "case", [*_BEFORE, "person_id"])


def downgrade() -> None:
    op.drop_index("case_counted", table_name="case")
    op.create_index("case_counted", "case", _BEFORE)
    op.drop_index("ix_not_double_second_id", table_name="not_double")
