"""Suspects on their way: issued, checked, answered, turned into findings; nothing lost between two people."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, insert, select, update

from data.access.roles import COMMAND_LINE, NotPermittedError, User
from data.attachments import AttachmentError, attach, attachments_of, take, unsound
from data.engine import now, reading, writing
from data.schema import Finding, Project, Region, Section, Suspect, SuspectStep, Unit
from data.settings import var_dir
from data.suspects.into_ledger import NewFinding, enter
from data.suspects.moving import Step, SuspectStepError, move
from data.suspects.standing import Standing, standings
from data.suspects.transitions import TRANSITIONS, acts_from

DAY = date(2026, 3, 2)
AUDITOR = User("auditor", "审计甲", frozenset({"auditor"}))
OF_ANOTHER_SECTION = User("other", "审计乙", frozenset({"auditor"}), section_code="S2")


@pytest.fixture
def bureau(engine: Engine) -> Engine:
    """A bureau with two sections, a project, a unit and two suspects of the first section."""
    with writing(engine) as connection:
        for code in ("S1", "S2"):
            connection.execute(insert(Section).values(section_code=code, name=code))
        connection.execute(insert(Region).values(region_code="990101", name="东湖区", level="district"))
        connection.execute(insert(Unit).values(unit_id=1, name="某局", is_stub=False))
        project: dict[str, Any] = {
            "project_id": 1,
            "project_code": "P1",
            "name": "某局审计",
            "plan_year": 2026,
        }
        connection.execute(insert(Project).values(section_code="S1", is_stub=False, **project))
        for number in (1, 2):
            connection.execute(
                insert(Suspect).values(
                    suspect_id=number,
                    model_code="M04",
                    entity_reference="示范路",
                    summary="只有10天",
                    section_code="S1",
                    found_date=DAY,
                    recorded_at=now(),
                )
            )
            step = {"suspect_id": number, "state": "to_issue", "fact_date": DAY, "recorded_at": now()}
            connection.execute(insert(SuspectStep).values(**step))
    return engine


def standing(engine: Engine, number: int = 1) -> Standing:
    with reading(engine) as connection:
        return standings(connection, [number])[number]


def moved(engine: Engine, act: str, *numbers: int, user: User = AUDITOR, **said: Any) -> int:
    numbers = numbers or (1,)
    seen = {number: standing(engine, number).revision for number in numbers}
    return move(engine, user, seen, Step(act, **said))


ISSUE: dict[str, Any] = {"to_section_code": "S2", "due_date": date(2026, 4, 1), "fact_date": DAY}


def test_a_suspect_goes_from_issue_to_the_ledger(bureau: Engine) -> None:
    assert moved(bureau, "issue", 1, 2, **ISSUE) == 2
    moved(bureau, "take_up", fact_date=DAY)
    moved(bureau, "confirm", note="核对合同属实", amount_fen=500, fact_date=DAY)
    now_ = standing(bureau)
    assert (now_.state, now_.to_section_code, now_.due_date, now_.amount_fen) == (
        "confirmed",
        "S2",
        date(2026, 4, 1),
        500,
    )
    finding = NewFinding(1, 1, "投标准备期不足", amount_fen=500, due_date=date(2026, 6, 1), found_date=DAY)
    finding_id = enter(bureau, AUDITOR, 1, now_.revision, finding)
    with reading(bureau) as connection:
        row = connection.execute(select(Finding).where(Finding.finding_id == finding_id)).one()
    assert (row.finding_code, row.suspect_id, row.suspect_reference) == ("P1-001", 1, "M04-1")
    assert (standing(bureau).state, standing(bureau).finding_id) == ("in_ledger", finding_id)


@pytest.mark.parametrize(
    ("act", "said", "words"),
    [
        ("issue", {"due_date": DAY}, "科室或地区"),
        ("issue", {"to_section_code": "S2"}, "反馈期限"),
        ("issue", {"to_section_code": "S9", "due_date": DAY}, "S9"),
        ("issue", {**ISSUE, "due_date": date(2026, 3, 1)}, "早于"),
        ("issue", {**ISSUE, "fact_date": date(2099, 1, 1), "due_date": date(2099, 2, 1)}, "未来"),
        ("issue", {**ISSUE, "fact_date": date(2026, 3, 1)}, "晚于"),
        ("dismiss", {}, "理由"),
        ("confirm", {"note": "属实"}, "待下发"),
        ("enter", {}, "一并"),
    ],
)
def test_a_step_that_does_not_fit_is_refused_and_nothing_moves(
    bureau: Engine, act: str, said: dict[str, Any], words: str
) -> None:
    with pytest.raises(SuspectStepError, match=words):
        moved(bureau, act, **said)
    assert (standing(bureau).state, standing(bureau).revision) == ("to_issue", 0)


def test_of_two_people_the_second_is_told(bureau: Engine) -> None:
    seen = {1: standing(bureau).revision}
    move(bureau, AUDITOR, seen, Step("issue", **ISSUE))
    with pytest.raises(SuspectStepError, match="其他人"):
        move(bureau, AUDITOR, seen, Step("issue", **ISSUE))


def test_all_move_or_none(bureau: Engine) -> None:
    moved(bureau, "issue", 2, **ISSUE)
    with pytest.raises(SuspectStepError, match="2"):
        moved(bureau, "issue", 1, 2, **ISSUE)
    assert standing(bureau, 1).state == "to_issue"


def test_rights_end_at_the_section(bureau: Engine) -> None:
    with pytest.raises(NotPermittedError):
        moved(bureau, "issue", user=User("x", "x", frozenset({"rectification"})), **ISSUE)
    with pytest.raises(NotPermittedError):
        moved(bureau, "issue", user=OF_ANOTHER_SECTION, **ISSUE)
    moved(bureau, "issue", **ISSUE)
    assert moved(bureau, "take_up", user=OF_ANOTHER_SECTION, fact_date=DAY) == 1, "it was issued to them"


def test_what_is_checked_again_has_no_limit_until_one_is_set(bureau: Engine) -> None:
    """As the figures have it (suspect_as_of.sql)."""
    moved(bureau, "issue", **ISSUE)
    assert standing(bureau).due_date == ISSUE["due_date"]
    moved(bureau, "take_up", fact_date=DAY)
    assert standing(bureau).due_date == ISSUE["due_date"]
    moved(bureau, "refute", note="不属实", fact_date=DAY)
    moved(bureau, "check_again", note="有新材料", fact_date=DAY)
    assert standing(bureau).due_date is None
    moved(bureau, "reassign", **ISSUE)
    assert standing(bureau).due_date == ISSUE["due_date"]


def test_a_finding_needs_what_the_ledger_needs(bureau: Engine) -> None:
    moved(bureau, "issue", **ISSUE)
    moved(bureau, "confirm_partly", note="部分", fact_date=DAY)
    revision = standing(bureau).revision
    for wrong, words in (
        (NewFinding(9, 1, "题"), "项目"),
        (NewFinding(1, 9, "题"), "被审计单位"),
        (NewFinding(1, 1, " "), "标题"),
        (NewFinding(1, 1, "题", due_date=date(2026, 1, 1), found_date=DAY), "整改期限"),
    ):
        with pytest.raises(SuspectStepError, match=words):
            enter(bureau, COMMAND_LINE, 1, revision, wrong)
    with pytest.raises(NotPermittedError):
        enter(bureau, OF_ANOTHER_SECTION, 1, revision, NewFinding(1, 1, "题", found_date=DAY))


def test_every_state_but_the_last_has_an_act(bureau: Engine) -> None:
    states = {state for each in TRANSITIONS for state in (*each.from_states, each.to_state)}
    assert {state for state in states if not acts_from(state)} == {"in_ledger"}


def test_attached_files_are_kept_by_their_content(
    bureau: Engine, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDIT_VAR_DIR", str(tmp_path))
    number = attach(bureau, AUDITOR, ("suspect", 1), "../../合同.pdf", b"%PDF-1", note="第3页")
    for name, content in (("page.html", b"<p>"), ("tool.exe", b"MZ"), ("empty.pdf", b"")):
        with pytest.raises(AttachmentError):
            attach(bureau, AUDITOR, ("suspect", 1), name, content)
    assert take(bureau, AUDITOR, number) == b"%PDF-1"
    with reading(bureau) as connection:
        (kept,) = attachments_of(connection, "suspect", 1)
        assert (kept.file_name, kept.note, unsound(connection)) == ("合同.pdf", "第3页", ())
    (var_dir() / "attachments" / kept.sha256[:2] / kept.sha256).write_bytes(b"other")
    with reading(bureau) as connection:
        assert [each.attachment_id for each in unsound(connection)] == [number]
    with pytest.raises(AttachmentError, match="备份"):
        take(bureau, AUDITOR, number)


def test_a_finding_lies_where_its_project_does(bureau: Engine) -> None:
    """A suspect found by one section in the data of a district is entered under another section's project."""
    with writing(bureau) as connection:
        connection.execute(update(Project).values(section_code="S2"))
        connection.execute(update(Unit).values(region_code="990101"))
    moved(bureau, "issue", **ISSUE)
    moved(bureau, "confirm", note="属实", fact_date=DAY)
    enter(
        bureau, COMMAND_LINE, 1, standing(bureau).revision, NewFinding(1, 1, "投标准备期不足", found_date=DAY)
    )
    with reading(bureau) as connection:
        row = connection.execute(select(Finding.section_code, Finding.region_code)).one()
    assert row == ("S2", "990101")
