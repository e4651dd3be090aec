"""The draft plan of a year: taken up from the project libraries, taken out again, approved.

A draft is a project that is in no plan yet. Every operation asks for its right itself and records its event
in the transaction of the change; two people at once work one after the other, and the second is told what
the first did.
"""

from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update

from data.access.permission import permit, permit_place, permit_whole
from data.access.roles import User
from data.bureau import bureau
from data.engine import reading, writing
from data.events import DraftPlanApproved, DraftWithdrawn, LibraryItemPromoted, record, take_turn
from data.language import _
from data.schema import (
    AuditObject,
    Finding,
    LibraryItem,
    PostAudit,
    Project,
    ProjectMember,
    ProjectObject,
    ProjectPause,
    ProjectStage,
    Report,
    Unit,
    WorkRecord,
)

ACTION = "maintain-plan"
LONGEST_DOCUMENT = 200
YEARS_AHEAD = 3  # further ahead nobody drafts a plan; an item waits in its library
_OF_A_DRAFT = (ProjectObject, ProjectStage, ProjectMember, PostAudit)
_SAYS_NOTHING = (None, "", False)
_OF_WORK = (Finding, Report, WorkRecord, ProjectPause)


class DraftPlanError(Exception):
    """A rule, or what somebody else did meanwhile, stands against it; the message says which."""


def promote_item(engine: Engine, actor: User, library_item_id: int, year: int) -> int:
    """Take an item up into the draft plan of a year; returns the id of the new project.

    Raises DraftPlanError where the item is taken up or dropped already, or the year's plan cannot be drafted.
    """
    permit(engine, actor, ACTION, str(library_item_id))
    with reading(engine) as connection:
        item = _existing_item(connection, library_item_id)
        place = _place(connection, item)
    permit_place(engine, actor, ACTION, place, item.title)
    with writing(engine) as connection:
        take_turn(connection)
        item = _existing_item(connection, library_item_id)
        _check_open(connection, item)
        today = bureau(connection).as_of
        if not today.year <= year <= today.year + YEARS_AHEAD:
            words = _("A plan can be drafted for the years {first} to {last}.")
            raise DraftPlanError(words.format(first=today.year, last=today.year + YEARS_AHEAD))
        project_id, code = _insert_draft(connection, item, year)
        connection.execute(
            update(LibraryItem)
            .where(LibraryItem.library_item_id == library_item_id)
            .values(project_id=project_id, promoted_date=today)
        )
        happening = LibraryItemPromoted(
            item_code=item.item_code,
            name=item.title,
            library=item.library,
            plan_year=year,
            project_code=code,
        )
        record(connection, actor.user_name, happening)
        return project_id


def withdraw_draft(engine: Engine, actor: User, project_id: int) -> None:
    """Take a project out of the draft plan; the item it came from is in its library again.

    The event lists what was planned for it; of a draft that no library brought, all that was known of it.
    Raises DraftPlanError where it is no draft (any more), or work on it is recorded.
    """
    permit(engine, actor, ACTION, str(project_id))
    with reading(engine) as connection:
        project = _existing_draft(connection, project_id)
    permit_place(engine, actor, ACTION, (project.section_code, project.region_code), project.project_code)
    with writing(engine) as connection:
        take_turn(connection)
        project = _existing_draft(connection, project_id)
        for worked in _OF_WORK:
            if connection.execute(select(worked.project_id).where(worked.project_id == project_id)).first():
                raise DraftPlanError(_("Work on this project is recorded: it cannot be taken out."))
        _check_not_begun(connection, project_id)
        item = connection.execute(
            select(LibraryItem.__table__).where(LibraryItem.project_id == project_id)
        ).first()
        dropped = _dropped(connection, project_id, is_from_library=item is not None)
        connection.execute(
            update(LibraryItem)
            .where(LibraryItem.project_id == project_id)
            .values(project_id=None, promoted_date=None)
        )
        for planned in _OF_A_DRAFT:
            connection.execute(delete(planned).where(planned.project_id == project_id))
        connection.execute(delete(Project).where(Project.project_id == project_id))
        happening = DraftWithdrawn(
            project_code=project.project_code,
            name=project.name,
            plan_year=project.plan_year,
            item_code=item.item_code if item else None,
            dropped=dropped,
        )
        record(connection, actor.user_name, happening)


def approve_draft(
    engine: Engine, actor: User, year: int, *, projects: frozenset[int], document: str, approved: date
) -> int:
    """Approve the draft plan of a year as the actor saw it; returns how many projects are in the plan now.

    `projects` are the ids of the drafts that were looked at: if others stand there meanwhile, nothing is
    approved. The projects are in the plan from the day `approved` on. Raises DraftPlanError.
    """
    permit_whole(engine, actor, ACTION, str(year))
    number = document.strip()
    if not 0 < len(number) <= LONGEST_DOCUMENT:
        raise DraftPlanError(_("Name the document that approves the plan."))
    with writing(engine) as connection:
        take_turn(connection)
        if approved > bureau(connection).as_of:
            raise DraftPlanError(_("The day of approval has not come yet."))
        drafts = connection.execute(
            select(Project.project_id, Project.project_code)
            .where(Project.is_draft.is_(True), Project.plan_year == year)
            .order_by(Project.project_code)
        ).all()
        if not drafts:
            raise DraftPlanError(_("There is no draft plan for {year} (any more).").format(year=year))
        if {draft.project_id for draft in drafts} != projects:
            raise DraftPlanError(_("The draft was changed meanwhile: look at it again, then approve it."))
        _check_promoted_before(connection, projects, approved)
        connection.execute(
            update(Project)
            .where(Project.project_id.in_(projects))
            .values(is_draft=False, in_plan_date=approved, plan_document=number)
        )
        happening = DraftPlanApproved(
            plan_year=year,
            document_number=number,
            fact_date=approved,
            projects=tuple(draft.project_code for draft in drafts),
        )
        record(connection, actor.user_name, happening)
        return len(drafts)


