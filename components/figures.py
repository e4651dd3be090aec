"""Figures as readers see them, on a screen as in a file: the words are made in queries/figure_words.py."""

from queries.figure_words import NO_DATA, is_missing, money_unit, money_units, show, unit_name

__all__ = ["NO_DATA", "is_missing", "money_unit", "money_units", "show", "unit_name"]
