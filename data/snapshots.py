"""月末快照 as it is kept: figures and findings of one day, written once, with a digest over all of them."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import Connection, Engine, insert, select

from data.access.permission import permit_whole
from data.access.roles import User
from data.engine import data_version, now, writing
from data.events import FiguresFrozen, record, take_turn, whole_detail
from data.language import _
from data.schema import Account, Snapshot, SnapshotFigure, SnapshotFinding

ACTION = "freeze-figures"


class AlreadyFrozenError(ValueError):
    """That day was frozen before; the message is for the reader."""


class DayToComeError(ValueError):
    """That day is not here yet; the message is for the reader."""


class DataMovedOnError(RuntimeError):
    """The data changed while the figures were asked; ask again."""


@dataclass(frozen=True)
class FrozenFigure:
    """A KPI as it was: `value` as a decimal text, None where there was no data."""

    kpi: str
    value: str | None
    numerator: int | None
    denominator: int | None
    row_count: int

    @property
    def number(self) -> int | float | None:
        """The value as the KPI gives it: whole numbers exactly, else a fraction."""
        if self.value is None:
            return None
        number = Decimal(self.value)
        return (
            int(number) if number == number.to_integral_value() and "." not in self.value else float(number)
        )


@dataclass(frozen=True)
class FrozenFinding:
    """A finding as it was, and the names of the KPIs that counted it, a blank between."""

    finding_id: int
    finding_code: str
    state: str
    amount_fen: int | None
    rectified_fen: int
    due_date: date | None
    kpis: str


@dataclass(frozen=True)
class SnapshotFacts:
    """One freeze. `taken_at` is UTC, `person` the name of who took it; None where the account is gone."""

    snapshot_id: int
    as_of_date: date
    data_version: int
    taken_at: datetime
    user_name: str
    note: str | None
    digest: str
    event_id: int
    person: str | None


def permit_freeze(engine: Engine, user: User, day: date) -> None:
    """Who may freeze: with the right, and for the whole bureau. Raises NotPermittedError, and records it."""
    permit_whole(engine, user, ACTION, f"{day}")


def keep_snapshot(
    engine: Engine,
    user: User,
    day: date,
    figures: tuple[FrozenFigure, ...],
    findings: tuple[FrozenFinding, ...],
    *,
    version: int,
    note: str = "",
) -> int:
    """Write it with its event; `version` is the data version that the figures are of.

    Raises AlreadyFrozenError, and DataMovedOnError where the database has gone on meanwhile.
    """
    digest = digest_of(day, figures, findings)
    with writing(engine) as connection:
        take_turn(connection)
        if data_version(connection) != version:
            raise DataMovedOnError
        if connection.scalar(select(Snapshot.snapshot_id).where(Snapshot.as_of_date == day)) is not None:
            raise AlreadyFrozenError(_("{day} was frozen before; a snapshot never changes.").format(day=day))
        event = FiguresFrozen(day, version, len(figures), len(findings), note.strip() or None, digest)
        snapshot_id = connection.scalars(
            insert(Snapshot)
            .values(
                as_of_date=day,
                data_version=version,
                taken_at=now(),
                user_name=user.user_name,
                note=note.strip() or None,
                digest=digest,
                event_id=record(connection, user.user_name, event),
            )
            .returning(Snapshot.snapshot_id)
        ).one()
        for table, rows in ((SnapshotFigure, figures), (SnapshotFinding, findings)):
            if rows:
                connection.execute(
                    insert(table), [{"snapshot_id": snapshot_id} | asdict(row) for row in rows]
                )
    return int(snapshot_id)


def snapshots(connection: Connection) -> tuple[SnapshotFacts, ...]:
    """Every freeze, that of the latest day first."""
    rows = connection.execute(
        select(Snapshot.__table__, Account.display_name.label("person"))
        .outerjoin(Account, Account.user_name == Snapshot.user_name)
        .order_by(Snapshot.as_of_date.desc())
    ).mappings()
    return tuple(SnapshotFacts(**row) for row in rows)


def frozen_figures(connection: Connection, snapshot_id: int) -> dict[str, FrozenFigure]:
    """The figures of a freeze by KPI."""
    columns = [column for column in SnapshotFigure.__table__.columns if column.name != "snapshot_id"]
    rows = connection.execute(
        select(*columns).where(SnapshotFigure.snapshot_id == snapshot_id).order_by(SnapshotFigure.kpi)
    ).mappings()
    return {row["kpi"]: FrozenFigure(**row) for row in rows}


def frozen_findings(connection: Connection, snapshot_id: int) -> dict[int, FrozenFinding]:
    """The findings of a freeze by their ids."""
    columns = [column for column in SnapshotFinding.__table__.columns if column.name != "snapshot_id"]
    rows = connection.execute(
        select(*columns)
        .where(SnapshotFinding.snapshot_id == snapshot_id)
        .order_by(SnapshotFinding.finding_id)
    ).mappings()
    return {row["finding_id"]: FrozenFinding(**row) for row in rows}


def is_sound(connection: Connection, facts: SnapshotFacts) -> bool:
    """Whether what is kept is still what was frozen, by the digest that the log has of it.

    The digest beside the figures alone would prove nothing: whoever changes them can change it too.
    """
    logged = whole_detail(connection, facts.event_id, FiguresFrozen.kind)
    if logged is None or logged["as_of"] != facts.as_of_date.isoformat():
        return False
    figures = frozen_figures(connection, facts.snapshot_id)
    findings = frozen_findings(connection, facts.snapshot_id)
    found = digest_of(facts.as_of_date, tuple(figures.values()), tuple(findings.values()))
    return bool(found == facts.digest == logged["sha256"])


def digest_of(day: date, figures: tuple[FrozenFigure, ...], findings: tuple[FrozenFinding, ...]) -> str:
    """SHA-256 over the day, the figures by name and the findings by number."""
    told = [
        str(day),
        [asdict(figure) for figure in sorted(figures, key=lambda each: each.kpi)],
        [asdict(finding) for finding in sorted(findings, key=lambda each: each.finding_id)],
    ]
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()
