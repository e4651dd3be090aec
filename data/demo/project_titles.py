"""Names of the invented audit projects, as such projects are named in the field."""

import random

from data.demo.units import BUILDER, LAND_RESERVE, DemoUnit

_POLICIES = (
    "优化营商环境政策措施落实情况",
    "减税降费和助企纾困政策落实情况",
    "促进科技创新政策措施落实情况",
    "乡村全面振兴政策落实和资金使用情况",
    "稳就业保民生政策措施落实情况",
    "大规模设备更新和消费品以旧换新政策落实情况",
)
_WORKS = ("业务用房维修改造项目", "综合服务用房项目", "基层服务网点建设项目")
_CITY_WORKS = (
    "新城大道改造工程",
    "综合客运枢纽工程",
    "城区老旧管网改造工程",
    "滨河生态廊道工程",
    "市民文化中心项目",
    "城市快速路东段工程（含地下综合管廊、绿化亮化、智慧交通及沿线公共停车设施配套工程）",
)
# What a unit builds and what money it spends follows from its name: the first word found in it decides.
_WORKS_BY_WORD = (
    ("医院", ("门诊住院综合楼项目", "感染性疾病楼改造项目")),
    ("学", ("教学综合楼项目", "运动场地和宿舍楼改造项目")),
    ("教育", ("职业教育实训基地项目", "义务教育学校扩容项目")),
    ("水", ("第二水厂扩建工程", "灌区续建配套与节水改造工程", "排水防涝提升工程")),
    ("交通", ("综合客运枢纽工程", "国省干线大中修工程")),
    ("公路", ("国省干线大中修工程", "农村公路提升工程")),
    ("环境", ("污水处理厂提标改造工程",)),
    ("城市", _CITY_WORKS),
    ("市政", _CITY_WORKS),
    ("轨道", ("城市轨道交通一号线工程", "综合客运枢纽工程")),
)
_FUNDS_BY_WORD = (
    ("教育和卫生", ("义务教育优质均衡发展资金", "公共卫生服务补助资金", "学生资助资金")),
    ("医院", ("医疗收费和医保基金使用", "公立医院改革补助资金")),
    ("卫生", ("公共卫生服务补助资金", "基层医疗卫生机构补助资金")),
    ("疾病", ("公共卫生服务补助资金",)),
    ("医疗", ("医疗保险基金筹集使用", "医疗救助资金")),
    ("教育", ("义务教育优质均衡发展资金", "职业教育发展专项资金", "学生资助资金")),
    ("学", ("教育收费和学生资助资金", "食堂经营和营养改善计划资金")),
    ("民政", ("困难群众救助补助资金", "养老服务体系建设资金")),
    ("福利", ("养老服务体系建设资金", "儿童福利资金")),
    ("养老", ("养老服务体系建设资金",)),
    ("残疾", ("残疾人就业保障金",)),
    ("就业", ("就业补助资金",)),
    ("社会保险", ("基本养老保险基金",)),
    ("人力资源", ("就业补助资金", "失业保险基金")),
    ("住房", ("保障性安居工程资金", "城市更新专项资金")),
    ("农业", ("乡村振兴衔接推进资金", "高标准农田建设资金")),
    ("科学", ("科技创新专项资金",)),
    ("工业", ("工业转型升级专项资金",)),
    ("文化", ("文化旅游产业发展资金",)),
    ("生态", ("生态环境保护专项资金",)),
    ("水务", ("水利发展资金",)),
    ("街道", ("困难群众救助补助资金", "社区运转保障经费")),
    ("镇", ("乡村振兴衔接推进资金", "困难群众救助补助资金")),
)
_FUNDS = ("主管专项资金", "中央和省级转移支付资金")
_ENVIRONMENT = ("水污染防治", "河湖长制落实", "固体废物污染防治", "矿山生态修复", "大气污染防治")


_TITLES = {
    "budget_execution": "{unit}{year}年度预算执行和其他财政收支情况审计",
    "final_accounts": "{unit}{year}年度财政决算审计",
    "economic_responsibility": "{official}同志任{unit}{post}期间经济责任履行情况审计",
    "natural_resources": "{unit}主要领导干部自然资源资产{occasion}审计",
    "policy": "{unit}{policy}专项审计调查",
    "regional_coordination": "{unit}都市圈协同发展任务（{policy}）落实情况审计",
    "investment": "{unit}{works}{settlement}",
    "special_fund": "{unit}{year}年度{fund}管理使用情况专项审计",
    "livelihood": "{unit}{year}年度{fund}管理使用情况专项审计",
    "state_enterprise": "{unit}{span}资产、负债、损益情况审计",
    "finance": "{unit}{year}年度资产质量和风险防控情况审计",
    "environment": "{unit}{year}年度{environment}资金和项目审计",
    "information_system": "{unit}政务信息系统建设、应用和安全情况审计",
}
_LAND_TITLE = "{unit}{year}年度土地储备资金和国有土地使用权出让收支专项审计"
_NOBODY_TITLE = "{unit}主要负责人经济责任履行情况审计"


def project_title(
    dice: random.Random, project_type: str, year: int, unit: DemoUnit, holder: tuple[str, str] | None
) -> str:
    """Name of a project of that type and plan year on that unit; `holder`: (official, title of the post)."""
    title = _TITLES[project_type]
    if unit.name == LAND_RESERVE:
        title = _LAND_TITLE
    elif project_type == "economic_responsibility" and holder is None:
        title = _NOBODY_TITLE
    official, post = holder or ("", "")
    audited = year - 1
    return title.format(
        unit=unit.name,
        year=audited,
        official=official,
        post=post,
        occasion=dice.choice(("离任", "任中")),
        policy=dice.choice(_POLICIES),
        works=dice.choice(_fitting(_WORKS_BY_WORD, unit.name, _WORKS)),
        settlement=dice.choice(("竣工决算审计", "跟踪审计", "工程结算审计")),
        fund=dice.choice(_fitting(_FUNDS_BY_WORD, unit.name, _FUNDS)),
        span=f"{audited}年度" if unit.name == BUILDER else f"{audited - 2}年至{audited}年",
        environment=dice.choice(_ENVIRONMENT),
    )


def _fitting(
    by_word: tuple[tuple[str, tuple[str, ...]], ...], name: str, otherwise: tuple[str, ...]
) -> tuple[str, ...]:
    return next((subjects for word, subjects in by_word if word in name), otherwise)
