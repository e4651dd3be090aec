"""Writes what findings led to: citations, recommendations, rules, accountability, transfers, supervision."""

import random
from collections.abc import Iterator
from itertools import groupby

import numpy as np
from sqlalchemy import Connection

from data.demo.bulk import Row, insert_rows
from data.demo.cases import Cases
from data.demo.course import NEVER, Course
from data.demo.days import AS_OF, DATE_TEXT, MOMENT_TEXT, on_working_day
from data.demo.names import CITY_NAME, LAGGING_DISTRICT
from data.demo.reports import DemoReports
from data.demo.wording import class_wordings
from data.schema import (
    Accountability,
    EstablishedRule,
    FindingReport,
    Recommendation,
    SupervisionStep,
    Transfer,
)

_BODIES = ("纪委监委", "公安局", "市场监督管理局", "财政局", "住房和城乡建设局", "税务局")
_MATTERS = (
    "涉嫌违反廉洁纪律",
    "涉嫌职务侵占",
    "涉嫌串通投标",
    "违规使用财政资金",
    "违法转包分包",
    "涉嫌偷逃税款",
)
_ANSWER_DAYS = 180
_MEASURES = ("批评教育", "提醒谈话", "诫勉", "通报批评", "党纪处分", "政务处分")
_LETTERS = {"urge": "示审催", "supervision_letter": "示审督", "government_supervision": "示政督"}
_LARGE_FEN = 200_000_000  # 200 万元: more often in the work report


class Numbering:
    """Running numbers of documents by kind and year."""

    def __init__(self) -> None:
        self._last: dict[tuple[str, str], int] = {}

    def next(self, kind: str, day: int) -> str:
        """The next number of that kind in the year of the day, such as 示审移〔2024〕3号."""
        year = DATE_TEXT[day][:4]
        number = self._last[kind, year] = self._last.get((kind, year), 0) + 1
        return f"{kind}〔{year}〕{number}号"


def write_results(
    connection: Connection, cases: Cases, course: Course, reports: DemoReports, numbering: Numbering
) -> None:
    """Write the results of a batch up to the as-of day."""
    dice = np.random.default_rng([5, cases.first_id])
    insert_rows(connection, FindingReport, ("finding_id", "report_id"), _citations(dice, cases, reports))
    insert_rows(
        connection,
        Recommendation,
        ("project_id", "finding_id", "wording", "given_date", "adopted_date", "recorded_at"),
        _recommendations(cases),
    )
    insert_rows(
        connection,
        EstablishedRule,
        ("finding_id", "kind", "title", "rule_count", "fact_date", "recorded_at"),
        _rules(dice, cases, course),
    )
    insert_rows(
        connection,
        Accountability,
        ("finding_id", "person_count", "measure", "fact_date", "recorded_at"),
        _accountability(dice, cases, course),
    )
    insert_rows(
        connection,
        Transfer,
        (
            "finding_id",
            "receiving_body",
            "document_number",
            "decided_date",
            "sent_date",
            "result",
            "result_date",
            "matter",
            "person_count",
            "answer_due_date",
            "recorded_at",
        ),
        _transfers(dice, cases, course, numbering),
    )
    insert_rows(
        connection,
        SupervisionStep,
        ("finding_id", "kind", "fact_date", "document_number", "recorded_at"),
        _supervision(cases, course, numbering),
    )


def _citations(dice: np.random.Generator, cases: Cases, reports: DemoReports) -> Iterator[Row]:
    size = len(cases)
    in_work_report = dice.random(size) < np.where(cases.amount_fen > _LARGE_FEN, 0.62, 0.31)
    in_work_report |= cases.is_pinned
    in_special = dice.random(size) < 0.3
    violation = np.array([wording.nature == "violation" for wording in class_wordings()])[cases.classes]
    columns = zip(
        cases.projects, in_work_report.tolist(), in_special.tolist(), violation.tolist(), strict=True
    )
    for finding_id, (project, is_in_work_report, is_in_special, is_violation) in enumerate(
        columns, start=cases.first_id
    ):
        yield finding_id, reports.of_project[project.project_id].report_id
        decision = reports.decision_of.get(project.project_id)
        if decision and is_violation:
            yield finding_id, decision.report_id
        work_report = reports.work_report_of.get(project.plan_year)
        if work_report and is_in_work_report:
            yield finding_id, work_report.report_id
        special = reports.special_of.get((project.plan_year, project.project_type))
        if special and is_in_special:
            yield finding_id, special.report_id


