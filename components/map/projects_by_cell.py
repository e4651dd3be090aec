"""How many projects lie in each cell of the map: of those drawn, or of all that figures are made from."""

import pandas as pd

from components.session import groups
from queries.filters import Filters


def projects_by_cell(filters: Filters, frame: pd.DataFrame | None) -> dict[str, float]:
    """Projects by the code of the cell; `frame` has them (queries/investment/map_projects.py).

    It is None for a reader who may not see single projects.
    """
    if frame is not None:
        return {str(cell): int(number) for cell, number in frame["cell"].value_counts().items()}
    found = {group.code: group.figure.value for group in groups("investments", filters, "map_cell")}
    return {str(cell): number for cell, number in found.items() if number}
