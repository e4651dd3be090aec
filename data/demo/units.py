"""The invented units that are audited: offices, institutions and companies of 示范市 and of its districts.

A database larger than the demonstration gets more schools, clinics and local centres in proportion, so that
the number of findings a unit has stays what it is.
"""

from dataclasses import dataclass

from data.demo.names import CITY_CODE, CITY_NAME, DISTRICTS, TOWNSHIPS

TRADES = (
    "office",
    "district_office",
    "government",
    "township",
    "hospital",
    "school",
    "institution",
    "works",  # an office that builds
    "builder",  # a company that builds
    "company",
    "lender",
)


@dataclass(frozen=True)
class DemoUnit:
    """`trade` says which audits and problems suit the unit, see TRADES."""

    unit_id: int
    name: str
    kind: str
    trade: str
    audit_class: str
    region_code: str
    supervising_unit_id: int | None
    predecessor_unit_id: int | None = None


MERGED_OFFICE, SUCCESSOR_OFFICE = f"{CITY_NAME}大数据发展管理局", f"{CITY_NAME}数据局"
SUCCESSOR_FROM_YEAR = 2024
LAND_RESERVE = f"{CITY_NAME}土地储备中心"
BUILDER = f"{CITY_NAME}城市建设投资集团有限公司"

# Class A is audited most often; the office of finance and the large spenders are in it.
_OFFICES = (
    ("财政局", "A"),
    ("发展和改革委员会", "A"),
    ("教育局", "A"),
    ("科学技术局", "B"),
    ("工业和信息化局", "B"),
    ("民政局", "A"),
    ("司法局", "C"),
    ("人力资源和社会保障局", "A"),
    ("自然资源和规划局", "A"),
    ("生态环境局", "B"),
    ("住房和城乡建设局", "A"),
    ("城市管理局", "B"),
    ("交通运输局", "A"),
    ("水务局", "B"),
    ("农业农村局", "A"),
    ("商务局", "B"),
    ("文化和旅游局", "B"),
    ("卫生健康委员会", "A"),
    ("退役军人事务局", "C"),
    ("应急管理局", "C"),
    ("市场监督管理局", "B"),
    ("体育局", "C"),
    ("统计局", "D"),
    ("医疗保障局", "A"),
    ("国有资产监督管理委员会", "B"),
    ("机关事务管理局", "C"),
    ("行政审批服务局", "C"),
    ("信访局", "D"),
    ("园林和林业局", "C"),
    ("地方金融管理局", "C"),
    ("人民防空办公室", "D"),
    ("残疾人联合会", "C"),
    ("供销合作社联合社", "C"),
)
# (name, trade, office that supervises)
_INSTITUTIONS = (
    ("第一人民医院", "hospital", "卫生健康委员会"),
    ("第二人民医院", "hospital", "卫生健康委员会"),
    ("中医医院", "hospital", "卫生健康委员会"),
    ("妇幼保健院", "hospital", "卫生健康委员会"),
    ("疾病预防控制中心", "institution", "卫生健康委员会"),
    ("职业技术学院", "school", "教育局"),
    ("第一中学", "school", "教育局"),
    ("第二中学", "school", "教育局"),
    ("实验小学", "school", "教育局"),
    ("特殊教育学校", "school", "教育局"),
    ("图书馆", "institution", "文化和旅游局"),
    ("博物馆", "institution", "文化和旅游局"),
    ("体育中心", "institution", "体育局"),
    ("土地储备中心", "institution", "自然资源和规划局"),
    ("住房公积金管理中心", "institution", "住房和城乡建设局"),
    ("社会保险事业中心", "institution", "人力资源和社会保障局"),
    ("医疗保险事业中心", "institution", "医疗保障局"),
    ("公共就业服务中心", "institution", "人力资源和社会保障局"),
    ("公路事业发展中心", "works", "交通运输局"),
    ("水利工程建设管理中心", "works", "水务局"),
    ("市政工程建设中心", "works", "城市管理局"),
    ("环境卫生管理中心", "institution", "城市管理局"),
    ("公共资源交易中心", "institution", "行政审批服务局"),
    ("财政预算评审中心", "institution", "财政局"),
    ("农业技术推广中心", "institution", "农业农村局"),
    ("社会福利院", "institution", "民政局"),
    ("生态环境监测中心", "institution", "生态环境局"),
    ("产品质量检验检测中心", "institution", "市场监督管理局"),
    ("不动产登记中心", "institution", "自然资源和规划局"),
    (
        "城市地下综合管廊建设运营与公共停车资源统筹及城市基础设施数字化档案管理服务中心（示范市城建档案信息中心）",
        "institution",
        "住房和城乡建设局",
    ),
)
_COMPANIES = (
    ("城市建设投资集团有限公司", "builder"),
    ("交通投资集团有限公司", "builder"),
    ("轨道交通集团有限公司", "builder"),
    ("水务集团有限公司", "company"),
    ("公共交通集团有限公司", "company"),
    ("国有资本运营集团有限公司", "company"),
    ("文化旅游发展集团有限公司", "company"),
    ("农业发展集团有限公司", "company"),
    ("产业投资基金管理有限公司", "company"),
    ("燃气热力集团有限公司", "company"),
    ("环境科技集团有限公司", "company"),
    ("粮食储备有限公司", "company"),
    ("数字产业发展有限公司", "company"),
    ("建筑设计研究院有限公司", "company"),
    ("会展服务有限公司", "company"),
    ("融资担保有限公司", "lender"),
    ("农村商业银行股份有限公司", "lender"),
    ("民生小额贷款有限公司", "lender"),
)
_MORE = ("小学", "中学", "幼儿园", "社区卫生服务中心", "社区服务中心", "养老服务中心", "水利服务站", "文化站")


