"""A run that was told to stop no longer says at which page its session is.

Streamlit 1.67 answers a click by telling the run under way to stop, and starts another beside it. Both write
the page they are for into the same place of the session. A run that has just begun when it is stopped writes
later than the one that takes its turn, and the reader who clicked is left at the page before, under the
address of the new one. See docs/adr/0034-stopped-runs-are-silent.md.
"""

from collections.abc import Callable
from functools import wraps

from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequestType

_MARK = "stopped_runs_are_silent"


def stopped_runs_are_silent() -> None:
    """Let only runs that go on say, in every tab of this server, which page is asked for or shown."""
    if hasattr(PagesManager.set_script_intent, _MARK):
        return
    for name in ("set_script_intent", "set_current_page_script_hash"):
        setattr(PagesManager, name, _unless_stopped(getattr(PagesManager, name)))


def _unless_stopped(write: Callable[..., None]) -> Callable[..., None]:
    @wraps(write)
    def written(pages: PagesManager, *words: str) -> None:
        run = get_script_run_ctx(suppress_warning=True)
        requests = run.script_requests if run else None
        if requests is None:
            write(pages, *words)
            return
        # The lock under which a run is stopped: what follows it begins after this write, or this is none.
        with requests._lock:
            if requests._state != ScriptRequestType.STOP:
                write(pages, *words)

    setattr(written, _MARK, True)
    return written
