"""The source rows of one dataset behind a hit, the fields that stand out first and coloured."""

from typing import Any

import streamlit as st

from components.address import address
from components.dataset.rows_grid import rows_grid
from components.figures import show
from components.inert import inert
from components.navigation import DATASET_PAGE
from components.run.evidence_fields import MOST_SIDE_BY_SIDE, evidence_fields
from components.run.evidence_shapes import evidence_shapes
from components.session import bureau_now
from components.shape_words import shape_words
from data.language import _
from data.warehouse import StoredColumn
from data.warehouse.versions import ROW_NUMBER
from queries.audit_models.evidence import EvidenceRows

FLAG = "⚑"


def evidence_rows(part: EvidenceRows, *, key: str) -> None:
    """Draw them: a few rows side by side, field by field; more of them as a grid."""
    heading = f"**{inert(part.title)}**"
    rows = _("{rows} rows").format(rows=show(part.count, "count"))
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.markdown(f"{heading} :small[:gray[{rows}]]", width="content")
        version = _("{dataset}, version {number}").format(
            dataset=part.dataset_title, number=part.version_number
        )
        parts = address(
            None, bureau_now().as_of, id=str(part.dataset_id), version=str(part.version_number), part="rows"
        )
        st.page_link(DATASET_PAGE, label=inert(version), icon=":material/table_view:", query_params=parts)
    if part.fault:
        st.info(inert(part.fault), icon=":material/cloud_off:")
        return
    if not part.rows:
        st.caption(_("No row of this dataset belongs to it."))
        return
    if part.count <= MOST_SIDE_BY_SIDE:
        evidence_fields(part, key=key)
        evidence_shapes(part)
        return
    columns = [
        StoredColumn(name, f"{FLAG} {title}" if name in part.marks else title, "", kind=kind)
        for name, title, kind in sorted(part.columns, key=lambda column: column[0] not in part.marks)
    ]
    rows_grid(
        columns,
        [[_short(row.get(column.name)) for column in columns] for row in part.rows],
        ((_("Row number"), [row[ROW_NUMBER] for row in part.rows]),),
        key=key,
        marked=part.marks,
    )
    evidence_shapes(part)
    if part.count > len(part.rows):
        st.caption(_("The first {count} are shown.").format(count=show(len(part.rows), "count")))


def _short(value: Any) -> Any:
    return shape_words(value) or value
