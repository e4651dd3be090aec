"""The heading of a part of a form."""

import streamlit as st


def heading(title: str) -> None:
    """Draw it."""
    st.markdown(f"**{title}**", width="content")
