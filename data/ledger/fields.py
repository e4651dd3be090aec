"""What a ledger can state, field by field: its kind, its label, and the closed list it takes its codes from.

Presets map columns of a file onto these names; the history of a finding names them too.
"""

from data.codes import MONEY_KIND, NATURE, PROJECT_TYPE, RECTIFICATION_TYPE
from data.intake.field import Field
from data.language import mark

# What a state column says. Types are another axis: 持续整改 in a state column is an open finding.
STATED_STATE = {
    "not_rectified": mark("Not rectified"),
    "in_progress": mark("In progress"),
    "partial": mark("Partly rectified"),
    "continuous": mark("Continuous rectification"),
    "overdue": mark("Overdue"),
    "rectified": mark("Rectified"),
    "closed": mark("Closed out"),
    "transferred": mark("Transferred"),
    "withdrawn": mark("Withdrawn"),
}
MONEY_UNIT = {"元": "元", "千元": "千元", "万元": "万元", "百万元": "百万元", "亿元": "亿元"}

PARTS = {
    "finding": mark("Finding"),
    "rectification": mark("Rectification"),
    "close_out": mark("Close-out"),
    "supervision": mark("Supervision"),
}


def _fields(part: str, *declared: tuple[str, str, str] | tuple[str, str, str, dict[str, str]]) -> list[Field]:
    return [Field(entry[0], part, entry[1], entry[2], *entry[3:]) for entry in declared]


