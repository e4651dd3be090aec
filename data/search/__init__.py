"""检索: every text that can be found, cut into words, in the transaction that writes it.

Triggers note what a transaction changed (triggers.py), and before it commits `settle` reads it again: so no
way of writing can forget the search. See docs/adr/0031-search.md.
"""
