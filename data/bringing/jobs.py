"""Files that are being brought in by the server, whatever becomes of the page on which that was begun.

A job takes one or several waiting files into one dataset, one after another; open contracting data become
several datasets. Each person's jobs run one at a time, and AT_ONCE of all; the others wait in turn. A file
stops waiting once it is in: what is cancelled, refused or killed leaves it where it was.
"""

import logging
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from secrets import token_hex

from sqlalchemy import Engine

from data.access.present_user import present_user
from data.access.roles import NotPermittedError, User
from data.bringing.bring_in import READ, Bringing, Outcome, bring_in
from data.bringing.bring_in_ocds import bring_in_ocds
from data.data_room.undertakings import UndertakingMissingError
from data.engine import reading
from data.language import _, language, use_language
from data.ocds.tables import OCDS
from data.transfers import NoTransferError, discard, find
from data.uploads import UploadCancelledError, UploadRefusedError
from data.warehouse import WarehouseError

AT_ONCE = 2  # each may take 1.5 GB of memory
_KEPT = 20  # ended jobs of one person that are still told of
WAITING, RUNNING, DONE, CANCELLED, REFUSED = "waiting", "running", "done", "cancelled", "refused"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Standing:
    """How far a job is: its file (from 0), the step of bring_in, how much of it is done, of all (0: unknown).

    Reading a text `is_in_bytes`, everything else counts rows. Moments are on the monotonic clock.
    """

    place: int
    step: str
    done: int
    of_all: int
    file_began: float
    step_began: float
    is_in_bytes: bool = False


class Job:
    """Files on their way into one dataset. `state` is WAITING, RUNNING, DONE, CANCELLED or REFUSED.

    `files` are (transfer, what is brought) in their order, the first `files_in` of them are in. `outcomes`
    are what they became: one each, or several of open contracting data, of which `unread` lines were left
    out. `refusal` says why the file after them is not in.
    """

    def __init__(self, engine: Engine, user: User, files: Sequence[tuple[str, Bringing]]) -> None:
        self.job_id, self.user_name = token_hex(8), user.user_name
        self.files = tuple(files)
        self.state, self.refusal = WAITING, ""
        self.outcomes: list[Outcome] = []
        self.files_in, self.unread = 0, 0
        began = time.monotonic()
        self.standing = Standing(0, READ, 0, 0, began, began)
        self._size, self._is_tables = 0, False
        self._engine, self._user, self._language = engine, user, language()
        self._cancelled, self._ended = threading.Event(), threading.Event()

    @property
    def is_over(self) -> bool:
        """Whether nothing will happen any more."""
        return self.state not in {WAITING, RUNNING}

    @property
    def is_being_cancelled(self) -> bool:
        """Whether somebody asked it to end and it has not yet: a step that cannot be broken off goes on."""
        return self._cancelled.is_set() and not self.is_over

    def cancel(self) -> None:
        """End it soon; files that are in already stay in."""
        with _lock:
            self._cancelled.set()
            if self.state == WAITING:
                self._end(CANCELLED)

    def wait(self, seconds: float | None = None) -> bool:
        """Whether it is over, waiting for it that long at most."""
        return self._ended.wait(seconds)

    def run(self) -> None:
        """Bring the files in: in a thread of its own."""
        use_language(self._language)
        state = REFUSED
        try:
            for place, (transfer_id, asked) in enumerate(self.files):
                self._bring(place, transfer_id, asked)
            state = DONE
        except UploadCancelledError:
            state = CANCELLED
        except (UploadRefusedError, WarehouseError, UndertakingMissingError) as error:
            self.refusal = str(error)
        except NotPermittedError:
            self.refusal = _("The account has no right to bring in data, or not into this dataset.")
        except Exception:
            _log.exception("a job of %s failed", self.user_name)
            self.refusal = _("The server could not finish this. Nothing was stored; the file is waiting.")
        finally:
            self._end(state)

    def _bring(self, place: int, transfer_id: str, asked: Bringing) -> None:
        began = time.monotonic()
        self.standing = Standing(place, READ, 0, 0, began, began)
        with reading(self._engine) as connection:  # it may have waited for hours
            user = present_user(connection, self.user_name) or replace(self._user, roles=frozenset())
        transfer = find(user, transfer_id)
        self._size, self._is_tables = transfer.size, asked.dataset_type == OCDS
        file = replace(asked, file=transfer.file, original_name=transfer.original_name, is_ours=True)
        if self._is_tables:
            self.unread += bring_in_ocds(
                self._engine, user, file, self._tell, self._cancelled.is_set, self.outcomes.append
            ).unread
        else:
            self.outcomes.append(bring_in(self._engine, user, file, self._tell, self._cancelled.is_set))
        self.files_in += 1
        with suppress(NoTransferError):
            discard(user, transfer_id)

    def _tell(self, step: str, done: int, of_all: int) -> None:
        before = self.standing
        began = before.step_began if before.step == step else time.monotonic()
        self.standing = replace(
            before,
            step=step,
            done=done,
            of_all=of_all,
            step_began=began,
            is_in_bytes=step == READ and (self._is_tables or of_all == self._size),
        )

    def _end(self, state: str) -> None:
        self.state = state
        self._ended.set()


_jobs: list[Job] = []
_lock = threading.RLock()


def begin_job(engine: Engine, user: User, files: Sequence[tuple[str, Bringing]]) -> Job:
    """Bring waiting files in as soon as it is their turn: (number of the transfer, what is said of the file).

    The file itself and its name are those of the transfer. Raises WarehouseError where one of the files is on
    its way in already.
    """
    with _lock:
        if busy_transfers(user).intersection(transfer_id for transfer_id, __ in files):
            raise WarehouseError(_("This file is being brought in already."))
        job = Job(engine, user, files)
        _jobs.append(job)
        for old in [other for other in jobs_of(user) if other.is_over][_KEPT:]:
            _jobs.remove(old)
    _start_those_in_turn()
    return job


def jobs_of(user: User) -> list[Job]:
    """The jobs of the user that run, wait, or ended and were not forgotten; the newest first."""
    with _lock:
        return [job for job in reversed(_jobs) if job.user_name == user.user_name]


def find_job(user: User, job_id: str) -> Job | None:
    """A job of the user's own; None where there is none, or the server has been started since."""
    return next((job for job in jobs_of(user) if job.job_id == job_id), None)


def busy_transfers(user: User) -> set[str]:
    """Files of the user that are on their way in or wait for their turn."""
    open_jobs = [job for job in jobs_of(user) if not job.is_over]
    return {transfer_id for job in open_jobs for transfer_id, __ in job.files[job.files_in :]}


def forget_job(job: Job) -> None:
    """Tell no more of a job that is over."""
    with _lock:
        if job.is_over and job in _jobs:
            _jobs.remove(job)


def _start_those_in_turn() -> None:
    with _lock:
        running = [job.user_name for job in _jobs if job.state == RUNNING]
        for job in _jobs:
            if job.state == WAITING and len(running) < AT_ONCE and job.user_name not in running:
                job.state = RUNNING
                running.append(job.user_name)
                # Not waited for at the end of the server: what is not committed then was never visible.
                threading.Thread(target=_run, args=(job,), name=f"job-{job.job_id}", daemon=True).start()


def _run(job: Job) -> None:
    try:
        job.run()
    finally:
        _start_those_in_turn()
