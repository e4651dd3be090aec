"""A choice goes into the address, and what means nothing any more with it goes out."""

from collections.abc import Iterable

import streamlit as st

_PAGE = "_page"


def page_parameter(name: str) -> str:
    """Where the page of the list of that name stands in the address; the key of its widget too."""
    return f"{name}{_PAGE}"


def forget_pages() -> None:
    """Every list begins again at its first page: there may be other rows in it now."""
    for parameter in [name for name in st.query_params if name.endswith(_PAGE)]:
        del st.query_params[parameter]


def put(parameter: str, words: str, *, forgets: Iterable[str] = ()) -> None:
    """Write what was chosen; "" leaves the address. `forgets` names what else means nothing with it."""
    forget_pages()
    for name in (parameter, *forgets):
        st.query_params.pop(name, None)
    if words:
        st.query_params[parameter] = words
