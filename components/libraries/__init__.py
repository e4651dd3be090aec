"""Project libraries and the draft plan."""
