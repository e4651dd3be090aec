"""The sectors (行业) of invented units: of offices by their name; what an office runs has the same."""

from data.demo.units import DemoUnit

_OF_KIND = {"state_enterprise": "国有企业", "government": "地方政府", "body": "党群"}
_OF_OFFICES = {
    "财政": "财政",
    "统计": "财政",
    "发展和改革": "发展改革",
    "行政审批": "发展改革",
    "数据": "发展改革",
    "教育": "教育",
    "科学技术": "科技和工业",
    "工业": "科技和工业",
    "民政": "民政",
    "退役军人": "民政",
    "残疾人": "民政",
    "人力资源": "人力资源和社会保障",
    "自然资源": "自然资源",
    "园林": "自然资源",
    "生态环境": "生态环境",
    "住房": "住房和城市建设",
    "城市管理": "住房和城市建设",
    "人民防空": "住房和城市建设",
    "交通": "交通运输",
    "水务": "水务",
    "农业": "农业农村",
    "供销": "农业农村",
    "粮食": "农业农村",
    "商务": "商贸和市场监管",
    "市场监督": "商贸和市场监管",
    "文化": "文化旅游和体育",
    "体育": "文化旅游和体育",
    "卫生健康": "卫生健康",
    "医疗保障": "医疗保障",
    "国有资产": "国有企业",
    "金融": "金融",
    "公安": "公共安全",
    "司法": "公共安全",
    "应急": "公共安全",
    "国防": "公共安全",
}


def demo_sector(unit: DemoUnit) -> str | None:
    """The sector that the register of units names; None for what has that of its superior."""
    if unit.trade == "lender":
        return "金融"
    if unit.kind in _OF_KIND:
        return _OF_KIND[unit.kind]
    if unit.kind == "institution":
        return None
    return next((sector for words, sector in _OF_OFFICES.items() if words in unit.name), "机关事务")
