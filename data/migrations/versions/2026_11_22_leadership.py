"""audit universe, economic responsibility, staff and work, tasks, displays"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "coverage_rule",
        sa.Column("coverage_rule_code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=400), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("interval_years", sa.Integer(), nullable=False),
        sa.Column("project_types", sa.String(length=400), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("sort_order", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("coverage_rule_code", name=op.f("pk_coverage_rule")),
    )
    op.create_table(
        "display_token",
        sa.Column(
            "display_token_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("name", sa.String(length=400), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("created_by", sa.String(length=400), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.Column("last_seen_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("display_token_id", name=op.f("pk_display_token")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_display_token_token_hash")),
    )
    op.create_table(
        "warning_rule",
        sa.Column("warning_rule_code", sa.String(length=64), nullable=False),
        sa.Column("level", sa.String(length=64), nullable=True),
        sa.Column("is_disabled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("warning_rule_code", name=op.f("pk_warning_rule")),
    )
    op.create_table(
        "warning_threshold",
        sa.Column("warning_rule_code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("warning_rule_code", "name", name=op.f("pk_warning_threshold")),
    )
    op.create_table(
        "staff",
        sa.Column(
            "staff_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("staff_code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=400), nullable=False),
        sa.Column("section_code", sa.String(length=64), nullable=True),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("is_business", sa.Boolean(), nullable=False),
        sa.Column("is_division_head", sa.Boolean(), nullable=False),
        sa.Column("qualification", sa.String(length=64), nullable=True),
        sa.Column("has_computer_intermediate", sa.Boolean(), nullable=False),
        sa.Column("talent", sa.String(length=64), nullable=True),
        sa.Column("joined_date", sa.Date(), nullable=True),
        sa.Column("left_date", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.ForeignKeyConstraint(
            ["section_code"], ["section.section_code"], name=op.f("fk_staff_section_code")
        ),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_staff")),
        sa.UniqueConstraint("staff_code", name=op.f("uq_staff_staff_code")),
    )
    op.create_table(
        "task",
        sa.Column(
            "task_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("task_code", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("requirement", sa.Text(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("parent_task_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("region_code", sa.String(length=64), nullable=True),
        sa.Column("section_code", sa.String(length=64), nullable=True),
        sa.Column("responsible_person", sa.String(length=400), nullable=True),
        sa.Column("origin", sa.String(length=400), nullable=True),
        sa.Column("set_date", sa.Date(), nullable=False),
        sa.Column("due_date", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["parent_task_id"], ["task.task_id"], name=op.f("fk_task_parent_task_id")),
        sa.ForeignKeyConstraint(["region_code"], ["region.region_code"], name=op.f("fk_task_region_code")),
        sa.ForeignKeyConstraint(
            ["section_code"], ["section.section_code"], name=op.f("fk_task_section_code")
        ),
        sa.PrimaryKeyConstraint("task_id", name=op.f("pk_task")),
        sa.UniqueConstraint("task_code", name=op.f("uq_task_task_code")),
    )
    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_task_section_code"), ["section_code"], unique=False)
        batch_op.create_index(batch_op.f("ix_task_year"), ["year"], unique=False)

    op.create_table(
        "audit_object",
        sa.Column(
            "audit_object_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("object_code", sa.String(length=64), nullable=True),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=400), nullable=False),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("audit_class", sa.String(length=64), nullable=True),
        sa.Column("region_code", sa.String(length=64), nullable=True),
        sa.Column("section_code", sa.String(length=64), nullable=True),
        sa.Column("valid_from_date", sa.Date(), nullable=True),
        sa.Column("valid_to_date", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["region_code"], ["region.region_code"], name=op.f("fk_audit_object_region_code")
        ),
        sa.ForeignKeyConstraint(
            ["section_code"], ["section.section_code"], name=op.f("fk_audit_object_section_code")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.unit_id"], name=op.f("fk_audit_object_unit_id")),
        sa.PrimaryKeyConstraint("audit_object_id", name=op.f("pk_audit_object")),
        sa.UniqueConstraint("object_code", name=op.f("uq_audit_object_object_code")),
        sa.UniqueConstraint("unit_id", name=op.f("uq_audit_object_unit_id")),
    )
    with op.batch_alter_table("audit_object", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_object_name"), ["name"], unique=False)

    op.create_table(
        "task_step",
        sa.Column(
            "task_step_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("task_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("fact_date", sa.Date(), nullable=False),
        sa.Column("new_due_date", sa.Date(), nullable=True),
        sa.Column("progress_percent", sa.Integer(), nullable=True),
        sa.Column("person", sa.String(length=400), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["event.event_id"], name=op.f("fk_task_step_event_id")),
        sa.ForeignKeyConstraint(["task_id"], ["task.task_id"], name=op.f("fk_task_step_task_id")),
        sa.PrimaryKeyConstraint("task_step_id", name=op.f("pk_task_step")),
    )
    with op.batch_alter_table("task_step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_task_step_task_id"), ["task_id"], unique=False)

    op.create_table(
        "library_item",
        sa.Column(
            "library_item_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("library", sa.String(length=64), nullable=False),
        sa.Column("item_code", sa.String(length=64), nullable=True),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("project_type", sa.String(length=64), nullable=True),
        sa.Column("audit_object_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("region_code", sa.String(length=64), nullable=True),
        sa.Column("section_code", sa.String(length=64), nullable=True),
        sa.Column("proposed_year", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=400), nullable=True),
        sa.Column("added_date", sa.Date(), nullable=False),
        sa.Column("dropped_date", sa.Date(), nullable=True),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("promoted_date", sa.Date(), nullable=True),
        sa.Column("is_stub", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["audit_object_id"],
            ["audit_object.audit_object_id"],
            name=op.f("fk_library_item_audit_object_id"),
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.project_id"], name=op.f("fk_library_item_project_id")
        ),
        sa.ForeignKeyConstraint(
            ["region_code"], ["region.region_code"], name=op.f("fk_library_item_region_code")
        ),
        sa.ForeignKeyConstraint(
            ["section_code"], ["section.section_code"], name=op.f("fk_library_item_section_code")
        ),
        sa.PrimaryKeyConstraint("library_item_id", name=op.f("pk_library_item")),
        sa.UniqueConstraint("item_code", name=op.f("uq_library_item_item_code")),
        sa.UniqueConstraint("project_id", name=op.f("uq_library_item_project_id")),
    )
    op.create_table(
        "object_duty",
        sa.Column("audit_object_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("coverage_rule_code", sa.String(length=64), nullable=False),
        sa.Column("valid_from_date", sa.Date(), nullable=True),
        sa.Column("valid_to_date", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["audit_object_id"], ["audit_object.audit_object_id"], name=op.f("fk_object_duty_audit_object_id")
        ),
        sa.ForeignKeyConstraint(
            ["coverage_rule_code"],
            ["coverage_rule.coverage_rule_code"],
            name=op.f("fk_object_duty_coverage_rule_code"),
        ),
        sa.PrimaryKeyConstraint("audit_object_id", "coverage_rule_code", name=op.f("pk_object_duty")),
    )
    op.create_table(
        "post_audit",
        sa.Column(
            "post_audit_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("post_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("occasion", sa.String(length=64), nullable=False),
        sa.Column("notified_date", sa.Date(), nullable=True),
        sa.Column("feedback_date", sa.Date(), nullable=True),
        sa.Column("result_used_date", sa.Date(), nullable=True),
        sa.Column("result_use", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["post_id"], ["post.post_id"], name=op.f("fk_post_audit_post_id")),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.project_id"], name=op.f("fk_post_audit_project_id")
        ),
        sa.PrimaryKeyConstraint("post_audit_id", name=op.f("pk_post_audit")),
        sa.UniqueConstraint("project_id", "post_id", name=op.f("uq_post_audit_project_id_post_id")),
    )
    with op.batch_alter_table("post_audit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_post_audit_post_id"), ["post_id"], unique=False)

    op.create_table(
        "project_member",
        sa.Column(
            "project_member_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("staff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("part", sa.String(length=64), nullable=False),
        sa.Column("from_date", sa.Date(), nullable=True),
        sa.Column("to_date", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.project_id"], name=op.f("fk_project_member_project_id")
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.staff_id"], name=op.f("fk_project_member_staff_id")),
        sa.PrimaryKeyConstraint("project_member_id", name=op.f("pk_project_member")),
        sa.UniqueConstraint(
            "project_id", "staff_id", "part", name=op.f("uq_project_member_project_id_staff_id_part")
        ),
    )
    with op.batch_alter_table("project_member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_project_member_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "project_object",
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("audit_object_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["audit_object_id"],
            ["audit_object.audit_object_id"],
            name=op.f("fk_project_object_audit_object_id"),
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.project_id"], name=op.f("fk_project_object_project_id")
        ),
        sa.PrimaryKeyConstraint("project_id", "audit_object_id", name=op.f("pk_project_object")),
    )
    with op.batch_alter_table("project_object", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_project_object_audit_object_id"), ["audit_object_id"], unique=False
        )

    op.create_table(
        "project_pause",
        sa.Column(
            "project_pause_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("first_date", sa.Date(), nullable=False),
        sa.Column("last_date", sa.Date(), nullable=True),
        sa.Column("approved_date", sa.Date(), nullable=True),
        sa.Column("document_number", sa.String(length=64), nullable=True),
        sa.Column("reason", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.project_id"], name=op.f("fk_project_pause_project_id")
        ),
        sa.PrimaryKeyConstraint("project_pause_id", name=op.f("pk_project_pause")),
        sa.UniqueConstraint("project_id", "first_date", name=op.f("uq_project_pause_project_id_first_date")),
    )
    op.create_table(
        "work_record",
        sa.Column(
            "work_record_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("staff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("week_date", sa.Date(), nullable=False),
        sa.Column("mode", sa.String(length=64), nullable=False),
        sa.Column("half_days", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.project_id"], name=op.f("fk_work_record_project_id")
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.staff_id"], name=op.f("fk_work_record_staff_id")),
        sa.PrimaryKeyConstraint("work_record_id", name=op.f("pk_work_record")),
        sa.UniqueConstraint(
            "project_id",
            "staff_id",
            "week_date",
            "mode",
            name=op.f("uq_work_record_project_id_staff_id_week_date_mode"),
        ),
    )
    with op.batch_alter_table("work_record", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_work_record_staff_id"), ["staff_id"], unique=False)

    with op.batch_alter_table("indicator", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reckoning", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("seed_code", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("baseline_value", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("baseline_label", sa.String(length=400), nullable=True))
        batch_op.add_column(
            sa.Column("is_baseline_comparable", sa.Boolean(), nullable=False, server_default="1")
        )
        batch_op.add_column(sa.Column("note", sa.String(length=400), nullable=True))
        batch_op.add_column(sa.Column("sort_order", sa.Integer(), nullable=False, server_default="0"))

    with op.batch_alter_table("indicator_plan", schema=None) as batch_op:
        batch_op.add_column(sa.Column("source", sa.String(length=400), nullable=True))
        batch_op.add_column(sa.Column("sort_order", sa.Integer(), nullable=False, server_default="0"))

    with op.batch_alter_table("indicator_target", schema=None) as batch_op:
        batch_op.alter_column(
            "target_value", existing_type=sa.INTEGER(), type_=sa.BigInteger(), existing_nullable=False
        )

    with op.batch_alter_table("indicator_value", schema=None) as batch_op:
        batch_op.add_column(sa.Column("entered_by", sa.String(length=400), nullable=True))
        batch_op.add_column(sa.Column("source", sa.String(length=400), nullable=True))
        batch_op.alter_column(
            "actual_value", existing_type=sa.INTEGER(), type_=sa.BigInteger(), existing_nullable=False
        )

    with op.batch_alter_table("official", schema=None) as batch_op:
        batch_op.add_column(sa.Column("retirement_date", sa.Date(), nullable=True))

    with op.batch_alter_table("post", schema=None) as batch_op:
        batch_op.add_column(sa.Column("pair_code", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("leader_side", sa.String(length=64), nullable=True))
        batch_op.add_column(
            sa.Column("has_resource_duty", sa.Boolean(), nullable=False, server_default="0")
        )
        batch_op.add_column(
            sa.Column("is_audit_exempt", sa.Boolean(), nullable=False, server_default="0")
        )
        batch_op.add_column(sa.Column("source", sa.String(length=400), nullable=True))
        batch_op.create_index(batch_op.f("ix_post_pair_code"), ["pair_code"], unique=False)

    with op.batch_alter_table("project", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("is_desk_only", sa.Boolean(), nullable=False, server_default="0")
        )
        batch_op.add_column(sa.Column("digital_step", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("is_draft", sa.Boolean(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("in_plan_date", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("cancelled_date", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("plan_document", sa.String(length=400), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("project", schema=None) as batch_op:
        batch_op.drop_column("plan_document")
        batch_op.drop_column("cancelled_date")
        batch_op.drop_column("in_plan_date")
        batch_op.drop_column("is_draft")
        batch_op.drop_column("digital_step")
        batch_op.drop_column("is_desk_only")

    with op.batch_alter_table("post", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_post_pair_code"))
        batch_op.drop_column("source")
        batch_op.drop_column("is_audit_exempt")
        batch_op.drop_column("has_resource_duty")
        batch_op.drop_column("leader_side")
        batch_op.drop_column("pair_code")

    with op.batch_alter_table("official", schema=None) as batch_op:
        batch_op.drop_column("retirement_date")

    with op.batch_alter_table("indicator_value", schema=None) as batch_op:
        batch_op.alter_column(
            "actual_value", existing_type=sa.BigInteger(), type_=sa.INTEGER(), existing_nullable=False
        )
        batch_op.drop_column("source")
        batch_op.drop_column("entered_by")

    with op.batch_alter_table("indicator_target", schema=None) as batch_op:
        batch_op.alter_column(
            "target_value", existing_type=sa.BigInteger(), type_=sa.INTEGER(), existing_nullable=False
        )

    with op.batch_alter_table("indicator_plan", schema=None) as batch_op:
        batch_op.drop_column("sort_order")
        batch_op.drop_column("source")

    with op.batch_alter_table("indicator", schema=None) as batch_op:
        batch_op.drop_column("sort_order")
        batch_op.drop_column("note")
        batch_op.drop_column("is_baseline_comparable")
        batch_op.drop_column("baseline_label")
        batch_op.drop_column("baseline_value")
        batch_op.drop_column("seed_code")
        batch_op.drop_column("reckoning")

    with op.batch_alter_table("work_record", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_work_record_staff_id"))

    op.drop_table("work_record")
    op.drop_table("project_pause")
    with op.batch_alter_table("project_object", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_project_object_audit_object_id"))

    op.drop_table("project_object")
    with op.batch_alter_table("project_member", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_project_member_staff_id"))

    op.drop_table("project_member")
    with op.batch_alter_table("post_audit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_post_audit_post_id"))

    op.drop_table("post_audit")
    op.drop_table("object_duty")
    op.drop_table("library_item")
    with op.batch_alter_table("task_step", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_task_step_task_id"))

    op.drop_table("task_step")
    with op.batch_alter_table("audit_object", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audit_object_name"))

    op.drop_table("audit_object")
    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_task_year"))
        batch_op.drop_index(batch_op.f("ix_task_section_code"))

    op.drop_table("task")
    op.drop_table("staff")
    op.drop_table("warning_threshold")
    op.drop_table("warning_rule")
    op.drop_table("display_token")
    op.drop_table("coverage_rule")
