"""Every name the demonstration bureau uses is made here: places, sections, people. None exists anywhere.

People are named after the sexagenary cycle (甲子安, 乙丑宁 …): a reader sees at once that nobody is meant.
"""

from dataclasses import dataclass

CITY_CODE = "990100"
CITY_NAME = "示范市"
BUREAU_NAME = "示范市审计局"
SOURCE = "演示数据"

# First two digits 99 are no province: the codes cannot meet one of the national table.
DISTRICTS = (
    ("990102", "澄砚区"),
    ("990103", "霁川区"),
    ("990104", "栖棠区"),
    ("990105", "珞津区"),
    ("990106", "云岫区"),
    ("990107", "沐岚区"),
    ("990108", "昭屿区"),
    ("990109", "衡漪区"),
    ("990121", "望漱县"),
    ("990122", "青穹县"),
    ("990123", "安籁县"),
    ("990124", "穆溪县"),
)
LAGGING_DISTRICT = "990122"

# Streets and towns, in the order of the districts, five each.
TOWNSHIPS = (
    ("云陌街道", "望霁街道", "听澜街道", "云笺街道", "棠影街道"),
    ("映棠街道", "枕溪街道", "拾光街道", "澜汐街道", "岚汐街道"),
    ("沐晴街道", "霁月街道", "漱玉街道", "屿歌街道", "漱石街道"),
    ("兰漪街道", "半夏街道", "知鹤街道", "栖云街道", "霁雪街道"),
    ("清砚街道", "松涧街道", "晴岚街道", "听荷街道", "知微街道"),
    ("星野街道", "观棠街道", "汀鹭街道", "星汀街道", "汀兰街道"),
    ("朝曦街道", "扶光街道", "疏桐街道", "朝露街道", "疏影街道"),
    ("清漪街道", "逐溪街道", "揽月街道", "逐光街道", "揽星街道"),
    ("抱朴镇", "望舒镇", "拾穗镇", "望岚镇", "拾禾镇"),
    ("听雨镇", "鹤汀镇", "棠梨镇", "鹤语镇", "棠荫镇"),
    ("岚光镇", "曜灵镇", "白榆镇", "岚烟镇", "白芷镇"),
    ("青梧镇", "泊云镇", "素秋镇", "泊烟镇", "素月镇"),
)


@dataclass(frozen=True)
class DemoSection:
    """A section and the types of project it carries out."""

    code: str
    name: str
    project_types: tuple[str, ...]


EXEMPLARY_SECTION = "SBSJ"
SECTIONS = (
    DemoSection("CZSJ", "财政审计科", ("budget_execution", "final_accounts", "special_fund")),
    DemoSection("XZSJ", "行政政法审计科", ("budget_execution", "policy", "regional_coordination")),
    DemoSection("JKSJ", "教科文卫审计科", ("budget_execution", "special_fund", "livelihood")),
    DemoSection(
        "NYSJ", "农业农村审计科", ("special_fund", "final_accounts", "policy", "regional_coordination")
    ),
    DemoSection("TZSJ", "固定资产投资审计科", ("investment",)),
    DemoSection("QYSJ", "企业审计科", ("state_enterprise",)),
    DemoSection("JRSJ", "金融审计科", ("finance", "state_enterprise", "policy", "regional_coordination")),
    DemoSection(EXEMPLARY_SECTION, "社会保障审计科", ("livelihood", "special_fund")),
    DemoSection("ZHSJ", "自然资源和生态环境审计科", ("natural_resources", "environment")),
    DemoSection("JZSJ", "经济责任审计科", ("economic_responsibility",)),
    DemoSection("DSSJ", "电子数据审计科", ("information_system", "policy", "regional_coordination")),
)

_STEMS = "甲乙丙戊己庚辛壬癸"  # 丁 is left out: it is a family name
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LAST = "安宁和远明清正平川岚舟禾朗宜松屿澄砚"


def person(number: int) -> str:
    """The invented person of that number; numbers up to 1,943 give different names."""
    stem = _STEMS[number % len(_STEMS)]
    branch = _BRANCHES[number // len(_STEMS) % len(_BRANCHES)]
    return stem + branch + _LAST[(number // (len(_STEMS) * len(_BRANCHES)) + number) % len(_LAST)]
