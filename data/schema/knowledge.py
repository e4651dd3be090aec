"""知识卡片: what the bureau wrote of its own; the shipped ones are files (data/knowledge)."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Flag, Key, Moment, Name, Words


class KnowledgeCardVersion(Base):
    """One version of a card; the newest one is in force, and none goes. Lists have a line for each entry."""

    __tablename__ = "knowledge_card_version"
    __table_args__ = (UniqueConstraint("card_code", "version"),)

    knowledge_card_version_id: Mapped[Key]
    card_code: Mapped[Code] = mapped_column(index=True)
    version: Mapped[int]
    kind: Mapped[Code]  # see data/codes.py: CARD_KIND
    sector: Mapped[Code]  # see data/codes.py: MODEL_SECTOR
    title: Mapped[Name]
    purpose: Mapped[Words]
    steps: Mapped[Words]
    dataset_types: Mapped[Words]  # names of data/datasets
    model_codes: Mapped[Words]
    legal_basis: Mapped[Words]
    typical_findings: Mapped[Words]
    is_withdrawn: Mapped[Flag]
    author: Mapped[Name]
    written_at: Mapped[Moment]
