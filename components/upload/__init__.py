"""Datasets on their way in."""
