"""品质提升 of the demonstration: reviews, awards and defects of projects, problems looked back at, topics.

Everything here is invented.
"""

import random
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection

from data.demo.days import AS_OF, AS_OF_DATE, as_date
from data.demo.names import EXEMPLARY_SECTION, SECTIONS, SOURCE
from data.demo.projects import DemoProject
from data.demo.told import write_told
from data.schema import ExposedProblem, QualityDefect, QualityReview, ResearchTopic

_EVERY = 6  # of the delivered projects one in six is inspected
_DEFECTS = (
    ("evidence", "medium", "取证单缺少被审计单位签章"),
    ("working_paper", "low", "底稿编号不连续"),
    ("law", "high", "定性依据引用已废止条款"),
    ("plan", "medium", "实施方案调整未履行审批"),
    ("report", "low", "报告数据与底稿四舍五入不一致"),
    ("filing", "low", "归档材料缺少回执"),
    ("procedure", "medium", "审计通知书送达晚于规定日期"),
)
_AWARDS = {0: "provincial", 1: "municipal", 2: "municipal", 3: "municipal"}  # of a year, the best first
_EXPOSED = (
    ("review", True, "专项资金被挤占用于人员经费"),
    ("inspection", True, "违规出借财政资金"),
    ("inspection", False, "下属单位设立账外账"),
    ("later", True, "工程款支付依据虚假签证"),
    ("review", True, "国有资产出租未公开招租"),
    ("later", True, "违规发放津贴补贴"),
)
_TOPICS = (
    "大数据审计组织方式",
    "投资审计工程经济指标",
    "整改评价方法",
    "自然资源资产审计数据基础",
    "国企境外投资审计",
)


def write_quality(connection: Connection, projects: list[DemoProject]) -> None:
    """Reviews, defects, exposed problems and research topics."""
    dice = random.Random("quality")  # noqa: S311 - invented rows
    delivered = [project for project in projects if project.delivered + 200 < AS_OF]
    reviews = [*_inspections(dice, delivered[::_EVERY]), *_selections(delivered)]
    reviews = [row | {"quality_review_id": number} for number, row in enumerate(reviews, start=1)]
    write_told(connection, QualityReview, reviews)
    write_told(connection, QualityDefect, _defects(dice, reviews))
    write_told(connection, ExposedProblem, _exposed(dice, delivered))
    write_told(connection, ResearchTopic, _topics())


def _review(code: str, project: DemoProject, kind: str, day: date, **more: Any) -> dict[str, Any]:
    told = {"review_code": code, "project_id": project.project_id, "kind": kind, "review_date": day}
    return told | {"score_hundredths": None, "award": None, "source": SOURCE} | more


def _inspections(dice: random.Random, projects: list[DemoProject]) -> list[dict[str, Any]]:
    rows = []
    for number, project in enumerate(projects, start=1):
        is_best = SECTIONS[project.section].code == EXEMPLARY_SECTION
        score = dice.randint(8_800 if is_best else 7_400, 9_900 if is_best else 9_600) // 50 * 50
        day = as_date(project.delivered + dice.randint(60, 190))
        kind = "evaluation" if number % 5 == 0 else "inspection"
        rows.append(_review(f"ZL-{number:03d}", project, kind, day, score_hundredths=score))
    return rows


def _is_behind(project: DemoProject) -> tuple[bool, int]:
    """Projects of the exemplary section come first."""
    return SECTIONS[project.section].code != EXEMPLARY_SECTION, project.project_id


def _selections(projects: list[DemoProject]) -> list[dict[str, Any]]:
    rows = []
    for year in range(2023, AS_OF_DATE.year + 1):
        of_year = [project for project in projects if as_date(project.delivered).year == year - 1]
        best = sorted(of_year, key=_is_behind)
        for place, project in enumerate(best[: len(_AWARDS)]):
            code = f"YX-{year}-{place + 1}"
            rows.append(_review(code, project, "selection", date(year, 5, 20), award=_AWARDS[place]))
    return rows


def _defects(dice: random.Random, reviews: list[dict[str, Any]]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for review in reviews:
        if review["score_hundredths"] is None:
            continue
        most = 1 if review["score_hundredths"] >= 9_300 else 4
        for kind, severity, title in dice.sample(_DEFECTS, dice.randint(0, most)):
            mended = review["review_date"] + timedelta(days=dice.randint(10, 70))
            is_open = mended > AS_OF_DATE or dice.random() < 0.05
            rows.append(
                {
                    "defect_code": f"{review['review_code']}-{len(rows) + 1}",
                    "quality_review_id": review["quality_review_id"],
                    "kind": kind,
                    "severity": severity,
                    "title": title,
                    "mended_date": None if is_open else mended,
                    "source": SOURCE,
                }
            )
    return rows


def _exposed(dice: random.Random, projects: list[DemoProject]) -> list[dict[str, Any]]:
    rows = []
    for number, project in enumerate(projects[7::23], start=1):
        exposed_by, was_found, title = _EXPOSED[number % len(_EXPOSED)]
        rows.append(
            {
                "problem_code": f"DC-{number:02d}",
                "project_id": project.project_id,
                "title": title,
                "exposed_by": exposed_by,
                "exposed_date": as_date(min(project.delivered + dice.randint(90, 400), AS_OF)),
                "was_found": int(was_found),
                "source": SOURCE,
            }
        )
    return rows


def _topics() -> list[dict[str, Any]]:
    rows = []
    for year in range(2022, AS_OF_DATE.year + 1):
        for place, title in enumerate(_TOPICS):
            due = date(year + 1, 3, 31)
            ended = due - (timedelta(days=20 * place) if place < 4 else timedelta(days=-15))
            rows.append(
                {
                    "topic_code": f"KT-{year}-{place + 1}",
                    "title": f"{title}研究（{year}）",
                    "section_code": SECTIONS[place].code,
                    "started_date": date(year, 3, 1 + place),
                    "due_date": due,
                    "concluded_date": ended if ended <= AS_OF_DATE else None,
                    "has_passed": int((year, place) != (2023, 3)) if ended <= AS_OF_DATE else None,
                    "source": SOURCE,
                }
            )
    return rows
