"""What a comparison found: how many rows meet on both sides, in words and as bars, and the rows."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import duckdb
import pandas as pd
import streamlit as st

from components.charts import bars, draw
from components.dataset.rows_grid import rows_grid
from components.inert import inert
from components.joining.join_choice import JoinChoice
from components.session import current_user, engine
from components.worked import worked
from data.language import _, listed
from data.warehouse import StoredColumn
from queries.joining.matching import HOW, Match
from queries.joining.of_datasets import joined_for
from queries.joining.sides import fault_of
from queries.joining.words import match_words

_SHOWN = 300
_LAST = "join_last"


@dataclass(frozen=True)
class JoinResult:
    """The counts, and the first rows: numbers in both datasets, then the values of `columns`."""

    match: Match
    columns: tuple[StoredColumn, ...]
    rows: tuple[tuple[Any, ...], ...]


def join_result(choice: JoinChoice) -> JoinResult | None:
    """Draw it; None where the comparison is not allowed, still goes on or was stopped."""
    for pair in choice.pairs:
        fault = fault_of(pair, choice.left, choice.right, is_trusted=choice.is_trusted)
        if fault is not None:
            st.warning(inert(fault), title=_("Cannot be compared"), icon=":material/visibility_off:")
            return None
    house, user = engine(), current_user()  # the session is not there while they are compared

    def match(duck: duckdb.DuckDBPyConnection, go_on: Callable[[], None]) -> JoinResult:
        done = joined_for(
            house,
            user,
            duck,
            choice.left,
            choice.right,
            pairs=choice.pairs,
            is_trusted=choice.is_trusted,
        )
        go_on()
        titled = {
            "left": {column.name: column for column in choice.left_columns},
            "right": {column.name: column for column in choice.right_columns},
        }
        marks = {"left": "①", "right": "②"}
        columns = tuple(
            replace(column, name=name, title=f"{marks[which]} {titled[which][column.name].title}")
            for name, which, column in done.columns
        )
        return JoinResult(done.match, columns, done.rows(choice.how, _SHOWN))

    found = worked((user, choice), match, key=_LAST, words=_("Comparing the datasets …"))
    if found is None:
        return None
    _say(choice, found.match)
    _draw_rows(choice, found)
    return found


def _say(choice: JoinChoice, match: Match) -> None:
    left, right = choice.left.facts.title, choice.right.facts.title
    for words in match_words(match, left, right):
        st.markdown(inert(words))
    if match.is_many_to_many:
        st.warning(
            _(
                "Keys repeat on both sides: {pairs} pairs of rows come out of {left} and {right} rows. An "
                "amount added up over the pairs would be counted several times."
            ).format(
                pairs=f"{match.pairs:,}",
                left=f"{match.left.matched_rows:,}",
                right=f"{match.right.matched_rows:,}",
            ),
            icon=":material/call_split:",
        )
    rates = [(f"① {left}", match.left.rate), (f"② {right}", match.right.rate)]
    with st.container(border=True):
        draw(
            bars(
                pd.DataFrame(
                    [
                        {"label": label, "value": rate or 0.0, "code": str(place), "meaning": "neutral"}
                        for place, (label, rate) in enumerate(rates)
                    ]
                ),
                label="label",
                value="value",
                code="code",
                format="percent",
                title=_("What share of rows meets the other dataset?"),
                meaning="meaning",
            ),
            key="join_rates",
        )
    sides = ((f"① {left}", match.left), (f"② {right}", match.right))
    counts = {
        _("Number of rows"): [side.rows for __, side in sides],
        _("In both"): [side.matched_rows for __, side in sides],
        _("Only here"): [side.unmatched_rows for __, side in sides],
        _("Without a key"): [side.empty for __, side in sides],
        _("Different keys"): [side.keys for __, side in sides],
        _("Keys in both"): [side.matched_keys for __, side in sides],
        _("Repeated keys"): [side.repeated_keys for __, side in sides],
        _("Most rows of one key"): [side.largest for __, side in sides],
    }
    shown_as: dict[str, Any] = {title: st.column_config.NumberColumn(format="localized") for title in counts}
    st.dataframe(
        pd.DataFrame({_("Dataset"): [name for name, __ in sides]} | counts),
        hide_index=True,
        width="stretch",
        column_config=shown_as,
    )


def _draw_rows(choice: JoinChoice, found: JoinResult) -> None:
    total = found.match.count(choice.how)
    st.subheader(_("{kind}: {rows} rows").format(kind=_(HOW[choice.how]), rows=f"{total:,}"))
    if not found.rows:
        st.info(_("There is no such row."), icon=":material/filter_alt_off:")
        return
    shown = [column for column in found.columns if _is_wanted(column, choice.how)]
    places = [place for place, column in enumerate(found.columns, 2) if column in shown]
    numbers = [("①", 0), ("②", 1)]
    rows_grid(
        shown,
        [[row[place] for place in places] for row in found.rows],
        [
            (_("{mark} row number").format(mark=mark), [row[place] for row in found.rows])
            for mark, place in numbers
            if not ((choice.how == "only_left" and place == 1) or (choice.how == "only_right" and place == 0))
        ],
        key=f"join_rows_{choice.how}",
    )
    words = f"① {inert(choice.left.facts.title)} · ② {inert(choice.right.facts.title)}"
    if total > len(found.rows):
        words += " · " + _("The first {shown} of {rows} rows.").format(
            shown=f"{len(found.rows):,}", rows=f"{total:,}"
        )
    masked = [
        f"{mark} {column.title}"
        for mark, side, columns in (
            ("①", choice.left, choice.left_columns),
            ("②", choice.right, choice.right_columns),
        )
        for column in columns
        if column.name in side.masks
    ]
    if masked:
        words += " · " + _("masked for you: {columns}").format(columns=inert(listed(masked)))
    st.caption(words)


def _is_wanted(column: StoredColumn, how: str) -> bool:
    mark = {"only_left": "①", "only_right": "②"}.get(how)
    return mark is None or column.title.startswith(mark)
