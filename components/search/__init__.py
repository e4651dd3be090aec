"""Searching, and what was found."""
