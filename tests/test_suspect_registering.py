"""Hits become suspects that everybody with figures may read: what is masked, left out, and one."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, select, update

from data.access.roles import COMMAND_LINE, User
from data.audit_models.runs import RunFacts
from data.audit_models.runs import run as run_of
from data.data_room.column_masks import set_mask
from data.data_room.dataset_shares import share
from data.engine import reading, writing
from data.schema import AuditModelText, Dataset, Suspect, SuspectParty
from data.suspects.registering import RegisteringError
from queries.audit_models.hits import SeenRun, amount_of_hits, hits_by_group, page_of_hits, seen_run
from queries.audit_models.registered import register_hits
from queries.audit_models.running import start_run
from queries.audit_models.shipped import shipped_model
from tests.dataset_rows import KEEPER, READER, bring, signed

TENDERS = """
select * from (values
    ('A', '示范路', '某局', date '2026-03-01', date '2026-03-11', 100000),
    ('C', '示范河', '另一局', date '2026-03-01', date '2026-03-20', 300000)
) as t(tender_code, tender_name, buyer_name, notice_date, bid_deadline_date, budget_fen)
"""


@pytest.fixture
def bureau(sqlite_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """A bureau with one dataset of two tenders that are too short."""
    monkeypatch.setenv("AUDIT_VAR_DIR", str(tmp_path / "var"))
    signed(sqlite_engine, KEEPER, READER)
    bring(sqlite_engine, KEEPER, "标段", TENDERS, dataset_type="tenders")
    return sqlite_engine


def ran(engine: Engine, *on: str) -> RunFacts:
    started = start_run(engine, COMMAND_LINE, shipped_model("M04"), on=on)
    started.process.wait(60)
    with reading(engine) as connection:
        return run_of(connection, started.facts.run_id)


def seen(engine: Engine, facts: RunFacts, user: User = COMMAND_LINE) -> SeenRun:
    with reading(engine) as connection:
        return seen_run(connection, user, facts)


def test_a_number_that_is_masked_stands_in_for_no_name(bureau: Engine) -> None:
    nameless = TENDERS.replace("'示范路'", "cast(null as varchar)").replace(
        "('C', '示范河'", "(null, cast(null as varchar)"
    )
    bring(
        bureau, KEEPER, "标段", nameless, {"tender_code": "whole"}, dataset_type="tenders", change="replace"
    )
    run = seen(bureau, ran(bureau))
    register_hits(bureau, COMMAND_LINE, run)
    with reading(bureau) as connection:
        suspects = connection.execute(select(Suspect.entity_reference, Suspect.entity_id)).all()
        parties = connection.execute(
            select(SuspectParty.party_id, SuspectParty.name).where(SuspectParty.kind == "tender")
        ).all()
    assert sorted(tuple(row) for row in suspects if row.entity_id) == [("***", "A")]
    assert [row.entity_reference for row in suspects if row.entity_id is None] == ["投标准备期不足，第2行"]
    assert [tuple(row) for row in parties] == [("A", "***")], "those without a number have nothing in common"


def test_what_the_owner_masked_is_masked_in_the_hits(bureau: Engine) -> None:
    share(bureau, KEEPER, "标段", with_user=READER.user_name)
    facts = ran(bureau)
    assert seen(bureau, facts, READER).masks == {}
    set_mask(bureau, KEEPER, "标段", "buyer_name", "whole")
    run = seen(bureau, facts, READER)
    assert run.masks == {"buyer_name": "whole"} | dict.fromkeys(_computed(run), "whole")
    assert {row["buyer_name"] for row in page_of_hits(run, 0, 9)} == {"***"}
    set_mask(bureau, KEEPER, "标段", "buyer_name", None)
    set_mask(bureau, KEEPER, "标段", "budget_fen", "whole")
    run = seen(bureau, facts, READER)
    assert amount_of_hits(run) is None
    assert [(group, hits, fen) for group, hits, fen in hits_by_group(run)] == [
        ("另一局", 1, None),
        ("某局", 1, None),
    ]
    assert seen(bureau, facts).masks == {}, "the command line sees everything"
    register_hits(bureau, COMMAND_LINE, seen(bureau, facts))
    with reading(bureau) as connection:
        assert connection.scalars(select(Suspect.amount_fen)).all() == [None, None]


def _computed(run: SeenRun) -> list[str]:
    return [name for name, column in run.model.columns.items() if column.source is None]


def test_a_state_secret_gives_no_suspects(bureau: Engine) -> None:
    run = seen(bureau, ran(bureau))
    with writing(bureau) as connection:
        connection.execute(update(Dataset).values(classification="secret"))
    with pytest.raises(RegisteringError, match="国家秘密"):
        register_hits(bureau, COMMAND_LINE, run)
    with reading(bureau) as connection:
        assert not connection.scalars(select(Suspect.suspect_id)).all()


def test_a_text_of_the_bureau_over_masked_data_is_registered_without_words(bureau: Engine) -> None:
    bring(bureau, KEEPER, "标段", TENDERS, {"buyer_name": "name"}, dataset_type="tenders", change="replace")
    facts = ran(bureau)
    with writing(bureau) as connection:
        connection.execute(update(AuditModelText).values(author=READER.user_name))
    register_hits(bureau, COMMAND_LINE, seen(bureau, facts))
    with reading(bureau) as connection:
        assert set(connection.scalars(select(Suspect.entity_reference))) == {"***"}
        assert set(connection.scalars(select(SuspectParty.name))) == {"***"}


def test_the_same_number_in_another_dataset_is_another_suspect(bureau: Engine) -> None:
    assert len(register_hits(bureau, COMMAND_LINE, seen(bureau, ran(bureau))).suspect_ids) == 2
    bring(bureau, KEEPER, "乙区标段", TENDERS, dataset_type="tenders")
    other = seen(bureau, ran(bureau, "乙区标段"))
    done = register_hits(bureau, COMMAND_LINE, other)
    assert (len(done.suspect_ids), done.known) == (2, 0)


def test_rows_of_one_key_are_one_suspect_and_that_is_told(bureau: Engine) -> None:
    double = TENDERS.replace("('C', '示范河'", "('A', '示范河'")
    bring(bureau, KEEPER, "标段", double, dataset_type="tenders", change="replace")
    run = seen(bureau, ran(bureau))
    done, again = (register_hits(bureau, COMMAND_LINE, run) for __ in range(2))
    assert (len(done.suspect_ids), done.known, done.same_key) == (1, 0, 1)
    assert (len(again.suspect_ids), again.known, again.same_key) == (0, 1, 1)
