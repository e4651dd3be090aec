"""How the page of one thing begins: which thing the address asks for, and from which figure it was opened."""

from dataclasses import dataclass
from typing import NoReturn

import streamlit as st

from components.address import read_filters
from components.kpi.drill_path import drill_path
from components.session import bureau_now, drill_labels
from queries.catalog import Kpi, kpis
from queries.compose import within
from queries.filters import Filters

_LONGEST_ID = 17  # digits: every such number fits the database


@dataclass(frozen=True)
class Opening:
    """`code` is what the address asks for, as it stands there; `kpi` and `steps` lead back to the rows."""

    code: str
    kpi: Kpi | None
    filters: Filters
    steps: list[str] | None

    @property
    def asked(self) -> int | None:
        """The id asked for; None where the address has none."""
        is_id = self.code.isascii() and self.code.isdecimal() and len(self.code) <= _LONGEST_ID
        return int(self.code) if is_id else None


def card_opening() -> Opening:
    """Read the address of a card page."""
    kpi = kpis().get(st.query_params.get("kpi", ""))
    filters = read_filters(bureau_now().as_of)
    filters = within(kpi, filters) if kpi else filters
    steps = drill_labels(kpi.name, filters) if kpi else None
    return Opening(st.query_params.get("id", ""), kpi, filters, steps)


def no_card(opening: Opening, words: str) -> NoReturn:
    """Draw the way back and `words`, and end the page: no such thing, or not for this reader."""
    drill_path(opening.filters, opening.kpi, opening.steps)
    st.info(words, icon=":material/search_off:")
    st.stop()
