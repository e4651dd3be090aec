"""accounts of members of staff, masks that a dataset's owner sets, and when removed files were deleted"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('account', sa.Column('staff_code', sa.String(length=64), nullable=True))
    op.add_column('dataset', sa.Column('files_deleted_at', sa.DateTime(), nullable=True))
    op.create_table('column_mask',
    sa.Column('dataset_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('column_name', sa.String(length=64), nullable=False),
    sa.Column('mask', sa.String(length=64), nullable=True),
    sa.Column('set_by', sa.String(length=400), nullable=False),
    sa.Column('set_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['dataset_id'], ['dataset.dataset_id'], name=op.f('fk_column_mask_dataset_id_dataset')),
    sa.PrimaryKeyConstraint('dataset_id', 'column_name', name=op.f('pk_column_mask'))
    )
    op.add_column('room_booking', sa.Column('withdrawn_at', sa.DateTime(), nullable=True))
    op.create_table('data_request_step',
    sa.Column('data_request_step_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('data_request_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=64), nullable=False),
    sa.Column('fact_date', sa.Date(), nullable=False),
    sa.Column('dataset_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('person', sa.String(length=400), nullable=False),
    sa.Column('recorded_at', sa.DateTime(), nullable=False),
    sa.Column('event_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['data_request_id'], ['data_request.data_request_id'], name=op.f('fk_data_request_step_data_request_id_data_request')),
    sa.ForeignKeyConstraint(['dataset_id'], ['dataset.dataset_id'], name=op.f('fk_data_request_step_dataset_id_dataset')),
    sa.ForeignKeyConstraint(['event_id'], ['event.event_id'], name=op.f('fk_data_request_step_event_id_event')),
    sa.PrimaryKeyConstraint('data_request_step_id', name=op.f('pk_data_request_step'))
    )
    op.create_index(op.f('ix_data_request_step_data_request_id'), 'data_request_step', ['data_request_id'], unique=False)
    op.add_column('data_movement', sa.Column('taker', sa.String(length=400), nullable=True))
    op.create_table('output_dataset',
    sa.Column('output_approval_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('dataset_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('version_number', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['dataset_id'], ['dataset.dataset_id'], name=op.f('fk_output_dataset_dataset_id')),
    sa.ForeignKeyConstraint(['output_approval_id'], ['output_approval.output_approval_id'], name=op.f('fk_output_dataset_output_approval_id')),
    sa.PrimaryKeyConstraint('output_approval_id', 'dataset_id', name=op.f('pk_output_dataset'))
    )
    with op.batch_alter_table('output_approval') as batch:
        batch.drop_constraint('fk_output_approval_dataset_id', type_='foreignkey')
        batch.drop_column('dataset_id')


def downgrade() -> None:
    with op.batch_alter_table('output_approval') as batch:
        batch.add_column(sa.Column('dataset_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
        batch.create_foreign_key('fk_output_approval_dataset_id', 'dataset', ['dataset_id'], ['dataset_id'])
    op.drop_table('output_dataset')
    op.drop_column('data_movement', 'taker')
    op.drop_table('data_request_step')
    op.drop_column('room_booking', 'withdrawn_at')
    op.drop_table('column_mask')
    op.drop_column('dataset', 'files_deleted_at')
    op.drop_column('account', 'staff_code')
