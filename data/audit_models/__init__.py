"""Audit models in the database: their texts, their runs, and the suspects that are kept of them."""
