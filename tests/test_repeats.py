"""屡审屡犯: what looks like one, who decides, and that a decision counts from its day on."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, func, insert, select, update

from components.navigation import REPEAT_PAGE
from data.access.roles import NotPermittedError, User
from data.bureau import set_value
from data.engine import reading, writing
from data.ledger.deciding_repeats import RepeatDecisionError, decide_repeats, decided_until
from data.schema import Account, Event, Finding, ProblemClass, Project, Unit
from queries.catalog import kpis
from queries.filters import EVERYTHING, Filters, Scope
from queries.repeats.candidates import candidates
from queries.repeats.story import story
from queries.run import value
from queries.source import open_source
from tests.app_pages import account, opened, served_by_the_app, signed_in
from tests.ledger_rows import add_finding, add_house

TODAY = date(2026, 3, 2)
REVIEWER = User("review", "复核", frozenset({"review"}))
OF_SECTION_1 = User("bound", "科室", frozenset({"review"}), section_code="S1")
CLASS = "010101"
# Of unit 2 before it was merged into unit 1, then of unit 1: one problem three years running, and another.
OF_PREDECESSOR, STATED, UNDECIDED, OTHER = 1, 2, 3, 4


@pytest.fixture
def ledger(engine: Engine) -> Engine:
    with writing(engine) as connection:
        add_house(connection)
        set_value(connection, "as_of", TODAY.isoformat())
        connection.execute(update(Unit).where(Unit.unit_id == 1).values(predecessor_unit_id=2))
        connection.execute(insert(ProblemClass).values(problem_class_code=CLASS, name="预算编制不完整"))
        for number, year in ((11, 2021), (12, 2022), (13, 2023)):
            project = {"project_id": number, "project_code": f"Q{number}", "name": "审计", "plan_year": year}
            connection.execute(insert(Project).values(section_code="S2", **project))
        seen = (
            (OF_PREDECESSOR, 11, 2, CLASS, False),
            (STATED, 12, 1, CLASS, True),
            (UNDECIDED, 13, 1, CLASS, False),
            (OTHER, 13, 1, None, False),
        )
        for number, project, unit, problem, is_repeat in seen:
            day = date(2010 + project, 6, 1) + timedelta(days=number)
            more = {"unit_id": unit, "problem_class_code": problem, "is_repeat": is_repeat}
            add_finding(connection, project=project, found=day, **more)
    return engine


def count(engine: Engine, name: str, day: date = TODAY) -> float | None:
    return value(open_source(engine), kpis()[name], Filters(as_of=day)).value


def decide(engine: Engine, finding: int, prior: int | None, user: User = REVIEWER, **said: object) -> int:
    with reading(engine) as connection:
        seen = decided_until(connection, [finding])
    words = {"is_repeat": True, "reason": "同一问题三年未改"} | said
    return decide_repeats(engine, user, {finding: prior}, seen, **words)  # type: ignore[arg-type]


def test_the_same_problem_of_a_unit_or_its_predecessor_is_proposed(ledger: Engine) -> None:
    found = candidates(open_source(ledger), Filters(as_of=TODAY), EVERYTHING, most=10)
    assert [(line.finding_id, line.prior_finding_id, line.repeat_years) for line in found] == [
        (UNDECIDED, STATED, 3)
    ]
    assert count(ledger, "repeat_candidates") == 1
    for only, told in (([UNDECIDED], 1), ([STATED, OTHER], 0), ([], 0)):
        of_them = candidates(open_source(ledger), Filters(as_of=TODAY), EVERYTHING, most=10, only=only)
        assert len(of_them) == told
    # Of another section's findings a bound reader is told nothing.
    assert not candidates(open_source(ledger), Filters(as_of=TODAY), Scope(section="S1"), most=10)


def test_a_confirmed_repeat_counts_from_its_day_and_is_linked(ledger: Engine) -> None:
    assert decide(ledger, UNDECIDED, STATED) == 1
    before = TODAY - timedelta(days=1)
    assert (count(ledger, "repeat_findings"), count(ledger, "repeat_findings", before)) == (2, 1)
    assert (count(ledger, "repeat_candidates"), count(ledger, "repeat_candidates", before)) == (0, 1)
    with reading(ledger) as connection:
        assert connection.scalar(select(Finding.prior_finding_id).where(Finding.finding_id == 3)) == STATED
        assert connection.scalar(select(func.max(Event.kind)).where(Event.kind == "repeat_decided"))


def test_what_is_no_repeat_is_not_proposed_again_and_may_be_taken_back(ledger: Engine) -> None:
    decide(ledger, UNDECIDED, STATED, is_repeat=False, reason="另一笔资金")
    assert (count(ledger, "repeat_findings"), count(ledger, "repeat_candidates")) == (1, 0)
    decide(ledger, UNDECIDED, STATED, reason="复核后认定")
    assert (count(ledger, "repeat_findings"), count(ledger, "repeat_candidates")) == (2, 0)
    # What the ledger states is put right by a person as well.
    decide(ledger, STATED, None, is_repeat=False, reason="台账误标")
    assert count(ledger, "repeat_findings") == 1


def test_nobody_overwrites_what_somebody_else_just_decided(ledger: Engine) -> None:
    with reading(ledger) as connection:
        seen = decided_until(connection, [UNDECIDED])
    decide(ledger, UNDECIDED, STATED)
    with pytest.raises(RepeatDecisionError, match="他人"):
        decide_repeats(ledger, REVIEWER, {UNDECIDED: STATED}, seen, is_repeat=False, reason="不是")
    assert count(ledger, "repeat_findings") == 2


@pytest.mark.parametrize(
    ("prior", "reason", "words"),
    [(STATED, "  ", "理由"), (None, "同上", "指明"), (UNDECIDED, "同上", "指明"), (OTHER, "同上", "早于")],
)
def test_a_decision_says_why_and_names_an_older_finding(
    ledger: Engine, prior: int | None, reason: str, words: str
) -> None:
    with pytest.raises(RepeatDecisionError, match=words):
        decide(ledger, UNDECIDED, prior, reason=reason)
    assert count(ledger, "repeat_candidates") == 1


def test_only_who_reviews_decides_and_only_in_their_place(ledger: Engine) -> None:
    for user in (OF_SECTION_1, User("rectify", "整改", frozenset({"rectification"}))):
        with pytest.raises(NotPermittedError):
            decide(ledger, UNDECIDED, STATED, user)
    assert count(ledger, "repeat_candidates") == 1


def test_the_story_tells_every_year_and_who_decided(ledger: Engine) -> None:
    with writing(ledger) as connection:
        account(connection, "review", frozenset({"review"}))
        connection.execute(update(Account).values(display_name="复核甲"))
    decide(ledger, UNDECIDED, STATED)
    with reading(ledger) as connection:
        told = story(open_source(ledger), connection, UNDECIDED, TODAY, EVERYTHING)
        hidden = story(open_source(ledger), connection, UNDECIDED, TODAY, Scope(section="S1"))
    assert told is not None
    assert [entry.standing.finding_id for entry in told.chapters] == [OF_PREDECESSOR, STATED, UNDECIDED]
    assert (told.years, told.hidden) == ((2021, 2022, 2023), 0)
    assert told.chapters[-1].decision == (True, "复核甲", "同一问题三年未改", TODAY)
    assert hidden is None


def test_who_may_decide_does_so_on_the_page_of_the_story(ledger: Engine) -> None:
    with writing(ledger) as connection:
        for role in ("review", "auditor"):
            account(connection, role, frozenset({role}))
    with served_by_the_app(ledger):
        asked = {"id": str(STATED)}
        for reader, address in (("auditor", asked), ("review", asked | {"as_of": "2026-03-01"})):
            told = opened(signed_in(ledger, reader), REPEAT_PAGE, **address)
            assert not [button for button in told.main.button if "grant" in str(button.key)]
        page = opened(signed_in(ledger, "review"), REPEAT_PAGE, **asked)
        page.button(key=f"grant_repeat_{UNDECIDED}").click().run()
        # A dialog is a fragment in the browser; here the whole page runs anew: its button once more.
        page.text_area(key="repeat_reason").input("同一问题三年未改")
        page.button(key=f"grant_repeat_{UNDECIDED}").click()
        page.button(key="repeat_decide").click()
        page.run()
    assert not page.exception
    assert count(ledger, "repeat_findings") == 2
    assert count(ledger, "repeat_candidates") == 0


def test_a_number_of_another_section_is_not_told(ledger: Engine) -> None:
    with writing(ledger) as connection:
        connection.execute(update(Finding).where(Finding.finding_id == UNDECIDED).values(section_code="S1"))
    scope = Scope(section="S1")
    (line,) = candidates(open_source(ledger), Filters(as_of=TODAY), scope, most=10)
    assert (line.finding_id, line.prior_finding_id, line.prior_finding_code) == (UNDECIDED, STATED, None)


def test_a_finding_without_a_class_has_no_story(ledger: Engine) -> None:
    with reading(ledger) as connection:
        assert story(open_source(ledger), connection, OTHER, TODAY, EVERYTHING) is None
