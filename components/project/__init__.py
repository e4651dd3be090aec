"""Projects and their progress."""
