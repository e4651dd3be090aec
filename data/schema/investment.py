"""公共投资: the projects of 投资一张图, where they lie, and the dated facts of their money and works."""

from sqlalchemy import BigInteger, Float, ForeignKey, Index, LargeBinary, false
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Fen, Flag, Key, Moment, Name, Words


class InvestmentProject(Base):
    """投资项目: one project of public investment, as its owner declared it."""

    __tablename__ = "investment_project"

    investment_project_id: Mapped[Key]
    project_code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[Name] = mapped_column(index=True)
    sector: Mapped[Code | None]  # see data/codes.py: INVESTMENT_SECTOR
    region_code: Mapped[Code | None] = mapped_column(ForeignKey("region.region_code"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.unit_id"), index=True)  # 建设单位
    owner_name: Mapped[Name | None]  # 建设单位 as written
    contractor_name: Mapped[Name | None]
    contractor_credit_code: Mapped[Code | None]
    approval_document: Mapped[Name | None]  # 批复文号
    planned_start_date: Mapped[Day | None]
    planned_end_date: Mapped[Day | None]
    declared_length_m: Mapped[float | None] = mapped_column(Float)
    declared_area_m2: Mapped[float | None] = mapped_column(Float)
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class InvestmentPlace(Base):
    """Where a project lies: its shape as it came, and in CGCS2000 degrees (EPSG:4490) where it landed."""

    __tablename__ = "investment_place"

    investment_project_id: Mapped[int] = mapped_column(
        ForeignKey("investment_project.investment_project_id"), primary_key=True
    )
    geometry_as_brought: Mapped[bytes] = mapped_column(LargeBinary)  # WKB
    declared_system: Mapped[Words]  # code of the coordinate system in which it came
    precision_m: Mapped[float | None] = mapped_column(Float)
    geometry: Mapped[bytes | None] = mapped_column(LargeBinary)  # WKB; empty where it cannot be placed
    shape_kind: Mapped[Code | None]  # see data/codes.py: SHAPE_KIND
    longitude: Mapped[float | None] = mapped_column(Float)  # of a point that lies on the shape
    latitude: Mapped[float | None] = mapped_column(Float)
    length_m: Mapped[float | None] = mapped_column(Float)  # of a line, in a metre projection
    area_m2: Mapped[float | None] = mapped_column(Float)  # of an area, in a metre projection
    landing: Mapped[Code | None]  # why it is outside: a key of REASONS in data/geo/landing.py
    found_region_code: Mapped[Code | None]  # the district it lies in, which may not be the declared one


class InvestmentFact(Base):
    """A dated fact of a project: an amount, a share of the works done, or a day. See INVESTMENT_FACT."""

    __tablename__ = "investment_fact"
    __table_args__ = (Index("ix_investment_fact_project_kind", "investment_project_id", "kind"),)

    investment_fact_id: Mapped[Key]
    investment_project_id: Mapped[int] = mapped_column(ForeignKey("investment_project.investment_project_id"))
    kind: Mapped[Code]  # see data/codes.py: INVESTMENT_FACT
    fact_date: Mapped[Day]
    # The file stated it without its day.
    is_fact_date_assumed: Mapped[Flag] = mapped_column(server_default=false())
    amount_fen: Mapped[Fen | None]
    share_basis_points: Mapped[int | None]  # 形象进度: ten thousand of them are the whole
    expected_date: Mapped[Day | None]  # 预计竣工 as known on the day of the fact
    document_number: Mapped[Code | None]
    note: Mapped[Words | None]
    recorded_at: Mapped[Moment]


class InvestmentAudit(Base):
    """Which audit projects looked at which investment projects: many to many."""

    __tablename__ = "investment_audit"

    investment_project_id: Mapped[int] = mapped_column(
        ForeignKey("investment_project.investment_project_id"), primary_key=True
    )
    project_id: Mapped[int] = mapped_column(ForeignKey("project.project_id"), primary_key=True, index=True)


class InvestmentFinding(Base):
    """Which findings are about which investment projects: many to many."""

    __tablename__ = "investment_finding"

    investment_project_id: Mapped[int] = mapped_column(
        ForeignKey("investment_project.investment_project_id"), primary_key=True
    )
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.finding_id"), primary_key=True, index=True)


class InvestmentReference(Base):
    """照片、BIM 模型、文件: where something about a project is kept; here is the reference alone."""

    __tablename__ = "investment_reference"

    investment_reference_id: Mapped[Key]
    investment_project_id: Mapped[int] = mapped_column(
        ForeignKey("investment_project.investment_project_id"), index=True
    )
    kind: Mapped[Code]  # see data/codes.py: REFERENCE_KIND
    title: Mapped[Name]
    location: Mapped[Words]
    taken_date: Mapped[Day | None]
    size_bytes: Mapped[int | None] = mapped_column(BigInteger)
