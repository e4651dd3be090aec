"""The overview's twin: the same page, its figures constants from a file. Started by bench/pages.py."""

import os
import pickle
import runpy
from pathlib import Path
from typing import Any

import streamlit as st

from components import session
from data.engine import now
from data.language import _, use_language

# Written by bench/pages.py in the same run, for nobody else.
_CONSTANTS: dict[Any, Any] = pickle.loads(Path(os.environ["AUDIT_BENCH_CONSTANTS"]).read_bytes())  # noqa: S301

session.bureau_now = lambda: _CONSTANTS["bureau"]
session.filter_choices = lambda: _CONSTANTS["choices"]
session.figures_over = lambda name, filters, days: _CONSTANTS["figures_over", name, filters, tuple(days)]
session.figure = lambda name, filters: _CONSTANTS["figure", name, filters]
session.target = lambda name, filters: _CONSTANTS["target", name, filters]
session.rows = lambda name, *_narrowed: _CONSTANTS["rows", name]
session.groups = lambda name, filters, by: _CONSTANTS["groups", name, filters, by]

# Only now: these modules take the functions above by name.
from components.frame.chinese_words import chinese_words  # noqa: E402
from components.frame.closed_page import closed_page  # noqa: E402
from components.frame.menu import menu  # noqa: E402
from components.frame.watermark import watermark  # noqa: E402
from components.navigation import navigation  # noqa: E402

use_language("zh")
st.set_page_config(
    page_title=_("Audit cockpit"),
    page_icon="static/icon.png",
    layout="wide",
    initial_sidebar_state=230,
)
chinese_words()
navigation(_CONSTANTS["user"], closed_page)
menu(_CONSTANTS["user"])
watermark(_CONSTANTS["user"], now())
runpy.run_path("pages/cockpit/overview.py")
