"""The invented tasks that were put up for whoever takes them up (揭榜挂帅), and what became of them."""

from datetime import date, timedelta

from sqlalchemy import Connection

from data.demo.bulk import Row, insert_rows
from data.demo.days import AS_OF_DATE
from data.schema import Offer, OfferStep

# title, requirement, section, day offered, days until it is due, who claimed, who leads, days until each turn
_OFFERS: tuple[tuple[str, str, str, date, int, tuple[int, ...], int | None, dict[str, int]], ...] = (
    (
        "部门预算执行数据分析模板升级",
        "形成可复用的模型包并附说明",
        "CZSJ",
        date(2025, 3, 10),
        90,
        (3, 95),
        95,
        {"delivered": 80, "accepted": 86},
    ),
    (
        "医保结算疑点模型研发",
        "至少3个模型，查实率不低于三成",
        "SBSJ",
        date(2025, 4, 7),
        120,
        (66, 70),
        70,
        {"delivered": 118, "accepted": 125},
    ),
    (
        "耕地与生态红线空间叠加方法",
        "方法指引一份，演示数据一套",
        "ZHSJ",
        date(2025, 6, 3),
        100,
        (75,),
        75,
        {"delivered": 112, "accepted": 118},
    ),
    (
        "国有企业关联交易图谱",
        "关系图谱与核查清单",
        "QYSJ",
        date(2025, 9, 1),
        90,
        (49, 97),
        97,
        {"delivered": 88, "accepted": 92},
    ),
    (
        "工程结算单价指标库整理",
        "整理近三年结算单价，分类入库",
        "TZSJ",
        date(2026, 1, 12),
        120,
        (40,),
        40,
        {"delivered": 119, "accepted": 124},
    ),
    (
        "专项债券资金穿透分析",
        "从发行到支付逐笔穿透，形成流程图",
        "CZSJ",
        date(2026, 2, 9),
        100,
        (2, 5),
        5,
        {"delivered": 96, "returned": 101, "accepted": 116},
    ),
    ("惠农补贴“一卡通”比对规则", "规则说明和测试用例", "NYSJ", date(2026, 3, 2), 90, (), None, {}),
    (
        "政务信息系统闲置判定办法",
        "判定办法及样例",
        "DSSJ",
        date(2026, 4, 13),
        120,
        (98, 99),
        98,
        {"delivered": 110, "accepted": 115},
    ),
    (
        "高校科研经费异常报销模型",
        "两个以上模型，附误报说明",
        "JKSJ",
        date(2026, 5, 11),
        150,
        (22, 24),
        22,
        {},
    ),
    (
        "审计整改真实性抽查方案",
        "抽样方案与现场记录表",
        "JZSJ",
        date(2026, 6, 8),
        180,
        (85,),
        85,
        {"delivered": 155},
    ),
    ("金融机构贷款投向分析", "分析报告与数据字典", "JRSJ", date(2026, 7, 6), 200, (58, 60), 60, {}),
    ("养老服务补贴精准性分析", "疑点清单与政策建议", "SBSJ", date(2026, 8, 3), 150, (64, 68, 70), 68, {}),
    ("开发区土地出让收入征缴分析", "一区一表", "ZHSJ", date(2026, 9, 14), 120, (73, 76), None, {}),
    ("审计案例库标引规范", "标引规范一份并完成50例", "JZSJ", date(2026, 10, 12), 120, (87,), None, {}),
    ("大模型辅助底稿审阅试点", "试点报告，说明适用边界", "DSSJ", date(2026, 11, 2), 150, (), None, {}),
    ("公立医院耗材采购价格比对", "比对结果与异常清单", "SBSJ", date(2026, 11, 9), 120, (), None, {}),
)
_WITHDRAWN = "惠农补贴“一卡通”比对规则"


def write_offers(connection: Connection) -> None:
    """Offers and their steps up to the as-of day."""
    offers: list[Row] = []
    steps: list[Row] = []
    for number, (title, requirement, section, day, length, claims, leader, turns) in enumerate(
        _OFFERS, start=1
    ):
        code, due = f"JB{day.year}-{number:03d}", day + timedelta(days=length)
        moment = f"{day.isoformat()} 01:30:00.000000"
        offers.append(
            (number, code, title, requirement, section, day.isoformat(), due.isoformat(), "office", moment)
        )
        happened: list[tuple[str, int | None, date, str | None]] = [
            ("claimed", staff, day + timedelta(days=4 + 3 * place), "愿意牵头，已有相关经验")
            for place, staff in enumerate(claims)
        ]
        if leader:
            happened.append(("chosen", leader, day + timedelta(days=16), "经局长办公会研究确定"))
        happened += [
            (kind, leader, day + timedelta(days=after), _NOTES[kind]) for kind, after in turns.items()
        ]
        if "returned" in turns:
            happened.append(
                ("delivered", leader, day + timedelta(days=turns["accepted"] - 4), _NOTES["delivered"])
            )
        if title == _WITHDRAWN:
            happened.append(("withdrawn", None, day + timedelta(days=60), "与上级统一部署的任务合并"))
        steps += [
            (number, kind, staff, on.isoformat(), note, f"{on.isoformat()} 01:30:00.000000")
            for kind, staff, on, note in sorted(happened, key=lambda step: step[2])
            if on <= AS_OF_DATE
        ]
    insert_rows(
        connection,
        Offer,
        (
            "offer_id",
            "offer_code",
            "title",
            "requirement",
            "section_code",
            "offered_date",
            "due_date",
            "offered_by",
            "recorded_at",
        ),
        offers,
    )
    columns = ("offer_id", "kind", "staff_id", "fact_date", "note", "recorded_at")
    insert_rows(connection, OfferStep, columns, steps)


_NOTES = {
    "delivered": "成果和说明已提交",
    "accepted": "验收通过，列入成果库",
    "returned": "测试用例不足，补充后再交",
}
