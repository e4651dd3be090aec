"""How many rows each register has brought so far, and what was imported into it last."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, select, true

from data.events import RegisterImported
from data.schema import (
    ArchiveFile,
    AuditObject,
    Base,
    CatalogueItem,
    ContractVariation,
    CoverageRule,
    DataRequest,
    DataSource,
    DebtPosition,
    DirectFund,
    DirectFundReport,
    Document,
    DutyReport,
    EscalationReply,
    EvaluationMark,
    Event,
    ExposedProblem,
    IndicatorTarget,
    IndicatorValue,
    InformationResource,
    InformationSystem,
    InternalAuditYear,
    InvestmentProject,
    ItFacility,
    LibraryItem,
    NetworkAsset,
    Offer,
    Post,
    PostAudit,
    Project,
    ProjectMember,
    QualityDefect,
    QualityReview,
    Region,
    Report,
    ResearchTopic,
    ResponsibilityItem,
    Rollout,
    Section,
    SecurityActivity,
    SecurityIssue,
    SettlementReview,
    SocialAuditCheck,
    Staff,
    StaffRecord,
    SystemAuditUnit,
    SystemMoney,
    SystemRotation,
    SystemSecurity,
    Task,
    Training,
    TrainingRecord,
    Unit,
    UnitCost,
    WorkRecord,
)

_NEWEST = 200  # imports that are looked through; older ones of a register are as good as none


@dataclass(frozen=True)
class RegisterCount:
    """`rows` are in the database, however they came; `stubs` of them were only referred to (待核)."""

    rows: int
    stubs: int
    last_imported_at: datetime | None
    last_file: str | None


_COUNTED: dict[str, tuple[type[Base], ColumnElement[bool]]] = {
    "regions": (Region, true()),
    "sections": (Section, true()),
    "coverage_rules": (CoverageRule, true()),
    "units": (Unit, true()),
    "audit_objects": (AuditObject, AuditObject.unit_id.is_(None)),
    "posts": (Post, true()),
    "staff": (Staff, true()),
    "staff_records": (StaffRecord, true()),
    "trainings": (Training, true()),
    "training_records": (TrainingRecord, true()),
    "projects": (Project, true()),
    "documents": (Report, true()),
    "members": (ProjectMember, true()),
    "work_records": (WorkRecord, true()),
    "post_audits": (PostAudit, true()),
    "library": (LibraryItem, true()),
    "indicators": (IndicatorTarget, true()),
    "indicator_values": (IndicatorValue, true()),
    "tasks": (Task, true()),
    "data_sources": (DataSource, true()),
    "catalogue_items": (CatalogueItem, true()),
    "data_requests": (DataRequest, true()),
    "investment_projects": (InvestmentProject, true()),
    "it_facilities": (ItFacility, true()),
    "information_systems": (InformationSystem, true()),
    "system_money": (SystemMoney, true()),
    "system_security": (SystemSecurity, true()),
    "information_resources": (InformationResource, true()),
    "system_audits": (SystemAuditUnit, true()),
    "system_rotation": (SystemRotation, true()),
    "rollouts": (Rollout, true()),
    "network_assets": (NetworkAsset, true()),
    "security_activities": (SecurityActivity, true()),
    "security_issues": (SecurityIssue, true()),
    "quality_reviews": (QualityReview, true()),
    "quality_defects": (QualityDefect, true()),
    "exposed_problems": (ExposedProblem, true()),
    "research_topics": (ResearchTopic, true()),
    "internal_audits": (InternalAuditYear, true()),
    "social_audit_checks": (SocialAuditCheck, true()),
    "duty_reports": (DutyReport, true()),
    "responsibility_items": (ResponsibilityItem, true()),
    "evaluation_marks": (EvaluationMark, true()),
    "debt_positions": (DebtPosition, true()),
    "direct_funds": (DirectFund, true()),
    "direct_fund_reports": (DirectFundReport, true()),
    "settlements": (SettlementReview, true()),
    "contract_variations": (ContractVariation, true()),
    "unit_costs": (UnitCost, true()),
    "office_documents": (Document, true()),
    "archive_files": (ArchiveFile, true()),
    "escalation_replies": (EscalationReply, true()),
    "offers": (Offer, true()),
}


def register_counts(connection: Connection) -> dict[str, RegisterCount]:
    """By name of the register. Counts the whole database: not for a reader bound to a part of it."""
    question = (
        select(Event.happened_at, Event.detail)
        .where(Event.kind == RegisterImported.kind)
        .order_by(Event.event_id.desc())
        .limit(_NEWEST)
    )
    last: dict[str, tuple[datetime, str]] = {}
    for happened_at, detail in connection.execute(question):
        told = json.loads(detail)
        last.setdefault(told["register"], (happened_at, told["file_name"]))
    return {name: _count(connection, name, *last.get(name, (None, None))) for name in _COUNTED}


def _count(connection: Connection, name: str, at: datetime | None, file_name: str | None) -> RegisterCount:
    mapped, condition = _COUNTED[name]
    table = mapped.__table__
    rows = connection.scalar(select(func.count()).select_from(table).where(condition)) or 0
    stubs = 0
    if "is_stub" in table.c:
        stubs = connection.scalar(select(func.count()).select_from(table).where(table.c.is_stub)) or 0
    return RegisterCount(rows, stubs, at, file_name)
