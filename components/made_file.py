"""A button that gives a file which is made when it is asked for, in the language of whoever asks."""

from collections.abc import Callable
from pathlib import PurePath
from typing import Literal

import streamlit as st

from data.language import language, use_language

_TYPES = {
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def made_file(
    title: str,
    make: Callable[[], bytes],
    file_name: str,
    *,
    key: str,
    icon: str = "download",
    words: str | None = None,
    is_open: bool = True,
    look: Literal["secondary", "tertiary"] = "secondary",
) -> None:
    """Draw the button; `words` say what it gives, or, where it is not open, why.

    `make` runs on the click, in a thread that knows nothing of this run: what it needs of the session (the
    user, the engine, the figures that the reader looks at) is asked for before, and taken along.
    """
    spoken = language()

    def content() -> bytes:
        use_language(spoken)
        return make()

    st.download_button(
        title,
        content,
        file_name=file_name,
        mime=_TYPES[PurePath(file_name).suffix],
        icon=f":material/{icon}:",
        on_click="ignore",
        disabled=not is_open,
        help=words,
        type=look,
        key=key,
    )
