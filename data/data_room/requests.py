"""提供资料: what units are asked for, and what came of it: reminded, provided in part or in full, refused.

States are never written: the request keeps the days on which everything was received or refused, and the
state of any day follows from them (see queries/relations/as_of/data_request_as_of.sql). Every step is kept;
what was recorded by mistake is taken back by a step of its own. Who keeps the data room does all of it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Row, exists, insert, select, update

from data.access.permission import permit, permit_place
from data.access.roles import User
from data.bureau import bureau
from data.codes import REQUEST_STEP
from data.data_room.dataset_access import access_to
from data.engine import now, reading, writing
from data.events import DataRequestMade, DataRequestStepRecorded, record, take_turn
from data.language import _
from data.schema import DataRequest, DataRequestStep, Dataset, Project, Section, Unit

ACTION = "keep-data-room"
LONGEST_REQUEST = 200
LONGEST_NOTE = 2000


class RequestError(ValueError):
    """A rule stands against a request or a step of it; the message says which."""


@dataclass(frozen=True)
class NewRequest:
    """What a unit is asked for, and by when."""

    unit_id: int
    requested: str
    asked_date: date
    due_date: date
    project_id: int | None = None
    section_code: str | None = None


@dataclass(frozen=True)
class RequestStep:
    """A step of REQUEST_STEP; what was received may be linked to the dataset that it became."""

    kind: str
    fact_date: date
    note: str | None = None
    dataset_id: int | None = None


def ask_unit(engine: Engine, actor: User, request: NewRequest) -> int:
    """Ask a unit for data; returns the id. Without a section the request has that of its project.

    Raises RequestError, and NotPermittedError (recorded).
    """
    permit(engine, actor, ACTION, request.requested)
    with reading(engine) as connection:
        section_code, region_code = _place(connection, request)
    permit_place(engine, actor, ACTION, (section_code, region_code), request.requested)
    with writing(engine) as connection:
        take_turn(connection)
        _check_new(connection, request)
        code = _next_code(connection, request.asked_date.year)
        made = connection.execute(
            insert(DataRequest)
            .values(
                **vars(request) | {"requested": request.requested.strip(), "section_code": section_code},
                request_code=code,
                recorded_at=now(),
            )
            .returning(DataRequest.data_request_id)
        )
        request_id: int = made.scalar_one()
        unit = select(Unit.name).where(Unit.unit_id == request.unit_id)
        project = select(Project.project_code).where(Project.project_id == request.project_id)
        event = DataRequestMade(
            request_code=code,
            unit=connection.scalar(unit) or "",
            requested=request.requested.strip(),
            asked_date=request.asked_date,
            due_date=request.due_date,
            project_code=connection.scalar(project),
        )
        record(connection, actor.user_name, event)
    return request_id


def record_request_step(engine: Engine, actor: User, request_id: int, step: RequestStep) -> None:
    """Record a step of a request.

    Raises RequestError where a rule or somebody's earlier step stands against it, NotPermittedError
    (recorded).
    """
    with reading(engine) as connection:
        request = _existing(connection, request_id)
        is_seen = step.dataset_id is None or access_to(connection, actor, step.dataset_id).is_listed
    permit(engine, actor, ACTION, request.request_code)
    permit_place(engine, actor, ACTION, (request.section_code, request.region_code), request.request_code)
    if not is_seen:
        raise RequestError(_("There is no such dataset."))
    with writing(engine) as connection:
        take_turn(connection)
        request = _existing(connection, request_id)
        _check_step(connection, request, step)
        note = (step.note or "").strip() or None
        changed = _changes(step, note)
        if changed:
            which = DataRequest.data_request_id == request_id
            connection.execute(update(DataRequest).where(which).values(**changed))
        dataset = select(Dataset.name).where(Dataset.dataset_id == step.dataset_id)
        event = DataRequestStepRecorded(
            request_code=request.request_code,
            request_step=step.kind,
            fact_date=step.fact_date,
            dataset=connection.scalar(dataset),
            note=note,
        )
        connection.execute(
            insert(DataRequestStep).values(
                data_request_id=request_id,
                kind=step.kind,
                fact_date=step.fact_date,
                dataset_id=step.dataset_id,
                note=note,
                person=actor.display_name,
                recorded_at=now(),
                event_id=record(connection, actor.user_name, event),
            )
        )


def _place(connection: Connection, request: NewRequest) -> tuple[str | None, str | None]:
    """(section, region) that a new request belongs to."""
    of_project = select(Project.section_code).where(Project.project_id == request.project_id)
    of_unit = select(Unit.region_code).where(Unit.unit_id == request.unit_id)
    return request.section_code or connection.scalar(of_project), connection.scalar(of_unit)


def _existing(connection: Connection, request_id: int) -> Row[Any]:
    found = connection.execute(
        select(DataRequest.__table__, Unit.region_code)
        .join(Unit, Unit.unit_id == DataRequest.unit_id)
        .where(DataRequest.data_request_id == request_id)
    ).first()
    if found is None:
        raise RequestError(_("There is no such request."))
    return found


def _check_new(connection: Connection, request: NewRequest) -> None:
    if not 0 < len(request.requested.strip()) <= LONGEST_REQUEST:
        words = _("Say in 1 to {length} characters what is asked for.")
        raise RequestError(words.format(length=LONGEST_REQUEST))
    _check_past(connection, request.asked_date)
    if request.due_date < request.asked_date:
        raise RequestError(_("It cannot be due before it is asked for."))
    for key, column, words in (
        (request.unit_id, Unit.unit_id, _("Choose the unit that is asked.")),
        (request.project_id, Project.project_id, _("There is no such project.")),
        (request.section_code, Section.section_code, _("There is no such section.")),
    ):
        if key is not None and not connection.scalar(select(exists().where(column == key))):
            raise RequestError(words)


def _check_step(connection: Connection, request: Row[Any], step: RequestStep) -> None:
    REQUEST_STEP[step.kind]
    _check_past(connection, step.fact_date)
    if step.fact_date < request.asked_date:
        words = _("It was asked for on {day}; nothing can lie before it.")
        raise RequestError(words.format(day=request.asked_date))
    if len(step.note or "") > LONGEST_NOTE:
        raise RequestError(_("A note has at most {length} characters.").format(length=LONGEST_NOTE))
    has_note = bool((step.note or "").strip())
    if step.kind == "taken_back":
        if request.received_date is None and request.refused_date is None:
            raise RequestError(_("Nothing is recorded that could be taken back."))
        if not has_note:
            raise RequestError(_("Say why the record is taken back."))
        return
    if request.received_date is not None:
        words = _("It was received on {day} already. Nothing was changed.")
        raise RequestError(words.format(day=request.received_date))
    if step.kind == "refused":
        if request.refused_date is not None:
            words = _("It was refused on {day} already. Nothing was changed.")
            raise RequestError(words.format(day=request.refused_date))
        if not has_note:
            raise RequestError(_("Write down the reason that the unit gives."))


def _changes(step: RequestStep, note: str | None) -> dict[str, Any]:
    """What a step changes in the request itself."""
    match step.kind:
        case "received":
            linked = {"dataset_id": step.dataset_id} if step.dataset_id is not None else {}
            return {"received_date": step.fact_date} | linked
        case "received_part":
            return {"dataset_id": step.dataset_id} if step.dataset_id is not None else {}
        case "refused":
            return {"refused_date": step.fact_date, "refusal_reason": note}
        case "taken_back":
            names = ("received_date", "refused_date", "refusal_reason", "dataset_id")
            return dict.fromkeys(names)
    return {}


def _check_past(connection: Connection, day: date) -> None:
    today = bureau(connection).as_of
    if day > today:
        raise RequestError(_("A fact cannot lie after today, {day}.").format(day=today))


def _next_code(connection: Connection, year: int) -> str:
    """The first free number of the year. Writers queue, so nobody takes it in between."""
    prefix = f"XQ-{year}-"
    codes = select(DataRequest.request_code).where(DataRequest.request_code.startswith(prefix))
    taken = set(connection.scalars(codes))
    number = 1
    while f"{prefix}{number:03d}" in taken:
        number += 1
    return f"{prefix}{number:03d}"
