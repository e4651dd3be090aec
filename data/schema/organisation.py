"""Who is audited and who audits: regions, sections, units, officials and their posts."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Flag, Key, Name


class Region(Base):
    """地区: an administrative division, valid between two dates because codes change every year."""

    __tablename__ = "region"

    region_code: Mapped[Code] = mapped_column(primary_key=True)
    name: Mapped[Name]
    parent_code: Mapped[Code | None] = mapped_column(ForeignKey("region.region_code"))
    level: Mapped[Code]  # province, city, district, township
    valid_from_date: Mapped[Day | None]
    valid_to_date: Mapped[Day | None]
    sort_order: Mapped[int] = mapped_column(default=0)


class Section(Base):
    """科室: a section of the bureau that carries out audits."""

    __tablename__ = "section"

    section_code: Mapped[Code] = mapped_column(primary_key=True)
    name: Mapped[Name] = mapped_column(unique=True)
    sort_order: Mapped[int] = mapped_column(default=0)
    is_stub: Mapped[Flag]


class Unit(Base):
    """单位: an organisation that is audited, rectifies, or supervises. A stub (待核) came with an import."""

    __tablename__ = "unit"

    unit_id: Mapped[Key]
    name: Mapped[Name] = mapped_column(index=True)
    credit_code: Mapped[Code | None] = mapped_column(unique=True)  # 统一社会信用代码 (GB 32100)
    kind: Mapped[Code | None]  # see data/codes.py: UNIT_KIND
    audit_class: Mapped[Code | None]  # A–D
    sector: Mapped[Name | None]  # 行业, in the bureau's words; None: that of the supervising unit
    region_code: Mapped[Code | None] = mapped_column(ForeignKey("region.region_code"), index=True)
    supervising_unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.unit_id"))
    predecessor_unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.unit_id"))
    is_stub: Mapped[Flag]
    source: Mapped[Name | None]


class Official(Base):
    """领导干部: a person who holds or held a leading post."""

    __tablename__ = "official"

    official_id: Mapped[Key]
    name: Mapped[Name]
    identity_number: Mapped[Code | None] = mapped_column(unique=True)
    birth_date: Mapped[Day | None]
    retirement_date: Mapped[Day | None]  # 预计退休, as the organisation department gives it
    source: Mapped[Name | None]


class Post(Base):
    """任职: one official in one leading post of one unit, with its term."""

    __tablename__ = "post"

    post_id: Mapped[Key]
    official_id: Mapped[int] = mapped_column(ForeignKey("official.official_id"), index=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.unit_id"), index=True)
    title: Mapped[Name]
    audit_class: Mapped[Code | None]
    start_date: Mapped[Day | None]
    expected_end_date: Mapped[Day | None]
    end_date: Mapped[Day | None]
    # 党政同责同审: secretary and head of one place share a code, each with the side they stand on.
    pair_code: Mapped[Code | None] = mapped_column(index=True)
    leader_side: Mapped[Code | None]  # see data/codes.py: LEADER_SIDE
    has_resource_duty: Mapped[Flag]  # falls under the audits of natural resource assets
    is_audit_exempt: Mapped[Flag]  # 不列入经济责任审计对象, such as a deputy of less than a year
    source: Mapped[Name | None]
