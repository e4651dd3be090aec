"""An empty Streamlit page: what the browser and Streamlit themselves take. Started by bench/pages.py."""

import streamlit as st

st.title("空白页")
