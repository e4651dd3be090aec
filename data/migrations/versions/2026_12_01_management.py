"""registers of security and management"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "debt_position",
        sa.Column("debt_position_id", KEY, autoincrement=True, nullable=False),
        sa.Column("region_code", sa.String(length=64), nullable=False),
        sa.Column("position_date", sa.Date(), nullable=False),
        sa.Column("limit_fen", sa.BigInteger(), nullable=False),
        sa.Column("balance_fen", sa.BigInteger(), nullable=False),
        sa.Column("means_fen", sa.BigInteger(), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["region_code"], ["region.region_code"], name=op.f("fk_debt_position_region_code")
        ),
        sa.PrimaryKeyConstraint("debt_position_id", name=op.f("pk_debt_position")),
        sa.UniqueConstraint(
            "region_code", "position_date", name=op.f("uq_debt_position_region_code_position_date")
        ),
    )
    op.create_table(
        "direct_fund",
        sa.Column("direct_fund_id", KEY, autoincrement=True, nullable=False),
        sa.Column("fund_code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=400), nullable=False),
        sa.Column("region_code", sa.String(length=64), nullable=False),
        sa.Column("section_code", sa.String(length=64), nullable=True),
        sa.Column("allotted_date", sa.Date(), nullable=False),
        sa.Column("allotted_fen", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["region_code"], ["region.region_code"], name=op.f("fk_direct_fund_region_code")
        ),
        sa.ForeignKeyConstraint(
            ["section_code"], ["section.section_code"], name=op.f("fk_direct_fund_section_code")
        ),
        sa.PrimaryKeyConstraint("direct_fund_id", name=op.f("pk_direct_fund")),
        sa.UniqueConstraint("fund_code", name=op.f("uq_direct_fund_fund_code")),
    )
    op.create_table(
        "duty_report",
        sa.Column("duty_report_id", KEY, autoincrement=True, nullable=False),
        sa.Column("region_code", sa.String(length=64), nullable=False),
        sa.Column("report_date", sa.Date(), nullable=False),
        sa.Column("person", sa.String(length=400), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["region_code"], ["region.region_code"], name=op.f("fk_duty_report_region_code")
        ),
        sa.PrimaryKeyConstraint("duty_report_id", name=op.f("pk_duty_report")),
        sa.UniqueConstraint(
            "region_code", "report_date", name=op.f("uq_duty_report_region_code_report_date")
        ),
    )
    op.create_table(
        "network_asset",
        sa.Column("network_asset_id", KEY, autoincrement=True, nullable=False),
        sa.Column("asset_code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=400), nullable=False),
        sa.Column("network", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("region_code", sa.String(length=64), nullable=True),
        sa.Column("section_code", sa.String(length=64), nullable=True),
        sa.Column("commissioned_date", sa.Date(), nullable=False),
        sa.Column("retired_date", sa.Date(), nullable=True),
        sa.Column("is_domestic", sa.Boolean(), nullable=False),
        sa.Column("has_domestic_cipher", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["region_code"], ["region.region_code"], name=op.f("fk_network_asset_region_code")
        ),
        sa.ForeignKeyConstraint(
            ["section_code"], ["section.section_code"], name=op.f("fk_network_asset_section_code")
        ),
        sa.PrimaryKeyConstraint("network_asset_id", name=op.f("pk_network_asset")),
        sa.UniqueConstraint("asset_code", name=op.f("uq_network_asset_asset_code")),
    )
    op.create_table(
        "research_topic",
        sa.Column("research_topic_id", KEY, autoincrement=True, nullable=False),
        sa.Column("topic_code", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("section_code", sa.String(length=64), nullable=True),
        sa.Column("started_date", sa.Date(), nullable=False),
        sa.Column("due_date", sa.Date(), nullable=True),
        sa.Column("concluded_date", sa.Date(), nullable=True),
        sa.Column("has_passed", sa.Boolean(), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["section_code"], ["section.section_code"], name=op.f("fk_research_topic_section_code")
        ),
        sa.PrimaryKeyConstraint("research_topic_id", name=op.f("pk_research_topic")),
        sa.UniqueConstraint("topic_code", name=op.f("uq_research_topic_topic_code")),
    )
    op.create_table(
        "rollout",
        sa.Column("rollout_id", KEY, autoincrement=True, nullable=False),
        sa.Column("application", sa.String(length=64), nullable=False),
        sa.Column("place_name", sa.String(length=400), nullable=False),
        sa.Column("region_code", sa.String(length=64), nullable=True),
        sa.Column("section_code", sa.String(length=64), nullable=True),
        sa.Column("due_date", sa.Date(), nullable=False),
        sa.Column("live_date", sa.Date(), nullable=True),
        sa.Column("retired_date", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["region_code"], ["region.region_code"], name=op.f("fk_rollout_region_code")),
        sa.ForeignKeyConstraint(
            ["section_code"], ["section.section_code"], name=op.f("fk_rollout_section_code")
        ),
        sa.PrimaryKeyConstraint("rollout_id", name=op.f("pk_rollout")),
        sa.UniqueConstraint("application", "place_name", name=op.f("uq_rollout_application_place_name")),
    )
    op.create_table(
        "security_activity",
        sa.Column("security_activity_id", KEY, autoincrement=True, nullable=False),
        sa.Column("activity_code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=400), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("network", sa.String(length=64), nullable=False),
        sa.Column("region_code", sa.String(length=64), nullable=True),
        sa.Column("section_code", sa.String(length=64), nullable=True),
        sa.Column("held_date", sa.Date(), nullable=False),
        sa.Column("next_due_date", sa.Date(), nullable=True),
        sa.Column("conclusion", sa.Text(), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["region_code"], ["region.region_code"], name=op.f("fk_security_activity_region_code")
        ),
        sa.ForeignKeyConstraint(
            ["section_code"], ["section.section_code"], name=op.f("fk_security_activity_section_code")
        ),
        sa.PrimaryKeyConstraint("security_activity_id", name=op.f("pk_security_activity")),
        sa.UniqueConstraint("activity_code", name=op.f("uq_security_activity_activity_code")),
    )
    op.create_table(
        "direct_fund_report",
        sa.Column("direct_fund_report_id", KEY, autoincrement=True, nullable=False),
        sa.Column("direct_fund_id", KEY, nullable=False),
        sa.Column("report_date", sa.Date(), nullable=False),
        sa.Column("broken_down_fen", sa.BigInteger(), nullable=False),
        sa.Column("paid_fen", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["direct_fund_id"],
            ["direct_fund.direct_fund_id"],
            name=op.f("fk_direct_fund_report_direct_fund_id"),
        ),
        sa.PrimaryKeyConstraint("direct_fund_report_id", name=op.f("pk_direct_fund_report")),
        sa.UniqueConstraint(
            "direct_fund_id", "report_date", name=op.f("uq_direct_fund_report_direct_fund_id_report_date")
        ),
    )
    op.create_table(
        "internal_audit_year",
        sa.Column("internal_audit_year_id", KEY, autoincrement=True, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("reported_date", sa.Date(), nullable=False),
        sa.Column("has_office", sa.Boolean(), nullable=False),
        sa.Column("staff_count", sa.Integer(), nullable=False),
        sa.Column("project_count", sa.Integer(), nullable=False),
        sa.Column("problem_fen", sa.BigInteger(), nullable=False),
        sa.Column("rectified_fen", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.unit_id"], name=op.f("fk_internal_audit_year_unit_id")),
        sa.PrimaryKeyConstraint("internal_audit_year_id", name=op.f("pk_internal_audit_year")),
        sa.UniqueConstraint("unit_id", "year", name=op.f("uq_internal_audit_year_unit_id_year")),
    )
    op.create_index(op.f("ix_internal_audit_year_unit_id"), "internal_audit_year", ["unit_id"])
    op.create_table(
        "security_issue",
        sa.Column("security_issue_id", KEY, autoincrement=True, nullable=False),
        sa.Column("issue_code", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("security_activity_id", KEY, nullable=False),
        sa.Column("severity", sa.String(length=64), nullable=False),
        sa.Column("found_date", sa.Date(), nullable=False),
        sa.Column("due_date", sa.Date(), nullable=True),
        sa.Column("closed_date", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["security_activity_id"],
            ["security_activity.security_activity_id"],
            name=op.f("fk_security_issue_security_activity_id"),
        ),
        sa.PrimaryKeyConstraint("security_issue_id", name=op.f("pk_security_issue")),
        sa.UniqueConstraint("issue_code", name=op.f("uq_security_issue_issue_code")),
    )
    op.create_index(
        op.f("ix_security_issue_security_activity_id"), "security_issue", ["security_activity_id"]
    )
    op.create_table(
        "social_audit_check",
        sa.Column("social_audit_check_id", KEY, autoincrement=True, nullable=False),
        sa.Column("check_code", sa.String(length=64), nullable=False),
        sa.Column("firm", sa.String(length=400), nullable=False),
        sa.Column("report_number", sa.String(length=400), nullable=True),
        sa.Column("unit_id", KEY, nullable=True),
        sa.Column("section_code", sa.String(length=64), nullable=True),
        sa.Column("check_date", sa.Date(), nullable=False),
        sa.Column("result", sa.String(length=64), nullable=False),
        sa.Column("problem_count", sa.Integer(), nullable=False),
        sa.Column("misstated_fen", sa.BigInteger(), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["section_code"], ["section.section_code"], name=op.f("fk_social_audit_check_section_code")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.unit_id"], name=op.f("fk_social_audit_check_unit_id")),
        sa.PrimaryKeyConstraint("social_audit_check_id", name=op.f("pk_social_audit_check")),
        sa.UniqueConstraint("check_code", name=op.f("uq_social_audit_check_check_code")),
    )
    op.create_table(
        "exposed_problem",
        sa.Column("exposed_problem_id", KEY, autoincrement=True, nullable=False),
        sa.Column("problem_code", sa.String(length=64), nullable=False),
        sa.Column("project_id", KEY, nullable=False),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("exposed_by", sa.String(length=64), nullable=False),
        sa.Column("exposed_date", sa.Date(), nullable=False),
        sa.Column("was_found", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.project_id"], name=op.f("fk_exposed_problem_project_id")
        ),
        sa.PrimaryKeyConstraint("exposed_problem_id", name=op.f("pk_exposed_problem")),
        sa.UniqueConstraint("problem_code", name=op.f("uq_exposed_problem_problem_code")),
    )
    op.create_index(op.f("ix_exposed_problem_project_id"), "exposed_problem", ["project_id"])
    op.create_table(
        "quality_review",
        sa.Column("quality_review_id", KEY, autoincrement=True, nullable=False),
        sa.Column("review_code", sa.String(length=64), nullable=False),
        sa.Column("project_id", KEY, nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("review_date", sa.Date(), nullable=False),
        sa.Column("score_hundredths", sa.Integer(), nullable=True),
        sa.Column("award", sa.String(length=64), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.project_id"], name=op.f("fk_quality_review_project_id")
        ),
        sa.PrimaryKeyConstraint("quality_review_id", name=op.f("pk_quality_review")),
        sa.UniqueConstraint("review_code", name=op.f("uq_quality_review_review_code")),
    )
    op.create_index(op.f("ix_quality_review_project_id"), "quality_review", ["project_id"])
    op.create_table(
        "responsibility_item",
        sa.Column("responsibility_item_id", KEY, autoincrement=True, nullable=False),
        sa.Column("post_id", KEY, nullable=False),
        sa.Column("item_code", sa.String(length=64), nullable=False),
        sa.Column("area", sa.String(length=64), nullable=False),
        sa.Column("duty", sa.String(length=400), nullable=False),
        sa.Column("basis", sa.Text(), nullable=True),
        sa.Column("from_date", sa.Date(), nullable=False),
        sa.Column("ended_date", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["post_id"], ["post.post_id"], name=op.f("fk_responsibility_item_post_id")),
        sa.PrimaryKeyConstraint("responsibility_item_id", name=op.f("pk_responsibility_item")),
        sa.UniqueConstraint("post_id", "item_code", name=op.f("uq_responsibility_item_post_id_item_code")),
    )
    op.create_table(
        "evaluation_mark",
        sa.Column("evaluation_mark_id", KEY, autoincrement=True, nullable=False),
        sa.Column("post_audit_id", KEY, nullable=False),
        sa.Column("aspect", sa.String(length=400), nullable=False),
        sa.Column("full_hundredths", sa.Integer(), nullable=False),
        sa.Column("mark_hundredths", sa.Integer(), nullable=False),
        sa.Column("evaluated_date", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["post_audit_id"], ["post_audit.post_audit_id"], name=op.f("fk_evaluation_mark_post_audit_id")
        ),
        sa.PrimaryKeyConstraint("evaluation_mark_id", name=op.f("pk_evaluation_mark")),
        sa.UniqueConstraint("post_audit_id", "aspect", name=op.f("uq_evaluation_mark_post_audit_id_aspect")),
    )
    op.create_table(
        "quality_defect",
        sa.Column("quality_defect_id", KEY, autoincrement=True, nullable=False),
        sa.Column("defect_code", sa.String(length=64), nullable=False),
        sa.Column("quality_review_id", KEY, nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("severity", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("mended_date", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["quality_review_id"],
            ["quality_review.quality_review_id"],
            name=op.f("fk_quality_defect_quality_review_id"),
        ),
        sa.PrimaryKeyConstraint("quality_defect_id", name=op.f("pk_quality_defect")),
        sa.UniqueConstraint("defect_code", name=op.f("uq_quality_defect_defect_code")),
    )
    op.create_index(op.f("ix_quality_defect_quality_review_id"), "quality_defect", ["quality_review_id"])


def downgrade() -> None:
    for table in (
        "quality_defect",
        "evaluation_mark",
        "responsibility_item",
        "quality_review",
        "exposed_problem",
        "social_audit_check",
        "security_issue",
        "internal_audit_year",
        "direct_fund_report",
        "security_activity",
        "rollout",
        "research_topic",
        "network_asset",
        "duty_report",
        "direct_fund",
        "debt_position",
    ):
        op.drop_table(table)
