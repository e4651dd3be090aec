"""The source rows that a suspect stands on, dataset by dataset, the offending fields first and marked."""

import streamlit as st

from components.dataset.rows_grid import rows_grid
from components.figures import show
from components.inert import inert
from components.session import current_user, engine
from data.engine import reading
from data.language import _, listed
from data.warehouse import StoredColumn
from data.warehouse.versions import ROW_NUMBER
from queries.audit_models.evidence import EvidenceRows
from queries.suspects.evidence import evidence_behind


def suspect_evidence(suspect_id: int) -> None:
    """Draw the rows that the reader may read, and say of the others why they are not there."""
    with reading(engine()) as connection:
        behind = evidence_behind(connection, current_user(), suspect_id)
    for place, part in enumerate(behind.parts):
        _part(part, key=f"evidence_{suspect_id}_{place}")
    for words in behind.faults:
        st.info(inert(words), icon=":material/lock:")
    if not behind.parts and not behind.faults:
        st.caption(_("No source rows are recorded with this suspect: it was entered without its data."))


def _part(part: EvidenceRows, *, key: str) -> None:
    st.markdown(
        f"**{inert(part.title)}** :small[:gray[{inert(part.dataset_title)} · "
        + _("version {number}").format(number=part.version_number)
        + " · "
        + _("{rows} rows").format(rows=show(part.count, "count"))
        + "]]"
    )
    if part.fault:
        st.info(inert(part.fault), icon=":material/cloud_off:")
        return
    titles = {name: title for name, title, __ in part.columns}
    # The fields that are at fault stand first.
    ordered = sorted(part.columns, key=lambda column: column[0] not in part.marks)
    columns = [
        StoredColumn(name, "", kind, f"⚑ {title}" if name in part.marks else title)
        for name, title, kind in ordered
    ]
    rows = [[row.get(column.name) for column in columns] for row in part.rows]
    numbers = [row[ROW_NUMBER] for row in part.rows]
    rows_grid(columns, rows, ((_("Row"), numbers),), key=key)
    if part.marks:
        st.caption(
            _("⚑ marks what stands out: {columns}.").format(
                columns=inert(listed(titles[name] for name in part.marks))
            )
        )
    if part.count > len(part.rows):
        st.caption(_("The first {shown} rows.").format(shown=show(len(part.rows), "count")))
