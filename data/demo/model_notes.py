"""What the invented bureau wrote down of its models: cases they led to, and false alarms to know of."""

from sqlalchemy import Connection

from data.demo.bulk import insert_rows
from data.schema import ModelNote

_AUTHOR = "auditor"
# model, kind, day, title, what happened
_NOTES = (
    (
        "M02",
        "case_story",
        "2025-04-18",
        "绿化工程拆成七份合同",
        (
            "同一单位五个月内与两家公司签订七份绿化合同，每份都在限额的九成上下。先按地块合并，再查会议纪要，"
            "确认是一个整体项目。两家公司的投标联系人相同，移送住建部门。做法：先看地点，再看金额。"
        ),
    ),
    (
        "M07",
        "case_story",
        "2025-09-11",
        "三家投标人共用一个保证金账户",
        (
            "模型提示三家投标人的保证金从同一账户转出，调取银行回单和投标文件属性后，编制人也相同。"
            "当年另有六个标段是这三家轮流中标。做法：命中一个标段后，把同一组投标人的历年标段一并列出。"
        ),
    ),
    (
        "M09",
        "false_alarm",
        "2025-06-05",
        "定点采购名录内的集中不是问题",
        "印刷、会议等实行定点采购的，名录内只有两三家，份额自然集中。先排除定点和框架协议，再看剩余部分。",
    ),
    (
        "M21",
        "case_story",
        "2024-11-20",
        "结转三年的专项资金盘活",
        (
            "一项改造资金结转三年未动，原因是项目用地变更后无人申请调整。推动收回统筹并当年用于同类项目，"
            "财政部门据此建立了结转项目半年清理制度。"
        ),
    ),
    (
        "M22",
        "false_alarm",
        "2025-02-26",
        "年底集中支付里有据实结算",
        "水电、物业、公积金等在十二月据实结算的，不是突击花钱。按经济分类先排除，再看会议、培训、采购。",
    ),
    (
        "M27",
        "case_story",
        "2025-07-30",
        "低保家庭名下车辆逐户核实",
        (
            "命中四十余户，入户后确认十一户应退出。其余多为残疾人代步车和已报废未注销车辆。"
            "建议民政部门每季度取一次车辆注销数据，做法已写入民政数据分析指引。"
        ),
    ),
    (
        "M31",
        "false_alarm",
        "2025-03-14",
        "诊疗与性别不符先查编码",
        "新生儿的费用挂在母亲名下，性别会不符。先按年龄和科室排除，剩下的再调病案。",
    ),
    (
        "M34",
        "case_story",
        "2026-05-22",
        "停用两年的系统仍在付运维费",
        (
            "登录日志显示近两年无人使用，运维合同仍按年续签。核实后终止合同，并把功能并入统一平台。"
            "做法：把登录次数、运维合同和资产台账三张表放在一起看。"
        ),
    ),
)


def write_model_notes(connection: Connection) -> None:
    """Write them."""
    insert_rows(
        connection,
        ModelNote,
        ("model_code", "kind", "title", "words", "author", "written_at"),
        [(model, kind, title, told, _AUTHOR, f"{day} 01:00:00") for model, kind, day, title, told in _NOTES],
    )
