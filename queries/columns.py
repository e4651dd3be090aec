"""The columns that rows are shown and exported with: title, kind, and the list that a code belongs to.

Kinds: text, whole, money (integer 分), date, yes_no, code, rate.
"""

from dataclasses import dataclass

from data.language import mark


@dataclass(frozen=True)
class Column:
    """How one column of a detail is read. `code_list` names a list of data/codes.py for kind "code"."""

    title: str
    kind: str = "text"
    code_list: str | None = None


COLUMNS = {
    "finding_code": Column(mark("Finding number")),
    "title": Column(mark("Problem")),
    "state": Column(mark("State"), "code", "state"),
    "plan_year": Column(mark("Plan year"), "whole"),
    "region": Column(mark("Region")),
    "section": Column(mark("Section")),
    "unit": Column(mark("Audited unit")),
    "responsible_unit": Column(mark("Responsible unit")),
    "project_code": Column(mark("Project number")),
    "project": Column(mark("Audit project")),
    "project_type": Column(mark("Project type"), "code", "project_type"),
    "problem_group": Column(mark("Problem class")),
    "problem_class": Column(mark("Problem subclass")),
    "nature": Column(mark("Nature"), "code", "nature"),
    "rectification_type": Column(mark("Rectification type"), "code", "rectification_type"),
    "amount_fen": Column(mark("Amount found"), "money"),
    "rectified_fen": Column(mark("Amount rectified"), "money"),
    "capped_rectified_fen": Column(mark("Amount rectified, at most the amount found"), "money"),
    "open_fen": Column(mark("Amount still open"), "money"),
    "amount_band": Column(mark("Amount band"), "code", "amount_band"),
    "is_rectified": Column(mark("Rectified"), "yes_no"),
    "is_closed": Column(mark("Closed out"), "yes_no"),
    "is_due": Column(mark("Due"), "yes_no"),
    "is_on_time": Column(mark("On time"), "yes_no"),
    "is_overdue": Column(mark("Overdue"), "yes_no"),
    "is_in_work_report": Column(mark("In the audit work report"), "yes_no"),
    "has_leader_instruction": Column(mark("Leader's instruction"), "yes_no"),
    "is_major": Column(mark("Major problem"), "yes_no"),
    "is_repeat": Column(mark("Repeat finding"), "yes_no"),
    "found_date": Column(mark("Date found"), "date"),
    "due_date": Column(mark("Due date"), "date"),
    "rectified_date": Column(mark("Date rectified"), "date"),
    "closed_date": Column(mark("Date closed out"), "date"),
    "reopened_date": Column(mark("Date reopened"), "date"),
    "transferred_date": Column(mark("Date transferred"), "date"),
    "withdrawn_date": Column(mark("Date withdrawn"), "date"),
    "extension_count": Column(mark("Extensions"), "whole"),
    "days_open": Column(mark("Days open"), "whole"),
    "days_overdue": Column(mark("Days overdue"), "whole"),
    "days_to_rectify": Column(mark("Days to rectify"), "whole"),
    "ageing_bucket": Column(mark("Ageing"), "code", "ageing_bucket"),
    "source": Column(mark("Source")),
    "wording": Column(mark("Recommendation")),
    "given_date": Column(mark("Date given"), "date"),
    "adopted_date": Column(mark("Date adopted"), "date"),
    "is_adopted": Column(mark("Adopted"), "yes_no"),
    "money_kind": Column(mark("Kind of money"), "code", "money_kind"),
    "rectified_entry_fen": Column(mark("Amount of the entry"), "money"),
    "fact_date": Column(mark("Date of the fact"), "date"),
    "rule_kind": Column(mark("Kind of rule"), "code", "rule_kind"),
    "rule_title": Column(mark("Rule or measure")),
    "rule_count": Column(mark("Number of rules"), "whole"),
    "receiving_body": Column(mark("Receiving body")),
    "document_number": Column(mark("Document number")),
    "decided_date": Column(mark("Date decided"), "date"),
    "sent_date": Column(mark("Date sent"), "date"),
    "is_sent": Column(mark("Transferred"), "yes_no"),
}
