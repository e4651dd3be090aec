"""疑点: what an audit model flags, and the dated steps from issue to feedback."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Fen, Key, Moment, Name, Words


class Suspect(Base):
    """疑点: one hit of one model, about one entity."""

    __tablename__ = "suspect"

    suspect_id: Mapped[Key]
    model_code: Mapped[Code] = mapped_column(index=True)
    entity_reference: Mapped[Name]
    summary: Mapped[Words]
    amount_fen: Mapped[Fen | None]
    region_code: Mapped[Code | None] = mapped_column(ForeignKey("region.region_code"))
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    found_date: Mapped[Day]
    recorded_at: Mapped[Moment]


class SuspectStep(Base):
    """A dated step of a suspect; its state is its latest step (see data/codes.py: SUSPECT_STATE)."""

    __tablename__ = "suspect_step"

    suspect_step_id: Mapped[Key]
    suspect_id: Mapped[int] = mapped_column(ForeignKey("suspect.suspect_id"), index=True)
    state: Mapped[Code]
    fact_date: Mapped[Day]
    note: Mapped[Words | None]
    recorded_at: Mapped[Moment]


class SuspectEvidence(Base):
    """Rows of one version of a dataset that a suspect stands on."""

    __tablename__ = "suspect_evidence"

    suspect_evidence_id: Mapped[Key]
    suspect_id: Mapped[int] = mapped_column(ForeignKey("suspect.suspect_id"), index=True)
    dataset_version_id: Mapped[int] = mapped_column(ForeignKey("dataset_version.dataset_version_id"))
    rows: Mapped[Words]  # JSON: what leads back to the exact rows: their numbers in that version
