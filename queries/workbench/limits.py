"""How much one query of the workbench may take: of time, memory, disk and rows."""

from dataclasses import dataclass

from data.settings import number

_SPILL_TIMES_MEMORY = 4  # a sort of what does not fit into memory; more is a query to think over
_RESULT_MB = 64  # rows for a person to look at: 100,000 rows of 60 columns
_THREADS = 2  # half of the smallest server; its other readers keep the rest
_COPY_SECONDS = 600  # once for each version of a dataset with masked columns: 100 M rows take minutes
_COPY_MB = 32_768


@dataclass(frozen=True)
class Limits:
    """The limits of one query. Seconds count from the moment at which its data is ready."""

    seconds: int
    rows: int
    memory_mb: int
    spill_mb: int
    result_mb: int = _RESULT_MB
    threads: int = _THREADS
    copy_seconds: int = _COPY_SECONDS
    copy_mb: int = _COPY_MB


def limits() -> Limits:
    """The limits in force. Raises ValueError where a setting is no number."""
    memory_mb = number("AUDIT_SQL_MEMORY_MB")
    return Limits(
        seconds=number("AUDIT_SQL_SECONDS"),
        rows=number("AUDIT_SQL_ROWS"),
        memory_mb=memory_mb,
        spill_mb=_SPILL_TIMES_MEMORY * memory_mb,
    )
