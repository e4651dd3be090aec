"""The invented use of two data rooms: a year of bookings, and what waits in the week of the as-of day."""

import random
from datetime import date

from sqlalchemy import Connection, select

from data import bureau
from data.demo.bulk import Row, insert_rows
from data.demo.days import AS_OF, AS_OF_DATE, as_date, day
from data.demo.names import EXEMPLARY_SECTION
from data.schema import Project, RoomBooking

_ROOMS = ("第一数据分析室", "第二数据分析室")
_PEOPLE = ("auditor", "section", "auditor2", "auditor")
_BOUND, _BOUND_TO = "auditor2", EXEMPLARY_SECTION  # this account sees the projects of one section
_PURPOSES = (
    "比对预算指标与国库支付明细",
    "核对部门会计凭证",
    "分析医保结算数据",
    "工程结算与合同数据关联分析",
    "整理审计数据目录",
)
_FIRST = day(date(2026, 1, 12))
_AHEAD = 10  # days
_HOURS = ((9, 12), (14, 17))
_BOOKED, _REFUSED, _UNUSED, _WITHDRAWN = 0.34, 0.05, 0.08, 0.04


def write_room_bookings(connection: Connection) -> None:
    """Write them after the projects: granted by the data room, undecided those of the coming days."""
    dice = random.Random("data rooms")  # noqa: S311 - invented data
    known = select(Project.project_id, Project.section_code).where(
        Project.plan_year == AS_OF_DATE.year, ~Project.is_draft, Project.section_code.is_not(None)
    )
    projects = connection.execute(known.order_by(Project.project_id)).all()
    of_own = [project for project in projects if project.section_code == _BOUND_TO]
    if not of_own:  # the smallest demonstrations have next to no projects
        return
    rows: list[Row] = []
    for number in range(_FIRST, AS_OF + _AHEAD + 1):
        if as_date(number).weekday() >= 5:
            continue
        for room in _ROOMS:
            for first, last in _HOURS:
                if dice.random() >= _BOOKED:
                    continue
                person, purpose = dice.choice(_PEOPLE), dice.choice(_PURPOSES)
                project = dice.choice(of_own if person == _BOUND else projects)
                span = (_moment(number, first), _moment(number, last), purpose)
                owner = (room, person, project.project_id, project.section_code)
                asked = max(_FIRST, min(number, AS_OF) - dice.randrange(1, 6))
                rows.append((*owner, *span, _moment(asked, 8), *_fate(dice, number, first, last, asked)))
    columns = (
        "room",
        "user_name",
        "project_id",
        "section_code",
        "begins_at",
        "ends_at",
        "purpose",
        "asked_at",
        "is_granted",
        "decided_by",
        "decided_at",
        "note",
        "entered_at",
        "left_at",
        "withdrawn_at",
    )
    insert_rows(connection, RoomBooking, columns, rows)
    bureau.set_value(connection, "data_rooms", "\n".join(_ROOMS))


def _fate(dice: random.Random, number: int, first: int, last: int, asked: int) -> Row:
    """is_granted, decided_by, decided_at, note, entered_at, left_at, withdrawn_at."""
    fate = dice.random()
    decided = _moment(asked, 10)
    minute = dice.randrange(0, 25)
    if number > AS_OF and fate < 0.5:
        return (None, None, None, None, None, None, None)
    if fate < _REFUSED:
        return (0, "dataroom", decided, "当日设备检修", None, None, None)
    if fate < _REFUSED + _WITHDRAWN:
        return (1, "dataroom", decided, None, None, None, _moment(asked, 11))
    if number >= AS_OF or fate < _REFUSED + _WITHDRAWN + _UNUSED:
        return (1, "dataroom", decided, None, None, None, None)
    return (
        1,
        "dataroom",
        decided,
        None,
        _moment(number, first, minute),
        _moment(number, last, minute // 2),
        None,
    )


def _moment(number: int, hour: int, minute: int = 0) -> str:
    """An hour of a working day in China as both engines keep it: eight hours less in UTC, on the same day."""
    return f"{as_date(number).isoformat()} {hour - 8:02d}:{minute:02d}:00.000000"
