"""What the bureau sets itself: plans, indicators, tasks, warning thresholds, the calendar."""
