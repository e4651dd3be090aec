"""The dated facts from which a finding's state is derived, settled so that the stated state holds on the day.

A date that differs corrects the recorded one, unless a reopening lies between: then it happened anew. A
state without a date is dated by the day of the file and marked as assumed. What the ledger takes back is
reopened on that day (what had left it is returned), not wiped out; only facts assumed on the very same day
are removed, and 撤销 that the ledger corrects to 移送. The history keeps them, and a notice tells of it.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from data.intake.change import Change
from data.language import _
from data.ledger.facts.fact import Fact, changes, standing

OPEN_STATES = frozenset({"not_rectified", "in_progress", "partial", "continuous", "overdue"})
_REVIEW_STEPS = ("close_requested", "first_review", "second_review", "approved")
_LEAVING = ("withdrawn", "transferred")
# What takes back what was there on or before its day, as in queries/relations/stored/finding_spell.sql.
_TAKEN_BACK_BY = {"withdrawn": "returned", "transferred": "returned"}  # all others: reopened
_ONGOING = ("looked_back", "reopened")  # a later date of these is a new fact, not a correction


def is_accepted(values: Mapping[str, Any]) -> bool:
    """Whether a row states that the auditors accepted the rectification."""
    state = values.get("state")
    if state:
        return state in ("rectified", "closed")
    return any(values.get(name) for name in ("rectified_date", "closed_date", "completed_date"))


def acceptance_date(values: Mapping[str, Any]) -> date | None:
    """The stated day of acceptance: 认定日期, else the day of completion of what is accepted."""
    day: date | None = values.get("rectified_date")
    if day is None and is_accepted(values):
        day = values.get("completed_date")
    return day


def is_reopened(facts: list[Fact], day: date) -> bool:
    """Whether the finding was reopened on or before a day."""
    return bool(_of(facts, "reopened", day))


def settle_milestones(values: Mapping[str, Any], facts: list[Fact], day: date) -> list[str]:
    """Bring the milestones of a finding in line with a row; `day` is that of the file. Returns notices."""
    state = values.get("state")
    notices: list[str] = []
    for kind in _REVIEW_STEPS:
        _settle_step(values, facts, kind, day)
    if values.get("looked_back_date") or values.get("looked_back_note"):
        _place(facts, "looked_back", values.get("looked_back_date"), day, note=values.get("looked_back_note"))
    if is_accepted(values) or values.get("rectified_date"):
        stated_day = acceptance_date(values)
        _place(facts, "rectified", stated_day, values.get("closed_date") or day)
    if state == "closed" or values.get("closed_date"):
        _place(
            facts,
            "closed",
            values.get("closed_date"),
            day,
            document_number=values.get("closed_number"),
        )
    if values.get("is_reopened") or values.get("reopened_date"):
        notices += _settle_reopening(values, facts, day)
    notices += _settle_extensions(values, facts, day)
    notices += _settle_leaving(values, facts, day)
    if is_accepted(values):
        # A file may tell of a day after its own: the state it states holds from there on.
        holding = max(day, acceptance_date(values) or day, values.get("closed_date") or day)
        notices += _make_hold(facts, "rectified", holding)
        if state == "closed" or values.get("closed_date"):
            notices += _make_hold(facts, "closed", holding)
    elif state in OPEN_STATES:
        happened = _take_back(facts, ("rectified", "closed"), "reopened", day)
        if happened == "removed":
            notices.append(_("was rectified on the same day, and is taken back"))
        elif happened:
            notices.append(
                _("is recorded as rectified, but open in the file: reopened on the day of the file")
            )
    return notices


def milestone_changes(facts: list[Fact]) -> list[Change]:
    """The history of the milestones by the names of their fields."""
    names = {
        "fact_date": "{kind}_date",
        "is_fact_date_assumed": "is_fact_date_assumed",
        "person": "{kind}_person",
        "document_number": "{kind}_number",
        "note": "{kind}_note",
        "new_due_date": "extended_due_date",
    }

    def name(fact: Fact, column: str) -> str | None:
        if column == "is_fact_date_assumed" and (fact.before is None or fact.is_removed):
            return None  # the date of the fact itself is told already
        if column == "note" and fact["kind"] == "extended":
            return "extension_approval"
        return names[column].format(kind=fact["kind"]) if column in names else None

    return changes(facts, name)


def _settle_step(values: Mapping[str, Any], facts: list[Fact], kind: str, day: date) -> None:
    person, note = values.get(f"{kind}_person"), values.get(f"{kind}_note")
    stated_day = values.get(f"{kind}_date")
    if person or note or stated_day:
        _place(facts, kind, stated_day, values.get("closed_date") or day, person=person, note=note)


def _settle_reopening(values: Mapping[str, Any], facts: list[Fact], day: date) -> list[str]:
    reopened = values.get("reopened_date") or values.get("looked_back_date")
    if reopened is None and is_accepted(values) and not _of(facts, "reopened"):
        return [_("reopened without a date, but rectified now: the reopening is not recorded")]
    _place(facts, "reopened", reopened, day)
    return []


def _settle_extensions(values: Mapping[str, Any], facts: list[Fact], day: date) -> list[str]:
    approval, approved = values.get("extension_approval"), values.get("extended_date")
    limit = values.get("extended_due_date")
    wanted = values.get("extension_count") or (1 if approval or approved or limit else 0)
    there = _of(facts, "extended")
    for __ in range(len(there), wanted):
        facts.append(_new("extended", day, is_assumed=True))
    there = _of(facts, "extended")
    if there and (approval or approved or limit):
        last = there[-1]
        if approved:
            last.values.update(fact_date=approved, is_fact_date_assumed=False)
        last.state(note=approval, new_due_date=limit)
    if "extension_count" in values and len(there) > wanted:
        return [_("more extensions are recorded ({count}) than the file states").format(count=len(there))]
    return []


def _settle_leaving(values: Mapping[str, Any], facts: list[Fact], day: date) -> list[str]:
    state, notices = values.get("state"), []
    for kind in _LEAVING:
        stated_day = values.get("withdrawn_date" if kind == "withdrawn" else "transfer_sent_date")
        if state == kind:
            _place(facts, kind, stated_day, day)
            notices += _make_hold(facts, kind, max(day, stated_day or day))
    withdrawn = _holding(facts, ("withdrawn",), day)
    if state == "transferred" and withdrawn:  # a withdrawal would come first among the states
        for fact in withdrawn:
            fact.is_removed = True
        notices.append(_("was recorded as withdrawn, and is corrected to transferred"))
    elif state and state not in _LEAVING and _take_back(facts, _LEAVING, "returned", day):
        notices.append(_("was withdrawn or transferred, and is back in the ledger"))
    return notices


def _make_hold(facts: list[Fact], kind: str, day: date) -> list[str]:
    if _holding(facts, (kind,), day):
        return []
    back = _of(facts, _taking_back(kind), day)[-1:]
    if back and back[0]["is_fact_date_assumed"] and back[0]["fact_date"] == day:
        back[0].is_removed = True
        return _make_hold(facts, kind, day)
    if back and back[0]["fact_date"] == day:
        return [_("reopened on the day of the file: it stays open")]
    facts.append(_new(kind, day, is_assumed=True))
    if not back:
        return []
    if kind in _LEAVING:
        return [_("had returned; it has left the ledger again from the day of the file")]
    return [_("was reopened; it counts as rectified again from the day of the file")]


def _take_back(facts: list[Fact], kinds: tuple[str, ...], back: str, day: date) -> str | None:
    """Let nothing of these kinds hold on the day; "removed" for a slip of that day, else the new kind."""
    holding = _holding(facts, kinds, day)
    if not holding:
        return None
    if all(fact["is_fact_date_assumed"] and fact["fact_date"] == day for fact in holding):
        for fact in holding:
            fact.is_removed = True
        return "removed"
    facts.append(_new(back, day, is_assumed=True))
    return back


def _place(facts: list[Fact], kind: str, stated: date | None, assumed: date, **details: str | None) -> None:
    """Find or make the fact of that kind and day, and take over the details that are stated."""
    same = _of(facts, kind)
    latest = same[-1] if same else None
    fact = next((fact for fact in same if fact["fact_date"] == stated), None)
    if stated is None:
        fact = latest
        if fact and fact["is_fact_date_assumed"] and fact["fact_date"] > assumed:
            fact.values["fact_date"] = assumed  # an earlier file knew it already
    elif fact:
        fact.values["is_fact_date_assumed"] = False
    elif latest and not _is_anew(facts, kind, latest, stated):
        fact = latest
        fact.values.update(fact_date=stated, is_fact_date_assumed=False)
    if fact is None:
        fact = _new(kind, stated or assumed, is_assumed=stated is None)
        facts.append(fact)
    fact.state(**details)


def _is_anew(facts: list[Fact], kind: str, latest: Fact, stated: date) -> bool:
    if kind in _ONGOING:
        return not latest["is_fact_date_assumed"] and bool(stated > latest["fact_date"])
    back = _of(facts, _taking_back(kind))
    return any(latest["fact_date"] <= fact["fact_date"] < stated for fact in back)


def _holding(facts: list[Fact], kinds: Iterable[str], day: date) -> list[Fact]:
    """The rule of the as-of ledger: a reopening takes back what was accepted on or before its day."""
    found = []
    for kind in kinds:
        back = max((fact["fact_date"] for fact in _of(facts, _taking_back(kind), day)), default=date.min)
        found += [fact for fact in _of(facts, kind, day) if fact["fact_date"] > back]
    return found


def _taking_back(kind: str) -> str:
    return _TAKEN_BACK_BY.get(kind, "reopened")


def _of(facts: list[Fact], kind: str, until: date = date.max) -> list[Fact]:
    found = [fact for fact in standing(facts) if fact["kind"] == kind and fact["fact_date"] <= until]
    return sorted(found, key=lambda fact: fact["fact_date"])


def _new(kind: str, day: date, *, is_assumed: bool) -> Fact:
    return Fact({"kind": kind, "fact_date": day, "is_fact_date_assumed": is_assumed})
