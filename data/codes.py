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
# 督办升级: the whole ladder, from its lowest rung. The bureau transfers; it does not hold to account itself.
ESCALATION_STEP = {
    **SUPERVISION_STEP,
    "accountability_transfer": mark("Transfer for accountability"),
}
ESCALATION_DECISION = {
    "approved": mark("Approved with its letter"),
    "put_off": mark("Put off"),
    "declined": mark("Declined"),
}
LETTER_STATE = {
    "to_send": mark("Awaits number and sending"),
    "late": mark("Answer late"),
    "waiting": mark("Reply awaited"),
    "answered": mark("Answered by the addressee"),
    "sent": mark("Sent, no answer asked"),
}
PROJECT_STAGE = {
    "approval": mark("Project approved"),
    "scheme": mark("Audit scheme"),
    "notice": mark("Audit notice"),
    "entry": mark("Entry"),
    "exit": mark("Exit"),
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
    "awaited": mark("Reply awaited"),
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
    "done": mark("Done in the period"),
    "due": mark("Due, not completed"),
    "moved": mark("Progress made"),
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
SEARCH_KIND = {
    "finding": mark("Finding"),
    "project": mark("Project"),
    "document": mark("Report"),
    "office_document": mark("Official document"),
    "diary_entry": mark("Work diary"),
    "model": mark("Audit model"),
    "rule": mark("Rule"),
    "case": mark("Case"),
    "card": mark("Knowledge card"),
}
# What the search has of an attached file; None of these where it has not been looked at yet.
FILE_TEXT = {
    "read": mark("The text is searched"),
    "empty": mark("Holds no text: only the name is searched"),
    "unreadable": mark("The text cannot be read: only the name is searched"),
    "not_read": mark("Of this kind only the name is searched"),
}
CARD_KIND = {"method": mark("Method guide"), "knowledge": mark("Knowledge card")}
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
# 重大审计问题清单: how far a problem of the list is, what was done, why it is on it, how a week looks.
MAJOR_STAGE = {
    "candidate": mark("Marked as major, not on the list"),
    "tracking": mark("On the list, tracked"),
    "requested": mark("On the list, awaits its review"),
    "reviewed": mark("On the list, awaits approval of its close-out"),
    "closed": mark("Closed out from the list"),
    "removed": mark("Taken off the list"),
}
MAJOR_STEP = {
    "listed": mark("Put on the list"),
    "assigned": mark("Lead or tracker named"),
    "week_told": mark("State of the week told"),
    "close_asked": mark("Review off the list asked for"),
    "review_passed": mark("Review of the list passed"),
    "sent_back": mark("Sent back, tracked on"),
    "close_approved": mark("Close-out from the list approved"),
    "removed": mark("Taken off the list"),
}
MAJOR_CRITERION = {
    "violation": mark("Grave breach of law or discipline"),
    "large_amount": mark("Large amount, or great loss"),
    "leader_instruction": mark("Instructed by leaders"),
    "work_report": mark("Stressed in the audit work report"),
    "repeat": mark("Found again and again"),
    "public_interest": mark("Touches people's livelihood"),
    "risk": mark("Could become a serious risk"),
    "system_gap": mark("Gap in rules or institutions"),
    "other_criterion": mark("Other, as the reason says"),
}
WEEK_COLOUR = {
    "green": mark("Going as it should"),
    "amber": mark("In danger"),
    "red": mark("Stuck or late"),
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
# Applications whose going live is counted; what is counted is a unit, of the last one a module of it.
APPLICATION = {
    "rectification_scene": mark("Rectification scene"),
    "supervision_scene": mark("Supervised rectification scene"),
    "sub_portal": mark("Audit sub-portal"),
    "golden_audit": mark("Golden Audit III applications"),
    "audit_network": mark("Dedicated audit network"),
    "works_supervision": mark("Supervision of major works"),
    "personnel": mark("Personnel application"),
}
OFFICE_NETWORK = {
    "audit": mark("Audit network"),
    "government": mark("Government extranet"),
    "internet": mark("Internet"),
}
NETWORK_ASSET = {
    "firewall": mark("Firewall"),
    "switch": mark("Switch or router"),
    "server": mark("Server"),
    "storage": mark("Storage"),
    "terminal": mark("Terminal"),
    "protection": mark("Other protection"),
}
SECURITY_ACTIVITY = {
    "check": mark("Security check"),
    "drill": mark("Emergency drill"),
    "scan": mark("Vulnerability scan"),
    "training": mark("Security training"),
}
SECURITY_ISSUE_STATE = {
    "closed": mark("Issue closed"),
    "overdue": mark("Issue overdue"),
    "open": mark("Issue open"),
}
QUALITY_REVIEW = {
    "inspection": mark("Quality inspection"),
    "selection": mark("Selection of excellent projects"),
    "evaluation": mark("Evaluation after the audit"),
}
AWARD = {
    "national": mark("National award"),
    "provincial": mark("Provincial award"),
    "municipal": mark("Municipal award"),
}
QUALITY_DEFECT = {
    "plan": mark("Audit plan"),
    "evidence": mark("Audit evidence"),
    "working_paper": mark("Working papers"),
    "law": mark("Application of the law"),
    "report": mark("Quality of the report"),
    "procedure": mark("Procedure"),
    "filing": mark("Filing"),
}
EXPOSED_BY = {
    "review": mark("By a quality review"),
    "inspection": mark("By discipline inspection"),
    "later": mark("Came to light later"),
}
FIRM_CHECK_RESULT = {
    "clean": mark("No problem"),
    "minor": mark("Minor problems"),
    "serious": mark("Serious problems"),
    "referred": mark("Referred to the regulator"),
}
RESPONSIBILITY_AREA = {
    "economic": mark("Economic responsibility area"),
    "environmental": mark("Environmental responsibility"),
}
DEBT_LEVEL = {
    "red": mark("Debt: red"),
    "orange": mark("Debt: orange"),
    "yellow": mark("Debt: yellow"),
    "green": mark("Debt: green"),
    "unknown": mark("Debt: not known"),
}
FUND_STATE = {
    "late": mark("Not broken down in time"),
    "slow": mark("Paid slowly"),
    "on_course": mark("Going as it should"),
}

# 重大公共工程: how settlements are reviewed, what is added to contracts, what works are measured in.
REVIEW_LEVEL = {
    "municipal": mark("Municipal review"),
    "district": mark("District review"),
}
SETTLEMENT_STEP = {
    "submitted": mark("Claim submitted"),
    "first_review": mark("First review done"),
    "second_review": mark("Second review done"),
    "approved": mark("Settlement approved"),
}
VARIATION_KIND = {
    "design": mark("Design change"),
    "site": mark("Site instruction"),
    "price": mark("Price adjustment"),
    "supplementary": mark("Supplementary contract"),
}
LEVEL_DIFFERENCE = {
    "unexplained": mark("Difference not explained"),
    "explained": mark("Difference explained"),
    "none": mark("Both levels agree"),
    "awaited": mark("One level still to approve"),
}
# Against the fences of its like (Tukey): one and a half times the box beyond the quartiles.
FENCE_STATE = {
    "above": mark("Above the fence"),
    "uncut": mark("Large and nothing cut"),
    "below": mark("Below the fence"),
    "within": mark("Within the fences"),
    "unknown": mark("Too few to compare"),
}
WORKS_TYPE = {
    "building": mark("Building (per m²)"),
    "road": mark("Road (per km)"),
    "bridge": mark("Bridge (per m²)"),
    "pipeline": mark("Pipeline (per m)"),
    "river": mark("River works (per km)"),
    "greenery": mark("Greenery (per m²)"),
    "tunnel": mark("Tunnel (per m)"),
}

# 政务信息系统: what a system is, how it was built, who uses it.
SYSTEM_KIND = {
    "business": mark("Business system"),
    "website": mark("Website or portal"),
    "office": mark("Office system"),
    "finance": mark("Finance system"),
    "other": mark("Other system"),
}
BUILD_MODE = {
    "government": mark("Built with government investment"),
    "joint": mark("Built jointly with a company"),
    "purchased": mark("Service bought"),
}
USE_SCOPE = {
    "unit": mark("Within the unit"),
    "trade": mark("Along the line of business"),
    "cross_unit": mark("Across departments"),
    "public": mark("Open to the public"),
}
SYSTEM_STATE = {
    "building": mark("Being built"),
    "in_use": mark("System in use"),
    "retired": mark("System retired"),
}
# The first that holds: nobody logged in, hardly anybody, or it is used.
USE_STATE = {
    "idle": mark("Idle system"),
    "low": mark("Hardly used"),
    "used": mark("Well used"),
    "unknown": mark("Use not known"),
}
FACILITY_KIND = {
    "government_network": mark("Government extranet"),
    "private_network": mark("Private network"),
    "internet": mark("Internet access"),
    "computing": mark("Computing resources"),
    "storage": mark("Storage resources"),
}
SYSTEM_PURPOSE = {
    "build": mark("Construction of systems"),
    "maintenance": mark("Operation and maintenance"),
    "security": mark("Security protection"),
}
FUND_SOURCE = {
    "fiscal": mark("Fiscal appropriation"),
    "special": mark("Special fund for systems"),
    "superior": mark("Grant from above"),
    "own": mark("Own money"),
    "other": mark("Other source of funds"),
}
PROTECTION_LEVEL = {
    "level_4": mark("Level 4"),
    "level_3": mark("Level 3"),
    "level_2": mark("Level 2"),
    "level_1": mark("Level 1"),
    "ungraded": mark("Not graded"),
}
# 等保测评: half a year holds for level 4, one year for level 3, two years for level 2.
ASSESSMENT_STATE = {
    "valid": mark("Assessment in force"),
    "expired": mark("Assessment out of date"),
    "never": mark("Never assessed"),
    "not_asked": mark("No assessment asked for"),
    "unknown": mark("Level not known"),
}
RESOURCE_KIND = {
    "database": mark("Database"),
    "table": mark("Electronic table"),
    "text": mark("Electronic document"),
    "picture": mark("Graphics and images"),
    "media": mark("Audio and video"),
    "other": mark("Other kind of data"),
}
STORAGE_PLACE = {
    "government_cloud": mark("Government cloud"),
    "own_room": mark("Machine room of the unit"),
    "hosted": mark("Hosted by a third party"),
    "other": mark("Stored elsewhere"),
}
UPDATE_CYCLE = {
    "real_time": mark("Real time"),
    "daily": mark("Daily"),
    "weekly": mark("Weekly"),
    "monthly": mark("Monthly"),
    "quarterly": mark("Quarterly"),
    "half_yearly": mark("Every half year"),
    "yearly": mark("Yearly"),
    "as_needed": mark("As needed"),
}
UPDATE_STATE = {
    "on_time": mark("Updated within its cycle"),
    "late": mark("Update late"),
    "never": mark("Never updated"),
    "no_cycle": mark("No fixed cycle"),
}
SHARING_KIND = {
    "unconditional": mark("Shared without conditions"),
    "conditional": mark("Shared on conditions"),
    "none": mark("Not to be shared"),
}
RESOURCE_FACT = {
    "updated": mark("Data updated"),
    "shared": mark("Put on the sharing platform"),
    "unshared": mark("Taken off the sharing platform"),
    "used": mark("Data used"),
}
# How audits look at information systems (seed 002): alone, with another audit, or drawn together from many.
AUDIT_MODE = {
    "independent": mark("Independent audit"),
    "combined": mark("Combined with another audit"),
    "comprehensive": mark("Comprehensive audit"),
}
AUDIT_RHYTHM = {
    "regular": mark("Regular audit"),
    "rotating": mark("Audit in rotation"),
}
# Order matters: the first that holds is the state of a unit's turn on the day asked for.
ROTATION_STATE = {
    "audited": mark("Turn taken"),
    "in_hand": mark("Audit of systems in hand"),
    "missed": mark("Turn missed"),
    "open": mark("Turn open this year"),
    "coming": mark("Turn still to come"),
}
# 结合方式: in which report a finding about information systems is carried.
CARRYING_WAY = {
    "special_survey": mark("Special audit survey"),
    "comprehensive": mark("Comprehensive report"),
    "budget_execution": mark("Budget and tax report"),
    "department_budget": mark("Department budget"),
    "economic_responsibility": mark("Audit of an official"),
    "other": mark("Other report"),
}
# 队伍. Ranks are those of civil servants, of the general and the professional class, each from the top down.
CIVIL_CLASS = {
    "general": mark("General administration"),
    "professional": mark("Professional and technical"),
    "enforcement": mark("Law enforcement"),
    "other": mark("No civil servant"),
}
EDUCATION = {
    "doctor": mark("Doctor"),
    "master": mark("Master"),
    "bachelor": mark("Bachelor"),
    "college": mark("College"),
    "below": mark("Below college"),
}
STAFF_RANK = {
    "inspector_1": mark("First-class inspector"),
    "inspector_2": mark("Second-class inspector"),
    "counsel_1": mark("First-class counsel"),
    "counsel_2": mark("Second-class counsel"),
    "counsel_3": mark("Third-class counsel"),
    "counsel_4": mark("Fourth-class counsel"),
    "principal_1": mark("First-class principal staff member"),
    "principal_2": mark("Second-class principal staff member"),
    "principal_3": mark("Third-class principal staff member"),
    "principal_4": mark("Fourth-class principal staff member"),
    "member_1": mark("First-class staff member"),
    "member_2": mark("Second-class staff member"),
    "chief_1": mark("First-class chief expert"),
    "chief_2": mark("Second-class chief expert"),
    "senior_expert_1": mark("First-class senior expert"),
    "senior_expert_2": mark("Second-class senior expert"),
    "senior_expert_3": mark("Third-class senior expert"),
    "senior_expert_4": mark("Fourth-class senior expert"),
    "expert_1": mark("First-class expert"),
    "expert_2": mark("Second-class expert"),
    "expert_3": mark("Third-class expert"),
    "expert_4": mark("Fourth-class expert"),
    "technician": mark("Professional technician"),
}
STAFF_SKILL = {
    "sql": mark("SQL queries"),
    "python": mark("Python analysis"),
    "modelling": mark("Audit modelling"),
    "gis": mark("Geographic information"),
    "cost": mark("Construction cost"),
    "finance": mark("Finance and accounting"),
    "law": mark("Law"),
    "banking": mark("Financial audits"),
    "environment": mark("Resources and environment"),
    "systems": mark("Information systems audits"),
    "writing": mark("Reports and research"),
}
# What a dated fact about a person is; data/team/record_kinds.py says which list its value is of.
STAFF_RECORD = {
    "rank": mark("Rank"),
    "division_head": mark("Division head"),
    "qualification": mark("Professional qualification"),
    "computer_intermediate": mark("Intermediate in computer auditing"),
    "talent": mark("Talent"),
    "skill": mark("Skill"),
    "certificate": mark("Other certificate"),
}
STAFF_FIELD = {
    "education": mark("Education"),
    "birth_date": mark("Date of birth"),
    "joined_date": mark("Joined on"),
} | STAFF_RECORD
AGE_BAND = {
    "under_30": mark("Under 30"),
    "30_34": mark("30 to 34"),
    "35_39": mark("35 to 39"),
    "40_44": mark("40 to 44"),
    "45_49": mark("45 to 49"),
    "50_54": mark("50 to 54"),
    "over_54": mark("55 and over"),
}
PROMOTION_STATE = {
    "due": mark("Years in rank complete"),
    "soon": mark("Complete within half a year"),
    "later": mark("Years in rank not complete"),
    "top": mark("No rank above"),
    "off": mark("No reminder set"),
    "unknown": mark("Rank not on record"),
}
TRAINING_KIND = {
    "data_analysis": mark("Big-data rotation training"),
    "computer_intermediate": mark("Computer auditing, intermediate"),
    "orientation": mark("Before the first post"),
    "secondment": mark("Training on the job"),
    "audit_business": mark("Audit business"),
    "law_conduct": mark("Law and conduct"),
    "other_training": mark("Other training"),
}
TRAINING_STATE = {
    "completed": mark("Training completed"),
    "missed": mark("Training missed"),
    "coming": mark("Training to come"),
    "cancelled": mark("Training cancelled"),
}
OFFER_STEP = {
    "claimed": mark("Claimed"),
    "chosen": mark("Chosen to lead"),
    "delivered": mark("Delivered"),
    "accepted": mark("Delivery accepted"),
    "returned": mark("Delivery sent back"),
    "withdrawn": mark("Offer withdrawn"),
}
# Order matters: the first that holds is the state of an offer on the day asked for.
OFFER_STATE = {
    "withdrawn": mark("Offer withdrawn"),
    "accepted": mark("Delivery accepted"),
    "delivered": mark("Delivered, to be accepted"),
    "overdue": mark("Delivery overdue"),
    "taken": mark("Taken up"),
    "claimed": mark("Claimed, to be chosen"),
    "open": mark("Open to claims"),
}
DOCUMENT_DIRECTION = {"in": mark("Received document"), "out": mark("Sent document")}
DOCUMENT_TYPE = {
    "decision": mark("Decision document"),
    "notice": mark("Notice document"),
    "bulletin": mark("Bulletin"),
    "opinion": mark("Opinion document"),
    "report": mark("Report document"),
    "request": mark("Request for instructions"),
    "reply": mark("Reply to a request"),
    "letter": mark("Letter"),
    "minutes": mark("Minutes"),
    "other_document": mark("Other document"),
}
URGENCY = {"normal": mark("Ordinary"), "urgent": mark("Urgent"), "very_urgent": mark("Very urgent")}
DOCUMENT_STEP = {
    "assigned": mark("Assigned to a section"),
    "handled": mark("Handling noted"),
    "extended": mark("Deadline extended"),
    "finished": mark("Handling finished"),
    "reopened": mark("Taken up again"),
}
# Order matters: the first that holds is the state of a document on the day asked for.
DOCUMENT_STATE = {
    "finished": mark("Handling finished"),
    "overdue": mark("Handling overdue"),
    "due_soon": mark("Handling due soon"),
    "in_hand": mark("In hand"),
    "to_assign": mark("To be assigned"),
}
LOAN_STATE = {
    "asked": mark("Awaits decision"),
    "lent": mark("Lent"),
    "loan_overdue": mark("Not given back in time"),
    "given_back": mark("Given back"),
    "refused": mark("Not granted"),
    "withdrawn": mark("Withdrawn by who asked"),
}
DIARY_SOURCE = {"diary": mark("From the work diary"), "import": mark("From the register of person-days")}
CODE_LISTS = {
    "file_text": FILE_TEXT,
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
    "escalation_step": ESCALATION_STEP,
    "escalation_decision": ESCALATION_DECISION,
    "letter_state": LETTER_STATE,
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
    "system_kind": SYSTEM_KIND,
    "build_mode": BUILD_MODE,
    "use_scope": USE_SCOPE,
    "system_state": SYSTEM_STATE,
    "use_state": USE_STATE,
    "facility_kind": FACILITY_KIND,
    "system_purpose": SYSTEM_PURPOSE,
    "fund_source": FUND_SOURCE,
    "protection_level": PROTECTION_LEVEL,
    "assessment_state": ASSESSMENT_STATE,
    "resource_kind": RESOURCE_KIND,
    "storage_place": STORAGE_PLACE,
    "update_cycle": UPDATE_CYCLE,
    "update_state": UPDATE_STATE,
    "sharing_kind": SHARING_KIND,
    "resource_fact": RESOURCE_FACT,
    "audit_mode": AUDIT_MODE,
    "audit_rhythm": AUDIT_RHYTHM,
    "rotation_state": ROTATION_STATE,
    "carrying_way": CARRYING_WAY,
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
    "major_stage": MAJOR_STAGE,
    "major_step": MAJOR_STEP,
    "major_criterion": MAJOR_CRITERION,
    "week_colour": WEEK_COLOUR,
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
    "search_kind": SEARCH_KIND,
    "card_kind": CARD_KIND,
    "party_kind": PARTY_KIND,
    "application": APPLICATION,
    "office_network": OFFICE_NETWORK,
    "network_asset": NETWORK_ASSET,
    "security_activity": SECURITY_ACTIVITY,
    "security_issue_state": SECURITY_ISSUE_STATE,
    "quality_review": QUALITY_REVIEW,
    "award": AWARD,
    "quality_defect": QUALITY_DEFECT,
    "exposed_by": EXPOSED_BY,
    "firm_check_result": FIRM_CHECK_RESULT,
    "responsibility_area": RESPONSIBILITY_AREA,
    "debt_level": DEBT_LEVEL,
    "fund_state": FUND_STATE,
    "review_level": REVIEW_LEVEL,
    "settlement_step": SETTLEMENT_STEP,
    "variation_kind": VARIATION_KIND,
    "level_difference": LEVEL_DIFFERENCE,
    "fence_state": FENCE_STATE,
    "works_type": WORKS_TYPE,
    "civil_class": CIVIL_CLASS,
    "education": EDUCATION,
    "staff_rank": STAFF_RANK,
    "staff_skill": STAFF_SKILL,
    "staff_record": STAFF_RECORD,
    "staff_field": STAFF_FIELD,
    "age_band": AGE_BAND,
    "promotion_state": PROMOTION_STATE,
    "training_kind": TRAINING_KIND,
    "training_state": TRAINING_STATE,
    "offer_step": OFFER_STEP,
    "offer_state": OFFER_STATE,
    "document_direction": DOCUMENT_DIRECTION,
    "document_type": DOCUMENT_TYPE,
    "urgency": URGENCY,
    "document_step": DOCUMENT_STEP,
    "document_state": DOCUMENT_STATE,
    "loan_state": LOAN_STATE,
    "diary_source": DIARY_SOURCE,
}


def label(code_list: str, code: str | None) -> str:
    """Label of a code in the current language; an empty code is 未填, an unknown one is shown as it is."""
    if not code:
        return _("Not filled in")
    message = CODE_LISTS[code_list].get(code)
    return _(message) if message else code
