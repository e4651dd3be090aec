"""audit models with their texts and runs, what a suspect came from, who checks it until when, attachments"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('attachment',
    sa.Column('attachment_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('subject', sa.String(length=64), nullable=False),
    sa.Column('subject_id', sa.BigInteger(), nullable=False),
    sa.Column('file_name', sa.String(length=400), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('size_bytes', sa.BigInteger(), nullable=False),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('added_by', sa.String(length=400), nullable=False),
    sa.Column('added_at', sa.DateTime(), nullable=False),
    sa.PrimaryKeyConstraint('attachment_id', name=op.f('pk_attachment'))
    )
    op.create_index(op.f('ix_attachment_subject_id'), 'attachment', ['subject_id'], unique=False)
    op.create_table('audit_model_text',
    sa.Column('audit_model_text_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('model_code', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('state', sa.String(length=64), nullable=False),
    sa.Column('author', sa.String(length=400), nullable=False),
    sa.Column('written_at', sa.DateTime(), nullable=False),
    sa.Column('submitted_at', sa.DateTime(), nullable=True),
    sa.Column('reviewer', sa.String(length=400), nullable=True),
    sa.Column('reviewed_at', sa.DateTime(), nullable=True),
    sa.Column('review_note', sa.Text(), nullable=True),
    sa.Column('revision', sa.Integer(), server_default='0', nullable=False),
    sa.PrimaryKeyConstraint('audit_model_text_id', name=op.f('pk_audit_model_text'))
    )
    op.create_index(op.f('ix_audit_model_text_model_code'), 'audit_model_text', ['model_code'], unique=False)
    op.create_index('uq_audit_model_text_published', 'audit_model_text', ['model_code', 'version'], unique=True, sqlite_where=sa.text("state = 'published'"), postgresql_where=sa.text("state = 'published'"))
    op.create_table('model_favourite',
    sa.Column('user_name', sa.String(length=400), nullable=False),
    sa.Column('model_code', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('user_name', 'model_code', name=op.f('pk_model_favourite'))
    )
    op.create_table('audit_model',
    sa.Column('model_code', sa.String(length=64), nullable=False),
    sa.Column('audit_model_text_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=400), nullable=False),
    sa.Column('title_en', sa.String(length=400), nullable=False),
    sa.Column('sector', sa.String(length=64), nullable=False),
    sa.Column('method', sa.String(length=64), nullable=False),
    sa.Column('severity', sa.String(length=64), nullable=False),
    sa.Column('is_shipped', sa.Boolean(), nullable=False),
    sa.Column('published_date', sa.Date(), nullable=False),
    sa.Column('withdrawn_date', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['audit_model_text_id'], ['audit_model_text.audit_model_text_id'], name=op.f('fk_audit_model_audit_model_text_id')),
    sa.PrimaryKeyConstraint('model_code', name=op.f('pk_audit_model'))
    )
    op.create_table('model_run',
    sa.Column('model_run_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('model_code', sa.String(length=64), nullable=False),
    sa.Column('model_version', sa.Integer(), nullable=False),
    sa.Column('audit_model_text_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('params', sa.Text(), nullable=False),
    sa.Column('user_name', sa.String(length=400), nullable=False),
    sa.Column('started_at', sa.DateTime(), nullable=False),
    sa.Column('ended_at', sa.DateTime(), nullable=True),
    sa.Column('outcome', sa.String(length=64), nullable=False),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('row_count', sa.BigInteger(), nullable=True),
    sa.Column('skipped', sa.Text(), nullable=True),
    sa.Column('seconds', sa.Double(), nullable=True),
    sa.Column('engine', sa.String(length=64), nullable=False),
    sa.Column('folder', sa.String(length=64), nullable=True),
    sa.Column('previous_run_id', sa.Integer(), nullable=True),
    sa.Column('new_count', sa.BigInteger(), nullable=True),
    sa.Column('gone_count', sa.BigInteger(), nullable=True),
    sa.ForeignKeyConstraint(['audit_model_text_id'], ['audit_model_text.audit_model_text_id'], name=op.f('fk_model_run_audit_model_text_id')),
    sa.PrimaryKeyConstraint('model_run_id', name=op.f('pk_model_run'))
    )
    op.create_index(op.f('ix_model_run_model_code'), 'model_run', ['model_code'], unique=False)
    op.create_index(op.f('ix_model_run_user_name'), 'model_run', ['user_name'], unique=False)
    op.create_table('model_note',
    sa.Column('model_note_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('model_code', sa.String(length=64), nullable=False),
    sa.Column('kind', sa.String(length=64), nullable=False),
    sa.Column('title', sa.String(length=400), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('suspect_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('author', sa.String(length=400), nullable=False),
    sa.Column('written_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['suspect_id'], ['suspect.suspect_id'], name=op.f('fk_model_note_suspect_id')),
    sa.PrimaryKeyConstraint('model_note_id', name=op.f('pk_model_note'))
    )
    op.create_index(op.f('ix_model_note_model_code'), 'model_note', ['model_code'], unique=False)
    op.create_table('suspect_party',
    sa.Column('suspect_party_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('suspect_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=64), nullable=False),
    sa.Column('party_id', sa.String(length=400), nullable=False),
    sa.Column('name', sa.String(length=400), nullable=True),
    sa.ForeignKeyConstraint(['suspect_id'], ['suspect.suspect_id'], name=op.f('fk_suspect_party_suspect_id')),
    sa.PrimaryKeyConstraint('suspect_party_id', name=op.f('pk_suspect_party'))
    )
    op.create_index(op.f('ix_suspect_party_party_id'), 'suspect_party', ['party_id'], unique=False)
    op.create_index(op.f('ix_suspect_party_suspect_id'), 'suspect_party', ['suspect_id'], unique=False)
    op.create_table('model_run_dataset',
    sa.Column('model_run_dataset_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('model_run_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('relation', sa.String(length=64), nullable=False),
    sa.Column('dataset_version_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['dataset_version_id'], ['dataset_version.dataset_version_id'], name=op.f('fk_model_run_dataset_dataset_version_id')),
    sa.ForeignKeyConstraint(['model_run_id'], ['model_run.model_run_id'], name=op.f('fk_model_run_dataset_model_run_id')),
    sa.PrimaryKeyConstraint('model_run_dataset_id', name=op.f('pk_model_run_dataset')),
    sa.UniqueConstraint('model_run_id', 'relation', name=op.f('uq_model_run_dataset_model_run_id_relation'))
    )
    op.create_index(op.f('ix_model_run_dataset_model_run_id'), 'model_run_dataset', ['model_run_id'], unique=False)
    op.add_column('suspect', sa.Column('model_run_id', sa.Integer(), nullable=True))
    op.add_column('suspect', sa.Column('last_run_id', sa.Integer(), nullable=True))
    op.add_column('suspect', sa.Column('hit_key', sa.String(length=64), nullable=True))
    op.add_column('suspect', sa.Column('severity', sa.String(length=64), nullable=True))
    op.add_column('suspect', sa.Column('entity_kind', sa.String(length=64), nullable=True))
    op.add_column('suspect', sa.Column('entity_id', sa.String(length=400), nullable=True))
    op.add_column('suspect', sa.Column('project_id', sa.Integer(), nullable=True))
    op.add_column('suspect', sa.Column('revision', sa.Integer(), server_default='0', nullable=False))
    op.create_index(op.f('ix_suspect_entity_id'), 'suspect', ['entity_id'], unique=False)
    op.create_index(op.f('ix_suspect_model_run_id'), 'suspect', ['model_run_id'], unique=False)
    op.create_index('uq_suspect_model_code_hit_key', 'suspect', ['model_code', 'hit_key'], unique=True, sqlite_where=sa.text('hit_key is not null'), postgresql_where=sa.text('hit_key is not null'))
    op.add_column('suspect_step', sa.Column('user_name', sa.String(length=400), nullable=True))
    op.add_column('suspect_step', sa.Column('to_section_code', sa.String(length=64), nullable=True))
    op.add_column('suspect_step', sa.Column('to_region_code', sa.String(length=64), nullable=True))
    op.add_column('suspect_step', sa.Column('due_date', sa.Date(), nullable=True))
    op.add_column('suspect_step', sa.Column('amount_fen', sa.BigInteger(), nullable=True))
    op.add_column('suspect_step', sa.Column('finding_id', sa.Integer(), nullable=True))
    op.add_column('suspect_step', sa.Column('event_id', sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column('suspect_step', 'event_id')
    op.drop_column('suspect_step', 'finding_id')
    op.drop_column('suspect_step', 'amount_fen')
    op.drop_column('suspect_step', 'due_date')
    op.drop_column('suspect_step', 'to_region_code')
    op.drop_column('suspect_step', 'to_section_code')
    op.drop_column('suspect_step', 'user_name')
    op.drop_index('uq_suspect_model_code_hit_key', table_name='suspect', sqlite_where=sa.text('hit_key is not null'), postgresql_where=sa.text('hit_key is not null'))
    op.drop_index(op.f('ix_suspect_model_run_id'), table_name='suspect')
    op.drop_index(op.f('ix_suspect_entity_id'), table_name='suspect')
    op.drop_column('suspect', 'revision')
    op.drop_column('suspect', 'project_id')
    op.drop_column('suspect', 'entity_id')
    op.drop_column('suspect', 'entity_kind')
    op.drop_column('suspect', 'severity')
    op.drop_column('suspect', 'hit_key')
    op.drop_column('suspect', 'last_run_id')
    op.drop_column('suspect', 'model_run_id')
    op.drop_index(op.f('ix_model_run_dataset_model_run_id'), table_name='model_run_dataset')
    op.drop_table('model_run_dataset')
    op.drop_index(op.f('ix_suspect_party_suspect_id'), table_name='suspect_party')
    op.drop_index(op.f('ix_suspect_party_party_id'), table_name='suspect_party')
    op.drop_table('suspect_party')
    op.drop_index(op.f('ix_model_note_model_code'), table_name='model_note')
    op.drop_table('model_note')
    op.drop_index(op.f('ix_model_run_user_name'), table_name='model_run')
    op.drop_index(op.f('ix_model_run_model_code'), table_name='model_run')
    op.drop_table('model_run')
    op.drop_table('audit_model')
    op.drop_table('model_favourite')
    op.drop_index('uq_audit_model_text_published', table_name='audit_model_text', sqlite_where=sa.text("state = 'published'"), postgresql_where=sa.text("state = 'published'"))
    op.drop_index(op.f('ix_audit_model_text_model_code'), table_name='audit_model_text')
    op.drop_table('audit_model_text')
    op.drop_index(op.f('ix_attachment_subject_id'), table_name='attachment')
    op.drop_table('attachment')
