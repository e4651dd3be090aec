"""空间检查: relations that are computed from places before the SQL of a model runs.

A model declares them under [derived.NAME]; its SQL reads them like any relation and decides with thresholds.
One module for each kind (kinds.py lists them); all measure in metres, never in degrees.
"""
