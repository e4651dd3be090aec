"""One request to a unit: how it stands on a day, and what happened up to then."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from data.schema import Account, DataRequest, DataRequestStep, Dataset
from queries.administration.event_words import event_actor
from queries.compose import conditions, relations_read
from queries.filters import Filters, Scope
from queries.source import Source

_COLUMNS = (
    "t.data_request_id, t.request_code, t.requested, t.unit_id, t.unit, t.project_id, t.project_code, "
    "t.project, t.region, t.section, t.asked_date, t.limit_date, t.received_date, t.refused_date, "
    "t.reminders, t.parts_received, t.dataset_id, t.dataset, t.request_state, t.days_overdue"
)


@dataclass(frozen=True)
class RequestStanding:
    """One request on one day; see queries/relations/as_of/data_request_as_of.sql."""

    data_request_id: int
    request_code: str
    requested: str
    unit_id: int
    unit: str
    project_id: int | None
    project_code: str | None
    project: str | None
    region: str | None
    section: str | None
    asked_date: date
    due_date: date
    received_date: date | None
    refused_date: date | None
    reminders: int
    parts_received: int
    dataset_id: int | None
    dataset: str | None
    state: str
    days_overdue: int | None


@dataclass(frozen=True)
class CourseStep:
    """A step of REQUEST_STEP; `person` is None for what a register brought, which has no steps."""

    kind: str
    fact_date: date
    dataset: str | None
    person: str | None
    note: str | None


@dataclass(frozen=True)
class RequestCard:
    """`steps` go up to the day, oldest first; `refusal_reason` is what the unit gave, if it refused."""

    as_of: date
    standing: RequestStanding
    refusal_reason: str | None
    steps: tuple[CourseStep, ...]


def request_card(
    source: Source, connection: Connection, request_id: int, as_of: date, scope: Scope
) -> RequestCard | None:
    """The card, or None: the same for a request that is not there (yet) and for one outside the scope."""
    where, values = conditions(source, None, Filters(as_of=as_of), scope)
    sql = f"select {_COLUMNS} from data_request_as_of as t where t.data_request_id = $request_id and {where}"
    found = source.rows(f"{relations_read(source, sql, [as_of])} {sql}", values | {"request_id": request_id})
    if not found:
        return None
    standing = RequestStanding(*found[0])
    reason = select(DataRequest.refusal_reason).where(DataRequest.data_request_id == request_id)
    refusal_reason = connection.scalar(reason) if standing.refused_date else None
    return RequestCard(as_of, standing, refusal_reason, _course(connection, standing, refusal_reason, as_of))


def _course(
    connection: Connection, standing: RequestStanding, reason: str | None, as_of: date
) -> tuple[CourseStep, ...]:
    """The steps, and what a register says was received or refused without any."""
    question = (
        select(
            DataRequestStep.kind,
            DataRequestStep.fact_date,
            Dataset.title,
            DataRequestStep.person,
            DataRequestStep.note,
            Account.display_name,
        )
        .outerjoin(Account, Account.user_name == DataRequestStep.person)
        .outerjoin(Dataset, Dataset.dataset_id == DataRequestStep.dataset_id)
        .where(DataRequestStep.data_request_id == standing.data_request_id)
        .where(DataRequestStep.fact_date <= as_of)
        .order_by(DataRequestStep.fact_date, DataRequestStep.data_request_step_id)
    )
    steps = [
        CourseStep(kind, day, dataset, event_actor(person, called), note)
        for kind, day, dataset, person, note, called in connection.execute(question)
    ]
    known = {(step.kind, step.fact_date) for step in steps}
    for kind, day, note in (
        ("received", standing.received_date, None),
        ("refused", standing.refused_date, reason),
    ):
        if day is not None and (kind, day) not in known:
            steps.append(CourseStep(kind, day, None, None, note))
    return tuple(sorted(steps, key=lambda step: step.fact_date))
