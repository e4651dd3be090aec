"""Pairs of rows whose shapes lie no further apart than `within` metres, and how far: 0 where they touch.

Distances are from edge to edge, in a metre projection. Of one relation with itself each pair comes once, the
row that stands first on the left. Rows without a shape are in no pair.
"""

from data.geo.overlays import within_metres
from queries.audit_models.spatial.given import Found, Given


def derive(given: Given) -> Found:
    """`distance_m` for each pair."""
    pairs = within_metres(given.left.shapes, given.right.shapes, given.values["within"])
    return given.each_once(Found(pairs.left, pairs.right, {"distance_m": pairs.measure}))
