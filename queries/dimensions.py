"""The dimensions that figures are grouped and drilled by: each names its code column and how it is shown."""

from dataclasses import dataclass

from data.codes import CODE_LISTS, label
from data.language import _, mark
from queries.cell_words import cell_words


@dataclass(frozen=True)
class Dimension:
    """`code` is the column that identifies a group, `name` the one shown, `code_list` a closed list.

    `said` names a kind of queries/cell_words.py that says the name, or the code where there is none.

    Groups of persons are for those only who may see rows.
    """

    title: str
    code: str
    name: str | None = None
    code_list: str | None = None
    is_person: bool = False
    said: str | None = None


DIMENSIONS = {
    "plan_year": Dimension(mark("Plan year"), "plan_year"),
    "region": Dimension(mark("Region"), "region_code", name="region"),
    "section": Dimension(mark("Section"), "section_code", name="section"),
    "unit": Dimension(mark("Unit"), "unit_id", name="unit"),
    "supervising_unit": Dimension(
        mark("Supervising department"), "supervising_unit_id", name="supervising_unit"
    ),
    "transfer_state": Dimension(mark("State of the transfer"), "transfer_state", code_list="transfer_state"),
    "draw_method": Dimension(mark("How it was drawn"), "draw_method", code_list="draw_method"),
    "truth_answer": Dimension(mark("Result of the truth check"), "truth_answer", code_list="truth_answer"),
    "project": Dimension(mark("Audit project"), "project_id", name="project"),
    "project_type": Dimension(mark("Project type"), "project_type", code_list="project_type"),
    "problem_class": Dimension(mark("Problem class"), "problem_group_code", name="problem_group"),
    "problem_subclass": Dimension(mark("Problem subclass"), "problem_class_code", name="problem_class"),
    "nature": Dimension(mark("Nature"), "nature", code_list="nature"),
    "rectification_type": Dimension(
        mark("Rectification type"), "rectification_type", code_list="rectification_type"
    ),
    "amount_band": Dimension(mark("Amount band"), "amount_band", code_list="amount_band"),
    "state": Dimension(mark("State"), "state", code_list="state"),
    "ageing_bucket": Dimension(mark("Ageing"), "ageing_bucket", code_list="ageing_bucket"),
    "found_month": Dimension(mark("Month found"), "found_month"),
    "rectified_month": Dimension(mark("Month rectified"), "rectified_month"),
    "money_kind": Dimension(mark("Kind of money"), "money_kind", code_list="money_kind"),
    "rule_kind": Dimension(mark("Kind of rule"), "rule_kind", code_list="rule_kind"),
    "receiving_body": Dimension(mark("Receiving body"), "receiving_body"),
    "audit_class": Dimension(mark("Audit class"), "audit_class", code_list="audit_class"),
    "warning_level": Dimension(mark("Level"), "warning_level", code_list="warning_level"),
    "warning_rule": Dimension(mark("Warning rule"), "warning_rule", said="warning_rule"),
    "decisive_reach": Dimension(
        mark("Distance of the decisive day"), "decisive_reach", code_list="decisive_reach"
    ),
    "decisive_state": Dimension(mark("Decisive day"), "decisive_state", code_list="decisive_state"),
    "decisive_month": Dimension(mark("Month of the decisive day"), "decisive_month"),
    "project_state": Dimension(mark("Progress"), "project_state", code_list="project_state"),
    "current_stage": Dimension(mark("Stage reached"), "current_stage", code_list="project_stage"),
    "next_stage": Dimension(mark("Stage awaited"), "next_stage", code_list="project_stage"),
    "stage": Dimension(mark("Stage"), "stage", code_list="project_stage"),
    "limit_state": Dimension(mark("Limit of time on site"), "limit_state", code_list="limit_state"),
    "digital_step": Dimension(mark("Step of digital audit"), "digital_step", code_list="digital_step"),
    "entry_month": Dimension(mark("Month of entry"), "entry_month"),
    "delivered_month": Dimension(mark("Month of delivery"), "delivered_month"),
    "lead": Dimension(mark("Lead auditor"), "lead", is_person=True),
    "member_part": Dimension(mark("Part in the team"), "member_part", code_list="member_part"),
    "work_mode": Dimension(mark("Mode of work"), "work_mode", code_list="work_mode"),
    "work_month": Dimension(mark("Month of work"), "work_month"),
    "task_kind": Dimension(mark("Kind of task"), "task_kind", code_list="task_kind"),
    "task_state": Dimension(mark("State of the task"), "task_state", code_list="task_state"),
    "week_part": Dimension(mark("On the weekly list"), "week_part", code_list="task_list_part"),
    "month_part": Dimension(mark("On the monthly list"), "month_part", code_list="task_list_part"),
    "due_month": Dimension(mark("Month due"), "due_month"),
    "audit_model": Dimension(mark("Audit model"), "model_code", name="model", said="audit_model"),
    "model_sector": Dimension(mark("Sector"), "model_sector", code_list="model_sector"),
    "model_method": Dimension(mark("Method"), "model_method", code_list="model_method"),
    "severity": Dimension(mark("Severity"), "severity", code_list="severity"),
    "issued_to": Dimension(mark("Issued to"), "issued_to"),
    "suspect_state": Dimension(mark("State of the suspect"), "suspect_state", code_list="suspect_state"),
    "suspect_answer": Dimension(mark("Answer"), "suspect_answer", code_list="suspect_answer"),
    "ledger_stage": Dimension(mark("Stage in the ledger"), "ledger_stage", code_list="ledger_stage"),
    "plan": Dimension(mark("Plan"), "plan_code", name="plan", said="shipped_name"),
    "qualification": Dimension(
        mark("Professional qualification"), "qualification", code_list="qualification"
    ),
    "talent": Dimension(mark("Talent"), "talent", code_list="talent"),
    "result_part": Dimension(mark("Part of the quotient"), "result_part", code_list="result_part"),
    "coverage_rule": Dimension(
        mark("Coverage rule"), "coverage_rule_code", name="coverage_rule", said="shipped_name"
    ),
    "coverage_state": Dimension(mark("State of coverage"), "coverage_state", code_list="coverage_state"),
    "audit_gap": Dimension(mark("Last audit"), "audit_gap", code_list="audit_gap"),
    "risk_level": Dimension(mark("Risk"), "risk_level", code_list="risk_level"),
    "audit_object": Dimension(mark("Audit object"), "audit_object_id", name="audit_object"),
    "object_kind": Dimension(mark("Kind of object"), "object_kind", code_list="object_kind"),
    "unit_kind": Dimension(mark("Kind of unit"), "unit_kind", code_list="unit_kind"),
    "audit_year": Dimension(mark("Year audited"), "audit_year"),
    "library": Dimension(mark("Library"), "library", code_list="library"),
    "item_state": Dimension(mark("State of the item"), "item_state", code_list="item_state"),
    "proposed_year": Dimension(mark("Proposed for"), "proposed_year"),
    "plan_state": Dimension(mark("State of the plan"), "plan_state", code_list="plan_state"),
    "data_domain": Dimension(mark("Domain"), "data_domain", code_list="data_domain"),
    "data_sector": Dimension(mark("Sector"), "data_sector", code_list="data_sector"),
    "collection_mode": Dimension(mark("Collection mode"), "collection_mode", code_list="collection_mode"),
    "catalogue_state": Dimension(mark("State of collection"), "catalogue_state", code_list="catalogue_state"),
    "request_state": Dimension(mark("State of the request"), "request_state", code_list="request_state"),
    "room": Dimension(mark("Room"), "room"),
    "booked_month": Dimension(mark("Month of use"), "booked_month"),
    "booking_state": Dimension(mark("State of the booking"), "booking_state", code_list="booking_state"),
    "movement_kind": Dimension(mark("Ledger"), "movement_kind", code_list="movement_kind"),
    "moved_month": Dimension(mark("Month of the movement"), "moved_month"),
    "dataset_type": Dimension(mark("Dataset type"), "dataset_type"),
    "dataset": Dimension(mark("Dataset"), "dataset_id", name="dataset"),
    "classification": Dimension(mark("Classification"), "classification", code_list="classification"),
    "investment_sector": Dimension(
        mark("Sector of the investment"), "investment_sector", code_list="investment_sector"
    ),
    "map_cell": Dimension(mark("Cell of the map"), "map_cell"),
    "investment_state": Dimension(
        mark("State of the investment"), "investment_state", code_list="investment_state"
    ),
}


_PLACES = {name: {code: place for place, code in enumerate(codes)} for name, codes in CODE_LISTS.items()}


def group_label(dimension: str, code: str | None, name: str | None) -> str:
    """How one group of a dimension is shown in the current language; an empty one is 未填."""
    spec = DIMENSIONS[dimension]
    if code is None or code == "":
        return _("Not filled in")
    if spec.code_list:
        return label(spec.code_list, code)
    if spec.said:
        return cell_words(spec.said, name or code)
    return name or code


def group_place(dimension: str, code: str | None) -> tuple[bool, int, str]:
    """Where a group stands among its like: in the order of its closed list, else of its code; 未填 last."""
    listed = _PLACES.get(DIMENSIONS[dimension].code_list or "", {})
    return (not code, listed.get(code or "", len(listed)), code or "")
