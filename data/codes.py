"""Closed lists of codes, each with its label. The database keeps the code; a screen shows `label(…)`.

Sources: domain terms of the rectification ledger (status codes, kinds of money), the order of stages in the
field, and the escalation ladder from 提醒 to 移送.
"""

from data.language import _, mark

RECTIFICATION_TYPE = {
    "immediate": mark("Immediate"),
    "phased": mark("Phased"),
    "continuous": mark("Continuous"),
}
PROJECT_TYPE = {
    "budget_execution": mark("Budget execution"),
    "final_accounts": mark("Final accounts"),
    "economic_responsibility": mark("Economic responsibility"),
    "natural_resources": mark("Natural resource assets"),
    "policy": mark("Policy follow-up"),
    "regional_coordination": mark("Regional coordination"),
    "investment": mark("Public investment"),
    "special_fund": mark("Special funds"),
    "livelihood": mark("Livelihood"),
    "state_enterprise": mark("State-owned enterprise"),
    "finance": mark("Financial institution"),
    "environment": mark("Resources and environment"),
    "information_system": mark("Information system"),
    "other": mark("Other"),
}
NATURE = {
    "violation": mark("Violation"),
    "irregular": mark("Irregular management"),
    "waste": mark("Loss and waste"),
    "non_monetary": mark("Non-monetary"),
}
# Order matters: the first that holds is the state of a finding on the day asked for.
FINDING_STATE = {
    "withdrawn": mark("Withdrawn"),
    "transferred": mark("Transferred"),
    "closed": mark("Closed out"),
    "rectified": mark("Rectified"),
    "overdue": mark("Overdue"),
    "partial": mark("Partly rectified"),
    "in_progress": mark("In progress"),
}
AMOUNT_BAND = {
    "none": mark("No amount"),
    "under_100k": mark("Under 100,000 yuan"),
    "100k_1m": mark("100,000 to 1 million yuan"),
    "1m_10m": mark("1 to 10 million yuan"),
    "10m_100m": mark("10 to 100 million yuan"),
    "over_100m": mark("100 million yuan and more"),
}
AGEING_BUCKET = {
    "d0_30": mark("0–30 days"),
    "d31_60": mark("31–60 days"),
    "d61_90": mark("61–90 days"),
    "d91_180": mark("91–180 days"),
    "d181_365": mark("181–365 days"),
    "d366_plus": mark("More than 365 days"),
}
MILESTONE = {
    "notified": mark("Rectification notice issued"),
    "measured": mark("Measures reported"),
    "progressed": mark("Progress of rectification"),
    "submitted": mark("Submitted for acceptance"),
    "not_accepted": mark("Not accepted"),
    "rectified": mark("Rectification accepted"),
    "close_requested": mark("Close-out requested"),
    "first_review": mark("First review"),
    "second_review": mark("Second review"),
    "approved": mark("Close-out approved"),
    "sent_back": mark("Close-out sent back"),
    "closed": mark("Closed out"),
    "looked_back": mark("Looked back"),
    "reopened": mark("Reopened"),
    "extension_asked": mark("Extension asked for"),
    "extended": mark("Extension approved"),
    "extension_refused": mark("Extension refused"),
    "withdrawn": mark("Withdrawn"),
    "transferred": mark("Transferred out of the ledger"),
    "returned": mark("Returned to the ledger"),
}
# The milestones that a state follows from; the others are steps of the work in between.
STATE_MILESTONES = (
    "notified",
    "rectified",
    "closed",
    "reopened",
    "extended",
    "withdrawn",
    "transferred",
    "returned",
)
# Those that say how far the work on a finding is, beside the ones that its state follows from.
WORK_MILESTONES = (
    "submitted",
    "not_accepted",
    "close_requested",
    "first_review",
    "second_review",
    "approved",
    "sent_back",
    "extension_asked",
    "extension_refused",
)
# How far the work on a finding is: what is awaited next. See data/closing/transitions.py.
WORK_STAGE = {
    "to_notify": mark("Awaits its notice"),
    "rectifying": mark("Under rectification"),
    "submitted": mark("Awaits acceptance"),
    "rectified": mark("Accepted, close-out not requested"),
    "requested": mark("Awaits first review"),
    "first_reviewed": mark("Awaits second review"),
    "second_reviewed": mark("Awaits approval"),
    "approved": mark("Approved, awaits its number"),
    "closed": mark("Closed out"),
    "transferred": mark("Transferred"),
    "withdrawn": mark("Withdrawn"),
}
MONEY_KIND = {
    "paid_to_treasury": mark("Paid to treasury"),
    "returned_to_source": mark("Returned to source"),
    "accounts_adjusted": mark("Accounts adjusted"),
    "recovered": mark("Recovered"),
    "disbursed": mark("Disbursed"),
    "reduced": mark("Reduced in settlement"),
    "reallocated": mark("Put to other use"),
    "other": mark("Other"),
}
SUPERVISION_STEP = {
    "reminder": mark("Reminder"),
    "urge": mark("Urging letter"),
    "supervision_letter": mark("Supervision letter"),
    "government_supervision": mark("Government supervision"),
    "interview": mark("Interview"),
    "notice": mark("Public notice"),
}
PROJECT_STAGE = {
    "approval": mark("Project approved"),
    "scheme": mark("Audit scheme"),
    "notice": mark("Audit notice"),
    "entry": mark("On site from"),
    "exit": mark("On site until"),
    "consultation": mark("Comments asked"),
    "review": mark("Reviewed"),
    "adjudication": mark("Adjudicated"),
    "meeting": mark("Business meeting"),
    "delivery": mark("Report delivered"),
    "rectification": mark("Rectification"),
    "archive": mark("Archived"),
}
REPORT_KIND = {
    "audit_report": mark("Audit report"),
    "decision": mark("Audit decision"),
    "work_report": mark("Audit work report"),
    "special_report": mark("Special report"),
}
# Documents of a project: reports are kept with their numbers, the others say when a stage was reached.
DOCUMENT_KIND = {
    **REPORT_KIND,
    **PROJECT_STAGE,
    "other": mark("Other document"),
}
SUSPECT_STATE = {
    "to_issue": mark("To be issued"),
    "issued": mark("Issued"),
    "checking": mark("Being checked"),
    "confirmed": mark("Confirmed"),
    "partly_confirmed": mark("Partly confirmed"),
    "not_confirmed": mark("Not confirmed"),
    "in_ledger": mark("In the findings ledger"),
}
# What came of a suspect: its last answer, or that there is none yet.
SUSPECT_ANSWER = {
    "not_issued": mark("To be issued"),
    "set_aside": mark("Set aside"),
    "awaited": mark("Answer awaited"),
    "confirmed": mark("Confirmed"),
    "partly_confirmed": mark("Partly confirmed"),
    "not_confirmed": mark("Not confirmed"),
}
# How far the finding is that a suspect became.
LEDGER_STAGE = {
    "rectifying": mark("Being rectified"),
    "rectified": mark("Rectified, not closed out"),
    "closed": mark("Closed out"),
    "excluded": mark("Transferred or withdrawn"),
}
UNIT_KIND = {
    "department": mark("Government department"),
    "body": mark("Party or people's body"),
    "institution": mark("Public institution"),
    "state_enterprise": mark("State-owned enterprise"),
    "government": mark("Local government"),
    "other": mark("Other"),
}
REGION_LEVEL = {
    "province": mark("Province"),
    "city": mark("City"),
    "district": mark("District or county"),
    "township": mark("Township or street"),
}
OBJECT_KIND = {
    "organisation": mark("Organisation"),
    "policy": mark("Policy"),
    "fund": mark("Fund"),
    "works": mark("Works project"),
}
AUDIT_CLASS = {
    "A": mark("Class A"),
    "B": mark("Class B"),
    "C": mark("Class C"),
    "D": mark("Class D"),
}
COVERAGE_SUBJECT = {
    "object": mark("Audit object"),
    "post": mark("Leading post"),
}
LIBRARY = {
    "reserve": mark("Reserve library"),
    "long_term": mark("Medium- and long-term library"),
    "policy": mark("Policy project library"),
    "department_budget": mark("Department budget library"),
}
# Order matters: the first that holds is the state of a duty on the day asked for.
COVERAGE_STATE = {
    "covered": mark("Covered"),
    "in_hand": mark("An audit is in hand"),
    "new": mark("First interval still running"),
    "never": mark("Never audited"),
    "lapsed": mark("Last audit too long ago"),
}
AUDIT_GAP = {
    "under_3": mark("Less than 3 years ago"),
    "3_5": mark("3 to 5 years ago"),
    "over_5": mark("5 years ago and more"),
    "never": mark("Never audited"),
}
RISK_LEVEL = {
    "high": mark("High risk"),
    "medium": mark("Medium risk"),
    "low": mark("Low risk"),
}
ITEM_STATE = {
    "open": mark("In the library"),
    "drafted": mark("In a draft plan"),
    "planned": mark("In a plan"),
    "dropped": mark("Dropped"),
}
PLAN_STATE = {
    "approved": mark("Approved plan"),
    "draft": mark("With drafts"),
}
AUDIT_OCCASION = {
    "leaving": mark("On leaving"),
    "in_office": mark("In office"),
}
LEADER_SIDE = {
    "party": mark("Party secretary"),
    "government": mark("Head of government"),
}
WARNING_LEVEL = {
    "red": mark("Red"),
    "amber": mark("Amber"),
    "blue": mark("Note"),
}
DECISIVE_REACH = {
    "near": mark("Within twelve months"),
    "far": mark("More than twelve months away"),
}
DECISIVE_STATE = {
    "past": mark("Past"),
    "coming": mark("Coming"),
}
DIGITAL_STEP = {
    "analysis": mark("Overall analysis"),
    "suspects": mark("Finding suspects"),
    "checking": mark("Dispersed checking"),
    "research": mark("Systematic research"),
}
PROJECT_STATE = {
    "not_started": mark("Not started"),
    "running": mark("Running"),
    "finished": mark("Done"),
}
# Time on site against the limit of working days: of those still on site, and of those that have left.
LIMIT_STATE = {
    "over": mark("On site, over the limit"),
    "near": mark("On site, near the limit"),
    "within": mark("On site, within the limit"),
    "exceeded": mark("Left, limit exceeded"),
    "kept": mark("Left, limit kept"),
    "unknown": mark("Working days not known"),
    "not_visited": mark("Not on site yet"),
    "not_limited": mark("No limit"),
}
QUALIFICATION = {
    "junior": mark("Junior qualification"),
    "intermediate": mark("Intermediate qualification"),
    "senior": mark("Senior qualification"),
}
TALENT = {
    "leading": mark("Leading talent"),
    "backbone": mark("Backbone talent"),
}
MEMBER_PART = {
    "business_lead": mark("Business lead auditor"),
    "data_lead": mark("Data lead auditor"),
    "member": mark("Member"),
}
WORK_MODE = {
    "on_site": mark("On site"),
    "online": mark("Online"),
}
TASK_KIND = {
    "task": mark("Yearly task"),
    "committee": mark("Committee resolution"),
}
TASK_STEP = {
    "reported": mark("Progress reported"),
    "extended": mark("Extension approved"),
    "completed": mark("Completed"),
    "cancelled": mark("Cancelled"),
    "reopened": mark("Taken up again"),
}
# Order matters: the first that holds is the state of a task on the day asked for.
TASK_STATE = {
    "cancelled": mark("Cancelled"),
    "completed": mark("Completed"),
    "overdue": mark("Past due"),
    "due_soon": mark("Due soon"),
    "in_progress": mark("Under way"),
    "not_started": mark("Not started"),
}
# Why a task is on the list of a week or a month; the first that holds.
TASK_LIST_PART = {
    "done": mark("Completed in it"),
    "due": mark("Due in it, not completed"),
    "moved": mark("Moved in it"),
}
# A yearly figure of an indicator: that of the plan year, or of all years as it stood when the year ended.
RECKONING = {
    "plan_year": mark("By plan year"),
    "year_end": mark("As at the end of the year"),
}
# How a plan's figures are kept: percent in basis points, money in 分. On a baseline: the targets are rises
# over it, see data/planning/indicator_units.py.
INDICATOR_UNIT = {
    "percent": mark("Percent"),
    "count": mark("Count"),
    "days": mark("Days"),
    "fen": mark("Money"),
    "percent_on_baseline": mark("Percent, target as a rise over the baseline"),
    "count_on_baseline": mark("Count, target as a rise over the baseline"),
    "fen_on_baseline": mark("Money, target as a rise over the baseline"),
}
RESULT_PART = {
    "money": mark("Money brought in"),
    "staff": mark("Business staff"),
}
COMPARISON = {
    "at_least": mark("at least"),
    "more_than": mark("more than"),
    "at_most": mark("at most"),
}
RULE_KIND = {
    "rule": mark("Rules and regulations"),
    "measure": mark("Rectification measures"),
}

