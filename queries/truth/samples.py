"""The samples of truth checks, and their findings with what was found."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from data.schema import Account, TruthCheck, TruthResult, TruthSample
from queries.cards.finding_standing import Standing, standings
from queries.filters import Scope
from queries.source import Source


@dataclass(frozen=True)
class Sample:
    """One draw; `size` findings of `population`. `person` drew it: the account's name where it is gone."""

    truth_sample_id: int
    draw_method: str
    seed: int
    population: int
    size: int
    reason: str
    fact_date: date
    person: str


@dataclass(frozen=True)
class Check:
    """One finding of a sample, in the order of its number; the newest result, None where there is none."""

    truth_check_id: int
    weight: float
    standing: Standing
    truth_answer: str | None
    note: str | None
    checked_date: date | None
    checked_by: str | None


def samples(connection: Connection, as_of: date) -> list[Sample]:
    """All draws up to the day, newest first."""
    size = select(func.count()).where(TruthCheck.truth_sample_id == TruthSample.truth_sample_id)
    called = func.coalesce(Account.display_name, TruthSample.user_name).label("person")
    drawn = (
        select(TruthSample, size.scalar_subquery().label("size"), called)
        .outerjoin(Account, Account.user_name == TruthSample.user_name)
        .where(TruthSample.fact_date <= as_of)
    )
    return [
        Sample(
            row.truth_sample_id,
            row.draw_method,
            row.seed,
            row.population,
            row.size,
            row.reason,
            row.fact_date,
            row.person,
        )
        for row in connection.execute(drawn.order_by(TruthSample.truth_sample_id.desc()))
    ]


def checks(
    source: Source, connection: Connection, truth_sample_id: int, as_of: date, scope: Scope
) -> list[Check]:
    """Those findings of the sample that the reader may see, by their number."""
    drawn = {
        row.finding_id: row
        for row in connection.execute(select(TruthCheck).where(TruthCheck.truth_sample_id == truth_sample_id))
    }
    found = (
        select(TruthResult)
        .join(TruthCheck, TruthCheck.truth_check_id == TruthResult.truth_check_id)
        .where(TruthCheck.truth_sample_id == truth_sample_id, TruthResult.fact_date <= as_of)
        .order_by(TruthResult.fact_date, TruthResult.truth_result_id)
    )
    newest = {row.truth_check_id: row for row in connection.execute(found)}
    listed = []
    for standing in standings(source, drawn, as_of, scope):
        check = drawn[standing.finding_id]
        result = newest.get(check.truth_check_id)
        listed.append(
            Check(
                check.truth_check_id,
                check.weight,
                standing,
                result.truth_answer if result else None,
                result.note if result else None,
                result.fact_date if result else None,
                result.user_name if result else None,
            )
        )
    return sorted(listed, key=lambda entry: (entry.truth_answer is not None, entry.standing.finding_code))
