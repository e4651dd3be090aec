"""队伍: what the staff are and were, their training, and tasks offered to who takes them up (揭榜挂帅)."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Key, Moment, Name, Words


class StaffRecord(Base):
    """人事记录: a dated fact about a person; rank, qualification and talent of a day follow from them."""

    __tablename__ = "staff_record"
    __table_args__ = (UniqueConstraint("staff_id", "kind", "value", "fact_date"),)

    staff_record_id: Mapped[Key]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.staff_id"))
    kind: Mapped[Code]  # see data/codes.py: STAFF_RECORD
    value: Mapped[Name]  # a code of the kind's list (data/team/record_kinds.py); of a certificate its name
    fact_date: Mapped[Day]
    end_date: Mapped[Day | None]  # first day on which it does not hold any more
    document_number: Mapped[Name | None]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class PromotionRule(Base):
    """任职年限: the bureau's own number of years in a rank; queries/relations/stored has the usual ones."""

    __tablename__ = "promotion_rule"

    staff_rank: Mapped[Code] = mapped_column(primary_key=True)  # see data/codes.py: STAFF_RANK
    years: Mapped[int | None]  # None: no reminder for this rank


class StaffChange(Base):
    """信息填报: what a person proposes to change of their own data, and what personnel staff decided."""

    __tablename__ = "staff_change"

    staff_change_id: Mapped[Key]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.staff_id"), index=True)
    field: Mapped[Code]  # a column of staff, or a kind of STAFF_RECORD
    old_value: Mapped[Name | None]
    new_value: Mapped[Name]
    fact_date: Mapped[Day | None]  # of a record
    reason: Mapped[Words | None]
    proposed_by: Mapped[Name]
    proposed_at: Mapped[Moment]
    decided_by: Mapped[Name | None]
    decided_at: Mapped[Moment | None]
    is_accepted: Mapped[bool | None]
    note: Mapped[Words | None]


class Training(Base):
    """培训: one course of a year's plan."""

    __tablename__ = "training"

    training_id: Mapped[Key]
    training_code: Mapped[Code] = mapped_column(unique=True)
    title: Mapped[Name]
    kind: Mapped[Code]  # see data/codes.py: TRAINING_KIND
    organiser: Mapped[Name | None]
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    planned_start_date: Mapped[Day]  # when it was held, those say who completed it
    planned_end_date: Mapped[Day]
    hours: Mapped[int | None]
    cancelled_date: Mapped[Day | None]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class TrainingRecord(Base):
    """参训: who is to take part in a course, and when it was completed."""

    __tablename__ = "training_record"
    __table_args__ = (UniqueConstraint("training_id", "staff_id"),)

    training_record_id: Mapped[Key]
    training_id: Mapped[int] = mapped_column(ForeignKey("training.training_id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.staff_id"), index=True)
    completed_date: Mapped[Day | None]
    is_passed: Mapped[bool | None]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class Offer(Base):
    """揭榜挂帅: a task that is put up for whoever takes it up."""

    __tablename__ = "offer"

    offer_id: Mapped[Key]
    offer_code: Mapped[Code] = mapped_column(unique=True)
    title: Mapped[Name]
    requirement: Mapped[Words]
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.project_id"))
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    offered_date: Mapped[Day]
    due_date: Mapped[Day]
    offered_by: Mapped[Name]
    recorded_at: Mapped[Moment]


class OfferStep(Base):
    """揭榜、定榜、交付、验收: what happened to an offer on a day; its state follows from the steps."""

    __tablename__ = "offer_step"

    offer_step_id: Mapped[Key]
    offer_id: Mapped[int] = mapped_column(ForeignKey("offer.offer_id"), index=True)
    kind: Mapped[Code]  # see data/codes.py: OFFER_STEP
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.staff_id"))
    fact_date: Mapped[Day]
    note: Mapped[Words | None]
    recorded_at: Mapped[Moment]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.event_id"))
