"""The part of a step that brings money: which kinds, and how much of each; a reopening takes back."""

import streamlit as st

from components.figures import show
from data.closing.rules import remark
from data.closing.standing import Standing
from data.closing.transitions import FindingTransition
from data.codes import MONEY_KIND
from data.language import _

_FEN = 100
_MOST_YUAN = 10**13


def step_money(transition: FindingTransition, standing: Standing) -> dict[str, int]:
    """Draw the choice; 分 by kind of what was filled in."""
    is_taken_back = transition.act == "reopen"
    offered = [kind for kind in MONEY_KIND if not is_taken_back or standing.money.get(kind, 0) > 0]
    if not offered:
        return {}
    if standing.open_fen is not None:
        st.caption(
            _("Rectified so far {done}, still open {open}").format(
                done=show(standing.rectified_fen, "fen"), open=show(standing.open_fen, "fen")
            )
        )
    chosen = st.multiselect(
        _("Money that is taken back, by kind") if is_taken_back else _("Money rectified with it, by kind"),
        offered,
        format_func=lambda kind: _(MONEY_KIND[kind]),
        placeholder=_("None"),
        key="step_money",
    )
    money = {}
    for kind in chosen:
        yuan = st.number_input(
            _("{kind} (yuan)").format(kind=_(MONEY_KIND[kind])),
            0.0,
            float(_MOST_YUAN),
            value=None,
            step=1.0,
            format="%.2f",
            key=f"step_money_{kind}",
        )
        money[kind] = round((yuan or 0.0) * _FEN)
    if not is_taken_back and (told := remark(standing, money)):
        st.warning(told, icon=":material/price_check:")
    return money
