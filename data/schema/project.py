"""Audit projects, their stages, and the documents they end in."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Flag, Key, Moment, Name


class Project(Base):
    """审计项目 of one plan year. `audited_year` is the year that was audited, which may be another."""

    __tablename__ = "project"

    project_id: Mapped[Key]
    project_code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[Name] = mapped_column(index=True)
    plan_year: Mapped[int | None] = mapped_column(index=True)
    audited_year: Mapped[int | None]
    project_type: Mapped[Code | None]  # see data/codes.py: PROJECT_TYPE
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"), index=True)
    region_code: Mapped[Code | None] = mapped_column(ForeignKey("region.region_code"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.unit_id"), index=True)
    business_lead: Mapped[Name | None]  # 业务主审
    data_lead: Mapped[Name | None]  # 数据主审
    is_independent: Mapped[Flag]  # 独立实施
    is_desk_only: Mapped[Flag]  # 不进点: carried out without a visit on site
    digital_step: Mapped[Code | None]  # see data/codes.py: DIGITAL_STEP (总体分析 … 系统研究)
    is_draft: Mapped[Flag]  # in a draft plan that is not approved yet
    in_plan_date: Mapped[Day | None]  # 列入计划; empty: since the first day of its plan year
    cancelled_date: Mapped[Day | None]  # 经批准调减
    plan_document: Mapped[Name | None]  # what approved it, or took it out
    is_stub: Mapped[Flag]
    source: Mapped[Name | None]


class ProjectStage(Base):
    """One stage of a project (立项 … 归档) with its planned and its actual date."""

    __tablename__ = "project_stage"
    __table_args__ = (UniqueConstraint("project_id", "stage"),)

    project_stage_id: Mapped[Key]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.project_id"))
    stage: Mapped[Code]  # see data/codes.py: PROJECT_STAGE
    planned_date: Mapped[Day | None]
    actual_date: Mapped[Day | None]
    recorded_at: Mapped[Moment]


class ProjectPause(Base):
    """批准的暂停: days on which the work on site rested; both days count, an open pause has no last day."""

    __tablename__ = "project_pause"
    __table_args__ = (UniqueConstraint("project_id", "first_date"),)

    project_pause_id: Mapped[Key]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.project_id"))
    first_date: Mapped[Day]
    last_date: Mapped[Day | None]
    approved_date: Mapped[Day | None]
    document_number: Mapped[Code | None]
    reason: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class Report(Base):
    """审计报告、决定书、审计工作报告 …: a document that cites findings."""

    __tablename__ = "report"
    __table_args__ = (UniqueConstraint("report_kind", "document_number"),)

    report_id: Mapped[Key]
    report_kind: Mapped[Code]  # see data/codes.py: REPORT_KIND
    document_number: Mapped[Code]
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.project_id"), index=True)
    year: Mapped[int | None]
    issued_date: Mapped[Day | None]
    delivered_date: Mapped[Day | None]
    carrying_way: Mapped[Code | None]  # 结合方式, see data/codes.py: CARRYING_WAY; empty: by its project
    source: Mapped[Name | None]
