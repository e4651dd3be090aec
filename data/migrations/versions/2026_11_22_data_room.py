"""datasets, and the ledgers of the data room"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('query_run',
    sa.Column('query_run_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('user_name', sa.String(length=400), nullable=False),
    sa.Column('sql', sa.Text(), nullable=False),
    sa.Column('ran_at', sa.DateTime(), nullable=False),
    sa.Column('seconds', sa.Double(), nullable=True),
    sa.Column('row_count', sa.BigInteger(), nullable=True),
    sa.Column('outcome', sa.String(length=64), nullable=False),
    sa.Column('message', sa.Text(), nullable=True),
    sa.PrimaryKeyConstraint('query_run_id', name=op.f('pk_query_run'))
    )
    op.create_index(op.f('ix_query_run_user_name'), 'query_run', ['user_name'], unique=False)
    op.create_table('saved_query',
    sa.Column('saved_query_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('title', sa.String(length=400), nullable=False),
    sa.Column('sql', sa.Text(), nullable=False),
    sa.Column('owner', sa.String(length=400), nullable=False),
    sa.Column('is_shared', sa.Boolean(), nullable=False),
    sa.Column('saved_at', sa.DateTime(), nullable=False),
    sa.PrimaryKeyConstraint('saved_query_id', name=op.f('pk_saved_query'))
    )
    op.create_index(op.f('ix_saved_query_owner'), 'saved_query', ['owner'], unique=False)
    op.create_table('undertaking',
    sa.Column('undertaking_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('user_name', sa.String(length=400), nullable=False),
    sa.Column('document', sa.String(length=400), nullable=False),
    sa.Column('signed_date', sa.Date(), nullable=False),
    sa.Column('valid_until', sa.Date(), nullable=False),
    sa.Column('withdrawn_date', sa.Date(), nullable=True),
    sa.Column('recorded_by', sa.String(length=400), nullable=False),
    sa.Column('recorded_at', sa.DateTime(), nullable=False),
    sa.PrimaryKeyConstraint('undertaking_id', name=op.f('pk_undertaking'))
    )
    op.create_index(op.f('ix_undertaking_user_name'), 'undertaking', ['user_name'], unique=False)
    op.create_table('data_source',
    sa.Column('data_source_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('source_code', sa.String(length=64), nullable=False),
    sa.Column('name', sa.String(length=400), nullable=False),
    sa.Column('unit_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('region_code', sa.String(length=64), nullable=True),
    sa.Column('section_code', sa.String(length=64), nullable=True),
    sa.Column('domain', sa.String(length=64), nullable=False),
    sa.Column('sector', sa.String(length=64), nullable=True),
    sa.Column('can_connect', sa.Boolean(), nullable=False),
    sa.Column('connected_date', sa.Date(), nullable=True),
    sa.Column('disconnected_date', sa.Date(), nullable=True),
    sa.Column('source', sa.String(length=400), nullable=True),
    sa.Column('recorded_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['region_code'], ['region.region_code'], name=op.f('fk_data_source_region_code')),
    sa.ForeignKeyConstraint(['section_code'], ['section.section_code'], name=op.f('fk_data_source_section_code')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.unit_id'], name=op.f('fk_data_source_unit_id')),
    sa.PrimaryKeyConstraint('data_source_id', name=op.f('pk_data_source')),
    sa.UniqueConstraint('source_code', name=op.f('uq_data_source_source_code'))
    )
    op.create_table('dataset',
    sa.Column('dataset_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('name', sa.String(length=400), nullable=False),
    sa.Column('title', sa.String(length=400), nullable=False),
    sa.Column('dataset_type', sa.String(length=64), nullable=False),
    sa.Column('data_source_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('owner', sa.String(length=400), nullable=False),
    sa.Column('section_code', sa.String(length=64), nullable=True),
    sa.Column('region_code', sa.String(length=64), nullable=True),
    sa.Column('project_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('classification', sa.String(length=64), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('removed_at', sa.DateTime(), nullable=True),
    sa.Column('removal_reason', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['data_source_id'], ['data_source.data_source_id'], name=op.f('fk_dataset_data_source_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.project_id'], name=op.f('fk_dataset_project_id')),
    sa.ForeignKeyConstraint(['region_code'], ['region.region_code'], name=op.f('fk_dataset_region_code')),
    sa.ForeignKeyConstraint(['section_code'], ['section.section_code'], name=op.f('fk_dataset_section_code')),
    sa.PrimaryKeyConstraint('dataset_id', name=op.f('pk_dataset')),
    sa.UniqueConstraint('name', name=op.f('uq_dataset_name'))
    )
    op.create_table('recipe',
    sa.Column('recipe_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('name', sa.String(length=400), nullable=False),
    sa.Column('dataset_type', sa.String(length=64), nullable=False),
    sa.Column('data_source_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('signature', sa.String(length=64), nullable=False),
    sa.Column('steps', sa.Text(), nullable=False),
    sa.Column('made_by', sa.String(length=400), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['data_source_id'], ['data_source.data_source_id'], name=op.f('fk_recipe_data_source_id')),
    sa.PrimaryKeyConstraint('recipe_id', name=op.f('pk_recipe'))
    )
    op.create_index(op.f('ix_recipe_signature'), 'recipe', ['signature'], unique=False)
    op.create_table('room_booking',
    sa.Column('room_booking_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('room', sa.String(length=400), nullable=False),
    sa.Column('user_name', sa.String(length=400), nullable=False),
    sa.Column('project_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('section_code', sa.String(length=64), nullable=True),
    sa.Column('begins_at', sa.DateTime(), nullable=False),
    sa.Column('ends_at', sa.DateTime(), nullable=False),
    sa.Column('purpose', sa.Text(), nullable=False),
    sa.Column('asked_at', sa.DateTime(), nullable=False),
    sa.Column('decided_by', sa.String(length=400), nullable=True),
    sa.Column('decided_at', sa.DateTime(), nullable=True),
    sa.Column('is_granted', sa.Boolean(), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('entered_at', sa.DateTime(), nullable=True),
    sa.Column('left_at', sa.DateTime(), nullable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.project_id'], name=op.f('fk_room_booking_project_id')),
    sa.ForeignKeyConstraint(['section_code'], ['section.section_code'], name=op.f('fk_room_booking_section_code')),
    sa.PrimaryKeyConstraint('room_booking_id', name=op.f('pk_room_booking'))
    )
    op.create_index(op.f('ix_room_booking_user_name'), 'room_booking', ['user_name'], unique=False)
    op.create_table('catalogue_item',
    sa.Column('catalogue_item_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('item_code', sa.String(length=64), nullable=False),
    sa.Column('name', sa.String(length=400), nullable=False),
    sa.Column('data_source_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('region_code', sa.String(length=64), nullable=True),
    sa.Column('section_code', sa.String(length=64), nullable=True),
    sa.Column('domain', sa.String(length=64), nullable=False),
    sa.Column('sector', sa.String(length=64), nullable=True),
    sa.Column('collection_mode', sa.String(length=64), nullable=False),
    sa.Column('cycle_months', sa.Integer(), nullable=True),
    sa.Column('first_due_date', sa.Date(), nullable=True),
    sa.Column('standardised_date', sa.Date(), nullable=True),
    sa.Column('dataset_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('retired_date', sa.Date(), nullable=True),
    sa.Column('source', sa.String(length=400), nullable=True),
    sa.Column('recorded_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['data_source_id'], ['data_source.data_source_id'], name=op.f('fk_catalogue_item_data_source_id')),
    sa.ForeignKeyConstraint(['dataset_id'], ['dataset.dataset_id'], name=op.f('fk_catalogue_item_dataset_id')),
    sa.ForeignKeyConstraint(['region_code'], ['region.region_code'], name=op.f('fk_catalogue_item_region_code')),
    sa.ForeignKeyConstraint(['section_code'], ['section.section_code'], name=op.f('fk_catalogue_item_section_code')),
    sa.PrimaryKeyConstraint('catalogue_item_id', name=op.f('pk_catalogue_item')),
    sa.UniqueConstraint('item_code', name=op.f('uq_catalogue_item_item_code'))
    )
    op.create_index(op.f('ix_catalogue_item_data_source_id'), 'catalogue_item', ['data_source_id'], unique=False)
    op.create_index(op.f('ix_catalogue_item_dataset_id'), 'catalogue_item', ['dataset_id'], unique=False)
    op.create_table('data_movement',
    sa.Column('data_movement_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('kind', sa.String(length=64), nullable=False),
    sa.Column('fact_date', sa.Date(), nullable=False),
    sa.Column('moved_at', sa.DateTime(), nullable=False),
    sa.Column('dataset_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('version_number', sa.Integer(), nullable=True),
    sa.Column('described', sa.String(length=400), nullable=False),
    sa.Column('row_count', sa.BigInteger(), nullable=True),
    sa.Column('sha256', sa.String(length=64), nullable=True),
    sa.Column('counterparty', sa.String(length=400), nullable=False),
    sa.Column('person', sa.String(length=400), nullable=False),
    sa.Column('project_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('section_code', sa.String(length=64), nullable=True),
    sa.Column('purpose', sa.Text(), nullable=False),
    sa.Column('approval_number', sa.String(length=400), nullable=True),
    sa.Column('return_due_date', sa.Date(), nullable=True),
    sa.Column('event_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['dataset_id'], ['dataset.dataset_id'], name=op.f('fk_data_movement_dataset_id')),
    sa.ForeignKeyConstraint(['event_id'], ['event.event_id'], name=op.f('fk_data_movement_event_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.project_id'], name=op.f('fk_data_movement_project_id')),
    sa.ForeignKeyConstraint(['section_code'], ['section.section_code'], name=op.f('fk_data_movement_section_code')),
    sa.PrimaryKeyConstraint('data_movement_id', name=op.f('pk_data_movement'))
    )
    op.create_index(op.f('ix_data_movement_dataset_id'), 'data_movement', ['dataset_id'], unique=False)
    op.create_table('data_request',
    sa.Column('data_request_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('request_code', sa.String(length=64), nullable=False),
    sa.Column('unit_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('project_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('section_code', sa.String(length=64), nullable=True),
    sa.Column('requested', sa.String(length=400), nullable=False),
    sa.Column('asked_date', sa.Date(), nullable=False),
    sa.Column('due_date', sa.Date(), nullable=False),
    sa.Column('received_date', sa.Date(), nullable=True),
    sa.Column('refused_date', sa.Date(), nullable=True),
    sa.Column('refusal_reason', sa.Text(), nullable=True),
    sa.Column('dataset_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('source', sa.String(length=400), nullable=True),
    sa.Column('recorded_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['dataset_id'], ['dataset.dataset_id'], name=op.f('fk_data_request_dataset_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.project_id'], name=op.f('fk_data_request_project_id')),
    sa.ForeignKeyConstraint(['section_code'], ['section.section_code'], name=op.f('fk_data_request_section_code')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.unit_id'], name=op.f('fk_data_request_unit_id')),
    sa.PrimaryKeyConstraint('data_request_id', name=op.f('pk_data_request')),
    sa.UniqueConstraint('request_code', name=op.f('uq_data_request_request_code'))
    )
    op.create_index(op.f('ix_data_request_unit_id'), 'data_request', ['unit_id'], unique=False)
    op.create_table('dataset_share',
    sa.Column('dataset_share_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('dataset_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('project_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('section_code', sa.String(length=64), nullable=True),
    sa.Column('user_name', sa.String(length=400), nullable=True),
    sa.Column('is_unmasked', sa.Boolean(), nullable=False),
    sa.Column('granted_by', sa.String(length=400), nullable=False),
    sa.Column('granted_at', sa.DateTime(), nullable=False),
    sa.Column('revoked_at', sa.DateTime(), nullable=True),
    sa.ForeignKeyConstraint(['dataset_id'], ['dataset.dataset_id'], name=op.f('fk_dataset_share_dataset_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.project_id'], name=op.f('fk_dataset_share_project_id')),
    sa.ForeignKeyConstraint(['section_code'], ['section.section_code'], name=op.f('fk_dataset_share_section_code')),
    sa.PrimaryKeyConstraint('dataset_share_id', name=op.f('pk_dataset_share'))
    )
    op.create_index(op.f('ix_dataset_share_dataset_id'), 'dataset_share', ['dataset_id'], unique=False)
    op.create_table('dataset_use',
    sa.Column('dataset_use_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('dataset_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('user_name', sa.String(length=400), nullable=False),
    sa.Column('kind', sa.String(length=64), nullable=False),
    sa.Column('used_on', sa.String(length=64), nullable=False),
    sa.Column('times', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['dataset_id'], ['dataset.dataset_id'], name=op.f('fk_dataset_use_dataset_id')),
    sa.PrimaryKeyConstraint('dataset_use_id', name=op.f('pk_dataset_use')),
    sa.UniqueConstraint('dataset_id', 'user_name', 'kind', 'used_on', name=op.f('uq_dataset_use_dataset_id_user_name_kind_used_on'))
    )
    op.create_index(op.f('ix_dataset_use_dataset_id'), 'dataset_use', ['dataset_id'], unique=False)
    op.create_table('dataset_version',
    sa.Column('dataset_version_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('dataset_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('change', sa.String(length=64), nullable=False),
    sa.Column('row_count', sa.BigInteger(), nullable=False),
    sa.Column('refused_count', sa.BigInteger(), nullable=False),
    sa.Column('columns', sa.Text(), nullable=False),
    sa.Column('folder', sa.String(length=64), nullable=False),
    sa.Column('original_name', sa.String(length=400), nullable=False),
    sa.Column('original_sha256', sa.String(length=64), nullable=False),
    sa.Column('original_bytes', sa.BigInteger(), nullable=False),
    sa.Column('encoding', sa.String(length=64), nullable=True),
    sa.Column('sheet', sa.String(length=400), nullable=True),
    sa.Column('delivery', sa.String(length=64), nullable=False),
    sa.Column('quality_basis_points', sa.Integer(), nullable=True),
    sa.Column('report', sa.Text(), nullable=True),
    sa.Column('recipe_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('loaded_by', sa.String(length=400), nullable=False),
    sa.Column('loaded_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['dataset_id'], ['dataset.dataset_id'], name=op.f('fk_dataset_version_dataset_id')),
    sa.ForeignKeyConstraint(['recipe_id'], ['recipe.recipe_id'], name=op.f('fk_dataset_version_recipe_id')),
    sa.PrimaryKeyConstraint('dataset_version_id', name=op.f('pk_dataset_version')),
    sa.UniqueConstraint('dataset_id', 'number', name=op.f('uq_dataset_version_dataset_id_number'))
    )
    op.create_index(op.f('ix_dataset_version_dataset_id'), 'dataset_version', ['dataset_id'], unique=False)
    op.create_table('output_approval',
    sa.Column('output_approval_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('user_name', sa.String(length=400), nullable=False),
    sa.Column('described', sa.String(length=400), nullable=False),
    sa.Column('dataset_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('file', sa.String(length=64), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('row_count', sa.BigInteger(), nullable=False),
    sa.Column('purpose', sa.Text(), nullable=False),
    sa.Column('recipient', sa.String(length=400), nullable=False),
    sa.Column('asked_at', sa.DateTime(), nullable=False),
    sa.Column('decided_by', sa.String(length=400), nullable=True),
    sa.Column('decided_at', sa.DateTime(), nullable=True),
    sa.Column('is_granted', sa.Boolean(), nullable=True),
    sa.Column('approval_number', sa.String(length=400), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('taken_at', sa.DateTime(), nullable=True),
    sa.ForeignKeyConstraint(['dataset_id'], ['dataset.dataset_id'], name=op.f('fk_output_approval_dataset_id')),
    sa.PrimaryKeyConstraint('output_approval_id', name=op.f('pk_output_approval'))
    )
    op.create_index(op.f('ix_output_approval_user_name'), 'output_approval', ['user_name'], unique=False)
    op.create_table('movement_closing',
    sa.Column('movement_closing_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('data_movement_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=64), nullable=False),
    sa.Column('fact_date', sa.Date(), nullable=False),
    sa.Column('witness', sa.String(length=400), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('event_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['data_movement_id'], ['data_movement.data_movement_id'], name=op.f('fk_movement_closing_data_movement_id')),
    sa.ForeignKeyConstraint(['event_id'], ['event.event_id'], name=op.f('fk_movement_closing_event_id')),
    sa.PrimaryKeyConstraint('movement_closing_id', name=op.f('pk_movement_closing')),
    sa.UniqueConstraint('data_movement_id', name=op.f('uq_movement_closing_data_movement_id'))
    )
    op.create_table('source_arrival',
    sa.Column('source_arrival_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('data_source_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('fact_date', sa.Date(), nullable=False),
    sa.Column('is_failed', sa.Boolean(), nullable=False),
    sa.Column('row_count', sa.BigInteger(), nullable=True),
    sa.Column('message', sa.Text(), nullable=True),
    sa.Column('dataset_version_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('recorded_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['data_source_id'], ['data_source.data_source_id'], name=op.f('fk_source_arrival_data_source_id')),
    sa.ForeignKeyConstraint(['dataset_version_id'], ['dataset_version.dataset_version_id'], name=op.f('fk_source_arrival_dataset_version_id')),
    sa.PrimaryKeyConstraint('source_arrival_id', name=op.f('pk_source_arrival'))
    )
    op.create_index(op.f('ix_source_arrival_data_source_id'), 'source_arrival', ['data_source_id'], unique=False)
    op.create_table('suspect_evidence',
    sa.Column('suspect_evidence_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('suspect_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('dataset_version_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('rows', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['dataset_version_id'], ['dataset_version.dataset_version_id'], name=op.f('fk_suspect_evidence_dataset_version_id')),
    sa.ForeignKeyConstraint(['suspect_id'], ['suspect.suspect_id'], name=op.f('fk_suspect_evidence_suspect_id')),
    sa.PrimaryKeyConstraint('suspect_evidence_id', name=op.f('pk_suspect_evidence'))
    )
    op.create_index(op.f('ix_suspect_evidence_suspect_id'), 'suspect_evidence', ['suspect_id'], unique=False)


def downgrade() -> None:
    op.drop_index(op.f('ix_suspect_evidence_suspect_id'), table_name='suspect_evidence')
    op.drop_table('suspect_evidence')
    op.drop_index(op.f('ix_source_arrival_data_source_id'), table_name='source_arrival')
    op.drop_table('source_arrival')
    op.drop_table('movement_closing')
    op.drop_index(op.f('ix_output_approval_user_name'), table_name='output_approval')
    op.drop_table('output_approval')
    op.drop_index(op.f('ix_dataset_version_dataset_id'), table_name='dataset_version')
    op.drop_table('dataset_version')
    op.drop_index(op.f('ix_dataset_use_dataset_id'), table_name='dataset_use')
    op.drop_table('dataset_use')
    op.drop_index(op.f('ix_dataset_share_dataset_id'), table_name='dataset_share')
    op.drop_table('dataset_share')
    op.drop_index(op.f('ix_data_request_unit_id'), table_name='data_request')
    op.drop_table('data_request')
    op.drop_index(op.f('ix_data_movement_dataset_id'), table_name='data_movement')
    op.drop_table('data_movement')
    op.drop_index(op.f('ix_catalogue_item_dataset_id'), table_name='catalogue_item')
    op.drop_index(op.f('ix_catalogue_item_data_source_id'), table_name='catalogue_item')
    op.drop_table('catalogue_item')
    op.drop_index(op.f('ix_room_booking_user_name'), table_name='room_booking')
    op.drop_table('room_booking')
    op.drop_index(op.f('ix_recipe_signature'), table_name='recipe')
    op.drop_table('recipe')
    op.drop_table('dataset')
    op.drop_table('data_source')
    op.drop_index(op.f('ix_undertaking_user_name'), table_name='undertaking')
    op.drop_table('undertaking')
    op.drop_index(op.f('ix_saved_query_owner'), table_name='saved_query')
    op.drop_table('saved_query')
    op.drop_index(op.f('ix_query_run_user_name'), table_name='query_run')
    op.drop_table('query_run')
