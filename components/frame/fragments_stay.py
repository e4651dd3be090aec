"""What a fragment asked for from a page that was left is not run on the page its reader is at.

The browser names with each request the page it shows. While it waits for the page that was just clicked it
still names the one before; a fragment's request sent then (a progress bar that looks every second, the watch
over the sign-in, the cookie's report) would run after the new page. Streamlit 1.67 announces each run with
its page; a browser that is behind with its drawing compares that with the page before, takes the run of the
fragment for a change of pages and wipes the one it is about to draw. The reader is left with an empty page.
See docs/adr/0024-fragments-stay.md.
"""

from dataclasses import replace
from functools import wraps

from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests, ScriptRequestType

_MARK = "fragments_stay"


def fragments_stay() -> None:
    """Let fragments run, in every tab of this server, only on the page that asked for them.

    Where the next page waits to begin, a fragment's request joins it, and does not lead back.
    """
    run_script, request_rerun = ScriptRunner._run_script, ScriptRequests._request_rerun_locked
    if hasattr(run_script, _MARK):
        return

    @wraps(run_script)
    def run_where_it_was_asked_for(runner: ScriptRunner, rerun_data: RerunData) -> None:
        here = runner._pages_manager.current_page_script_hash
        # The new page has just run, with its own fragments; what they hold comes with the next request.
        if rerun_data.fragment_id_queue and here not in {"", rerun_data.page_script_hash}:
            return
        run_script(runner, rerun_data)

    setattr(run_where_it_was_asked_for, _MARK, True)
    ScriptRunner._run_script = run_where_it_was_asked_for  # type: ignore[assignment,method-assign]

    @wraps(request_rerun)
    def join_what_waits(requests: ScriptRequests, new: RerunData) -> bool:
        waiting = requests._rerun_data
        is_page = requests._state == ScriptRequestType.RERUN and not waiting.fragment_id_queue
        if is_page and (new.fragment_id or new.fragment_id_queue):
            new = replace(
                new,
                page_script_hash=waiting.page_script_hash,
                page_name=waiting.page_name,
                query_string=waiting.query_string,
                is_history_navigation=waiting.is_history_navigation,
            )
        return request_rerun(requests, new)

    ScriptRequests._request_rerun_locked = join_what_waits  # type: ignore[assignment,method-assign]
