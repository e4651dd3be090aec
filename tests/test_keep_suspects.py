"""Rows of a quick test kept as suspects: what is written, by whom, and what is not written twice."""

import json
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, insert, select, update

from data.access.roles import NotPermittedError, User
from data.data_room.dataset_access import access
from data.data_room.keep_suspects import MOST_AT_ONCE, Hit, KeepSuspectsError, keep
from data.duck import open_duck
from data.engine import data_version, reading, writing
from data.language import use_language
from data.schema import Dataset, Event, Section, Suspect, SuspectEvidence, SuspectStep
from data.warehouse import Version, dataset
from queries.quick_tests.dataset_subject import dataset_subject
from queries.quick_tests.hits import hits
from queries.quick_tests.run import run
from tests.dataset_rows import KEEPER, READER, bring, signed

ROWS = (
    "select * from (values ('F1', '甲公司', 100.50), ('F1', '甲公司', 100.50), ('F2', '乙公司', 7.00), "
    "('F3', '丙公司', 9.00), ('F3', '丙公司', 9.00), ('F3', '丙公司', 9.00)) as paid(invoice, payee, amount)"
)
PARAMS = {"columns": "invoice,amount"}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Sentences are compared in the language of the message ids."""
    use_language("en")
    yield
    use_language("zh")


def brought(engine: Engine) -> Version:
    signed(engine, KEEPER)
    return bring(engine, KEEPER, "payments", ROWS)


def found(engine: Engine, version: Version, user: User = KEEPER) -> tuple[Hit, ...]:
    with reading(engine) as connection:
        facts = dataset(connection, "payments")
        assert facts is not None
        table = dataset_subject(open_duck(), connection, version, access(connection, user, facts))
    outcome = run("duplicates", table, PARAMS)
    return hits(table, outcome, "payments", entity="payee", amount="amount")


def test_hits_are_groups_with_their_rows_and_sums(sqlite_engine: Engine) -> None:
    version = brought(sqlite_engine)
    assert found(sqlite_engine, version) == (
        Hit("甲公司", "Duplicates: payments, rows 1、2", 20_100, (1, 2)),
        Hit("丙公司", "Duplicates: payments, rows 4、5、6", 2_700, (4, 5, 6)),
    )


def test_kept_suspects_lead_back_to_their_rows(engine: Engine) -> None:
    version = brought(engine)
    with writing(engine) as connection:
        connection.execute(insert(Section).values(section_code="CZSJ", name="财政审计科"))
        connection.execute(update(Dataset).values(section_code="CZSJ"))
    with reading(engine) as connection:
        before = data_version(connection)
    both = found(engine, version)
    kept = keep(engine, KEEPER, version.version_id, "duplicates", params=PARAMS, hits=both[:1])
    assert (len(kept.suspect_ids), kept.already_kept) == (1, 0)
    again = keep(engine, KEEPER, version.version_id, "duplicates", params=PARAMS, hits=both)
    assert (len(again.suspect_ids), again.already_kept) == (1, 1)
    none = keep(engine, KEEPER, version.version_id, "duplicates", params=PARAMS, hits=both)
    assert (none.suspect_ids, none.already_kept) == ((), 2)
    with reading(engine) as connection:
        suspects = connection.execute(select(Suspect.__table__).order_by(Suspect.suspect_id)).all()
        evidence = connection.execute(select(SuspectEvidence.__table__)).all()
        steps = connection.execute(select(SuspectStep.__table__)).all()
        told = connection.scalars(select(Event.detail).where(Event.kind == "suspects_kept")).all()
        assert data_version(connection) > before
    assert [(row.model_code, row.entity_reference, row.amount_fen, row.section_code) for row in suspects] == [
        ("test:duplicates", "甲公司", 20_100, "CZSJ"),
        ("test:duplicates", "丙公司", 2_700, "CZSJ"),
    ]
    assert [json.loads(row.rows) for row in evidence] == [{"rows": [1, 2]}, {"rows": [4, 5, 6]}]
    assert {row.dataset_version_id for row in evidence} == {version.version_id}
    assert [(row.state, json.loads(row.note)) for row in steps] == [("to_issue", PARAMS)] * 2
    assert [json.loads(detail)["suspects"] for detail in told] == [1, 1]


def test_only_who_may_read_the_dataset_keeps_its_rows(sqlite_engine: Engine) -> None:
    version = brought(sqlite_engine)
    both = found(sqlite_engine, version)
    planner = User("planner", "综合甲", frozenset({"planning"}))
    for user in (READER, planner):
        with pytest.raises(NotPermittedError):
            keep(sqlite_engine, user, version.version_id, "duplicates", params=PARAMS, hits=both)
    with reading(sqlite_engine) as connection:
        assert not connection.execute(select(Suspect.suspect_id)).all()
        refused = connection.scalars(select(Event.event_id).where(Event.kind == "action_refused")).all()
    assert len(refused) == 2


def test_a_state_secret_is_not_kept_as_suspects(sqlite_engine: Engine) -> None:
    version = brought(sqlite_engine)
    both = found(sqlite_engine, version)
    with writing(sqlite_engine) as connection:
        connection.execute(update(Dataset).values(classification="secret"))
    with pytest.raises(KeepSuspectsError, match="state secret"):
        keep(sqlite_engine, KEEPER, version.version_id, "duplicates", params=PARAMS, hits=both)


def test_nothing_and_too_much_are_not_kept(sqlite_engine: Engine) -> None:
    version = brought(sqlite_engine)
    many = [Hit("甲", "双份", None, (row,)) for row in range(MOST_AT_ONCE + 1)]
    for wrong in ([], many):
        with pytest.raises(KeepSuspectsError):
            keep(sqlite_engine, KEEPER, version.version_id, "duplicates", params=PARAMS, hits=wrong)
