"""A bureau in which findings are worked on: people of every part, and findings before their notice."""

from datetime import date
from typing import Any

from sqlalchemy import Engine, insert

from data.access.roles import User
from data.bureau import set_value
from data.closing.moving import Asked, Outcome, take_steps
from data.closing.standing import Standing, standings
from data.closing.step import Step
from data.engine import now, reading, writing
from data.schema import Attachment
from tests.ledger_rows import add_finding, add_house, settle

TODAY = date(2024, 6, 30)
CLERK = User("clerk", "整改甲", frozenset({"rectification"}))
SECTION = User("chief", "科室甲", frozenset({"section"}))
REVIEW = User("recheck", "复核甲", frozenset({"review"}))
LEADER = User("leader", "分管领导", frozenset({"leadership"}))
EVERYTHING = User("all", "多面手", frozenset({"rectification", "section", "review", "leadership"}))
ELSEWHERE = User("elsewhere", "区县整改", frozenset({"rectification"}), region_code="990102")

NOTICE: dict[str, Any] = {
    "rectification_type": "immediate",
    "new_due_date": date(2024, 4, 1),
    "document_number": "审整〔2024〕1号",
}
# From the notice to close-out, each by whose it is.
WAY: tuple[tuple[User, str, dict[str, Any]], ...] = (
    (CLERK, "notify", NOTICE),
    (CLERK, "measure", {"note": "制定整改方案"}),
    (CLERK, "progress", {"note": "追回一部分", "money": {"recovered": 400}}),
    (CLERK, "submit", {"note": "全部追回", "money": {"recovered": 500, "disbursed": 100}}),
    (SECTION, "accept", {}),
    (CLERK, "request", {}),
    (SECTION, "first_review", {}),
    (REVIEW, "second_review", {"note": "材料齐全"}),
    (LEADER, "approve", {}),
    (CLERK, "close", {"document_number": "销〔2024〕1号"}),
)


def prepare(engine: Engine, **finding: Any) -> int:
    """A house with one finding of section S1 in district 990101 that awaits its notice; its number."""
    with writing(engine) as connection:
        set_value(connection, "as_of", TODAY.isoformat())
        add_house(connection)
        number = add_finding(connection, **({"amount_fen": 1000, "rectification_type": None} | finding))
        settle(connection)
    return number


def prove(engine: Engine, finding_id: int) -> None:
    """Attach a file to the finding, without the file."""
    with writing(engine) as connection:
        connection.execute(
            insert(Attachment).values(
                subject="finding",
                subject_id=finding_id,
                file_name="凭证.pdf",
                sha256="0" * 64,
                size_bytes=1,
                added_by="clerk",
                added_at=now(),
            )
        )


def standing(engine: Engine, finding_id: int = 1) -> Standing:
    """How the finding stands on the bureau's day."""
    with reading(engine) as connection:
        return standings(connection, [finding_id], TODAY)[finding_id]


def done(engine: Engine, user: User, act: str, finding_id: int = 1, **said: Any) -> Outcome:
    """Take a step with the finding as it stands."""
    revision = standing(engine, finding_id).revision
    return take_steps(engine, user, [Asked(finding_id, revision, Step(act, **said))])[0]


def walk(engine: Engine, until: str, finding_id: int = 1, day: date = date(2024, 3, 1)) -> None:
    """Take the steps of WAY up to one, all on one day."""
    for user, act, said in WAY:
        outcome = done(engine, user, act, finding_id, **({"fact_date": day} | said))
        assert outcome.is_taken, outcome.reason
        if act == until:
            return
