"""settlements, contract variations and unit costs of public works"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "contract_variation",
        sa.Column("contract_variation_id", KEY, autoincrement=True, nullable=False),
        sa.Column("variation_code", sa.String(length=64), nullable=False),
        sa.Column("investment_project_id", KEY, nullable=False),
        sa.Column("contract_section", sa.String(length=400), nullable=True),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("amount_fen", sa.BigInteger(), nullable=False),
        sa.Column("approved_date", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=400), nullable=True),
        sa.Column("approver", sa.String(length=400), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["investment_project_id"],
            ["investment_project.investment_project_id"],
            name=op.f("fk_contract_variation_investment_project_id"),
        ),
        sa.PrimaryKeyConstraint("contract_variation_id", name=op.f("pk_contract_variation")),
        sa.UniqueConstraint("variation_code", name=op.f("uq_contract_variation_variation_code")),
    )
    op.create_index(
        op.f("ix_contract_variation_investment_project_id"),
        "contract_variation",
        ["investment_project_id"],
        unique=False,
    )
    op.create_table(
        "settlement_review",
        sa.Column("settlement_review_id", KEY, autoincrement=True, nullable=False),
        sa.Column("settlement_code", sa.String(length=64), nullable=False),
        sa.Column("level", sa.String(length=64), nullable=False),
        sa.Column("investment_project_id", KEY, nullable=False),
        sa.Column("contract_section", sa.String(length=400), nullable=True),
        sa.Column("review_firm", sa.String(length=400), nullable=True),
        sa.Column("submitted_date", sa.Date(), nullable=False),
        sa.Column("submitted_fen", sa.BigInteger(), nullable=False),
        sa.Column("first_review_date", sa.Date(), nullable=True),
        sa.Column("first_review_fen", sa.BigInteger(), nullable=True),
        sa.Column("second_review_date", sa.Date(), nullable=True),
        sa.Column("second_review_fen", sa.BigInteger(), nullable=True),
        sa.Column("approved_date", sa.Date(), nullable=True),
        sa.Column("approved_fen", sa.BigInteger(), nullable=True),
        sa.Column("difference_reason", sa.String(length=400), nullable=True),
        sa.Column("explained_date", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["investment_project_id"],
            ["investment_project.investment_project_id"],
            name=op.f("fk_settlement_review_investment_project_id"),
        ),
        sa.PrimaryKeyConstraint("settlement_review_id", name=op.f("pk_settlement_review")),
        sa.UniqueConstraint(
            "settlement_code", "level", name=op.f("uq_settlement_review_settlement_code_level")
        ),
    )
    op.create_index(
        op.f("ix_settlement_review_investment_project_id"),
        "settlement_review",
        ["investment_project_id"],
        unique=False,
    )
    op.create_table(
        "unit_cost",
        sa.Column("unit_cost_id", KEY, autoincrement=True, nullable=False),
        sa.Column("unit_cost_code", sa.String(length=64), nullable=False),
        sa.Column("investment_project_id", KEY, nullable=False),
        sa.Column("works_type", sa.String(length=64), nullable=False),
        sa.Column("quantity_thousandths", sa.BigInteger(), nullable=False),
        sa.Column("amount_fen", sa.BigInteger(), nullable=False),
        sa.Column("priced_date", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["investment_project_id"],
            ["investment_project.investment_project_id"],
            name=op.f("fk_unit_cost_investment_project_id"),
        ),
        sa.PrimaryKeyConstraint("unit_cost_id", name=op.f("pk_unit_cost")),
        sa.UniqueConstraint("unit_cost_code", name=op.f("uq_unit_cost_unit_cost_code")),
    )
    op.create_index(
        op.f("ix_unit_cost_investment_project_id"), "unit_cost", ["investment_project_id"], unique=False
    )


def downgrade() -> None:
    for table in ("unit_cost", "settlement_review", "contract_variation"):
        op.drop_table(table)
