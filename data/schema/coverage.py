"""审计对象库 and 审计覆盖: what can be audited, how often it has to be, and which project audited it."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Flag, Key, Moment, Name


class AuditObject(Base):
    """审计对象: an organisation (then with its unit), a policy, a fund or a public works project."""

    __tablename__ = "audit_object"

    audit_object_id: Mapped[Key]
    object_code: Mapped[Code | None] = mapped_column(unique=True)
    kind: Mapped[Code]  # see data/codes.py: OBJECT_KIND
    name: Mapped[Name] = mapped_column(index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.unit_id"), unique=True)
    audit_class: Mapped[Code | None]  # A–D
    region_code: Mapped[Code | None] = mapped_column(ForeignKey("region.region_code"))
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))  # 归口科室
    valid_from_date: Mapped[Day | None]
    valid_to_date: Mapped[Day | None]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class CoverageRule(Base):
    """覆盖要求: how often the objects (or the officials) of one class have to be audited."""

    __tablename__ = "coverage_rule"

    coverage_rule_code: Mapped[Code] = mapped_column(primary_key=True)
    name: Mapped[Name]
    subject: Mapped[Code]  # see data/codes.py: COVERAGE_SUBJECT (objects, or officials' posts)
    interval_years: Mapped[int]
    # Types of project that count, separated by commas; empty: an audit of any type.
    project_types: Mapped[Name | None]
    source: Mapped[Name | None]
    sort_order: Mapped[int] = mapped_column(default=0)


class ObjectDuty(Base):
    """Which objects fall under which rule, and since when."""

    __tablename__ = "object_duty"

    audit_object_id: Mapped[int] = mapped_column(ForeignKey("audit_object.audit_object_id"), primary_key=True)
    coverage_rule_code: Mapped[Code] = mapped_column(
        ForeignKey("coverage_rule.coverage_rule_code"), primary_key=True
    )
    valid_from_date: Mapped[Day | None]
    valid_to_date: Mapped[Day | None]


class ProjectObject(Base):
    """What a project audits besides its own unit: further units, a policy, a fund, works."""

    __tablename__ = "project_object"

    project_id: Mapped[int] = mapped_column(ForeignKey("project.project_id"), primary_key=True)
    audit_object_id: Mapped[int] = mapped_column(
        ForeignKey("audit_object.audit_object_id"), primary_key=True, index=True
    )


class LibraryItem(Base):
    """备选项目: an idea for a project, kept in one of the libraries until a year's plan takes it up."""

    __tablename__ = "library_item"

    library_item_id: Mapped[Key]
    library: Mapped[Code]  # see data/codes.py: LIBRARY
    item_code: Mapped[Code | None] = mapped_column(unique=True)
    title: Mapped[Name]
    project_type: Mapped[Code | None]
    audit_object_id: Mapped[int | None] = mapped_column(ForeignKey("audit_object.audit_object_id"))
    region_code: Mapped[Code | None] = mapped_column(ForeignKey("region.region_code"))
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    proposed_year: Mapped[int | None]
    reason: Mapped[Name | None]  # 立项依据
    added_date: Mapped[Day]
    dropped_date: Mapped[Day | None]
    # The project it became when a plan took it up.
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.project_id"), unique=True)
    promoted_date: Mapped[Day | None]
    is_stub: Mapped[Flag]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]
