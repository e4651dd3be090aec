"""The map of a run, or of one of its hits: by shapes of their own, or by those of the projects they name."""

import streamlit as st

from components.run.map_picture import map_picture
from components.session import bureau_now, current_user, row_scope, source
from data.access.roles import can
from data.language import _
from queries.audit_models.hits import SeenRun
from queries.audit_models.on_map import codes_of, placed_on_map, tells_projects
from queries.audit_models.pictures import has_shapes, placed
from queries.investment.project_shapes import project_shapes


def run_map(seen: SeenRun, *, only: int | None = None, title: str = "") -> bool:
    """Draw it under its title; False where nothing of the run has a place that the reader may see.

    Raises WarehouseError where the rows of the run are gone.
    """
    if seen.model.picture and has_shapes(seen):
        found, count = placed(seen, seen.model.picture.columns, only=only)
        missing = 0
    elif tells_projects(seen) and can(current_user(), "see-rows"):
        shapes = project_shapes(source(), codes_of(seen, only=only), bureau_now().as_of, row_scope())
        of_projects = placed_on_map(seen, shapes, only=only)
        found = tuple(each for __, each in of_projects.placed)
        missing = of_projects.without_place
        count = len(found) + missing + of_projects.not_looked_at
        if not found:
            return False
    else:
        return False
    if title:
        st.subheader(title)
    map_picture(seen, found, count - missing, only=only)
    if missing and only is None:
        st.caption(
            _("Their project has no place on the map, or is not among yours: {number}").format(number=missing)
        )
    return True