def _recommendations(cases: Cases) -> Iterator[Row]:
    dice = random.Random(f"recommendations {cases.first_id}")  # noqa: S311 - invented
    wordings = class_wordings()
    owners = groupby(range(len(cases)), key=lambda index: cases.projects[index].project_id)
    for project_id, indices in owners:
        members = list(indices)
        for index in dice.sample(members, min(len(members), dice.randint(2, 5))):
            project, unit = cases.projects[index], cases.units[index]
            wording = wordings[cases.classes[index]]
            share = 0.6 if unit.region_code == LAGGING_DISTRICT else 0.972
            adopted = int(on_working_day(np.array([project.delivered + dice.randint(10, 60)]))[0])
            is_adopted = dice.random() < share and adopted <= AS_OF
            is_general = dice.random() < 0.2  # for the project as a whole
            yield (
                project_id,
                None if is_general else cases.first_id + index,
                f"建议{project.unit.name if is_general else unit.name}{dice.choice(wording.measures)}。",
                DATE_TEXT[project.delivered],
                DATE_TEXT[adopted] if is_adopted else None,
                MOMENT_TEXT[adopted if is_adopted else project.delivered],
            )


def _rules(dice: np.random.Generator, cases: Cases, course: Course) -> Iterator[Row]:
    size = len(cases)
    earlier = np.maximum(course.close_out.rectified - dice.integers(0, 30, size), cases.found + 3)
    when = on_working_day(np.where(course.close_out.rectified <= AS_OF, earlier, 0))
    chance, counts = dice.random(size), dice.integers(1, 4, size).tolist()
    happened = np.nonzero((course.close_out.rectified <= AS_OF) & (when <= AS_OF) & (chance < 0.24))[0]
    wordings = class_wordings()
    for index, fact_day, is_rule in zip(
        happened.tolist(), when[happened].tolist(), (chance[happened] < 0.14).tolist(), strict=True
    ):
        wording = wordings[cases.classes[index]]
        rule = wording.rules[index % len(wording.rules)]
        yield (
            cases.first_id + index,
            "rule" if is_rule else "measure",
            f"{cases.units[index].name}{rule}" if is_rule else wording.measures[0],
            1 if is_rule else counts[index],
            DATE_TEXT[fact_day],
            MOMENT_TEXT[fact_day],
        )


def _accountability(dice: np.random.Generator, cases: Cases, course: Course) -> Iterator[Row]:
    size = len(cases)
    violation = np.array([wording.nature == "violation" for wording in class_wordings()])[cases.classes]
    chosen = violation & (course.close_out.rectified <= AS_OF) & (dice.random(size) < 0.07)
    persons, measures = dice.integers(1, 5, size).tolist(), dice.integers(0, len(_MEASURES), size).tolist()
    for index in np.nonzero(chosen)[0].tolist():
        fact_day = int(course.close_out.rectified[index])
        yield (
            cases.first_id + index,
            persons[index],
            _MEASURES[measures[index]],
            DATE_TEXT[fact_day],
            MOMENT_TEXT[fact_day],
        )


def _transfers(
    dice: np.random.Generator, cases: Cases, course: Course, numbering: Numbering
) -> Iterator[Row]:
    size = len(cases)
    bodies = dice.integers(0, len(_BODIES), size).tolist()
    answered = on_working_day(
        np.where(course.sent <= AS_OF, np.minimum(course.sent + dice.integers(60, 240, size), AS_OF + 9), 0)
    )
    has_answer = (course.sent <= AS_OF) & (answered <= AS_OF) & (dice.random(size) < 0.7)
    persons = random.Random(f"persons {cases.first_id}").choices((0, 1, 1, 1, 2, 3), k=size)  # noqa: S311
    for index in np.nonzero(course.decided <= AS_OF)[0].tolist():
        decided, sent = int(course.decided[index]), int(course.sent[index])
        is_sent = sent <= AS_OF
        answer = int(answered[index]) if has_answer[index] else NEVER
        yield (
            cases.first_id + index,
            CITY_NAME + _BODIES[bodies[index]],
            numbering.next("示审移", sent) if is_sent else None,
            DATE_TEXT[decided],
            DATE_TEXT[sent] if is_sent else None,
            "已办结，相关责任人已处理" if answer < NEVER else ("正在办理" if is_sent else None),
            DATE_TEXT[answer] if answer < NEVER else None,
            _MATTERS[bodies[index]],
            persons[index],
            DATE_TEXT[sent + _ANSWER_DAYS] if is_sent else None,
            MOMENT_TEXT[sent if is_sent else decided],
        )


def _supervision(cases: Cases, course: Course, numbering: Numbering) -> Iterator[Row]:
    for kind, when in course.supervision.items():
        happened = np.nonzero(when <= AS_OF)[0]
        for index, fact_day in zip(happened.tolist(), when[happened].tolist(), strict=True):
            letter = _LETTERS.get(kind)
            yield (
                cases.first_id + index,
                kind,
                DATE_TEXT[fact_day],
                numbering.next(letter, fact_day) if letter else None,
                MOMENT_TEXT[fact_day],
            )
