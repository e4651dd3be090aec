"""What planners look at."""
