"""A query from its text to its result: the right, the two readings, the run, the history."""

from dataclasses import replace

from sqlalchemy import Engine

from data.access.permission import permit
from data.access.present_user import present_user
from data.access.roles import COMMAND_LINE, User
from data.data_room.dataset_use import record_use
from data.data_room.query_runs import RanQuery, record_run
from data.engine import now, reading
from data.language import language, use_language
from queries.workbench.limits import Limits, limits
from queries.workbench.outcome_words import outcome_words
from queries.workbench.readables import readables
from queries.workbench.reading_only import check
from queries.workbench.refusal import QueryRefusedError
from queries.workbench.running import Outcome, Run, start

ACTION = "use-data"


def ask(engine: Engine, user: User, sql: str, bounds: Limits | None = None) -> Run:
    """Check and start a query, with the rights of this moment; it is recorded when it has ended.

    Raises NotPermittedError (recorded), QueryRefusedError (recorded with the query) and BusyError.
    """
    with reading(engine) as connection:
        reader = (
            user
            if user == COMMAND_LINE
            else present_user(connection, user.user_name) or replace(user, roles=frozenset())
        )
        known = {readable.name: readable for readable in readables(connection, reader)}
    if reader != COMMAND_LINE:
        permit(engine, reader, ACTION, "SQL")
    began_at, bounds, spoken = now(), bounds or limits(), language()
    try:
        names = check(sql, known)
    except QueryRefusedError as error:
        record_run(engine, reader, RanQuery(sql, (), began_at, "refused", str(error)))
        raise

    def on_end(outcome: Outcome) -> None:
        use_language(spoken)
        words = outcome_words(outcome, bounds)
        ran = RanQuery(sql, names, began_at, outcome.outcome, words, outcome.rows, outcome.seconds)
        record_run(engine, reader, ran)
        for name in names:
            record_use(engine, reader, known[name].dataset_id, "query")

    return start(sql, [known[name] for name in names], bounds, on_end)
