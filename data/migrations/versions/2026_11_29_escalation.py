"""findings that are not rectified escalate by rules"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "escalation_letter",
        sa.Column(
            "escalation_letter_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("step", sa.String(length=64), nullable=False),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("addressee", sa.String(length=400), nullable=False),
        sa.Column("demand", sa.Text(), nullable=False),
        sa.Column("answer_due_date", sa.Date(), nullable=True),
        sa.Column("decided_date", sa.Date(), nullable=False),
        sa.Column("document_number", sa.String(length=64), nullable=True),
        sa.Column("sent_date", sa.Date(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("cancelled_date", sa.Date(), nullable=True),
        sa.Column("cancel_reason", sa.Text(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.unit_id"], name=op.f("fk_escalation_letter_unit_id")),
        sa.PrimaryKeyConstraint("escalation_letter_id", name=op.f("pk_escalation_letter")),
    )
    op.create_index(op.f("ix_escalation_letter_unit_id"), "escalation_letter", ["unit_id"])
    op.create_table(
        "escalation_letter_finding",
        sa.Column(
            "escalation_letter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("finding_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("due_date", sa.Date(), nullable=True),
        sa.Column("amount_fen", sa.BigInteger(), nullable=True),
        sa.Column("open_fen", sa.BigInteger(), nullable=True),
        sa.Column("transfer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(
            ["escalation_letter_id"],
            ["escalation_letter.escalation_letter_id"],
            name=op.f("fk_escalation_letter_finding_escalation_letter_id"),
        ),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["finding.finding_id"], name=op.f("fk_escalation_letter_finding_finding_id")
        ),
        sa.ForeignKeyConstraint(
            ["transfer_id"], ["transfer.transfer_id"], name=op.f("fk_escalation_letter_finding_transfer_id")
        ),
        sa.PrimaryKeyConstraint(
            "escalation_letter_id", "finding_id", name=op.f("pk_escalation_letter_finding")
        ),
    )
    op.create_index(
        op.f("ix_escalation_letter_finding_finding_id"), "escalation_letter_finding", ["finding_id"]
    )
    op.create_table(
        "escalation_decision",
        sa.Column(
            "escalation_decision_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("finding_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("step", sa.String(length=64), nullable=False),
        sa.Column("decision", sa.String(length=64), nullable=False),
        sa.Column("until_date", sa.Date(), nullable=True),
        sa.Column("due_date", sa.Date(), nullable=True),
        sa.Column("grounds", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column(
            "escalation_letter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("fact_date", sa.Date(), nullable=False),
        sa.Column("user_name", sa.String(length=400), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["escalation_letter_id"],
            ["escalation_letter.escalation_letter_id"],
            name=op.f("fk_escalation_decision_escalation_letter_id"),
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.event_id"], name=op.f("fk_escalation_decision_event_id")
        ),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["finding.finding_id"], name=op.f("fk_escalation_decision_finding_id")
        ),
        sa.PrimaryKeyConstraint("escalation_decision_id", name=op.f("pk_escalation_decision")),
    )
    op.create_index(
        op.f("ix_escalation_decision_escalation_letter_id"), "escalation_decision", ["escalation_letter_id"]
    )
    op.create_index(op.f("ix_escalation_decision_finding_id"), "escalation_decision", ["finding_id"])
    op.create_table(
        "escalation_reply",
        sa.Column(
            "escalation_reply_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column(
            "escalation_letter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("received_date", sa.Date(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("user_name", sa.String(length=400), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["escalation_letter_id"],
            ["escalation_letter.escalation_letter_id"],
            name=op.f("fk_escalation_reply_escalation_letter_id"),
        ),
        sa.ForeignKeyConstraint(["event_id"], ["event.event_id"], name=op.f("fk_escalation_reply_event_id")),
        sa.PrimaryKeyConstraint("escalation_reply_id", name=op.f("pk_escalation_reply")),
    )
    op.create_index(
        op.f("ix_escalation_reply_escalation_letter_id"), "escalation_reply", ["escalation_letter_id"]
    )


def downgrade() -> None:
    op.drop_table("escalation_reply")
    op.drop_table("escalation_decision")
    op.drop_table("escalation_letter_finding")
    op.drop_table("escalation_letter")
