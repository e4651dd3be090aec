"""Tasks put up and their steps from a file: the rules and the events of the page."""

import json
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine, select

from data.access.roles import NotPermittedError
from data.bureau import set_value
from data.engine import reading, writing
from data.events import first_broken_link
from data.registers.preview import Preview
from data.schema import Event, Offer, OfferStep, Staff
from data.team.offers import decide, deliver, turn_of
from tests.app_pages import account
from tests.ledger_rows import add_house
from tests.register_files import brought, counted, reasons
from tests.team_rows import add_auditor
from tests.test_team_writing import ROLES, user

TODAY = date(2026, 6, 30)
OFFER = {
    "榜单编号": "JB2026-901",
    "任务名称": "模型研发",
    "交付要求": "三个模型",
    "张榜日期": "2026-03-02",
    "交付期限": "2026-06-30",
    "科室": "S1",
}


def settled(engine: Engine) -> Engine:
    """Four of section S1 with accounts, of whom T3 heads it and T4 is personnel."""
    with writing(engine) as connection:
        add_house(connection)
        set_value(connection, "as_of", TODAY.isoformat())
        for number in range(1, 5):
            add_auditor(connection, 900 + number, staff_code=f"T{number}")
        for name, (role, code, section) in ROLES.items():
            account(connection, name, frozenset({role}), staff_code=code, section_code=section)
    return engine


@pytest.fixture
def team(engine: Engine) -> Engine:
    """The team on every database."""
    return settled(engine)


@pytest.fixture
def sqlite_team(sqlite_engine: Engine) -> Engine:
    """The team where one database is enough."""
    return settled(sqlite_engine)


def step(kind: str, day: str, code: str = "", note: str = "") -> dict[str, str]:
    return {"榜单编号": "JB2026-901", "步骤": kind, "步骤日期": day, "工号": code, "步骤说明": note}


def rows(engine: Engine, *said: dict[str, str], who: str = "hr") -> Preview:
    wanted = [dict.fromkeys((*OFFER, *step("", "")), "") | each for each in said]
    return brought(engine, "offers", *wanted, user=user(who))


COURSE = (
    OFFER | step("揭榜", "2026-03-04", "T1", "做过"),
    step("揭榜", "2026-03-05", "T2"),
    step("定榜", "2026-03-09", "T1"),
    step("交付", "2026-05-06"),
    step("退回", "2026-05-08", note="补测试"),
)


def kinds(engine: Engine) -> list[str]:
    with reading(engine) as connection:
        found = connection.scalars(select(Event.kind).order_by(Event.event_id))
        return [kind for kind in found if kind.startswith("offer_")]


def test_the_event_of_a_step_names_the_whole_number(sqlite_team: Engine) -> None:
    done = rows(sqlite_team, OFFER | step("揭榜", "2026-03-04", "T1") | {"榜单编号": "揭榜 901"})
    assert done.refused_rows == 0, reasons(done)
    with reading(sqlite_team) as connection:
        told = select(Event.detail).where(Event.kind == "offer_step_taken")
        assert json.loads(connection.scalars(told).one())["offer_code"] == "揭榜 901"


