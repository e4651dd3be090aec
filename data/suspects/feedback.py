"""反馈表 on its way back: read as a whole, told line by line what would be entered, then entered.

What is sound is entered and what is not stays out with its reason: nothing is lost, because the same sheet,
put right, may come again, and what was entered before is recognised.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hmac import compare_digest

from sqlalchemy import Connection, Engine, select

from data.access.permission import permit
from data.access.roles import COMMAND_LINE, User
from data.bureau import bureau
from data.codes import SUSPECT_STATE, label
from data.engine import reading, writing
from data.events import FeedbackBroughtIn, record, take_turn
from data.intake.reading.sheet import Sheet
from data.intake.reading.source import read_source
from data.intake.refused import FileRefusedError, ValueRefusedError
from data.intake.values.dates import day as day_of
from data.intake.values.money import fen
from data.intake.values.words import Cell
from data.language import _
from data.schema import Suspect, SuspectStep
from data.signed_sheet import CheckedSheet, Sent, cell_text, headings, sent, spellings
from data.suspects.feedback_sheet import COLUMNS, receiver_key, signature
from data.suspects.moving import ACTION, Step, write_step
from data.suspects.standing import Standing, may_work_on, standings
from data.suspects.transitions import ANSWERS, BY_ACT

_LONGEST_ACCOUNT = 2_000
_NEEDED = ("answer", "account", "check")
_OUT = ("issued", "checking")


@dataclass(frozen=True)
class Answer:
    """What the receiver filled in on one line. `act` is one of ANSWERS; "" where there is no answer."""

    line: int
    sent: Sent | None
    act: str = ""
    amount_fen: int | None = None
    account: str = ""
    checked_by: str = ""
    checked_date: date | None = None
    fault: str = ""

    @property
    def note(self) -> str:
        """The account with who checked it, as it stands in the course of the suspect."""
        return f"{self.account}（核实人：{self.checked_by}）" if self.checked_by else self.account


@dataclass(frozen=True)
class Checked:
    """A line and what becomes of it; see data/signed_sheet.py."""

    answer: Answer
    fate: str
    reason: str = ""
    entity: str = ""


def check_feedback(engine: Engine, user: User, file_name: str, content: bytes) -> CheckedSheet[Checked]:
    """What would be entered from a sheet; nothing is written.

    Raises FileRefusedError for a file that is no feedback sheet, and NotPermittedError (recorded).
    """
    if user != COMMAND_LINE:
        permit(engine, user, ACTION, file_name)
    source = read_source(file_name, content)
    answers = [answer for sheet in source.sheets for answer in _answers(sheet)]
    if not answers:
        raise FileRefusedError(
            _("This is no feedback sheet of this program: it has no line with a check value.")
        )
    with reading(engine) as connection:
        lines = _checked(connection, user, answers)
    return CheckedSheet(source.file_name, source.sha256, lines)


def bring_in(engine: Engine, user: User, feedback: CheckedSheet[Checked]) -> CheckedSheet[Checked]:
    """Enter what is sound, all of it in one transaction; the sheet as it was checked then.

    Each line is checked again: what somebody else changed since the preview stays out with its reason.
    Raises NotPermittedError (recorded).
    """
    if user != COMMAND_LINE:
        permit(engine, user, ACTION, feedback.file_name)
    with writing(engine) as connection:
        take_turn(connection)
        lines = _checked(connection, user, [line.answer for line in feedback.lines])
        today = bureau(connection).as_of
        entered = [line for line in lines if line.fate == "enter"]
        for line in entered:
            _write(connection, user, line.answer, today)
        if entered:
            left_out = sum(line.fate == "fault" for line in lines)
            event = FeedbackBroughtIn(feedback.file_name, feedback.sha256, len(entered), left_out)
            record(connection, user.user_name, event)
    return replace(feedback, lines=lines)


def _write(connection: Connection, user: User, answer: Answer, today: date) -> None:
    assert answer.sent is not None  # what has no number is a fault
    step = Step(answer.act, answer.note, amount_fen=answer.amount_fen)
    write_step(
        connection,
        user,
        [answer.sent.number],
        transition=BY_ACT[answer.act],
        step=step,
        day=answer.checked_date or today,
    )


def _answers(sheet: Sheet) -> list[Answer]:
    """The lines of a sheet that carry a check value, or should: below the headings."""
    headed = headings(sheet, COLUMNS, _NEEDED)
    if headed is None:
        return []
    first, places = headed
    found = []
    for row, line in zip(sheet.rows[first + 1 :], sheet.lines[first + 1 :], strict=True):
        cells = {name: row[place] if place < len(row) else "" for name, place in places.items()}
        if any(cell_text(cells.get(name, "")) for name in (*_NEEDED, "suspect_id")):
            found.append(_answer(line, cells))
    return found


def _answer(line: int, cells: Mapping[str, Cell]) -> Answer:
    number = sent(cell_text(cells["check"]))
    answer = Answer(line, number)
    if number is None:
        return replace(answer, fault=_("The check value is missing or was changed."))
    told = cell_text(cells["answer"])
    others = ("confirmed", "account", "checked_by", "checked_date")
    if not told:
        is_begun = any(cell_text(cells.get(name, "")) for name in others)
        return replace(answer, fault=_("The result of the check is missing.") if is_begun else "")
    acts = {words: act for act, state in ANSWERS.items() for words in spellings(SUSPECT_STATE[state])}
    if told not in acts:
        return replace(answer, fault=_("“{told}” is none of the results.").format(told=told))
    try:
        return replace(answer, act=acts[told], **_said(cells))  # type: ignore[arg-type]
    except ValueRefusedError as error:
        return replace(answer, act=acts[told], fault=str(error))


def _said(cells: Mapping[str, Cell]) -> dict[str, object]:
    confirmed, checked = cells.get("confirmed", ""), cells.get("checked_date", "")
    return {
        "amount_fen": _amount(confirmed) if cell_text(confirmed) else None,
        "account": cell_text(cells["account"]),
        "checked_by": cell_text(cells.get("checked_by", "")),
        "checked_date": _date(checked) if cell_text(checked) else None,
    }


def _amount(cell: Cell) -> int:
    try:
        return fen(cell)
    except ValueRefusedError as error:
        words = _("Amount confirmed: {reason}").format(reason=error)
        raise ValueRefusedError(words) from error


def _date(cell: Cell) -> date:
    try:
        return day_of(cell)
    except ValueRefusedError as error:
        words = _("Date of the check: {reason}").format(reason=error)
        raise ValueRefusedError(words) from error


def _checked(connection: Connection, user: User, answers: Sequence[Answer]) -> tuple[Checked, ...]:
    """Every line against the suspects as they stand."""
    ids = [answer.sent.number for answer in answers if answer.sent]
    there = standings(connection, ids)
    kept = _kept(connection, ids)
    steps = _steps(connection, ids)
    today = bureau(connection).as_of
    first_line: dict[int, int] = {}
    found = []
    for answer in answers:
        number = answer.sent.number if answer.sent else 0
        standing, row = there.get(number), kept.get(number)
        entity = row.entity_reference if row else ""
        if answer.sent is None or answer.fault:
            found.append(Checked(answer, "fault", answer.fault, entity))
        elif standing is None or row is None or (to := _receiver(answer.sent, row, steps[number])) is None:
            found.append(Checked(answer, "fault", _("This suspect was not sent out from here.")))
        elif to != receiver_key(standing.to_section_code, standing.to_region_code):
            words = _("The suspect is issued to somebody else now than the sheet went to.")
            found.append(Checked(answer, "fault", words, entity))
        elif not answer.act:
            found.append(Checked(answer, "blank", "", entity))
        elif number in first_line:
            words = _("The same suspect stands in line {line}.").format(line=first_line[number])
            found.append(Checked(answer, "fault", words, entity))
        else:
            first_line[number] = answer.line
            since = steps[number][len(steps[number]) - (standing.revision - answer.sent.revision) :]
            if _is_same(answer, since):
                found.append(Checked(answer, "same", "", entity))
            else:
                reason = _reason(answer, standing, since, today)
                if not may_work_on(connection, user, standing):
                    reason = _("Somebody else checks this suspect: you may not answer for them.")
                found.append(Checked(answer, "fault" if reason else "enter", reason, entity))
    return tuple(found)


def _kept(connection: Connection, ids: list[int]) -> dict[int, Suspect]:
    columns = (Suspect.suspect_id, Suspect.entity_reference, Suspect.recorded_at)
    rows = connection.execute(select(*columns).where(Suspect.suspect_id.in_(ids)))
    return {row.suspect_id: row for row in rows}  # type: ignore[misc]


def _steps(connection: Connection, ids: list[int]) -> dict[int, list[SuspectStep]]:
    """The steps of each suspect in the order in which they were written."""
    found: dict[int, list[SuspectStep]] = {number: [] for number in ids}
    question = select(SuspectStep.__table__).where(SuspectStep.suspect_id.in_(ids))
    for row in connection.execute(question.order_by(SuspectStep.suspect_step_id)):
        found[row.suspect_id].append(row)  # type: ignore[arg-type]
    return found


def _receiver(told: Sent, row: Suspect, steps: Sequence[SuspectStep]) -> str | None:
    """Whom the line went to, of those that the suspect was ever issued to; None where it is none of ours."""
    receivers = {receiver_key(step.to_section_code, step.to_region_code) for step in steps} | {""}
    return next(
        (
            receiver
            for receiver in sorted(receivers)
            if compare_digest(
                told.signature, signature(told.number, told.revision, receiver, row.recorded_at)
            )
        ),
        None,
    )


def _is_same(answer: Answer, since: Sequence[SuspectStep]) -> bool:
    """Whether exactly this answer was entered since the sheet went out."""
    return any(
        step.state == ANSWERS[answer.act]
        and step.note == (answer.note or None)
        and step.amount_fen == answer.amount_fen
        and answer.checked_date in {None, step.fact_date}
        for step in since
    )


def _reason(answer: Answer, standing: Standing, since: Sequence[SuspectStep], today: date) -> str:
    """Why the answer cannot be entered; "" where it can."""
    day = answer.checked_date or today
    changed = [step for step in since if step.state != "checking"]
    rules = (
        (
            bool(changed),
            _("The suspect was changed since the sheet went out; it is now: {state}.").format(
                state=label("suspect_state", standing.state)
            ),
        ),
        (
            standing.state not in _OUT,
            _("The suspect waits for no answer; it is: {state}.").format(
                state=label("suspect_state", standing.state)
            ),
        ),
        (not answer.account, _("The account of the check is missing.")),
        (
            len(answer.note) > _LONGEST_ACCOUNT,
            _("The account is longer than {most} letters.").format(most=_LONGEST_ACCOUNT),
        ),
        (answer.amount_fen is not None and answer.amount_fen < 0, _("An amount cannot be less than nought.")),
        (
            answer.act == "refute" and bool(answer.amount_fen),
            _("What is not confirmed has no amount confirmed."),
        ),
        (day > today, _("The day lies in the future.")),
        (
            day < standing.last_date,
            _("The check lies before the last step, {day}.").format(day=standing.last_date.isoformat()),
        ),
    )
    return next((words for is_broken, words in rules if is_broken), "")
