"""One problem of the list of major problems on a day: how it stands, what was decided, what was told."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from data.ledger.finding_place import Place
from data.major_problems.standing import ListStep, WeekState, standing
from queries.compose import relations_read, seen_where_led
from queries.filters import Scope
from queries.major_problems.sections import section_names
from queries.major_problems.weeks import WeekCell, weeks_of
from queries.source import Source

_COLUMNS = (
    "t.finding_id, t.finding_code, t.title, t.unit, t.region, t.section, t.state, t.due_date, t.amount_fen, "
    "t.major_stage, t.major_criterion, t.lead_section, t.tracker, t.listed_date, t.left_list_date, "
    "t.days_on_list, t.weeks_missed, t.progress_percent, t.week_colour, t.is_owed_now"
)


@dataclass(frozen=True)
class MajorStanding:
    """How the problem stands on the day, by the same SQL as every figure."""

    finding_id: int
    finding_code: str
    title: str
    unit: str
    region: str | None
    section: str | None
    state: str
    due_date: date | None
    amount_fen: int | None
    major_stage: str
    major_criterion: str | None
    lead_section: str | None
    tracker: str | None
    listed_date: date | None
    left_list_date: date | None
    days_on_list: int | None
    weeks_missed: int
    progress_percent: int | None
    week_colour: str | None
    is_owed_now: bool


@dataclass(frozen=True)
class MajorProblemCard:
    """The problem as of a day: steps oldest first, `weeks` newest first, what was told of them.

    `place` is (section, region) of its finding; `sections` names those that lead or led.
    """

    standing: MajorStanding
    place: Place
    steps: tuple[ListStep, ...]
    weeks: tuple[WeekCell, ...]
    told: dict[date, WeekState]
    sections: dict[str, str]


def major_problem_card(
    source: Source, connection: Connection, finding_id: int, as_of: date, scope: Scope
) -> MajorProblemCard | None:
    """The card; None where it was neither on the list nor a candidate, or the reader may not see it."""
    where, parameters = seen_where_led(source, scope)
    rows = source.rows(
        f"""{relations_read(source, "from major_problem_as_of", [as_of])}
        select {_COLUMNS} from major_problem_as_of as t where t.finding_id = $finding_id and {where}""",
        parameters | {"finding_id": finding_id},
    )
    there = standing(connection, finding_id, as_of)
    if not rows or there is None:
        return None
    return MajorProblemCard(
        MajorStanding(*rows[0]),
        there.place,
        there.steps,
        tuple(weeks_of(source, finding_id, as_of, scope)),
        {week.week_date: week for week in there.weeks},
        section_names(connection),
    )
