"""How many rows a Parquet file has, by its own summary."""

from pathlib import Path


def part_rows(file: Path) -> int:
    """The rows of one file. Raises OSError or ValueError where it is none."""
    # Takes longer to load than most commands run, and most never ask.
    import pyarrow.parquet as pq  # noqa: PLC0415

    return int(pq.read_metadata(file).num_rows)
