"""安全与上线: networks and devices, checks and drills, what they left open, and what has gone live where."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Flag, Key, Moment, Name, Words


class Rollout(Base):
    """应上线、已上线: one application at one unit, or one module of an application (001-K1…K5, K8, K9)."""

    __tablename__ = "rollout"
    __table_args__ = (UniqueConstraint("application", "place_name"),)

    rollout_id: Mapped[Key]
    application: Mapped[Code]  # see data/codes.py: APPLICATION
    place_name: Mapped[Name]  # the unit that uses it, or the module
    region_code: Mapped[Code | None] = mapped_column(ForeignKey("region.region_code"))
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    due_date: Mapped[Day]  # from that day on it counts as 应上线
    live_date: Mapped[Day | None]
    retired_date: Mapped[Day | None]
    note: Mapped[Words | None]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class NetworkAsset(Base):
    """网络、设备: what stands in one of the three networks, from its first day to its last."""

    __tablename__ = "network_asset"

    network_asset_id: Mapped[Key]
    asset_code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[Name]
    network: Mapped[Code]  # see data/codes.py: NETWORK (三网)
    kind: Mapped[Code]  # see data/codes.py: NETWORK_ASSET
    region_code: Mapped[Code | None] = mapped_column(ForeignKey("region.region_code"))
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    commissioned_date: Mapped[Day]
    retired_date: Mapped[Day | None]
    is_domestic: Mapped[Flag]
    has_domestic_cipher: Mapped[Flag]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class SecurityActivity(Base):
    """安全检查、应急演练: what was held on which network, and when the next one is due."""

    __tablename__ = "security_activity"

    security_activity_id: Mapped[Key]
    activity_code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[Name]
    kind: Mapped[Code]  # see data/codes.py: SECURITY_ACTIVITY
    network: Mapped[Code]
    region_code: Mapped[Code | None] = mapped_column(ForeignKey("region.region_code"))
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    held_date: Mapped[Day]
    next_due_date: Mapped[Day | None]
    conclusion: Mapped[Words | None]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class SecurityIssue(Base):
    """安全问题: what a check or drill left open, until it is closed."""

    __tablename__ = "security_issue"

    security_issue_id: Mapped[Key]
    issue_code: Mapped[Code] = mapped_column(unique=True)
    title: Mapped[Name]
    security_activity_id: Mapped[int] = mapped_column(
        ForeignKey("security_activity.security_activity_id"), index=True
    )
    severity: Mapped[Code]  # see data/codes.py: SEVERITY
    found_date: Mapped[Day]
    due_date: Mapped[Day | None]
    closed_date: Mapped[Day | None]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]
