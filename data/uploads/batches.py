"""Rows that arrive one by one or in batches, written to a Parquet file with little memory."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from data.uploads.limits import REFUSED_CHARACTERS
from data.uploads.part_rows import REFUSED_SCHEMA

BATCH_ROWS = 8_192

Refusal = tuple[int, str, str]  # line, reason, text


def write_batches(
    schema: pa.Schema, batches: Iterable[pa.RecordBatch], folder: Path, report: Callable[[int], object]
) -> tuple[Path, int]:
    """(file, rows): the batches as one Parquet file. `report` gets the number of rows so far."""
    target, rows = folder / "part-00000-00.parquet", 0
    with pq.ParquetWriter(target, schema) as writer:
        for batch in batches:
            writer.write_batch(batch)
            rows += batch.num_rows
            report(rows)
    return target, rows


def text_schema(columns: Sequence[str]) -> pa.Schema:
    """`_line` and text columns."""
    return pa.schema([("_line", pa.int64()), *((name, pa.string()) for name in columns)])


def write_refused(refused: Sequence[Refusal], folder: Path) -> Path | None:
    """The refused lines as a Parquet file; None where there are none."""
    if not refused:
        return None
    lines, reasons, texts = zip(*refused, strict=True)
    target = folder / "refused.parquet"
    short = [text[:REFUSED_CHARACTERS] for text in texts]
    pq.write_table(pa.table([lines, reasons, short], schema=REFUSED_SCHEMA), target)
    return target
