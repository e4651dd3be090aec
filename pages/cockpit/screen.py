"""大屏: the whole bureau in scenes that are read from across a room."""

import streamlit as st

from components.wall.big_screen import big_screen
from data.language import _

st.title(_("Big screen"))  # what a reader without scripts is told; the scene covers it
big_screen()
