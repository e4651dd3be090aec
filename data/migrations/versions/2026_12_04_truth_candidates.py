"""the findings that a truth check was drawn from"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "truth_candidate",
        sa.Column("truth_sample_id", KEY, nullable=False),
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("weight", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["truth_sample_id"],
            ["truth_sample.truth_sample_id"],
            name=op.f("fk_truth_candidate_truth_sample_id"),
        ),
        sa.PrimaryKeyConstraint("truth_sample_id", "finding_id", name=op.f("pk_truth_candidate")),
    )


def downgrade() -> None:
    op.drop_table("truth_candidate")
