"""What stands against a step of a finding: what it has to say, when it may be, who may not take it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from data.access.roles import User
from data.closing.standing import Standing
from data.closing.step import FindingStepError, Step
from data.closing.transitions import BY_ACT, FindingTransition
from data.codes import MILESTONE, MONEY_KIND, RECTIFICATION_TYPE, label
from data.language import _

LONGEST_NOTE = 2_000
LONGEST_NUMBER = 64  # letters of a document number
LONGEST_BODY = 200
_MOST_FEN = 10**15
_YEAR_END = (12, 31)


def settled(standing: Standing, step: Step) -> Step:
    """The step with what goes without saying: the last goal is the limit, and what was asked is approved."""
    limit = step.new_due_date
    if step.act == "notify" and limit is None and step.planned:
        limit = max(day for day, _goal in step.planned)
    if step.act == "extend" and limit is None:
        limit = standing.asked_due_date
    return replace(
        step,
        note=step.note.strip(),
        document_number=step.document_number.strip(),
        receiving_body=step.receiving_body.strip(),
        new_due_date=limit,
        planned=tuple(sorted((day, goal.strip()) for day, goal in step.planned)),
        money={kind: fen for kind, fen in step.money.items() if fen},
    )


def check(standing: Standing, user: User, step: Step, *, day: date, today: date) -> None:
    """Raise FindingStepError, naming the finding, for what stands against a step that is `settled`."""
    transition = BY_ACT[step.act]
    for rule in (_stage, _reviewer, _said, _days, _limit, _planned, _money):
        for words in rule(_Asked(standing, user, step, transition, day, today)):
            raise FindingStepError(
                _("Finding {code}: {reason}").format(code=standing.finding_code, reason=words)
            )


def barred(standing: Standing, user: User, transition: FindingTransition) -> str:
    """The step that keeps the user from taking this one, as a milestone; "" where none does."""
    for taken in standing.since(transition.not_by):
        is_theirs = taken.user_name == user.user_name
        # What a ledger brought names a person and no account.
        if is_theirs or (taken.user_name is None and taken.person == user.display_name):
            return taken.kind
    return ""


def remark(standing: Standing, money: Mapping[str, int]) -> str:
    """What is worth a second look about 分 by kind that would be rectified, and yet allowed; "" for nothing.

    More than was found may be right (interest, a fine); mostly somebody took 元 for 万元.
    """
    found = standing.amount_fen
    if not money or not found or standing.rectified_fen + sum(money.values()) <= found:
        return ""
    return _("More is rectified than was found: see whether the amount is in yuan.")


class _Asked:
    """One step as the rules look at it."""

    def __init__(  # noqa: PLR0917 all that a rule may look at
        self,
        standing: Standing,
        user: User,
        step: Step,
        transition: FindingTransition,
        day: date,
        today: date,
    ) -> None:
        self.standing, self.user, self.step = standing, user, step
        self.transition, self.day, self.today = transition, day, today


_Rule = Callable[[_Asked], Iterator[str]]


def _stage(asked: _Asked) -> Iterator[str]:
    if asked.standing.stage not in asked.transition.from_states:
        yield _("“{act}” cannot be done now: {stage}.").format(
            act=_(asked.transition.title), stage=label("work_stage", asked.standing.stage)
        )


def _reviewer(asked: _Asked) -> Iterator[str]:
    if kind := barred(asked.standing, asked.user, asked.transition):
        yield _("nobody reviews what they submitted: “{step}” was your step.").format(step=_(MILESTONE[kind]))


def _said(asked: _Asked) -> Iterator[str]:
    step, needs = asked.step, asked.transition.needs
    if step.rectification_type is not None and step.rectification_type not in RECTIFICATION_TYPE:
        yield _("there is no type of rectification {code}.").format(code=step.rectification_type)
    missing = {
        "rectification_type": (step.rectification_type, _("say the type of rectification.")),
        "note": (step.note, _("say why, or what was done.")),
        "document_number": (step.document_number, _("give the document number.")),
        "receiving_body": (step.receiving_body, _("say which body it goes to.")),
        "new_due_date": (step.new_due_date, _("give the limit.")),
        "evidence": (asked.standing.has_evidence, _("attach what proves it first.")),
        "extension_asked": (asked.standing.asked_due_date, _("no extension waits for a decision.")),
    }
    for need in needs:
        value, words = missing[need]
        if not value:
            yield words
    if len(step.note) > LONGEST_NOTE:
        yield _("the words are longer than {most} letters.").format(most=LONGEST_NOTE)
    if len(step.document_number) > LONGEST_NUMBER or len(step.receiving_body) > LONGEST_BODY:
        yield _("a number or a name is too long.")


def _days(asked: _Asked) -> Iterator[str]:
    day, standing, act = asked.day, asked.standing, asked.transition.act
    if day > asked.today:
        yield _("the day lies in the future.")
    if day < standing.last_date:
        yield _("its last step was on {day}; nothing can come before it.").format(
            day=standing.last_date.isoformat()
        )
    # A figure of a day has no time: what takes back holds for its whole day.
    after = {"accept": "reopened", "transfer": "returned", "withdraw": "returned"}.get(act)
    if after and day <= standing.day_of(after):
        yield _("it was taken back on that very day; this can be done from the day after.")
    if act == "ask_extension" and standing.asked_due_date:
        yield _("an extension waits for its decision already.")


def _limit(asked: _Asked) -> Iterator[str]:
    step, limit, before = asked.step, asked.step.new_due_date, asked.standing.due_date
    if limit is None:
        return
    if "new_due_date" not in (*asked.transition.needs, *asked.transition.takes):
        yield _("this step sets no limit.")
    if limit < asked.day:
        yield _("the limit lies before the day of the step.")
    if before is not None and limit <= before:
        yield _("the limit is {day} already; a new one lies after it.").format(day=before.isoformat())
    is_year_end = (limit.month, limit.day) == _YEAR_END
    if step.rectification_type == "continuous" and not is_year_end:
        yield _("a continuous rectification has a planned year: its limit is 31 December.")
    if step.answer_due_date is not None and step.answer_due_date < asked.day:
        yield _("the answer cannot be due before the notice.")


def _planned(asked: _Asked) -> Iterator[str]:
    step = asked.step
    if not step.planned:
        if step.rectification_type == "phased":
            yield _("a phased rectification has dated goals: give at least one.")
        return
    if step.rectification_type != "phased":
        yield _("only a phased rectification has dated goals.")
    if any(not goal for _day, goal in step.planned):
        yield _("say what each goal is.")
    first, last = step.planned[0][0], step.planned[-1][0]
    if first < asked.day or (step.new_due_date is not None and last > step.new_due_date):
        yield _("the goals lie between the notice and the limit.")


def _money(asked: _Asked) -> Iterator[str]:
    money, is_taken_back = asked.step.money, asked.transition.act == "reopen"
    if not money:
        return
    if "money" not in asked.transition.takes:
        yield _("this step brings no money.")
    for kind, fen in money.items():
        if kind not in MONEY_KIND:
            yield _("there is no kind of money {code}.").format(code=kind)
        elif not 0 < fen <= _MOST_FEN:
            yield _("an amount is more than nought.")
        elif is_taken_back and fen > asked.standing.money.get(kind, 0):
            yield _("more {kind} is taken back than was rectified.").format(kind=_(MONEY_KIND[kind]))
