"""重大审计问题清单 (七张问题清单之一): what was decided of each problem, and its weekly states."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Key, Moment, Name, Words


class MajorProblemStep(Base):
    """One act of the list on one finding; its stage on any day follows from these. None is ever changed."""

    __tablename__ = "major_problem_step"

    major_problem_step_id: Mapped[Key]
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.finding_id"), index=True)
    kind: Mapped[Code]  # see data/codes.py: MAJOR_STEP
    fact_date: Mapped[Day]
    criterion: Mapped[Code | None]  # of an entry: see data/codes.py: MAJOR_CRITERION
    lead_section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))  # 牵头处室
    tracker: Mapped[Name | None]  # 跟踪人
    document_number: Mapped[Code | None]
    note: Mapped[Words | None]
    user_name: Mapped[Name]
    person: Mapped[Name]
    recorded_at: Mapped[Moment]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.event_id"))


class MajorProblemWeek(Base):
    """周状态: how one problem stood in one week. A later one of the same week stands in its place."""

    __tablename__ = "major_problem_week"

    major_problem_week_id: Mapped[Key]
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.finding_id"), index=True)
    week_date: Mapped[Day]  # the Monday of the week
    fact_date: Mapped[Day]  # the day it was told
    state: Mapped[Words]
    progress_percent: Mapped[int]
    next_step: Mapped[Words]
    colour: Mapped[Code | None]  # see data/codes.py: WEEK_COLOUR; empty: judged by rule
    colour_reason: Mapped[Words | None]
    user_name: Mapped[Name]
    person: Mapped[Name]
    recorded_at: Mapped[Moment]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.event_id"))
