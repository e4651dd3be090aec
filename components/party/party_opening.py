"""The person, company or unit that the address asks for; otherwise words, and the end of the page.

The address never holds its number: it names a suspect's party, or a hit and the place of a party in it.
"""

import streamlit as st

from components.address import address
from components.navigation import SUSPECTS_PAGE
from components.run.run_opening import run_opening
from components.session import bureau_now, engine, row_scope, source
from data.engine import reading
from data.language import _
from data.warehouse import WarehouseError
from queries.audit_models.parties import FoundParty, parties_of_hit, party_of_suspect
from queries.cards.suspect_card import suspect_standings

_LONGEST = 15  # digits


def party_opening() -> FoundParty:
    """The party, where the reader may see the suspect or the run that leads to it."""
    found = _of_hit() if "run" in st.query_params else _of_suspect()
    if found is None:
        st.info(
            _("There is nobody here that you may see. Open a party from a suspect or a hit."),
            icon=":material/search_off:",
        )
        st.page_link(
            SUSPECTS_PAGE,
            label=_("Suspects"),
            icon=":material/search_insights:",
            query_params=address(None, bureau_now().as_of),
        )
        st.stop()
    return found


def _of_suspect() -> FoundParty | None:
    with reading(engine()) as connection:
        found = party_of_suspect(connection, _number("id"))
    if found is None:
        return None
    party, suspect_id = found
    seen = suspect_standings(source(), [suspect_id], bureau_now().as_of, row_scope())
    return party if seen else None


def _of_hit() -> FoundParty | None:
    seen = run_opening("run")
    try:
        parties = parties_of_hit(seen, _number("hit"))
    except (KeyError, WarehouseError):
        return None
    place = _number("party")
    return parties[place] if 0 <= place < len(parties) else None


def _number(name: str) -> int:
    words = st.query_params.get(name, "")
    is_number = words.isascii() and words.isdecimal() and len(words) <= _LONGEST
    return int(words) if is_number else -1
