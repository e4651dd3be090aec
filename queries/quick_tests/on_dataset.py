"""A quick test on the rows of a dataset: whoever makes it has used the dataset."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Engine

from data.access.roles import User
from data.data_room.dataset_use import record_use
from queries.quick_tests.outcome import Outcome
from queries.quick_tests.run import run
from queries.quick_tests.subject import Subject


def run_on_dataset(
    engine: Engine, user: User, dataset_id: int, name: str, table: Subject, *, answers: Mapping[str, Any]
) -> Outcome:
    """Like run() on `table`, which is of that dataset; the use is counted. Raises KeyError likewise."""
    outcome = run(name, table, answers)
    record_use(engine, user, dataset_id, "test")
    return outcome
