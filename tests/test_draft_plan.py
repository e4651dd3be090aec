"""Promote, withdraw, approve: what changes, what is refused, and two people at once; on both engines."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from sqlalchemy import Engine, func, insert, select, update

from data.access.roles import NotPermittedError, User
from data.bureau import set_value
from data.demo.bulk import continue_numbering
from data.engine import now, reading, writing
from data.events import first_broken_link
from data.language import use_language
from data.planning.draft_plan import DraftPlanError, approve_draft, promote_item, withdraw_draft
from data.schema import Event, LibraryItem, PostAudit, Project, ProjectObject, ProjectStage
from tests.coverage_rows import add_audit, add_item, add_object, add_post, add_unit
from tests.ledger_rows import add_finding, add_house

TODAY = date(2025, 11, 20)
PLANNER = User("planning", "计划", frozenset({"planning"}))
ELSEWHERE = User("planning2", "计划", frozenset({"planning"}), region_code="990102")
AUDITOR = User("auditor", "审计", frozenset({"auditor"}))


@pytest.fixture(autouse=True)
def _chinese() -> None:
    use_language("zh")


@pytest.fixture
def bureau(engine: Engine) -> Engine:
    """Two open items, one about a unit and one about a fund, and a project of the next year's plan."""
    with writing(engine) as connection:
        add_house(connection)
        set_value(connection, "as_of", TODAY.isoformat())
        add_unit(connection, 10)
        add_object(connection, 20, kind="fund", name="专项资金", region_code="990101")
        add_item(connection, audit_object_id=10)
        add_item(connection, audit_object_id=20, title="专项资金审计")
        add_audit(connection, 10, None, plan_year=2026, project_code="2026-0007")
        continue_numbering(connection)
    return engine


def kinds(engine: Engine) -> list[str]:
    with reading(engine) as connection:
        assert first_broken_link(connection)[0] is None
        return list(connection.scalars(select(Event.kind).order_by(Event.event_id)))


def project(engine: Engine, project_id: int) -> Project | None:
    with reading(engine) as connection:
        return connection.execute(  # type: ignore[return-value]
            select(Project.__table__).where(Project.project_id == project_id)
        ).first()


def item(engine: Engine, number: int) -> LibraryItem:
    with reading(engine) as connection:
        return connection.execute(  # type: ignore[return-value]
            select(LibraryItem.__table__).where(LibraryItem.library_item_id == number)
        ).one()


def drafts(engine: Engine, year: int = 2026) -> frozenset[int]:
    with reading(engine) as connection:
        found = select(Project.project_id).where(Project.is_draft.is_(True), Project.plan_year == year)
        return frozenset(connection.scalars(found))


def test_an_item_becomes_a_draft(bureau: Engine) -> None:
    """With a number behind the last of the year, the item's unit, place and type, and an event."""
    first = promote_item(bureau, PLANNER, 1, 2026)
    draft = project(bureau, first)
    assert draft is not None
    assert (draft.project_code, draft.name, draft.plan_year) == ("2026-0008", "拟立项目1", 2026)
    assert (draft.unit_id, draft.section_code, draft.project_type) == (10, "S1", "budget_execution")
    assert (draft.is_draft, draft.in_plan_date) == (True, None)
    assert (item(bureau, 1).project_id, item(bureau, 1).promoted_date) == (first, TODAY)
    second = promote_item(bureau, PLANNER, 2, 2026)
    with reading(bureau) as connection:
        audited = connection.execute(select(ProjectObject.project_id, ProjectObject.audit_object_id)).all()
    assert [tuple(row) for row in audited] == [(second, 20)]
    assert kinds(bureau) == ["library_item_promoted", "library_item_promoted"]


def test_an_item_is_taken_up_once(bureau: Engine) -> None:
    """Who comes second is told which plan has it; nothing of the second try stays."""
    promote_item(bureau, PLANNER, 1, 2026)
    with pytest.raises(DraftPlanError, match="2026"):
        promote_item(bureau, PLANNER, 1, 2027)
    assert drafts(bureau, 2027) == frozenset()
    assert kinds(bureau) == ["library_item_promoted"]


