"""What importing files would do: a table for each of added, changed, refused …; the refused ones as files."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from components.figures import show
from components.one_of import one_of
from data.intake.refusal_report import TITLES, Told, refusal_rows, refusals_as_csv, refusals_as_xlsx
from data.language import _, language, use_language

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
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
    spoken = language()

    def made_by(make: Callable[[Sequence[Told]], bytes]) -> Callable[[], bytes]:
        def content() -> bytes:
            use_language(spoken)  # the file is made on the click, in another thread than this run
            return make(previews)

        return content

    with st.container(horizontal=True):
        for ending, make, mime in (
            ("xlsx", refusals_as_xlsx, _XLSX),
            ("csv", refusals_as_csv, "text/csv"),
        ):
            st.download_button(
                _("Refused rows as {kind}").format(kind=ending.upper()),
                made_by(make),
                file_name=f"{_('Refused rows')}.{ending}",
                mime=mime,
                icon=":material/download:",
                on_click="ignore",
                key=f"import_refused_{ending}",
            )
