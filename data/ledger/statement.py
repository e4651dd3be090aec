"""The rules that one row must keep by itself: nothing missing, impossible or contrary."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from data.intake.field import CODE_LENGTH
from data.intake.made_up import stands_for
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.language import _
from data.ledger.facts.milestones import OPEN_STATES, acceptance_date, is_accepted
from data.ledger.facts.money import stated_kinds, stated_total
from data.ledger.fields import FIELDS

_TITLE_CHARACTERS = 100  # of a description that stands in for a missing title
_DOCUMENT_SEPARATORS = re.compile(r"[、;；\n]+")
_LIMITS = ("due_date", "committed_date", "extended_due_date")
_NOT_FACTS = frozenset({*_LIMITS, "found_date"})


@dataclass(frozen=True)
class Statement:
    """A row that keeps the rules. `values` are complete: derived ones stand beside those of the file.

    `day` is the day of the file for this finding: its as-of date, but not before the finding was found.
    Limits that the file gives as a number of days stay numbers until `settled` counts them.
    """

    row: Row
    values: dict[str, Any]
    documents: tuple[str, ...]
    found_date: date
    is_found_date_assumed: bool
    day: date
    notices: tuple[tuple[str, str], ...]  # (field, message)
    is_due_date_counted: bool  # the file gives the limit as a number of days


def check(row: Row, as_of: date, latest: date) -> Statement:
    """The statement of a row. Raises RowRefusedError for the first rule it breaks.

    No fact may be later than `latest` (today, or the as-of date where that is later).
    """
    values = dict(row.values)
    notices: list[tuple[str, str]] = []
    documents = _documents(values)
    _complete(values, documents, notices)
    _check_dates(values, latest)
    _check_amounts(values, notices)
    _check_state(values, notices)
    found_date, is_assumed = _found(values, as_of)
    return Statement(
        row=row,
        values=values,
        documents=documents,
        found_date=found_date,
        is_found_date_assumed=is_assumed,
        day=max(as_of, found_date),
        notices=tuple(notices),
        is_due_date_counted=isinstance(values.get("due_date"), int),
    )


def settled(statement: Statement, recorded_found_date: date | None) -> Statement:
    """The statement with days for limits: numbers of days count from the day the finding was found.

    A day that is only assumed stands back behind the one that is recorded: otherwise the limits of one and
    the same file would move with the day on which it is brought.
    """
    found_date = statement.found_date
    if recorded_found_date and statement.is_found_date_assumed:
        found_date = recorded_found_date
    counted = {
        name: found_date + timedelta(days=number)
        for name in _LIMITS
        if isinstance(number := statement.values.get(name), int)
    }
    return replace(
        statement,
        values=statement.values | counted,
        found_date=found_date,
        day=max(statement.day, found_date),
    )


def _documents(values: Mapping[str, Any]) -> tuple[str, ...]:
    parts = (part.strip() for part in _DOCUMENT_SEPARATORS.split(values.get("document_number", "")))
    documents = tuple(dict.fromkeys(part for part in parts if part))
    for document in documents:
        if len(document) > CODE_LENGTH:
            raise RowRefusedError(
                "document_number",
                _("longer than {limit} characters: {length}").format(limit=CODE_LENGTH, length=len(document)),
            )
    return documents


def _complete(values: dict[str, Any], documents: Iterable[str], notices: list[tuple[str, str]]) -> None:
    if not values.get("unit_name"):
        raise RowRefusedError("unit_name", _("the audited unit is missing"))
    if not values.get("title"):
        if not values.get("description"):
            raise RowRefusedError("title", _("the title of the finding is missing"))
        values["title"] = values["description"].splitlines()[0][:_TITLE_CHARACTERS]
    if not values.get("project_name") and not values.get("project_code"):
        first = next(iter(documents), None)
        if first is None:
            raise RowRefusedError("project_name", _("neither project nor document number is given"))
        values["project_name"] = first
    if not values.get("finding_code"):
        identity = (values.get(name) for name in ("plan_year", "project_code", "project_name", "unit_name"))
        values["finding_code"] = stands_for(*identity, values["title"])
        notices.append(("finding_code", _("no finding code: one is made from project, unit and title")))
    if values.get("prior_finding_reference"):
        values.setdefault("is_repeat", True)
    if values.get("state") == "continuous":
        values.setdefault("rectification_type", "continuous")


def _check_dates(values: Mapping[str, Any], latest: date) -> None:
    for name, value in values.items():
        if name in _NOT_FACTS or not FIELDS[name].kind.startswith("date"):
            continue
        if max(value if isinstance(value, tuple) else (value,)) > latest:
            raise RowRefusedError(name, _("the day is after {latest}").format(latest=latest))


def _check_amounts(values: Mapping[str, Any], notices: list[tuple[str, str]]) -> None:
    for name, value in values.items():
        if FIELDS[name].kind == "money" and value < 0:
            raise RowRefusedError(name, _("the amount is negative"))
    amount, total, kinds = values.get("amount"), stated_total(values), stated_kinds(values)
    if total is not None and total < 0:
        raise RowRefusedError("unrectified_amount", _("more than the amount found"))
    if total is not None and sum(kinds.values()) > total:
        raise RowRefusedError("rectified_amount", _("less than the sum of its kinds"))
    rectified = total if total is not None else sum(kinds.values())
    if amount is None:
        return
    if rectified > amount:
        notices.append(("rectified_amount", _("more than the amount found")))
    elif "unrectified_amount" in values and rectified + values["unrectified_amount"] != amount:
        notices.append(
            ("unrectified_amount", _("rectified and unrectified amount do not add up to the amount found"))
        )
    if amount and is_accepted(values) and total is None and not kinds:
        notices.append(("rectified_amount", _("rectified, but no rectified amount is given")))


def _check_state(values: Mapping[str, Any], notices: list[tuple[str, str]]) -> None:
    accepted, closed = values.get("rectified_date"), values.get("closed_date")
    is_open = values.get("state") in OPEN_STATES
    is_reopened = values.get("is_reopened") or values.get("reopened_date")
    if is_open and (accepted or closed) and not is_reopened:
        raise RowRefusedError("state", _("the state is open, but a day of acceptance or close-out is given"))
    reopened = values.get("reopened_date")
    if is_open and reopened and max(filter(None, (accepted, closed)), default=date.min) > reopened:
        raise RowRefusedError("state", _("the state is open, but it was accepted after the reopening"))
    if is_open and values.get("completed_date"):
        notices.append(("completed_date", _("completed, but not accepted: it counts as open")))
    acceptance = acceptance_date(values)
    if acceptance and closed and closed < acceptance:
        notices.append(("closed_date", _("closed out before it was accepted")))
    if values.get("state") == "partial" and not stated_kinds(values) and not stated_total(values):
        notices.append(("state", _("partly rectified, but no rectified amount is given")))


def _found(values: Mapping[str, Any], as_of: date) -> tuple[date, bool]:
    """The day the finding entered the ledger, and whether it had to be assumed."""
    for name, is_assumed in (("delivered_date", False), ("document_date", False), ("listed_date", True)):
        if name in values:
            return values[name], is_assumed
    year = values.get("plan_year")
    return (min(date(year, 12, 31), as_of) if year else as_of), True
