"""Which coordinate system a file of projects is in: proposed by where it would land, chosen by a person."""

import hashlib

import streamlit as st

from components.inert import inert
from components.session import engine
from data.engine import reading
from data.geo.proposing import SystemProposal
from data.geo.systems import NAMED, coordinate_system
from data.intake.refused import FileRefusedError
from data.investment.reading import read_projects
from data.investment.system_of_file import proposed_system
from data.language import _, language
from data.registers.register import Register

WITH_PLACES = "investment_projects"
_PROPOSED = "register_system_proposed"

System = tuple[str, bool]  # code, and whether the northing stands first


def register_system(
    register: Register, preset: str, file: tuple[str, bytes] | None
) -> tuple[System | None, bool]:
    """Draw the choice where a file needs one; (the system, whether the file can be looked at).

    The system is None where rows say theirs, or have no places.
    """
    if register.name != WITH_PLACES or file is None:
        return None, True
    digest = hashlib.sha256(file[1]).hexdigest()
    proposal = _proposal(register, preset, file, (digest, preset, language()))
    if proposal is None:
        return None, True
    codes = dict.fromkeys(filter(None, (proposal.code, *NAMED)))
    titles = {code: coordinate_system(code).title for code in codes}
    found = titles.get(proposal.code, _("unknown"))
    words = _("The coordinates seem to be in {system}: {reason} {share} of the places lie in the area.")
    told = words.format(system=found, reason=proposal.reason, share=f"{proposal.inside_rate:.1%}")
    st.info(inert(told), icon=":material/explore:")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            _("Coordinate system of the file"),
            list(titles),
            index=None,
            format_func=lambda code: titles.get(code, code),
            placeholder=_("Confirm which it is"),
            accept_new_options=True,
            key=f"register_system_{digest[:12]}",
            help=_("Or type an EPSG number such as epsg:4548, or the WKT of a local grid."),
            width=340,
        )
        is_north_first = st.checkbox(
            _("Northing or latitude stands first"),
            value=proposal.is_swapped,
            key=f"register_north_{digest[:12]}",
        )
    return ((str(chosen), is_north_first), True) if chosen else (None, False)


def _proposal(
    register: Register, preset: str, file: tuple[str, bytes], asked: tuple[str, str, str]
) -> SystemProposal | None:
    kept = st.session_state.get(_PROPOSED)
    if kept is None or kept[0] != asked:
        try:
            with reading(engine()) as connection:
                found = proposed_system(connection, read_projects(*file), register.preset(preset))
        except FileRefusedError:
            found = None  # the preview says why
        kept = st.session_state[_PROPOSED] = (asked, found)
    proposal: SystemProposal | None = kept[1]
    return proposal
