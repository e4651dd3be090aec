"""Accounts, roles, display tokens, events."""
