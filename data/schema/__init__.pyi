from .account import Account as Account
from .account import AccountRole as AccountRole
from .account import AccountSession as AccountSession
from .attachment import Attachment as Attachment
from .attachment import AttachmentText as AttachmentText
from .audit_model import (
    AuditModel as AuditModel,
)
from .audit_model import (
    AuditModelText as AuditModelText,
)
from .audit_model import (
    ModelFavourite as ModelFavourite,
)
from .audit_model import (
    ModelNote as ModelNote,
)
from .audit_model import (
    ModelRun as ModelRun,
)
from .audit_model import (
    ModelRunDataset as ModelRunDataset,
)
from .base import Base as Base
from .calendar import CalendarDay as CalendarDay
from .coverage import (
    AuditObject as AuditObject,
)
from .coverage import (
    CoverageRule as CoverageRule,
)
from .coverage import (
    LibraryItem as LibraryItem,
)
from .coverage import (
    ObjectDuty as ObjectDuty,
)
from .coverage import (
    ProjectObject as ProjectObject,
)
from .data_room import (
    CatalogueItem as CatalogueItem,
)
from .data_room import (
    DataMovement as DataMovement,
)
from .data_room import (
    DataRequest as DataRequest,
)
from .data_room import (
    DataRequestStep as DataRequestStep,
)
from .data_room import (
    DataSource as DataSource,
)
from .data_room import (
    MovementClosing as MovementClosing,
)
from .data_room import (
    OutputApproval as OutputApproval,
)
from .data_room import (
    OutputDataset as OutputDataset,
)
from .data_room import (
    RoomBooking as RoomBooking,
)
from .data_room import (
    SourceArrival as SourceArrival,
)
from .data_room import (
    Undertaking as Undertaking,
)
from .dataset import (
    ColumnMask as ColumnMask,
)
from .dataset import (
    Dataset as Dataset,
)
from .dataset import (
    DatasetShare as DatasetShare,
)
from .dataset import (
    DatasetUse as DatasetUse,
)
from .dataset import (
    DatasetVersion as DatasetVersion,
)
from .dataset import (
    QueryRun as QueryRun,
)
from .dataset import (
    Recipe as Recipe,
)
from .dataset import (
    SavedQuery as SavedQuery,
)
from .diary import DiaryEntry as DiaryEntry
from .display import DisplayToken as DisplayToken
from .document import (
    ArchiveFile as ArchiveFile,
)
from .document import (
    ArchiveLoan as ArchiveLoan,
)
from .document import (
    Document as Document,
)
from .document import (
    DocumentLink as DocumentLink,
)
from .document import (
    DocumentStep as DocumentStep,
)
from .economic_responsibility import (
    PostAudit as PostAudit,
)
from .economic_responsibility import (
    WarningRule as WarningRule,
)
from .economic_responsibility import (
    WarningThreshold as WarningThreshold,
)
from .escalation import (
    EscalationDecision as EscalationDecision,
)
from .escalation import (
    EscalationLetter as EscalationLetter,
)
from .escalation import (
    EscalationLetterFinding as EscalationLetterFinding,
)
from .escalation import (
    EscalationReply as EscalationReply,
)
from .event import ChainHead as ChainHead
from .event import Event as Event
from .event import FindingChange as FindingChange
from .finding import (
    Accountability as Accountability,
)
from .finding import (
    EstablishedRule as EstablishedRule,
)
from .finding import (
    Finding as Finding,
)
from .finding import (
    FindingReport as FindingReport,
)
from .finding import (
    Milestone as Milestone,
)
from .finding import (
    PlannedStep as PlannedStep,
)
from .finding import (
    ProblemClass as ProblemClass,
)
from .finding import (
    Recommendation as Recommendation,
)
from .finding import (
    Rectification as Rectification,
)
from .finding import (
    RectifiedMoney as RectifiedMoney,
)
from .finding import (
    SupervisionStep as SupervisionStep,
)
from .finding import (
    Transfer as Transfer,
)
from .fiscal import (
    DebtPosition as DebtPosition,
)
from .fiscal import (
    DirectFund as DirectFund,
)
from .fiscal import (
    DirectFundReport as DirectFundReport,
)
from .indicator import (
    Indicator as Indicator,
)
from .indicator import (
    IndicatorPlan as IndicatorPlan,
)
from .indicator import (
    IndicatorTarget as IndicatorTarget,
)
from .indicator import (
    IndicatorValue as IndicatorValue,
)
from .information_system import (
    FacilityUse as FacilityUse,
)
from .information_system import (
    InformationResource as InformationResource,
)
from .information_system import (
    InformationSystem as InformationSystem,
)
from .information_system import (
    ItFacility as ItFacility,
)
from .information_system import (
    ResourceFact as ResourceFact,
)
from .information_system import (
    SystemAudit as SystemAudit,
)
from .information_system import (
    SystemAuditUnit as SystemAuditUnit,
)
from .information_system import (
    SystemFinding as SystemFinding,
)
from .information_system import (
    SystemMoney as SystemMoney,
)
from .information_system import (
    SystemRotation as SystemRotation,
)
from .information_system import (
    SystemSecurity as SystemSecurity,
)
from .information_system import (
    SystemUse as SystemUse,
)
from .investment import (
    InvestmentAudit as InvestmentAudit,
)
from .investment import (
    InvestmentFact as InvestmentFact,
)
from .investment import (
    InvestmentFinding as InvestmentFinding,
)
from .investment import (
    InvestmentPlace as InvestmentPlace,
)
from .investment import (
    InvestmentProject as InvestmentProject,
)
from .investment import (
    InvestmentReference as InvestmentReference,
)
from .knowledge import KnowledgeCardVersion as KnowledgeCardVersion
from .major_problem import MajorProblemStep as MajorProblemStep
from .major_problem import MajorProblemWeek as MajorProblemWeek
from .map import MapLayer as MapLayer
from .map import ModelRunLayer as ModelRunLayer
from .organisation import (
    Official as Official,
)
from .organisation import (
    Post as Post,
)
from .organisation import (
    Region as Region,
)
from .organisation import (
    Section as Section,
)
from .organisation import (
    Unit as Unit,
)
from .oversight import (
    DutyReport as DutyReport,
)
from .oversight import (
    InternalAuditYear as InternalAuditYear,
)
from .oversight import (
    SocialAuditCheck as SocialAuditCheck,
)
from .project import (
    Project as Project,
)
from .project import (
    ProjectPause as ProjectPause,
)
from .project import (
    ProjectStage as ProjectStage,
)
from .project import (
    Report as Report,
)
from .quality import (
    ExposedProblem as ExposedProblem,
)
from .quality import (
    QualityDefect as QualityDefect,
)
from .quality import (
    QualityReview as QualityReview,
)
from .quality import (
    ResearchTopic as ResearchTopic,
)
from .repeat import RepeatDecision as RepeatDecision
from .responsibility import EvaluationMark as EvaluationMark
from .responsibility import ResponsibilityItem as ResponsibilityItem
from .search import SearchStale as SearchStale
from .search import SearchText as SearchText
from .security import (
    NetworkAsset as NetworkAsset,
)
from .security import (
    Rollout as Rollout,
)
from .security import (
    SecurityActivity as SecurityActivity,
)
from .security import (
    SecurityIssue as SecurityIssue,
)
from .setting import BureauSetting as BureauSetting
from .snapshot import (
    Snapshot as Snapshot,
)
from .snapshot import (
    SnapshotFigure as SnapshotFigure,
)
from .snapshot import (
    SnapshotFinding as SnapshotFinding,
)
from .staff import ProjectMember as ProjectMember
from .staff import Staff as Staff
from .staff import WorkRecord as WorkRecord
from .suspect import (
    Suspect as Suspect,
)
from .suspect import (
    SuspectEvidence as SuspectEvidence,
)
from .suspect import (
    SuspectParty as SuspectParty,
)
from .suspect import (
    SuspectStep as SuspectStep,
)
from .task import Task as Task
from .task import TaskStep as TaskStep
from .team import (
    Offer as Offer,
)
from .team import (
    OfferStep as OfferStep,
)
from .team import (
    PromotionRule as PromotionRule,
)
from .team import (
    StaffChange as StaffChange,
)
from .team import (
    StaffRecord as StaffRecord,
)
from .team import (
    Training as Training,
)
from .team import (
    TrainingRecord as TrainingRecord,
)
from .truth_check import TruthCandidate as TruthCandidate
from .truth_check import TruthCheck as TruthCheck
from .truth_check import TruthResult as TruthResult
from .truth_check import TruthSample as TruthSample
from .works import (
    ContractVariation as ContractVariation,
)
from .works import (
    SettlementReview as SettlementReview,
)
from .works import (
    UnitCost as UnitCost,
)

__all__: list[str]
