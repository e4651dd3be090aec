"""Parts that reports share: indicators with their change, rates by a dimension, lists of rows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from data.language import _
from queries.catalog import kpis
from queries.compose import within
from queries.dimensions import DIMENSIONS
from queries.figure_words import unit_name
from queries.filters import EVERYTHING, Filters
from queries.reporting.leading import INDICATORS
from queries.reporting.pictures import bars
from queries.reporting.report import Block, Cell, Heading, Part, Picture, Rows, Table
from queries.reporting.teller import Teller
from queries.rows import Page
from queries.run import Number

_FEW = 40
MOST_ROWS = 5000  # of one list: the whole ledger leaves by the export of rows
_SHARED_COLUMNS = ("finding_code", "title", "unit", "amount_fen")


def day_before_week(day: date) -> date:
    """The Sunday before the week of the day."""
    return day - timedelta(days=day.weekday() + 1)


def day_before_month(day: date) -> date:
    """The last day of the month before."""
    return day.replace(day=1) - timedelta(days=1)


def indicators(
    teller: Teller, before: Filters, *, names: tuple[str, ...] = INDICATORS, earlier: str
) -> Table:
    """Each indicator on the day, on an earlier one (its column is called `earlier`), and the change."""
    lines: list[tuple[Cell, ...]] = []
    for name in names:
        kpi = kpis()[name]
        lines.append(
            (
                str(kpi.title),
                teller.figure(name),
                teller.figure(name, filters=before),
                teller.change(name, before),
                _unit(kpi.format),
            )
        )
    header = (_("Indicator"), day_words(teller.filters.as_of), earlier, _("Change"), _("Unit of the change"))
    return Table(_("Main indicators"), _("Main indicators"), header, tuple(lines))


@dataclass(frozen=True)
class LastSnapshot:
    """The newest freeze before the day of a report: its day, and its figures by KPI."""

    day: date
    figures: Mapping[str, Number | None]


def since_snapshot(teller: Teller, snapshot: LastSnapshot | None) -> list[Block]:
    """The whole ledger beside the last snapshot; nothing where there is none, or the reader sees a part."""
    is_part = teller.scope != EVERYTHING or teller.filters.region or teller.filters.section
    if snapshot is None or is_part:
        return []
    whole, before = Filters(as_of=teller.filters.as_of), Filters(as_of=snapshot.day)
    lines: list[tuple[Cell, ...]] = []
    for name in INDICATORS:
        if name in snapshot.figures:
            kpi, then = kpis()[name], snapshot.figures[name]
            lines.append(
                (
                    str(kpi.title),
                    teller.figure(name, filters=whole),
                    teller.frozen(name, snapshot.day, then, before),
                    teller.change(name, before, filters=whole, frozen=(snapshot.day, then)),
                    _unit(kpi.format),
                )
            )
    title = _("The whole ledger since the last snapshot")
    header = (
        _("Indicator"),
        day_words(whole.as_of),
        _("Snapshot of {day}").format(day=day_words(snapshot.day)),
        _("Change"),
        _("Unit of the change"),
    )
    return [Heading(_("Since the last snapshot")), Table(title, title, header, tuple(lines))]


def rates(teller: Teller, by: str) -> Table:
    """How far rectification is in each group of a dimension."""
    columns: tuple[tuple[str, str, Part], ...] = (
        (_("Findings"), "findings", "value"),
        (_("To be rectified"), "rectification_rate_by_count", "denominator"),
        (_("Rectified"), "rectification_rate_by_count", "numerator"),
        (_("Rate by count"), "rectification_rate_by_count", "value"),
        (_("Amount found"), "rectification_rate_by_amount", "denominator"),
        (_("Amount rectified"), "rectification_rate_by_amount", "numerator"),
        (_("Rate by amount"), "rectification_rate_by_amount", "value"),
        (_("Overdue"), "findings_overdue", "value"),
    )
    title = _(DIMENSIONS[by].title)
    groups = teller.groups("findings", by)
    if len(groups) > _FEW:  # units: the most findings first, as a document shows the first lines only
        counts = teller.counts("findings", by)
        groups = dict(sorted(groups.items(), key=lambda group: -counts[group[0]]))
    lines: tuple[tuple[Cell, ...], ...] = tuple(
        (label, *(teller.group(name, by, code, part=part) for __, name, part in columns))
        for code, label in groups.items()
    )
    header = (title, *(words for words, __, __ in columns))
    return Table(_("Rectification by: {dimension}").format(dimension=title), title, header, lines)


def picture(teller: Teller, name: str, by: str, title: str) -> Picture:
    """A figure of every group of a dimension as bars."""
    figures = [(label, teller.group(name, by, code)) for code, label in teller.groups(name, by).items()]
    figures = [(label, told) for label, told in figures if told.value is not None]
    figures.sort(key=lambda pair: -(pair[1].value or 0))
    return Picture(title, tuple(figures), bars(figures))


def listed_rows(
    teller: Teller,
    name: str,
    title: str,
    *,
    drill: tuple[tuple[str, str], ...] = (),
    columns: tuple[str, ...] = (),
    order: str = "",
    is_descending: bool = False,
    shown: int = 30,
) -> Rows:
    """The rows behind a figure as a list of the report; `columns` come after those every list has."""
    kpi = kpis()[name]
    asked = within(kpi, replace(teller.filters, drill=drill))
    page = Page(order_by=order or None, is_descending=is_descending, limit=MOST_ROWS)
    rows = teller.rows(name, asked, page)
    shared = _SHARED_COLUMNS if kpi.opens == "finding" else ()
    chosen = tuple(column for column in (*shared, *columns) if column in kpi.columns)
    return Rows(title, title, kpi, asked, rows, chosen, shown)


def _unit(format: str) -> str:  # noqa: A002
    """The unit of a change, where the figure does not say it."""
    return _("points") if format == "percent" else unit_name(format) if format == "days" else ""


def day_words(day: date) -> str:
    """2026年11月20日."""
    return _("{year}-{month:02}-{day:02}").format(year=day.year, month=day.month, day=day.day)
