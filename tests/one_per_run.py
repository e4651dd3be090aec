"""What is dear to make is made once for all processes of a run."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import IO

import pytest

_AGAIN_SECONDS = 0.1


def folder_of_run(factory: pytest.TempPathFactory) -> Path:
    """A folder that all test processes of this run share."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@contextmanager
def one_per_run(folder: Path, name: str, made: AbstractContextManager[str]) -> Iterator[str]:
    """What `made` gives, which the first process that asks makes, and keeps until all are through with it.

    `folder` is that of the run. A process that is killed keeps nobody waiting: its lock is gone with it.
    """
    told = folder / f"{name}.told"
    with (folder / f"{name}.lock").open("w") as lock:
        while not _is_there(told, lock):
            with suppress(BlockingIOError):  # somebody else makes it, or has made it meanwhile: look again
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if not told.exists():
                    break
            time.sleep(_AGAIN_SECONDS)
        else:
            yield told.read_text("utf-8")
            return
        with made as word:
            told.write_text(word, "utf-8")
            fcntl.flock(lock, fcntl.LOCK_SH)
            try:
                yield word
            finally:
                fcntl.flock(lock, fcntl.LOCK_EX)
                told.unlink()


def _is_there(told: Path, lock: IO[str]) -> bool:
    """Whether it is made; then nobody takes it away. Whoever uses it shares the lock until the end."""
    fcntl.flock(lock, fcntl.LOCK_SH)
    if told.exists():
        return True
    fcntl.flock(lock, fcntl.LOCK_UN)
    return False
