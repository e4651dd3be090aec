"""What is offered where a suspect becomes a finding: its project, its unit, its problem class."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, or_, select

from data.schema import ProblemClass, Project, Suspect, SuspectParty, Unit
from queries.compose import conditions, relations_read
from queries.filters import Filters, Scope
from queries.source import Source


@dataclass(frozen=True)
class LedgerChoices:
    """By id or code, what each is called. Those that fit best come first: `units_proposed` are their number.

    `project_units` are the audited units of the projects.
    """

    projects: dict[int, str]
    project_units: dict[int, int]
    units: dict[int, str]
    units_proposed: int
    problem_classes: dict[str, str]


def ledger_choices(
    source: Source, connection: Connection, suspect_id: int, as_of: date, scope: Scope
) -> LedgerChoices:
    """The projects in the plan of this year and the last that the reader may see, those of the suspect's
    section and the running ones first; units with those whom the suspect touches first; all problem classes.
    """
    projects = _projects(source, connection, suspect_id, as_of, scope)
    proposed = _proposed(connection, suspect_id)
    units = {
        row.unit_id: row.name
        for row in connection.execute(select(Unit.unit_id, Unit.name).order_by(Unit.name, Unit.unit_id))
    }
    classes = {
        row.problem_class_code: row.name
        for row in connection.execute(
            select(ProblemClass.problem_class_code, ProblemClass.name).order_by(
                ProblemClass.problem_class_code
            )
        )
    }
    return LedgerChoices(
        projects=projects,
        project_units={
            row.project_id: row.unit_id
            for row in connection.execute(
                select(Project.project_id, Project.unit_id).where(
                    Project.project_id.in_(list(projects)), Project.unit_id.is_not(None)
                )
            )
        },
        units={unit_id: units[unit_id] for unit_id in proposed} | units,
        units_proposed=len(proposed),
        problem_classes={code: f"{code} {name}" for code, name in classes.items()},
    )


def _projects(
    source: Source, connection: Connection, suspect_id: int, as_of: date, scope: Scope
) -> dict[int, str]:
    section = connection.scalar(select(Suspect.section_code).where(Suspect.suspect_id == suspect_id))
    where, parameters = conditions(source, None, Filters(as_of=as_of), scope)
    rows = source.rows(
        f"""{relations_read(source, "from project_as_of", [as_of])}
        select t.project_id, t.project_code, t.project from project_as_of as t
        where {where} and t.plan_year between $first_year and $last_year
        order by coalesce(t.section_code = $suspect_section, false) desc,
            case t.project_state when 'running' then 0 when 'finished' then 1 else 2 end,
            t.plan_year desc, t.project_code""",
        parameters | {"first_year": as_of.year - 1, "last_year": as_of.year, "suspect_section": section},
    )
    return {project_id: f"{code} {name}" for project_id, code, name in rows}


def _proposed(connection: Connection, suspect_id: int) -> list[int]:
    """Units with the credit code or the name of whom the suspect touches or is about."""
    touched = connection.execute(
        select(SuspectParty.party_id, SuspectParty.name).where(SuspectParty.suspect_id == suspect_id)
    )
    told = {text for row in touched for text in (row.party_id, row.name) if text}
    entity = connection.execute(
        select(Suspect.entity_reference, Suspect.entity_id).where(Suspect.suspect_id == suspect_id)
    ).one()
    told |= {text for text in entity if text}
    question = select(Unit.unit_id).where(or_(Unit.credit_code.in_(told), Unit.name.in_(told)))
    return list(connection.scalars(question.order_by(Unit.unit_id)))
