"""Makers of register files: rows by heading, as a bureau would bring them."""

from collections.abc import Mapping

from sqlalchemy import Engine

from data.access.roles import User
from data.intake.preset import Preset
from data.intake.reading.source import read_source
from data.intake.template import example
from data.registers.importing import import_source
from data.registers.preview import Preview
from data.registers.register import registers
from tests.ledgers import ledger_csv


def example_row(preset: Preset) -> dict[str, str]:
    """The row that the examples of a template make, by heading."""
    return {column.headings[0]: example(column) for column in preset.columns if column.headings}


def brought(
    engine: Engine,
    register: str,
    *rows: Mapping[str, str],
    preset: str | None = None,
    user: User | None = None,
    file_name: str = "登记.csv",
) -> Preview:
    """Import rows into a register; what became of them."""
    chosen = registers()[register]
    source = read_source(file_name, ledger_csv(*rows))
    return import_source(engine, source, chosen, chosen.preset(preset), user=user).preview


def counted(preview: Preview) -> tuple[int, int, int, int]:
    """Rows that are added, changed, unchanged and refused."""
    kinds = (preview.added, preview.changed, preview.unchanged)
    added, changed, unchanged = (len(kind) for kind in kinds)
    return added, changed, unchanged, preview.refused_rows


def reasons(preview: Preview) -> list[tuple[int, str, str]]:
    """(line, column, reason) of every refusal."""
    return [(refusal.line, refusal.column, refusal.reason) for refusal in preview.refused]


def bring_house(engine: Engine) -> None:
    """A city with two districts, two sections, two of staff; in each district a unit, its head, a project."""
    regions = [
        ("990000", "示范市", "市级", ""),
        ("990101", "甲区", "区县级", "示范市"),
        ("990102", "乙区", "区县级", "990000"),
    ]
    brought(
        engine,
        "regions",
        *({"代码": code, "名称": name, "级别": level, "上级": above} for code, name, level, above in regions),
    )
    brought(engine, "sections", {"代码": "S1", "名称": "财政科"}, {"代码": "S2", "名称": "经责科"})
    brought(engine, "staff", {"工号": "R1", "姓名": "张某"}, {"工号": "R2", "姓名": "李某"})
    brought(
        engine,
        "units",
        {"单位名称": "甲局", "单位类型": "机关", "地区": "甲区", "科室": "财政科"},
        {"单位名称": "乙局", "单位类型": "机关", "地区": "乙区", "科室": "S2"},
    )
    brought(
        engine,
        "posts",
        {"姓名": "王某", "单位": "甲局", "职务": "局长", "任职日期": "2021-03-01"},
        {"姓名": "赵某", "单位": "乙局", "职务": "局长", "任职日期": "2020-05-06"},
    )
    brought(
        engine,
        "projects",
        {
            "项目编号": "P1",
            "项目名称": "甲局预算执行",
            "计划年度": "2026",
            "科室": "财政科",
            "被审计单位": "甲局",
        },
        {
            "项目编号": "P2",
            "项目名称": "乙局经责",
            "计划年度": "2026",
            "科室": "经责科",
            "被审计单位": "乙局",
        },
    )