# 数据室. Domains are those of seed 000's catalogue; sectors the twelve of seed 003, seven of them with plans.
DATA_DOMAIN = {
    "integrated_finance": mark("Integrated finance"),
    "non_tax": mark("Non-tax revenue"),
    "integrated_budget": mark("Integrated budget"),
    "unit_accounts": mark("Accounts of departments and streets"),
    "civil_affairs": mark("Civil affairs"),
    "medical_insurance": mark("Medical insurance"),
    "social_security": mark("Social security"),
    "registration": mark("Company registration"),
    "investment": mark("Government investment"),
    "procurement": mark("Procurement and tenders"),
    "information_systems": mark("Government information systems"),
    "personnel": mark("Personnel"),
    "other": mark("Other"),
}
DATA_SECTOR = {
    "public_finance": mark("Public finance"),
    "commerce": mark("Industry and commerce"),
    "state_enterprises": mark("State-owned enterprises"),
    "social_insurance": mark("Social insurance"),
    "housing_fund": mark("Housing fund"),
    "investment": mark("Investment"),
    "banking": mark("Banking"),
    "hospitals": mark("Public hospitals"),
    "universities": mark("Universities"),
    "environment": mark("Environmental protection"),
    "insurers": mark("Insurers"),
    "securities": mark("Securities firms"),
}
COLLECTION_MODE = {
    "standing": mark("Standing collection"),
    "periodic": mark("Periodic"),
    "project": mark("With a project"),
    "individual": mark("Individual"),
}
CLASSIFICATION = {
    "public": mark("Public"),
    "internal": mark("Internal"),
    "sensitive": mark("Sensitive"),
    "secret": mark("State secret"),
}
VERSION_CHANGE = {"append": mark("Appended"), "replace": mark("Replaced"), "correct": mark("Corrected")}
DELIVERY = {
    "page": mark("Page"),
    "drop_folder": mark("Drop folder"),
    "command_line": mark("Command line"),
    "route": mark("Upload route"),
    "network": mark("Network"),
}
COLUMN_MASK = {
    "identity": mark("Identity number"),
    "account": mark("Account number"),
    "phone": mark("Telephone number"),
    "name": mark("Name of a person"),
    "whole": mark("Hidden entirely"),
}
DATASET_USE = {
    "preview": mark("Looked at"),
    "profile": mark("Profiled"),
    "test": mark("Tested"),
    "query": mark("Queried"),
    "export": mark("Taken out"),
    "model": mark("Read by a model"),
}
QUERY_OUTCOME = {
    "done": mark("Done"),
    "refused": mark("Refused"),
    "stopped": mark("Stopped"),
    "failed": mark("Failed"),
}
MOVEMENT_KIND = {
    "collection": mark("Collection"),
    "submission": mark("Submission"),
    "receipt": mark("Receipt"),
}
CATALOGUE_STATE = {
    "current": mark("Current"),
    "due_soon": mark("Due soon"),
    "overdue": mark("Collection overdue"),
    "not_collected": mark("Not collected yet"),
}
REQUEST_STATE = {
    "received": mark("Received"),
    "received_late": mark("Received late"),
    "awaited": mark("Awaited"),
    "overdue": mark("Not received in time"),
    "refused": mark("Refused"),
}
REQUEST_STEP = {
    "reminded": mark("Reminded"),
    "received_part": mark("Received in part"),
    "received": mark("Received in full"),
    "refused": mark("Refused by the unit"),
    "taken_back": mark("Record taken back"),
}
BOOKING_STATE = {
    "asked": mark("Awaits decision"),
    "granted": mark("Granted"),
    "in_use": mark("In use"),
    "used": mark("Used"),
    "unused": mark("Granted, not used"),
    "refused": mark("Not granted"),
    "withdrawn": mark("Withdrawn by who asked"),
    "lapsed": mark("Lapsed undecided"),
}
MOVEMENT_CLOSING = {
    "returned": mark("Returned"),
    "destroyed": mark("Destroyed"),
    "corrected": mark("Corrected by another line"),
}
UNDERTAKING_STATE = {
    "valid": mark("In force"),
    "expiring": mark("Ends soon"),
    "coming": mark("Not yet in force"),
    "expired": mark("Expired"),
    "withdrawn": mark("Withdrawn"),
}
OUTPUT_STATE = {
    "waiting": mark("Awaits decision"),
    "granted": mark("Granted, to be taken"),
    "taken": mark("Taken out"),
    "refused": mark("Not granted"),
    "withdrawn": mark("Withdrawn by who asked"),
    "lapsed": mark("Lapsed, not taken"),
}
# 审计模型. Sectors are those whose methods a bureau keeps; a model belongs to one.
MODEL_SECTOR = {
    "public_finance": mark("Public finance"),
    "procurement": mark("Procurement and tenders"),
    "investment": mark("Investment"),
    "social_security": mark("Social security"),
    "civil_affairs": mark("Civil affairs"),
    "housing": mark("Housing"),
    "medical_insurance": mark("Medical insurance"),
    "personnel": mark("Personnel"),
    "environment": mark("Resources and environment"),
    "information_systems": mark("Government information systems"),
    "state_enterprises": mark("State-owned enterprises"),
    "banking": mark("Banking"),
    "audit_work": mark("The audit work itself"),
}
MODEL_METHOD = {
    "limit": mark("Value against a limit"),
    "matching": mark("Matching of two sources"),
    "duplicates": mark("Repetition"),
    "sequence": mark("Order and distance in time"),
    "distribution": mark("Outlier in a distribution"),
    "network": mark("Relations"),
    "spatial": mark("Place"),
    "plausibility": mark("Check digit and plausibility"),
}
SEVERITY = {"high": mark("Serious"), "medium": mark("Medium"), "low": mark("Slight")}
MODEL_STATE = {
    "draft": mark("Draft"),
    "submitted": mark("Awaits review"),
    "returned": mark("Sent back"),
    "published": mark("Published"),
    "superseded": mark("Superseded"),
    "withdrawn": mark("Withdrawn"),
    "discarded": mark("Discarded"),
}
RUN_OUTCOME = {
    "running": mark("Under way"),
    "done": mark("Done"),
    "not_run": mark("Could not be run"),
    "stopped": mark("Stopped"),
    "failed": mark("Failed"),
}
MODEL_NOTE = {"false_alarm": mark("False alarm to know of"), "case_story": mark("Case story")}
PARTY_KIND = {
    "person": mark("Person"),
    "company": mark("Company"),
    "unit": mark("Unit"),
    "tender": mark("Tender"),
    "contract": mark("Contract"),
    "project": mark("Works project"),
    "record": mark("Record"),
}
# How findings are drawn for a truth check of their rectification, and what the check found.
DRAW_METHOD = {"by_risk": mark("Drawn by risk"), "at_random": mark("Drawn at random")}
TRUTH_ANSWER = {
    "true": mark("Truly rectified"),
    "partly": mark("Partly rectified only"),
    "false": mark("Falsely rectified"),
}
TRANSFER_STATE = {
    "to_send": mark("To be sent"),
    "waiting": mark("Waiting for the answer"),
    "overdue": mark("Answer overdue"),
    "answered": mark("Answered"),
}
INVESTMENT_SECTOR = {
    "transport": mark("Transport"),
    "municipal": mark("Municipal works"),
    "water": mark("Water works"),
    "education": mark("Schools"),
    "health": mark("Health care"),
    "housing": mark("Housing and renewal"),
    "environment": mark("Ecology and environment"),
    "agriculture": mark("Farming and villages"),
    "culture": mark("Culture and sports"),
    "energy": mark("Energy"),
    "digital": mark("Information systems"),
    "industry": mark("Industrial parks"),
}
# What adds up over time, what is replaced by the newest, and what is a day alone.
INVESTMENT_FACT = {
    "approved": mark("Approved"),  # 立项批复
    "estimate": mark("Investment estimate"),  # 估算
    "approved_budget": mark("Approved budget"),  # 概算, adjusted by a later one
    "budget": mark("Construction budget"),  # 预算
    "contract": mark("Contract"),  # adds up
    "change": mark("Contract change"),  # 变更, adds up
    "started": mark("Works begun"),
    "progress": mark("Physical progress"),  # 形象进度
    "paid": mark("Payment"),  # adds up
    "projected": mark("Projected completion"),
    "suspended": mark("Works suspended"),
    "resumed": mark("Works resumed"),
    "completed": mark("Works completed"),
    "submitted": mark("Settlement submitted"),  # 送审
    "settled": mark("Settlement audited"),  # 审定
    "accounted": mark("Final accounts of the works"),  # 竣工财务决算
    "cancelled": mark("Project cancelled"),
}
# 项目状态, as the facts of a project have it on a day.
INVESTMENT_STATE = {
    "planned": mark("Approved, not begun"),
    "running": mark("Under construction"),
    "suspended": mark("Works stand still"),
    "completed": mark("Works done, not settled"),
    "settled": mark("Settlement audited, no final accounts"),
    "accounted": mark("Final accounts done"),
    "cancelled": mark("Cancelled project"),
}
SHAPE_KIND = {"point": mark("Point shape"), "line": mark("Line shape"), "area": mark("Area shape")}
REFERENCE_KIND = {"photo": mark("Photo"), "bim": mark("BIM model"), "document": mark("Document file")}
MAP_LAYER_KIND = {
    "province": mark("Provinces"),
    "city": mark("Cities"),
    "districts": mark("Districts"),
    "townships": mark("Townships"),
    "border": mark("Boundary lines"),
    "redline": mark("Ecological protection red line"),
    "farmland": mark("Permanent basic farmland"),
    "protected": mark("Other protected areas"),
    "facilities": mark("Facilities"),
    "other": mark("Other layers"),
}
CODE_LISTS = {
    "rectification_type": RECTIFICATION_TYPE,
    "project_type": PROJECT_TYPE,
    "nature": NATURE,
    "state": FINDING_STATE,
    "amount_band": AMOUNT_BAND,
    "ageing_bucket": AGEING_BUCKET,
    "milestone": MILESTONE,
    "work_stage": WORK_STAGE,
    "money_kind": MONEY_KIND,
    "supervision_step": SUPERVISION_STEP,
    "project_stage": PROJECT_STAGE,
    "report_kind": REPORT_KIND,
    "suspect_state": SUSPECT_STATE,
    "suspect_answer": SUSPECT_ANSWER,
    "ledger_stage": LEDGER_STAGE,
    "unit_kind": UNIT_KIND,
    "region_level": REGION_LEVEL,
    "document_kind": DOCUMENT_KIND,
    "rule_kind": RULE_KIND,
    "object_kind": OBJECT_KIND,
    "audit_class": AUDIT_CLASS,
    "coverage_subject": COVERAGE_SUBJECT,
    "library": LIBRARY,
    "coverage_state": COVERAGE_STATE,
    "audit_gap": AUDIT_GAP,
    "risk_level": RISK_LEVEL,
    "item_state": ITEM_STATE,
    "plan_state": PLAN_STATE,
    "audit_occasion": AUDIT_OCCASION,
    "leader_side": LEADER_SIDE,
    "warning_level": WARNING_LEVEL,
    "decisive_reach": DECISIVE_REACH,
    "decisive_state": DECISIVE_STATE,
    "digital_step": DIGITAL_STEP,
    "project_state": PROJECT_STATE,
    "limit_state": LIMIT_STATE,
    "qualification": QUALIFICATION,
    "talent": TALENT,
    "member_part": MEMBER_PART,
    "work_mode": WORK_MODE,
    "task_kind": TASK_KIND,
    "task_step": TASK_STEP,
    "task_state": TASK_STATE,
    "task_list_part": TASK_LIST_PART,
    "reckoning": RECKONING,
    "indicator_unit": INDICATOR_UNIT,
    "comparison": COMPARISON,
    "result_part": RESULT_PART,
    "data_domain": DATA_DOMAIN,
    "data_sector": DATA_SECTOR,
    "collection_mode": COLLECTION_MODE,
    "classification": CLASSIFICATION,
    "version_change": VERSION_CHANGE,
    "delivery": DELIVERY,
    "column_mask": COLUMN_MASK,
    "dataset_use": DATASET_USE,
    "query_outcome": QUERY_OUTCOME,
    "movement_kind": MOVEMENT_KIND,
    "movement_closing": MOVEMENT_CLOSING,
    "output_state": OUTPUT_STATE,
    "undertaking_state": UNDERTAKING_STATE,
    "catalogue_state": CATALOGUE_STATE,
    "request_state": REQUEST_STATE,
    "request_step": REQUEST_STEP,
    "booking_state": BOOKING_STATE,
    "model_sector": MODEL_SECTOR,
    "model_method": MODEL_METHOD,
    "severity": SEVERITY,
    "map_layer_kind": MAP_LAYER_KIND,
    "draw_method": DRAW_METHOD,
    "transfer_state": TRANSFER_STATE,
    "truth_answer": TRUTH_ANSWER,
    "investment_sector": INVESTMENT_SECTOR,
    "investment_fact": INVESTMENT_FACT,
    "investment_state": INVESTMENT_STATE,
    "shape_kind": SHAPE_KIND,
    "reference_kind": REFERENCE_KIND,
    "model_state": MODEL_STATE,
    "run_outcome": RUN_OUTCOME,
    "model_note": MODEL_NOTE,
    "party_kind": PARTY_KIND,
}


def label(code_list: str, code: str | None) -> str:
    """Label of a code in the current language; an empty code is 未填, an unknown one is shown as it is."""
    if not code:
        return _("Not filled in")
    message = CODE_LISTS[code_list].get(code)
    return _(message) if message else code
