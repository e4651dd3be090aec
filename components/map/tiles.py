"""The bureau's own map server as the ground of the map: off, unless the settings name one."""

from typing import Any

from data.language import _
from data.settings import setting


def tile_style() -> dict[str, Any] | None:
    """A style of raster tiles from AUDIT_MAP_TILES, the first at the bottom; None where it is empty."""
    addresses = setting("AUDIT_MAP_TILES").split()
    if not addresses:
        return None
    names = [f"tiles{place}" for place in range(len(addresses))]
    return {
        "version": 8,
        "sources": {
            name: {"type": "raster", "tiles": [address], "tileSize": 256}
            for name, address in zip(names, addresses, strict=True)
        },
        "layers": [{"id": name, "type": "raster", "source": name} for name in names],
    }


def tile_words() -> str:
    """Where the tiles come from, for the caption; "" where none are set."""
    if not setting("AUDIT_MAP_TILES").split():
        return ""
    source = setting("AUDIT_MAP_TILES_SOURCE") or _("Not given")
    return _("Map server: {source}").format(source=source)
