"""facts of investment projects know whether only their file dated them"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "investment_fact",
        sa.Column("is_fact_date_assumed", sa.Boolean(), server_default=sa.false(), nullable=False),
    )


def downgrade() -> None:
    op.drop_column("investment_fact", "is_fact_date_assumed")
