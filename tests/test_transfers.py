"""移送 register: what may be said of a matter, by whom, and what the figures make of it on each day."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, insert, select, update

from data.access.roles import NotPermittedError, User
from data.bureau import set_value
from data.closing.transferring import TransferError, TransferFacts, TransferSeen, keep_transfer, transfer_seen
from data.engine import now, reading, writing
from data.intake.reading.source import read_source
from data.ledger.importing import import_source
from data.ledger.preset import load_preset
from data.schema import Event, Milestone, Transfer
from queries.catalog import kpis
from queries.filters import Filters
from queries.run import value
from queries.source import open_source
from tests.ledger_rows import FOUND, add_finding, add_house
from tests.ledgers import finding_row, ledger_csv

TODAY = date(2026, 3, 2)
DECIDED = FOUND + timedelta(days=20)
SENT = DECIDED + timedelta(days=10)
REVIEWER = User("review", "复核", frozenset({"review"}))
OF_SECTION_1 = User("bound", "复核一", frozenset({"review"}), section_code="S1")
LETTER: dict[str, Any] = {
    "receiving_body": "纪委监委",
    "sent_date": SENT,
    "document_number": "示审移〔2024〕1号",
}


@pytest.fixture
def register(engine: Engine) -> Engine:
    """Two matters of section 2 that were decided and have not gone out."""
    with writing(engine) as connection:
        add_house(connection)
        set_value(connection, "as_of", TODAY.isoformat())
        for number in (1, 2):
            finding_id = add_finding(connection, project=2)
            connection.execute(
                insert(Transfer).values(
                    transfer_id=number, finding_id=finding_id, decided_date=DECIDED, recorded_at=now()
                )
            )
    return engine


def seen(engine: Engine, number: int = 1) -> TransferSeen:
    with reading(engine) as connection:
        found = transfer_seen(connection, number)
    assert found is not None
    return found


def keep(engine: Engine, user: User = REVIEWER, *, number: int = 1, **said: Any) -> None:
    keep_transfer(engine, user, seen(engine, number), TransferFacts(**said))


def figures(engine: Engine, day: date = TODAY) -> dict[str, float | None]:
    names = ("transfer_rate", "transfers_to_send", "transfers_unanswered", "transfers_overdue")
    return {name: value(open_source(engine), kpis()[name], Filters(as_of=day)).value for name in names}


def test_a_matter_goes_out_is_late_and_is_answered_each_on_its_day(register: Engine) -> None:
    due, answered = SENT + timedelta(days=60), SENT + timedelta(days=90)
    said = LETTER | {"answer_due_date": due, "person_count": 3, "persons": "张某，局长"}
    keep(register, **said, result="给予政务处分", result_date=answered)
    keep(register, number=2, person_count=1)
    for day, expected in (
        (SENT - timedelta(days=1), (0, 2, 0, 0)),
        (SENT, (0.5, 1, 1, 0)),
        (due, (0.5, 1, 1, 0)),
        (due + timedelta(days=1), (0.5, 1, 1, 1)),
        (answered, (0.5, 1, 0, 0)),
    ):
        assert tuple(figures(register, day).values()) == expected, day
    persons = kpis()["transfer_person_rate"]
    assert value(open_source(register), persons, Filters(as_of=TODAY)).value == 0.75


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"sent_date": SENT}, "接收机关"),
        (LETTER | {"sent_date": DECIDED - timedelta(days=1)}, "不在"),
        (LETTER | {"sent_date": TODAY + timedelta(days=1)}, "不在"),
        ({"result": "已办结"}, "移送日期"),
        (LETTER | {"answer_due_date": SENT - timedelta(days=1)}, "不能早于"),
        (LETTER | {"result_date": SENT}, "反馈结果"),
        (LETTER | {"result": "已办结", "result_date": SENT - timedelta(days=1)}, "不在"),
        ({"person_count": -1}, "人数"),
        ({"matter": "长" * 2_001}, "超过"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(
    register: Engine, said: dict[str, Any], words: str
) -> None:
    with pytest.raises(TransferError, match=words):
        keep(register, **said)
    assert seen(register).facts == TransferFacts()


def test_two_who_write_at_once_do_not_overwrite_each_other(register: Engine) -> None:
    stale = seen(register)
    keep(register, **LETTER)
    with pytest.raises(TransferError, match="他人"):
        keep_transfer(register, REVIEWER, stale, TransferFacts(matter="另一事项"))
    assert seen(register).facts.receiving_body == "纪委监委"


def test_only_who_rechecks_writes_and_only_in_their_place(register: Engine) -> None:
    for user in (OF_SECTION_1, User("rectify", "整改", frozenset({"rectification"}))):
        with pytest.raises(NotPermittedError):
            keep(register, user, **LETTER)


def test_the_log_keeps_what_changed_and_no_names(register: Engine) -> None:
    keep(register, matter="涉嫌侵占", persons="张某，局长")
    with reading(register) as connection:
        detail = connection.scalar(select(Event.detail).where(Event.kind == "transfer_kept"))
    assert detail is not None
    assert "涉嫌侵占" in detail
    assert "张某" not in detail


def test_what_came_back_to_the_ledger_unanswered_had_not_to_be_transferred(register: Engine) -> None:
    keep(register, **LETTER)
    back = SENT + timedelta(days=3)
    finding_id = seen(register).finding_id
    with writing(register) as connection:
        connection.execute(
            insert(Milestone).values(
                finding_id=finding_id, kind="returned", fact_date=back, recorded_at=now()
            )
        )
    assert tuple(figures(register, back - timedelta(days=1)).values()) == (0.5, 1, 1, 0)
    assert tuple(figures(register, back).values()) == (0, 1, 0, 0)


def test_a_file_renews_the_moment_of_a_transfer_with_its_sending_alone(sqlite_engine: Engine) -> None:
    before = datetime.fromisoformat("2024-05-02")
    for cells, is_renewed in (
        ({"移送决定日期": "2024-05-01"}, True),
        ({"移送日期": "2024-07-01", "移送对象": "公安机关"}, True),
        ({"移送对象": "纪委监委"}, False),
    ):
        with writing(sqlite_engine) as connection:
            connection.execute(update(Transfer).values(recorded_at=before))
        row = finding_row(送达日期="2024-01-15") | cells
        source = read_source("台账.csv", ledger_csv(row))
        import_source(sqlite_engine, source, load_preset("ledger_zh"), date(2024, 9, 30))
        with reading(sqlite_engine) as connection:
            recorded_at = connection.scalars(select(Transfer.recorded_at)).one()
        assert (recorded_at != before) is is_renewed, cells
