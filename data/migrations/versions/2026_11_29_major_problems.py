"""the list of major audit problems is kept week by week"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def _key() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "major_problem_step",
        sa.Column("major_problem_step_id", _key(), autoincrement=True, nullable=False),
        sa.Column("finding_id", _key(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("fact_date", sa.Date(), nullable=False),
        sa.Column("criterion", sa.String(length=64), nullable=True),
        sa.Column("lead_section_code", sa.String(length=64), nullable=True),
        sa.Column("tracker", sa.String(length=400), nullable=True),
        sa.Column("document_number", sa.String(length=64), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("user_name", sa.String(length=400), nullable=False),
        sa.Column("person", sa.String(length=400), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["finding.finding_id"], name=op.f("fk_major_problem_step_finding_id")
        ),
        sa.ForeignKeyConstraint(
            ["lead_section_code"],
            ["section.section_code"],
            name=op.f("fk_major_problem_step_lead_section_code"),
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.event_id"], name=op.f("fk_major_problem_step_event_id")
        ),
        sa.PrimaryKeyConstraint("major_problem_step_id", name=op.f("pk_major_problem_step")),
    )
    op.create_index(op.f("ix_major_problem_step_finding_id"), "major_problem_step", ["finding_id"])
    op.create_table(
        "major_problem_week",
        sa.Column("major_problem_week_id", _key(), autoincrement=True, nullable=False),
        sa.Column("finding_id", _key(), nullable=False),
        sa.Column("week_date", sa.Date(), nullable=False),
        sa.Column("fact_date", sa.Date(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("progress_percent", sa.Integer(), nullable=False),
        sa.Column("next_step", sa.Text(), nullable=False),
        sa.Column("colour", sa.String(length=64), nullable=True),
        sa.Column("colour_reason", sa.Text(), nullable=True),
        sa.Column("user_name", sa.String(length=400), nullable=False),
        sa.Column("person", sa.String(length=400), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["finding.finding_id"], name=op.f("fk_major_problem_week_finding_id")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.event_id"], name=op.f("fk_major_problem_week_event_id")
        ),
        sa.PrimaryKeyConstraint("major_problem_week_id", name=op.f("pk_major_problem_week")),
    )
    op.create_index(op.f("ix_major_problem_week_finding_id"), "major_problem_week", ["finding_id"])


def downgrade() -> None:
    op.drop_table("major_problem_week")
    op.drop_table("major_problem_step")
