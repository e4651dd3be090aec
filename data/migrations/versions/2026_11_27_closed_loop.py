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
        sa.Column("event_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
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


def downgrade() -> None:
    op.drop_table("repeat_decision")
    op.drop_table("planned_step")
    for name in ("open_fen", "rectified_fen", "due_date", "answer_due_date", "user_name"):
        op.drop_column("milestone", name)
    op.drop_column("finding", "revision")
