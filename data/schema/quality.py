"""品质提升: reviews of projects, their defects and awards, what came to light later, and research topics."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Flag, Key, Moment, Name


class QualityReview(Base):
    """质量检查、优秀项目评选、后评估: one review of one project, with its score in hundredths of a mark."""

    __tablename__ = "quality_review"

    quality_review_id: Mapped[Key]
    review_code: Mapped[Code] = mapped_column(unique=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.project_id"), index=True)
    kind: Mapped[Code]  # see data/codes.py: QUALITY_REVIEW
    review_date: Mapped[Day]
    score_hundredths: Mapped[int | None]  # of 100 marks
    award: Mapped[Code | None]  # see data/codes.py: AWARD
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class QualityDefect(Base):
    """质量问题: one fault that a review found, until it is mended."""

    __tablename__ = "quality_defect"

    quality_defect_id: Mapped[Key]
    defect_code: Mapped[Code] = mapped_column(unique=True)
    quality_review_id: Mapped[int] = mapped_column(ForeignKey("quality_review.quality_review_id"), index=True)
    kind: Mapped[Code]  # see data/codes.py: QUALITY_DEFECT
    severity: Mapped[Code]  # see data/codes.py: SEVERITY
    title: Mapped[Name]
    mended_date: Mapped[Day | None]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class ExposedProblem(Base):
    """重大问题倒查: a major problem of an audited project that came to light, found by the audit or not."""

    __tablename__ = "exposed_problem"

    exposed_problem_id: Mapped[Key]
    problem_code: Mapped[Code] = mapped_column(unique=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.project_id"), index=True)
    title: Mapped[Name]
    exposed_by: Mapped[Code]  # see data/codes.py: EXPOSED_BY
    exposed_date: Mapped[Day]
    was_found: Mapped[Flag]  # the audit had found it
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class ResearchTopic(Base):
    """课题: a topic of research, concluded on a day and passed by its review or not."""

    __tablename__ = "research_topic"

    research_topic_id: Mapped[Key]
    topic_code: Mapped[Code] = mapped_column(unique=True)
    title: Mapped[Name]
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    started_date: Mapped[Day]
    due_date: Mapped[Day | None]
    concluded_date: Mapped[Day | None]
    has_passed: Mapped[bool | None]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]
