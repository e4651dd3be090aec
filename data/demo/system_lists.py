"""What the invented information systems are called, by the unit that has them."""

from data.demo.names import CITY_NAME, DISTRICTS
from data.demo.units import SUCCESSOR_OFFICE

# (unit, name of the system, functions, code of SYSTEM_KIND, code of USE_SCOPE)
_CITY = (
    ("财政局", "预算管理一体化系统", "预算管理", "finance", "cross_unit"),
    ("财政局", "国库集中支付系统", "国库支付", "finance", "cross_unit"),
    ("财政局", "政府采购管理系统", "政府采购", "business", "cross_unit"),
    ("财政局", "非税收入征管系统", "非税收入征管", "finance", "cross_unit"),
    ("财政局", "税收保障平台", "税收保障", "business", "cross_unit"),
    ("发展和改革委员会", "投资项目在线审批系统", "投资项目审批", "business", "public"),
    ("发展和改革委员会", "公共信用信息平台", "信用信息", "business", "public"),
    ("发展和改革委员会", "价格监测系统", "价格监测", "business", "trade"),
    ("教育局", "学籍管理系统", "学籍管理", "business", "trade"),
    ("教育局", "教师管理系统", "教师管理", "business", "trade"),
    ("教育局", "智慧教育云平台", "教学资源", "business", "public"),
    ("教育局", "招生报名系统", "招生报名", "business", "public"),
    ("科学技术局", "科技项目管理系统", "科技项目管理", "business", "public"),
    ("工业和信息化局", "企业服务平台", "企业服务", "business", "public"),
    ("工业和信息化局", "工业运行监测系统", "经济运行监测", "business", "trade"),
    ("工业和信息化局", "经济运行分析系统", "经济运行监测", "business", "unit"),
    ("民政局", "社会救助管理系统", "社会救助", "business", "trade"),
    ("民政局", "养老服务平台", "养老服务", "business", "public"),
    ("民政局", "婚姻登记系统", "婚姻登记", "business", "trade"),
    ("司法局", "法律援助系统", "法律援助", "business", "public"),
    ("司法局", "社区矫正系统", "社区矫正", "business", "trade"),
    ("人力资源和社会保障局", "社会保险业务系统", "社会保险", "business", "trade"),
    ("人力资源和社会保障局", "就业服务平台", "就业服务", "business", "public"),
    ("人力资源和社会保障局", "就业信息管理系统", "就业服务", "business", "trade"),
    ("人力资源和社会保障局", "人事考试系统", "人事考试", "business", "public"),
    ("自然资源和规划局", "国土空间规划系统", "空间规划", "business", "trade"),
    ("自然资源和规划局", "不动产登记系统", "不动产登记", "business", "public"),
    ("自然资源和规划局", "耕地保护监测系统", "耕地监测", "business", "trade"),
    ("生态环境局", "环境质量监测系统", "环境监测", "business", "trade"),
    ("生态环境局", "排污许可系统", "排污许可", "business", "public"),
    ("住房和城乡建设局", "商品房网签备案系统", "房屋网签", "business", "public"),
    ("住房和城乡建设局", "建筑工地监管系统", "工地监管", "business", "trade"),
    ("住房和城乡建设局", "公共租赁住房管理系统", "公租房管理", "business", "public"),
    ("住房和城乡建设局", "智慧工地平台", "工地监管", "business", "trade"),
    ("城市管理局", "数字城管系统", "城市管理", "business", "cross_unit"),
    ("城市管理局", "停车管理平台", "停车管理", "business", "public"),
    ("交通运输局", "公路治超系统", "公路治超", "business", "trade"),
    ("交通运输局", "出租汽车监管系统", "客运监管", "business", "trade"),
    ("交通运输局", "公路养护系统", "公路养护", "business", "trade"),
    ("水务局", "防汛指挥系统", "防汛指挥", "business", "cross_unit"),
    ("水务局", "水资源监测系统", "水资源监测", "business", "trade"),
    ("水务局", "河湖长制平台", "河湖管理", "business", "cross_unit"),
    ("农业农村局", "农村集体资产监管系统", "集体资产监管", "business", "trade"),
    ("农业农村局", "农产品追溯系统", "农产品追溯", "business", "public"),
    ("商务局", "外贸服务系统", "外贸服务", "business", "public"),
    ("文化和旅游局", "智慧旅游平台", "旅游服务", "business", "public"),
    ("文化和旅游局", "文旅资讯网", "旅游服务", "website", "public"),
    ("卫生健康委员会", "全民健康信息平台", "健康档案", "business", "cross_unit"),
    ("卫生健康委员会", "妇幼保健系统", "妇幼保健", "business", "trade"),
    ("卫生健康委员会", "基层医疗系统", "基层医疗", "business", "trade"),
    ("退役军人事务局", "优抚管理系统", "优抚管理", "business", "trade"),
    ("应急管理局", "应急指挥系统", "应急指挥", "business", "cross_unit"),
    ("应急管理局", "安全生产监管系统", "安全生产监管", "business", "trade"),
    ("市场监督管理局", "企业登记系统", "企业登记", "business", "public"),
    ("市场监督管理局", "食品安全监管系统", "食品安全监管", "business", "trade"),
    ("市场监督管理局", "特种设备监管系统", "特种设备监管", "business", "trade"),
    ("体育局", "场馆预约系统", "场馆预约", "business", "public"),
    ("统计局", "统计联网直报系统", "统计直报", "business", "cross_unit"),
    ("医疗保障局", "医保结算系统", "医保结算", "business", "cross_unit"),
    ("医疗保障局", "医保基金监管系统", "医保基金监管", "business", "unit"),
    ("国有资产监督管理委员会", "国资监管系统", "国资监管", "business", "trade"),
    ("机关事务管理局", "公务用车平台", "公务用车", "business", "cross_unit"),
    ("机关事务管理局", "公共机构能耗系统", "能耗监测", "business", "cross_unit"),
    ("行政审批服务局", "政务服务平台", "政务服务", "business", "public"),
    ("行政审批服务局", "公共资源交易系统", "公共资源交易", "business", "public"),
    ("信访局", "信访信息系统", "信访", "business", "cross_unit"),
    ("园林和林业局", "古树名木管理系统", "古树名木管理", "business", "unit"),
    ("地方金融管理局", "地方金融监管系统", "金融监管", "business", "trade"),
    ("人民防空办公室", "人防工程管理系统", "人防工程管理", "business", "unit"),
    ("残疾人联合会", "残疾人服务系统", "残疾人服务", "business", "trade"),
    ("粮食和物资储备局", "粮库监管系统", "粮库监管", "business", "trade"),
    ("公安局", "社会治安视频监控系统", "视频监控", "business", "trade"),
    ("总工会", "职工服务平台", "职工服务", "business", "public"),
    ("图书馆", "图书借阅系统", "图书借阅", "business", "public"),
    ("第一人民医院", "医院信息系统", "医院管理", "business", "unit"),
    ("住房公积金管理中心", "住房公积金业务系统", "公积金业务", "business", "public"),
)
# Three systems in each district; the second one of some is the one of the city again.
_DISTRICT = (
    ("财政局", "协同办公系统", "协同办公", "office", "unit"),
    ("政府办公室", "门户网站", "门户网站", "website", "public"),
    ("行政审批服务局", "政务服务平台", "政务服务", "business", "public"),
)
_SECOND = ("移动办公系统", "协同办公", "office", "unit")
_WITH_A_SECOND = (0, 4, 8)  # districts whose finance office built its second office system
_DATA_OFFICE = (
    ("政务数据共享平台", "数据共享", "business", "cross_unit"),
    ("政务云管理平台", "云资源管理", "business", "cross_unit"),
)
# (name, unit it is owed by, update cycle, content): what the 税收保障平台 collects.
TAX_ITEMS = (
    ("企业登记信息", "市场监督管理局", "monthly", "统一社会信用代码、注册资本、登记状态"),
    ("股权变更信息", "市场监督管理局", "monthly", "转让方、受让方、转让价格"),
    ("不动产登记信息", "自然资源和规划局", "monthly", "权利人、坐落、面积、交易价格"),
    ("土地出让信息", "自然资源和规划局", "quarterly", "受让人、面积、成交价款"),
    ("商品房网签信息", "住房和城乡建设局", "monthly", "买受人、面积、合同价款"),
    ("建筑工程施工许可信息", "住房和城乡建设局", "monthly", "建设单位、合同价格"),
    ("社会保险参保信息", "人力资源和社会保障局", "monthly", "单位、参保人数、缴费基数"),
    ("医保结算信息", "医疗保障局", "quarterly", "定点机构、结算金额"),
    ("民办学校收费信息", "教育局", "half_yearly", "学校、收费标准、在校人数"),
    ("科技项目经费信息", "科学技术局", "half_yearly", "项目、承担单位、经费"),
    ("公路工程结算信息", "交通运输局", "quarterly", "施工单位、结算金额"),
    ("货运车辆营运信息", "交通运输局", "quarterly", "车主、吨位、营运状态"),
    ("取水许可信息", "水务局", "quarterly", "取水户、取水量"),
    ("排污许可信息", "生态环境局", "quarterly", "排污单位、污染物、排放量"),
    ("政府采购合同信息", "财政局", "monthly", "供应商、合同金额"),
    ("财政补贴发放信息", "财政局", "quarterly", "领取单位、金额"),
    ("公共资源交易信息", "行政审批服务局", "monthly", "中标人、中标金额"),
    ("户外广告审批信息", "城市管理局", "half_yearly", "设置人、期限"),
    ("营业性演出审批信息", "文化和旅游局", "quarterly", "演出单位、场次、票价"),
    ("外贸经营备案信息", "商务局", "quarterly", "企业、进出口额"),
)


def demo_system_names() -> list[tuple[str, str, str, str, str]]:
    """(unit, name, functions, kind, scope) of every system, in the order of their numbers."""
    found = [(CITY_NAME + unit, name, *rest) for unit, name, *rest in _CITY]
    found += [(SUCCESSOR_OFFICE, *entry) for entry in _DATA_OFFICE]
    for place, (__, district) in enumerate(DISTRICTS):
        found += [(district + unit, name, *rest) for unit, name, *rest in _DISTRICT]
        if place in _WITH_A_SECOND:
            found.append((district + _DISTRICT[0][0], *_SECOND))
    return [(unit, name, functions, kind, scope) for unit, name, functions, kind, scope in found]
