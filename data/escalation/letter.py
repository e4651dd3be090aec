"""A letter of 督办 as it stands: what it says, what became of it, what was answered, and who may touch it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Engine, select

from data.access.permission import is_in_place, permit, refuse
from data.access.roles import COMMAND_LINE, User
from data.bureau import bureau
from data.codes import ESCALATION_STEP
from data.engine import reading
from data.escalation.deciding import EscalationError
from data.language import _, in_chinese
from data.ledger.finding_place import Place, finding_places
from data.letters.placeholders import LetterText, ListedFinding
from data.schema import (
    EscalationLetter,
    EscalationLetterFinding,
    EscalationReply,
    Finding,
    Project,
    SupervisionStep,
    Unit,
)
from data.stem_of import stem_of

SUBJECT = "escalation_letter"  # of attachments and of the log


@dataclass(frozen=True)
class Reply:
    """What came back, and when."""

    received_date: date
    content: str
    user_name: str


@dataclass(frozen=True)
class LetterSeen:
    """A letter as it stands now. `text` is all that it says, `finding_ids` in the order of its findings."""

    letter_id: int
    unit_id: int
    text: LetterText
    finding_ids: tuple[int, ...]
    sha256: str | None
    cancelled_date: date | None
    cancel_reason: str
    replies: tuple[Reply, ...]
    place: Place

    @property
    def is_waiting(self) -> bool:
        """Whether it was decided and has neither gone out nor been cancelled."""
        return self.text.sent_date is None and self.cancelled_date is None


def letter_seen(connection: Connection, letter_id: int) -> LetterSeen | None:
    """The letter with that number; None where there is none."""
    row = connection.execute(
        select(EscalationLetter.__table__, Unit.name.label("unit"))
        .join(Unit, Unit.unit_id == EscalationLetter.unit_id)
        .where(EscalationLetter.escalation_letter_id == letter_id)
    ).one_or_none()
    if row is None:
        return None
    listed = connection.execute(
        select(
            EscalationLetterFinding.__table__,
            Finding.finding_code,
            Finding.title,
            Project.name.label("project"),
        )
        .join(Finding, Finding.finding_id == EscalationLetterFinding.finding_id)
        .join(Project, Project.project_id == Finding.project_id)
        .where(EscalationLetterFinding.escalation_letter_id == letter_id)
        .order_by(EscalationLetterFinding.due_date, Finding.finding_id)
    ).all()
    ids = tuple(each.finding_id for each in listed)
    steps = _steps_before(connection, ids, row.decided_date)
    replies = connection.execute(
        select(EscalationReply.received_date, EscalationReply.content, EscalationReply.user_name)
        .where(EscalationReply.escalation_letter_id == letter_id)
        .order_by(EscalationReply.received_date, EscalationReply.escalation_reply_id)
    )
    return LetterSeen(
        letter_id=letter_id,
        unit_id=row.unit_id,
        text=LetterText(
            step=row.step,
            bureau=bureau(connection).name,
            addressee=row.addressee,
            unit=row.unit,
            demand=row.demand,
            decided_date=row.decided_date,
            answer_due_date=row.answer_due_date,
            document_number=row.document_number or "",
            sent_date=row.sent_date,
            findings=tuple(
                ListedFinding(
                    each.finding_code,
                    each.title,
                    each.project,
                    each.amount_fen,
                    each.open_fen,
                    each.due_date,
                    steps.get(each.finding_id, ""),
                )
                for each in listed
            ),
        ),
        finding_ids=ids,
        sha256=row.sha256,
        cancelled_date=row.cancelled_date,
        cancel_reason=row.cancel_reason or "",
        replies=tuple(Reply(*each) for each in replies),
        place=finding_places(connection, ids[:1]).get(ids[0], (None, None)) if ids else (None, None),
    )


def _steps_before(connection: Connection, finding_ids: Sequence[int], day: date) -> dict[int, str]:
    """The rungs that each finding had reached before the decision, as the letter lists them."""
    rows = connection.execute(
        select(SupervisionStep.finding_id, SupervisionStep.kind, SupervisionStep.fact_date)
        .where(SupervisionStep.finding_id.in_(finding_ids), SupervisionStep.fact_date < day)
        .order_by(SupervisionStep.fact_date, SupervisionStep.supervision_step_id)
    )
    found: dict[int, list[str]] = {}
    for finding_id, kind, fact_date in rows:
        name = in_chinese(ESCALATION_STEP.get(kind, kind))
        found.setdefault(finding_id, []).append(f"{fact_date.isoformat()} {name}")
    return {finding_id: "；".join(words) for finding_id, words in found.items()}


def letter_file_name(seen: LetterSeen) -> str:
    """What it is, to whom, and its number or the day of the decision."""
    step = in_chinese(ESCALATION_STEP[seen.text.step])
    told = f"{step}_{seen.text.unit}_{seen.text.document_number or seen.text.decided_date.isoformat()}"
    return stem_of(told)[:120] + ".docx"


def the_letter(engine: Engine, letter_id: int) -> LetterSeen:
    """The letter. Raises KeyError for a number that is none."""
    with reading(engine) as connection:
        seen = letter_seen(connection, letter_id)
    if seen is None:
        raise KeyError(letter_id)
    return seen


def permit_letter(engine: Engine, user: User, action: str, seen: LetterSeen) -> None:
    """The user may do it, and it lies where they are bound to. Raises NotPermittedError (recorded)."""
    permit(engine, user, action, f"letter {seen.letter_id}")
    with reading(engine) as connection:
        is_inside = user == COMMAND_LINE or is_in_place(connection, user, seen.place)
    if not is_inside:
        refuse(engine, user, action, f"letter {seen.letter_id}")


def day_between(day: date, first: date, last: date) -> None:
    """Raise EscalationError for a day before the first or after the last."""
    if not first <= day <= last:
        raise EscalationError(
            _("The day {day} does not lie between {first} and {last}.").format(
                day=day.isoformat(), first=first.isoformat(), last=last.isoformat()
            )
        )
