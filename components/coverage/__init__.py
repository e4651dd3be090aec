"""Audit coverage and the audited units."""
