"""A job under way: its step, how much is done, how fast, how long it still takes; the button that ends it."""

import time

import streamlit as st

from components.figures import show
from components.inert import inert
from components.speaking import speaking
from data.bringing.bring_in import CHECK, READ, STORE
from data.bringing.jobs import WAITING, Job, Standing
from data.language import _, mark
from data.size_words import size_words

_LOOKS_EVERY_SECONDS = 1.0
_STEPS = {READ: mark("Reading"), CHECK: mark("Converting and checking"), STORE: mark("Storing")}
# Reading takes about that much of the time that a file needs; the other steps do not say how far they are.
_READING, _BEFORE_STORING = 0.6, 0.95
_FIRST_ESTIMATE_SECONDS = 2.0
_MINUTE = 60


def job_progress(job: Job) -> None:
    """Draw it; the page is drawn anew when the job is over."""
    st.fragment(speaking(_draw), run_every=_LOOKS_EVERY_SECONDS)(job)


def _draw(job: Job) -> None:
    if job.is_over:
        st.rerun()
    with st.container(border=True):
        if job.state == WAITING:
            st.markdown(":material/hourglass_top: " + _("Waiting for its turn: another file is on its way."))
        else:
            st.markdown(f":material/sync: **{inert(_what(job))}**")
            share = _share(job.standing)
            st.progress(share, text=f"{int(share * 100)}% · {inert(_pace(job.standing))}")
        st.caption(_("You can leave this page or close the browser: the server goes on."))
        if job.is_being_cancelled:
            st.warning(_("Being cancelled; the present step is still ending."), icon=":material/hourglass:")
        elif st.button(_("Cancel"), icon=":material/close:", key=f"upload_cancel_{job.job_id}"):
            job.cancel()
            job.wait(2)
            st.rerun()


def _what(job: Job) -> str:
    standing = job.standing
    step = list(_STEPS).index(standing.step) + 1
    words = _("Step {step} of 3: {title}").format(step=step, title=_(_STEPS[standing.step]))
    if len(job.files) == 1:
        return words
    which = _("File {number} of {count}").format(number=standing.place + 1, count=len(job.files))
    return f"{which} · {words}"


def _share(standing: Standing) -> float:
    """Of the present file, 0–1."""
    if standing.step == READ:
        return _READING * min(standing.done / standing.of_all, 1.0) if standing.of_all else 0.0
    return _READING if standing.step == CHECK else _BEFORE_STORING


def _pace(standing: Standing) -> str:
    """What is done, how fast, and about how long the file still takes."""
    now = time.monotonic()
    seconds, share = now - standing.file_began, _share(standing)
    words = []
    if standing.step != READ:
        words.append(_("{rows} rows").format(rows=show(standing.of_all, "count")))
    elif standing.of_all:
        words.append(_read(standing, max(now - standing.step_began, 0.001)))
    words.append(_("{time} so far").format(time=_time(seconds)))
    if seconds >= _FIRST_ESTIMATE_SECONDS and share:
        reading = seconds if standing.step == READ else standing.step_began - standing.file_began
        left = (reading / share if standing.step == READ else reading / _READING) - seconds
        if left > 1:
            words.append(_("about {time} left").format(time=_time(left)))
    return " · ".join(words)


def _read(standing: Standing, seconds: float) -> str:
    """What was read of all, and how much of it in a second."""
    if standing.is_in_bytes:
        done, of_all = size_words(standing.done), size_words(standing.of_all)
        pace = _("{amount} a second").format(amount=size_words(int(standing.done / seconds)))
    else:
        done, of_all = show(standing.done, "count"), show(standing.of_all, "count")
        pace = _("{count} rows a second").format(count=show(standing.done / seconds, "count"))
    return f"{done} / {of_all} · {pace}"


def _time(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), _MINUTE)
    if not minutes:
        return _("{seconds} seconds").format(seconds=rest)
    return _("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
