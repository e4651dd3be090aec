"""One scene of the wall, computed from the figures of this run's data version."""

from dataclasses import replace

from components.session import bureau_now
from components.wall.scene import Scene
from components.wall.wall_boxes import wall_box
from components.wall.wall_figures import wall_tile
from components.wall.wall_warnings import wall_warnings
from data.language import _
from data.shipped_names import shipped_name
from queries.filters import Filters
from queries.wall import SCENES


def wall_scene(name: str) -> Scene:
    """The scene of that name in SCENES. Raises what the database and the figure copy raise when away."""
    spec, bureau = SCENES[name], bureau_now()
    wall = Filters(as_of=bureau.as_of)
    strip = tuple(wall_tile(ask, wall) for ask in spec.strip)
    is_empty = all(tile.state == "no_data" for tile in strip)
    centre = wall_box(spec.centre, wall)
    if is_empty:
        # A wall cannot do anything about it, but says who can.
        words = _("There is no data yet: import the ledger and the registers in the cockpit.")
        # In the place of the picture; below it where there is a map all the same.
        is_drawn = bool(centre.lines or centre.courses or centre.areas)
        centre = replace(centre, note=words if is_drawn else "", missing=words)
    return Scene(
        name=name,
        title=_(spec.title),
        bureau=shipped_name(bureau.name),
        is_demo=bureau.is_demo,
        as_of=bureau.as_of.isoformat(),
        strip=strip,
        centre=centre,
        beside=tuple(wall_box(panel, wall) for panel in spec.beside),
        warnings=wall_warnings(wall),
        is_empty=is_empty,
    )
