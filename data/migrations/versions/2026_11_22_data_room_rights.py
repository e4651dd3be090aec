"""accounts of members of staff, and masks that a dataset's owner sets"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('account', sa.Column('staff_code', sa.String(length=64), nullable=True))
    op.create_table('column_mask',
    sa.Column('dataset_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('column_name', sa.String(length=64), nullable=False),
    sa.Column('mask', sa.String(length=64), nullable=True),
    sa.Column('set_by', sa.String(length=400), nullable=False),
    sa.Column('set_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['dataset_id'], ['dataset.dataset_id'], name=op.f('fk_column_mask_dataset_id_dataset')),
    sa.PrimaryKeyConstraint('dataset_id', 'column_name', name=op.f('pk_column_mask'))
    )


def downgrade() -> None:
    op.drop_table('column_mask')
    op.drop_column('account', 'staff_code')
