"""经济和环保责任清单、经济责任审计评价: what a post answers for, and the marks an audit gave for it."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Key, Moment, Name, Words


class ResponsibilityItem(Base):
    """责任清单: one duty of a post, while it is in force."""

    __tablename__ = "responsibility_item"
    __table_args__ = (UniqueConstraint("post_id", "item_code"),)

    responsibility_item_id: Mapped[Key]
    post_id: Mapped[int] = mapped_column(ForeignKey("post.post_id"))
    item_code: Mapped[Code]
    area: Mapped[Code]  # see data/codes.py: RESPONSIBILITY_AREA
    duty: Mapped[Name]
    basis: Mapped[Words | None]
    from_date: Mapped[Day]
    ended_date: Mapped[Day | None]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class EvaluationMark(Base):
    """评价指标: the marks of one aspect in the audit of a post, in hundredths of a mark."""

    __tablename__ = "evaluation_mark"
    __table_args__ = (UniqueConstraint("post_audit_id", "aspect"),)

    evaluation_mark_id: Mapped[Key]
    post_audit_id: Mapped[int] = mapped_column(ForeignKey("post_audit.post_audit_id"))
    aspect: Mapped[Name]
    full_hundredths: Mapped[int]
    mark_hundredths: Mapped[int]
    evaluated_date: Mapped[Day]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]
