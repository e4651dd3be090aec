"""The invented documents in and out of two years, the files in the archive, and who borrowed them."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
from sqlalchemy import Connection, text

from data.demo.bulk import Row, insert_rows
from data.demo.days import AS_OF, DATE_TEXT, MOMENT_TEXT, as_date, day, on_working_day
from data.demo.names import CITY_NAME, SECTIONS, SOURCE
from data.demo.projects import DemoProject, auditor
from data.schema import ArchiveFile, ArchiveLoan, Document, DocumentLink, DocumentStep

_FIRST = day(date(2025, 1, 6))
_PACE = (1, 2)  # days between two documents
_LATE, _EXTENDED, _STUCK = 0.14, 0.05, 0.25
_IN = (
    ("notice", "关于印发{year}年度审计项目计划的通知", "示范省审计厅", None),
    ("letter", "关于报送审计整改情况的函", f"{CITY_NAME}人民代表大会常务委员会办公室", 15),
    ("notice", "关于开展专项资金绩效检查的通知", f"{CITY_NAME}人民政府办公室", 10),
    ("letter", "关于协助提供审计资料的函", f"{CITY_NAME}纪委监委", 7),
    ("request", "关于延长审计整改期限的请示", "{unit}", 10),
    ("report", "关于审计查出问题整改情况的报告", "{unit}", 20),
    ("opinion", "关于做好年度督查工作的意见", f"{CITY_NAME}委办公室", None),
    ("letter", "关于审计结果征求意见的复函", "{unit}", 10),
    ("minutes", "市委审计委员会会议纪要", f"{CITY_NAME}委审计委员会办公室", 30),
)
_OUT = (
    ("notice", "审计通知书：{project}", "{unit}", None),
    ("letter", "审计征求意见函：{project}", "{unit}", 10),
    ("report", "关于审计整改情况的报告", f"{CITY_NAME}人民政府", None),
    ("letter", "关于商请移送问题线索的函", f"{CITY_NAME}纪委监委", 30),
    ("bulletin", "审计信息第{number}期", f"{CITY_NAME}委办公室", None),
    ("reply", "关于同意调整审计项目计划的批复", "澄砚区审计局", None),
)
_PURPOSES = ("核对以前年度审计结论", "编写案例", "整改跟踪检查", "审前调查")
_BORROWERS = (("auditor", None), ("section", None), ("auditor2", "SBSJ"), ("planning", None))
_KEPT = {41, 43}
_FILED = 240  # newest projects whose files the archive has


def write_documents(connection: Connection, projects: list[DemoProject]) -> None:
    """Documents with steps and links, then the archive and its loans."""
    running = [project for project in projects if project.actual[2] >= _FIRST and project.actual[2] <= AS_OF]
    findings = connection.execute(
        text(
            "select finding_id, project_id from finding where found_date >= :first"
            " order by finding_id limit 400"
        ),
        {"first": as_date(_FIRST)},
    ).all()
    if not running or not findings:  # the smallest demonstrations have next to no projects
        return
    documents, steps, links = [], [], []
    for row, told, link in _documents(running, [tuple(entry) for entry in findings]):
        documents.append(row)
        steps += told
        links += link
    insert_rows(
        connection,
        Document,
        (
            "document_id",
            "register_code",
            "direction",
            "document_type",
            "document_number",
            "title",
            "counterparty",
            "urgency",
            "registered_date",
            "due_date",
            "section_code",
            "responsible_person",
            "source",
            "recorded_at",
        ),
        documents,
    )
    columns = ("document_id", "kind", "fact_date", "new_due_date", "section_code", "note", "recorded_at")
    insert_rows(connection, DocumentStep, columns, steps)
    insert_rows(connection, DocumentLink, ("document_id", "project_id", "finding_id"), links)
    _write_archive(connection, projects)


def _documents(
    running: list[DemoProject], findings: list[tuple[int, int]]
) -> Iterator[tuple[Row, list[Row], list[Row]]]:
    dice = random.Random("documents")  # noqa: S311 - invented documents
    numbers = {"in": 0, "out": 0}
    year, number, each = 0, 0, _FIRST
    while each <= AS_OF:
        if as_date(each).year != year:
            year, numbers = as_date(each).year, {"in": 0, "out": 0}
        direction = "in" if dice.random() < 0.6 else "out"
        kind, title, other, days = dice.choice(_IN if direction == "in" else _OUT)
        project = dice.choice(running)
        number += 1
        numbers[direction] += 1
        words = {
            "year": year,
            "unit": project.unit.name,
            "project": project.name,
            "number": numbers[direction],
        }
        mark = "收" if direction == "in" else "发"
        due = None if days is None else _working(each + days)
        is_assigned = each < AS_OF - 1 or dice.random() < 0.4
        section = dice.randrange(len(SECTIONS)) if "{unit}" not in other else project.section
        held = SECTIONS[section].code
        told: list[Row] = []
        if direction == "in" and is_assigned:
            assigned = min(_working(each + dice.randint(0, 1)), AS_OF)
            told.append((number, "assigned", DATE_TEXT[assigned], None, held, None, MOMENT_TEXT[assigned]))
        if due is not None and is_assigned:
            told += _handling(dice, number, each, due)
        number_text = (
            f"示审{'办' if kind == 'letter' else '发'}〔{year}〕{numbers['out']}号"
            if direction == "out"
            else None
        )
        row = (
            number,
            f"{mark}{year}-{numbers[direction]:04d}",
            direction,
            kind,
            number_text or f"{'府' if kind == 'notice' else '函'}〔{year}〕{dice.randint(3, 180)}号",
            title.format_map(words),
            other.format_map(words),
            dice.choices(("normal", "urgent", "very_urgent"), (0.82, 0.15, 0.03))[0],
            DATE_TEXT[each],
            None if due is None else DATE_TEXT[due],
            held if direction == "out" else None,
            auditor(section, dice.randrange(9)),
            SOURCE,
            MOMENT_TEXT[each],
        )
        link: list[Row] = []
        if "{unit}" in other:
            link.append((number, project.project_id, None))
            if "整改" in title:
                of_project = [found for found, owner in findings if owner == project.project_id]
                link += [(number, None, found) for found in of_project[:2]]
        yield row, told, link
        each = _working(each + dice.randint(*_PACE))


def _handling(dice: random.Random, number: int, begun: int, due: int) -> Iterator[Row]:
    """Handled, extended at times, finished in time or late: as far as the as-of day has come."""
    noted = _working(begun + max(1, (due - begun) // 2))
    if noted <= AS_OF:
        yield number, "handled", DATE_TEXT[noted], None, None, "已拟办，正在核实情况", MOMENT_TEXT[noted]
    if dice.random() < _EXTENDED and due - 1 <= AS_OF:
        longer = _working(due + 10)
        yield (
            number,
            "extended",
            DATE_TEXT[due - 1],
            DATE_TEXT[longer],
            None,
            "经分管领导同意",
            MOMENT_TEXT[due - 1],
        )
        due = longer
    if AS_OF - 60 < due < AS_OF and dice.random() < _STUCK:
        return  # lies where it is to this day
    ends = (
        _working(due + dice.randint(1, 50)) if dice.random() < _LATE else max(noted, due - dice.randint(0, 3))
    )
    if ends <= AS_OF:
        yield number, "finished", DATE_TEXT[ends], None, None, "已办结", MOMENT_TEXT[ends]


def _write_archive(connection: Connection, projects: list[DemoProject]) -> None:
    filed = [project for project in projects if project.actual[-1] <= AS_OF][-_FILED:]
    files: list[Row] = []
    for number, project in enumerate(filed, start=1):
        section = SECTIONS[project.section]
        on = DATE_TEXT[project.actual[-1]]
        code = f"SJ·{project.plan_year}·{section.code}·{number:04d}"
        keep = None if project.project_type == "economic_responsibility" else 30
        place = f"库房{1 + number % 2} {chr(65 + number % 6)}区{1 + number % 12}架"
        files.append(
            (
                number,
                code,
                f"{project.name}项目档案",
                project.project_id,
                section.code,
                on,
                keep,
                place,
                SOURCE,
                MOMENT_TEXT[project.actual[-1]],
            )
        )
    insert_rows(
        connection,
        ArchiveFile,
        (
            "archive_file_id",
            "archive_code",
            "title",
            "project_id",
            "section_code",
            "filed_date",
            "retention_years",
            "place",
            "source",
            "recorded_at",
        ),
        files,
    )
    insert_rows(
        connection,
        ArchiveLoan,
        (
            "archive_file_id",
            "user_name",
            "section_code",
            "purpose",
            "asked_at",
            "due_date",
            "decided_by",
            "decided_at",
            "is_granted",
            "note",
            "returned_at",
        ),
        _loans([project.actual[-1] for project in filed]),
    )


def _loans(filed_days: list[int]) -> Iterator[Row]:
    dice = random.Random("loans")  # noqa: S311 - invented loans
    if not filed_days:
        return
    for turn in range(48):
        asked = AS_OF - 7 * (47 - turn) - dice.randint(0, 3)
        known = [number for number, on in enumerate(filed_days, start=1) if on < asked]
        if not known:
            continue
        user_name, section = dice.choice(_BORROWERS)
        due = as_date(asked) + timedelta(days=14)
        owner = (
            dice.choice(known),
            user_name,
            section,
            dice.choice(_PURPOSES),
            _at(asked, 1),
            due.isoformat(),
        )
        decided = min(asked + dice.randint(0, 1), AS_OF)
        if turn >= 46:
            yield (*owner, None, None, None, None, None)
        elif dice.random() < 0.07:
            yield (*owner, "office", _at(decided, 7), 0, "该卷正在整理，暂不出借", None)
        else:
            back = asked + dice.choice((6, 9, 12, 14, 17, 30))
            is_kept = turn in _KEPT  # not given back to this day
            returned = _at(back, 8) if back <= AS_OF and not is_kept else None
            yield (*owner, "office", _at(decided, 7), 1, None, returned)


def _at(number: int, hour: int) -> str:
    """A moment of the day, in UTC as it is kept."""
    return f"{DATE_TEXT[number]} {hour:02d}:20:00.000000"


def _working(each: int) -> int:
    return int(on_working_day(np.array([each]))[0])
