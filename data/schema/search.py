"""检索: the words by which findings, models, rules, cases and documents are found.

Beside these tables SQLite has the full-text table `search_word` over `search_text.words`, and both engines
have triggers that put into `search_stale` what has to be read again; see data/search.
"""

from typing import Any

from sqlalchemy import Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Key, Name

# What one engine has and tables cannot declare: the full-text table with its parts, and the index over words.
_FULL_TEXT, _WORDS = "search_word", "ix_search_text_words"


def is_declared(thing: Any, name: str | None, kind: str, reflected: bool, compared: Any) -> bool:
    """Whether a migration is to compare a thing of the database with what is declared here (for Alembic)."""
    del thing, reflected, compared
    if kind == "table":
        return not str(name).startswith(_FULL_TEXT)
    return not (kind == "index" and name == _WORDS)


class SearchText(Base):
    """One thing that can be found. `words` are its words as data/search/segment.py cuts them, with its marks.

    A mark says of which kind a thing is and whose: the question for what a reader may see is one for words.
    """

    __tablename__ = "search_text"
    __table_args__ = (UniqueConstraint("kind", "ref_id"),)

    search_text_id: Mapped[Key]
    kind: Mapped[Code]  # see data/codes.py: SEARCH_KIND
    ref_id: Mapped[Name]  # number or code of the thing
    year: Mapped[int | None]
    region_code: Mapped[Code | None]
    section_code: Mapped[Code | None]
    fact_date: Mapped[Day | None]
    digest: Mapped[Code]  # of everything that its words were made from
    words: Mapped[str] = mapped_column(Text().with_variant(TSVECTOR(), "postgresql"))


class SearchStale(Base):
    """What changed in this transaction and has to be read again before it ends; else empty."""

    __tablename__ = "search_stale"

    search_stale_id: Mapped[Key]
    kind: Mapped[Code]
    ref_id: Mapped[Name]
