"""Where the reader is: a party below the hit or the suspect that it was opened from, each a link."""

import streamlit as st

from components.address import address
from components.navigation import HIT_PAGE, MODELS_PAGE, RUN_PAGE, SUSPECT_PAGE, SUSPECTS_PAGE
from components.session import bureau_now, engine
from components.trail import Above, trail
from data.engine import reading
from data.language import _
from queries.audit_models.parties import party_of_suspect


def party_path(here: str) -> None:
    """Draw it for a party that could be opened; `here` is what the party is."""
    if "run" in st.query_params:
        above = _to_hit(st.query_params["run"], int(st.query_params["hit"]))
    else:
        above = _to_suspect(int(st.query_params["id"]))
    trail(above, here)


def _to_hit(run: str, number: int) -> list[Above]:
    as_of = bureau_now().as_of
    run_words, hit_words = _("Run {number}").format(number=int(run)), _("Hit {number}")
    return [
        Above(MODELS_PAGE, _("Model library"), address(None, as_of), ":material/model_training:"),
        Above(RUN_PAGE, run_words, address(None, as_of, id=run)),
        Above(
            HIT_PAGE,
            hit_words.format(number=number + 1),
            address(None, as_of, run=run, hit=str(number)),
        ),
    ]


def _to_suspect(suspect_party_id: int) -> list[Above]:
    as_of = bureau_now().as_of
    above = [Above(SUSPECTS_PAGE, _("Suspects"), address(None, as_of), ":material/search_insights:")]
    with reading(engine()) as connection:
        found = party_of_suspect(connection, suspect_party_id)
    if found is not None:
        number = found[1]
        words = _("suspect {number}").format(number=number)
        above.append(Above(SUSPECT_PAGE, words, address(None, as_of, id=str(number))))
    return above
