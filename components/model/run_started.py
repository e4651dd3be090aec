"""A run is started, or it is said why not; a short one opens its page at once."""

from collections.abc import Callable

import streamlit as st

from components.address import address
from components.inert import inert
from components.navigation import RUN_PAGE
from components.session import bureau_now
from data.access.roles import NotPermittedError
from data.data_room.undertakings import UndertakingMissingError
from data.language import _
from queries.audit_models.choosing import NotRunnableError
from queries.audit_models.running import Started
from queries.audit_models.values import ValueRefusedError
from queries.workbench.running import BusyError

KEY = "model_run"  # of the session: the run of this tab that was started last
_SHOWN_AT_ONCE_SECONDS = 1.5


def run_started(begin: Callable[[], Started]) -> None:
    """Begin the run; the page is drawn anew to watch it, or the run's own page opens."""
    try:
        started = begin()
    except (NotRunnableError, ValueRefusedError) as error:
        st.error(inert(str(error)), title=_("Not run"), icon=":material/block:")
        return
    except UndertakingMissingError as error:
        st.error(inert(str(error)), icon=":material/signature:")
        return
    except NotPermittedError:
        st.error(_("Your account may not do this any more."), icon=":material/lock:")
        return
    except BusyError:
        st.warning(
            _("Other runs are under way at the moment. Try again in a few seconds."),
            icon=":material/hourglass:",
        )
        return
    started.process.wait(_SHOWN_AT_ONCE_SECONDS)
    if started.process.outcome is not None:
        parts = address(None, bureau_now().as_of, id=str(started.facts.run_id))
        st.switch_page(RUN_PAGE, query_params=parts)
    st.session_state[KEY] = started
    st.rerun()
