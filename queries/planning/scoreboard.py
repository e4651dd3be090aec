"""What the scoreboard of sections shows (000-23): findings, rectification, plan, tasks, suspects."""

from data.language import mark

SCOREBOARD = (
    "findings",
    "rectification_rate_by_count",
    "plan_execution_rate",
    "task_completion_rate",
    "datasets",
    "suspects_issued",
    "suspect_verification_rate",
    "suspects_confirmed",
    "suspect_confirmation_rate",
)
# Titles of what a section is assessed by and nothing is connected to yet.
COMING = (mark("Models run"),)
