"""督办升级 of the demonstration: letters sent, answered, late or waiting, and decisions against a rung.

Everything here is invented, like the whole demonstration. The rungs themselves are drawn with the findings
(data/demo/course.py); here the newest of them get the letters that they came with.
"""

from datetime import date, timedelta
from itertools import count
from typing import Any

from sqlalchemy import Connection, text

from data.demo.bulk import Row, insert_rows
from data.demo.days import AS_OF_DATE
from data.escalation.ladder import BY_STEP
from data.schema import EscalationDecision, EscalationLetter, EscalationLetterFinding, EscalationReply

_SINCE = date(2026, 6, 1)
_ELSEWHERE = {
    "government_supervision": "示范市人民政府督查室",
    "accountability_transfer": "示范市纪委监委",
}
_NUMBERS = {"interview": "示审约", "notice": "示审通"}
_ANSWERS = (
    "已召开专题会议部署，责任科室和完成时间已明确，月底前报送证明材料。",
    "资金已拨付到位，正在完善入账手续，凭证随后报送。",
    "因历史资料缺失，正在协调有关单位核实，申请延长整改期限。",
)
_REFUSED = (
    ("put_off", "单位机构改革，责任单位正在移交，待移交完成后再定"),
    ("declined", "单位已报送整改材料，正在核实"),
    ("put_off", "资金拨付已列入下月预算调整，待执行后再定"),
)
_TAKEN = text(
    """
    select s.kind, s.fact_date, s.document_number, coalesce(r.responsible_unit_id, f.unit_id), u.name,
        f.finding_id, r.due_date, f.amount_fen
    from supervision_step as s
    join finding as f on f.finding_id = s.finding_id
    left join rectification as r on r.finding_id = f.finding_id
    join unit as u on u.unit_id = coalesce(r.responsible_unit_id, f.unit_id)
    where s.fact_date >= :since and s.kind <> 'reminder'
    order by s.fact_date, f.finding_id, s.kind
    """
)
# Late, nothing done, not supervised: what the rules propose now.
_PROPOSED = text(
    """
    select coalesce(r.responsible_unit_id, f.unit_id), u.name, f.finding_id, r.due_date, f.amount_fen
    from finding as f
    join rectification as r on r.finding_id = f.finding_id
    join unit as u on u.unit_id = coalesce(r.responsible_unit_id, f.unit_id)
    where r.due_date between :first and :last
        and not exists (select 1 from milestone as m where m.finding_id = f.finding_id
            and m.kind in ('rectified', 'withdrawn', 'transferred', 'extended'))
        and not exists (select 1 from supervision_step as s where s.finding_id = f.finding_id
            and s.kind <> 'reminder')
    order by r.due_date, f.finding_id
    limit 7
    """
)


def write_escalation(connection: Connection) -> None:
    """Write letters, answers and decisions. Expects the ledger with its supervision steps."""
    rows = _Rows()
    for place, taken in enumerate(connection.execute(_TAKEN, {"since": _SINCE.isoformat()})):
        kind, when, number, of = taken[0], taken[1], taken[2], tuple(taken[3:])
        day = date.fromisoformat(str(when))
        due = day + timedelta(days=BY_STEP[kind].answer_days)
        letter = rows.letter(
            kind,
            tuple(of),
            day,
            due,
            number=number or f"{_NUMBERS.get(kind, '示审督')}〔{day.year}〕{place + 1}号",
        )
        # Four of five are answered, most in time; what is due lately is still awaited.
        answered = min(day + timedelta(days=4 + place % 14), AS_OF_DATE)
        if place % 5 and due < AS_OF_DATE + timedelta(days=place % 3):
            rows.replies.append((letter, answered.isoformat(), _ANSWERS[place % 3], "rectify", _at(answered)))
    asked = {"first": "2026-01-01", "last": (AS_OF_DATE - timedelta(days=11)).isoformat()}
    decided = AS_OF_DATE - timedelta(days=3)
    for place, of in enumerate(connection.execute(_PROPOSED, asked).all()):
        if place < len(_REFUSED):
            decision, reason = _REFUSED[place]
            until = AS_OF_DATE + timedelta(days=27) if decision == "put_off" else None
            rows.decide("urge", decision, of[2], of[3], decided, until=until, reason=reason)
        else:
            rows.letter("urge", tuple(of), decided, decided + timedelta(days=13), number=None)
    rows.write(connection)


class _Rows:
    """What is written at the end, in one go."""

    def __init__(self) -> None:
        self.letters: list[Row] = []
        self.listed: list[Row] = []
        self.decisions: list[Row] = []
        self.replies: list[Row] = []
        self._numbers = count(1)

    def letter(self, step: str, of: tuple[Any, ...], day: date, due: date, *, number: str | None) -> int:
        unit_id, unit, finding_id, due_date, amount_fen = of
        letter = next(self._numbers)
        sent = day.isoformat() if number else None
        self.letters.append(
            (
                letter,
                step,
                unit_id,
                _ELSEWHERE.get(step, unit),
                BY_STEP[step].demand,
                due.isoformat(),
                day.isoformat(),
                number,
                sent,
                _at(day),
            )
        )
        self.listed.append((letter, finding_id, due_date, amount_fen, amount_fen))
        self.decide(step, "approved", finding_id, due_date, day, letter=letter)
        return letter

    def decide(
        self,
        step: str,
        decision: str,
        finding_id: int,
        due_date: str | None,
        day: date,
        *,
        until: date | None = None,
        reason: str | None = None,
        letter: int | None = None,
    ) -> None:
        who = "leader" if BY_STEP[step].right == "decide-high-escalation" else "review"
        told = (
            until.isoformat() if until else None,
            due_date,
            reason,
            letter,
            day.isoformat(),
            who,
            _at(day),
        )
        late = (day - date.fromisoformat(str(due_date))).days if due_date else 0
        grounds = f"{due_date} 到期，超期 {late} 天未整改" if late > 0 else None
        self.decisions.append((finding_id, step, decision, grounds, *told))

    def write(self, connection: Connection) -> None:
        insert_rows(
            connection,
            EscalationLetter,
            (
                "escalation_letter_id",
                "step",
                "unit_id",
                "addressee",
                "demand",
                "answer_due_date",
                "decided_date",
                "document_number",
                "sent_date",
                "recorded_at",
            ),
            self.letters,
        )
        insert_rows(
            connection,
            EscalationLetterFinding,
            ("escalation_letter_id", "finding_id", "due_date", "amount_fen", "open_fen"),
            self.listed,
        )
        insert_rows(
            connection,
            EscalationDecision,
            (
                "finding_id",
                "step",
                "decision",
                "grounds",
                "until_date",
                "due_date",
                "reason",
                "escalation_letter_id",
                "fact_date",
                "user_name",
                "recorded_at",
            ),
            self.decisions,
        )
        insert_rows(
            connection,
            EscalationReply,
            ("escalation_letter_id", "received_date", "content", "user_name", "recorded_at"),
            self.replies,
        )


def _at(day: date) -> str:
    return f"{day.isoformat()} 09:30:00.000000"
