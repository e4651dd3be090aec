"""Registers: the tables that a bureau brings of its own — units, posts, projects, plans, tasks and the like.

A register is one TOML file (data/presets/registers) that declares its fields, and one module of `statements`
that says which records a row states. The rest is the same for all: `plan` compares a file with the database,
`apply` writes it, `importing` does both. Rows add and change, they never delete. An empty cell says nothing.
"""
