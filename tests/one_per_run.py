"""What is dear to make is made once for all processes of a run."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest


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
        fcntl.flock(lock, fcntl.LOCK_EX)
        if told.exists():
            fcntl.flock(lock, fcntl.LOCK_SH)
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
