"""Importing a rectification ledger: read a file, plan what it changes, then apply all of it or nothing.

`importing.import_source` does the whole; `plan.plan` is the dry run. A file is read by a preset
(data/presets/*.toml) into the fields of `fields.FIELDS`. A row states facts, and only what differs from the
recorded facts is written. An empty cell states nothing.
"""
