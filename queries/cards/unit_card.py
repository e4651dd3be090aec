"""One unit with what the audit knows of it: its place in the universe, its duties, audits and posts."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from queries.compose import conditions, relations_read
from queries.filters import Filters, Scope
from queries.source import Source

_UNIT = """
    select u.unit_id, u.name, u.kind, o.audit_object_id, coalesce(o.audit_class, u.audit_class),
        coalesce(u.sector, s.sector),
        coalesce(o.region, g.name), o.section, u.supervising_unit_id, s.name, u.predecessor_unit_id, b.name,
        o.valid_from_date, o.valid_to_date, u.is_stub
    from unit as u
    left join object_base as o on o.unit_id = u.unit_id
    left join region as g on g.region_code = u.region_code
    left join unit as s on s.unit_id = u.supervising_unit_id
    left join unit as b on b.unit_id = u.predecessor_unit_id
    where u.unit_id = $unit_id
"""
_DUTIES = """
    select t.coverage_rule, t.coverage_state, t.last_audit_date, t.next_audit_date, t.official, t.post_title
    from duty_as_of as t where t.unit_id = $unit_id and {where} order by t.sort_order, t.post_title
"""
_AUDITS = """
    select t.project_id, t.project, t.project_type, t.plan_year, p.delivery_date, p.is_inherited
    from object_project_as_of as p
    join project_base as t on t.project_id = p.project_id
    where p.audit_object_id = $audit_object_id and {where}
    order by p.delivery_date desc nulls first, t.project_id desc
"""
_POSTS = """
    select t.official_id, t.official, t.post_title, t.start_date, t.end_date, t.expected_end_date,
        t.last_ec_audit_date
    from post_as_of as t where t.unit_id = $unit_id and {where}
    order by t.is_left, t.start_date desc nulls last, t.official
"""
# Whom the bureau audits a reader learns from rows of the own scope only.
_SEEN_IN = ("object_base", "project_base", "finding_base")


@dataclass(frozen=True)
class UnitFacts:
    """Who the unit is. Without `audit_object_id` it is not in the audit universe."""

    unit_id: int
    name: str
    kind: str | None
    audit_object_id: int | None
    audit_class: str | None
    sector: str | None
    region: str | None
    section: str | None
    supervising_unit_id: int | None
    supervising_unit: str | None
    predecessor_unit_id: int | None
    predecessor: str | None
    valid_from_date: date | None
    valid_to_date: date | None
    is_stub: bool


@dataclass(frozen=True)
class Duty:
    """One coverage rule the unit, or one of its leading posts, falls under on the day."""

    rule: str
    state: str
    last_audit_date: date | None
    next_audit_date: date | None
    official: str | None
    post_title: str | None


@dataclass(frozen=True)
class Audit:
    """One audit, delivered or (without a date) in hand; `is_inherited`: of a unit that this one succeeded."""

    project_id: int
    project: str
    project_type: str | None
    plan_year: int | None
    delivery_date: date | None
    is_inherited: bool


@dataclass(frozen=True)
class HeldPost:
    """One leading post taken up by the day; `end_date` where it was left by then."""

    official_id: int
    official: str
    title: str
    start_date: date | None
    end_date: date | None
    expected_end_date: date | None
    last_audit_date: date | None


@dataclass(frozen=True)
class UnitCard:
    """A unit as it stood on the day `as_of`; audits in hand first, then the newest; posts held first."""

    as_of: date
    unit: UnitFacts
    duties: tuple[Duty, ...]
    audits: tuple[Audit, ...]
    posts: tuple[HeldPost, ...]


def unit_card(source: Source, unit_id: int, as_of: date, scope: Scope) -> UnitCard | None:
    """The card, or None: the same answer for a unit that does not exist and for one outside the scope."""
    where, values = conditions(source, None, Filters(as_of=as_of), scope)
    values |= {"unit_id": unit_id}
    if not _is_seen(source, where, values, is_bound=scope != Scope()):
        return None
    found = source.rows(_UNIT, values)
    if not found:
        return None
    unit = UnitFacts(*found[0])
    values["audit_object_id"] = unit.audit_object_id

    def listed(sql: str) -> list[tuple[Any, ...]]:
        wanted = sql.format(where=where)
        return source.rows(f"{relations_read(source, wanted, [as_of])} {wanted}", values)

    return UnitCard(
        as_of,
        unit,
        tuple(Duty(*row) for row in listed(_DUTIES)),
        tuple(Audit(*row) for row in listed(_AUDITS)),
        tuple(HeldPost(*row) for row in listed(_POSTS)),
    )


def _is_seen(source: Source, where: str, values: dict[str, Any], *, is_bound: bool) -> bool:
    if not is_bound:
        return True
    return any(
        source.rows(f"select 1 from {relation} as t where t.unit_id = $unit_id and {where} limit 1", values)
        for relation in _SEEN_IN
    )
