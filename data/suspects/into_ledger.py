"""A confirmed suspect becomes a finding of the ledger in one step, linked both ways."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Engine, insert, select

from data.access.permission import permit, permit_place, refuse
from data.access.roles import COMMAND_LINE, User
from data.bureau import bureau
from data.codes import NATURE, RECTIFICATION_TYPE, label
from data.engine import now, reading, writing
from data.events import take_turn
from data.language import _
from data.schema import Finding, ProblemClass, Project, Rectification, Suspect, Unit
from data.suspects.moving import ACTION, Step, SuspectStepError, write_step
from data.suspects.standing import Standing, may_work_on, standings
from data.suspects.transitions import BY_ACT

ENTER = BY_ACT["enter"]


@dataclass(frozen=True)
class NewFinding:
    """What the ledger has to know of a finding. Dates are days of facts; amounts are 分.

    `finding_code` empty: the next free number of the project.
    """

    project_id: int
    unit_id: int
    title: str
    description: str = ""
    problem_class_code: str | None = None
    nature: str | None = None
    amount_fen: int | None = None
    legal_basis: str = ""
    rectification_type: str | None = None
    due_date: date | None = None
    found_date: date | None = None
    finding_code: str = ""


def enter(engine: Engine, user: User, suspect_id: int, revision: int, finding: NewFinding) -> int:
    """Write the finding and the suspect's step together; the finding's id.

    Raises SuspectStepError for what is missing, was changed meanwhile or is not confirmed, and
    NotPermittedError (recorded).
    """
    if user != COMMAND_LINE:
        permit(engine, user, ACTION, ENTER.act)
    with reading(engine) as connection:
        standing = _standing(connection, suspect_id, revision)
        is_theirs = may_work_on(connection, user, standing)
        project = _project(connection, finding)
    if not is_theirs:
        refuse(engine, user, ACTION, ENTER.act)
    permit_place(engine, user, ACTION, (project.section_code, project.region_code), project.project_code)
    _check_said(finding)
    with writing(engine) as connection:
        take_turn(connection)
        standing = _standing(connection, suspect_id, revision)
        day = finding.found_date or bureau(connection).as_of
        _check(connection, standing, finding, day)
        code = finding.finding_code.strip() or _next_code(connection, project)
        finding_id = _insert(connection, standing, finding, project, code=code, day=day)
        step = Step(ENTER.act, amount_fen=finding.amount_fen)
        written = (finding_id, code)
        write_step(connection, user, [suspect_id], transition=ENTER, step=step, day=day, finding=written)
    return finding_id


def _standing(connection: Connection, suspect_id: int, revision: int) -> Standing:
    standing = standings(connection, [suspect_id]).get(suspect_id)
    if standing is None:
        raise SuspectStepError(_("There is no suspect {numbers}.").format(numbers=suspect_id))
    if standing.revision != revision:
        raise SuspectStepError(
            _("Somebody else has worked on suspect {numbers} meanwhile; look at it again.").format(
                numbers=suspect_id
            )
        )
    if standing.state not in ENTER.from_states:
        raise SuspectStepError(
            _("“{act}” cannot be done with suspect {numbers}: {state}.").format(
                act=_(ENTER.title), numbers=suspect_id, state=label("suspect_state", standing.state)
            )
        )
    return standing


def _project(connection: Connection, finding: NewFinding) -> Project:
    row = connection.execute(select(Project).where(Project.project_id == finding.project_id)).first()
    if row is None:
        raise SuspectStepError(_("Choose the project that the finding belongs to."))
    return row  # type: ignore[return-value]


def _check_said(finding: NewFinding) -> None:
    if not finding.title.strip():
        raise SuspectStepError(_("Give the finding a title."))
    if finding.amount_fen is not None and finding.amount_fen < 0:
        raise SuspectStepError(_("An amount cannot be less than nought."))
    if finding.nature is not None:
        NATURE[finding.nature]
    if finding.rectification_type is not None:
        RECTIFICATION_TYPE[finding.rectification_type]


def _check(connection: Connection, standing: Standing, finding: NewFinding, day: date) -> None:
    if connection.scalar(select(Unit.unit_id).where(Unit.unit_id == finding.unit_id)) is None:
        raise SuspectStepError(_("Choose the audited unit."))
    known = select(ProblemClass.problem_class_code)
    if finding.problem_class_code and (
        connection.scalar(known.where(ProblemClass.problem_class_code == finding.problem_class_code)) is None
    ):
        raise SuspectStepError(_("There is no such problem class."))
    if day > bureau(connection).as_of:
        raise SuspectStepError(_("The day lies in the future."))
    if day < standing.last_date:
        raise SuspectStepError(
            _("Suspect {numbers} took its last step later than that day.").format(numbers=standing.suspect_id)
        )
    if finding.due_date is not None and finding.due_date < day:
        raise SuspectStepError(_("The limit for rectifying lies before the finding."))
    code = finding.finding_code.strip()
    if code and connection.scalar(select(Finding.finding_id).where(Finding.finding_code == code)):
        raise SuspectStepError(_("There is a finding {code} already.").format(code=code))


def _next_code(connection: Connection, project: Project) -> str:
    """The project's number and the next running number after those of its findings."""
    prefix = f"{project.project_code}-"
    codes = connection.scalars(select(Finding.finding_code).where(Finding.project_id == project.project_id))
    numbers = [code.removeprefix(prefix) for code in codes if code.startswith(prefix)]
    last = max((int(number) for number in numbers if number.isdecimal()), default=0)
    code = f"{prefix}{last + 1:03d}"
    while connection.scalar(select(Finding.finding_id).where(Finding.finding_code == code)):
        last += 1
        code = f"{prefix}{last + 1:03d}"
    return code


def _insert(
    connection: Connection,
    standing: Standing,
    finding: NewFinding,
    project: Project,
    *,
    code: str,
    day: date,
) -> int:
    """The finding lies where its project does, for which the right was asked, wherever the data came from."""
    of_unit = select(Unit.region_code).where(Unit.unit_id == finding.unit_id)
    model = connection.scalar(select(Suspect.model_code).where(Suspect.suspect_id == standing.suspect_id))
    finding_id = connection.scalars(
        insert(Finding)
        .values(
            finding_code=code,
            project_id=finding.project_id,
            unit_id=finding.unit_id,
            region_code=project.region_code or connection.scalar(of_unit),
            section_code=project.section_code,
            title=finding.title.strip(),
            description=finding.description.strip() or None,
            problem_class_code=finding.problem_class_code or None,
            nature=finding.nature,
            legal_basis=finding.legal_basis.strip() or None,
            amount_fen=finding.amount_fen,
            is_major=False,
            has_leader_instruction=False,
            is_repeat=False,
            suspect_id=standing.suspect_id,
            suspect_reference=f"{model}-{standing.suspect_id}",
            found_date=day,
            is_found_date_assumed=False,
            source=None,
            recorded_at=now(),
        )
        .returning(Finding.finding_id)
    ).one()
    connection.execute(
        insert(Rectification).values(
            finding_id=finding_id,
            rectification_type=finding.rectification_type,
            responsible_unit_id=finding.unit_id,
            due_date=finding.due_date,
        )
    )
    return int(finding_id)
