"""The page of the reference that draws the steps of the list of major problems, from their table."""

from collections.abc import Iterable

from data.access.roles import ACTIONS, ROLES
from data.codes import MAJOR_STAGE, MAJOR_STEP
from data.language import _
from data.major_problems.transitions import TRANSITIONS, MajorTransition

_NEEDS = {
    "criterion": "列入依据",
    "lead_section": "牵头处室",
    "tracker": "跟踪人",
    "note": "情况或理由",
    "document_number": "文号",
    "week": "哪一周、状态、进度、下一步",
    "colour": "颜色（不按规则判定的须写理由）",
    "rectified": "台账已认定整改",
    "closed_out": "台账已销号",
}


def major_steps() -> Iterable[str]:
    """What the steps are, as a drawing and as a table."""
    yield (
        "由 `data/major_problems/transitions.py` 的一张表生成；页面只问这张表。"
        "清单的复核、销号审核在台账的初审、复核、批准之外另办一次；环节不存储，由带日期的步骤推出。"
    )
    lines = ["stateDiagram-v2", "    direction LR", "    [*] --> candidate"]
    lines += [f"    {stage}: {_(words)}" for stage, words in MAJOR_STAGE.items()]
    lines += [
        f"    {stage} --> {each.to_state}: {_(each.title)}"
        for each in TRANSITIONS
        for stage in each.from_states
        if each.to_state
    ]
    yield "```mermaid\n" + "\n".join(lines) + "\n```"
    rows = ["| 步骤 | 代码 | 从 | 到 | 权限（角色） | 须有 | 可填 | 不得是谁 |", "| --- " * 8 + "|"]
    rows += [f"| {' | '.join(_cells(each))} |" for each in TRANSITIONS]
    yield "\n".join(rows)
    yield (
        "此外：日期不在未来，不早于清单上的上一步；周状态可以补报列入清单以来的任一周，自填报之日起计；"
        "同一周再报的，后一条为准，前一条保留。"
    )


def _cells(each: MajorTransition) -> tuple[str, ...]:
    holders = "、".join(_(title) for title, actions in ROLES.values() if each.right in actions)
    return (
        _(each.title),
        f"`{each.act}`",
        "、".join(_(MAJOR_STAGE[stage]) for stage in each.from_states),
        _(MAJOR_STAGE[each.to_state]) if each.to_state else "—",
        f"{_(ACTIONS[each.right])}（{holders}）",
        "、".join(_NEEDS[need] for need in each.needs) or "—",
        "、".join(_NEEDS[take] for take in each.takes) or "—",
        "、".join(_(MAJOR_STEP[kind]) for kind in each.not_by) or "—",
    )
