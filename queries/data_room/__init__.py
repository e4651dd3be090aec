"""What the data room knows of its rooms, requests, items and sources."""
