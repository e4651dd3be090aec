"""The datasets that have rows of a party, and the rows of the one that was chosen."""

import streamlit as st

from components.address import address
from components.address_choice import address_choice
from components.dataset.rows_grid import rows_grid
from components.figures import show
from components.inert import inert
from components.navigation import DATASET_PAGE
from components.session import bureau_now
from components.worked import worked
from data.language import _
from queries.audit_models.parties import FoundParty
from queries.audit_models.party_rows import PartyRows, rows_with


def party_datasets(party: FoundParty, found: tuple[PartyRows, ...]) -> None:
    """Draw the choice of the dataset, and its rows masked for the reader."""
    if not found:
        st.caption(_("No dataset that you may read has rows of it."))
        return
    offered = {
        str(each.facts.dataset_id): _("{dataset} · {rows} rows").format(
            dataset=each.facts.title, rows=show(each.count, "count")
        )
        for each in found
    }
    chosen = address_choice(_("Dataset"), offered, "dataset", key="party_dataset", width=420)
    each = next(each for each in found if str(each.facts.dataset_id) == chosen)
    titles = {column.name: column.title for column in each.version.columns}
    rows = worked(
        (party, each),
        lambda duck, __: rows_with(each, party, duck),
        key="party_rows_read",
        words=_("Reading its rows …"),
    )
    if rows is None:
        return
    marked = tuple(name for name in titles if name.lower() in each.columns)
    rows_grid(
        each.version.columns,
        [row[1:] for row in rows],
        ((_("Row number"), [row[0] for row in rows]),),
        key=f"party_rows_{chosen}",
        marked=marked,
    )
    if each.count > len(rows):
        st.caption(_("The first {count} are shown.").format(count=show(len(rows), "count")))
    words = _("{dataset}, version {number}").format(dataset=each.facts.title, number=each.version.number)
    parts = address(None, bureau_now().as_of, id=chosen)
    st.page_link(DATASET_PAGE, label=inert(words), icon=":material/table_view:", query_params=parts)
