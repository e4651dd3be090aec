"""A quick test on the rows of a dataset: whoever makes it has used the dataset."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Engine

from data.access.roles import User
from data.bureau import bureau
from data.data_room.dataset_use import record_use
from data.engine import reading
from queries.quick_tests import TESTS
from queries.quick_tests.outcome import Outcome
from queries.quick_tests.run import run
from queries.quick_tests.subject import Subject


def run_on_dataset(
    engine: Engine, user: User, dataset_id: int, name: str, table: Subject, *, answers: Mapping[str, Any]
) -> Outcome:
    """Like run() on `table`, which is of that dataset; the use is counted. Raises KeyError likewise.

    A day that was not given is the bureau's own, by which all its figures are reckoned.
    """
    unsaid = [one.name for one in TESTS[name].params if one.kind == "day" and not answers.get(one.name)]
    if unsaid:
        with reading(engine) as connection:
            answers = {**answers, **dict.fromkeys(unsaid, bureau(connection).as_of)}
    outcome = run(name, table, answers)
    record_use(engine, user, dataset_id, "test")
    return outcome
