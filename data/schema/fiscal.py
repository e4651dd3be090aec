"""债务风险、直达资金: the debt of a region month by month, and funds on their way to those they are for."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Fen, Key, Moment, Name


class DebtPosition(Base):
    """政府债务: limit and balance at the end of a month, and the means that it is measured by."""

    __tablename__ = "debt_position"
    __table_args__ = (UniqueConstraint("region_code", "position_date"),)

    debt_position_id: Mapped[Key]
    region_code: Mapped[Code] = mapped_column(ForeignKey("region.region_code"))
    position_date: Mapped[Day]
    limit_fen: Mapped[Fen]
    balance_fen: Mapped[Fen]
    means_fen: Mapped[Fen | None]  # 综合财力 of the year
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class DirectFund(Base):
    """直达资金: one allotment to a region."""

    __tablename__ = "direct_fund"

    direct_fund_id: Mapped[Key]
    fund_code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[Name]
    region_code: Mapped[Code] = mapped_column(ForeignKey("region.region_code"))
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    allotted_date: Mapped[Day]
    allotted_fen: Mapped[Fen]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class DirectFundReport(Base):
    """直达资金月报: how much of an allotment was broken down and paid by a day, counted from its start."""

    __tablename__ = "direct_fund_report"
    __table_args__ = (UniqueConstraint("direct_fund_id", "report_date"),)

    direct_fund_report_id: Mapped[Key]
    direct_fund_id: Mapped[int] = mapped_column(ForeignKey("direct_fund.direct_fund_id"))
    report_date: Mapped[Day]
    broken_down_fen: Mapped[Fen]
    paid_fen: Mapped[Fen]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]
