"""texts are found by their words"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

from data.search.triggers import drop_triggers

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
# The words themselves stay in search_text. They are cut already; an underscore begins a mark.
_FULL_TEXT = """create virtual table search_word using fts5(
    words, content = 'search_text', content_rowid = 'search_text_id',
    tokenize = "ascii tokenchars '_'")"""
_ENTER = "insert into search_word (rowid, words) values (new.search_text_id, new.words)"
_LEAVE = (
    "insert into search_word (search_word, rowid, words) values ('delete', old.search_text_id, old.words)"
)


def upgrade() -> None:
    op.create_table(
        "search_text",
        sa.Column("search_text_id", _KEY, autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("ref_id", sa.String(length=400), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("region_code", sa.String(length=64), nullable=True),
        sa.Column("section_code", sa.String(length=64), nullable=True),
        sa.Column("fact_date", sa.Date(), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("words", sa.Text().with_variant(TSVECTOR(), "postgresql"), nullable=False),
        sa.PrimaryKeyConstraint("search_text_id", name=op.f("pk_search_text")),
        sa.UniqueConstraint("kind", "ref_id", name=op.f("uq_search_text_kind_ref_id")),
    )
    op.create_table(
        "search_stale",
        sa.Column("search_stale_id", _KEY, autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("ref_id", sa.String(length=400), nullable=False),
        sa.PrimaryKeyConstraint("search_stale_id", name=op.f("pk_search_stale")),
    )
    op.create_table(
        "knowledge_card_version",
        sa.Column("knowledge_card_version_id", _KEY, autoincrement=True, nullable=False),
        sa.Column("card_code", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("sector", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=400), nullable=False),
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in (
                "purpose",
                "steps",
                "dataset_types",
                "model_codes",
                "legal_basis",
                "typical_findings",
            )
        ),
        sa.Column("is_withdrawn", sa.Boolean(), nullable=False),
        sa.Column("author", sa.String(length=400), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("knowledge_card_version_id", name=op.f("pk_knowledge_card_version")),
        sa.UniqueConstraint("card_code", "version", name=op.f("uq_knowledge_card_version_card_code_version")),
    )
    op.create_index(
        op.f("ix_knowledge_card_version_card_code"), "knowledge_card_version", ["card_code"], unique=False
    )
    if op.get_bind().dialect.name == "postgresql":
        # The words lie beside the rows: what is found is counted and put in order without them.
        op.execute("alter table search_text alter column words set storage external")
        op.execute("alter table search_text set (toast_tuple_target = 128)")
        op.create_index("ix_search_text_words", "search_text", ["words"], postgresql_using="gin")
        return
    op.execute(_FULL_TEXT)
    op.execute(f"create trigger search_text_entered after insert on search_text begin {_ENTER}; end")
    op.execute(f"create trigger search_text_left after delete on search_text begin {_LEAVE}; end")
    op.execute(
        f"create trigger search_text_replaced after update on search_text begin {_LEAVE}; {_ENTER}; end"
    )


def downgrade() -> None:
    drop_triggers(op.get_bind())
    if op.get_bind().dialect.name == "sqlite":
        op.execute("drop table search_word")
    op.drop_table("knowledge_card_version")
    op.drop_table("search_stale")
    op.drop_table("search_text")
