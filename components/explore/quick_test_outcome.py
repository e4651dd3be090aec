"""What a quick test found: the sentence, what limits it, the picture and the rows that stand out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import duckdb
import pandas as pd
import streamlit as st

from components.dataset.rows_grid import cell_value, grid_column, is_amount
from components.explore.explore_choice import Explored
from components.explore.quick_test_keep import quick_test_keep
from components.explore.quick_test_picture import quick_test_picture
from components.inert import inert
from components.session import current_user, engine
from components.worked import worked
from data.language import _, language
from data.warehouse import StoredColumn
from data.warehouse.versions import ROW_NUMBER
from queries.datasets.choices import Choice, choices_words
from queries.quick_tests.hits import GROUP
from queries.quick_tests.on_dataset import run_on_dataset
from queries.quick_tests.outcome import Outcome
from queries.quick_tests.subject import Subject

_SHOWN = 500  # rows on the page; all of them are counted, and kept as suspects where that is asked
_LAST = "quick_test_last"
_FENCES = ("_low_fence", "_high_fence")


def quick_test_outcome(
    explored: Explored, table: Subject, answers: Mapping[str, Any], choices: Sequence[Choice] = ()
) -> None:
    """Make the test, or show the last one again where nothing was asked anew, and offer to keep its rows.

    `choices` are what `table` was narrowed to: said beside the answer, and kept with the suspects.
    """
    made = _made(explored, table, answers)
    if made is None:
        return
    outcome, rows = made
    if outcome.not_checked is not None:
        st.warning(inert(outcome.not_checked), title=_("Could not be checked"), icon=":material/help:")
        return
    if outcome.rows and not outcome.is_usual:
        st.warning(inert(outcome.words), icon=":material/search_insights:")
    else:
        st.info(inert(outcome.words), icon=":material/check_circle:")
    if choices:
        st.caption(
            _("Only rows with {choices} were looked at.").format(
                choices=inert(choices_words(choices, table, explored.title))
            )
        )
    if any(column.kind == "money" for column in _asked(explored, answers)):
        st.caption(_("Unit: {unit}").format(unit=_("yuan")))
    for caution in outcome.cautions:
        st.caption(inert(caution))
    if outcome.picture is not None:
        quick_test_picture(outcome.picture, key=f"quick_test_picture_{outcome.test}")
    if not outcome.rows:
        return
    if outcome.is_usual:
        st.subheader(_("Rows to look at"))
        st.caption(_("The amounts are as they should be on the whole; nothing is said against these rows."))
    else:
        st.subheader(_("Rows that stand out"))
    if len(rows) < outcome.rows:
        st.caption(
            _("The first {shown} of {rows} rows.").format(shown=f"{len(rows):,}", rows=f"{outcome.rows:,}")
        )
    shown, titles = _in_yuan(explored, rows, answers)
    picked = st.dataframe(
        shown,
        hide_index=True,
        width="stretch",
        height=min(520, 40 + 35 * len(rows)),
        selection_mode="multi-row",
        on_select="rerun",
        key=f"quick_test_rows_{outcome.test}",
        column_config=titles,
    )
    chosen = [place for place in picked.selection.rows if place < len(rows)]
    number = GROUP if outcome.is_grouped else ROW_NUMBER
    quick_test_keep(
        explored,
        table,
        outcome,
        answers,
        choices,
        chosen=sorted({int(rows[number].iloc[place]) for place in chosen}),
    )


def _made(
    explored: Explored, table: Subject, answers: Mapping[str, Any]
) -> tuple[Outcome, pd.DataFrame] | None:
    """The outcome with its first rows, kept for as long as the same is asked; None while it is being made."""
    house, user = engine(), current_user()  # the session is not there while it is made
    asked = (
        user,
        explored.version.version_id,
        explored.access,
        explored.test.name,
        table.select,
        repr(sorted(table.values.items())),
        repr(sorted(answers.items())),
        language(),
    )

    def make(duck: duckdb.DuckDBPyConnection, go_on: Callable[[], None]) -> tuple[Outcome, pd.DataFrame]:
        subject = replace(table, connection=duck, go_on=go_on)
        dataset_id = explored.facts.dataset_id
        outcome = run_on_dataset(house, user, dataset_id, explored.test.name, subject, answers=answers)
        rows = pd.DataFrame()
        if outcome.offending is not None and outcome.rows:
            first = outcome.offending.first(_SHOWN)
            rows = _exact(duck.execute(first.sql, first.bound()))
        return outcome, rows

    return worked(asked, make, key=_LAST, words=_("Testing …"))


def _exact(found: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Values as they are: whole numbers, Decimal and dates do not become floats."""
    names = [str(column[0]) for column in found.description or ()]
    return pd.DataFrame(found.fetchall(), columns=names, dtype=object)


def _asked(explored: Explored, answers: Mapping[str, Any]) -> list[StoredColumn]:
    """The columns that were tested."""
    named = [
        name for given in answers.values() for name in (given if isinstance(given, list | tuple) else [given])
    ]
    return [column for column in explored.columns if column.name in named]


def _in_yuan(
    explored: Explored, rows: pd.DataFrame, answers: Mapping[str, Any]
) -> tuple[pd.DataFrame, dict[str, Any]]:
    """Rows and columns of the grid: what was tested stands before the rest, amounts are in yuan."""
    added, asked = _added(), _asked(explored, answers)
    by_name = {column.name: column for column in explored.columns}
    # A fence is an amount like those that it stands beside.
    by_name |= {name: replace(asked[0], name=name, title=added[name]) for name in _FENCES if asked}
    first = [*added, *(column.name for column in asked)]
    frame = rows[
        sorted(rows.columns, key=lambda name: first.index(name) if name in first else len(first))
    ].copy()
    titles: dict[str, Any] = dict(added)
    for name in frame.columns:
        if name in by_name:
            column = by_name[name]
            cells = pd.Series([cell_value(column, value) for value in frame[name]]).convert_dtypes()
            frame[name] = cells.astype("Float64") if is_amount(column, cells) else cells
            titles[name] = grid_column(column, frame[name])
    return frame, titles


def _added() -> dict[str, str]:
    """What the columns that the tests add are called."""
    return {
        GROUP: _("Group"),
        "_digits": _("Leading digits"),
        "_days": _("Days"),
        "_holiday": _("Holiday"),
        "_missing_from": _("Missing from"),
        "_missing_to": _("Missing to"),
        "_missing": _("Numbers missing"),
        "_low_fence": _("Lower fence"),
        "_high_fence": _("Upper fence"),
        ROW_NUMBER: _("Row number"),
    }
