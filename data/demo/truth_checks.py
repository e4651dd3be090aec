"""真实性核查 of the demonstration: one sample that is finished, with false ones, and one under way.

Everything here is invented, like the whole demonstration.
"""

from datetime import date, timedelta

from sqlalchemy import Connection, text

from data.demo.bulk import Row, insert_rows
from data.demo.days import AS_OF_DATE
from data.schema import TruthCandidate, TruthCheck, TruthResult, TruthSample
from data.truth.drawing import draw

SIZE = 40
_FIRST_DAY, _SECOND_DAY = date(2026, 6, 15), date(2026, 11, 2)
_ANSWERED_OF_SECOND = 14
# Of twenty results, in turn: what a bureau that looks again does find.
_ANSWERS = ("true",) * 7 + ("partly",) + ("true",) * 5 + ("false",) + ("true",) * 4 + ("partly", "false")
_NOTES = {
    "true": "调阅凭证并到现场查看，与整改报告一致",
    "partly": "资金已归还，制度尚未印发",
    "false": "入账凭证日期晚于认定日期，资金随后转出",
}
_RECTIFIED = text(
    """
    select m.finding_id, min(m.fact_date) from milestone as m
    where m.kind = 'rectified' and m.finding_id not in (
        select finding_id from milestone where kind in ('reopened', 'withdrawn', 'transferred'))
    group by m.finding_id
    """
)


def write_truth_checks(connection: Connection) -> None:
    """Draw both samples from the findings of the ledger and write their results. Expects the ledger."""
    done = {row[0]: date.fromisoformat(str(row[1])) for row in connection.execute(_RECTIFIED)}
    samples: list[Row] = []
    candidates: list[Row] = []
    checks: list[Row] = []
    results: list[Row] = []
    taken: set[int] = set()
    for number, (day, answered) in enumerate(((_FIRST_DAY, SIZE), (_SECOND_DAY, _ANSWERED_OF_SECOND)), 1):
        there = {finding: 1.0 for finding, since in done.items() if since <= day and finding not in taken}
        drawn = draw(there, SIZE, seed=number)
        taken.update(drawn)
        candidates += ((number, finding, 1) for finding in there)
        samples.append((number, "at_random", number, len(there), "季度真实性抽查", *_on(day)))
        for place, finding in enumerate(drawn):
            check_id = len(checks) + 1
            checks.append((check_id, number, finding, 1))
            if place < answered:
                answer = _ANSWERS[place % len(_ANSWERS)]
                on = min(day + timedelta(days=3 + place), AS_OF_DATE)
                results.append((len(results) + 1, check_id, answer, _NOTES[answer], *_on(on)))
    insert_rows(
        connection,
        TruthSample,
        (
            "truth_sample_id",
            "draw_method",
            "seed",
            "population",
            "reason",
            "fact_date",
            "user_name",
            "recorded_at",
        ),
        samples,
    )
    insert_rows(connection, TruthCandidate, ("truth_sample_id", "finding_id", "weight"), candidates)
    insert_rows(connection, TruthCheck, ("truth_check_id", "truth_sample_id", "finding_id", "weight"), checks)
    insert_rows(
        connection,
        TruthResult,
        (
            "truth_result_id",
            "truth_check_id",
            "truth_answer",
            "note",
            "fact_date",
            "user_name",
            "recorded_at",
        ),
        results,
    )


def _on(day: date) -> tuple[str, str, str]:
    """The day of a fact, who wrote it down, and when."""
    return day.isoformat(), "review", f"{day.isoformat()} 09:30:00.000000"
