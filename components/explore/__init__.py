"""A dataset's columns and the quick tests on it."""
