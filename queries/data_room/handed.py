"""Datasets with their versions, as the form of a hand-over offers them."""

from dataclasses import dataclass

from sqlalchemy import Connection

from data.access.roles import User
from data.data_room.dataset_access import visible_datasets
from data.warehouse import versions


@dataclass(frozen=True)
class Handed:
    """One version of a dataset that may be handed over."""

    name: str
    title: str
    classification: str
    version_number: int


def handed_choices(connection: Connection, user: User) -> tuple[Handed, ...]:
    """Every version of the datasets that the user sees in the catalogue; of each the newest first."""
    return tuple(
        Handed(facts.name, facts.title, facts.classification, version.number)
        for facts, __ in visible_datasets(connection, user)
        for version in reversed(versions(connection, facts.dataset_id))
    )
