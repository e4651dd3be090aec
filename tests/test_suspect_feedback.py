"""The feedback sheet goes out, is filled in, and comes back: recognised, checked by line, entered once."""

import hashlib
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import Engine, select, update

from data.access.roles import COMMAND_LINE, NotPermittedError, User
from data.bureau import set_value
from data.engine import reading, writing
from data.intake.refused import FileRefusedError
from data.schema import Event, Suspect, SuspectStep
from data.signed_sheet import CheckedSheet
from data.suspects.feedback import Checked, bring_in, check_feedback
from data.suspects.feedback_sheet import check_value
from data.suspects.moving import Step, move
from data.suspects.standing import Standing, standings
from manage import main
from queries.exporting.feedback_sheet import NothingToSendError, export_feedback_sheet
from queries.source import open_source
from tests.app_pages import account
from tests.ledger_rows import add_house, settle
from tests.suspect_rows import FOREIGN, ISSUED_TO_S1, OVERDUE, TO_ISSUE, add_step, add_varied_suspects

DAY = date(2025, 6, 30)
HEADINGS = 3  # the line of the headings


@pytest.fixture
def house(sqlite_engine: Engine) -> Engine:
    return furnished(sqlite_engine)


def furnished(engine: Engine) -> Engine:
    """A bureau with two sections and suspects, and accounts for who sends and brings."""
    with writing(engine) as connection:
        add_house(connection)
        add_varied_suspects(connection)
        set_value(connection, "as_of", DAY.isoformat())
        account(connection, "auditor", frozenset({"auditor"}))
        account(connection, "leader", frozenset({"leadership"}))
        account(connection, "other", frozenset({"auditor"}), section_code="S2")
        settle(connection)
    return engine


def user(name: str = "auditor", **binding: str) -> User:
    role = "leadership" if name == "leader" else "auditor"
    return User(name, name, frozenset({role}), **binding)


def sheet(engine: Engine, receiver: str | None = "section:S1", by: User | None = None, **which: Any) -> bytes:
    return export_feedback_sheet(engine, open_source(engine), by or user(), DAY, receiver=receiver, **which)


