"""Where the reader is on the upload page: no file yet, files in hand, a job. It stands in the address."""

from collections.abc import Iterable

import streamlit as st

from components.session import current_user
from data.bringing.jobs import Job, busy_transfers, find_job
from data.transfers import Transfer, transfers

_FILE, _JOB, _DATASET = "file", "job", "dataset"


def files_in_hand() -> list[Transfer]:
    """The waiting files that the address names, in the order of their names; the first is the sample."""
    asked, busy = set(st.query_params.get_all(_FILE)), busy_transfers(current_user())
    chosen = [
        found
        for found in transfers(current_user())
        if found.is_complete and found.transfer_id in asked - busy
    ]
    return sorted(chosen, key=lambda found: (found.original_name, found.begun_at))


def job_in_sight() -> Job | None:
    """The job that the address names; None where there is none of the reader's."""
    return find_job(current_user(), st.query_params.get(_JOB, ""))


def is_job_lost() -> bool:
    """Whether the address names a job that nothing is known of, though it may have been the reader's."""
    return _JOB in st.query_params and job_in_sight() is None


def dataset_asked_for() -> str:
    """The dataset that a link wants the next version of; empty where none does."""
    return st.query_params.get(_DATASET, "")


def take_in_hand(transfer_ids: Iterable[str]) -> None:
    """Go on with these files."""
    st.query_params.pop(_JOB, None)
    st.query_params[_FILE] = list(transfer_ids)


def look_at(job: Job) -> None:
    """Show a job."""
    st.query_params.pop(_FILE, None)
    st.query_params[_JOB] = job.job_id


def put_down() -> None:
    """Back to the choice of files."""
    for name in (_FILE, _JOB):
        st.query_params.pop(name, None)
