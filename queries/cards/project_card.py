"""One project with all that is known of it: its standing, visit, team, work, documents and officials."""

from dataclasses import dataclass
from datetime import date

from queries.cards.project_stages import Stage, project_stages
from queries.cards.project_standing import ProjectStanding, project_standing
from queries.cards.project_visit import Visit, project_visit
from queries.compose import relations_read
from queries.filters import Scope
from queries.source import Source


@dataclass(frozen=True)
class Member:
    """One member of the team, with the days on it and the half hours worked up to the day of the card."""

    staff: str
    section: str | None
    part: str
    from_date: date | None
    to_date: date | None
    half_hours: int


@dataclass(frozen=True)
class Document:
    """A report or decision of the project issued up to the day of the card."""

    kind: str
    document_number: str
    issued_date: date | None
    delivered_date: date | None


@dataclass(frozen=True)
class AuditedOfficial:
    """An official whom the project audits in a post."""

    official_id: int
    name: str
    title: str
    occasion: str


@dataclass(frozen=True)
class ProjectCard:
    """`visit` is None where nobody entered a site; `half_hours` are those worked by mode."""

    as_of: date
    standing: ProjectStanding
    stages: tuple[Stage, ...]
    visit: Visit | None
    team: tuple[Member, ...]
    half_hours: dict[str, int]
    documents: tuple[Document, ...]
    officials: tuple[AuditedOfficial, ...]
    library_title: str | None


def project_card(source: Source, project_id: int, as_of: date, scope: Scope) -> ProjectCard | None:
    """The card, or None: the same answer for a project that does not exist and for one outside the scope."""
    standing = project_standing(source, project_id, as_of, scope)
    if standing is None:
        return None
    asked = {"project_id": project_id, "as_of": as_of}
    work = relations_read(source, "from work_as_of", [as_of])
    team = source.rows(
        work
        + """ select s.name, o.name, m.part, m.from_date, m.to_date, coalesce(w.half_hours, 0)
        from project_member as m
        join staff as s on s.staff_id = m.staff_id
        left join section as o on o.section_code = s.section_code
        left join (
            select staff_id, sum(half_hours) as half_hours from work_as_of
            where project_id = $project_id group by staff_id
        ) as w on w.staff_id = m.staff_id
        where m.project_id = $project_id and coalesce(m.from_date <= cast($as_of as date), true)
        order by list_position(['business_lead', 'data_lead', 'member'], m.part), s.staff_code""",
        asked,
    )
    half_hours = source.rows(
        work
        + """ select work_mode, cast(sum(half_hours) as bigint) from work_as_of
        where project_id = $project_id group by work_mode order by work_mode""",
        asked,
    )
    documents = source.rows(
        """select report_kind, document_number, issued_date, delivered_date from report
        where project_id = $project_id and coalesce(issued_date <= cast($as_of as date), true)
        order by issued_date, document_number""",
        asked,
    )
    officials = source.rows(
        """select o.official_id, o.name, p.title, a.occasion
        from post_audit as a join post as p using (post_id) join official as o using (official_id)
        where a.project_id = $project_id order by p.post_id""",
        asked,
    )
    library = source.rows("select title from library_item where project_id = $project_id", asked)
    return ProjectCard(
        as_of=as_of,
        standing=standing,
        stages=project_stages(source, [project_id], as_of, scope).get(project_id, ()),
        visit=_visit(source, standing, as_of),
        team=tuple(Member(*row) for row in team),
        half_hours=dict(half_hours),
        documents=tuple(Document(*row) for row in documents),
        officials=tuple(AuditedOfficial(*row) for row in officials),
        library_title=library[0][0] if library else None,
    )


def _visit(source: Source, standing: ProjectStanding, as_of: date) -> Visit | None:
    last = standing.exit_date or (as_of if standing.is_on_site else None)
    if standing.entry_date is None or standing.is_desk_only or last is None or last < standing.entry_date:
        return None
    return project_visit(source, standing.project_id, standing.entry_date, last, as_of)
