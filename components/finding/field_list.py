"""Fields of a finding as a reader wants them: the long texts to read, the short ones to look up."""

from collections.abc import Iterable

import streamlit as st

from components.inert import inert
from components.ledger_import.field_words import field_words
from data.ledger.fields import FIELDS, field_label
from queries.cards.finding_card import Entry

_LONG = 24  # characters in a line: a longer text is read, not looked up
_COLUMNS, _NARROWEST = 3, 120  # at most three side by side, none narrower than this (px)


def field_list(entries: Iterable[Entry], *, without: Iterable[str] = ()) -> None:
    """Draw the fields in the order of the ledger, but for `without` and for flags (they are badges)."""
    left_out = {*without, *(name for name, field in FIELDS.items() if field.kind == "flag")}
    texts = [(entry.name, field_words(entry.name, entry.value)) for entry in entries]
    texts = [(name, text) for name, text in texts if name not in left_out]
    with st.container(gap="xsmall"):
        for name, text in texts:
            if _is_long(name, text):
                st.caption(field_label(name))
                st.text(text)
    short = [(name, text) for name, text in texts if not _is_long(name, text)]
    if short:
        with st.grid(_COLUMNS, min_column_width=_NARROWEST, gap=("xsmall", "small")):
            for name, text in short:
                lines = "  \n".join(inert(line) for line in text.splitlines())
                st.markdown(f":small[:gray[{field_label(name)}]]  \n{lines}")


def _is_long(name: str, text: str) -> bool:
    return FIELDS[name].kind == "words" and max(map(len, text.splitlines()), default=0) > _LONG
