"""One statement against what is recorded of its finding: which fields differ, and what has to be written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from data.intake.change import Change, Delete, Insert, Record, Update, Write
from data.ledger.facts.counts import count_changes, settle_count
from data.ledger.facts.fact import Fact, standing, writes
from data.ledger.facts.limits import settle_limit
from data.ledger.facts.milestones import (
    acceptance_date,
    is_accepted,
    is_reopened,
    milestone_changes,
    settle_milestones,
)
from data.ledger.facts.money import money_changes, settle_money
from data.ledger.facts.recommendation import recommendation_changes, settle_recommendation
from data.ledger.facts.supervision import settle_supervision, supervision_changes
from data.ledger.facts.transfer import settle_transfer, transfer_changes
from data.ledger.recorded import FACT_TABLES, RecordedFinding
from data.ledger.shared import Named, Shared, report_kind, report_year, work_report_number
from data.ledger.statement import Statement
from data.schema import (
    Accountability,
    Base,
    EstablishedRule,
    Finding,
    FindingReport,
    Milestone,
    Recommendation,
    Rectification,
    RectifiedMoney,
    SupervisionStep,
    Transfer,
)

# Columns that take the value of a field as it is: column -> field.
_FINDING_COLUMNS = {
    name: name
    for name in (
        "title",
        "description",
        "nature",
        "legal_basis",
        "is_major",
        "has_leader_instruction",
        "is_repeat",
        "prior_finding_reference",
        "handling_opinion",
        "suspect_reference",
    )
} | {"amount_fen": "amount"}
_RECTIFICATION_COLUMNS = (
    "rectification_type",
    "supervising_unit",
    "responsible_leader",
    "responsible_person",
    "standard",
    "measures",
    "due_date",
    "committed_date",
    "account",
    "incomplete_reason",
    "next_step",
    "evidence_list",
    "tracking_count",
    "last_tracking_date",
    "publication",
    "archive_number",
)


@dataclass
class Difference:
    """What differs for one finding: history, writes and notices, with the record of the finding itself."""

    finding: Record
    changes: list[Change] = field(default_factory=list)
    writes: list[Write] = field(default_factory=list)
    notices: list[tuple[str, str]] = field(default_factory=list)


def compare(statement: Statement, named: Named, there: RecordedFinding | None, shared: Shared) -> Difference:
    """What has to change so that the ledger says what the statement says."""
    values = statement.values
    wanted = _finding_values(statement, named, there)
    label = values["finding_code"]
    if there is None:
        finding = Record(Finding, label, wanted)
        difference = Difference(finding)
    else:
        finding = Record(Finding, label, dict(there.values), there.finding_id, dict(there.values))
        difference = Difference(finding)
        _update_finding(difference, wanted, there, shared)
    facts = {table: list(there.facts[table]) if there else [] for table in FACT_TABLES}
    # A limit counted from a day found that is being corrected is itself corrected, not extended.
    may_extend = not (statement.is_due_date_counted and "found_date" in _differing(wanted, there))
    milestones = facts[Milestone] if may_extend else None
    _rectification(difference, statement, named, there, shared, milestones=milestones)
    _facts(difference, statement, named, there, facts)
    _citations(difference, statement, named, there, shared)
    return difference


def _finding_values(statement: Statement, named: Named, there: RecordedFinding | None) -> dict[str, Any]:
    values = statement.values
    wanted: dict[str, Any] = {
        column: values[name] for column, name in _FINDING_COLUMNS.items() if name in values
    }
    wanted["project_id"] = named.project.record_id or named.project
    wanted["unit_id"] = named.unit.record_id or named.unit
    for column, record in (
        ("official_id", named.official),
        ("section_code", named.section),
        ("problem_class_code", named.problem_class),
    ):
        if record is not None:
            wanted[column] = record.record_id or record
    if named.region_code:
        wanted["region_code"] = named.region_code
    # A day that is only assumed stands back behind any day that is recorded.
    if there is None or not statement.is_found_date_assumed:
        wanted["found_date"] = statement.found_date
        wanted["is_found_date_assumed"] = statement.is_found_date_assumed
    if there is None:
        wanted["finding_code"] = values["finding_code"]
        if "source" in values:
            wanted["source"] = values["source"]
    return wanted


def _update_finding(
    difference: Difference, wanted: Mapping[str, Any], there: RecordedFinding, shared: Shared
) -> None:
    differing = _differing(wanted, there)
    if differing:
        difference.writes.append(Update(Finding, there.finding_id, differing))
    fields = {
        "project_id": "project_name",
        "unit_id": "unit_name",
        "official_id": "official_name",
        "section_code": "section",
        "region_code": "region",
    } | _FINDING_COLUMNS
    for column, value in differing.items():
        old, new = (shared.shown(column, shown) for shown in (there.values[column], value))
        difference.changes.append(Change(fields.get(column, column), old, new))


def _differing(wanted: Mapping[str, Any], there: RecordedFinding | None) -> dict[str, Any]:
    recorded = there.values if there else {}
    return {column: value for column, value in wanted.items() if recorded.get(column) != value}


def _rectification(
    difference: Difference,
    statement: Statement,
    named: Named,
    there: RecordedFinding | None,
    shared: Shared,
    *,
    milestones: list[Fact] | None,
) -> None:
    """The columns of the rectification; a later limit goes to the milestones, without which it corrects."""
    values = statement.values
    wanted: dict[str, Any] = {name: values[name] for name in _RECTIFICATION_COLUMNS if name in values}
    if named.responsible_unit is not None:
        wanted["responsible_unit_id"] = named.responsible_unit.record_id or named.responsible_unit
    recorded = there.rectification if there else None
    if there is None or recorded is None:
        difference.writes.append(Insert(Rectification, {"finding_id": difference.finding} | wanted))
        recorded = {}
    else:
        if milestones is not None and "due_date" in wanted:
            first, notices = settle_limit(values, recorded["due_date"], milestones, statement.day)
            wanted["due_date"] = first
            difference.notices += [("due_date", text) for text in notices]
        differing = {column: value for column, value in wanted.items() if recorded[column] != value}
        if differing:
            difference.writes.append(Update(Rectification, there.finding_id, differing))
    if there is None:
        return
    for column, value in wanted.items():
        if recorded.get(column) != value:
            field_name = "responsible_unit" if column == "responsible_unit_id" else column
            old, new = (shared.shown(column, shown) for shown in (recorded.get(column), value))
            difference.changes.append(Change(field_name, old, new))


def _facts(
    difference: Difference,
    statement: Statement,
    named: Named,
    there: RecordedFinding | None,
    facts: dict[type[Base], list[Fact]],
) -> None:
    values, day, found = statement.values, statement.day, statement.found_date
    difference.notices += [("state", text) for text in settle_milestones(values, facts[Milestone], day)]
    accepted = _accepted_on(facts[Milestone]) if is_accepted(values) else None
    happened = accepted or day
    settle_money(
        values,
        facts[RectifiedMoney],
        happened,
        is_assumed=acceptance_date(values) is None,
        taken_back_on=day if is_reopened(facts[Milestone], day) else None,
    )
    for kind, name in (("rule", "rule_count"), ("measure", "measure_count")):
        entries = [fact for fact in facts[EstablishedRule] if fact["kind"] == kind]
        others = [fact for fact in facts[EstablishedRule] if fact["kind"] != kind]
        settle_count(entries, "rule_count", values.get(name), happened, kind=kind)
        facts[EstablishedRule] = others + entries
        if there is not None:
            difference.changes += count_changes(entries, "rule_count", name)
    settle_count(
        facts[Accountability],
        "person_count",
        values.get("accountable_persons"),
        happened,
        measure=values.get("accountability_measure"),
    )
    settle_transfer(values, facts[Transfer], day)
    settle_supervision(values, facts[SupervisionStep], day)
    settle_recommendation(values, facts[Recommendation], found, max(happened, found))
    if there is not None:
        difference.changes += [
            *milestone_changes(facts[Milestone]),
            *money_changes(facts[RectifiedMoney]),
            *count_changes(facts[Accountability], "person_count", "accountable_persons"),
            *transfer_changes(facts[Transfer]),
            *supervision_changes(facts[SupervisionStep]),
            *recommendation_changes(facts[Recommendation]),
        ]
    for table, of_table in facts.items():
        keys: dict[str, Any] = {"finding_id": difference.finding}
        if table is Recommendation:
            keys["project_id"] = named.project.record_id or named.project
        difference.writes += writes(table, of_table, keys)


def _citations(
    difference: Difference,
    statement: Statement,
    named: Named,
    there: RecordedFinding | None,
    shared: Shared,
) -> None:
    recorded = there.reports if there else {}
    project, year = named.project.record_id or named.project, report_year(statement)
    cited: dict[tuple[str, str], tuple[Any, int | None]] = {
        (report_kind(number), number): (project, None) for number in statement.documents
    }
    is_in_work_report = statement.values.get("is_in_work_report")
    is_recorded = any(kind == "work_report" for kind, __ in recorded)
    if is_in_work_report and not is_recorded:
        cited["work_report", work_report_number(year)] = (None, year)
    for (kind, number), (of_project, of_year) in cited.items():
        if (kind, number) in recorded:
            continue
        report = shared.report(kind, number, of_project, of_year)
        keys = {"finding_id": difference.finding, "report_id": report.record_id or report}
        difference.writes.append(Insert(FindingReport, keys))
        if there is not None and kind != "work_report":
            difference.changes.append(Change("document_number", None, number))
    if is_in_work_report is False:
        for (kind, __), report_id in recorded.items():
            if kind == "work_report":
                difference.writes.append(Delete(FindingReport, (difference.finding, report_id)))
    if there is not None and is_in_work_report is not None and is_in_work_report != is_recorded:
        difference.changes.append(Change("is_in_work_report", is_recorded, is_in_work_report))


def _accepted_on(milestones: list[Fact]) -> Any:
    days = [fact["fact_date"] for fact in standing(milestones) if fact["kind"] == "rectified"]
    return max(days, default=None)
