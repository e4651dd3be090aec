"""The demonstration's findings are worked: every stage of close-out is occupied, by the house's own steps.

What is taken here goes through the same function as on the screen, by the demonstration's accounts, with an
event each; only the days are chosen. Everything is invented, like the whole demonstration.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Engine, select, text

from data.access.present_user import present_user
from data.access.roles import User
from data.closing.moving import Asked, take_steps
from data.closing.standing import Standing, standings
from data.closing.step import Step
from data.demo.days import AS_OF_DATE
from data.engine import reading
from data.events import FindingStepTaken
from data.schema import Event

_NOVEMBER = AS_OF_DATE.replace(day=1)
# Ways through the table of steps, each with how many findings go it: (whose, act, day of November, words).
_SUBMITTED = (
    ("rectify", "measure", 3, "制定整改方案，明确责任部门和完成时间"),
    ("rectify", "progress", 5, "主要事项已整改，正在补充凭证"),
    ("rectify", "submit", 9, "整改完成，凭证和制度文件附后"),
)
_ACCEPTED = (*_SUBMITTED, ("section", "accept", 11, "凭证齐全，认定已整改"))
_REQUESTED = (*_ACCEPTED, ("rectify", "request", 12, ""))
_FIRST = (*_REQUESTED, ("section", "first_review", 13, "同意"))
_SECOND = (*_FIRST, ("review", "second_review", 16, "材料完整，同意"))
_APPROVED = (*_SECOND, ("leader", "approve", 18, ""))
_ASKED = (
    ("rectify", "measure", 3, "已商相关部门，需重新测绘确权"),
    ("rectify", "ask_extension", 10, "确权手续未办结，申请延期"),
)
_Way = tuple[tuple[str, str, int, str], ...]
# Of findings under rectification, in turn.
_WAYS: tuple[tuple[_Way, int], ...] = (
    (_SUBMITTED, 8),
    ((*_SUBMITTED, ("section", "not_accept", 12, "入库凭证缺财政部门签章，请补正")), 4),
    (_ACCEPTED, 5),
    (_REQUESTED, 6),
    ((*_REQUESTED, ("section", "send_back_first", 13, "整改金额与凭证不一致，请核对")), 2),
    (_FIRST, 5),
    ((*_FIRST, ("review", "send_back_second", 16, "制度文件未附印发稿")), 2),
    (_SECOND, 5),
    ((*_SECOND, ("leader", "send_back_approval", 18, "请补充追责处理情况")), 1),
    (_APPROVED, 4),
    ((*_APPROVED, ("rectify", "close", 19, "")), 3),
    (_ASKED, 4),
    ((*_ASKED, ("leader", "extend", 16, "情况属实，同意延期")), 2),
    ((*_ASKED, ("leader", "refuse_extension", 16, "理由不充分，按原时限完成")), 1),
    ((("review", "transfer", 12, "涉嫌违纪线索，移送处理"),), 1),
    ((("leader", "withdraw", 13, "与另一问题重复，予以撤销"),), 1),
    ((("leader", "withdraw", 10, "与另一问题重复"), ("review", "return", 13, "核对后并非同一事项")), 1),
)
_NOTICES = 12  # of those that nobody has given notice of
_LOOKED_BACK, _REOPENED = 3, 2
_UNDER_WAY = text(
    """
    select f.finding_id from finding as f join rectification as r on r.finding_id = f.finding_id
    where
        f.found_date between '2025-06-01' and '2026-09-30'
        and r.evidence_list is not null
        and (r.rectification_type is not null or r.due_date is not null)
        and not f.is_major
        and f.finding_id not in (select finding_id from milestone where kind <> 'extended')
        and f.finding_id not in (select finding_id from transfer)
        and f.finding_id not in (select finding_id from milestone where fact_date >= '2026-11-01')
        and f.finding_id not in (select finding_id from rectified_money where fact_date >= '2026-11-01')
    order by f.finding_id % 7, f.finding_id
    limit :count
    """
)
_UNNOTICED = text(
    """
    select f.finding_id from finding as f join rectification as r on r.finding_id = f.finding_id
    where r.rectification_type is null and r.due_date is null
    order by f.found_date, f.finding_id
    limit :count
    """
)
_CLOSED = text(
    """
    select finding_id from milestone
    where
        kind = 'closed' and fact_date between '2026-03-01' and '2026-06-30'
        and finding_id not in (select finding_id from milestone where kind in ('looked_back', 'reopened'))
        and finding_id not in (select finding_id from truth_check)
    order by fact_date, finding_id
    limit :count
    """
)


@dataclass(frozen=True)
class _Planned:
    """One step that is to be taken: by whose account, of which finding."""

    user_name: str
    finding_id: int
    step: Step


def work_findings(engine: Engine) -> int:
    """Take the steps, once; returns how many were taken. Expects the demonstration as it was built."""
    with reading(engine) as connection:
        if connection.scalar(select(Event.event_id).where(Event.kind == FindingStepTaken.kind).limit(1)):
            return 0
        people = {name: present_user(connection, name) for name in ("rectify", "section", "review", "leader")}
        planned = list(_planned(connection))
    taken = 0
    for (user_name, __), together in _in_turn(planned):
        user: User | None = people[user_name]
        if user is None:  # an account of the demonstration that was taken away again
            continue
        outcomes = take_steps(engine, user, [Asked(each.finding_id, None, each.step) for each in together])
        taken += sum(outcome.is_taken for outcome in outcomes)
    return taken


def _in_turn(planned: Iterable[_Planned]) -> Iterator[tuple[tuple[str, str], list[_Planned]]]:
    """Steps of one person and act together, as somebody works through a list: fewer and larger pieces."""
    waiting = list(planned)
    while waiting:
        first = waiting[0]
        together, rest, held = list[_Planned](), list[_Planned](), set[int]()
        for each in waiting:
            is_same = (each.user_name, each.step.act) == (first.user_name, first.step.act)
            if is_same and each.finding_id not in held:
                together.append(each)
            else:
                rest.append(each)
            held.add(each.finding_id)  # its later steps come after those before
        yield (first.user_name, first.step.act), together
        waiting = rest


def _planned(connection: Connection) -> Iterator[_Planned]:
    yield from _notices([int(row[0]) for row in connection.execute(_UNNOTICED, {"count": _NOTICES})])
    wanted = sum(count for __, count in _WAYS)
    numbers = [int(row[0]) for row in connection.execute(_UNDER_WAY, {"count": wanted})]
    there = standings(connection, numbers, AS_OF_DATE)
    place = 0
    for way, count in _WAYS:
        for number in numbers[place : place + count]:
            for user_name, act, day, words in way:
                yield _Planned(user_name, number, _step(there[number], act, day, words))
        place += count
    closed = [int(row[0]) for row in connection.execute(_CLOSED, {"count": _LOOKED_BACK + _REOPENED})]
    for place, number in enumerate(closed):
        is_kept = place < _LOOKED_BACK
        words = "回访现场，整改成效保持" if is_kept else "资金再次滞留，重新整改"
        step = Step("look_back" if is_kept else "reopen", note=words, fact_date=_NOVEMBER.replace(day=17))
        yield _Planned("review", number, step)


def _step(there: Standing, act: str, day: int, words: str) -> Step:
    on = _NOVEMBER.replace(day=day)
    number, limit, money, body = "", None, dict[str, int](), ""
    if act in {"progress", "submit"} and there.open_fen:
        # A first half, then the rest.
        half = there.open_fen // 2
        fen = half if act == "progress" else there.open_fen - half
        money = {"recovered": fen} if fen else {}
    if act == "ask_extension":
        limit = max(there.due_date or AS_OF_DATE, AS_OF_DATE).replace(month=12, day=31)
        limit = limit if limit != there.due_date else limit.replace(year=limit.year + 1)
    if act == "close":
        number = f"示审销〔2026〕{there.finding_id}号"
    if act == "transfer":
        number, body = "示审移〔2026〕91号", "示范市纪委监委"
    return Step(
        act,
        note=words,
        fact_date=on,
        document_number=number,
        receiving_body=body,
        new_due_date=limit,
        money=money,
    )


def _notices(numbers: list[int]) -> Iterator[_Planned]:
    """Notices of each type in turn, the first of them with measures already."""
    day = AS_OF_DATE
    for place, number in enumerate(numbers):
        kind = ("immediate", "phased", "continuous")[place % 3]
        limit = (date(2027, 1, 19), date(2027, 6, 30), date(2028, 12, 31))[place % 3]
        goals = ((date(2027, 1, 31), "完成清理核对"), (limit, "制度印发并落实")) if kind == "phased" else ()
        yield _Planned(
            "rectify",
            number,
            Step(
                "notify",
                fact_date=day,
                rectification_type=kind,
                new_due_date=limit,
                document_number=f"示审整〔2026〕{201 + place}号",
                answer_due_date=date(2027, 1, 19),
                planned=goals,
            ),
        )
        if place % 4 == 0:
            yield _Planned(
                "rectify", number, Step("measure", note="成立整改专班，十日内制定方案", fact_date=day)
            )
