"""Official documents and the archive."""
