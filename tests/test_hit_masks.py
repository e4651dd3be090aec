"""What an owner masked stays masked in the hits, however the SQL of a model comes by it."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from data.access.roles import COMMAND_LINE
from data.data_room.dataset_shares import share
from data.engine import reading
from queries.audit_models.catalogue import model_named, publish_shipped
from queries.audit_models.hits import SeenRun, closed_run, page_of_hits, seen_run
from queries.audit_models.running import start_run
from tests.dataset_rows import KEEPER, READER, add_shared_dataset, bring
from tests.test_model_runs import TENDERS


@pytest.fixture
def seen(sqlite_engine: Engine) -> SeenRun:
    """A run of M04 on tenders whose owner masked the buyer, which the type does not."""
    engine = sqlite_engine
    add_shared_dataset(engine, "select 1 as n")
    publish_shipped(engine)
    bring(engine, KEEPER, "标段", TENDERS, {"buyer_name": "whole"}, dataset_type="tenders")
    share(engine, KEEPER, "标段", with_user=READER.user_name)
    with reading(engine) as connection:
        model = model_named(connection, "M04")
    assert model is not None
    started = start_run(engine, COMMAND_LINE, model, on=["标段"])
    started.process.wait(60)
    with reading(engine) as connection:
        return seen_run(connection, READER, started.facts)


def with_sql(seen: SeenRun, sql: str) -> SeenRun:
    return replace(seen, model=replace(seen.model, sql=sql))


HIDDEN = {
    "select tender_code, count(*) as bid_days from tenders group by tender_code": False,
    "select tender_code, sum(budget_fen) * 2 as bid_days from tenders": False,
    "select tender_code, length(buyer_name) as bid_days from tenders": True,
    "select * from tenders": True,
    "select tender_code, t.* from tenders as t": True,
    "with t(a, b) as (select distinct * from tenders) select a, length(b) as bid_days from t": True,
    "select columns('buyer.*') from tenders": True,
}


def test_what_is_computed_with_it_is_hidden_by_whatever_name(seen: SeenRun) -> None:
    found = {sql: with_sql(seen, sql).masks.get("bid_days") == "whole" for sql in HIDDEN}
    assert found == HIDDEN


def test_of_a_text_of_the_bureau_numbers_are_hidden_too(seen: SeenRun) -> None:
    """Whoever may not see through the masks never opens such a run: this is what suspects keep of it."""
    own = closed_run(replace(seen, is_own=True))
    (row, *__) = page_of_hits(own, 0, 1)
    types = {name: column.type for name, column in own.model.columns.items()}
    assert {types[name] for name in types if row[name] == "***"} >= {"text", "whole", "date"}
    assert not [
        name for name, kind in types.items() if kind in {"money", "rate", "flag"} and row[name] == "***"
    ]
