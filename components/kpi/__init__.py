"""Figures on a page: tiles, charts, ledgers of rows, the filter bar, the way down and back."""
