"""Idle datasets as who cleans up has to know them: whose they are, how large, what stands on them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from data.access.roles import User
from data.warehouse.cleaning import sizes, suspects_on
from queries.datasets.catalogue import CatalogueEntry, catalogue


@dataclass(frozen=True)
class IdleDataset:
    """A dataset that nobody uses. `bytes` is what its files take on the disk, all versions and originals."""

    entry: CatalogueEntry
    idle_days: int
    bytes: int
    suspects: int


def idle(connection: Connection, user: User, idle_days: Sequence[tuple[int, int]]) -> tuple[IdleDataset, ...]:
    """The datasets of these (number, idle days), in their order; what was removed meanwhile is left out."""
    entries = {entry.facts.dataset_id: entry for entry in catalogue(connection, user)}
    there = [(number, days) for number, days in idle_days if number in entries]
    large = sizes(connection, [number for number, __ in there])
    standing = suspects_on(connection)
    return tuple(
        IdleDataset(entries[number], days, large[number], standing.get(number, 0)) for number, days in there
    )
