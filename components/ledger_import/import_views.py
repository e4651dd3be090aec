"""What importing files would do: a table for each of added, changed, refused …; the refused ones as files."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from components.figures import show
from components.made_file import made_file
from components.one_of import one_of
from data.intake.refusal_report import TITLES, Told, refusal_rows, refusals_as_csv, refusals_as_xlsx
from data.language import _

_ROW_HEIGHT = 36
_TALLEST = 520  # px
_REFUSED = "refused"


@dataclass(frozen=True)
class View:
    """One table: its title, how many things it counts, and its rows by heading."""

    title: str
    count: int
    rows: Callable[[], Iterable[dict[str, Any]]]


def import_views(views: Mapping[str, View], previews: Sequence[Told], key: str) -> None:
    """Draw the choice of a table and the table. Refusals come first where there are any.

    `views` has one called refused; `key` tells one set of files from another.
    """
    first = _REFUSED if views[_REFUSED].count else next((name for name in views if views[name].count), None)
    chosen = one_of(
        _("What would happen"),
        {name: f"{view.title} {show(view.count, 'count')}" for name, view in views.items()},
        key=f"import_view_{key}",
        first=first,
        shows_title=False,
    )
    frame = pd.DataFrame(list(views[chosen].rows()))
    if frame.empty:
        st.info(_("None."), icon=":material/done:")
    else:
        height = min(_ROW_HEIGHT * (len(frame) + 1) + 2, _TALLEST)
        st.dataframe(frame, hide_index=True, row_height=_ROW_HEIGHT, height=height)
    if chosen == _REFUSED and views[_REFUSED].count:
        _refusal_buttons(previews)


def refusal_table(previews: Iterable[Told]) -> Iterable[dict[str, Any]]:
    """The rows of the table of refusals."""
    for row in refusal_rows(previews):
        yield {_(title): cell for title, cell in zip(TITLES, row, strict=True)}


def _refusal_buttons(previews: Sequence[Told]) -> None:
    with st.container(horizontal=True):
        for ending, make in (("xlsx", refusals_as_xlsx), ("csv", refusals_as_csv)):
            made_file(
                _("Refused rows as {kind}").format(kind=ending.upper()),
                partial(make, previews),
                f"{_('Refused rows')}.{ending}",
                key=f"import_refused_{ending}",
            )
