"""government information systems, their funds, resources and security"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "it_facility",
        sa.Column(
            "it_facility_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("facility_code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=400), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=True),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("coverage", sa.String(length=400), nullable=True),
        sa.Column("business", sa.String(length=400), nullable=True),
        sa.Column("maintainer_name", sa.String(length=400), nullable=True),
        sa.Column("investment_fen", sa.BigInteger(), nullable=True),
        sa.Column("since_date", sa.Date(), nullable=True),
        sa.Column("closed_date", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.unit_id"], name=op.f("fk_it_facility_unit_id")),
        sa.PrimaryKeyConstraint("it_facility_id", name=op.f("pk_it_facility")),
        sa.UniqueConstraint("facility_code", name=op.f("uq_it_facility_facility_code")),
    )
    op.create_index(op.f("ix_it_facility_unit_id"), "it_facility", ["unit_id"], unique=False)
    op.create_table(
        "system_rotation",
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("listed_date", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.unit_id"], name=op.f("fk_system_rotation_unit_id")),
        sa.PrimaryKeyConstraint("unit_id", "year", name=op.f("pk_system_rotation")),
    )
    op.create_table(
        "facility_use",
        sa.Column(
            "facility_use_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("it_facility_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("fact_date", sa.Date(), nullable=False),
        sa.Column("capacity", sa.BigInteger(), nullable=True),
        sa.Column("used", sa.BigInteger(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["it_facility_id"], ["it_facility.it_facility_id"], name=op.f("fk_facility_use_it_facility_id")
        ),
        sa.PrimaryKeyConstraint("facility_use_id", name=op.f("pk_facility_use")),
        sa.UniqueConstraint(
            "it_facility_id", "fact_date", name=op.f("uq_facility_use_it_facility_id_fact_date")
        ),
    )
    op.create_table(
        "information_system",
        sa.Column(
            "information_system_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("system_code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=400), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=True),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("functions", sa.String(length=400), nullable=True),
        sa.Column("build_mode", sa.String(length=64), nullable=True),
        sa.Column("use_scope", sa.String(length=64), nullable=True),
        sa.Column("approving_units", sa.String(length=400), nullable=True),
        sa.Column("approval_document", sa.String(length=400), nullable=True),
        sa.Column("approved_date", sa.Date(), nullable=True),
        sa.Column("contract_date", sa.Date(), nullable=True),
        sa.Column("accepted_date", sa.Date(), nullable=True),
        sa.Column("online_date", sa.Date(), nullable=True),
        sa.Column("retired_date", sa.Date(), nullable=True),
        sa.Column("it_facility_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("connected_date", sa.Date(), nullable=True),
        sa.Column("developer_name", sa.String(length=400), nullable=True),
        sa.Column("maintainer_name", sa.String(length=400), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["it_facility_id"],
            ["it_facility.it_facility_id"],
            name=op.f("fk_information_system_it_facility_id"),
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.unit_id"], name=op.f("fk_information_system_unit_id")),
        sa.PrimaryKeyConstraint("information_system_id", name=op.f("pk_information_system")),
        sa.UniqueConstraint("system_code", name=op.f("uq_information_system_system_code")),
    )
    op.create_index(op.f("ix_information_system_name"), "information_system", ["name"], unique=False)
    op.create_index(op.f("ix_information_system_unit_id"), "information_system", ["unit_id"], unique=False)
    op.create_table(
        "system_audit",
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("audit_mode", sa.String(length=64), nullable=True),
        sa.Column("audit_rhythm", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.project_id"], name=op.f("fk_system_audit_project_id")
        ),
        sa.PrimaryKeyConstraint("project_id", name=op.f("pk_system_audit")),
    )
    op.create_table(
        "information_resource",
        sa.Column(
            "information_resource_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("resource_code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=400), nullable=False),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column(
            "information_system_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("content", sa.String(length=400), nullable=True),
        sa.Column("origin", sa.String(length=400), nullable=True),
        sa.Column("resource_kind", sa.String(length=64), nullable=True),
        sa.Column("storage_place", sa.String(length=64), nullable=True),
        sa.Column("classification", sa.String(length=64), nullable=True),
        sa.Column("update_cycle", sa.String(length=64), nullable=True),
        sa.Column("sharing_kind", sa.String(length=64), nullable=True),
        sa.Column("listed_date", sa.Date(), nullable=True),
        sa.Column("withdrawn_date", sa.Date(), nullable=True),
        sa.Column("is_tax_support", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=400), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["information_system_id"],
            ["information_system.information_system_id"],
            name=op.f("fk_information_resource_information_system_id"),
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.unit_id"], name=op.f("fk_information_resource_unit_id")),
        sa.PrimaryKeyConstraint("information_resource_id", name=op.f("pk_information_resource")),
        sa.UniqueConstraint("resource_code", name=op.f("uq_information_resource_resource_code")),
    )
    op.create_index(
        op.f("ix_information_resource_information_system_id"),
        "information_resource",
        ["information_system_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_information_resource_unit_id"), "information_resource", ["unit_id"], unique=False
    )
    op.create_table(
        "system_audit_unit",
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["system_audit.project_id"], name=op.f("fk_system_audit_unit_project_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.unit_id"], name=op.f("fk_system_audit_unit_unit_id")),
        sa.PrimaryKeyConstraint("project_id", "unit_id", name=op.f("pk_system_audit_unit")),
    )
    op.create_index(op.f("ix_system_audit_unit_unit_id"), "system_audit_unit", ["unit_id"], unique=False)
    op.create_table(
        "system_finding",
        sa.Column(
            "information_system_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("finding_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["finding.finding_id"], name=op.f("fk_system_finding_finding_id")
        ),
        sa.ForeignKeyConstraint(
            ["information_system_id"],
            ["information_system.information_system_id"],
            name=op.f("fk_system_finding_information_system_id"),
        ),
        sa.PrimaryKeyConstraint("information_system_id", "finding_id", name=op.f("pk_system_finding")),
    )
    op.create_index(op.f("ix_system_finding_finding_id"), "system_finding", ["finding_id"], unique=False)
    op.create_table(
        "system_money",
        sa.Column(
            "system_money_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column(
            "information_system_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(length=64), nullable=False),
        sa.Column("fund_source", sa.String(length=64), nullable=False),
        sa.Column("fact_date", sa.Date(), nullable=False),
        sa.Column("budget_fen", sa.BigInteger(), nullable=True),
        sa.Column("spent_fen", sa.BigInteger(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["information_system_id"],
            ["information_system.information_system_id"],
            name=op.f("fk_system_money_information_system_id"),
        ),
        sa.PrimaryKeyConstraint("system_money_id", name=op.f("pk_system_money")),
        sa.UniqueConstraint(
            "information_system_id", "year", "purpose", "fund_source", "fact_date", name="uq_system_money_row"
        ),
    )
    op.create_table(
        "system_security",
        sa.Column(
            "system_security_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column(
            "information_system_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("fact_date", sa.Date(), nullable=False),
        sa.Column("protection_level", sa.String(length=64), nullable=True),
        sa.Column("assessed_date", sa.Date(), nullable=True),
        sa.Column("is_outsourced", sa.Boolean(), nullable=True),
        sa.Column("has_secrecy_agreement", sa.Boolean(), nullable=True),
        sa.Column("has_domestic_hardware", sa.Boolean(), nullable=True),
        sa.Column("has_domestic_os", sa.Boolean(), nullable=True),
        sa.Column("has_domestic_database", sa.Boolean(), nullable=True),
        sa.Column("has_backup", sa.Boolean(), nullable=True),
        sa.Column("has_remote_backup", sa.Boolean(), nullable=True),
        sa.Column("drilled_date", sa.Date(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["information_system_id"],
            ["information_system.information_system_id"],
            name=op.f("fk_system_security_information_system_id"),
        ),
        sa.PrimaryKeyConstraint("system_security_id", name=op.f("pk_system_security")),
        sa.UniqueConstraint(
            "information_system_id",
            "fact_date",
            name=op.f("uq_system_security_information_system_id_fact_date"),
        ),
    )
    op.create_table(
        "system_use",
        sa.Column(
            "system_use_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column(
            "information_system_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("fact_date", sa.Date(), nullable=False),
        sa.Column("authorised_users", sa.Integer(), nullable=True),
        sa.Column("monthly_active_users", sa.Integer(), nullable=True),
        sa.Column("logins_90_days", sa.Integer(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["information_system_id"],
            ["information_system.information_system_id"],
            name=op.f("fk_system_use_information_system_id"),
        ),
        sa.PrimaryKeyConstraint("system_use_id", name=op.f("pk_system_use")),
        sa.UniqueConstraint(
            "information_system_id", "fact_date", name=op.f("uq_system_use_information_system_id_fact_date")
        ),
    )
    op.create_table(
        "resource_fact",
        sa.Column(
            "resource_fact_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column(
            "information_resource_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("fact_date", sa.Date(), nullable=False),
        sa.Column("row_count", sa.BigInteger(), nullable=True),
        sa.Column("lead_count", sa.Integer(), nullable=True),
        sa.Column("amount_fen", sa.BigInteger(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["information_resource_id"],
            ["information_resource.information_resource_id"],
            name=op.f("fk_resource_fact_information_resource_id"),
        ),
        sa.PrimaryKeyConstraint("resource_fact_id", name=op.f("pk_resource_fact")),
        sa.UniqueConstraint(
            "information_resource_id",
            "kind",
            "fact_date",
            name=op.f("uq_resource_fact_information_resource_id_kind_fact_date"),
        ),
    )
    op.add_column("report", sa.Column("carrying_way", sa.String(length=64), nullable=True))


def downgrade() -> None:

    op.drop_column("report", "carrying_way")
    op.drop_table("resource_fact")
    op.drop_table("system_use")
    op.drop_table("system_security")
    op.drop_table("system_money")
    op.drop_index(op.f("ix_system_finding_finding_id"), table_name="system_finding")
    op.drop_table("system_finding")
    op.drop_index(op.f("ix_system_audit_unit_unit_id"), table_name="system_audit_unit")
    op.drop_table("system_audit_unit")
    op.drop_index(op.f("ix_information_resource_unit_id"), table_name="information_resource")
    op.drop_index(op.f("ix_information_resource_information_system_id"), table_name="information_resource")
    op.drop_table("information_resource")
    op.drop_table("system_audit")
    op.drop_index(op.f("ix_information_system_unit_id"), table_name="information_system")
    op.drop_index(op.f("ix_information_system_name"), table_name="information_system")
    op.drop_table("information_system")
    op.drop_table("facility_use")
    op.drop_table("system_rotation")
    op.drop_index(op.f("ix_it_facility_unit_id"), table_name="it_facility")
    op.drop_table("it_facility")
