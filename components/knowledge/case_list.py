"""案例库: what audit models led to, and false alarms to know of; each opens its model."""

import streamlit as st

from components.address import address
from components.inert import inert
from components.navigation import MODEL_PAGE
from components.session import bureau_now
from data.language import _
from data.local_time import in_china
from queries.knowledge.sheet import Sheet


def case_list(sheets: list[Sheet]) -> None:
    """Draw the cases and the false alarms of the models of these cards, the newest first."""
    for title, icon, part in (
        (_("Cases"), "lightbulb", [each for sheet in sheets for each in sheet.cases]),
        (
            _("False alarms to know of"),
            "notification_important",
            [each for sheet in sheets for each in sheet.false_alarms],
        ),
    ):
        told = {note.note_id: (code, note) for code, note in part}
        if not told:
            continue
        st.subheader(title)
        with st.grid(2, min_column_width=340, gap="small"):
            for number in sorted(told, key=lambda number: told[number][1].written_at, reverse=True):
                code, note = told[number]
                with st.container(border=True, height="stretch", gap=None):
                    st.page_link(
                        MODEL_PAGE,
                        label=f"**{inert(note.title)}** :gray[{inert(code)}]",
                        icon=f":material/{icon}:",
                        query_params=address(None, bureau_now().as_of, id=code),
                        width="stretch",
                    )
                    day = f"{in_china(note.written_at):%Y-%m-%d}"
                    st.markdown(f":small[{inert(note.words)}]  \n:small[:gray[{inert(note.author)} · {day}]]")
