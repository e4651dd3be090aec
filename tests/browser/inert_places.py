"""A page that shows nasty texts in every place that takes Markdown; run by test_inert_text.py."""

import streamlit as st

from components.inert import inert
from tests.test_inert import NASTY

for place, text in enumerate(NASTY):
    shown = inert(text)
    with st.container(key=f"markdown_{place}"):
        st.markdown(shown)
    with st.container(key=f"bold_{place}"):
        st.markdown(f":gray[**{shown}**]")
    with st.container(key=f"heading_{place}"):
        st.header(shown)
    with st.container(key=f"caption_{place}"):
        st.caption(shown)
    with st.container(key=f"button_{place}"):
        st.button(shown, key=f"press_{place}")
with st.container(key="table"):
    st.table({"text": [inert(text) for text in NASTY]}, hide_index=True, hide_header=True)
