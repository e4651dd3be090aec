"""The audit database, table by table (SQLAlchemy 2 typed). Tables are named in the singular.

Money is integer 分 in columns ending in `_fen`. Dated facts carry the date of the fact (`fact_date`) and the
moment they were recorded (`recorded_at`, UTC); states are never stored, they are derived from the facts.
"""

from data.schema.account import Account, AccountRole, AccountSession
from data.schema.audit_model import (
    AuditModel,
    AuditModelText,
    ModelFavourite,
    ModelNote,
    ModelRun,
    ModelRunDataset,
)
from data.schema.base import Base
from data.schema.calendar import CalendarDay
from data.schema.coverage import AuditObject, CoverageRule, LibraryItem, ObjectDuty, ProjectObject
from data.schema.data_room import (
    CatalogueItem,
    DataMovement,
    DataRequest,
    DataRequestStep,
    DataSource,
    MovementClosing,
    OutputApproval,
    OutputDataset,
    RoomBooking,
    SourceArrival,
    Undertaking,
)
from data.schema.dataset import (
    ColumnMask,
    Dataset,
    DatasetShare,
    DatasetUse,
    DatasetVersion,
    QueryRun,
    Recipe,
    SavedQuery,
)
from data.schema.diary import DiaryEntry
from data.schema.display import DisplayToken
from data.schema.document import ArchiveFile, ArchiveLoan, Document, DocumentLink, DocumentStep
from data.schema.economic_responsibility import PostAudit, WarningRule, WarningThreshold
from data.schema.escalation import (
    EscalationDecision,
    EscalationLetter,
    EscalationLetterFinding,
    EscalationReply,
)
from data.schema.event import ChainHead, Event, FindingChange
from data.schema.finding import (
    Accountability,
    EstablishedRule,
    Finding,
    FindingReport,
    Milestone,
    PlannedStep,
    ProblemClass,
    Recommendation,
    Rectification,
    RectifiedMoney,
    SupervisionStep,
    Transfer,
)
from data.schema.fiscal import DebtPosition, DirectFund, DirectFundReport
from data.schema.indicator import Indicator, IndicatorPlan, IndicatorTarget, IndicatorValue
from data.schema.information_system import (
    FacilityUse,
    InformationResource,
    InformationSystem,
    ItFacility,
    ResourceFact,
    SystemAudit,
    SystemAuditUnit,
    SystemFinding,
    SystemMoney,
    SystemRotation,
    SystemSecurity,
    SystemUse,
)
from data.schema.investment import (
    InvestmentAudit,
    InvestmentFact,
    InvestmentFinding,
    InvestmentPlace,
    InvestmentProject,
    InvestmentReference,
)
from data.schema.knowledge import KnowledgeCardVersion
from data.schema.major_problem import MajorProblemStep, MajorProblemWeek
from data.schema.map import MapLayer, ModelRunLayer
from data.schema.organisation import Official, Post, Region, Section, Unit
from data.schema.oversight import DutyReport, InternalAuditYear, SocialAuditCheck
from data.schema.project import Project, ProjectPause, ProjectStage, Report
from data.schema.quality import ExposedProblem, QualityDefect, QualityReview, ResearchTopic
from data.schema.repeat import RepeatDecision
from data.schema.responsibility import EvaluationMark, ResponsibilityItem
from data.schema.search import SearchStale, SearchText
from data.schema.security import NetworkAsset, Rollout, SecurityActivity, SecurityIssue
from data.schema.setting import BureauSetting
from data.schema.snapshot import Snapshot, SnapshotFigure, SnapshotFinding
from data.schema.staff import ProjectMember, Staff, WorkRecord
from data.schema.suspect import Attachment, Suspect, SuspectEvidence, SuspectParty, SuspectStep
from data.schema.task import Task, TaskStep
from data.schema.team import (
    Offer,
    OfferStep,
    PromotionRule,
    StaffChange,
    StaffRecord,
    Training,
    TrainingRecord,
)
from data.schema.truth_check import TruthCheck, TruthResult, TruthSample
from data.schema.works import ContractVariation, SettlementReview, UnitCost

__all__ = [
    "Account",
    "AccountRole",
    "AccountSession",
    "Accountability",
    "ArchiveFile",
    "ArchiveLoan",
    "Attachment",
    "AuditModel",
    "AuditModelText",
    "AuditObject",
    "Base",
    "BureauSetting",
    "CalendarDay",
    "CatalogueItem",
    "ChainHead",
    "ColumnMask",
    "ContractVariation",
    "CoverageRule",
    "DataMovement",
    "DataRequest",
    "DataRequestStep",
    "DataSource",
    "Dataset",
    "DatasetShare",
    "DatasetUse",
    "DatasetVersion",
    "DebtPosition",
    "DiaryEntry",
    "DirectFund",
    "DirectFundReport",
    "DisplayToken",
    "Document",
    "DocumentLink",
    "DocumentStep",
    "DutyReport",
    "EscalationDecision",
    "EscalationLetter",
    "EscalationLetterFinding",
    "EscalationReply",
    "EstablishedRule",
    "EvaluationMark",
    "Event",
    "ExposedProblem",
    "FacilityUse",
    "Finding",
    "FindingChange",
    "FindingReport",
    "Indicator",
    "IndicatorPlan",
    "IndicatorTarget",
    "IndicatorValue",
    "InformationResource",
    "InformationSystem",
    "InternalAuditYear",
    "InvestmentAudit",
    "InvestmentFact",
    "InvestmentFinding",
    "InvestmentPlace",
    "InvestmentProject",
    "InvestmentReference",
    "ItFacility",
    "KnowledgeCardVersion",
    "LibraryItem",
    "MajorProblemStep",
    "MajorProblemWeek",
    "MapLayer",
    "Milestone",
    "ModelFavourite",
    "ModelNote",
    "ModelRun",
    "ModelRunDataset",
    "ModelRunLayer",
    "MovementClosing",
    "NetworkAsset",
    "ObjectDuty",
    "Offer",
    "OfferStep",
    "Official",
    "OutputApproval",
    "OutputDataset",
    "PlannedStep",
    "Post",
    "PostAudit",
    "ProblemClass",
    "Project",
    "ProjectMember",
    "ProjectObject",
    "ProjectPause",
    "ProjectStage",
    "PromotionRule",
    "QualityDefect",
    "QualityReview",
    "QueryRun",
    "Recipe",
    "Recommendation",
    "Rectification",
    "RectifiedMoney",
    "Region",
    "RepeatDecision",
    "Report",
    "ResearchTopic",
    "ResourceFact",
    "ResponsibilityItem",
    "Rollout",
    "RoomBooking",
    "SavedQuery",
    "SearchStale",
    "SearchText",
    "Section",
    "SecurityActivity",
    "SecurityIssue",
    "SettlementReview",
    "Snapshot",
    "SnapshotFigure",
    "SnapshotFinding",
    "SocialAuditCheck",
    "SourceArrival",
    "Staff",
    "StaffChange",
    "StaffRecord",
    "SupervisionStep",
    "Suspect",
    "SuspectEvidence",
    "SuspectParty",
    "SuspectStep",
    "SystemAudit",
    "SystemAuditUnit",
    "SystemFinding",
    "SystemMoney",
    "SystemRotation",
    "SystemSecurity",
    "SystemUse",
    "Task",
    "TaskStep",
    "Training",
    "TrainingRecord",
    "Transfer",
    "TruthCheck",
    "TruthResult",
    "TruthSample",
    "Undertaking",
    "Unit",
    "UnitCost",
    "WarningRule",
    "WarningThreshold",
    "WorkRecord",
]
