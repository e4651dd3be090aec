"""Who does the audits: the bureau's staff, who is on which project, and the days spent on it."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Flag, Key, Moment, Name


class Staff(Base):
    """审计人员: one member of the bureau's staff."""

    __tablename__ = "staff"

    staff_id: Mapped[Key]
    staff_code: Mapped[Code] = mapped_column(unique=True)  # 工号
    name: Mapped[Name]
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    birth_date: Mapped[Day | None]
    is_business: Mapped[Flag]  # 业务人员
    is_division_head: Mapped[Flag]  # 处级领导
    qualification: Mapped[Code | None]  # see data/codes.py: QUALIFICATION (专业技术资格)
    has_computer_intermediate: Mapped[Flag]  # 计算机审计中级
    talent: Mapped[Code | None]  # see data/codes.py: TALENT (领军、骨干)
    civil_class: Mapped[Code | None]  # see data/codes.py: CIVIL_CLASS (公务员类别)
    education: Mapped[Code | None]  # see data/codes.py: EDUCATION (学历)
    joined_date: Mapped[Day | None]
    left_date: Mapped[Day | None]
    source: Mapped[Name | None]


class ProjectMember(Base):
    """Who is on a project, in which part, from when to when (both days count)."""

    __tablename__ = "project_member"
    __table_args__ = (UniqueConstraint("project_id", "staff_id", "part"),)

    project_member_id: Mapped[Key]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.project_id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.staff_id"), index=True)
    part: Mapped[Code]  # see data/codes.py: MEMBER_PART (业务主审、数据主审、成员)
    from_date: Mapped[Day | None]
    to_date: Mapped[Day | None]


class WorkRecord(Base):
    """人天: half days that one person worked on one project in the week of `week_date` (a Monday)."""

    __tablename__ = "work_record"
    __table_args__ = (UniqueConstraint("project_id", "staff_id", "week_date", "mode"),)

    work_record_id: Mapped[Key]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.project_id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.staff_id"), index=True)
    week_date: Mapped[Day]
    mode: Mapped[Code]  # see data/codes.py: WORK_MODE (现场审、在线审)
    half_days: Mapped[int]
    recorded_at: Mapped[Moment]
