"""Registers on their way in."""