def demo_units(count: int) -> list[DemoUnit]:
    """The units of the demonstration, and as many more as make `count`; superiors before their units."""
    units: list[DemoUnit] = []
    ids: dict[str, int] = {}

    def add(
        name: str, kind: str, trade: str, audit_class: str, region_code: str, *, below: str | None = None
    ) -> None:
        ids[name] = len(units) + 1
        predecessor = ids[MERGED_OFFICE] if name == SUCCESSOR_OFFICE else None
        superior_id = ids[below] if below else None
        units.append(
            DemoUnit(ids[name], name, kind, trade, audit_class, region_code, superior_id, predecessor)
        )

    for name, audit_class in _OFFICES:
        add(CITY_NAME + name, "department", "office", audit_class, CITY_CODE)
    for name in (MERGED_OFFICE, SUCCESSOR_OFFICE):
        add(name, "department", "office", "B", CITY_CODE)
    for name, trade, superior in _INSTITUTIONS:
        add(CITY_NAME + name, "institution", trade, "C", CITY_CODE, below=CITY_NAME + superior)
    for name, trade in _COMPANIES:
        add(
            CITY_NAME + name,
            "state_enterprise",
            trade,
            "B",
            CITY_CODE,
            below=f"{CITY_NAME}国有资产监督管理委员会",
        )
    for (code, district), townships in zip(DISTRICTS, TOWNSHIPS, strict=True):
        government = f"{district}人民政府"
        add(government, "government", "government", "A", code)
        add(f"{district}财政局", "department", "district_office", "B", code, below=government)
        add(f"{district}教育和卫生健康局", "department", "district_office", "B", code, below=government)
        for township in townships:
            ending = "办事处" if township.endswith("街道") else "人民政府"
            add(district + township + ending, "government", "township", "C", code, below=government)
        add(f"{district}人民医院", "institution", "hospital", "C", code, below=f"{district}教育和卫生健康局")
    for number in range(count - len(units)):
        code, district = DISTRICTS[number % len(DISTRICTS)]
        round_number, more = divmod(number // len(DISTRICTS), len(_MORE))
        name = f"{district}第{round_number + 1}{_MORE[more]}"
        add(
            name,
            "institution",
            "school" if more < 3 else "institution",
            "D",
            code,
            below=f"{district}人民政府",
        )
    return units
