"""The empty workbooks of the dataset types, for whoever asks a unit for data before there is any."""

import streamlit as st

from components.dataset.template_button import template_button
from components.inert import inert
from data.dataset_types import dataset_types
from data.language import _


def type_templates() -> None:
    """Draw the choice of a type and the button for its workbook."""
    types = dataset_types()
    with st.expander(_("Templates to be filled in, by dataset type"), icon=":material/description:"):
        name = st.selectbox(
            _("Dataset type"),
            list(types),
            format_func=lambda name: types[name].title,
            key="template_type",
            width=420,
        )
        st.caption(inert(types[str(name)].description))
        template_button(types[str(name)])
