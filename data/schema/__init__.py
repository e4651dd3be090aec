"""The audit database, table by table (SQLAlchemy 2 typed). Tables are named in the singular.

Money is integer 分 in columns ending in `_fen`. Dated facts carry the date of the fact (`fact_date`) and the
moment they were recorded (`recorded_at`, UTC); states are never stored, they are derived from the facts.
"""

from data.schema.account import Account, AccountRole, AccountSession
from data.schema.base import Base
from data.schema.calendar import CalendarDay
from data.schema.event import ChainHead, Event, FindingChange
from data.schema.finding import (
    Accountability,
    EstablishedRule,
    Finding,
    FindingReport,
    Milestone,
    ProblemClass,
    Recommendation,
    Rectification,
    RectifiedMoney,
    SupervisionStep,
    Transfer,
)
from data.schema.indicator import Indicator, IndicatorPlan, IndicatorTarget, IndicatorValue
from data.schema.organisation import Official, Post, Region, Section, Unit
from data.schema.project import Project, ProjectStage, Report
from data.schema.setting import BureauSetting
from data.schema.suspect import Suspect, SuspectStep

__all__ = [
    "Account",
    "AccountRole",
    "AccountSession",
    "Accountability",
    "Base",
    "BureauSetting",
    "CalendarDay",
    "ChainHead",
    "EstablishedRule",
    "Event",
    "Finding",
    "FindingChange",
    "FindingReport",
    "Indicator",
    "IndicatorPlan",
    "IndicatorTarget",
    "IndicatorValue",
    "Milestone",
    "Official",
    "Post",
    "ProblemClass",
    "Project",
    "ProjectStage",
    "Recommendation",
    "Rectification",
    "RectifiedMoney",
    "Region",
    "Report",
    "Section",
    "SupervisionStep",
    "Suspect",
    "SuspectStep",
    "Transfer",
    "Unit",
]
