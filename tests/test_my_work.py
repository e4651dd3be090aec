"""我的工作: the numbers of its parts are those of the figures of the bureau, for a reader of every role."""

from datetime import date

from sqlalchemy import Engine

from data.access.roles import User
from data.closing.offered import stages_for
from data.engine import writing
from queries.catalog import kpis
from queries.closing.my_work import Asked, my_work, my_work_counts, parts_for
from queries.filters import Filters, Scope
from queries.run import breakdown, value
from queries.source import open_source
from tests.closing_rows import (
    CLERK,
    EVERYTHING,
    LEADER,
    NOTICE,
    REVIEW,
    SECTION,
    TODAY,
    WAY,
    done,
    prepare,
    prove,
)
from tests.ledger_rows import add_finding, settle

DAY = date(2024, 3, 1)


def test_parts_are_counted_as_the_figures_are(sqlite_engine: Engine) -> None:
    """Findings after each number of steps on the way, one sent back, one with an extension asked for."""
    prepare(sqlite_engine)
    with writing(sqlite_engine) as connection:
        for __ in range(len(WAY) + 2):
            add_finding(connection, amount_fen=1000, rectification_type=None)
        settle(connection)
    for number in range(1, len(WAY) + 2):
        prove(sqlite_engine, number)
        for user, act, said in WAY[: number - 1]:
            assert done(sqlite_engine, user, act, number, fact_date=DAY, **said).is_taken
    back, asked = len(WAY) + 2, len(WAY) + 3
    prove(sqlite_engine, back)
    for user, act, said in (*WAY[:4], (SECTION, "not_accept", {"note": "缺凭证"})):
        assert done(sqlite_engine, user, act, back, fact_date=DAY, **said).is_taken
    assert done(sqlite_engine, CLERK, "notify", asked, fact_date=DAY, **NOTICE).is_taken
    limit = NOTICE["new_due_date"].replace(month=12)
    assert done(
        sqlite_engine, CLERK, "ask_extension", asked, fact_date=DAY, new_due_date=limit, note="未办结"
    ).is_taken

    source, filters = open_source(sqlite_engine), Filters(as_of=TODAY)
    by_stage = {
        group.code: group.figure.value
        for group in breakdown(source, kpis()["findings_in_work"], filters, "work_stage")
    }
    assert by_stage["rectifying"] == 5  # after one, two, three steps; sent back; extension asked for
    figures = {
        "extensions": value(source, kpis()["extensions_waiting"], filters).value,
        "sent_back_to_us": value(source, kpis()["findings_sent_back"], filters).value,
        "rectifying": by_stage["rectifying"],
    }
    for user in (CLERK, SECTION, REVIEW, LEADER, EVERYTHING):
        theirs = Asked(user, filters, Scope())
        counts = my_work_counts(source, theirs, parts_for(user))
        waiting = sum(by_stage.get(stage, 0) for stage in stages_for(user) if stage != "rectifying")
        assert counts["waiting"] == waiting > 0, user.user_name
        assert all(counts[name] == figures[name] for name in figures.keys() & counts.keys())
        assert all(len(my_work(source, theirs, part)) == count for part, count in counts.items())
    stranger = User("auditor", "审计", frozenset({"auditor"}))
    assert my_work_counts(source, Asked(stranger, filters, Scope()), ("waiting",))["waiting"] == 0
