"""指导监督: internal audit by year, checks of social audit firms, duty reports of district audit heads."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Fen, Flag, Key, Moment, Name


class InternalAuditYear(Base):
    """内部审计统计: what one unit reports of its internal audit in one year."""

    __tablename__ = "internal_audit_year"
    __table_args__ = (UniqueConstraint("unit_id", "year"),)

    internal_audit_year_id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.unit_id"), index=True)
    year: Mapped[int]
    reported_date: Mapped[Day]
    has_office: Mapped[Flag]  # an internal-audit office of its own
    staff_count: Mapped[int]
    project_count: Mapped[int]
    problem_fen: Mapped[Fen]
    rectified_fen: Mapped[Fen]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class SocialAuditCheck(Base):
    """社会审计核查: one report of an audit firm checked by the bureau."""

    __tablename__ = "social_audit_check"

    social_audit_check_id: Mapped[Key]
    check_code: Mapped[Code] = mapped_column(unique=True)
    firm: Mapped[Name]
    report_number: Mapped[Name | None]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.unit_id"))
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    check_date: Mapped[Day]
    result: Mapped[Code]  # see data/codes.py: FIRM_CHECK_RESULT
    problem_count: Mapped[int]
    misstated_fen: Mapped[Fen | None]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class DutyReport(Base):
    """述职: the head of a district's audit bureau has reported on their duty (003-K2)."""

    __tablename__ = "duty_report"
    __table_args__ = (UniqueConstraint("region_code", "report_date"),)

    duty_report_id: Mapped[Key]
    region_code: Mapped[Code] = mapped_column(ForeignKey("region.region_code"))
    report_date: Mapped[Day]
    person: Mapped[Name | None]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]
