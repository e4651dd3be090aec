"""The invented course of the staff: ranks, qualifications, skills, training of five years, and offered tasks.

Everything is dated, so that shares of years gone by can be reckoned; some of the plan's goals are missed.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import Connection

from data.demo.bulk import Row, insert_rows
from data.demo.days import AS_OF_DATE
from data.demo.names import SECTIONS, SOURCE
from data.demo.staff import DemoStaff
from data.schema import StaffChange, StaffRecord, Training, TrainingRecord

_MOMENT = f"{AS_OF_DATE.isoformat()} 09:30:00.000000"
_RANKS = (
    *("member_2", "member_1", "principal_4", "principal_3", "principal_2", "principal_1"),
    *("counsel_4", "counsel_3", "counsel_2", "counsel_1", "inspector_2"),
)
_YEARS = {"counsel_2": 3, "counsel_1": 4}  # in the others two
# The lowest age for each of the ranks above: who is older usually has more, heads always.
_AGES = (0, 25, 27, 30, 33, 36, 40, 45, 50, 54, 57)
_LATE = 0.12  # of the staff have waited longer than their years in rank
_SKILLS = ("finance", "law", "cost", "writing", "environment", "banking")
_DATA_SKILLS = ("sql", "python", "modelling", "gis", "systems")
_CERTIFICATES = ("注册会计师", "法律职业资格", "造价工程师", "信息系统项目管理师")
# kind, title, organiser, month, length in days, hours, share of the staff that takes part
_COURSES = (
    ("law_conduct", "法治和廉政教育", "本局机关党委", 2, 2, 12, 0.55),
    ("data_analysis", "大数据审计轮训（第一期）", "本局电子数据审计科", 4, 5, 40, 0.28),
    ("computer_intermediate", "计算机审计中级培训", "示范省审计厅", 6, 26, 160, 0.09),
    ("audit_business", "投资与资源环境审计实务", "本局法规科", 7, 3, 24, 0.22),
    ("orientation", "新录用人员岗前培训", "本局人事科", 8, 5, 40, 0.03),
    ("data_analysis", "大数据审计轮训（第二期）", "本局电子数据审计科", 9, 5, 40, 0.26),
    ("secondment", "上级审计机关以干代训", "示范省审计厅", 10, 40, 240, 0.04),
    ("data_analysis", "数据分析比武集训", "本局电子数据审计科", 11, 4, 32, 0.12),
    ("audit_business", "法规审理业务培训", "本局法规科", 12, 2, 12, 0.2),
)
_TRAINING_YEARS = range(2022, AS_OF_DATE.year + 1)
_MISSED = 0.09


def write_team(connection: Connection, staff: list[DemoStaff]) -> None:
    """Records, training and proposed changes of the staff."""
    insert_rows(
        connection,
        StaffRecord,
        ("staff_id", "kind", "value", "fact_date", "source", "recorded_at"),
        (
            (member.staff_id, kind, value, day.isoformat(), SOURCE, _MOMENT)
            for member in staff
            for kind, value, day in _records(member)
        ),
    )
    courses = list(_courses())
    insert_rows(
        connection,
        Training,
        (
            "training_id",
            "training_code",
            "title",
            "kind",
            "organiser",
            "planned_start_date",
            "planned_end_date",
            "hours",
            "source",
            "recorded_at",
        ),
        [
            (*course[:5], course[5].isoformat(), course[6].isoformat(), course[7], SOURCE, _MOMENT)
            for course in courses
        ],
    )
    insert_rows(
        connection,
        TrainingRecord,
        ("training_id", "staff_id", "completed_date", "is_passed", "source", "recorded_at"),
        _places(courses, staff),
    )
    insert_rows(
        connection,
        StaffChange,
        ("staff_id", "field", "old_value", "new_value", "fact_date", "reason", "proposed_by", "proposed_at"),
        [
            (68, "education", "bachelor", "master", None, "在职学历，学位证书已取得", "auditor", _MOMENT),
            (66, "certificate", None, "造价工程师", "2026-09-18", "已取得注册证书", "auditor2", _MOMENT),
            (97, "skill", None, "gis", "2026-10-12", "完成地理信息系统应用培训", "dataroom", _MOMENT),
        ],
    )


def _records(member: DemoStaff) -> Iterator[tuple[str, str, date]]:
    """(kind, value, day) of what is on record of a person."""
    dice = random.Random(f"records {member.staff_id}")  # noqa: S311 - invented people
    yield from _ranks(dice, member)
    if member.qualification == "senior":
        yield "qualification", "intermediate", _known(_aged(member, 29))
        yield "qualification", "senior", _known(_aged(member, dice.randint(36, 41)))
    elif member.qualification:
        yield "qualification", member.qualification, _known(_aged(member, dice.randint(25, 34)))
    if member.has_computer_intermediate:
        yield "computer_intermediate", "yes", _known(_aged(member, dice.randint(27, 38)))
    if member.talent:
        yield "talent", member.talent, date(dice.randint(2019, 2025), dice.randint(1, 12), 15)
    if member.is_division_head:
        yield "division_head", "yes", _known(_aged(member, dice.randint(36, 44)))
    is_data = member.section == len(SECTIONS) - 1
    for skill in dice.sample(_SKILLS, dice.randint(0, 2)):
        yield "skill", skill, date(dice.randint(2018, 2025), dice.randint(1, 12), 20)
    for skill in _DATA_SKILLS:
        if dice.random() < (0.6 if is_data else 0.3 if member.has_computer_intermediate else 0.04):
            yield "skill", skill, date(dice.randint(2020, 2026), dice.randint(1, 10), 10)
    if member.is_business and dice.random() < 0.12:
        yield "certificate", dice.choice(_CERTIFICATES), _known(_aged(member, dice.randint(28, 36)))


def _ranks(dice: random.Random, member: DemoStaff) -> Iterator[tuple[str, str, date]]:
    """Up to the present rank, told backwards from it."""
    age = AS_OF_DATE.year - member.birth_date.year
    place = max(index for index, least in enumerate(_AGES) if age >= least)
    place = (
        max(place, _RANKS.index("counsel_4"))
        if member.is_division_head
        else max(0, place - dice.randint(0, 1))
    )
    ended = AS_OF_DATE
    is_present = True
    while place >= 0 and ended > member.joined_date:
        years = _YEARS.get(_RANKS[place], 2)
        if is_present and dice.random() >= _LATE:
            days = dice.randint(20, years * 365 - 2)
        else:
            days = years * 365 + dice.randint(2, 420)
        ended = max(ended - timedelta(days=days), member.joined_date)
        yield "rank", _RANKS[place], ended
        place, is_present = place - 1, False


def _aged(member: DemoStaff, age: int) -> date:
    return date(member.birth_date.year + age, 9, 15)


def _known(day: date) -> date:
    """A day that has come: who is too young for it had it last year."""
    return min(day, date(AS_OF_DATE.year - 1, 9, 15))


Course = tuple[int, str, str, str, str, date, date, int, float]


def _courses() -> Iterator[Course]:
    number = 0
    for year in _TRAINING_YEARS:
        for place, (kind, title, organiser, month, length, hours, share) in enumerate(_COURSES, start=1):
            number += 1
            begins = date(year, month, 10 + place % 5)
            ends = begins + timedelta(days=length - 1)
            yield (
                number,
                f"PX{year}-{place:02d}",
                f"{year}年{title}",
                kind,
                organiser,
                begins,
                ends,
                hours,
                share,
            )


def _places(courses: list[Course], staff: list[DemoStaff]) -> Iterator[Row]:
    for number, code, __, kind, ___, begins, ends, ____, share in courses:
        dice = random.Random(f"training {code}")  # noqa: S311 - invented courses
        for member in staff:
            if member.joined_date > begins or (member.left_date and member.left_date <= begins):
                continue
            is_young = AS_OF_DATE.year - member.birth_date.year < 50
            chance = share * (1.35 if is_young and kind == "data_analysis" else 1)
            if dice.random() >= chance:
                continue
            is_done = ends <= AS_OF_DATE and dice.random() >= _MISSED
            passed = int(dice.random() < 0.85) if kind == "computer_intermediate" and is_done else None
            yield number, member.staff_id, ends.isoformat() if is_done else None, passed, SOURCE, _MOMENT
