"""One of a few things, each of them in sight as a segment."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

import streamlit as st

from components.segment import segment

_Code = TypeVar("_Code", bound=Hashable)


def one_of(
    title: str,
    options: Mapping[_Code, str],
    *,
    key: str,
    first: _Code | None = None,
    shows_title: bool = True,
) -> _Code:
    """Draw the choice (code → words) and return the code; at first `first`, or the first of them.

    A choice that belongs into the address is made by address_choice.
    """
    return st.segmented_control(
        title,
        list(options),
        default=next(iter(options)) if first is None else first,
        required=True,
        format_func=lambda code: segment(options[code]),
        key=key,
        label_visibility="visible" if shows_title else "collapsed",
        wrap=True,  # all of them are there on a telephone
    )