def test_two_people_at_once(bureau: Engine) -> None:
    """Both click in the same moment: one draft, one refusal with words."""

    def click(year: int) -> str:
        use_language("zh")
        try:
            promote_item(bureau, PLANNER, 1, year)
        except DraftPlanError as error:
            return str(error)
        return "done"

    with ThreadPoolExecutor(2) as people:
        answers = list(people.map(click, (2026, 2026)))
    assert answers.count("done") == 1
    assert any("2026" in answer for answer in answers)
    assert len(drafts(bureau)) == 1


@pytest.mark.parametrize("year", [2024, 2029])
def test_plans_are_drafted_for_the_years_ahead(bureau: Engine, year: int) -> None:
    with pytest.raises(DraftPlanError, match="2025"):
        promote_item(bureau, PLANNER, 1, year)


def test_a_dropped_item_and_one_that_is_gone(bureau: Engine) -> None:
    with writing(bureau) as connection:
        connection.execute(
            update(LibraryItem).where(LibraryItem.library_item_id == 2).values(dropped_date=date(2025, 3, 4))
        )
    with pytest.raises(DraftPlanError, match="2025-03-04"):
        promote_item(bureau, PLANNER, 2, 2026)
    with pytest.raises(DraftPlanError):
        promote_item(bureau, PLANNER, 99, 2026)


def test_a_withdrawn_draft_leaves_the_item_in_its_library(bureau: Engine) -> None:
    """The project is gone with what was planned for it; the item can be taken up again."""
    draft = promote_item(bureau, PLANNER, 2, 2026)
    withdraw_draft(bureau, PLANNER, draft)
    assert project(bureau, draft) is None
    assert (item(bureau, 2).project_id, item(bureau, 2).promoted_date) == (None, None)
    with pytest.raises(DraftPlanError):
        withdraw_draft(bureau, PLANNER, draft)
    promote_item(bureau, PLANNER, 2, 2027)
    assert kinds(bureau) == ["library_item_promoted", "draft_withdrawn", "library_item_promoted"]


def test_what_is_in_the_plan_or_was_worked_on_is_not_withdrawn(bureau: Engine) -> None:
    with pytest.raises(DraftPlanError):
        withdraw_draft(bureau, PLANNER, 1)
    draft = promote_item(bureau, PLANNER, 1, 2026)
    with writing(bureau) as connection:
        add_finding(connection, project=draft, unit_id=10)
    with pytest.raises(DraftPlanError):
        withdraw_draft(bureau, PLANNER, draft)
    assert item(bureau, 1).project_id == draft


@pytest.mark.parametrize("what", ["stage", "audit"])
def test_a_draft_whose_work_has_begun_is_not_withdrawn(sqlite_engine: Engine, what: str) -> None:
    draft = _planned(sqlite_engine)
    day = date(2025, 11, 3)
    with writing(sqlite_engine) as connection:
        if what == "stage":
            done = update(ProjectStage).where(ProjectStage.project_id == draft).values(actual_date=day)
            assert connection.execute(done).rowcount
        else:
            audit = {"project_id": draft, "post_id": add_post(connection, 10), "notified_date": day}
            connection.execute(
                insert(PostAudit).values(audit | {"occasion": "leaving", "recorded_at": now()})
            )
    with pytest.raises(DraftPlanError, match="2025-11-03"):
        withdraw_draft(sqlite_engine, PLANNER, draft)
    assert project(sqlite_engine, draft) is not None


def test_the_event_lists_what_went_with_a_draft(sqlite_engine: Engine) -> None:
    """All of it: no library holds a draft that the register of projects brought."""
    draft = _planned(sqlite_engine)
    withdraw_draft(sqlite_engine, PLANNER, draft)
    with reading(sqlite_engine) as connection:
        dropped = json.loads(connection.scalars(select(Event.detail)).one())["dropped"]
    told = {row.split(":")[0] for row in dropped}
    assert told == {"project", "project_stage"}
    assert any("planned_date=2026-03-02" in row for row in dropped)


