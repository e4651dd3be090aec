"""整改反馈表 on its way back: read as a whole, told line by line what would be entered, then entered.

Each answer is a step like any other and passes the same rules. What does not fit stays out with its reason;
the same sheet may come again, and what was entered before is recognised.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hmac import compare_digest

from sqlalchemy import Connection, Engine, func, select

from data.access.permission import permit
from data.access.roles import User
from data.closing.answer_sheet import ANSWERS, COLUMNS, signature
from data.closing.moving import Asked, Outcome, take_steps
from data.closing.step import Step
from data.closing.transitions import BY_ACT
from data.codes import MONEY_KIND
from data.engine import reading
from data.intake.reading.sheet import Sheet
from data.intake.reading.source import read_source
from data.intake.refused import FileRefusedError, ValueRefusedError
from data.intake.values.dates import day as day_of
from data.intake.values.money import fen
from data.intake.values.words import Cell
from data.language import _
from data.schema import Finding, Milestone, Rectification, RectifiedMoney
from data.signed_sheet import CheckedSheet, Sent, cell_text, headings, sent, spellings

ACTION = "work-findings"
_NEEDED = ("answer", "account", "check")
# What may have happened since the sheet went out without making its answers old.
_HARMLESS = ("measured", "progressed", "extension_asked", "extended", "extension_refused")


@dataclass(frozen=True)
class Answer:
    """What the unit filled in on one line; `step` is None where it filled in nothing, or a fault."""

    line: int
    finding_code: str
    sent: Sent | None
    step: Step | None = None
    fault: str = ""


@dataclass(frozen=True)
class Checked:
    """A line and what becomes of it; see data/signed_sheet.py."""

    answer: Answer
    fate: str
    reason: str = ""
    revision: int | None = None  # at which the finding was looked at


def check_answers(engine: Engine, user: User, file_name: str, content: bytes) -> CheckedSheet[Checked]:
    """What would be entered from a sheet; nothing is written.

    Raises FileRefusedError for a file that is no such sheet, and NotPermittedError (recorded).
    """
    permit(engine, user, ACTION, file_name)
    source = read_source(file_name, content)
    answers = [answer for sheet in source.sheets for answer in _answers(sheet)]
    if not answers:
        raise FileRefusedError(
            _("This is no rectification sheet of this program: it has no line with a check value.")
        )
    return CheckedSheet(source.file_name, source.sha256, _settled(engine, user, answers, is_dry=True))


def bring_in(engine: Engine, user: User, answers: CheckedSheet[Checked]) -> CheckedSheet[Checked]:
    """Enter what is sound, all of it in one transaction; the sheet as it was checked then.

    Raises NotPermittedError (recorded).
    """
    permit(engine, user, ACTION, answers.file_name)
    asked = [line.answer for line in answers.lines]
    file = (answers.file_name, answers.sha256)
    return replace(answers, lines=_settled(engine, user, asked, is_dry=False, file=file))


def _settled(
    engine: Engine,
    user: User,
    answers: Sequence[Answer],
    *,
    is_dry: bool,
    file: tuple[str, str] | None = None,
) -> tuple[Checked, ...]:
    with reading(engine) as connection:
        checked = _checked(connection, answers)
    # At the revision looked at, not at that of the sheet: a finding may have moved on in ways that harm no
    # answer, but of two who enter one sheet at the same moment the second is told.
    asked = [
        Asked(line.answer.sent.number, line.revision, line.answer.step)
        for line in checked
        if line.fate == "enter" and line.answer.sent and line.answer.step
    ]
    outcomes = iter(take_steps(engine, user, asked, is_dry=is_dry, file=file))
    return tuple(_told(line, next(outcomes)) if line.fate == "enter" else line for line in checked)


def _told(line: Checked, outcome: Outcome) -> Checked:
    if outcome.is_taken:
        return replace(line, reason=outcome.remark)
    return replace(line, fate="fault", reason=outcome.reason)


def _answers(sheet: Sheet) -> list[Answer]:
    headed = headings(sheet, COLUMNS, _NEEDED)
    if headed is None:
        return []
    first, places = headed
    found = []
    for row, line in zip(sheet.rows[first + 1 :], sheet.lines[first + 1 :], strict=True):
        cells = {name: row[place] for name, place in places.items() if place < len(row)}
        if any(cell_text(cell) for cell in cells.values()):
            found.append(_answer(line, cells))
    return found


def _answer(line: int, cells: Mapping[str, Cell]) -> Answer:
    number = sent(cell_text(cells.get("check", "")))
    answer = Answer(line, cell_text(cells.get("finding_code", "")), number)
    if number is None:
        return replace(answer, fault=_("The check value is missing or was changed."))
    told = cell_text(cells.get("answer", ""))
    if not told:
        is_begun = any(cell_text(cells.get(name, "")) for name in ("account", "money", "fact_date"))
        return replace(answer, fault=_("The result of rectification is missing.") if is_begun else "")
    acts = {words: act for act, title in ANSWERS.items() for words in spellings(title)}
    if told not in acts:
        words = _("“{told}” is no result of rectification; there are: {answers}.")
        answers = _(", ").join(_(title) for title in ANSWERS.values())
        return replace(answer, fault=words.format(told=told, answers=answers))
    try:
        return replace(answer, step=_step(acts[told], cells))
    except ValueRefusedError as error:
        return replace(answer, fault=str(error))


def _step(act: str, cells: Mapping[str, Cell]) -> Step:
    by = cell_text(cells.get("filled_by", ""))
    account = cell_text(cells.get("account", ""))
    day: date | None = None
    if cell_text(cells.get("fact_date", "")):
        day = day_of(cells["fact_date"])
    note = f"{account}（填报人：{by}）" if by and account else account
    return Step(act, note=note, fact_date=day, money=_money(cells))


def _money(cells: Mapping[str, Cell]) -> dict[str, int]:
    amount, told = cells.get("money", ""), cell_text(cells.get("money_kind", ""))
    if not cell_text(amount):
        return {}
    kinds = {words: kind for kind, title in MONEY_KIND.items() for words in spellings(title)}
    if told not in kinds:
        raise ValueRefusedError(
            _("“{told}” is no kind of money; there are: {kinds}.").format(
                told=told, kinds=_(", ").join(_(title) for title in MONEY_KIND.values())
            )
        )
    return {kinds[told]: fen(amount)}


def _checked(connection: Connection, answers: Sequence[Answer]) -> tuple[Checked, ...]:
    ids = [answer.sent.number for answer in answers if answer.sent]
    sent_to = {
        row.finding_id: row
        for row in connection.execute(
            select(
                Finding.finding_id,
                Finding.recorded_at,
                Finding.revision,
                func.coalesce(Rectification.responsible_unit_id, Finding.unit_id).label("unit_id"),
            )
            .outerjoin(Rectification, Rectification.finding_id == Finding.finding_id)
            .where(Finding.finding_id.in_(ids))
        )
    }
    taken: dict[int, list[Milestone]] = {}
    for step in connection.execute(
        select(Milestone.__table__)
        .where(Milestone.finding_id.in_(ids), Milestone.user_name.is_not(None))
        .order_by(Milestone.milestone_id)
    ):
        taken.setdefault(step.finding_id, []).append(step)  # type: ignore[arg-type]
    money: dict[int | None, dict[str, int]] = {}  # by the event of its step
    entries = select(RectifiedMoney.event_id, RectifiedMoney.kind, RectifiedMoney.amount_fen)
    for entry in connection.execute(entries.where(RectifiedMoney.finding_id.in_(ids))):
        money.setdefault(entry.event_id, {})[entry.kind] = entry.amount_fen
    first_line: dict[int, int] = {}
    found = []
    for answer in answers:
        row = sent_to.get(answer.sent.number) if answer.sent else None
        if answer.sent is None or answer.fault:
            found.append(Checked(answer, "fault", answer.fault))
        elif row is None or not compare_digest(
            answer.sent.signature,
            signature(answer.sent.number, answer.sent.revision, row.unit_id, row.recorded_at),
        ):
            found.append(Checked(answer, "fault", _("This finding was not sent out from here to this unit.")))
        elif answer.step is None:
            found.append(Checked(answer, "blank"))
        elif row.finding_id in first_line:
            words = _("The same finding stands in line {line}.").format(line=first_line[row.finding_id])
            found.append(Checked(answer, "fault", words))
        else:
            first_line[row.finding_id] = answer.line
            # Imports and decisions raise the revision too and are no steps: each step says its own.
            since = [
                step
                for step in taken.get(row.finding_id, [])
                if step.revision is not None and step.revision > answer.sent.revision
            ]
            fate, reason = _fate(answer.step, [(step, money.get(step.event_id, {})) for step in since])
            found.append(Checked(answer, fate, reason, row.revision))
    return tuple(found)


def _fate(step: Step, since: Sequence[tuple[Milestone, Mapping[str, int]]]) -> tuple[str, str]:
    """(fate, reason) of an answer, by the steps, each with its money, taken since its sheet went out."""
    wanted = {kind: fen for kind, fen in step.money.items() if fen}
    alike = [money for taken, money in since if _is_alike(step, taken)]
    if wanted in alike:
        return "same", ""
    if alike:
        return "fault", _("The same answer was entered before with another amount of money.")
    if any(taken.kind not in _HARMLESS for taken, _money in since):
        return "fault", _("The finding was worked on since the sheet went out.")
    return "enter", ""


def _is_alike(step: Step, taken: Milestone) -> bool:
    """Whether this answer was entered, whatever its money."""
    return (
        taken.kind == BY_ACT[step.act].milestone
        and taken.note == (step.note.strip() or None)
        and step.fact_date in {None, taken.fact_date}
    )
