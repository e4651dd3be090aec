"""layers of the map"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('map_layer',
    sa.Column('map_layer_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('name', sa.String(length=400), nullable=False),
    sa.Column('kind', sa.String(length=64), nullable=False),
    sa.Column('source', sa.String(length=400), nullable=False),
    sa.Column('approval_number', sa.String(length=400), nullable=True),
    sa.Column('declared_system', sa.Text(), nullable=False),
    sa.Column('file_name', sa.String(length=400), nullable=False),
    sa.Column('brought_sha256', sa.String(length=64), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('features', sa.Integer(), nullable=False),
    sa.Column('size_bytes', sa.BigInteger(), nullable=False),
    sa.Column('added_by', sa.String(length=400), nullable=False),
    sa.Column('added_at', sa.DateTime(), nullable=False),
    sa.Column('removed_by', sa.String(length=400), nullable=True),
    sa.Column('removed_at', sa.DateTime(), nullable=True),
    sa.PrimaryKeyConstraint('map_layer_id', name=op.f('pk_map_layer'))
    )


def downgrade() -> None:
    op.drop_table('map_layer')
