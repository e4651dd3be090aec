"""Make a report for a reader, and let it leave: the right is asked, the taking is recorded."""

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date, timedelta

from sqlalchemy import Connection, Engine

from data.access.permission import permit
from data.access.present_user import present_user
from data.access.roles import User, can
from data.bureau import bureau
from data.engine import now, reading, writing
from data.events import RowsExported, record
from data.language import _
from data.local_time import in_china
from data.snapshots import frozen_figures, snapshots
from data.stem_of import stem_of
from queries.filter_words import filter_words, scope_words
from queries.filters import Filters, Scope
from queries.names import names
from queries.reporting.book import Stamp, report_book
from queries.reporting.congress import congress
from queries.reporting.document import report_document
from queries.reporting.major import major
from queries.reporting.monthly import monthly
from queries.reporting.parts import LastSnapshot, day_words
from queries.reporting.report import Block, Report
from queries.reporting.teller import Teller
from queries.reporting.titles import TITLES, subject_of
from queries.reporting.weekly import weekly
from queries.source import Source

ACTION = "export-rows"
FORMATS = (".docx", ".xlsx")


KINDS: dict[str, Callable[[Teller, LastSnapshot | None], list[Block]]] = {
    "weekly": weekly,
    "monthly": monthly,
    "major": major,
    "congress": congress,
}


def make_report(
    source: Source,
    kind: str,
    filters: Filters,
    scope: Scope,
    *,
    bureau_name: str,
    snapshot: LastSnapshot | None = None,
) -> Report:
    """The report of a kind, as the reader may see the figures. Raises KeyError for an unknown kind.

    That for the congress keeps to what the audit work report of a plan year cites; without a year it is the
    year before that of the day.
    """
    if kind == "congress":
        filters = replace(filters, year=filters.year or filters.as_of.year - 1, in_work_report=True)
    teller = Teller(source, filters, scope)
    blocks = tuple(KINDS[kind](teller, snapshot))
    called = names(source, filters, scope)
    said = [f"{label} {choice}" for label, choice in filter_words(filters, called)]
    return Report(
        kind=kind,
        title=_(TITLES[kind]),
        subtitle=_period(kind, filters),
        bureau=bureau_name,
        filters=filters,
        scope_words=" · ".join([scope_words(scope, called), *said]),
        data_version=source.version,
        blocks=blocks,
        told=teller.told,
    )


def export_report(
    engine: Engine, source: Source, user: User, kind: str, filters: Filters, *, suffix: str
) -> bytes:
    """The file of a report, .docx or .xlsx, as `user` may see the figures now.

    Raises NotPermittedError (and records the refusal), KeyError for an unknown kind or suffix.
    """
    made_at = now()
    with reading(engine) as connection:
        reader = present_user(connection, user.user_name) or replace(user, roles=frozenset())
        bureau_name = bureau(connection).name
        snapshot = last_snapshot(connection, filters.as_of)
    permit(engine, reader, ACTION, subject_of(kind))
    scope = Scope(reader.region_code, reader.section_code, sees_staff=can(reader, "see-staff"))
    report = make_report(source, kind, filters, scope, bureau_name=bureau_name, snapshot=snapshot)
    stamp = Stamp(f"{reader.display_name} ({reader.user_name})", in_china(made_at))
    content = {".docx": report_document, ".xlsx": report_book}[suffix](report, stamp)
    record_taken(engine, reader.user_name, report, f"{file_stem(report)}{suffix}")
    return content


def last_snapshot(connection: Connection, day: date) -> LastSnapshot | None:
    """The newest freeze of a day before."""
    facts = next((each for each in snapshots(connection) if each.as_of_date < day), None)
    if facts is None:
        return None
    figures = frozen_figures(connection, facts.snapshot_id)
    return LastSnapshot(facts.as_of_date, {name: figure.number for name, figure in figures.items()})


def record_taken(engine: Engine, user_name: str, report: Report, file_name: str) -> None:
    """Write into the log that the report left."""
    asked = {name: choice for name, choice in asdict(report.filters).items() if choice not in {None, ()}}
    event = RowsExported(subject_of(report.kind), asked, len(report.told), file_name)
    with writing(engine) as connection:
        record(connection, user_name, event)


def file_stem(report: Report) -> str:
    """Name of its file without the ending: title and day."""
    return stem_of(report.title, report.filters.as_of)


def _period(kind: str, filters: Filters) -> str:
    day = filters.as_of
    if kind in {"weekly", "major"}:
        return _("({first} to {last})").format(first=day_words(_monday(day)), last=day_words(day))
    if kind == "monthly":
        return _("({month}, up to {day})").format(
            month=_("{year}-{month:02}").format(year=day.year, month=day.month), day=day_words(day)
        )
    return _("(Audit work report on {year}, up to {day})").format(year=filters.year, day=day_words(day))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
