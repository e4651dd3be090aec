"""the closed loop: findings are worked in the ledger"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("finding", sa.Column("revision", sa.Integer(), server_default="0", nullable=False))
    op.add_column("milestone", sa.Column("user_name", sa.String(length=400), nullable=True))
    op.add_column("milestone", sa.Column("revision", sa.Integer(), nullable=True))
    op.add_column("milestone", sa.Column("answer_due_date", sa.Date(), nullable=True))
    op.add_column("milestone", sa.Column("due_date", sa.Date(), nullable=True))
    op.add_column("milestone", sa.Column("rectified_fen", sa.BigInteger(), nullable=True))
    op.add_column("milestone", sa.Column("open_fen", sa.BigInteger(), nullable=True))
    op.create_table(
        "planned_step",
        sa.Column(
            "planned_step_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("milestone_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("due_date", sa.Date(), nullable=False),
        sa.Column("goal", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["milestone_id"], ["milestone.milestone_id"], name=op.f("fk_planned_step_milestone_id")
        ),
        sa.PrimaryKeyConstraint("planned_step_id", name=op.f("pk_planned_step")),
    )
    op.create_index(op.f("ix_planned_step_milestone_id"), "planned_step", ["milestone_id"])
    op.create_table(
        "repeat_decision",
        sa.Column(
            "repeat_decision_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("finding_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("prior_finding_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("is_repeat", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("fact_date", sa.Date(), nullable=False),
        sa.Column("user_name", sa.String(length=400), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["finding.finding_id"], name=op.f("fk_repeat_decision_finding_id")
        ),
        sa.ForeignKeyConstraint(
            ["prior_finding_id"], ["finding.finding_id"], name=op.f("fk_repeat_decision_prior_finding_id")
        ),
        sa.ForeignKeyConstraint(["event_id"], ["event.event_id"], name=op.f("fk_repeat_decision_event_id")),
        sa.PrimaryKeyConstraint("repeat_decision_id", name=op.f("pk_repeat_decision")),
    )
    op.create_index(op.f("ix_repeat_decision_finding_id"), "repeat_decision", ["finding_id"])
    op.create_table(
        "truth_sample",
        sa.Column(
            "truth_sample_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("draw_method", sa.String(length=64), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("fact_date", sa.Date(), nullable=False),
        sa.Column("user_name", sa.String(length=400), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["event.event_id"], name=op.f("fk_truth_sample_event_id")),
        sa.PrimaryKeyConstraint("truth_sample_id", name=op.f("pk_truth_sample")),
    )
    op.create_table(
        "truth_check",
        sa.Column(
            "truth_check_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("truth_sample_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("finding_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("weight", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["finding.finding_id"], name=op.f("fk_truth_check_finding_id")
        ),
        sa.ForeignKeyConstraint(
            ["truth_sample_id"], ["truth_sample.truth_sample_id"], name=op.f("fk_truth_check_truth_sample_id")
        ),
        sa.PrimaryKeyConstraint("truth_check_id", name=op.f("pk_truth_check")),
        sa.UniqueConstraint(
            "truth_sample_id", "finding_id", name=op.f("uq_truth_check_truth_sample_id_finding_id")
        ),
    )
    op.create_index(op.f("ix_truth_check_finding_id"), "truth_check", ["finding_id"], unique=False)
    op.create_table(
        "truth_result",
        sa.Column(
            "truth_result_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("truth_check_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("truth_answer", sa.String(length=64), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("fact_date", sa.Date(), nullable=False),
        sa.Column("user_name", sa.String(length=400), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["event.event_id"], name=op.f("fk_truth_result_event_id")),
        sa.ForeignKeyConstraint(
            ["truth_check_id"], ["truth_check.truth_check_id"], name=op.f("fk_truth_result_truth_check_id")
        ),
        sa.PrimaryKeyConstraint("truth_result_id", name=op.f("pk_truth_result")),
    )
    op.create_index(op.f("ix_truth_result_truth_check_id"), "truth_result", ["truth_check_id"], unique=False)

    op.create_table(
        "snapshot",
        sa.Column(
            "snapshot_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("as_of_date", sa.Date(), nullable=False),
        sa.Column("data_version", sa.Integer(), nullable=False),
        sa.Column("taken_at", sa.DateTime(), nullable=False),
        sa.Column("user_name", sa.String(length=400), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.event_id"], name=op.f("fk_snapshot_event_id")),
        sa.PrimaryKeyConstraint("snapshot_id", name=op.f("pk_snapshot")),
        sa.UniqueConstraint("as_of_date", name=op.f("uq_snapshot_as_of_date")),
    )
    op.create_table(
        "snapshot_figure",
        sa.Column("snapshot_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kpi", sa.String(length=64), nullable=False),
        sa.Column("value", sa.String(length=64), nullable=True),
        sa.Column("numerator", sa.BigInteger(), nullable=True),
        sa.Column("denominator", sa.BigInteger(), nullable=True),
        sa.Column("row_count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["snapshot_id"], ["snapshot.snapshot_id"], name=op.f("fk_snapshot_figure_snapshot_id")
        ),
        sa.PrimaryKeyConstraint("snapshot_id", "kpi", name=op.f("pk_snapshot_figure")),
    )
    op.create_table(
        "snapshot_finding",
        sa.Column("snapshot_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("finding_code", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("amount_fen", sa.BigInteger(), nullable=True),
        sa.Column("rectified_fen", sa.BigInteger(), nullable=False),
        sa.Column("due_date", sa.Date(), nullable=True),
        sa.Column("kpis", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["snapshot_id"], ["snapshot.snapshot_id"], name=op.f("fk_snapshot_finding_snapshot_id")
        ),
        sa.PrimaryKeyConstraint("snapshot_id", "finding_id", name=op.f("pk_snapshot_finding")),
    )
    op.add_column("transfer", sa.Column("matter", sa.Text(), nullable=True))
    op.add_column("transfer", sa.Column("person_count", sa.Integer(), nullable=True))
    op.add_column("transfer", sa.Column("persons", sa.Text(), nullable=True))
    op.add_column("transfer", sa.Column("answer_due_date", sa.Date(), nullable=True))



def downgrade() -> None:
    for column in ("answer_due_date", "persons", "person_count", "matter"):
        op.drop_column("transfer", column)
    for name in ("snapshot_finding", "snapshot_figure", "snapshot"):
        op.drop_table(name)
    op.drop_table("truth_result")
    op.drop_table("truth_check")
    op.drop_table("truth_sample")
    op.drop_table("repeat_decision")
    op.drop_table("planned_step")
    for name in ("open_fen", "rectified_fen", "due_date", "answer_due_date", "revision", "user_name"):
        op.drop_column("milestone", name)
    op.drop_column("finding", "revision")