def _planned(engine: Engine) -> int:
    with writing(engine) as connection:
        add_house(connection)
        add_unit(connection, 10)
        draft = add_audit(connection, 10, None, plan_year=2026, is_draft=True)
        planned = {
            "project_id": draft,
            "stage": "entry",
            "planned_date": date(2026, 3, 2),
            "recorded_at": now(),
        }
        connection.execute(insert(ProjectStage).values(planned))
    return draft


def test_approval_puts_the_draft_into_the_plan(bureau: Engine) -> None:
    """From the day of approval on, with its document; stages and the item's link stay."""
    first, second = promote_item(bureau, PLANNER, 1, 2026), promote_item(bureau, PLANNER, 2, 2026)
    seen = drafts(bureau)
    count = approve_draft(
        bureau, PLANNER, 2026, projects=seen, document=" 示审委〔2025〕9号 ", approved=TODAY
    )
    assert count == 2
    for number in (first, second):
        approved = project(bureau, number)
        assert approved is not None
        assert (approved.is_draft, approved.in_plan_date, approved.plan_document) == (
            False,
            TODAY,
            "示审委〔2025〕9号",
        )
    assert kinds(bureau)[-1] == "draft_plan_approved"
    with pytest.raises(DraftPlanError):
        approve_draft(bureau, PLANNER, 2026, projects=seen, document="再来一次", approved=TODAY)


def test_a_draft_that_changed_meanwhile_is_not_approved(bureau: Engine) -> None:
    """What was looked at is approved, or nothing is."""
    promote_item(bureau, PLANNER, 1, 2026)
    seen = drafts(bureau)
    promote_item(bureau, PLANNER, 2, 2026)
    with pytest.raises(DraftPlanError):
        approve_draft(bureau, PLANNER, 2026, projects=seen, document="一号", approved=TODAY)
    assert len(drafts(bureau)) == 2


@pytest.mark.parametrize(
    ("document", "approved"),
    [("  ", TODAY), ("一号", date(2025, 11, 21)), ("一号", date(2025, 11, 19))],
    ids=["no document", "to-morrow", "before the item was taken up"],
)
def test_an_approval_names_its_document_and_a_day_that_can_be(
    sqlite_engine: Engine, document: str, approved: date
) -> None:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        set_value(connection, "as_of", TODAY.isoformat())
        add_item(connection)
    promote_item(sqlite_engine, PLANNER, 1, 2026)
    with pytest.raises(DraftPlanError):
        approve_draft(
            sqlite_engine,
            PLANNER,
            2026,
            projects=drafts(sqlite_engine),
            document=document,
            approved=approved,
        )
    assert drafts(sqlite_engine)


@pytest.mark.parametrize("actor", [AUDITOR, ELSEWHERE], ids=["no right", "bound elsewhere"])
def test_who_may_not_leaves_a_trace(bureau: Engine, actor: User) -> None:
    """Neither somebody without the right nor a planner of another district; each try is in the log."""
    draft = promote_item(bureau, PLANNER, 1, 2026)
    tries: list[Callable[[], object]] = [
        lambda: promote_item(bureau, actor, 2, 2026),
        lambda: withdraw_draft(bureau, actor, draft),
        lambda: approve_draft(
            bureau, actor, 2026, projects=frozenset({draft}), document="一号", approved=TODAY
        ),
    ]
    for attempt in tries:
        with pytest.raises(NotPermittedError):
            attempt()
    assert kinds(bureau) == ["library_item_promoted", *["action_refused"] * 3]
    assert drafts(bureau) == {draft}


def test_a_draft_with_planned_stages_is_withdrawn_whole(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        add_unit(connection, 10)
        draft = add_audit(connection, 10, None, plan_year=2026, is_draft=True)
    withdraw_draft(sqlite_engine, PLANNER, draft)
    with reading(sqlite_engine) as connection:
        left = select(func.count()).select_from(ProjectStage).where(ProjectStage.project_id == draft)
        assert connection.scalar(left) == 0
