"""Steps that come in files: the unit's answers on a signed sheet, and mass steps from the command line."""

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import Engine, func, select

from data.access.roles import NotPermittedError
from data.closing import answers as answers_module
from data.closing.answers import Checked, bring_in, check_answers
from data.closing.moving import Outcome, take_steps
from data.closing.step_file import read_steps
from data.engine import reading, writing
from data.intake.refused import FileRefusedError
from data.ledger.deciding_repeats import decide_repeats, decided_until
from data.schema import Event, Milestone
from data.signed_sheet import CheckedSheet
from manage import main
from queries.exporting.answer_sheet import asked_units, export_answer_sheet
from queries.filters import EVERYTHING
from queries.source import open_source
from tests.app_pages import account
from tests.closing_rows import CLERK, ELSEWHERE, REVIEW, SECTION, TODAY, done, prepare, prove, standing, walk
from tests.ledger_rows import add_finding, settle

FILLED = {
    "整改结果": "仍在整改",
    "整改情况": "追回 3 元",
    "整改方式": "没收",
    "本次整改金额（元）": 3,
    "填报人": "张某",
}


@pytest.fixture
def house(sqlite_engine: Engine) -> Engine:
    prepare(sqlite_engine)
    walk(sqlite_engine, "notify")
    with writing(sqlite_engine) as connection:
        add_finding(connection, amount_fen=500, due=date(2024, 9, 1))
        account(connection, "clerk", frozenset({"rectification"}))
        settle(connection)
    return sqlite_engine


def sheet_out(engine: Engine) -> openpyxl.Workbook:
    source = open_source(engine)
    (unit,) = asked_units(source, TODAY, EVERYTHING)
    assert unit.findings == 2
    return openpyxl.load_workbook(io.BytesIO(export_answer_sheet(engine, source, CLERK, TODAY, unit)))


def filled(book: openpyxl.Workbook, *answers: dict[str, Any]) -> bytes:
    sheet = book.active
    places = {cell.value: cell.column for cell in sheet[3]}
    for row, answer in enumerate(answers, start=4):
        for name, value in answer.items():
            sheet.cell(row, places[name]).value = value
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def fates(answers: CheckedSheet[Checked]) -> list[str]:
    return [line.fate for line in answers.lines]


def test_a_sheet_goes_out_and_comes_back(house: Engine) -> None:
    kind = {**FILLED, "整改方式": "追回"}
    content = filled(sheet_out(house), kind, {})
    checked = check_answers(house, CLERK, "反馈.xlsx", content)
    assert fates(checked) == ["enter", "blank"], [line.reason for line in checked.lines]
    assert standing(house).rectified_fen == 0, "nothing is written before it was seen"
    bring_in(house, CLERK, checked)
    assert standing(house).rectified_fen == 300
    with reading(house) as connection:
        row = connection.execute(select(Milestone.note).where(Milestone.kind == "progressed")).one()
        files = connection.scalar(select(func.count()).where(Event.kind == "finding_steps_brought_in"))
    assert (row.note, files) == ("追回 3 元（填报人：张某）", 1)
    again = check_answers(house, CLERK, "反馈.xlsx", content)
    assert fates(bring_in(house, CLERK, again)) == ["same", "blank"], "the same sheet changes nothing"
    assert standing(house).rectified_fen == 300


def test_what_does_not_fit_stays_out_with_its_reason(house: Engine) -> None:
    book = sheet_out(house)
    sound = {**FILLED, "整改方式": "追回"}
    places = {cell.value: cell.column for cell in book.active[3]}
    number = book.active.cell(4, places["校验码（请勿改动）"])
    genuine = str(number.value)
    other = "1" if genuine.endswith("0") else "0"
    forged = check_answers(
        house, CLERK, "x.xlsx", filled(book, sound | {"校验码（请勿改动）": genuine[:-1] + other})
    )
    assert "不是从本系统" in forged.lines[0].reason
    unknown = check_answers(house, CLERK, "x.xlsx", filled(book, FILLED | {"校验码（请勿改动）": genuine}))
    assert "没收" in unknown.lines[0].reason
    wrong = check_answers(house, CLERK, "x.xlsx", filled(book, sound | {"整改结果": "改好了"}))
    assert wrong.lines[0].reason == "“改好了”不是整改结果，可填：已制定措施、仍在整改、已整改完毕。"
    whole = check_answers(house, CLERK, "x.xlsx", filled(book, sound | {"整改结果": "已整改完毕"}))
    assert "证明" in whole.lines[0].reason
    content = filled(book, sound | {"整改结果": "仍在整改"})
    prove(house, 1)
    done(house, CLERK, "submit", note="已改", fact_date=TODAY)
    late = check_answers(house, CLERK, "x.xlsx", content)
    assert "已办理到其他环节" in late.lines[0].reason
    with pytest.raises(NotPermittedError):
        check_answers(house, SECTION, "x.xlsx", content)
    with pytest.raises(FileRefusedError):
        check_answers(house, CLERK, "x.csv", "甲,乙\n1,2\n".encode())


def test_more_than_was_found_is_told_and_yet_entered(house: Engine) -> None:
    answer = {**FILLED, "整改方式": "追回", "本次整改金额（元）": 10}
    (exact, _other) = check_answers(house, CLERK, "x.xlsx", filled(sheet_out(house), answer)).lines
    assert (exact.fate, exact.reason) == ("enter", "")
    more = filled(sheet_out(house), answer | {"本次整改金额（元）": 10.01})
    checked = check_answers(house, CLERK, "x.xlsx", more)
    assert checked.lines[0].fate == "enter"
    assert "大于问题金额" in checked.lines[0].reason
    bring_in(house, CLERK, checked)
    assert standing(house).rectified_fen == 1001


