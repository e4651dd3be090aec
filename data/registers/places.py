"""Where a record belongs: the regions and sections by which rights are bound. Empty belongs to nobody."""

from typing import Any

from data.access.roles import User
from data.intake.change import Record
from data.registers.book import Book
from data.schema import (
    ArchiveFile,
    AuditObject,
    Base,
    CatalogueItem,
    ContractVariation,
    DataRequest,
    DataSource,
    DebtPosition,
    DirectFund,
    DirectFundReport,
    Document,
    DocumentLink,
    DocumentStep,
    DutyReport,
    EscalationLetter,
    EscalationLetterFinding,
    EscalationReply,
    EvaluationMark,
    ExposedProblem,
    FacilityUse,
    Finding,
    Indicator,
    IndicatorTarget,
    IndicatorValue,
    InformationResource,
    InformationSystem,
    InternalAuditYear,
    InvestmentFact,
    InvestmentPlace,
    InvestmentProject,
    ItFacility,
    LibraryItem,
    NetworkAsset,
    ObjectDuty,
    Offer,
    OfferStep,
    Official,
    Post,
    PostAudit,
    Project,
    ProjectMember,
    ProjectObject,
    ProjectPause,
    ProjectStage,
    QualityDefect,
    QualityReview,
    Region,
    Report,
    ResearchTopic,
    ResourceFact,
    ResponsibilityItem,
    Rollout,
    SecurityActivity,
    SecurityIssue,
    SettlementReview,
    SocialAuditCheck,
    Staff,
    StaffRecord,
    SystemAudit,
    SystemAuditUnit,
    SystemFinding,
    SystemMoney,
    SystemRotation,
    SystemSecurity,
    SystemUse,
    Task,
    TaskStep,
    Training,
    TrainingRecord,
    Unit,
    UnitCost,
    WorkRecord,
)

# What takes the place of another record, by the column that refers to it.
_FOLLOWS: dict[type[Base], tuple[str, type[Base]]] = {
    ProjectStage: ("project_id", Project),
    ProjectPause: ("project_id", Project),
    ProjectObject: ("project_id", Project),
    ProjectMember: ("project_id", Project),
    PostAudit: ("project_id", Project),
    Report: ("project_id", Project),
    WorkRecord: ("project_id", Project),
    ObjectDuty: ("audit_object_id", AuditObject),
    Post: ("unit_id", Unit),
    TaskStep: ("task_id", Task),
    IndicatorTarget: ("indicator_code", Indicator),
    IndicatorValue: ("indicator_code", Indicator),
    InvestmentPlace: ("investment_project_id", InvestmentProject),
    InvestmentFact: ("investment_project_id", InvestmentProject),
    ItFacility: ("unit_id", Unit),
    FacilityUse: ("it_facility_id", ItFacility),
    InformationSystem: ("unit_id", Unit),
    SystemUse: ("information_system_id", InformationSystem),
    SystemSecurity: ("information_system_id", InformationSystem),
    SystemMoney: ("information_system_id", InformationSystem),
    SystemFinding: ("information_system_id", InformationSystem),
    InformationResource: ("unit_id", Unit),
    ResourceFact: ("information_resource_id", InformationResource),
    SystemAudit: ("project_id", Project),
    SystemAuditUnit: ("unit_id", Unit),
    SystemRotation: ("unit_id", Unit),
    SecurityIssue: ("security_activity_id", SecurityActivity),
    QualityReview: ("project_id", Project),
    QualityDefect: ("quality_review_id", QualityReview),
    ExposedProblem: ("project_id", Project),
    InternalAuditYear: ("unit_id", Unit),
    ResponsibilityItem: ("post_id", Post),
    EvaluationMark: ("post_audit_id", PostAudit),
    DirectFundReport: ("direct_fund_id", DirectFund),
    SettlementReview: ("investment_project_id", InvestmentProject),
    ContractVariation: ("investment_project_id", InvestmentProject),
    UnitCost: ("investment_project_id", InvestmentProject),
    StaffRecord: ("staff_id", Staff),
    TrainingRecord: ("staff_id", Staff),
    DocumentStep: ("document_id", Document),
    DocumentLink: ("document_id", Document),
    OfferStep: ("offer_id", Offer),
    EscalationReply: ("escalation_letter_id", EscalationLetter),
}
_OWN = (
    AuditObject,
    ArchiveFile,
    Document,
    Training,
    LibraryItem,
    Task,
    Staff,
    Indicator,
    DataSource,
    CatalogueItem,
    DataRequest,
    InvestmentProject,
    Rollout,
    NetworkAsset,
    SecurityActivity,
    ResearchTopic,
    SocialAuditCheck,
    DutyReport,
    DebtPosition,
    DirectFund,
)

