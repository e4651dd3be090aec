"""Tasks under supervision."""
