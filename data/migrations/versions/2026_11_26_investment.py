"""projects of public investment"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('investment_project',
    sa.Column('investment_project_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('project_code', sa.String(length=64), nullable=False),
    sa.Column('name', sa.String(length=400), nullable=False),
    sa.Column('sector', sa.String(length=64), nullable=True),
    sa.Column('region_code', sa.String(length=64), nullable=True),
    sa.Column('unit_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('owner_name', sa.String(length=400), nullable=True),
    sa.Column('contractor_name', sa.String(length=400), nullable=True),
    sa.Column('contractor_credit_code', sa.String(length=64), nullable=True),
    sa.Column('approval_document', sa.String(length=400), nullable=True),
    sa.Column('planned_start_date', sa.Date(), nullable=True),
    sa.Column('planned_end_date', sa.Date(), nullable=True),
    sa.Column('declared_length_m', sa.Float(), nullable=True),
    sa.Column('declared_area_m2', sa.Float(), nullable=True),
    sa.Column('source', sa.String(length=400), nullable=True),
    sa.Column('recorded_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['region_code'], ['region.region_code'], name=op.f('fk_investment_project_region_code')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.unit_id'], name=op.f('fk_investment_project_unit_id')),
    sa.PrimaryKeyConstraint('investment_project_id', name=op.f('pk_investment_project')),
    sa.UniqueConstraint('project_code', name=op.f('uq_investment_project_project_code'))
    )
    op.create_index(op.f('ix_investment_project_name'), 'investment_project', ['name'], unique=False)
    op.create_index(op.f('ix_investment_project_region_code'), 'investment_project', ['region_code'], unique=False)
    op.create_index(op.f('ix_investment_project_unit_id'), 'investment_project', ['unit_id'], unique=False)
    op.create_table('investment_audit',
    sa.Column('investment_project_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('project_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['investment_project_id'], ['investment_project.investment_project_id'], name=op.f('fk_investment_audit_investment_project_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.project_id'], name=op.f('fk_investment_audit_project_id')),
    sa.PrimaryKeyConstraint('investment_project_id', 'project_id', name=op.f('pk_investment_audit'))
    )
    op.create_index(op.f('ix_investment_audit_project_id'), 'investment_audit', ['project_id'], unique=False)
    op.create_table('investment_fact',
    sa.Column('investment_fact_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('investment_project_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=64), nullable=False),
    sa.Column('fact_date', sa.Date(), nullable=False),
    sa.Column('amount_fen', sa.BigInteger(), nullable=True),
    sa.Column('share_basis_points', sa.Integer(), nullable=True),
    sa.Column('expected_date', sa.Date(), nullable=True),
    sa.Column('document_number', sa.String(length=64), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('recorded_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['investment_project_id'], ['investment_project.investment_project_id'], name=op.f('fk_investment_fact_investment_project_id')),
    sa.PrimaryKeyConstraint('investment_fact_id', name=op.f('pk_investment_fact'))
    )
    op.create_index('ix_investment_fact_project_kind', 'investment_fact', ['investment_project_id', 'kind'], unique=False)
    op.create_table('investment_place',
    sa.Column('investment_project_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('geometry_as_brought', sa.LargeBinary(), nullable=False),
    sa.Column('declared_system', sa.Text(), nullable=False),
    sa.Column('precision_m', sa.Float(), nullable=True),
    sa.Column('geometry', sa.LargeBinary(), nullable=True),
    sa.Column('shape_kind', sa.String(length=64), nullable=True),
    sa.Column('longitude', sa.Float(), nullable=True),
    sa.Column('latitude', sa.Float(), nullable=True),
    sa.Column('length_m', sa.Float(), nullable=True),
    sa.Column('area_m2', sa.Float(), nullable=True),
    sa.Column('landing', sa.String(length=64), nullable=True),
    sa.Column('found_region_code', sa.String(length=64), nullable=True),
    sa.ForeignKeyConstraint(['investment_project_id'], ['investment_project.investment_project_id'], name=op.f('fk_investment_place_investment_project_id')),
    sa.PrimaryKeyConstraint('investment_project_id', name=op.f('pk_investment_place'))
    )
    op.create_table('investment_reference',
    sa.Column('investment_reference_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('investment_project_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=64), nullable=False),
    sa.Column('title', sa.String(length=400), nullable=False),
    sa.Column('location', sa.Text(), nullable=False),
    sa.Column('taken_date', sa.Date(), nullable=True),
    sa.Column('size_bytes', sa.BigInteger(), nullable=True),
    sa.ForeignKeyConstraint(['investment_project_id'], ['investment_project.investment_project_id'], name=op.f('fk_investment_reference_investment_project_id')),
    sa.PrimaryKeyConstraint('investment_reference_id', name=op.f('pk_investment_reference'))
    )
    op.create_index(op.f('ix_investment_reference_investment_project_id'), 'investment_reference', ['investment_project_id'], unique=False)
    op.create_table('investment_finding',
    sa.Column('investment_project_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('finding_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['finding_id'], ['finding.finding_id'], name=op.f('fk_investment_finding_finding_id')),
    sa.ForeignKeyConstraint(['investment_project_id'], ['investment_project.investment_project_id'], name=op.f('fk_investment_finding_investment_project_id')),
    sa.PrimaryKeyConstraint('investment_project_id', 'finding_id', name=op.f('pk_investment_finding'))
    )
    op.create_index(op.f('ix_investment_finding_finding_id'), 'investment_finding', ['finding_id'], unique=False)


def downgrade() -> None:
    op.drop_table('investment_finding')
    op.drop_table('investment_reference')
    op.drop_table('investment_place')
    op.drop_table('investment_fact')
    op.drop_table('investment_audit')
    op.drop_table('investment_project')
