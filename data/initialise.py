"""Make the audit database ready: newest schema, and in a new one the data it starts with."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine, select

from data import reference_data
from data.access.first_accounts import demo_accounts, first_administrators
from data.access.roles import COMMAND_LINE
from data.demo.build import FINDINGS, build
from data.demo.names import EXEMPLARY_SECTION, LAGGING_DISTRICT
from data.engine import writing
from data.events import BureauSettingChanged, DatabaseInitialised, record
from data.migrate import upgrade
from data.planning.calendar_change import write_years
from data.planning.calendar_file import CalendarFile
from data.schema import CalendarDay, CoverageRule, Event


@dataclass(frozen=True)
class Outcome:
    """What was done; `passwords` are (user name, password) pairs of new administrators, known only here.

    `calendar_years` are years of the calendar that an existing database did not have yet.
    """

    is_new: bool
    findings: int
    passwords: tuple[tuple[str, str], ...]
    calendar_years: tuple[int, ...] = ()


def initialise(engine: Engine, *, is_demo: bool) -> Outcome:
    """Upgrade the database and, if it is new, fill it: reference data, then demonstration or administrators.

    It is filled in one transaction that ends with the event DatabaseInitialised, so an interrupted run leaves
    nothing behind but empty tables. A database that was filled once is only upgraded, and its calendar gets
    the years that are shipped newly, and one without coverage rules the standard ones; what the bureau keeps
    of either stays as it is.
    """
    upgrade(engine)
    with writing(engine) as connection:
        if _is_initialised(connection):
            _standard_coverage_rules(connection)
            return Outcome(False, 0, (), _new_calendar_years(connection))
        reference_data.load(connection)
        findings = _demonstration(connection) if is_demo else 0
        passwords = () if is_demo else tuple(first_administrators(connection))
        record(connection, COMMAND_LINE.user_name, DatabaseInitialised(is_demo=is_demo, findings=findings))
        return Outcome(True, findings, passwords)


def _is_initialised(connection: Connection) -> bool:
    kind = DatabaseInitialised.kind
    return connection.scalar(select(Event.event_id).where(Event.kind == kind).limit(1)) is not None


def _new_calendar_years(connection: Connection) -> tuple[int, ...]:
    there = {day.year for day in connection.scalars(select(CalendarDay.day))}
    shipped = reference_data.shipped_years()
    missing = {year: days for year, days in shipped.years.items() if year not in there}
    if missing:
        write_years(connection, CalendarFile(shipped.name, missing), COMMAND_LINE)
    return tuple(missing)


def _standard_coverage_rules(connection: Connection) -> None:
    """Give the standard rules to a database of a version that had none; what is there stays as it is."""
    if connection.scalar(select(CoverageRule.coverage_rule_code).limit(1)) is not None:
        return
    codes = reference_data.load_coverage_rules(connection)
    added = BureauSettingChanged(name="coverage_rules", before=None, after=", ".join(codes))
    record(connection, COMMAND_LINE.user_name, added)


def _demonstration(connection: Connection) -> int:
    build(connection, findings=FINDINGS)
    demo_accounts(connection, region_code=LAGGING_DISTRICT, section_code=EXEMPLARY_SECTION)
    return FINDINGS