def raised(engine: Engine) -> None:
    """Raise the revision of the first finding by what is no step; an import does the same."""
    with reading(engine) as connection:
        seen = decided_until(connection, [1])
    decide_repeats(engine, REVIEW, {1: None}, seen, is_repeat=False, reason="情形不同")


def test_a_sheet_that_two_people_enter_at_once_counts_once(
    house: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = filled(sheet_out(house), {**FILLED, "整改方式": "追回"})
    checked = check_answers(house, CLERK, "反馈.xlsx", content)

    def after_the_other(*asked: Any, **said: Any) -> tuple[Outcome, ...]:
        monkeypatch.setattr(answers_module, "take_steps", take_steps)
        other = bring_in(house, replace(CLERK, user_name="other"), checked)
        assert fates(other) == ["enter", "blank"]
        return take_steps(*asked, **said)

    monkeypatch.setattr(answers_module, "take_steps", after_the_other)
    entered = bring_in(house, CLERK, checked)
    assert fates(entered) == ["fault", "blank"]
    assert "其他人" in entered.lines[0].reason
    assert standing(house).rectified_fen == 300


def test_what_raises_the_revision_and_is_no_step_makes_no_answer_old_or_the_same(house: Engine) -> None:
    sound = {**FILLED, "整改方式": "追回"}
    first = filled(sheet_out(house), sound)
    raised(house)
    checked = check_answers(house, CLERK, "一月.xlsx", first)
    assert fates(bring_in(house, CLERK, checked)) == ["enter", "blank"], checked.lines[0].reason
    second = filled(sheet_out(house), sound)
    raised(house)
    checked = check_answers(house, CLERK, "二月.xlsx", second)
    assert fates(bring_in(house, CLERK, checked)) == ["enter", "blank"], "the words of last month, said anew"
    assert standing(house).rectified_fen == 600
    assert fates(check_answers(house, CLERK, "二月.xlsx", second)) == ["same", "blank"]


def test_the_same_words_with_another_amount_are_told(house: Engine) -> None:
    book = sheet_out(house)
    sound = {**FILLED, "整改方式": "追回"}
    bring_in(house, CLERK, check_answers(house, CLERK, "反馈.xlsx", filled(book, sound)))
    for other in ({"本次整改金额（元）": 5}, {"整改方式": "上缴"}, {"本次整改金额（元）": ""}):
        told = check_answers(house, CLERK, "反馈.xlsx", filled(book, sound | other))
        assert fates(told) == ["fault", "blank"]
        assert "金额" in told.lines[0].reason
    assert fates(check_answers(house, CLERK, "反馈.xlsx", filled(book, sound))) == ["same", "blank"]


def test_looking_at_a_sheet_of_another_district_leaves_no_trace(house: Engine) -> None:
    content = filled(sheet_out(house), {**FILLED, "整改方式": "追回"})
    refused = select(func.count()).where(Event.kind == "action_refused")
    checked = check_answers(house, ELSEWHERE, "反馈.xlsx", content)
    assert "其他科室或地区" in checked.lines[0].reason
    with reading(house) as connection:
        assert connection.scalar(refused) == 0
    # It was no line to enter for them; who asks all the same is recorded.
    bring_in(house, ELSEWHERE, checked)
    with reading(house) as connection:
        assert connection.scalar(refused) == 1


STEPS = """问题编号,步骤,发生日期,文号,情况说明或理由,整改类型,新期限,阶段目标
F1,报送措施,2024-03-05,,制定方案,,,
F2,notify,2024-03-05,审整2号,,分阶段整改,,2024-05-31 清算；2024-09-30 收回
F2,填报进展,2024-03-06,,开始清算,,,
F9,填报进展,2024-03-06,,无此问题,,,
F1,认不得,2024-03-06,,x,,,
"""


def test_mass_steps_by_the_same_rules(
    house: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", house.url.render_as_string(hide_password=False))
    file = tmp_path / "steps.csv"
    file.write_text(STEPS, encoding="utf-8")
    with reading(house) as connection:
        assert len(read_steps(connection, file.name, file.read_bytes())) == 5
    arguments = ["findings", "apply", str(file), "--as", "clerk", "--json"]
    assert main([*arguments, "--dry-run"]) == 1
    dry = json.loads(capsys.readouterr().out)
    assert standing(house).revision == 1
    assert main(arguments) == 1
    told = json.loads(capsys.readouterr().out)
    assert told == dry, "a dry run tells what then happens"
    assert [line["taken"] for line in told["lines"]] == [True, False, True, False, False]
    assert "现在不能" in told["lines"][1]["reason"], "the ledger has told that unit its limit already"
    assert main(["findings", "apply", str(file), "--as", "nobody"]) == 2


@pytest.mark.parametrize("heading", ["日期", "说明", "步骤"], ids=["unknown", "unknown too", "twice"])
def test_a_column_that_nobody_would_read_keeps_the_file_out(house: Engine, heading: str) -> None:
    """The day under another heading would be today's, and nobody would see it."""
    content = f"问题编号,步骤,{heading}\nF1,报送措施,2024-03-06\n".encode()
    with reading(house) as connection, pytest.raises(FileRefusedError, match=f"列：{heading}。"):
        read_steps(connection, "步骤.csv", content)
