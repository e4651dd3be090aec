"""what hid columns in a file that somebody asked for, and requests that their asker withdrew"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('output_approval', sa.Column('withdrawn_at', sa.DateTime(), nullable=True))
    with op.batch_alter_table('output_dataset') as batch:
        batch.add_column(sa.Column('masks', sa.Text(), nullable=True))
        # Rows that compare two versions of a dataset come from both.
        batch.drop_constraint('pk_output_dataset', type_='primary')
        batch.create_primary_key('pk_output_dataset', ['output_approval_id', 'dataset_id', 'version_number'])


def downgrade() -> None:
    op.execute(
        "delete from output_dataset where exists (select 1 from output_dataset as newer"
        " where newer.output_approval_id = output_dataset.output_approval_id"
        " and newer.dataset_id = output_dataset.dataset_id"
        " and newer.version_number > output_dataset.version_number)"
    )
    with op.batch_alter_table('output_dataset') as batch:
        batch.drop_constraint('pk_output_dataset', type_='primary')
        batch.create_primary_key('pk_output_dataset', ['output_approval_id', 'dataset_id'])
        batch.drop_column('masks')
    op.drop_column('output_approval', 'withdrawn_at')
