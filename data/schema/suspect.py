"""疑点: what an audit model flags, and the dated steps from issue to feedback."""

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Fen, Key, Moment, Name, Words


class Suspect(Base):
    """疑点: one hit of one model, about one entity.

    A hit of a model's run has its `hit_key`: the same key in a later run is the same suspect.
    """

    __tablename__ = "suspect"
    __table_args__ = (
        Index(
            "uq_suspect_model_code_hit_key",
            "model_code",
            "hit_key",
            unique=True,
            sqlite_where=text("hit_key is not null"),
            postgresql_where=text("hit_key is not null"),
        ),
    )

    suspect_id: Mapped[Key]
    model_code: Mapped[Code] = mapped_column(index=True)
    entity_reference: Mapped[Name]
    summary: Mapped[Words]
    amount_fen: Mapped[Fen | None]
    region_code: Mapped[Code | None] = mapped_column(ForeignKey("region.region_code"))
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    found_date: Mapped[Day]
    recorded_at: Mapped[Moment]
    model_run_id: Mapped[int | None] = mapped_column(index=True)  # the run that found it first
    last_run_id: Mapped[int | None]  # the newest run that found it
    hit_key: Mapped[Code | None]  # SHA-256 over the values of the model's key columns
    severity: Mapped[Code | None]  # see data/codes.py: SEVERITY
    entity_kind: Mapped[Code | None]  # see data/codes.py: PARTY_KIND
    entity_id: Mapped[Name | None] = mapped_column(index=True)
    project_id: Mapped[int | None]  # the audit project it is checked in
    revision: Mapped[int] = mapped_column(server_default="0")  # raised by each step, so that none is lost


class SuspectStep(Base):
    """A dated step of a suspect; its state is its latest step (see data/codes.py: SUSPECT_STATE).

    What a step says of the work holds until a later step says otherwise: who checks it, and until when.
    """

    __tablename__ = "suspect_step"

    suspect_step_id: Mapped[Key]
    suspect_id: Mapped[int] = mapped_column(ForeignKey("suspect.suspect_id"), index=True)
    state: Mapped[Code]
    fact_date: Mapped[Day]
    note: Mapped[Words | None]
    recorded_at: Mapped[Moment]
    user_name: Mapped[Name | None]
    to_section_code: Mapped[Code | None]
    to_region_code: Mapped[Code | None]
    due_date: Mapped[Day | None]
    amount_fen: Mapped[Fen | None]  # confirmed by the check
    finding_id: Mapped[int | None]  # what it became in the ledger
    event_id: Mapped[int | None]


class SuspectEvidence(Base):
    """Rows of one version of a dataset that a suspect stands on."""

    __tablename__ = "suspect_evidence"

    suspect_evidence_id: Mapped[Key]
    suspect_id: Mapped[int] = mapped_column(ForeignKey("suspect.suspect_id"), index=True)
    dataset_version_id: Mapped[int] = mapped_column(ForeignKey("dataset_version.dataset_version_id"))
    rows: Mapped[Words]  # JSON: what leads back to the exact rows: their numbers in that version


class SuspectParty(Base):
    """A person, company or unit that a suspect is about: what leads to its other suspects."""

    __tablename__ = "suspect_party"

    suspect_party_id: Mapped[Key]
    suspect_id: Mapped[int] = mapped_column(ForeignKey("suspect.suspect_id"), index=True)
    kind: Mapped[Code]  # see data/codes.py: PARTY_KIND
    party_id: Mapped[Name] = mapped_column(index=True)  # identity number, credit code, or the name
    name: Mapped[Name | None]
