"""The work calendar."""
