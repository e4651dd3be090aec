"""Which register a file is for, and which layout it has; the register stands in the address."""

import streamlit as st

from components.registers.register_draft import register_in_hand
from components.session import current_user
from data.access.roles import can
from data.language import _
from data.registers.register import Register, registers

_PARAMETER = "register"
_KEY = "register_choice"


def register_choice() -> tuple[Register, str]:
    """Draw the choices that the user may bring; returns the register and the name of the preset.

    At first it is the register of the file in hand, else the one that comes first.
    """
    places = {name: place for place, name in enumerate(registers(), start=1)}
    user = current_user()
    known = {name: register for name, register in registers().items() if can(user, register.action)}
    asked = st.query_params.get(_PARAMETER, "")
    # The address is the truth: a link or the Back button moves the widget.
    st.session_state[_KEY] = asked if asked in known else register_in_hand() or next(iter(known))
    name = st.selectbox(
        _("Register"),
        list(known),
        format_func=lambda name: f"{places[name]} {known[name].title}",
        key=_KEY,
        on_change=_write,
        width=280,
    )
    chosen = known[str(name)]
    presets = chosen.preset_names()
    if len(presets) == 1:
        return chosen, chosen.name
    preset = st.selectbox(
        _("Layout of the file"),
        presets,
        format_func=lambda name: chosen.preset(name).title,
        key=f"register_preset_{chosen.name}",
        width=240,
    )
    return chosen, str(preset)


def _write() -> None:
    st.query_params[_PARAMETER] = str(st.session_state[_KEY])
