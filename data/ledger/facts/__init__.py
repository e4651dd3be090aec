"""Comparing what a row states with the recorded facts of its finding, one kind of fact per module.

Each function changes a list of Facts in place; what differs at the end is written and goes into the history.
"""
