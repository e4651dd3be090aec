"""One information system with all that is known: its life, use, money, security, data, audits, findings."""

from dataclasses import dataclass, fields
from datetime import date

from queries.compose import conditions, relations_read
from queries.filters import Filters, Scope
from queries.source import Source


@dataclass(frozen=True)
class SystemStanding:
    """The system on one day, as the relation information_system_as_of has it; money in 分, rates 0–1."""

    information_system_id: int
    system_code: str
    system_name: str
    system_kind: str | None
    system_state: str
    unit_id: int | None
    unit: str | None
    region: str | None
    functions: str | None
    build_mode: str | None
    use_scope: str | None
    approving_units: str | None
    approval_document: str | None
    approved_date: date | None
    contract_date: date | None
    accepted_date: date | None
    online_date: date | None
    retired_date: date | None
    network: str | None
    is_on_extranet: bool | None
    developer_name: str | None
    maintainer_name: str | None
    counted_date: date | None
    authorised_users: int | None
    monthly_active_users: int | None
    logins_90_days: int | None
    active_rate: float | None
    use_state: str
    same_function_count: int | None
    is_duplicate: bool
    is_unapproved: bool
    is_approved_by_several: bool
    protection_level: str | None
    assessed_date: date | None
    assessment_state: str
    is_outsourced: bool | None
    has_secrecy_agreement: bool | None
    has_domestic_hardware: bool | None
    has_domestic_os: bool | None
    has_domestic_database: bool | None
    has_backup: bool | None
    has_remote_backup: bool | None
    drilled_date: date | None
    build_fen: int | None
    maintenance_fen: int | None
    system_cost_fen: int | None
    open_findings: int


@dataclass(frozen=True)
class UseCount:
    """What was counted of a system on a day; `active_rate` is active over authorised users."""

    fact_date: date
    active_rate: float | None
    logins_90_days: int | None


@dataclass(frozen=True)
class YearMoney:
    """Budget and spending of one year for one purpose, in 分."""

    year: int
    purpose: str
    budget_fen: int | None
    spent_fen: int | None


@dataclass(frozen=True)
class HeldResource:
    """An information resource that the system holds."""

    resource_code: str
    resource: str
    update_cycle: str | None
    update_state: str
    last_updated_date: date | None
    is_shared: bool


@dataclass(frozen=True)
class SystemAuditLine:
    """An audit in the plan that looks at the systems of the unit."""

    project_id: int
    name: str
    project_state: str
    audit_mode: str | None
    delivery_date: date | None


@dataclass(frozen=True)
class SystemFindingLine:
    """A finding about the system."""

    finding_id: int
    title: str
    state: str
    amount_fen: int | None
    found_date: date


@dataclass(frozen=True)
class SystemCard:
    """What the page of one system shows."""

    as_of: date
    standing: SystemStanding
    counts: tuple[UseCount, ...]
    money: tuple[YearMoney, ...]
    resources: tuple[HeldResource, ...]
    audits: tuple[SystemAuditLine, ...]
    findings: tuple[SystemFindingLine, ...]


def system_card(source: Source, system_id: int, as_of: date, scope: Scope) -> SystemCard | None:
    """The card, or None: the same answer for a system that does not exist and for one outside the scope.

    Of audits, findings and resources those only that the reader may see.
    """
    where, values = conditions(source, None, Filters(as_of=as_of), scope)
    asked = {"system_id": system_id, "as_of": as_of, **values}
    names = ", ".join(f"t.{field.name}" for field in fields(SystemStanding))

    def read(relation: str, columns: str, rest: str) -> list[tuple[object, ...]]:
        of_day = relations_read(source, f"from {relation}", [as_of], scope)
        return source.rows(f"{of_day} select {columns} from {relation} as t {rest}", asked)

    found = read("information_system_as_of", names, f"where t.information_system_id = $system_id and {where}")
    if not found:
        return None
    standing = SystemStanding(*found[0])  # type: ignore[arg-type]
    asked["unit_id"] = standing.unit_id or 0
    counts = source.rows(
        """select fact_date, monthly_active_users / nullif(cast(authorised_users as double), 0),
            logins_90_days
        from system_use where information_system_id = $system_id and fact_date <= cast($as_of as date)
        order by fact_date""",
        asked,
    )
    money = read(
        "system_money_as_of",
        "t.plan_year, t.money_purpose, cast(sum(t.budget_fen) as bigint), cast(sum(t.spent_fen) as bigint)",
        "where t.information_system_id = $system_id group by all order by all",
    )
    resources = read(
        "information_resource_as_of",
        "t.resource_code, t.resource, t.update_cycle, t.update_state, t.last_updated_date, t.is_shared",
        f"where t.information_system_id = $system_id and {where} order by t.resource_code",
    )
    audits = read(
        "system_audit_as_of",
        "t.project_id, t.project, t.project_state, t.audit_mode, t.delivery_date",
        f"where t.unit_id = $unit_id and {where} order by t.plan_year desc, t.project_code",
    )
    findings = read(
        "finding_as_of",
        "t.finding_id, t.title, t.state, t.amount_fen, t.found_date",
        f"""join system_finding as s on s.finding_id = t.finding_id
        where s.information_system_id = $system_id and {where} order by t.found_date desc, t.finding_code""",
    )
    return SystemCard(
        as_of=as_of,
        standing=standing,
        counts=tuple(UseCount(*row) for row in counts),
        money=tuple(YearMoney(*row) for row in money),  # type: ignore[arg-type]
        resources=tuple(HeldResource(*row) for row in resources),  # type: ignore[arg-type]
        audits=tuple(SystemAuditLine(*row) for row in audits),  # type: ignore[arg-type]
        findings=tuple(SystemFindingLine(*row) for row in findings),  # type: ignore[arg-type]
    )
