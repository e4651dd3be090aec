"""疑点上图: the hits of models about projects, found on the map by the code of the project."""

from collections.abc import Mapping
from dataclasses import dataclass

import shapely
from sqlalchemy import Connection

from data.access.roles import NotPermittedError, User
from queries.audit_models.hits import HIT, SeenRun, all_hits, count_hits, seen_run
from queries.audit_models.library import last_runs
from queries.audit_models.pictures import MOST_PLACED, Placed, shapes_of
from queries.audit_models.said import summary_of

_PROJECT = "project"


@dataclass(frozen=True)
class PlacedRun:
    """The hits of a run that have a place, the project of each, and how many have none."""

    run_id: int
    placed: tuple[tuple[str, Placed], ...]  # code of the project, hit
    without_place: int
    not_looked_at: int  # hits beyond the first MOST_PLACED


def runs_on_map(connection: Connection, user: User) -> dict[str, SeenRun]:
    """The newest run of each model that is about projects, by code; only those that the user may read."""
    found = {}
    for code, facts in sorted(last_runs(connection).items()):
        try:
            seen = seen_run(connection, user, facts)
        except NotPermittedError:
            continue
        if facts.row_count and tells_projects(seen):
            found[code] = seen
    return found


def tells_projects(seen: SeenRun) -> bool:
    """Whether its hits are about projects of public works whose codes the reader may know."""
    entity = seen.model.entity
    return entity.kind == _PROJECT and entity.id not in seen.masks


def placed_on_map(
    seen: SeenRun, places: Mapping[str, shapely.Geometry], *, only: int | None = None
) -> PlacedRun:
    """The first MOST_PLACED hits, or the `only` one: each with its own shape, or that of its project.

    `places` has the shapes of projects by code; what is not among them is not shown by its own shape either.
    Raises WarehouseError where the rows of the run are gone.
    """
    entity = seen.model.entity
    count = count_hits(seen) if only is None else 1
    rows = list(all_hits(seen, range(min(count, MOST_PLACED)) if only is None else (only,)))
    own = shapes_of(seen, rows)
    found = []
    for row, shape in zip(rows, own, strict=True):
        code = str(row[entity.id] or "")
        if code in places:
            words = f"{row[entity.name] or code}\n{summary_of(seen.model, row, seen.facts.params)}"
            found.append((code, Placed(int(row[HIT]), words, shape or places[code], None)))
    return PlacedRun(seen.facts.run_id, tuple(found), len(rows) - len(found), count - len(rows))


def codes_of(seen: SeenRun, *, only: int | None = None) -> frozenset[str]:
    """The codes of the projects that the first MOST_PLACED hits, or the `only` one, are about."""
    rows = all_hits(seen, range(MOST_PLACED) if only is None else (only,))
    return frozenset(str(row[seen.model.entity.id] or "") for row in rows)
