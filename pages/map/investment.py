"""One investment project."""

import streamlit as st

st.title("…")
