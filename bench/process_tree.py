"""A process and all that it starts: how much memory they take together, at most."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_LOOKS_EACH = 0.05


@dataclass
class Peak:
    """The most memory that was seen, in MB."""

    megabytes: float = 0.0


@contextmanager
def watched(process: int) -> Iterator[Peak]:
    """Watch a process until the block ends."""
    peak, is_over = Peak(), threading.Event()

    def look() -> None:
        while not is_over.is_set():
            peak.megabytes = max(peak.megabytes, _megabytes(process))
            time.sleep(_LOOKS_EACH)

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        is_over.set()
        watcher.join()


def _megabytes(process: int) -> float:
    total = 0.0
    with suppress(OSError, ValueError):
        total = int(Path(f"/proc/{process}/statm").read_text().split()[1]) * 4096 / 1024**2
        for task in Path(f"/proc/{process}/task").iterdir():
            total += sum(_megabytes(int(child)) for child in (task / "children").read_text().split())
    return total
