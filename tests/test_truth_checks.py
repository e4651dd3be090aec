"""整改真实性核查: what is drawn, that it can be drawn again, and what the results come to on each day."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, delete, insert, select, update

from data.access.roles import NotPermittedError, User
from data.bureau import set_value
from data.engine import now, reading, writing
from data.schema import Milestone, TruthCandidate, TruthCheck, TruthSample
from data.truth.checking import Draw, TruthCheckError, draw_sample, write_result
from data.truth.drawing import draw
from data.truth.proving import is_drawn_again
from queries.catalog import kpis
from queries.filters import EVERYTHING, Filters, Scope
from queries.run import value
from queries.source import open_source
from queries.truth.population import population
from queries.truth.samples import checks, samples
from tests.ledger_rows import FOUND, add_finding, add_house

TODAY = date(2026, 3, 2)
NOW = Filters(as_of=TODAY)
REVIEWER = User("review", "复核", frozenset({"review"}))
OF_SECTION_1 = User("bound", "复核一", frozenset({"review"}), section_code="S1")
DONE = FOUND + timedelta(days=30)


@pytest.fixture
def ledger(engine: Engine) -> Engine:
    """Rectified: 1 to 4, of section 1 and 2 by turns. Not: 5. Out of the ledger since: 6."""
    with writing(engine) as connection:
        add_house(connection)
        set_value(connection, "as_of", TODAY.isoformat())
        for number in range(1, 7):
            facts = [] if number == 5 else [("rectified", DONE)]
            facts += [("withdrawn", DONE)] if number == 6 else []
            add_finding(
                connection,
                project=1 + number % 2,
                facts=facts,
                due=DONE + timedelta(days=90),
                amount_fen=100_000_000 if number == 1 else 5,
                is_major=number == 1,
                is_repeat=number == 2,
            )
    return engine


@pytest.fixture
def sample(ledger: Engine) -> Callable[..., list[int]]:
    def drawn(size: int = 2, seed: int = 7, method: str = "by_risk") -> list[int]:
        weights = population(open_source(ledger), NOW, EVERYTHING)
        draw_sample(ledger, REVIEWER, weights, Draw(method, size, seed, "季度抽查"))
        with reading(ledger) as connection:
            return list(connection.scalars(select(TruthCheck.finding_id).order_by(TruthCheck.truth_check_id)))

    return drawn


def count(engine: Engine, name: str, day: date = TODAY) -> float | None:
    return value(open_source(engine), kpis()[name], Filters(as_of=day)).value


def test_what_is_rectified_may_be_drawn_and_weighs_by_its_risk(ledger: Engine) -> None:
    source = open_source(ledger)
    assert population(source, NOW, EVERYTHING) == {1: 5.0, 2: 4.0, 3: 1.0, 4: 1.0}
    assert set(population(source, NOW, Scope(section="S1"))) == {2, 4}
    assert population(source, Filters(as_of=DONE - timedelta(days=1)), EVERYTHING) == {}


def test_what_waits_in_a_sample_is_not_drawn_again(ledger: Engine, sample: Callable[..., list[int]]) -> None:
    drawn = sample(3)
    left = population(open_source(ledger), NOW, EVERYTHING)
    assert set(left) == {1, 2, 3, 4} - set(drawn)
    write_result(ledger, REVIEWER, 1, truth_answer="true", note="凭证齐全")
    assert drawn[0] in population(open_source(ledger), NOW, EVERYTHING)


def test_a_seed_draws_the_same_again_and_weight_makes_the_difference() -> None:
    weights = {number: 9.0 if number == 1 else 1.0 for number in range(1, 11)}
    assert draw(weights, 4, 5) == draw(dict(reversed(weights.items())), 4, 5)
    assert draw(weights, 4, 5) != draw(weights, 4, 6)
    assert sorted(draw(weights, 99, 1)) == list(weights)
    first = Counter(draw(weights, 1, seed)[0] for seed in range(2_000))
    # The chance of the heavy one is 9 in 18; three standard deviations of 2,000 draws are 3.4 points.
    assert first[1] / 2_000 == pytest.approx(0.5, abs=0.034)


def test_a_draw_can_be_proved_and_what_was_changed_since_is_seen(
    ledger: Engine, sample: Callable[..., list[int]]
) -> None:
    drawn = sample(2)
    with reading(ledger) as connection:
        assert is_drawn_again(connection, 1)
    of_it = TruthCandidate.truth_sample_id == 1
    for change in (
        update(TruthSample).values(seed=8),
        update(TruthCandidate).where(of_it, TruthCandidate.finding_id == 1).values(weight=9.0),
        delete(TruthCandidate).where(of_it),
        update(TruthCheck).where(TruthCheck.finding_id == drawn[0]).values(finding_id=5),
    ):
        with ledger.connect() as connection:
            connection.execute(change)
            assert is_drawn_again(connection, 1) is False
            connection.rollback()
    with ledger.connect() as connection:  # one that came without the log and what there was to draw from
        connection.execute(update(TruthSample).values(event_id=None))
        assert is_drawn_again(connection, 1)
        connection.execute(delete(TruthCandidate))
        assert is_drawn_again(connection, 1) is None
        connection.rollback()


def test_two_who_draw_at_once_do_not_draw_the_same(ledger: Engine) -> None:
    weights = population(open_source(ledger), NOW, EVERYTHING)
    draw_sample(ledger, REVIEWER, weights, Draw("by_risk", 3, 1, "季度抽查"))
    with pytest.raises(TruthCheckError, match="重新抽取"):
        draw_sample(ledger, REVIEWER, weights, Draw("by_risk", 3, 2, "季度抽查"))
    assert count(ledger, "truth_checks") == 3


def test_results_count_from_their_day_and_the_newest_holds(
    ledger: Engine, sample: Callable[..., list[int]]
) -> None:
    sample(4)
    assert (count(ledger, "truth_checks"), count(ledger, "truth_checks_waiting")) == (4, 4)
    assert count(ledger, "false_rectification_rate") is None
    for number, answer in ((1, "false"), (2, "true"), (3, "partly")):
        write_result(ledger, REVIEWER, number, truth_answer=answer, note="到现场查看")
    assert count(ledger, "false_rectification_rate") == pytest.approx(1 / 3)
    assert count(ledger, "truth_checks_waiting") == 1
    assert count(ledger, "truth_checks", TODAY - timedelta(days=1)) is None
    write_result(ledger, REVIEWER, 1, truth_answer="true", note="补充凭证后核实")
    assert count(ledger, "false_rectification_rate") == 0
    with reading(ledger) as connection:
        (drawn,) = samples(connection, TODAY)
        seen = checks(open_source(ledger), connection, drawn.truth_sample_id, TODAY, EVERYTHING)
    assert (drawn.size, drawn.population, drawn.seed) == (4, 4, 7)
    assert [entry.note for entry in seen].count("补充凭证后核实") == 1


def test_what_was_found_false_waits_until_it_is_reopened(
    ledger: Engine, sample: Callable[..., list[int]]
) -> None:
    drawn = sample(4)
    assert count(ledger, "false_rectifications_standing") == 0
    for number, answer in ((1, "false"), (2, "true"), (3, "false")):
        write_result(ledger, REVIEWER, number, truth_answer=answer, note="到现场查看")
    assert count(ledger, "false_rectifications_standing") == 2
    write_result(ledger, REVIEWER, 3, truth_answer="partly", note="补充凭证后核实")
    assert count(ledger, "false_rectifications_standing") == 1
    for kind, day in (("reopened", TODAY + timedelta(days=1)), ("rectified", TODAY + timedelta(days=9))):
        with writing(ledger) as connection:
            connection.execute(
                insert(Milestone).values(finding_id=drawn[0], kind=kind, fact_date=day, recorded_at=now())
            )
    write_result(ledger, REVIEWER, 4, truth_answer="true", note="figures are made anew after an event")
    days = (TODAY, TODAY + timedelta(days=1), TODAY + timedelta(days=9))
    assert [count(ledger, "false_rectifications_standing", day) for day in days] == [1, 0, 0]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (Draw("by_risk", 0, 1, "季度抽查"), "个问题"),
        (Draw("by_risk", 2, -1, "季度抽查"), "随机种子"),
        (Draw("by_luck", 2, 1, "季度抽查"), "随机种子"),
        (Draw("by_risk", 2, 1, " "), "写明"),
    ],
)
def test_a_draw_that_makes_no_sense_is_refused(ledger: Engine, asked: Draw, words: str) -> None:
    with pytest.raises(TruthCheckError, match=words):
        draw_sample(ledger, REVIEWER, {1: 1.0, 2: 1.0}, asked)
    with pytest.raises(TruthCheckError, match="没有可抽"):
        draw_sample(ledger, REVIEWER, {}, Draw("by_risk", 2, 1, "季度抽查"))
    assert count(ledger, "truth_checks") is None


def test_a_result_has_words_a_day_since_the_draw_and_somebody_who_may(
    ledger: Engine, sample: Callable[..., list[int]]
) -> None:
    drawn = sample(4)
    of_section_2 = drawn.index(1) + 1
    for said, words in (
        ({"truth_answer": "", "note": "看过"}, "核查结果"),
        ({"truth_answer": "true", "note": " "}, "写明"),
        ({"truth_answer": "true", "note": "看过", "fact_date": TODAY + timedelta(days=1)}, "之间"),
        ({"truth_answer": "true", "note": "看过", "fact_date": TODAY - timedelta(days=1)}, "之间"),
    ):
        with pytest.raises(TruthCheckError, match=words):
            write_result(ledger, REVIEWER, 1, **said)  # type: ignore[arg-type]
    for user in (OF_SECTION_1, User("rectify", "整改", frozenset({"rectification"}))):
        with pytest.raises(NotPermittedError):
            write_result(ledger, user, of_section_2, truth_answer="true", note="看过")
    assert count(ledger, "truth_checks_waiting") == 4


def test_who_accepted_the_rectification_does_not_check_its_truth(
    ledger: Engine, sample: Callable[..., list[int]]
) -> None:
    drawn = sample(4)
    with writing(ledger) as connection:
        connection.execute(
            update(Milestone).where(Milestone.finding_id == drawn[0]).values(user_name=REVIEWER.user_name)
        )
        connection.execute(
            update(Milestone).where(Milestone.finding_id == drawn[1]).values(person=REVIEWER.display_name)
        )
    for number in (1, 2):
        with pytest.raises(TruthCheckError, match="他人"):
            write_result(ledger, REVIEWER, number, truth_answer="true", note="看过")
    write_result(ledger, REVIEWER, 3, truth_answer="true", note="看过")


def test_a_correction_is_not_dated_before_what_it_corrects(
    ledger: Engine, sample: Callable[..., list[int]]
) -> None:
    sample(4)
    later = TODAY + timedelta(days=10)
    with writing(ledger) as connection:
        set_value(connection, "as_of", later.isoformat())
    write_result(ledger, REVIEWER, 1, truth_answer="false", note="看过", fact_date=later - timedelta(days=1))
    with pytest.raises(TruthCheckError, match="之间"):
        write_result(ledger, REVIEWER, 1, truth_answer="true", note="更正", fact_date=TODAY)
    write_result(ledger, REVIEWER, 1, truth_answer="true", note="更正")
    assert count(ledger, "false_rectification_rate", later) == 0
