"""since when a source can be connected"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("data_source", sa.Column("connectable_date", sa.Date(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("data_source") as batch_op:
        batch_op.drop_column("connectable_date")
