"""Whether what a query read is still open to its reader: rights are taken back while results are shown."""

from collections.abc import Sequence

from queries.workbench.readable import Readable


def still_readable(read: Sequence[Readable], known: Sequence[Readable]) -> bool:
    """Whether each dataset that was read is among the known ones, under no mask that it was read without.

    `known` are the readables of this moment.
    """
    now = {readable.dataset_id: readable for readable in known}
    return all(
        before.dataset_id in now and _masks(now[before.dataset_id]) <= _masks(before) for before in read
    )


def _masks(readable: Readable) -> set[tuple[str, str]]:
    return {(column.name, column.mask) for column in readable.columns if column.mask}
