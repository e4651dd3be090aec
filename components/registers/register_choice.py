"""Which register a file is for, and which layout it has; the register stands in the address."""

import streamlit as st

from components.address_choice import address_choice
from components.registers.register_draft import register_in_hand
from components.session import current_user
from data.access.roles import can
from data.language import _
from data.registers.register import Register, registers


def register_choice() -> tuple[Register, str]:
    """Draw the choices that the user may bring; returns the register and the name of the preset.

    At first it is the register of the file in hand, else the one that comes first.
    """
    places = {name: place for place, name in enumerate(registers(), start=1)}
    user = current_user()
    known = {name: register for name, register in registers().items() if can(user, register.action)}
    name = address_choice(
        _("Register"),
        {name: f"{places[name]} {register.title}" for name, register in known.items()},
        "register",
        key="register_choice",
        usual=register_in_hand(),
        width=280,
    )
    chosen = known[name]
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
