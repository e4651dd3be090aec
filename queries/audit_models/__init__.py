"""Audit models: a rule in one .sql file, read, run on versions of datasets, and followed to its rows."""
