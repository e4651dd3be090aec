"""责任清单、评价得分: what an official answers for, and the marks that audits of the posts gave."""

from itertools import groupby

import streamlit as st

from components.figures import show
from components.inert import inert
from components.session import row_scope, source
from data.codes import label
from data.language import _
from queries.cards.official_card import OfficialCard
from queries.cards.official_responsibility import Mark, official_responsibility


def official_responsibility_lists(card: OfficialCard) -> None:
    """Draw both lists; where nothing is on record, that is said."""
    items, marks = official_responsibility(source(), card.official_id, card.as_of, row_scope())
    with st.container(border=True):
        st.subheader(_("Lists of responsibility"))
        if not items:
            st.caption(_("No duty of these posts is on record."))
        for area, of_area in groupby(items, key=lambda item: item.area):
            st.markdown("**{}**".format(label("responsibility_area", area)))
            st.markdown(
                "\n".join(f"- {inert(item.duty)}　:gray[{inert(item.post_title)}]" for item in of_area)
            )
        if marks:
            st.subheader(_("Marks of the evaluation"))
        for project, of_project in groupby(marks, key=lambda mark: (mark.project_id, mark.project)):
            _draw_marks(project[1], list(of_project))


def _draw_marks(project: str, marks: list[Mark]) -> None:
    full = sum(mark.full_hundredths for mark in marks)
    total = sum(mark.mark_hundredths for mark in marks)
    st.markdown(inert(project))
    st.caption(
        _("{marks} of {full} marks ({share})").format(
            marks=f"{total / 100:g}", full=f"{full / 100:g}", share=show(total / full, "percent")
        )
    )
    st.dataframe(
        {
            _("Aspect"): [mark.aspect for mark in marks],
            _("Marks"): [mark.mark_hundredths / 100 for mark in marks],
            _("Full marks"): [mark.full_hundredths / 100 for mark in marks],
        },
        hide_index=True,
        height="content",
    )