def filled(content: bytes, answers: dict[int, dict[str, Any]]) -> bytes:
    """The sheet with what the receiver writes: by number of the suspect, column → cell."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    rows = book.worksheets[0]
    places = {cell.value: cell.column for cell in rows[HEADINGS]}
    for line in rows.iter_rows(min_row=HEADINGS + 1):
        for heading, value in answers.get(line[0].value, {}).items():
            rows.cell(line[0].row, places[heading], value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def fates(feedback: CheckedSheet[Checked]) -> dict[int, str]:
    return {line.answer.sent.number: line.fate for line in feedback.lines if line.answer.sent}


def standing(engine: Engine, number: int) -> Standing:
    with reading(engine) as connection:
        return standings(connection, [number])[number]


REAL = {
    "核实结果": "部分属实",
    "核实金额（元）": 1234.5,
    "核实情况说明": "调取合同，部分未招标",
    "核实人": "张三",
    "核实日期": date(2025, 6, 20),
}


def test_a_sheet_goes_out_protected_and_comes_back_once(engine: Engine) -> None:
    house = furnished(engine)
    content = sheet(house)
    book = openpyxl.load_workbook(io.BytesIO(content))
    rows = book.worksheets[0]
    assert rows.protection.sheet
    numbers = [row[0] for row in rows.iter_rows(min_row=HEADINGS + 1, values_only=True)]
    assert numbers == [OVERDUE, ISSUED_TO_S1], "what waits for S1, the first due first"
    assert [cell.protection.locked for cell in rows[HEADINGS + 1]] == [True] * 6 + [False] * 5 + [True]
    back = filled(content, {OVERDUE: REAL})
    feedback = check_feedback(house, user(), "回.xlsx", back)
    assert fates(feedback) == {OVERDUE: "enter", ISSUED_TO_S1: "blank"}
    assert standing(house, OVERDUE).state == "issued", "looking changes nothing"
    bring_in(house, user(), feedback)
    now = standing(house, OVERDUE)
    assert (now.state, now.amount_fen, now.last_date) == ("partly_confirmed", 1234_50, date(2025, 6, 20))
    again = bring_in(house, user(), check_feedback(house, user(), "回.xlsx", back))
    assert fates(again)[OVERDUE] == "same"
    with reading(house) as connection:
        steps = connection.scalars(select(SuspectStep.note).where(SuspectStep.suspect_id == OVERDUE)).all()
        events = connection.scalars(select(Event.kind)).all()
    assert [note for note in steps if note and "张三" in note] == ["调取合同，部分未招标（核实人：张三）"]
    assert (events.count("rows_exported"), events.count("feedback_brought_in")) == (1, 1)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"核实结果": ""}, "缺少核实结果"),
        ({"核实结果": "差不多"}, "差不多"),
        ({"核实情况说明": ""}, "说明"),
        ({"核实金额（元）": -5}, "金额"),
        ({"核实金额（元）": "很多"}, "核实金额"),
        ({"核实结果": "不属实"}, "不属实"),
        ({"核实日期": date(2025, 7, 1)}, "未来"),
        ({"核实日期": date(2025, 5, 1)}, "2025-05-05"),
        ({"校验码（请勿改动）": "5-0-0123456789abcdef"}, "不是本系统发出"),
        ({"校验码（请勿改动）": "x"}, "校验码"),
    ],
)
def test_a_line_with_a_fault_is_told_and_the_others_come_in(
    house: Engine, cells: dict[str, Any], words: str
) -> None:
    good = {"核实结果": "不属实", "核实情况说明": "有批准文件"}
    content = filled(sheet(house), {OVERDUE: REAL | cells, ISSUED_TO_S1: good})
    feedback = bring_in(house, user(), check_feedback(house, user(), "回.xlsx", content))
    (fault,) = feedback.of("fault")
    assert fault.answer.line == HEADINGS + 1
    assert words in fault.reason
    assert (standing(house, OVERDUE).state, standing(house, ISSUED_TO_S1).state) == (
        "issued",
        "not_confirmed",
    )


def test_what_was_changed_meanwhile_is_told_and_beginning_to_check_is_no_change(house: Engine) -> None:
    content = filled(sheet(house), {OVERDUE: REAL, ISSUED_TO_S1: REAL})
    move(house, user(), {OVERDUE: 0}, Step("take_up", fact_date=date(2025, 6, 12)))
    move(house, user(), {ISSUED_TO_S1: 0}, Step("refute", "不是", fact_date=date(2025, 6, 12)))
    feedback = check_feedback(house, user(), "回.xlsx", content)
    assert fates(feedback) == {OVERDUE: "enter", ISSUED_TO_S1: "fault"}
    assert "不属实" in feedback.of("fault")[0].reason
    move(house, user(), {OVERDUE: 1}, Step("refute", "不是", fact_date=date(2025, 6, 25)))
    assert fates(bring_in(house, user(), feedback))[OVERDUE] == "fault", (
        "changed between looking and entering"
    )


def test_a_check_value_is_not_made_without_the_secret_nor_for_another_receiver(house: Engine) -> None:
    with reading(house) as connection:
        row = connection.execute(select(Suspect).where(Suspect.suspect_id == OVERDUE)).one()
    told = ["audit-feedback/1", OVERDUE, 0, row.model_code, f"{row.recorded_at:%Y-%m-%dT%H:%M:%S.%f}"]
    guessed = hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]
    to_another = check_value(OVERDUE, 0, "section:S2", row.recorded_at)
    for value in (f"{OVERDUE}-0-{guessed}", to_another):
        content = filled(sheet(house), {OVERDUE: REAL | {"校验码（请勿改动）": value}})
        assert fates(check_feedback(house, user(), "回.xlsx", content))[OVERDUE] == "fault"


def test_an_answer_of_whom_it_is_not_issued_to_any_more_stays_out(house: Engine) -> None:
    content = filled(sheet(house), {OVERDUE: REAL})
    with writing(house) as connection:
        connection.execute(
            update(SuspectStep).where(SuspectStep.suspect_id == OVERDUE).values(to_section_code=None)
        )
        add_step(connection, OVERDUE, "issued", date(2025, 6, 10), to_section_code="S1")
        add_step(connection, OVERDUE, "issued", date(2025, 6, 11), to_section_code="S2")
    (fault,) = check_feedback(house, user(), "回.xlsx", content).of("fault")
    assert "对象" in fault.reason


def test_who_may_send_and_bring(house: Engine) -> None:
    with pytest.raises(NotPermittedError):
        sheet(house, by=user("leader"))
    with pytest.raises(NothingToSendError):
        sheet(house, receiver=None, suspect_ids=[TO_ISSUE, FOREIGN])
    content = filled(sheet(house), {OVERDUE: REAL})
    with pytest.raises(NotPermittedError):
        check_feedback(house, user("leader"), "回.xlsx", content)
    foreign = check_feedback(house, user("other", section_code="S2"), "回.xlsx", content)
    assert fates(foreign) == {OVERDUE: "fault", ISSUED_TO_S1: "blank"}
    assert fates(check_feedback(house, COMMAND_LINE, "回.xlsx", content))[OVERDUE] == "enter"


def test_a_file_that_is_no_feedback_sheet_is_refused(house: Engine) -> None:
    book = openpyxl.Workbook()
    book.active.append(["编号", "结果"])
    out = io.BytesIO()
    book.save(out)
    for name, content in (("a.xlsx", out.getvalue()), ("a.xlsx", b"PK\x03\x04 no"), ("a.pdf", b"%PDF")):
        with pytest.raises(FileRefusedError):
            check_feedback(house, user(), name, content)


def test_the_command_sends_and_brings_in(
    house: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", str(house.url))
    file = tmp_path / "反馈.xlsx"
    assert main(["suspects", "receivers", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [{"to": "section:S1", "name": "科室1", "suspects": 2}]
    assert main(["suspects", "export", str(file), "--to", "section:S9"]) == 1
    assert main(["suspects", "export", str(file), "--to", "section:S1"]) == 0
    file.write_bytes(filled(file.read_bytes(), {OVERDUE: REAL, ISSUED_TO_S1: REAL | {"核实情况说明": ""}}))
    capsys.readouterr()
    for state, words in (("issued", ["--dry-run"]), ("partly_confirmed", [])):
        assert main(["suspects", "import", str(file), "--json", *words]) == 1, "a line is faulty"
        answer = json.loads(capsys.readouterr().out)
        assert (answer["entered"], [fault["suspect"] for fault in answer["faults"]]) == (1, [ISSUED_TO_S1])
        assert standing(house, OVERDUE).state == state