_ALL = [
    *_fields(
        "finding",
        ("finding_code", "code", mark("Finding code")),
        ("plan_year", "year", mark("Plan year")),
        ("audited_year", "year", mark("Audited year")),
        ("project_code", "code", mark("Project code")),
        ("project_name", "name", mark("Project")),
        ("project_type", "choice", mark("Project type"), PROJECT_TYPE),
        ("region", "name", mark("Region")),
        ("section", "name", mark("Section")),
        ("business_lead", "name", mark("Business lead auditor")),
        ("data_lead", "name", mark("Data lead auditor")),
        ("document_number", "words", mark("Document number")),
        ("document_date", "date", mark("Document date")),
        ("delivered_date", "date", mark("Delivered on")),
        ("listed_date", "date", mark("Entered in the ledger on")),
        ("unit_name", "name", mark("Audited unit")),
        ("unit_credit_code", "credit_code", mark("Unified social credit code")),
        ("official_name", "name", mark("Audited official")),
        ("title", "words", mark("Title of the finding")),
        ("description", "words", mark("Description")),
        ("problem_class_code", "code", mark("Problem class code")),
        ("problem_class_name", "name", mark("Problem class")),
        ("nature", "choice", mark("Nature"), NATURE),
        ("legal_basis", "words", mark("Legal basis")),
        ("amount", "money", mark("Amount found")),
        ("amount_unit", "choice", mark("Unit of the amounts"), MONEY_UNIT),
        ("is_in_work_report", "flag", mark("Cited in the audit work report")),
        ("is_major", "flag", mark("Major finding")),
        ("has_leader_instruction", "flag", mark("Leader's instruction")),
        ("is_repeat", "flag", mark("Repeat finding")),
        ("prior_finding_reference", "words", mark("Prior finding")),
        ("handling_opinion", "words", mark("Handling opinion")),
        ("recommendation", "words", mark("Audit recommendation")),
        ("is_recommendation_adopted", "flag", mark("Recommendation adopted")),
        ("adopted_date", "date", mark("Adopted on")),
        ("suspect_reference", "name", mark("Source suspect or model")),
    ),
    *_fields(
        "rectification",
        ("rectification_type", "choice", mark("Rectification type"), RECTIFICATION_TYPE),
        ("responsible_unit", "name", mark("Responsible unit")),
        ("supervising_unit", "name", mark("Supervising department")),
        ("responsible_leader", "name", mark("Responsible leader")),
        ("responsible_person", "name", mark("Responsible person")),
        ("standard", "words", mark("Standard of rectification")),
        ("measures", "words", mark("Measures")),
        ("due_date", "deadline", mark("Rectification limit")),
        ("committed_date", "deadline", mark("Committed date")),
        ("extension_count", "count", mark("Extensions")),
        ("extension_approval", "name", mark("Extension approval")),
        ("extended_date", "date", mark("Extension approved on")),
        ("extended_due_date", "deadline", mark("Extended limit")),
        ("state", "choice", mark("Rectification state"), STATED_STATE),
        ("completed_date", "date", mark("Completed on")),
        ("rectified_date", "date", mark("Accepted as rectified on")),
        ("rectified_amount", "money", mark("Amount rectified")),
        *((f"money_{kind}", "money", title) for kind, title in MONEY_KIND.items()),
        ("unrectified_amount", "money", mark("Amount not rectified")),
        ("rule_count", "count", mark("Rules established")),
        ("measure_count", "count", mark("Rectification measures taken")),
        ("accountable_persons", "count", mark("Persons held to account")),
        ("accountability_measure", "name", mark("How they were held to account")),
        ("account", "words", mark("Account of the rectification")),
        ("incomplete_reason", "words", mark("Why it is not complete")),
        ("next_step", "words", mark("Next steps")),
        ("evidence_list", "words", mark("List of evidence")),
    ),
    *_fields(
        "close_out",
        ("close_requested_person", "name", mark("Close-out requested by")),
        ("close_requested_date", "date", mark("Close-out requested on")),
        ("first_review_person", "name", mark("First review by")),
        ("first_review_date", "date", mark("First review on")),
        ("first_review_note", "words", mark("First review opinion")),
        ("second_review_person", "name", mark("Second review by")),
        ("second_review_date", "date", mark("Second review on")),
        ("second_review_note", "words", mark("Second review opinion")),
        ("approved_person", "name", mark("Close-out approved by")),
        ("approved_date", "date", mark("Close-out approved on")),
        ("approved_note", "words", mark("Approval opinion")),
        ("closed_date", "date", mark("Closed out on")),
        ("closed_number", "code", mark("Close-out number")),
        ("looked_back_date", "date", mark("Looked back on")),
        ("looked_back_note", "words", mark("Result of the look-back")),
        ("is_reopened", "flag", mark("Reopened after recurrence")),
        ("reopened_date", "date", mark("Reopened on")),
        ("withdrawn_date", "date", mark("Withdrawn on")),
    ),
    *_fields(
        "supervision",
        ("tracking_count", "count", mark("Follow-up checks")),
        ("last_tracking_date", "date", mark("Last follow-up")),
        ("reminder_dates", "dates", mark("Reminded on")),
        ("urge_dates", "dates", mark("Urged on")),
        ("supervision_letter_number", "code", mark("Supervision letter number")),
        ("supervision_letter_dates", "dates", mark("Supervision letter on")),
        ("government_supervision_dates", "dates", mark("Government supervision on")),
        ("interview_dates", "dates", mark("Interview on")),
        ("notice_dates", "dates", mark("Public notice on")),
        ("is_transfer_due", "flag", mark("To be transferred")),
        ("transfer_body", "name", mark("Transferred to")),
        ("transfer_number", "code", mark("Transfer document number")),
        ("transfer_decided_date", "date", mark("Transfer decided on")),
        ("transfer_sent_date", "date", mark("Transferred on")),
        ("transfer_result", "words", mark("Result of the transfer")),
        ("transfer_result_date", "date", mark("Transfer settled on")),
        ("publication", "words", mark("Publication")),
        ("archive_number", "code", mark("Archive number")),
    ),
    # Not columns of a ledger: what a preset sets by itself, and what the history names besides.
    *_fields(
        "",
        ("source", "name", mark("Source")),
        ("found_date", "date", mark("Found on")),
        ("is_found_date_assumed", "flag", mark("Day found is assumed")),
        ("is_fact_date_assumed", "flag", mark("Day is assumed")),
        ("transferred_date", "date", mark("Transferred out of the ledger on")),
        ("returned_date", "date", mark("Returned to the ledger on")),
        ("source_row", "words", mark("Row of the file")),
        ("report_date", "date", mark("Date of the report")),
        ("report_delivered_date", "date", mark("Report delivered on")),
    ),
]

FIELDS: dict[str, Field] = {field.name: field for field in _ALL}


def field_label(name: str) -> str:
    """Label of a field in the current language; a name that is no field is shown as it is."""
    return FIELDS[name].label if name in FIELDS else name
