"""经济责任审计: which posts were audited by which project, and the warning rules as the bureau set them."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Flag, Key, Moment, Name


class PostAudit(Base):
    """任职审计: one project audits one official in one post (economic responsibility or natural resources).

    `project_type` of the project says which. The project's stages say when it began and was delivered.
    """

    __tablename__ = "post_audit"
    __table_args__ = (UniqueConstraint("project_id", "post_id"),)

    post_audit_id: Mapped[Key]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.project_id"))
    post_id: Mapped[int] = mapped_column(ForeignKey("post.post_id"), index=True)
    occasion: Mapped[Code]  # see data/codes.py: AUDIT_OCCASION (离任 or 任中)
    notified_date: Mapped[Day | None]  # 责任告知
    feedback_date: Mapped[Day | None]  # 问题反馈清单
    result_used_date: Mapped[Day | None]  # 结果运用: the organisation department used the result
    result_use: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class WarningRule(Base):
    """What the bureau changed of a warning rule; a rule without a row is as its file has it."""

    __tablename__ = "warning_rule"

    warning_rule_code: Mapped[Code] = mapped_column(primary_key=True)
    level: Mapped[Code | None]  # see data/codes.py: WARNING_LEVEL
    is_disabled: Mapped[Flag]


class WarningThreshold(Base):
    """A threshold of a warning rule as the bureau set it; without a row the default of the rule's file."""

    __tablename__ = "warning_threshold"

    warning_rule_code: Mapped[Code] = mapped_column(primary_key=True)
    name: Mapped[Code] = mapped_column(primary_key=True)
    value: Mapped[int]
