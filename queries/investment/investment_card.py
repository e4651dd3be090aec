"""One project of public investment with all that is known of it: facts, place, audits, findings, files."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import shapely
from shapely.geometry import mapping

from queries.compose import conditions, relations_read, seen_where_issued
from queries.filters import Filters, Scope
from queries.source import Source


@dataclass(frozen=True)
class InvestmentStanding:
    """The project on one day; money in 分, rates 0–1, as the relation investment_as_of reckons them."""

    investment_id: int
    investment_code: str
    investment: str
    investment_sector: str | None
    investment_state: str
    plan_year: int | None
    region_code: str | None
    region: str | None
    unit_id: int | None
    unit: str | None
    owner_name: str | None
    contractor: str | None
    approval_document: str | None
    investment_source: str | None
    approved_date: date | None
    planned_start_date: date | None
    started_date: date | None
    planned_end_date: date | None
    projected_end_date: date | None
    completed_date: date | None
    settled_date: date | None
    accounted_date: date | None
    cancelled_date: date | None
    estimate_fen: int | None
    approved_budget_fen: int | None
    budget_fen: int | None
    contract_fen: int | None
    change_fen: int | None
    agreed_fen: int | None
    paid_fen: int | None
    submitted_fen: int | None
    settled_fen: int | None
    accounted_fen: int | None
    investment_fen: int | None
    cost_fen: int | None
    paid_rate: float | None
    executed_rate: float | None
    progress_rate: float | None
    overrun_rate: float | None
    works_delay_days: int | None
    projected_delay_days: int | None
    is_delayed: bool
    is_over_budget: bool | None
    is_on_time: bool | None
    is_audited: bool
    is_under_audit: bool
    audits: int
    open_suspects: int
    open_findings: int
    flagged: int
    longitude: float | None
    latitude: float | None
    shape_kind: str | None
    landing: str | None
    found_region_code: str | None
    length_m: float | None
    area_m2: float | None
    declared_length_m: float | None
    declared_area_m2: float | None


@dataclass(frozen=True)
class Fact:
    """One dated fact, see INVESTMENT_FACT. `share` is that of the works done, 0–1."""

    kind: str
    fact_date: date
    amount_fen: int | None
    share: float | None
    expected_date: date | None
    document_number: str | None
    note: str | None


@dataclass(frozen=True)
class Audit:
    """An audit project in the plan that looks at the works."""

    project_id: int
    project_code: str
    name: str
    plan_year: int
    project_type: str
    project_state: str
    delivery_date: date | None


@dataclass(frozen=True)
class LinkedFinding:
    """A finding about the works."""

    finding_id: int
    finding_code: str
    title: str
    state: str
    amount_fen: int | None
    found_date: date


@dataclass(frozen=True)
class LinkedSuspect:
    """A suspect about the works."""

    suspect_id: int
    model_code: str
    model: str
    summary: str
    severity: str | None
    suspect_state: str
    amount_fen: int | None
    flagged_date: date


@dataclass(frozen=True)
class Reference:
    """Where a photo, a BIM model or a document of the works is kept."""

    kind: str
    title: str
    location: str
    taken_date: date | None
    size_bytes: int | None


@dataclass(frozen=True)
class InvestmentCard:
    """`geometry` is GeoJSON in CGCS2000 degrees, None for what cannot be placed."""

    as_of: date
    standing: InvestmentStanding
    geometry: dict[str, Any] | None
    declared_system: str | None
    precision_m: float | None
    found_region: str | None
    facts: tuple[Fact, ...]
    audits: tuple[Audit, ...]
    findings: tuple[LinkedFinding, ...]
    suspects: tuple[LinkedSuspect, ...]
    references: tuple[Reference, ...]


def investment_card(source: Source, investment_id: int, as_of: date, scope: Scope) -> InvestmentCard | None:
    """The card, or None: the same answer for a project that does not exist and for one outside the scope.

    Of audits, findings and suspects those only that the reader may see.
    """
    filters = Filters(as_of=as_of)
    where, values = conditions(source, None, filters, scope)
    issued, issued_values = seen_where_issued(source, scope)
    asked = {"investment_id": investment_id, "as_of": as_of, **values, **issued_values}
    names = ", ".join(f"t.{field.name}" for field in fields(InvestmentStanding))
    of_day = relations_read(
        source,
        "from investment_as_of from project_as_of from finding_as_of from suspect_as_of",
        [as_of],
        scope,
    )
    found = source.rows(
        f"""{of_day} select {names} from investment_as_of as t
        where t.investment_id = $investment_id and {where}""",
        asked,
    )
    if not found:
        return None
    placed = source.rows(
        """select p.geometry, p.declared_system, p.precision_m, g.region
        from investment_place as p left join region_name as g on g.region_code = p.found_region_code
        where p.investment_project_id = $investment_id""",
        asked,
    )
    shape, system, precision, region = placed[0] if placed else (None, None, None, None)
    facts = source.rows(
        """select kind, fact_date, amount_fen, share_basis_points / 10000.0, expected_date,
            document_number, note
        from investment_fact
        where investment_project_id = $investment_id and fact_date <= cast($as_of as date)
        order by fact_date, investment_fact_id""",
        asked,
    )
    audits = source.rows(
        f"""{of_day} select t.project_id, t.project_code, t.project, t.plan_year, t.project_type,
            t.project_state, t.delivery_date
        from investment_audit as i join project_as_of as t on t.project_id = i.project_id
        where i.investment_project_id = $investment_id and {where}
        order by t.plan_year desc, t.project_code""",
        asked,
    )
    findings = source.rows(
        f"""{of_day} select t.finding_id, t.finding_code, t.title, t.state, t.amount_fen, t.found_date
        from investment_finding as i join finding_as_of as t on t.finding_id = i.finding_id
        where i.investment_project_id = $investment_id and {where}
        order by t.found_date desc, t.finding_code""",
        asked,
    )
    suspects = source.rows(
        f"""{of_day} select t.suspect_id, t.model_code, t.model, t.summary, t.severity, t.suspect_state,
            t.suspect_fen, t.flagged_date
        from suspect as s join suspect_as_of as t on t.suspect_id = s.suspect_id
        join investment_base as b on b.investment_code = s.entity_id
        where s.entity_kind = 'project' and b.investment_id = $investment_id and {issued}
        order by t.flagged_date desc, t.suspect_id""",
        asked,
    )
    references = source.rows(
        """select kind, title, location, taken_date, size_bytes from investment_reference
        where investment_project_id = $investment_id order by kind, taken_date desc, title""",
        asked,
    )
    return InvestmentCard(
        as_of=as_of,
        standing=InvestmentStanding(*found[0]),
        geometry=dict(mapping(shapely.from_wkb(bytes(shape)))) if shape is not None else None,
        declared_system=system,
        precision_m=precision,
        found_region=region,
        facts=tuple(Fact(*row) for row in facts),
        audits=tuple(Audit(*row) for row in audits),
        findings=tuple(LinkedFinding(*row) for row in findings),
        suspects=tuple(LinkedSuspect(*row) for row in suspects),
        references=tuple(Reference(*row) for row in references),
    )
