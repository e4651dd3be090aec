"""Benchmarks: ratios within one run, medians. `make bench` runs them; nothing here is a test."""
