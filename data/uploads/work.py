"""Where an upload is turned into rows, whom it tells how far it is, and who may end it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from data.uploads.faults import UploadCancelledError

Progress = Callable[[int, int], object]
Asked = Callable[[], bool]


@dataclass(frozen=True)
class Work:
    """`folder` takes the Parquet files; `progress` gets (done, of all) in bytes of a text, else in rows."""

    folder: Path
    progress: Progress | None = None
    is_cancelled: Asked | None = None

    def report(self, done: int, of_all: int) -> None:
        """Say how far it is. Raises UploadCancelledError where the upload is to end."""
        self.go_on()
        if self.progress is not None:
            self.progress(done, of_all)

    def go_on(self) -> None:
        """Raises UploadCancelledError where the upload is to end."""
        if self.is_cancelled is not None and self.is_cancelled():
            raise UploadCancelledError
