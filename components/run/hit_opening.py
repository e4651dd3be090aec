"""The hit that the address asks for, masked for the reader; otherwise words, and the end of the page."""

from typing import Any

import streamlit as st

from components.inert import inert
from components.run.run_path import run_path
from data.language import _
from data.warehouse import WarehouseError
from queries.audit_models.hits import SeenRun, hit

_LONGEST = 15  # digits


def hit_opening(seen: SeenRun) -> tuple[dict[str, Any], int]:
    """(its values, its number in the run from 0)."""
    words = st.query_params.get("hit", "")
    is_number = words.isascii() and words.isdecimal() and len(words) <= _LONGEST
    number = int(words) if is_number else -1
    try:
        return hit(seen, number), number
    except KeyError:
        run_path(seen)
        st.info(_("There is no such hit in this run."), icon=":material/search_off:")
    except WarehouseError as error:
        run_path(seen)
        st.info(inert(str(error)), icon=":material/history:")
    return st.stop()
