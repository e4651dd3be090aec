"""What the scoreboard of sections shows (000-23): findings, rectification, plan, tasks, models, suspects."""

SCOREBOARD = (
    "findings",
    "rectification_rate_by_count",
    "plan_execution_rate",
    "task_completion_rate",
    "datasets",
    "model_runs",
    "suspects_issued",
    "suspect_verification_rate",
    "suspects_confirmed",
    "suspect_confirmation_rate",
)
