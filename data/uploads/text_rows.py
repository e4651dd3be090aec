"""A text file through its parts: one thread decodes and cuts, others turn finished parts into Parquet."""

import hashlib
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from data.uploads.encoding import utf8_blocks
from data.uploads.part_rows import REFUSED_SCHEMA, PartRows
from data.uploads.parts import Part, cut
from data.uploads.work import Work

_WORKERS = 2
_WAITING = 3  # parts on disk that no worker has begun: more would only fill the disk


@dataclass(frozen=True)
class Text:
    """A text file, its encoding, and the lines before its first record."""

    file: Path
    encoding: str
    skipped_lines: int


@dataclass(frozen=True)
class TextRows:
    """The Parquet files of a text in its order, and the SHA-256 of the file as it was brought.

    `rows` count all, `straight` holds those that need no second look, `files` the rest.
    """

    files: tuple[Path, ...]
    rows: int
    refused: Path | None
    refused_rows: int
    sha256: str
    straight: tuple[Path, ...] = ()
    straight_rows: int = 0


def text_rows(text: Text, convert: Callable[[Part], PartRows], work: Work, *, is_quoted: bool) -> TextRows:
    """Read a text file. Raises EncodingFaultError and UploadCancelledError, leaving nothing in the folder."""
    sha256, size, done = hashlib.sha256(), text.file.stat().st_size, 0
    folder = work.folder

    def report(raw: bytes) -> None:
        nonlocal done
        sha256.update(raw)
        done += len(raw)
        work.report(done, size)

    results: list[PartRows] = []
    running: deque[Future[PartRows]] = deque()
    before = set(folder.iterdir())
    try:
        with ThreadPoolExecutor(_WORKERS) as pool:
            try:
                blocks = utf8_blocks(text.file, text.encoding, report)
                for part in cut(blocks, text.skipped_lines, folder, is_quoted=is_quoted):
                    running.append(pool.submit(copy_context().run, convert, part))
                    if len(running) >= _WORKERS + _WAITING:
                        results.append(running.popleft().result())
                results += [future.result() for future in running]
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise
    except BaseException:
        for left in set(folder.iterdir()) - before:
            left.unlink()
        raise
    return TextRows(
        tuple(file for result in results for file in result.files),
        sum(result.rows for result in results),
        _one_file([result.refused for result in results if result.refused], folder),
        sum(result.refused_rows for result in results),
        sha256.hexdigest(),
        tuple(result.straight for result in results if result.straight),
        sum(result.straight_rows for result in results),
    )


def _one_file(files: list[Path], folder: Path) -> Path | None:
    if not files:
        return None
    target = folder / "refused.parquet"
    with pq.ParquetWriter(target, REFUSED_SCHEMA) as writer:
        for file in files:
            writer.write_table(pq.read_table(file).cast(REFUSED_SCHEMA))
            file.unlink()
    return target


def empty_file(columns: tuple[str, ...], folder: Path) -> Path:
    """A Parquet file with the columns and no rows: a table without rows is a table still."""
    fields = [("_line", pa.int64()), *((name, pa.string()) for name in columns)]
    target = folder / "part-00000-00.parquet"
    pq.write_table(pa.schema(fields).empty_table(), target)
    return target
