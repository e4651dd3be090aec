"""A later year of the calendar comes in whole or not at all; every change numbers the working days anew."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, select

from data.access.roles import NotPermittedError, User
from data.engine import connect_to, data_version, reading, writing
from data.events import first_broken_link
from data.initialise import initialise
from data.intake.refused import FileRefusedError
from data.planning.calendar_change import CalendarDayError, change_day, import_calendar, preview
from data.planning.calendar_file import read_calendar_file
from data.reference_data import shipped_years
from data.schema import CalendarDay, Event
from manage import main
from tests.ledger_rows import settle
from tests.progress_rows import add_calendar
from tests.working_days import OutsideCalendarError, calendar_limits, working_days_between

PLANNER = User("planner", "计划", frozenset({"planning"}))
AUDITOR = User("auditor", "审计", frozenset({"auditor"}))
OFF = ("01-01", "05-01", "10-01", "10-04", "10-05")


def notice(year: int, *, off: tuple[str, ...] = OFF, made_up: tuple[str, ...] = ("10-10",)) -> bytes:
    """An invented arrangement in the JSON of the yearly notices."""
    days = [{"name": "节", "date": f"{year}-{day}", "isOffDay": True} for day in off]
    days += [{"name": "节", "date": f"{year}-{day}", "isOffDay": False} for day in made_up]
    return json.dumps({"year": year, "papers": [], "days": days}).encode()


@pytest.fixture
def calendar_engine(engine: Engine) -> Engine:
    with writing(engine) as connection:
        add_calendar(connection)
        settle(connection)
    return engine


def numbers_run_on(engine: Engine) -> bool:
    with reading(engine) as connection:
        rows = connection.execute(
            select(CalendarDay.day, CalendarDay.is_working_day, CalendarDay.working_day_number).order_by(
                CalendarDay.day
            )
        ).all()
    number = 0
    for place, (day, works, found) in enumerate(rows):
        number += works
        if found != number or day != rows[0].day + timedelta(days=place):
            return False
    return True


def test_a_year_is_previewed_and_then_written_with_one_event(calendar_engine: Engine) -> None:
    file = read_calendar_file("2027.json", notice(2027))
    (year,) = preview(calendar_engine, file)
    # 261 weekdays of 2027; 1 January, 1, 4 and 5 October off (1 May is a Saturday); Sunday 10 October worked.
    assert (year.is_new, year.working_days, year.changes) == (True, 261 - 4 + 1, ())
    with reading(calendar_engine) as connection:
        before = data_version(connection)
        assert calendar_limits(connection) == (date(2021, 1, 1), date(2026, 12, 31))
    event_id = import_calendar(calendar_engine, file, PLANNER)
    with reading(calendar_engine) as connection:
        assert data_version(connection) == event_id == before + 1
        assert calendar_limits(connection) == (date(2021, 1, 1), date(2027, 12, 31))
        assert working_days_between(connection, date(2026, 12, 31), date(2027, 1, 4)) == 2
        assert working_days_between(connection, date(2027, 1, 1), date(2027, 12, 31)) == 258
        assert first_broken_link(connection)[0] is None
    assert numbers_run_on(calendar_engine)
    assert import_calendar(calendar_engine, file, PLANNER) is None


def test_importing_a_known_year_changes_only_what_differs(calendar_engine: Engine) -> None:
    shipped = shipped_years()
    assert sum(len(year.changes) for year in preview(calendar_engine, shipped)) == 0
    other = read_calendar_file("2026.json", notice(2026))
    (year,) = preview(calendar_engine, other)
    assert not year.is_new
    made_up = next(change for change in year.changes if change.day == date(2026, 5, 9))
    assert (made_up.before, made_up.after) == ((True, "劳动节"), (False, None))
    import_calendar(calendar_engine, other, PLANNER)
    assert numbers_run_on(calendar_engine)
    with reading(calendar_engine) as connection:
        assert working_days_between(connection, date(2026, 5, 9), date(2026, 5, 10)) == 0


def test_a_year_before_the_calendar_numbers_all_of_it_anew(calendar_engine: Engine) -> None:
    import_calendar(calendar_engine, read_calendar_file("2020.json", notice(2020, made_up=())), PLANNER)
    assert numbers_run_on(calendar_engine)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("2027.json", json.dumps({"year": 2027, "papers": [], "days": []}).encode(), "2027 年的清单是空的"),
        ("2027.json", notice(2027).replace(b"2027-10-05", b"2028-10-05"), "却列有 2028-10-05"),
        ("2027.json", notice(2027, off=(*OFF, "10-04")), "2027-10-04 重复"),
        ("2027.json", notice(2027, off=OFF, made_up=("10-04",)), "2027-10-04 重复"),
        ("2027.json", notice(2027, off=("01-01", "05-01")), "没有 2027-10-01"),
        ("2027.json", b'{"year": 2027, "days": [{"date": "2027-02-30"}]}', "JSON 或 CSV"),
        ("2027.json", notice(2027).replace(b"true", b'"yes"'), "JSON 或 CSV"),
        ("2027.csv", "日期,姓名\n2027-01-01,元旦\n".encode(), "JSON 或 CSV"),
        ("2027.csv", "日期".encode("gb18030"), "JSON 或 CSV"),
        ("2028.json", notice(2028), "请先导入 2027 年"),
    ],
    ids=[
        "empty",
        "wrong year",
        "twice off",
        "off and worked",
        "cut short",
        "no day",
        "no truth",
        "columns",
        "code",
        "gap",
    ],
)
def test_what_is_no_whole_year_is_refused_and_nothing_is_written(
    calendar_engine: Engine, name: str, data: bytes, words: str
) -> None:
    with pytest.raises(FileRefusedError, match=words):
        import_calendar(calendar_engine, read_calendar_file(name, data), PLANNER)
    with reading(calendar_engine) as connection:
        assert calendar_limits(connection) == (date(2021, 1, 1), date(2026, 12, 31))
        with pytest.raises(OutsideCalendarError):
            working_days_between(connection, date(2026, 12, 31), date(2027, 1, 4))


def test_the_collected_notice_of_2027_is_refused_as_not_announced(shared_data) -> None:
    file = shared_data / "cn_holidays/2027.json"
    with pytest.raises(FileRefusedError, match="尚未公布"):
        read_calendar_file(file.name, file.read_bytes())
    file = shared_data / "cn_holidays/2026.json"
    assert read_calendar_file(file.name, file.read_bytes()).years[2026] == shipped_years().years[2026]


def test_a_day_is_corrected_and_everything_after_it_numbered_anew(calendar_engine: Engine) -> None:
    day = date(2026, 9, 3)
    change_day(calendar_engine, PLANNER, day, is_working_day=False, name="纪念日")
    change_day(calendar_engine, PLANNER, day, is_working_day=False, name="纪念日 ")
    assert numbers_run_on(calendar_engine)
    with reading(calendar_engine) as connection:
        assert working_days_between(connection, date(2026, 9, 2), date(2026, 9, 4)) == 2
        events = connection.scalars(select(Event.detail).where(Event.kind == "calendar_day_changed")).all()
    assert [json.loads(detail)["after"] for detail in events] == [
        {"holiday_name": "纪念日", "is_working_day": False}
    ]
    with pytest.raises(CalendarDayError):
        change_day(calendar_engine, PLANNER, date(2027, 1, 1), is_working_day=False, name=None)


def test_others_may_not_change_the_calendar(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        add_calendar(connection)
    with pytest.raises(NotPermittedError):
        import_calendar(sqlite_engine, read_calendar_file("2027.json", notice(2027)), AUDITOR)
    with pytest.raises(NotPermittedError):
        change_day(sqlite_engine, AUDITOR, date(2026, 9, 3), is_working_day=False, name=None)
    with reading(sqlite_engine) as connection:
        refused = connection.scalars(select(Event.kind)).all()
    assert refused == ["action_refused", "action_refused"]


def test_whoever_is_bound_to_a_part_does_not_change_the_calendar_of_all(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        add_calendar(connection)
    for part in ({"section_code": "S1"}, {"region_code": "990101"}):
        bound = replace(PLANNER, **part)
        with pytest.raises(NotPermittedError):
            import_calendar(sqlite_engine, read_calendar_file("2027.json", notice(2027)), bound)
        with pytest.raises(NotPermittedError):
            change_day(sqlite_engine, bound, date(2026, 9, 3), is_working_day=False, name=None)
    with reading(sqlite_engine) as connection:
        assert connection.scalars(select(Event.kind)).all() == ["action_refused"] * 4


def test_an_upgrade_adds_the_years_that_are_shipped_newly_and_leaves_the_others(
    sqlite_engine: Engine,
) -> None:
    initialise(sqlite_engine, is_demo=False)
    with writing(sqlite_engine) as connection:
        connection.execute(CalendarDay.__table__.delete().where(CalendarDay.day >= date(2026, 1, 1)))
    change_day(sqlite_engine, PLANNER, date(2025, 9, 3), is_working_day=False, name="纪念日")
    assert initialise(sqlite_engine, is_demo=False).calendar_years == (2026,)
    assert numbers_run_on(sqlite_engine)
    with reading(sqlite_engine) as connection:
        assert (
            connection.scalar(select(CalendarDay.holiday_name).where(CalendarDay.day == date(2025, 9, 3)))
            == "纪念日"
        )
    assert initialise(sqlite_engine, is_demo=False).calendar_years == ()


def test_the_command_says_what_it_would_do_and_does_it(
    sqlite_engine: Engine, tmp_path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", str(sqlite_engine.url))
    with writing(sqlite_engine) as connection:
        add_calendar(connection)
    file, empty = tmp_path / "2027.json", tmp_path / "none.json"
    file.write_bytes(notice(2027))
    empty.write_text('{"year": 2027, "days": []}')
    assert main(["import", "calendar", str(file), "--dry-run"]) == 0
    assert "试运行" in capsys.readouterr().out
    assert main(["import", "calendar", str(empty)]) == 1
    assert "尚未公布" in capsys.readouterr().err
    assert main(["import", "calendar", str(file)]) == 0
    assert "2027 年：新增，工作日 258 天" in capsys.readouterr().out
    with reading(connect_to(str(sqlite_engine.url))) as connection:
        assert calendar_limits(connection) == (date(2021, 1, 1), date(2027, 12, 31))
