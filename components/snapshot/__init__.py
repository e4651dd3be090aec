"""What the page of frozen figures shows."""
