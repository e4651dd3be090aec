"""Freeze the figures of a day: every KPI whose rows are findings, all of one data version."""

import json
from collections import defaultdict
from contextlib import suppress
from datetime import date, timedelta

from sqlalchemy import Engine

from data.access.roles import COMMAND_LINE, User
from data.bureau import bureau
from data.engine import reading
from data.language import _
from data.snapshots import (
    AlreadyFrozenError,
    DataMovedOnError,
    DayToComeError,
    FrozenFigure,
    FrozenFinding,
    keep_snapshot,
    permit_freeze,
)
from queries.catalog import Kpi, kpis
from queries.compose import relations, relations_read
from queries.filters import Filters
from queries.run import value
from queries.source import Source, open_source

_ATTEMPTS = 5


def ledger_kpis() -> tuple[Kpi, ...]:
    """The KPIs of the rectification ledger: those whose rows open a finding."""
    return tuple(kpi for kpi in kpis().values() if kpi.opens == "finding")


def freeze(engine: Engine, user: User, day: date, note: str = "") -> int:
    """Freeze the whole bureau's figures of the day; the number of the snapshot.

    Raises NotPermittedError, DayToComeError, AlreadyFrozenError, and DataMovedOnError where the ledger never
    stood still.
    """
    permit_freeze(engine, user, day)
    with reading(engine) as connection:
        today = bureau(connection).as_of
    if day > today:
        raise DayToComeError(
            _("{day} is still to come; the latest day that can be frozen is {today}.").format(
                day=day, today=today
            )
        )
    for attempt in range(_ATTEMPTS):
        source = open_source(engine)
        figures, findings = asked(source, day)
        try:
            return keep_snapshot(
                engine, user, day, figures, findings, version=int(source.version.split("-")[0]), note=note
            )
        except DataMovedOnError:
            if attempt == _ATTEMPTS - 1:
                raise
    raise AssertionError  # the last attempt returned or raised


def freeze_demo_month(engine: Engine) -> None:
    """Freeze the end of the last month of the demonstration, so that there is something to compare with."""
    with reading(engine) as connection:
        end = bureau(connection).as_of.replace(day=1) - timedelta(days=1)
    staff = User(COMMAND_LINE.user_name, COMMAND_LINE.display_name, frozenset({"rectification"}))
    with suppress(AlreadyFrozenError):
        freeze(engine, staff, end)


def asked(source: Source, day: date) -> tuple[tuple[FrozenFigure, ...], tuple[FrozenFinding, ...]]:
    """The figures and the findings of a day as the source has them."""
    filters, figures = Filters(as_of=day), list[FrozenFigure]()
    counted: dict[int, list[str]] = defaultdict(list)
    for kpi in ledger_kpis():
        figure = value(source, kpi, filters)
        number = None if figure.value is None else json.dumps(figure.value)
        figures.append(FrozenFigure(kpi.name, number, figure.numerator, figure.denominator, figure.rows))
        for finding_id in findings_behind(source, kpi, day):
            counted[finding_id].append(kpi.name)
    findings = tuple(FrozenFinding(*row, kpis=" ".join(counted[row[0]])) for row in ledger_on(source, day))
    return tuple(figures), findings


def findings_behind(source: Source, kpi: Kpi, day: date) -> list[int]:
    """The ids of the findings that a KPI counts on a day."""
    sql = f"select distinct finding_id from ({kpi.sql}) where finding_id is not null"
    return [int(row[0]) for row in source.rows(f"{relations(source, kpi, [day])} {sql}")]


def ledger_on(source: Source, day: date) -> list[tuple[int, str, str, int | None, int, date | None]]:
    """(id, number, state, amount, amount rectified, limit) of every finding in the ledger of a day."""
    sql = """select finding_id, finding_code, state, amount_fen, coalesce(rectified_fen, 0), due_date
        from finding_as_of order by finding_id"""
    return source.rows(f"{relations_read(source, sql, [day])} {sql}")  # type: ignore[return-value]
