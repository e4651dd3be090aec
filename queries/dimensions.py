"""The dimensions that figures are grouped and drilled by: each names its code column and how it is shown."""

from dataclasses import dataclass

from data.codes import CODE_LISTS, label
from data.language import _, mark
from queries.cell_words import cell_words


@dataclass(frozen=True)
class Dimension:
    """`code` is the column that identifies a group, `name` the one shown, `code_list` a closed list.

    `said` names a kind of queries/cell_words.py that says the name, or the code where there is none.

    Groups of persons are for those only who may see rows, those of the bureau's staff for who may see staff.
    """

    title: str
    code: str
    name: str | None = None
    code_list: str | None = None
    is_person: bool = False
    said: str | None = None
    is_of_staff: bool = False


DIMENSIONS = {
    "plan_year": Dimension(mark("Plan year"), "plan_year"),
    "region": Dimension(mark("Region"), "region_code", name="region"),
    "section": Dimension(mark("Section"), "section_code", name="section"),
    "unit": Dimension(mark("Unit"), "unit_id", name="unit"),
    "supervising_unit": Dimension(
        mark("Supervising department"), "supervising_unit_id", name="supervising_unit"
    ),
    "unit_sector": Dimension(mark("Sector"), "unit_sector"),
    "transfer_state": Dimension(mark("State of the transfer"), "transfer_state", code_list="transfer_state"),
    "work_stage": Dimension(mark("Stage"), "work_stage", code_list="work_stage"),
    "major_stage": Dimension(mark("Stage on the list"), "major_stage", code_list="major_stage"),
    "major_criterion": Dimension(
        mark("Criterion of a major problem"), "major_criterion", code_list="major_criterion"
    ),
    "lead_section": Dimension(mark("Section that leads"), "lead_section_code", name="lead_section"),
    "week_colour": Dimension(mark("Colour of the week"), "week_colour", code_list="week_colour"),
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
    "escalation_step": Dimension(mark("Rung of supervision"), "escalation_step", code_list="escalation_step"),
    "rung_reached": Dimension(mark("Highest rung reached"), "rung_reached", code_list="escalation_step"),
    "letter_state": Dimension(mark("State of the letter"), "letter_state", code_list="letter_state"),
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
    "staff": Dimension(mark("Auditor"), "staff_id", name="staff", is_person=True, is_of_staff=True),
    "age_band": Dimension(mark("Age band"), "age_band", code_list="age_band"),
    "civil_class": Dimension(mark("Class of civil servant"), "civil_class", code_list="civil_class"),
    "education": Dimension(mark("Education"), "education", code_list="education"),
    "staff_rank": Dimension(mark("Rank"), "staff_rank", code_list="staff_rank"),
    "staff_skill": Dimension(mark("Skill"), "staff_skill", code_list="staff_skill"),
    "promotion_state": Dimension(mark("Years in rank"), "promotion_state", code_list="promotion_state"),
    "promotion_month": Dimension(mark("Month the years are complete"), "promotion_month"),
    "training_kind": Dimension(mark("Kind of training"), "training_kind", code_list="training_kind"),
    "training_state": Dimension(mark("State of the training"), "training_state", code_list="training_state"),
    "work_week": Dimension(mark("Week of work"), "work_week", name="work_week_name"),
    "diary_source": Dimension(mark("Where the days come from"), "diary_source", code_list="diary_source"),
    "offer_state": Dimension(mark("State of the offer"), "offer_state", code_list="offer_state"),
    "document_direction": Dimension(mark("In or out"), "document_direction", code_list="document_direction"),
    "document_type": Dimension(mark("Type of document"), "document_type", code_list="document_type"),
    "document_state": Dimension(mark("State of handling"), "document_state", code_list="document_state"),
    "urgency": Dimension(mark("Urgency"), "urgency", code_list="urgency"),
    "registered_month": Dimension(mark("Month registered"), "registered_month"),
    "loan_state": Dimension(mark("State of the loan"), "loan_state", code_list="loan_state"),
    "information_system": Dimension(mark("Information system"), "information_system_id", name="system_name"),
    "functions": Dimension(mark("Functions"), "functions"),
    "system_kind": Dimension(mark("Kind of system"), "system_kind", code_list="system_kind"),
    "system_state": Dimension(mark("State of the system"), "system_state", code_list="system_state"),
    "use_state": Dimension(mark("Use of the system"), "use_state", code_list="use_state"),
    "build_mode": Dimension(mark("How it was built"), "build_mode", code_list="build_mode"),
    "use_scope": Dimension(mark("Range of users"), "use_scope", code_list="use_scope"),
    "protection_level": Dimension(mark("Protection level"), "protection_level", code_list="protection_level"),
    "assessment_state": Dimension(
        mark("State of the assessment"), "assessment_state", code_list="assessment_state"
    ),
    "money_purpose": Dimension(mark("Purpose of the money"), "money_purpose", code_list="system_purpose"),
    "fund_source": Dimension(mark("Source of funds"), "fund_source", code_list="fund_source"),
    "resource_kind": Dimension(mark("Kind of data"), "resource_kind", code_list="resource_kind"),
    "storage_place": Dimension(mark("Stored at"), "storage_place", code_list="storage_place"),
    "update_cycle": Dimension(mark("Update cycle"), "update_cycle", code_list="update_cycle"),
    "update_state": Dimension(mark("State of the updates"), "update_state", code_list="update_state"),
    "sharing_kind": Dimension(mark("Kind of sharing"), "sharing_kind", code_list="sharing_kind"),
    "facility_kind": Dimension(mark("Kind of facility"), "facility_kind", code_list="facility_kind"),
    "audit_mode": Dimension(mark("Mode of the audit"), "audit_mode", code_list="audit_mode"),
    "audit_rhythm": Dimension(mark("Rhythm of the audit"), "audit_rhythm", code_list="audit_rhythm"),
    "rotation_state": Dimension(mark("State of the turn"), "rotation_state", code_list="rotation_state"),
    "carrying_way": Dimension(mark("Way of carrying"), "carrying_way", code_list="carrying_way"),
    "turn_year": Dimension(mark("Year of the turn"), "turn_year"),
    "application": Dimension(mark("Application"), "application", code_list="application"),
    "office_network": Dimension(mark("Network"), "office_network", code_list="office_network"),
    "network_asset": Dimension(mark("Kind of device"), "network_asset", code_list="network_asset"),
    "security_activity": Dimension(
        mark("Kind of activity"), "security_activity", code_list="security_activity"
    ),
    "security_issue_state": Dimension(
        mark("State of the issue"), "security_issue_state", code_list="security_issue_state"
    ),
    "quality_review": Dimension(mark("Kind of review"), "quality_review", code_list="quality_review"),
    "award": Dimension(mark("Award"), "award", code_list="award"),
    "quality_defect": Dimension(mark("Kind of defect"), "quality_defect", code_list="quality_defect"),
    "exposed_by": Dimension(mark("Exposed by"), "exposed_by", code_list="exposed_by"),
    "firm_check_result": Dimension(
        mark("Result of the firm check"), "firm_check_result", code_list="firm_check_result"
    ),
    "fund_state": Dimension(mark("State of the fund"), "fund_state", code_list="fund_state"),
    "contractor": Dimension(mark("Contractor"), "contractor"),
    "review_firm": Dimension(mark("Reviewing firm"), "review_firm"),
    "settlement_step": Dimension(
        mark("Step of the settlement"), "settlement_step", code_list="settlement_step"
    ),
    "review_level": Dimension(mark("Level that decides"), "review_level", code_list="review_level"),
    "level_difference": Dimension(
        mark("State of the difference"), "level_difference", code_list="level_difference"
    ),
    "fence_state": Dimension(mark("Against the fences"), "fence_state", code_list="fence_state"),
    "variation_kind": Dimension(mark("Kind of variation"), "variation_kind", code_list="variation_kind"),
    "works_type": Dimension(mark("Type of works"), "works_type", code_list="works_type"),
    "debt_level": Dimension(mark("Debt grade"), "debt_level", code_list="debt_level"),
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
