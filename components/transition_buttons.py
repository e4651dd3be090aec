"""A button for each step that may be taken next, as a table of transitions has them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeVar

import streamlit as st

from data.language import _
from data.transition import Offered, Transition

_Kind = TypeVar("_Kind", bound=Transition)
_BACK_ICON = "undo"


def transition_buttons(
    offered: Sequence[Offered[_Kind]],
    *,
    key: str,
    icons: Mapping[str, str],
    onward: Collection[str],
    taken: Callable[[_Kind], None],
) -> None:
    """Draw the buttons; `taken` opens the step that was pressed. What stands against one is said.

    `icons` are Material names by act, `onward` the acts that move the thing on.
    """
    with st.container(horizontal=True, gap="small"):
        for each in offered:
            act = each.transition.act
            if st.button(
                _(each.transition.title),
                icon=f":material/{icons.get(act, _BACK_ICON)}:",
                type="primary" if act in onward else "secondary",
                disabled=bool(each.obstacle),
                help=each.obstacle or None,
                key=f"{key}_{act}",
            ):
                taken(each.transition)
    if obstacles := dict.fromkeys(each.obstacle for each in offered if each.obstacle):
        # Said in the open too: a button that cannot be pressed is not asked why.
        st.caption(" ".join(obstacles))
