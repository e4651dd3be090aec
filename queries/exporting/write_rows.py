"""The rows of a question in a file, .csv or .parquet, a batch at a time, however many there are."""

import csv
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from queries.exporting.inert_text import inert
from queries.quick_tests.subject import Question

_AT_A_TIME = 20_000  # rows held in memory on their way


def write_rows(duck: duckdb.DuckDBPyConnection, question: Question, file: Path) -> int:
    """Write them; returns how many there were. No text is a formula in what opens a .csv. Raises OSError."""
    batches: Any = duck.sql(question.sql, params=question.bound()).to_arrow_reader(_AT_A_TIME)
    rows = 0
    if file.suffix == ".parquet":
        with pq.ParquetWriter(file, batches.schema) as writer:
            for batch in batches:
                writer.write_batch(batch)
                rows += batch.num_rows
        return rows
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        lines = csv.writer(opened)
        lines.writerow(inert(name) for name in batches.schema.names)
        for batch in batches:
            lines.writerows(_plain_rows(batch))
            rows += batch.num_rows
    return rows


def _plain_rows(batch: pa.RecordBatch) -> list[tuple[object, ...]]:
    columns = [
        [inert(value) if isinstance(value, str) else value for value in column.to_pylist()]
        for column in batch.columns
    ]
    return list(zip(*columns, strict=True))