def _existing_item(connection: Connection, library_item_id: int) -> Row[Any]:
    found = connection.execute(
        select(LibraryItem.__table__).where(LibraryItem.library_item_id == library_item_id)
    ).first()
    if found is None:
        raise DraftPlanError(_("There is no such item in the libraries (any more)."))
    return found


def _existing_draft(connection: Connection, project_id: int) -> Row[Any]:
    found = connection.execute(select(Project.__table__).where(Project.project_id == project_id)).first()
    if found is None or not found.is_draft:
        raise DraftPlanError(_("This project is in no draft plan (any more)."))
    return found


def _check_not_begun(connection: Connection, project_id: int) -> None:
    """Raise DraftPlanError where a stage was reached, or an official was told of the audit or its result."""
    days = [
        ProjectStage.actual_date,
        PostAudit.notified_date,
        PostAudit.feedback_date,
        PostAudit.result_used_date,
    ]
    for day in days:
        table = day.class_
        begun = select(day).where(table.project_id == project_id, day.is_not(None)).order_by(day).limit(1)
        if (found := connection.scalar(begun)) is not None:
            words = _("Work on this project is recorded since {day}: it cannot be taken out.")
            raise DraftPlanError(words.format(day=found))


def _dropped(connection: Connection, project_id: int, *, is_from_library: bool) -> tuple[str, ...]:
    """What goes with a draft, a row each: its table and its columns as they were."""
    tables = _OF_A_DRAFT if is_from_library else (Project, *_OF_A_DRAFT)
    rows = []
    for kind in tables:
        for row in connection.execute(select(kind.__table__).where(kind.project_id == project_id)).mappings():
            held = [f"{name}={value}" for name, value in row.items() if value not in _SAYS_NOTHING]
            rows.append(f"{kind.__tablename__}: {', '.join(held)}")
    return tuple(rows)


def _place(connection: Connection, item: Row[Any]) -> tuple[str | None, str | None]:
    """(section, region) of an item; without its own it has those of its object, or of that one's unit."""
    row = connection.execute(
        select(AuditObject.section_code, func.coalesce(AuditObject.region_code, Unit.region_code))
        .outerjoin(Unit, Unit.unit_id == AuditObject.unit_id)
        .where(AuditObject.audit_object_id == item.audit_object_id)
    ).first()
    section, region = row or (None, None)
    return item.section_code or section, item.region_code or region


def _check_open(connection: Connection, item: Row[Any]) -> None:
    if item.project_id is not None:
        year = connection.scalar(select(Project.plan_year).where(Project.project_id == item.project_id))
        raise DraftPlanError(_("The plan of {year} has taken up this item already.").format(year=year))
    if item.dropped_date is not None:
        raise DraftPlanError(_("This item was dropped on {day}.").format(day=item.dropped_date))


def _insert_draft(connection: Connection, item: Row[Any], year: int) -> tuple[int, str]:
    section, region = _place(connection, item)
    unit_id = connection.scalar(
        select(AuditObject.unit_id).where(AuditObject.audit_object_id == item.audit_object_id)
    )
    code = _next_code(connection, f"{year}-")
    inserted = connection.execute(
        insert(Project)
        .values(
            project_code=code,
            name=item.title,
            plan_year=year,
            project_type=item.project_type,
            section_code=section,
            region_code=region,
            unit_id=unit_id,
            is_draft=True,
        )
        .returning(Project.project_id)
    )
    project_id: int = inserted.scalar_one()
    if item.audit_object_id is not None and unit_id is None:  # a policy, a fund or works
        connection.execute(
            insert(ProjectObject).values(project_id=project_id, audit_object_id=item.audit_object_id)
        )
    return project_id, code


def _next_code(connection: Connection, prefix: str) -> str:
    """The number behind the highest of the year. Writers queue, so nobody takes it in between."""
    codes = connection.scalars(select(Project.project_code).where(Project.project_code.startswith(prefix)))
    numbers = [int(code.removeprefix(prefix)) for code in codes if code.removeprefix(prefix).isdecimal()]
    return f"{prefix}{max(numbers, default=0) + 1:04d}"


def _check_promoted_before(connection: Connection, projects: frozenset[int], approved: date) -> None:
    last = connection.scalars(
        select(LibraryItem.promoted_date)
        .where(LibraryItem.project_id.in_(projects))
        .order_by(LibraryItem.promoted_date.desc())
    ).first()
    if last is not None and approved < last:
        words = _("The draft took up an item on {day}: it cannot have been approved before.")
        raise DraftPlanError(words.format(day=last))
