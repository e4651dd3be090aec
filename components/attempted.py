"""What a dialog does when it is sent: the act itself, or the words of the rule or the right against it."""

from collections.abc import Callable

import streamlit as st

from components.inert import inert
from data.access.roles import NotPermittedError
from data.data_room.undertakings import UndertakingMissingError
from data.language import _


def attempted(act: Callable[[], object], *refusals: type[Exception]) -> bool:
    """Do the act and say whether it was done; what stands against it is told in place.

    `refusals` are the errors whose message is for the reader.
    """
    told: tuple[type[Exception], ...] = (*refusals, UndertakingMissingError)
    try:
        act()
    except told as error:
        st.error(inert(str(error)), icon=":material/error:")
        return False
    except NotPermittedError:
        st.error(_("Your account may not do this any more."), icon=":material/lock:")
        return False
    return True
