"""One official on a day: posts, the audits of them, the warnings with their proof, and the findings."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from queries.compose import conditions, relations_read
from queries.filters import Filters, Scope
from queries.source import Source

_POSTS = """
    select t.post_id, t.official, t.retirement_date, t.post_title, t.unit_id, t.unit, t.region, t.audit_class,
        t.start_date, t.expected_end_date, t.end_date, t.tenure_years, t.last_ec_audit_date,
        t.last_resource_audit_date, t.has_resource_duty, t.is_audit_exempt, t.leader_side
    from post_as_of as t where t.official_id = $official_id and {where}
    order by t.is_left, t.start_date desc nulls last, t.post_id
"""
_AUDITS = """
    select t.post_id, t.project_id, t.project, t.project_type, t.plan_year, t.occasion, t.entry_date,
        t.planned_delivery_date, t.delivery_date, t.notified_date, t.feedback_date, t.result_used_date,
        t.result_use
    from post_audit_as_of as t
    where t.post_id in (select unnest($post_ids))
    order by t.delivery_date desc nulls first, t.project_id desc
"""
_WARNINGS = """
    select t.warning_rule, t.warning_level, t.reason, t.decisive_date, t.days_left, t.post_title, t.unit_id,
        t.unit, t.project_id, t.proof, t.other_official_id, t.other_official
    from ec_warning_as_of as t where t.official_id = $official_id and {where}
    order by t.urgency, t.decisive_date
"""
# What was laid to him, and what his audits laid to nobody: a joint audit has findings of others too.
_FINDINGS = """
    select t.finding_id, t.finding_code, t.title, t.state, t.unit, t.project, t.problem_class, t.nature,
        t.rectification_type, t.amount_fen, t.rectified_fen, t.open_fen, t.found_date, t.due_date,
        t.rectified_date
    from finding_as_of as t
    join finding as n on n.finding_id = t.finding_id
    where {where} and (
        n.official_id = $official_id
        or (n.official_id is null and t.project_id in (select unnest($project_ids)))
    )
    order by t.rectified_date is not null, t.found_date desc, t.finding_code
"""


@dataclass(frozen=True)
class HeldPost:
    """A post taken up by the day; `end_date` where it is left. `tenure_years` are full years in it."""

    post_id: int
    official: str
    retirement_date: date | None
    title: str
    unit_id: int
    unit: str
    region: str | None
    audit_class: str | None
    start_date: date | None
    expected_end_date: date | None
    end_date: date | None
    tenure_years: int | None
    last_ec_audit_date: date | None
    last_resource_audit_date: date | None
    has_resource_duty: bool
    is_audit_exempt: bool
    leader_side: str | None


@dataclass(frozen=True)
class AuditOfPost:
    """An audit of one of the posts: in the plan, running, or delivered with what followed from it."""

    post_id: int
    project_id: int
    project: str
    project_type: str
    plan_year: int | None
    occasion: str
    entry_date: date | None
    planned_delivery_date: date | None
    delivery_date: date | None
    notified_date: date | None
    feedback_date: date | None
    result_used_date: date | None
    result_use: str | None


@dataclass(frozen=True)
class ActiveWarning:
    """An active warning; `reason` is said by queries/cell_words.py; project and other official prove it."""

    warning_rule: str
    level: str
    reason: str
    decisive_date: date
    days_left: int
    post_title: str
    unit_id: int
    unit: str
    project_id: int | None
    proof: str | None
    other_official_id: int | None
    other_official: str | None


@dataclass(frozen=True)
class OfficialFinding:
    """A finding laid to him, or of his audits and laid to nobody, as it stands on the day."""

    finding_id: int
    finding_code: str
    title: str
    state: str
    unit: str
    project: str
    problem_class: str | None
    nature: str | None
    rectification_type: str | None
    amount_fen: int | None
    rectified_fen: int | None
    open_fen: int | None
    found_date: date
    due_date: date | None
    rectified_date: date | None

    @property
    def is_open(self) -> bool:
        """Whether rectification is still awaited."""
        return self.state in {"overdue", "partial", "in_progress"}


@dataclass(frozen=True)
class OfficialCard:
    """Only what the reader may see: posts in the own scope, with their audits, warnings and findings."""

    as_of: date
    official_id: int
    posts: tuple[HeldPost, ...]
    audits: tuple[AuditOfPost, ...]
    warnings: tuple[ActiveWarning, ...]
    findings: tuple[OfficialFinding, ...]

    @property
    def name(self) -> str:
        """Of the official."""
        return self.posts[0].official

    @property
    def held(self) -> tuple[HeldPost, ...]:
        """The posts held on the day."""
        return tuple(post for post in self.posts if post.end_date is None)


def official_card(source: Source, official_id: int, as_of: date, scope: Scope) -> OfficialCard | None:
    """The card, or None: the same answer for an official who does not exist and for one outside the scope."""
    where, parameters = conditions(source, None, Filters(as_of=as_of), scope)
    parameters |= {"official_id": official_id}

    def rows(sql: str) -> list[tuple[Any, ...]]:
        text = sql.format(where=where)
        return source.rows(f"{relations_read(source, text, [as_of])} {text}", parameters)

    posts = tuple(HeldPost(*row) for row in rows(_POSTS))
    if not posts:
        return None
    parameters["post_ids"] = [post.post_id for post in posts]
    audits = tuple(AuditOfPost(*row) for row in rows(_AUDITS))
    parameters["project_ids"] = [audit.project_id for audit in audits]
    return OfficialCard(
        as_of,
        official_id,
        posts,
        audits,
        tuple(ActiveWarning(*row) for row in rows(_WARNINGS)),
        tuple(OfficialFinding(*row) for row in rows(_FINDINGS)),
    )
