"""Which regions lie above which: what lies in a district is found by a reader of the city."""

from sqlalchemy import Connection, select

from data.schema import Region


def regions_above(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Each region's code with those of the regions above it, itself first."""
    above = dict(connection.execute(select(Region.region_code, Region.parent_code)).all())
    return {code: _way_up(code, above) for code in above}


def _way_up(code: str, above: dict[str, str | None]) -> tuple[str, ...]:
    way: list[str] = []
    at: str | None = code
    while at is not None and at not in way:
        way.append(at)
        at = above.get(at)
    return tuple(way)
