"""One member of the staff: what is on record, training, running projects, and the newest weeks of work."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from data.schema import Section, Staff, StaffRecord
from queries.compose import conditions, relations_read
from queries.filters import Filters, Scope
from queries.source import Source


@dataclass(frozen=True)
class RecordEntry:
    """A dated fact; `value` is a code of the kind's list, or a name."""

    kind: str
    value: str
    fact_date: date


@dataclass(frozen=True)
class StaffRegister:
    """What the registers say of a person up to a day, the newest record first."""

    staff_id: int
    staff_code: str
    name: str
    section: str | None
    birth_date: date | None
    joined_date: date | None
    education: str | None
    civil_class: str | None
    records: tuple[RecordEntry, ...]


@dataclass(frozen=True)
class StaffStanding:
    """Where a person stands on the day; see queries/relations/as_of/staff_as_of.sql."""

    age: int | None
    staff_rank: str | None
    rank_date: date | None
    promotion_date: date | None
    promotion_state: str
    qualification: str | None
    talent: str | None
    has_computer_intermediate: bool


@dataclass(frozen=True)
class StaffTraining:
    """A course with what became of it for the person."""

    training: str
    training_state: str
    training_end_date: date


@dataclass(frozen=True)
class StaffProject:
    """A running project that the person is on."""

    project_id: int
    project: str
    member_part: str


@dataclass(frozen=True)
class StaffCard:
    """`half_hours` are those of the last four weeks."""

    as_of: date
    register: StaffRegister
    standing: StaffStanding
    training: tuple[StaffTraining, ...]
    projects: tuple[StaffProject, ...]
    half_hours: int


def staff_register(connection: Connection, staff_id: int, as_of: date) -> StaffRegister | None:
    """What is on record of a person; None where there is no such person. Who may see it is asked before."""
    row = connection.execute(
        select(Staff.__table__, Section.name.label("section"))
        .outerjoin(Section, Section.section_code == Staff.section_code)
        .where(Staff.staff_id == staff_id)
    ).first()
    if row is None:
        return None
    records = connection.execute(
        select(StaffRecord.kind, StaffRecord.value, StaffRecord.fact_date)
        .where(StaffRecord.staff_id == staff_id, StaffRecord.fact_date <= as_of)
        .order_by(StaffRecord.fact_date.desc(), StaffRecord.staff_record_id.desc())
    )
    return StaffRegister(
        staff_id,
        row.staff_code,
        row.name,
        row.section,
        row.birth_date,
        row.joined_date,
        row.education,
        row.civil_class,
        tuple(RecordEntry(*entry) for entry in records),
    )


def staff_card(
    source: Source, connection: Connection, staff_id: int, as_of: date, scope: Scope
) -> StaffCard | None:
    """The card, or None: the same for nobody in service, for one outside the scope, and without the right."""
    if not scope.sees_staff:
        return None
    where, parameters = conditions(source, None, Filters(as_of=as_of), scope)
    parameters |= {"staff_id": staff_id}

    def rows(sql: str) -> list[tuple[Any, ...]]:
        text = f"{sql} as t where t.staff_id = $staff_id and {where}"
        return source.rows(f"{relations_read(source, text, [as_of])} {text}", parameters)

    standing = rows(
        """select t.age, t.staff_rank, t.rank_date, t.promotion_date, t.promotion_state, t.qualification,
        t.talent, t.has_computer_intermediate from staff_as_of"""
    )
    register = staff_register(connection, staff_id, as_of) if standing else None
    if register is None:
        return None
    training = rows("select t.training, t.training_state, t.training_end_date from training_as_of")
    projects = rows("select t.project_id, t.project, t.member_part from staff_project_as_of")
    worked = rows(
        """select coalesce(sum(t.half_hours) filter (where t.week_date > t.as_of_date - 28), 0)
        from load_as_of"""
    )
    return StaffCard(
        as_of,
        register,
        StaffStanding(*standing[0]),
        tuple(
            sorted(
                (StaffTraining(*row) for row in training),
                key=lambda entry: entry.training_end_date,
                reverse=True,
            )
        ),
        tuple(StaffProject(*row) for row in projects),
        int(worked[0][0]) if worked else 0,
    )
