"""The documents that carry findings: audit reports, decisions, special reports, the yearly work report."""

from dataclasses import dataclass
from datetime import date

from data.demo.days import AS_OF, as_date, day
from data.demo.projects import PLAN_YEARS, DemoProject

_NUMBERS = {
    "audit_report": "示审报",
    "decision": "示审决",
    "work_report": "示审工",
    "special_report": "示审专",
}
# 审计工作报告 of a year goes to the people's congress in July of the next.
_WORK_REPORT_DAYS = {year: date(year + 1, 7, 24 - year % 4) for year in PLAN_YEARS}
_SPECIAL_TYPES = ("livelihood", "special_fund", "state_enterprise", "environment")
_DECISION_TYPES = frozenset(
    {"budget_execution", "investment", "state_enterprise", "special_fund", "livelihood"}
)


@dataclass(frozen=True)
class DemoReport:
    """One document with its number, such as 示审报〔2024〕12号."""

    report_id: int
    kind: str
    document_number: str
    project_id: int | None
    year: int
    issued: int
    delivered: int


@dataclass(frozen=True)
class DemoReports:
    """All documents, and how to find those that may cite a finding."""

    all: list[DemoReport]
    of_project: dict[int, DemoReport]
    decision_of: dict[int, DemoReport]
    work_report_of: dict[int, DemoReport]  # by plan year
    special_of: dict[tuple[int, str], DemoReport]  # by plan year and type of project


def demo_reports(projects: list[DemoProject]) -> DemoReports:
    """Documents of the delivered projects, numbered in the order of their issue within each year."""
    drafts: list[tuple[int, int, str, int | None, int, str]] = []
    for project in projects:
        if project.is_delivered:
            issued, year = project.actual[8] + 2, project.plan_year
            drafts.append((issued, project.delivered, "audit_report", project.project_id, year, ""))
            if project.project_type in _DECISION_TYPES and project.project_id % 5 < 2:
                drafts.append((issued, project.delivered, "decision", project.project_id, year, ""))
    for year, issue in _WORK_REPORT_DAYS.items():
        delivered = day(issue)
        if delivered <= AS_OF:
            drafts.append((delivered - 3, delivered, "work_report", None, year, ""))
        for number, project_type in enumerate(_SPECIAL_TYPES):
            special = day(date(year + 1, 3, 3 + 5 * number))
            if special <= AS_OF:
                drafts.append((special - 2, special, "special_report", None, year, project_type))
    drafts.sort(key=lambda draft: (draft[0], draft[2], draft[3] or 0, draft[5]))
    result = DemoReports([], {}, {}, {}, {})
    counters: dict[tuple[str, int], int] = {}
    for issued, delivered, kind, project_id, year, project_type in drafts:
        issue_year = as_date(issued).year
        number = counters[kind, issue_year] = counters.get((kind, issue_year), 0) + 1
        document_number = f"{_NUMBERS[kind]}〔{issue_year}〕{number}号"
        report = DemoReport(len(result.all) + 1, kind, document_number, project_id, year, issued, delivered)
        result.all.append(report)
        if kind == "audit_report" and project_id:
            result.of_project[project_id] = report
        elif kind == "decision" and project_id:
            result.decision_of[project_id] = report
        elif kind == "work_report":
            result.work_report_of[year] = report
        else:
            result.special_of[year, project_type] = report
    return result
