"""The page of the reference that draws the steps of a finding, from their table."""

from collections.abc import Iterable

from data.access.roles import ACTIONS, ROLES
from data.closing.transitions import TRANSITIONS, FindingTransition
from data.codes import MILESTONE, WORK_STAGE
from data.language import _

_NEEDS = {
    "rectification_type": "整改类型（分阶段的另填阶段目标）",
    "new_due_date": "期限",
    "note": "情况说明或理由",
    "document_number": "文号",
    "receiving_body": "受理机关",
    "evidence": "证明材料",
    "extension_asked": "有待批的延期申请",
    "money": "整改金额",
    "answer_due_date": "书面反馈期限",
}


def finding_steps() -> Iterable[str]:
    """What the steps are, as a drawing and as a table."""
    yield (
        "由 `data/closing/transitions.py` 的一张表生成；页面、命令行和导入反馈表都只问这张表。"
        "环节不存储，由带日期的事实推出；“—”表示环节不变或恢复离开前的环节。"
    )
    yield f"```mermaid\n{_drawing()}\n```"
    rows = ["| 步骤 | 代码 | 从 | 到 | 权限（角色） | 须填 | 可填 | 不得是谁 |", "| --- " * 8 + "|"]
    rows += [f"| {' | '.join(_cells(each))} |" for each in TRANSITIONS]
    yield "\n".join(rows)
    yield (
        "此外：日期不在未来，不早于上一步；新期限晚于现有期限；当日重新打开的，次日起才能再认定；"
        "一项延期申请未批之前不能再申请；冲回的金额不多于已整改金额。"
    )


def _drawing() -> str:
    lines = ["stateDiagram-v2", "    direction LR", "    [*] --> to_notify"]
    lines += [f"    {stage}: {_(words)}" for stage, words in WORK_STAGE.items()]
    for each in TRANSITIONS:
        if each.to_state in {"transferred", "withdrawn"}:
            continue  # from nearly everywhere: the table says it
        lines += [
            f"    {stage} --> {each.to_state}: {_(each.title)}" for stage in each.from_states if each.to_state
        ]
    return "\n".join(lines)


def _cells(each: FindingTransition) -> tuple[str, ...]:
    holders = "、".join(_(title) for title, actions in ROLES.values() if each.right in actions)
    return (
        _(each.title),
        f"`{each.act}`",
        "、".join(_(WORK_STAGE[stage]) for stage in each.from_states),
        _(WORK_STAGE[each.to_state]) if each.to_state else "—",
        f"{_(ACTIONS[each.right])}（{holders}）",
        "、".join(_NEEDS[need] for need in each.needs) or "—",
        "、".join(_NEEDS[take] for take in each.takes) or "—",
        "、".join(_(MILESTONE[kind]) for kind in each.not_by) or "—",
    )
