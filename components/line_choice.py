"""Lines to choose from in a grid: boxes at the left choose, a click on a cell opens."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from components.figures import NO_DATA, show
from components.session import version
from data.language import _

_SEEN = 16  # rows; more than these are scrolled to
_HEIGHT = 560  # px, for those


@dataclass(frozen=True)
class Picked:
    """Places of lines, from 0: that which was clicked, and those whose boxes are set."""

    opened: int | None
    chosen: tuple[int, ...] = ()


def line_choice(
    shown: pd.DataFrame,
    column_config: Mapping[str, Any],
    numbers: Sequence[Hashable],
    *,
    key: str,
    several: bool = False,
    may_choose: bool = True,
) -> Picked:
    """Draw the lines. `numbers` tell, line by line, what they stand for; there is at least one.

    Without `several` one line is chosen, by its box or any of its cells, and is what `opened` says. Who may
    not choose reads the lines.
    """
    # What is chosen holds for the very lines that stand here, and until one of them moves on.
    key = f"{key}_{hash(tuple(numbers))}_{version()}"
    every = (
        several
        and may_choose
        and st.checkbox(
            _("Choose all {count} on this page").format(count=show(len(numbers), "count")), key=f"every_{key}"
        )
    )
    choice: Any = st.dataframe(
        shown,
        key=key,
        hide_index=True,
        placeholder=NO_DATA,
        column_config=column_config,
        on_select="rerun" if may_choose else "ignore",
        selection_mode=("multi-row" if several else "single-row", "single-cell"),
        height="content" if len(numbers) <= _SEEN else _HEIGHT,
    )
    if not may_choose:
        return Picked(None)
    rows, cells = choice.selection.rows, [row for row, __ in choice.selection.cells]
    if not several:
        return Picked(next(iter([*rows, *cells]), None))
    return Picked(next(iter(cells), None), tuple(range(len(numbers)) if every else rows))
