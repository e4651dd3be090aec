"""Make one quick test on a table: parameters, rows, answer; "could not check, because" is an answer too."""

from collections.abc import Mapping
from typing import Any

import duckdb

from data.language import _
from queries.quick_tests import TESTS
from queries.quick_tests.condition import narrowed
from queries.quick_tests.given import given
from queries.quick_tests.outcome import CouldNotCheckError, Outcome
from queries.quick_tests.subject import Subject


def run(name: str, table: Subject, answers: Mapping[str, Any]) -> Outcome:
    """The outcome of the test `name` with these parameters. Raises KeyError for an unknown test.

    What the table or the parameters do not allow is said in `not_checked`; so is what DuckDB refuses, such as
    a question too large for its memory, or columns that are called like those the tests add.
    """
    test = TESTS[name]
    try:
        values = given(test, table, answers)
        rows = narrowed(table, values.pop("where"))
        if not rows.ask("select 1 from data limit 1"):
            raise CouldNotCheckError(_("There are no rows to look at."))
        return test.make(rows, values)
    except CouldNotCheckError as error:
        return Outcome(test=name, not_checked=str(error))
    except duckdb.OutOfMemoryException:
        return Outcome(test=name, not_checked=_("The table is too large for this test; look at fewer rows."))
    except duckdb.Error:
        return Outcome(test=name, not_checked=_("The rows of this table cannot be read by the test."))
