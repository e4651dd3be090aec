"""重大公共工程: settlements under review at two levels, contract variations, what a unit of works costs."""

from sqlalchemy import BigInteger, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Fen, Key, Moment, Name


class SettlementReview(Base):
    """价款结算: the review of one settlement at one level, 送审, 初审, 复审 and 审定, each on its day."""

    __tablename__ = "settlement_review"
    __table_args__ = (UniqueConstraint("settlement_code", "level"),)

    settlement_review_id: Mapped[Key]
    settlement_code: Mapped[Code]  # 两级同审: the same at both levels
    level: Mapped[Code]  # see data/codes.py: REVIEW_LEVEL
    investment_project_id: Mapped[int] = mapped_column(
        ForeignKey("investment_project.investment_project_id"), index=True
    )
    contract_section: Mapped[Name | None]  # 标段
    review_firm: Mapped[Name | None]
    submitted_date: Mapped[Day]
    submitted_fen: Mapped[Fen]
    first_review_date: Mapped[Day | None]
    first_review_fen: Mapped[Fen | None]
    second_review_date: Mapped[Day | None]
    second_review_fen: Mapped[Fen | None]
    approved_date: Mapped[Day | None]
    approved_fen: Mapped[Fen | None]
    difference_reason: Mapped[Name | None]  # why it differs from what the other level approved
    explained_date: Mapped[Day | None]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class ContractVariation(Base):
    """变更、签证、补充合同: what was added to the contracts of a project, or taken off them, on a day."""

    __tablename__ = "contract_variation"

    contract_variation_id: Mapped[Key]
    variation_code: Mapped[Code] = mapped_column(unique=True)
    investment_project_id: Mapped[int] = mapped_column(
        ForeignKey("investment_project.investment_project_id"), index=True
    )
    contract_section: Mapped[Name | None]
    kind: Mapped[Code]  # see data/codes.py: VARIATION_KIND
    amount_fen: Mapped[Fen]
    approved_date: Mapped[Day]
    reason: Mapped[Name | None]
    approver: Mapped[Name | None]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class UnitCost(Base):
    """工程经济指标: what a quantity of one type of works cost in one project, by the prices of a day."""

    __tablename__ = "unit_cost"

    unit_cost_id: Mapped[Key]
    unit_cost_code: Mapped[Code] = mapped_column(unique=True)
    investment_project_id: Mapped[int] = mapped_column(
        ForeignKey("investment_project.investment_project_id"), index=True
    )
    works_type: Mapped[Code]  # see data/codes.py: WORKS_TYPE; each is measured in one unit
    quantity_thousandths: Mapped[int] = mapped_column(BigInteger)
    amount_fen: Mapped[Fen]
    priced_date: Mapped[Day]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]
