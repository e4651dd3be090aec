"""One line of a time line: the day in grey, and what happened."""

import streamlit as st

_DAY_WIDTH = 84  # px


def course_line(day: str, words: str) -> None:
    """Draw it; `words` is Markdown whose texts from outside are inert already."""
    with st.container(horizontal=True, gap="small", wrap=False):
        st.markdown(f":gray[{day}]", width=_DAY_WIDTH)
        st.markdown(words, width="stretch")
