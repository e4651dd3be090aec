"""10,000 projects laid upon 5,000 protected areas of 2,000 corners each: the time of the processor alone."""

import time

import numpy as np
import shapely

from data.geo.overlays import overlaps

_PROJECTS, _AREAS, _CORNERS = 10_000, 5_000, 2_000
_WEST, _EAST, _SOUTH, _NORTH = 116.5, 117.8, 36.2, 37.2  # degrees: a large city
_MOST_SECONDS = 10.0


def run() -> None:
    """Print what was found and how long it took."""
    dice = np.random.default_rng(20_26)
    areas = _blobs(dice, _AREAS, _CORNERS, (0.002, 0.012))
    projects = _blobs(dice, _PROJECTS, 24, (0.0003, 0.004))
    began = time.process_time()
    found = overlaps(projects, areas)
    seconds = time.process_time() - began
    print(
        f"overlap: {_PROJECTS:,} projects, {_AREAS:,} areas of {_CORNERS:,} corners,"
        f" {len(found.left):,} pairs, {found.measure.sum():,.1f} ha:"
        f" {seconds:.1f} s of the processor (bar {_MOST_SECONDS:.0f} s)"
    )


def _blobs(dice: np.random.Generator, count: int, corners: int, sizes: tuple[float, float]) -> np.ndarray:
    """Valid areas with a ragged border, spread over the city."""
    angles = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    made = []
    for __ in range(count):
        turn, size = dice.random() * 6, dice.uniform(*sizes)
        radius = size * (1 + 0.25 * np.sin(3 * angles + turn) + 0.02 * dice.standard_normal(corners))
        x, y = dice.uniform(_WEST, _EAST), dice.uniform(_SOUTH, _NORTH)
        made.append(
            shapely.Polygon(
                np.column_stack([x + 1.25 * radius * np.cos(angles), y + radius * np.sin(angles)])
            )
        )
    return np.asarray(shapely.make_valid(np.array(made, dtype=object)))
