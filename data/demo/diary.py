"""The invented work diaries: sections that keep one since the summer of 2026, beside the register of weeks.

What a diary says of a week is what the register said of it, day by day: two accounts of the same work, so
that figures do not jump where the diary begins. A few entries were corrected.
"""

import random
from collections.abc import Iterator
from datetime import date

import numpy as np
from sqlalchemy import Connection, text

from data.demo.bulk import Row, insert_rows
from data.demo.days import AS_OF, DATE_TEXT, MOMENT_TEXT, day, on_working_day
from data.schema import DiaryEntry

_FIRST_WEEK = date(2026, 7, 6)
_ON_SITE = (
    "查阅{unit}2025年度会计账簿和记账凭证，核对往来款项",
    "与{unit}财务人员座谈，了解专项资金分配流程",
    "抽查合同和验收资料，编制取证单",
    "盘点固定资产，核对台账与实物",
    "核实疑点明细，收集佐证材料",
    "走访项目现场，查看建设内容和使用情况",
    "汇总取证单，与被审计单位交换意见",
    "复核底稿，补充附件",
)
_ONLINE = (
    "整理国库支付明细，编写比对语句",
    "运行审计模型，筛选疑点并分组",
    "核对数据口径，登记数据质量问题",
    "关联参保、低保和死亡人员数据，排除同名",
    "编制数据分析报告初稿",
    "审前调查：梳理制度文件和历年审计情况",
)
_OFFICE = ("参加本局业务学习", "整理项目档案", "撰写审计信息", "参加审计组长例会")
_CORRECTED = 0.01


def write_diary(connection: Connection) -> None:
    """Write it after teams and work records."""
    weeks = connection.execute(
        text(
            """select w.staff_id, w.project_id, w.week_date, w.mode, w.half_days, u.name
            from work_record w
            join staff s on s.staff_id = w.staff_id
            join project p on p.project_id = w.project_id
            left join unit u on u.unit_id = p.unit_id
            where w.week_date >= :first
                and s.section_code in ('CZSJ', 'SBSJ', 'QYSJ', 'DSSJ')
            order by w.staff_id, w.week_date, w.project_id, w.mode"""
        ),
        {"first": _FIRST_WEEK},
    ).all()
    entries = list(_entries(list(weeks)))
    columns = (
        "diary_entry_id",
        "staff_id",
        "project_id",
        "work_date",
        "mode",
        "half_hours",
        "done",
        "replaces_id",
        "user_name",
        "recorded_at",
    )
    insert_rows(connection, DiaryEntry, columns, entries)


def _entries(weeks: list[tuple[int, int, date, str, int, str | None]]) -> Iterator[Row]:
    number = 0
    for staff_id, project_id, week, mode, half_days, unit in weeks:
        dice = random.Random(f"diary {staff_id} {project_id} {week} {mode}")  # noqa: S311 - invented work
        monday = day(week if isinstance(week, date) else date.fromisoformat(week))
        working = [each for each in range(monday, monday + 5) if each <= AS_OF and _is_working(each)]
        left = min(half_days * 8, 18 * len(working))
        for place, each in enumerate(working):
            hours = min(left, max(0, round(left / (len(working) - place))))
            left -= hours
            if not hours:
                continue
            words = dice.choice(_ON_SITE if mode == "on_site" else _ONLINE).format(unit=unit or "被审计单位")
            owner = (staff_id, project_id, DATE_TEXT[each], mode)
            number += 1
            if dice.random() < _CORRECTED:
                yield (number, *owner, min(hours + 4, 24), words, None, "demo", MOMENT_TEXT[each])
                number += 1
                fixed = min(each + 1, AS_OF)
                yield (number, *owner, hours, f"{words}（更正工时）", number - 1, "demo", MOMENT_TEXT[fixed])
            else:
                yield (number, *owner, hours, words, None, "demo", MOMENT_TEXT[each])
        # Work that belongs to no project: an hour or two at the end of some weeks.
        if working and dice.random() < 0.15:
            number += 1
            last = working[-1]
            words = dice.choice(_OFFICE)
            yield (
                number,
                staff_id,
                None,
                DATE_TEXT[last],
                "online",
                4,
                words,
                None,
                "demo",
                MOMENT_TEXT[last],
            )


def _is_working(each: int) -> bool:
    return int(on_working_day(np.array([each]))[0]) == each
