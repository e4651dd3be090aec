"""知识卡片: method guides by sector, and what experience says."""

import streamlit as st

from data.language import _

st.title(_("Knowledge cards"))
