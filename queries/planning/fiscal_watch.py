"""From where on debt and direct funds are warned of: thresholds that the bureau may set, and what is usual.

Debt is graded by the debt rate as the treasury grades it (红 from 300 %, 橙 from 200 %, 黄 from 120 %); funds
from above are to be broken down within 30 days of their arrival (预算法第五十二条). How far payment may lag
behind the year has no rule: it is the bureau's own measure.
"""

from data.duck import literal
from data.language import mark
from data.planning.warning_settings import RuleSetting
from queries.planning.warning_rules import Threshold
from queries.sql_file import Words

CODE = "fiscal_watch"
TITLE = mark("Debt and direct funds")
THRESHOLDS = (
    Threshold("red_percent", Words("债务率红色", "Debt rate: red"), "percent", 1, 1000, 300),
    Threshold("orange_percent", Words("债务率橙色", "Debt rate: orange"), "percent", 1, 1000, 200),
    Threshold("yellow_percent", Words("债务率黄色", "Debt rate: yellow"), "percent", 1, 1000, 120),
    Threshold("break_down_days", Words("分解下达时限", "Time to break funds down"), "days", 1, 365, 30),
    Threshold("paid_margin_percent", Words("支付滞后幅度", "How far payment may lag"), "percent", 0, 100, 20),
)
GRADES = ("yellow_percent", "orange_percent", "red_percent")


def fiscal_relations() -> dict[str, str]:
    """The relation of the thresholds in force: name and value."""
    rows = ", ".join(f"({literal(item.name)}, {item.default})" for item in THRESHOLDS)
    return {
        "fiscal_threshold": f"""select d.name, coalesce(t.value, d.value) as value
            from (values {rows}) as d(name, value)
            left join warning_threshold as t
                on t.warning_rule_code = {literal(CODE)} and t.name = d.name"""
    }


def in_force(setting: RuleSetting) -> dict[str, int]:
    """Each threshold by its name: what the bureau has set, else what is usual."""
    return {item.name: setting.thresholds.get(item.name, item.default or 0) for item in THRESHOLDS}


def bounds() -> dict[str, tuple[int, int]]:
    """The least and the most of each threshold."""
    return {item.name: (item.least, item.most) for item in THRESHOLDS}


def are_in_order(values: dict[str, int]) -> bool:
    """Whether the grades of the debt rate follow each other: yellow below orange below red."""
    steps = [values[name] for name in GRADES]
    return steps == sorted(set(steps))
