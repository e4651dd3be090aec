"""The wording of one finding and of its rectification, from wording.toml and what happened."""

import random
from dataclasses import dataclass

from data.demo.wording import ClassWording

_MONEY_SENTENCES = {
    "paid_to_treasury": "已将{money}上缴国库",
    "returned_to_source": "已将{money}归还原资金渠道",
    "accounts_adjusted": "已调整有关账目{money}",
    "recovered": "已追回{money}",
    "disbursed": "已将{money}拨付到位",
    "reduced": "已核减结算价款{money}",
    "reallocated": "已统筹盘活{money}",
    "other": "已完成整改金额{money}",
}
_REASONS = (
    "历史遗留问题，涉及多个部门，需协调推进",
    "对方单位已注销，款项清收困难，正在通过诉讼途径解决",
    "相关手续补办需上级主管部门审批，尚未批复",
    "项目资金未落实，整改需分年度安排",
    "涉及人员较多，追缴工作正在进行",
    "责任单位重视不够，整改措施未落实到位",
)
_NEXT_STEPS = (
    "加大协调力度，按月报送进展，力争在时限内完成。",
    "继续通过法律途径清收，执行到位后及时缴库。",
    "督促主管部门加快审批，手续办结后报审计机关认定。",
    "列入下年度预算，分期落实整改资金。",
    "由主要负责人牵头成立专班，逐项销号。",
)
_OPINIONS = {
    "violation": "责令限期改正，并依法依规处理。",
    "irregular": "要求予以规范，完善相关制度。",
    "waste": "要求采取措施挽回或减少损失，并追究相关责任。",
    "non_monetary": "要求限期整改，建立健全制度。",
}
_EXTRA = (
    "审计期间，该单位已对部分问题进行了整改。",
    (
        "上述问题产生的主要原因是内部管理制度不健全、岗位职责不清、日常监督检查流于形式，"
        "相关业务人员对政策规定掌握不准确，主管部门对所属单位的指导和监管不到位。"
    ),
    "该单位对上述事实无异议，并承诺在规定时限内整改到位。",
)


_LONG_ENDING = "有关主管部门未按规定履行审核把关和日常监督检查职责，造成问题长期存在且未得到有效纠正"


@dataclass(frozen=True)
class FindingText:
    """Words of one finding."""

    title: str
    description: str | None = None
    legal_basis: str | None = None
    handling_opinion: str | None = None


@dataclass(frozen=True)
class RectificationText:
    """Words of one rectification."""

    standard: str | None = None
    measures: str | None = None
    account: str | None = None
    incomplete_reason: str | None = None
    next_step: str | None = None
    evidence_list: str | None = None


def yuan(fen: int) -> str:
    """An amount as documents write it: 8,650元, 126.53万元, 1.28亿元."""
    if fen >= 10_000_000_000:
        return f"{fen / 10_000_000_000:,.2f}亿元"
    if fen >= 1_000_000:
        return f"{fen / 1_000_000:,.2f}万元"
    return f"{fen / 100:,.2f}".removesuffix(".00") + "元"


def finding_text(
    dice: random.Random,
    wording: ClassWording,
    unit: str,
    audited_year: int,
    fen: int,
    *,
    is_repeat: bool,
    is_full: bool,
) -> FindingText:
    """Title, and with `is_full` description, basis and opinion, of a finding over `fen` (0: no amount)."""
    few = 2 + int(dice.random() * 5)
    values = {
        "unit": unit,
        "year": audited_year,
        "amount": yuan(fen),
        "n": few + 1 + int(dice.random() ** 2.5 * 45),
        "m": few,
        "p": 20 + int(dice.random() * 70),
        "k": 3 + int(dice.random() * 27),
    }
    titles = wording.money if fen else wording.plain
    title = titles[int(dice.random() * len(titles))].format_map(values)
    length = dice.random()
    if length < 0.1:
        title = f"{unit}{title}"
    elif length > 0.98:
        more = wording.plain[int(dice.random() * len(wording.plain))].format_map(values)
        others = f"，同时存在{more}等问题" if more != title else ""
        title = f"{unit}{title}{others}，{_LONG_ENDING}"
    if not is_full:
        return FindingText(title)
    fact = wording.facts[int(dice.random() * len(wording.facts))].format_map(values)
    amount = f"，涉及金额{yuan(fen)}" if fen else ""
    extra = _EXTRA[int(dice.random() * len(_EXTRA))] if dice.random() < 0.45 else ""
    if is_repeat:
        extra = f"该问题在以前年度审计中亦有反映，整改效果未能持续。{extra}"
    return FindingText(
        title,
        f"经审计发现，{fact}{amount}。上述做法不符合{wording.basis}。{extra}",
        wording.basis,
        _OPINIONS[wording.nature if fen else "non_monetary"],
    )


def rectification_text(
    dice: random.Random,
    wording: ClassWording,
    unit: str,
    *,
    is_done: bool,
    money_fen: int,
    money_kind: str | None,
) -> RectificationText:
    """Words of a rectification of which `money_fen` is settled so far."""
    measures = dice.sample(wording.measures, 2)
    money = _MONEY_SENTENCES[money_kind].format(money=yuan(money_fen)) if money_kind and money_fen else ""
    plan = "1.{}；2.{}。".format(*measures)
    if is_done:
        account = f"{unit}高度重视，{measures[0]}" + (f"，{money}" if money else "") + "。该问题已整改到位。"
        evidence = "、".join(dice.sample(wording.evidence, 3))
        return RectificationText(wording.standard, plan, account, None, None, evidence)
    account = f"{unit}已制定整改方案，{measures[0]}" + (f"，{money}" if money else "") + "，其余正在推进。"
    return RectificationText(
        wording.standard,
        plan,
        account,
        _REASONS[int(dice.random() * len(_REASONS))],
        _NEXT_STEPS[int(dice.random() * len(_NEXT_STEPS))],
        dice.choice(wording.evidence) if money else None,
    )
