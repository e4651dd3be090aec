"""月末快照: the figures of a day as they were when somebody froze them, with the findings behind them."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Fen, Key, Moment, Name, Words


class Snapshot(Base):
    """One freeze of one day. No row of it ever changes; `digest` covers its figures and findings."""

    __tablename__ = "snapshot"

    snapshot_id: Mapped[Key]
    as_of_date: Mapped[Day] = mapped_column(unique=True)
    data_version: Mapped[int]  # newest event that changed figures
    taken_at: Mapped[Moment]
    user_name: Mapped[Name]
    note: Mapped[Words | None]
    digest: Mapped[Code]
    event_id: Mapped[int] = mapped_column(ForeignKey("event.event_id"))


class SnapshotFigure(Base):
    """A KPI as it was: `value` as a decimal text, exact for rates and amounts alike; null: no data."""

    __tablename__ = "snapshot_figure"

    snapshot_id: Mapped[int] = mapped_column(ForeignKey("snapshot.snapshot_id"), primary_key=True)
    kpi: Mapped[Code] = mapped_column(primary_key=True)
    value: Mapped[Code | None]
    numerator: Mapped[Fen | None]
    denominator: Mapped[Fen | None]
    row_count: Mapped[int]


class SnapshotFinding(Base):
    """A finding as it was, and the KPIs that counted it (their names, a blank between)."""

    __tablename__ = "snapshot_finding"

    snapshot_id: Mapped[int] = mapped_column(ForeignKey("snapshot.snapshot_id"), primary_key=True)
    finding_id: Mapped[int] = mapped_column(primary_key=True)  # no key: what was frozen outlives the finding
    finding_code: Mapped[Code]
    state: Mapped[Code]
    amount_fen: Mapped[Fen | None]
    rectified_fen: Mapped[Fen]
    due_date: Mapped[Day | None]
    kpis: Mapped[Words]
