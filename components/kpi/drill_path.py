"""Where the reader is in a drill: the page, the figure, and each step of the drill, all links."""

from collections.abc import Sequence
from dataclasses import replace

from components.address import address
from components.inert import inert
from components.navigation import MENU, OVERVIEW_PAGE, ROWS_PAGE
from components.session import bureau_now
from components.trail import Above, trail
from data.language import _
from queries.catalog import Kpi
from queries.dimensions import DIMENSIONS
from queries.filters import Filters


def drill_path(
    filters: Filters,
    kpi: Kpi | None = None,
    steps: Sequence[str] | None = None,
    here: str = "",
    *,
    under: str = "",
) -> None:
    """Draw the path. `steps` are the labels of `filters.drill`; `here` names a last place that is no link.

    `under` is the page of the menu that the place belongs to, for a reader who did not come from a figure.
    """
    as_of = bureau_now().as_of
    whole = replace(filters, drill=())
    above = [Above(OVERVIEW_PAGE, _("Overview"), address(whole, as_of), ":material/dashboard:")]
    if kpi is None and under:
        page = next(entry for entry in MENU if entry.path == under)
        above.append(Above(under, _(page.title), address(whole, as_of)))
    if kpi is not None:
        words = [str(kpi.title)]
        above.append(Above(ROWS_PAGE, words[0], address(whole, as_of, kpi=kpi.name)))
        for place, (dimension, __) in enumerate(filters.drill):
            label = steps[place] if steps and place < len(steps) else ""
            words.append(_("{title}: {choice}").format(title=_(DIMENSIONS[dimension].title), choice=label))
            narrowed = replace(filters, drill=filters.drill[: place + 1])
            above.append(Above(ROWS_PAGE, inert(words[-1]), address(narrowed, as_of, kpi=kpi.name)))
        if not here:  # the last of them is where the reader is
            above.pop()
            here = words[-1]
    trail(above, here)
