"""staff, training, work diaries and documents"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("staff", sa.Column("civil_class", sa.String(length=64), nullable=True))
    op.add_column("staff", sa.Column("education", sa.String(length=64), nullable=True))
    op.create_table(
        "staff_record",
        sa.Column(
            "staff_record_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("staff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("value", sa.String(length=400), nullable=False),
        sa.Column("fact_date", sa.Date(), nullable=False),
        sa.Column("end_date", sa.Date(), nullable=True),
        sa.Column("document_number", sa.String(length=400), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.staff_id"], name=op.f("fk_staff_record_staff_id")),
        sa.PrimaryKeyConstraint("staff_record_id", name=op.f("pk_staff_record")),
        sa.UniqueConstraint(
            "staff_id",
            "kind",
            "value",
            "fact_date",
            name=op.f("uq_staff_record_staff_id_kind_value_fact_date"),
        ),
    )
    op.create_table(
        "promotion_rule",
        sa.Column("staff_rank", sa.String(length=64), nullable=False),
        sa.Column("years", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("staff_rank", name=op.f("pk_promotion_rule")),
    )
    op.create_table(
        "staff_change",
        sa.Column(
            "staff_change_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("staff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("field", sa.String(length=64), nullable=False),
        sa.Column("old_value", sa.String(length=400), nullable=True),
        sa.Column("new_value", sa.String(length=400), nullable=False),
        sa.Column("fact_date", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("proposed_by", sa.String(length=400), nullable=False),
        sa.Column("proposed_at", sa.DateTime(), nullable=False),
        sa.Column("decided_by", sa.String(length=400), nullable=True),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.Column("is_accepted", sa.Boolean(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.staff_id"], name=op.f("fk_staff_change_staff_id")),
        sa.PrimaryKeyConstraint("staff_change_id", name=op.f("pk_staff_change")),
    )
    op.create_index(op.f("ix_staff_change_staff_id"), "staff_change", ["staff_id"], unique=False)
    op.create_table(
        "training",
        sa.Column(
            "training_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("training_code", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("organiser", sa.String(length=400), nullable=True),
        sa.Column("section_code", sa.String(length=64), nullable=True),
        sa.Column("planned_start_date", sa.Date(), nullable=False),
        sa.Column("planned_end_date", sa.Date(), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=True),
        sa.Column("cancelled_date", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["section_code"], ["section.section_code"], name=op.f("fk_training_section_code")
        ),
        sa.PrimaryKeyConstraint("training_id", name=op.f("pk_training")),
        sa.UniqueConstraint("training_code", name=op.f("uq_training_training_code")),
    )
    op.create_table(
        "training_record",
        sa.Column(
            "training_record_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("training_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("staff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("completed_date", sa.Date(), nullable=True),
        sa.Column("is_passed", sa.Boolean(), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.staff_id"], name=op.f("fk_training_record_staff_id")),
        sa.ForeignKeyConstraint(
            ["training_id"], ["training.training_id"], name=op.f("fk_training_record_training_id")
        ),
        sa.PrimaryKeyConstraint("training_record_id", name=op.f("pk_training_record")),
        sa.UniqueConstraint("training_id", "staff_id", name=op.f("uq_training_record_training_id_staff_id")),
    )
    op.create_index(op.f("ix_training_record_staff_id"), "training_record", ["staff_id"], unique=False)
    op.create_table(
        "offer",
        sa.Column(
            "offer_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("offer_code", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("requirement", sa.Text(), nullable=False),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("section_code", sa.String(length=64), nullable=True),
        sa.Column("offered_date", sa.Date(), nullable=False),
        sa.Column("due_date", sa.Date(), nullable=False),
        sa.Column("offered_by", sa.String(length=400), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["project.project_id"], name=op.f("fk_offer_project_id")),
        sa.ForeignKeyConstraint(
            ["section_code"], ["section.section_code"], name=op.f("fk_offer_section_code")
        ),
        sa.PrimaryKeyConstraint("offer_id", name=op.f("pk_offer")),
        sa.UniqueConstraint("offer_code", name=op.f("uq_offer_offer_code")),
    )
    op.create_table(
        "offer_step",
        sa.Column(
            "offer_step_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("offer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("staff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("fact_date", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["event.event_id"], name=op.f("fk_offer_step_event_id")),
        sa.ForeignKeyConstraint(["offer_id"], ["offer.offer_id"], name=op.f("fk_offer_step_offer_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.staff_id"], name=op.f("fk_offer_step_staff_id")),
        sa.PrimaryKeyConstraint("offer_step_id", name=op.f("pk_offer_step")),
    )
    op.create_index(op.f("ix_offer_step_offer_id"), "offer_step", ["offer_id"], unique=False)
    op.create_table(
        "diary_entry",
        sa.Column(
            "diary_entry_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("staff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("work_date", sa.Date(), nullable=False),
        sa.Column("mode", sa.String(length=64), nullable=False),
        sa.Column("half_hours", sa.Integer(), nullable=False),
        sa.Column("done", sa.Text(), nullable=False),
        sa.Column("replaces_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("user_name", sa.String(length=400), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["event.event_id"], name=op.f("fk_diary_entry_event_id")),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.project_id"], name=op.f("fk_diary_entry_project_id")
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["diary_entry.diary_entry_id"], name=op.f("fk_diary_entry_replaces_id")
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.staff_id"], name=op.f("fk_diary_entry_staff_id")),
        sa.PrimaryKeyConstraint("diary_entry_id", name=op.f("pk_diary_entry")),
        sa.UniqueConstraint("replaces_id", name=op.f("uq_diary_entry_replaces_id")),
    )
    op.create_index(op.f("ix_diary_entry_project_id"), "diary_entry", ["project_id"], unique=False)
    op.create_index(op.f("ix_diary_entry_staff_id"), "diary_entry", ["staff_id"], unique=False)
    op.create_table(
        "document",
        sa.Column(
            "document_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("register_code", sa.String(length=64), nullable=False),
        sa.Column("direction", sa.String(length=64), nullable=False),
        sa.Column("document_type", sa.String(length=64), nullable=False),
        sa.Column("document_number", sa.String(length=400), nullable=True),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("counterparty", sa.String(length=400), nullable=False),
        sa.Column("urgency", sa.String(length=64), nullable=True),
        sa.Column("registered_date", sa.Date(), nullable=False),
        sa.Column("due_date", sa.Date(), nullable=True),
        sa.Column("section_code", sa.String(length=64), nullable=True),
        sa.Column("responsible_person", sa.String(length=400), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["section_code"], ["section.section_code"], name=op.f("fk_document_section_code")
        ),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_document")),
        sa.UniqueConstraint("register_code", name=op.f("uq_document_register_code")),
    )
    op.create_table(
        "document_step",
        sa.Column(
            "document_step_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("document_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("fact_date", sa.Date(), nullable=False),
        sa.Column("new_due_date", sa.Date(), nullable=True),
        sa.Column("section_code", sa.String(length=64), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.document_id"], name=op.f("fk_document_step_document_id")
        ),
        sa.ForeignKeyConstraint(["event_id"], ["event.event_id"], name=op.f("fk_document_step_event_id")),
        sa.ForeignKeyConstraint(
            ["section_code"], ["section.section_code"], name=op.f("fk_document_step_section_code")
        ),
        sa.PrimaryKeyConstraint("document_step_id", name=op.f("pk_document_step")),
    )
    op.create_index(op.f("ix_document_step_document_id"), "document_step", ["document_id"], unique=False)
    op.create_table(
        "document_link",
        sa.Column(
            "document_link_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("document_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("finding_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.document_id"], name=op.f("fk_document_link_document_id")
        ),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["finding.finding_id"], name=op.f("fk_document_link_finding_id")
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.project_id"], name=op.f("fk_document_link_project_id")
        ),
        sa.PrimaryKeyConstraint("document_link_id", name=op.f("pk_document_link")),
    )
    op.create_index(op.f("ix_document_link_document_id"), "document_link", ["document_id"], unique=False)
    op.create_index(op.f("ix_document_link_finding_id"), "document_link", ["finding_id"], unique=False)
    op.create_index(op.f("ix_document_link_project_id"), "document_link", ["project_id"], unique=False)
    op.create_table(
        "archive_file",
        sa.Column(
            "archive_file_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("archive_code", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("section_code", sa.String(length=64), nullable=True),
        sa.Column("filed_date", sa.Date(), nullable=False),
        sa.Column("retention_years", sa.Integer(), nullable=True),
        sa.Column("place", sa.String(length=400), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.project_id"], name=op.f("fk_archive_file_project_id")
        ),
        sa.ForeignKeyConstraint(
            ["section_code"], ["section.section_code"], name=op.f("fk_archive_file_section_code")
        ),
        sa.PrimaryKeyConstraint("archive_file_id", name=op.f("pk_archive_file")),
        sa.UniqueConstraint("archive_code", name=op.f("uq_archive_file_archive_code")),
    )
    op.create_index(op.f("ix_archive_file_project_id"), "archive_file", ["project_id"], unique=False)
    op.create_table(
        "archive_loan",
        sa.Column(
            "archive_loan_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("archive_file_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("user_name", sa.String(length=400), nullable=False),
        sa.Column("section_code", sa.String(length=64), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("due_date", sa.Date(), nullable=False),
        sa.Column("decided_by", sa.String(length=400), nullable=True),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.Column("is_granted", sa.Boolean(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("returned_at", sa.DateTime(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["archive_file_id"],
            ["archive_file.archive_file_id"],
            name=op.f("fk_archive_loan_archive_file_id"),
        ),
        sa.ForeignKeyConstraint(
            ["section_code"], ["section.section_code"], name=op.f("fk_archive_loan_section_code")
        ),
        sa.PrimaryKeyConstraint("archive_loan_id", name=op.f("pk_archive_loan")),
    )
    op.create_index(
        op.f("ix_archive_loan_archive_file_id"), "archive_loan", ["archive_file_id"], unique=False
    )
    op.create_index(op.f("ix_archive_loan_user_name"), "archive_loan", ["user_name"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_archive_loan_archive_file_id"), table_name="archive_loan")
    op.drop_index(op.f("ix_archive_loan_user_name"), table_name="archive_loan")
    op.drop_table("archive_loan")
    op.drop_index(op.f("ix_archive_file_project_id"), table_name="archive_file")
    op.drop_table("archive_file")
    op.drop_index(op.f("ix_document_link_document_id"), table_name="document_link")
    op.drop_index(op.f("ix_document_link_finding_id"), table_name="document_link")
    op.drop_index(op.f("ix_document_link_project_id"), table_name="document_link")
    op.drop_table("document_link")
    op.drop_index(op.f("ix_document_step_document_id"), table_name="document_step")
    op.drop_table("document_step")
    op.drop_table("document")
    op.drop_index(op.f("ix_diary_entry_project_id"), table_name="diary_entry")
    op.drop_index(op.f("ix_diary_entry_staff_id"), table_name="diary_entry")
    op.drop_table("diary_entry")
    op.drop_index(op.f("ix_offer_step_offer_id"), table_name="offer_step")
    op.drop_table("offer_step")
    op.drop_table("offer")
    op.drop_index(op.f("ix_training_record_staff_id"), table_name="training_record")
    op.drop_table("training_record")
    op.drop_table("training")
    op.drop_index(op.f("ix_staff_change_staff_id"), table_name="staff_change")
    op.drop_table("staff_change")
    op.drop_table("promotion_rule")
    op.drop_table("staff_record")
    op.drop_column("staff", "education")
    op.drop_column("staff", "civil_class")
