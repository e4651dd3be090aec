"""The rows that differ between two versions: by column how often, and the rows with their changed cells."""

from typing import Any

import pandas as pd
import streamlit as st

from components.dataset.rows_grid import ROW_HEIGHT, cell_value, column_title, rows_grid
from components.figures import NO_DATA, show
from components.one_of import one_of
from data.language import _
from data.warehouse import StoredColumn, Version
from queries.datasets.compare import Comparison

_IN_SIGHT = 12


def comparison_rows(found: Comparison, before: Version, after: Version, key: tuple[str, ...]) -> None:
    """Draw them by kind of change; at most as many of each as the comparison holds."""
    parts: dict[str, tuple[str, int, int]] = {
        "changed": (_("Changed"), found.changed, len(found.changed_rows)),
        "added": (_("Added"), found.added, len(found.added_rows)),
        "gone": (_("Gone"), found.gone, len(found.gone_rows)),
    }
    there = [name for name, (__, count, ___) in parts.items() if count]
    if not there:
        st.success(_("The two versions have the same rows."), icon=":material/check_circle:")
        return
    if found.changes:
        _by_column(found, after)
    part = str(
        one_of(
            _("Show"),
            {name: f"{parts[name][0]} {show(parts[name][1], 'count')}" for name in there},
            key=f"comparison_part_{before.version_id}_{after.version_id}_{'_'.join(there)}",
            shows_title=False,
        )
    )
    grid = f"comparison_{part}_{before.version_id}_{after.version_id}"
    number = _("Row number")
    if part == "changed":
        _changed(found, before, after, key, grid)
    else:
        version, rows = (after, found.added_rows) if part == "added" else (before, found.gone_rows)
        rows_grid(version.columns, [row[1:] for row in rows], [(number, [row[0] for row in rows])], key=grid)
    __, total, shown = parts[part]
    if shown < total:
        st.caption(
            _("The first {shown} of {rows} rows.").format(
                shown=show(shown, "count"), rows=show(total, "count")
            )
        )


def _by_column(found: Comparison, after: Version) -> None:
    titles = {column.name: column.title for column in after.columns}
    most = sorted(found.changes.items(), key=lambda change: -change[1])
    st.dataframe(
        pd.DataFrame([(titles.get(name, name), count) for name, count in most], columns=["column", "count"]),
        hide_index=True,
        column_config={
            "column": st.column_config.TextColumn(_("Column that changed"), width="medium"),
            "count": st.column_config.ProgressColumn(
                _("Number of rows"), format="localized", min_value=0, max_value=max(found.changed, 1)
            ),
        },
        row_height=ROW_HEIGHT,
        height=ROW_HEIGHT * (min(len(most), _IN_SIGHT // 2) + 1) + 2,
    )


def _changed(found: Comparison, before: Version, after: Version, key: tuple[str, ...], grid: str) -> None:
    """Keys first, then the columns that changed: a changed cell says what it was and what it is."""
    old_places = {column.name: place for place, column in enumerate(before.columns)}
    new_places = {column.name: place for place, column in enumerate(after.columns)}
    columns = {column.name: column for column in after.columns}
    order = [*key, *(name for name in columns if name in found.changes and name not in key)]
    order += [name for name in columns if name not in order and name in old_places]
    lines: list[list[str]] = []
    for old_number, new_number, changed, old, new in found.changed_rows:
        cells = [f"{old_number:,} → {new_number:,}"]
        for name in order:
            now = _text(columns[name], new[new_places[name]])
            was = _text(before.columns[old_places[name]], old[old_places[name]])
            cells.append(f"✎ {was} → {now}" if name in changed else now)
        lines.append(cells)
    st.dataframe(
        pd.DataFrame(lines, columns=["_row", *order]),
        hide_index=True,
        column_config={
            "_row": st.column_config.TextColumn(_("Row before → after"), width=130, pinned=True),
            **{name: st.column_config.TextColumn(column_title(columns[name]), help=name) for name in order},
        },
        row_height=ROW_HEIGHT,
        height=ROW_HEIGHT * (min(len(lines), _IN_SIGHT) + 1) + 2,
        key=grid,
    )
    st.caption(_("✎ marks a changed cell: what it was → what it is. Columns that changed stand in front."))


def _text(column: StoredColumn, value: Any) -> str:
    shown = cell_value(column, value)
    if shown is None:
        return NO_DATA
    if column.kind == "money" and not isinstance(shown, str):
        return f"{shown:,.2f}"
    return str(shown)
