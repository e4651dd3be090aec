"""操作日志: the hash-chained event log, and the field-by-field history of changed findings."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Flag, Key, Moment, Name, Words


class Event(Base):
    """One thing that happened. `digest` covers the row and the digest before it."""

    __tablename__ = "event"

    event_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[Code] = mapped_column(index=True)
    actor: Mapped[Name]
    happened_at: Mapped[Moment] = mapped_column(index=True)
    detail: Mapped[Words]  # JSON with sorted keys
    changes_figures: Mapped[Flag] = mapped_column(index=True)
    previous_digest: Mapped[Code]
    digest: Mapped[Code]


class ChainHead(Base):
    """The end of the chain: one row, locked while an event is written, so that events line up."""

    __tablename__ = "chain_head"

    chain_head_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    event_id: Mapped[int]
    digest: Mapped[Code]
    data_version: Mapped[int]  # newest event that changed figures


class FindingChange(Base):
    """What one event changed in one finding: old and new values by column, as JSON."""

    __tablename__ = "finding_change"

    finding_change_id: Mapped[Key]
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.finding_id"), index=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.event_id"), index=True)
    is_new: Mapped[Flag]
    changes: Mapped[Words]
