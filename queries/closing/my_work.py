"""我的工作: the findings that wait for somebody, late ones first (relation finding_work_as_of).

What waits is asked of the table of transitions: the stages whose step onward is the reader's by right.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from data.access.roles import User, can
from data.closing.offered import stages_for
from data.schema import Milestone
from data.settings import number
from queries.compose import conditions, relations_read
from queries.filters import Filters, Scope
from queries.source import Source

# In the order of the page. "rectifying" is for who follows the units up: nobody here is at it, they are.
PARTS = ("waiting", "extensions", "late", "rectifying", "sent_back_to_us", "sent_back_by_me")
_SEARCHED = ("finding_code", "title", "unit", "project", "section", "region")
_COLUMNS = (
    "t.finding_id, t.finding_code, t.title, t.work_stage, t.unit, t.due_date, "
    "case when t.is_overdue then t.days_overdue end as days_overdue, t.as_of_date - t.last_step_date, "
    "t.asked_due_date, t.amount_fen, t.open_fen, t.rectification_type, t.section, t.region, t.is_sent_back"
)
_ORDER = (
    "t.is_overdue desc, t.days_overdue desc nulls last, t.due_date nulls last, t.last_step_date, t.finding_id"
)


@dataclass(frozen=True)
class WorkLine:
    """One finding of the list. `days_waiting` since its last step; `asked_due_date`: an extension waits."""

    finding_id: int
    finding_code: str
    title: str
    work_stage: str
    unit: str
    due_date: date | None
    days_overdue: int | None
    days_waiting: int
    asked_due_date: date | None
    amount_fen: int | None
    open_fen: int | None
    rectification_type: str | None
    section: str | None
    region: str | None
    is_sent_back: bool


@dataclass(frozen=True)
class Asked:
    """Whose work, as of which day, narrowed by which words. `sent_back_by_me` are numbers of findings."""

    user: User
    filters: Filters
    scope: Scope
    search: str = ""
    sent_back_by_me: tuple[int, ...] = ()


def parts_for(user: User) -> tuple[str, ...]:
    """The parts of the list that concern the user, by right."""
    parts = ["waiting", "late"]
    if can(user, "approve-close-out"):
        parts.append("extensions")
    if can(user, "work-findings"):
        parts += ["rectifying", "sent_back_to_us"]
    if any(can(user, right) for right in ("review-findings", "recheck-findings", "approve-close-out")):
        parts.append("sent_back_by_me")
    return tuple(part for part in PARTS if part in parts)


def my_work(
    source: Source, asked: Asked, part: str, *, first: int = 0, most: int | None = None
) -> list[WorkLine]:
    """The lines of a part from `first` on (counted from 0). Raises KeyError for an unknown part."""
    limit = f" limit {int(most)} offset {int(first)}" if most is not None else ""
    sql, parameters = _sql(source, asked, _COLUMNS, (part,))
    rows = source.rows(f"{sql} and {_condition(asked.user, part)} order by {_ORDER}{limit}", parameters)
    return [WorkLine(*row) for row in rows]


def my_work_counts(source: Source, asked: Asked, parts: Sequence[str]) -> dict[str, int]:
    """How many findings each of these parts has; see `parts_for`. Raises KeyError for an unknown part."""
    counted = ", ".join(f"count(*) filter (where {_condition(asked.user, part)})" for part in parts)
    (row,) = source.rows(*_sql(source, asked, counted, parts))
    return dict(zip(parts, row, strict=True))


def sent_back_by(connection: Connection, user_name: str) -> tuple[int, ...]:
    """The findings that somebody ever sent back or did not accept."""
    rows = connection.scalars(
        select(Milestone.finding_id)
        .where(Milestone.user_name == user_name, Milestone.kind.in_(("sent_back", "not_accepted")))
        .distinct()
    )
    return tuple(rows)


def _sql(source: Source, asked: Asked, columns: str, parts: Sequence[str]) -> tuple[str, dict[str, Any]]:
    where, parameters = conditions(source, None, asked.filters, asked.scope)
    found = [where]
    if asked.search:
        parameters["search"] = asked.search
        words = " or ".join(f"contains(lower(t.{name}), lower($search))" for name in _SEARCHED)
        found.append(f"({words})")
    if "sent_back_by_me" in parts:
        parameters["sent_back_by_me"] = list(asked.sent_back_by_me)
    relations = relations_read(source, "from finding_work_as_of", [asked.filters.as_of])
    text = f"{relations} select {columns} from finding_work_as_of as t where {' and '.join(found)}"
    return text, parameters


def _condition(user: User, part: str) -> str:
    waiting = _among([stage for stage in stages_for(user) if stage != "rectifying"])
    is_slow = f"({waiting} and t.last_step_date < t.as_of_date - {number('AUDIT_REVIEW_DAYS')})"
    return {
        "waiting": waiting,
        "extensions": "t.is_extension_asked and t.work_stage in ('rectifying', 'submitted')",
        "late": f"(t.is_overdue or {is_slow})" if can(user, "work-findings") else is_slow,
        "rectifying": "t.work_stage = 'rectifying'",
        "sent_back_to_us": "t.is_sent_back",
        "sent_back_by_me": "list_contains($sent_back_by_me, t.finding_id)",
    }[part]


def _among(stages: Sequence[str]) -> str:
    listed = ", ".join(f"'{stage}'" for stage in stages)
    return f"t.work_stage in ({listed})" if stages else "false"
