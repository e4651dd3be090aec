"""What the page of reports shows."""
