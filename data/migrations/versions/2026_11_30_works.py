"""versions of map layers, and which of them a run was held against"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("map_layer", sa.Column("version", sa.Integer(), server_default="1", nullable=False))
    op.create_table(
        "model_run_layer",
        sa.Column(
            "model_run_layer_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("model_run_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("map_layer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["map_layer_id"],
            ["map_layer.map_layer_id"],
            name=op.f("fk_model_run_layer_map_layer_id_map_layer"),
        ),
        sa.ForeignKeyConstraint(
            ["model_run_id"],
            ["model_run.model_run_id"],
            name=op.f("fk_model_run_layer_model_run_id_model_run"),
        ),
        sa.PrimaryKeyConstraint("model_run_layer_id", name=op.f("pk_model_run_layer")),
        sa.UniqueConstraint(
            "model_run_id", "map_layer_id", name=op.f("uq_model_run_layer_model_run_id_map_layer_id")
        ),
    )


def downgrade() -> None:
    op.drop_table("model_run_layer")
    op.drop_column("map_layer", "version")
