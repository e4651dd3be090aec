"""Audit models on a Spark cluster: `make test-spark`. Not part of `make test`."""
