"""Engines that run audit models: DuckDB on this machine, or a Spark cluster by its URL.

See docs/adr/0021-spark-connect.md.
"""
