"""Pages of the reference that draw what can be done with a thing, from the table of its transitions."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from data.access.roles import ACTIONS, ROLES
from data.closing.transitions import TRANSITIONS as OF_FINDINGS
from data.codes import MAJOR_STAGE, MAJOR_STEP, MILESTONE, WORK_STAGE
from data.language import _
from data.major_problems.transitions import TRANSITIONS as OF_MAJOR_PROBLEMS
from data.transition import GuardedTransition

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
    "criterion": "列入依据",
    "lead_section": "牵头处室",
    "tracker": "跟踪人",
    "week": "哪一周、状态、进度、下一步",
    "colour": "颜色（不按规则判定的须写理由）",
    "rectified": "台账已认定整改",
    "closed_out": "台账已销号",
}


def finding_steps() -> Iterable[str]:
    """What the steps of a finding are, as a drawing and as a table."""
    yield (
        "由 `data/closing/transitions.py` 的一张表生成；页面、命令行和导入反馈表都只问这张表。"
        "环节不存储，由带日期的事实推出；“—”表示环节不变或恢复离开前的环节。"
    )
    # Those two can be reached from nearly everywhere: the table says it.
    yield _drawing(OF_FINDINGS, WORK_STAGE, "to_notify", leaves_out=("transferred", "withdrawn"))
    yield _table(OF_FINDINGS, WORK_STAGE, MILESTONE)
    yield (
        "此外：日期不在未来，不早于上一步；新期限晚于现有期限；当日重新打开的，次日起才能再认定；"
        "一项延期申请未批之前不能再申请；冲回的金额不多于已整改金额。"
    )


def major_steps() -> Iterable[str]:
    """What the steps of the list of major problems are, as a drawing and as a table."""
    yield (
        "由 `data/major_problems/transitions.py` 的一张表生成；页面只问这张表。"
        "清单的复核、销号审核在台账的初审、复核、批准之外另办一次；环节不存储，由带日期的步骤推出。"
    )
    yield _drawing(OF_MAJOR_PROBLEMS, MAJOR_STAGE, "candidate")
    yield _table(OF_MAJOR_PROBLEMS, MAJOR_STAGE, MAJOR_STEP)
    yield (
        "此外：日期不在未来，不早于清单上的上一步；周状态可以补报列入清单以来的任一周，自填报之日起计；"
        "同一周再报的，后一条为准，前一条保留。"
    )


def _drawing(
    table: Sequence[GuardedTransition],
    stages: Mapping[str, str],
    first: str,
    *,
    leaves_out: Collection[str] = (),
) -> str:
    lines = ["stateDiagram-v2", "    direction LR", f"    [*] --> {first}"]
    lines += [f"    {stage}: {_(words)}" for stage, words in stages.items()]
    lines += [
        f"    {stage} --> {each.to_state}: {_(each.title)}"
        for each in table
        for stage in each.from_states
        if each.to_state and each.to_state not in leaves_out
    ]
    return "```mermaid\n" + "\n".join(lines) + "\n```"


def _table(table: Sequence[GuardedTransition], stages: Mapping[str, str], kinds: Mapping[str, str]) -> str:
    """`kinds` names the steps that `not_by` speaks of."""
    rows = ["| 步骤 | 代码 | 从 | 到 | 权限（角色） | 须有 | 可填 | 不得是谁 |", "| --- " * 8 + "|"]
    rows += [f"| {' | '.join(_cells(each, stages, kinds))} |" for each in table]
    return "\n".join(rows)


def _cells(each: GuardedTransition, stages: Mapping[str, str], kinds: Mapping[str, str]) -> tuple[str, ...]:
    holders = "、".join(_(title) for title, actions in ROLES.values() if each.right in actions)
    return (
        _(each.title),
        f"`{each.act}`",
        "、".join(_(stages[stage]) for stage in each.from_states),
        _(stages[each.to_state]) if each.to_state else "—",
        f"{_(ACTIONS[each.right])}（{holders}）",
        "、".join(_NEEDS[need] for need in each.needs) or "—",
        "、".join(_NEEDS[take] for take in each.takes) or "—",
        "、".join(_(kinds[kind]) for kind in each.not_by) or "—",
    )