Place = tuple[str | None, str | None]  # region code, section code
_EVERY_REGION = "*"  # of what belongs to none, and is kept by whoever is bound to any, as on its page


def is_bound(user: User | None) -> bool:
    """Whether the user brings only part of the rows. The command line has no user."""
    return user is not None and bool(user.region_code or user.section_code)


def places(book: Book, record: Record, *, before: bool = False) -> list[Place]:
    """Where a record belongs now, or belonged before this file; an official wherever they hold posts."""

    def values(held: Record) -> dict[str, Any]:
        return held.before or {} if before else held.values

    kind = record.table
    if kind is Official:
        posts = book.all(Post, official_id=record)
        return [place for post in posts for place in places(book, post, before=before)] or [(None, None)]
    if kind in _FOLLOWS:
        column, followed = _FOLLOWS[kind]
        other = book.at(followed, values(record).get(column))
        return places(book, other, before=before and not other.is_new) if other else [(None, None)]
    if kind is EscalationLetter:
        return [_letter_place(book, record)]
    region, section = (_code(values(record).get(name)) for name in ("region_code", "section_code"))
    if kind is Region:
        return [(region, None)]
    if kind is Unit:
        entry = book.find(AuditObject, unit_id=record)
        return [(region, _code(values(entry).get("section_code")) if entry else None)]
    if kind is Project and region is None:
        unit = book.at(Unit, values(record).get("unit_id"))
        region = _code(values(unit).get("region_code")) if unit else None
    if kind is Offer:
        region = _EVERY_REGION
    return [(region, section)] if kind in (*_OWN, Offer, Project) else [(None, None)]


def _letter_place(book: Book, letter: Record) -> Place:
    """Where its findings belong, which are of one section and region (data/ledger/finding_place.py)."""
    for listed in book.all(EscalationLetterFinding, escalation_letter_id=letter):
        finding = book.at(Finding, listed.values["finding_id"])
        assert finding is not None, "a letter lists findings that are there"
        above = (book.at(Project, finding.values["project_id"]), book.at(Unit, finding.values["unit_id"]))
        holders = [finding, *(record for record in above if record)]
        regions, sections = (
            [code for holder in holders if (code := holder.values.get(name))]
            for name in ("region_code", "section_code")
        )
        return next(iter(regions), None), next(iter(sections), None)
    return None, None


def is_within(book: Book, user: User, place: Place) -> bool:
    """Whether a place lies in the part that the user is bound to."""
    region, section = place
    if user.section_code and section != user.section_code:
        return False
    if not user.region_code or region == _EVERY_REGION:
        return True
    seen: set[str] = set()
    while region and region not in seen:
        if region == user.region_code:
            return True
        seen.add(region)
        found = book.find(Region, region_code=region)
        region = _code(found.values.get("parent_code")) if found else None
    return False


def _code(value: object) -> str | None:
    """The code behind a reference; a new region or section has its code already."""
    if isinstance(value, Record):
        code = value.values.get("region_code") or value.values.get("section_code")
        return str(code) if code else None
    return value if isinstance(value, str) else None
