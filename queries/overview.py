"""What the cockpit overview asks: the page draws it, the benchmark times it."""

# The two rates stand side by side; what is late stands beside them; below, what the plan sets a target for.
HEAD_TILES = (
    "rectification_rate_by_count",
    "rectification_rate_by_amount",
    "findings_overdue",
    "overdue_amount",
)
FOOT_TILES = (
    "report_amount_rectification_rate",
    "recommendation_adoption",
    "transfer_rate",
    "repeat_finding_rate",
)
# The most pressing first: it is the one that is drawn in red.
ACTIONS = (
    "findings_overdue",
    "findings_due_soon",
    "major_findings_open",
    "instructed_findings_open",
    "repeat_findings_open",
    "findings_awaiting_close_out",
    "tasks_overdue",
    "committee_items_open",
)
# What nightly runs of models flagged without any project (无项目审计): said as a warning.
WARNED, WARNED_BY = "suspects_new", "audit_model"
# What other pages are about, each by the figure that says whether to go there.
POINTED = (
    "coverage_rate",
    "warnings_red",
    "projects_late",
    "indicator_values_owed",
    "tasks_overdue",
    "suspects_overdue",
)
# The one picture: this figure by this dimension, and its course beside the other rate's.
PICTURE = ("rectification_rate_by_count", "region")
BESIDE = "rectification_rate_by_amount"