def test_a_course_comes_in_with_the_events_of_the_page_and_goes_on_there(team: Engine) -> None:
    done = rows(team, *COURSE)
    assert done.refused_rows == 0, reasons(done)
    assert kinds(team) == ["offer_put_up", *["offer_step_taken"] * 5]
    assert counted(rows(team, *COURSE)) == (0, 0, 5, 0), "once more changes nothing"
    with reading(team) as connection:
        offer = connection.execute(select(Offer.__table__)).one()
        stands = select(OfferStep.kind, Staff.staff_code, OfferStep.fact_date, OfferStep.note)
        steps = connection.execute(
            stands.join(Staff, Staff.staff_id == OfferStep.staff_id).order_by(OfferStep.offer_step_id)
        ).all()
        assert first_broken_link(connection)[0] is None
    assert (offer.offer_code, offer.section_code, offer.offered_by) == ("JB2026-901", "S1", "hr")
    assert [tuple(each) for each in steps] == [
        ("claimed", "T1", date(2026, 3, 4), "做过"),
        ("claimed", "T2", date(2026, 3, 5), None),
        ("chosen", "T1", date(2026, 3, 9), None),
        ("delivered", "T1", date(2026, 5, 6), None),
        ("returned", "T1", date(2026, 5, 8), "补测试"),
    ]
    deliver(team, user("anna"), offer.offer_id, "已补")
    decide(team, user("head"), offer.offer_id, "accepted")
    with reading(team) as connection:
        assert turn_of(connection, offer.offer_id) == "accepted"


def test_a_step_waits_for_the_row_of_the_step_before(team: Engine) -> None:
    assert rows(team, *COURSE[:2], COURSE[3], COURSE[2]).refused_rows == 0
    with reading(team) as connection:
        assert turn_of(connection, 1) == "delivered"


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (step("验收", "2026-03-20"), "步骤"),  # nothing was delivered
        (step("交付", "2026-03-20", "T2"), "工号"),  # somebody else leads it
        (step("揭榜", "2026-03-20", "T3"), "步骤"),  # it is given away
        (step("交付", "2026-03-08"), "步骤日期"),  # before it was given
        (step("交付", "2026-07-01"), "步骤日期"),  # after today
        (step("撤榜", "2026-03-20"), "步骤说明"),  # without a reason
        (step("交付", ""), "步骤日期"),
        (step("揭榜", "2026-03-04", "T1", "另一说法"), "步骤说明"),
        (OFFER | {"任务名称": "另一任务"}, "任务名称"),
        (OFFER | {"榜单编号": "JB2026-902", "交付期限": "2026-03-02"}, "交付期限"),
        (OFFER | {"榜单编号": "JB2026-902", "科室": "没有的科室"}, "科室"),
        (OFFER | {"榜单编号": "JB2026-902", "任务名称": "长" * 101}, "任务名称"),
        (OFFER | step("定榜", "2026-03-20", "T2") | {"榜单编号": "JB2026-902"}, "工号"),  # did not claim it
    ],
)
def test_what_the_page_refuses_a_file_does_not_bring(
    sqlite_team: Engine, row: dict[str, str], column: str
) -> None:
    assert rows(sqlite_team, *COURSE[:3]).refused_rows == 0
    before = kinds(sqlite_team)
    done = rows(sqlite_team, row)
    assert counted(done) == (0, 0, 0, 1)
    assert [refusal.column for refusal in done.refused] == [column]
    assert kinds(sqlite_team) == before


def test_who_may_bring_what(sqlite_team: Engine) -> None:
    with pytest.raises(NotPermittedError):
        rows(sqlite_team, OFFER, who="anna")
    assert rows(sqlite_team, OFFER, who="other").refused_rows == 1, "of another section"
    own = (OFFER | step("揭榜", "2026-03-04", "T3"), step("定榜", "2026-03-09", "T3"))
    assert counted(rows(sqlite_team, *own, who="head")) == (1, 0, 0, 1), "nobody chooses oneself"
    assert rows(sqlite_team, own[1]).refused_rows == 0


def test_who_is_bound_to_a_region_brings_offers_as_on_the_page(sqlite_team: Engine) -> None:
    bound = replace(user("hr"), region_code="990101")
    row = dict.fromkeys((*OFFER, *step("", "")), "") | OFFER
    assert counted(brought(sqlite_team, "offers", row, user=bound)) == (1, 0, 0, 0)
    elsewhere = replace(bound, section_code="S2")
    again = row | {"榜单编号": "JB2026-902"}
    assert counted(brought(sqlite_team, "offers", again, user=elsewhere)) == (0, 0, 0, 1)
