"""Bringing files in: what the rectification ledger and the registers share.

`reading` turns a file into sheets of cells, a `preset` says how its rows are laid out, `rows` reads them into
fields by `values`, `writing` writes records. What is refused is refused with its place and its reason.
"""
