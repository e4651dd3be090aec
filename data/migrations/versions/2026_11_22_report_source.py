"""where a report comes from"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("report", sa.Column("source", sa.String(length=400), nullable=True))


def downgrade() -> None:
    op.drop_column("report", "source")
