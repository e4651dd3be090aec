"""The sorted files that find the rows of a hit: the same rows as without them, and no other trace."""

import time

import pytest
from sqlalchemy import Engine

from data.access.roles import COMMAND_LINE
from data.backup.contents import files_to_keep
from data.engine import reading
from data.warehouse.folders import LOOKUPS
from queries.audit_models import lookups
from queries.audit_models.catalogue import model_named, publish_shipped
from queries.audit_models.evidence import evidence_of
from queries.audit_models.hits import SeenRun, seen_run
from queries.audit_models.lookups import prepare, sought_by
from queries.audit_models.running import start_run
from queries.audit_models.shipped import shipped_models
from tests.dataset_rows import KEEPER, add_shared_dataset, bring

# Pairs of payments of one invoice, in no order; two units.
PAYMENTS = """
select 'F' || (i * 7 % 12) as payment_code, '单位' || i % 2 as payer_name, '户' || i // 2 as payee_name,
    cast(100 + i // 2 as bigint) as paid_fen, date '2026-11-25' + cast(i as integer) as paid_date,
    'P' || i // 2 as invoice_code
from range(12) as r(i)
"""
_SECONDS = 30


def ran(engine: Engine, code: str, on: str = "付款", **given: object) -> SeenRun:
    with reading(engine) as connection:
        model = model_named(connection, code)
        assert model is not None
    started = start_run(engine, COMMAND_LINE, model, on=[on], given=given)
    started.process.wait(_SECONDS)
    with reading(engine) as connection:
        return seen_run(connection, COMMAND_LINE, started.facts)


def test_the_same_rows_are_found(sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    add_shared_dataset(sqlite_engine, "select 1 as n")
    publish_shipped(sqlite_engine)
    bring(sqlite_engine, KEEPER, "付款", PAYMENTS, dataset_type="payments")
    runs = [
        ran(sqlite_engine, "M24"),
        ran(sqlite_engine, "M22", most_december="0", least_payments="1"),
    ]
    for seen, count in zip(runs, (6, 2), strict=True):
        before = [evidence_of(seen, number) for number in range(count)]
        assert all(part.count for (part,) in before)
        with monkeypatch.context() as patched:
            patched.setattr(lookups, "LEAST_ROWS", 1)
            began = time.monotonic()
            while not prepare(seen) and time.monotonic() - began < _SECONDS:
                time.sleep(0.02)
            assert [evidence_of(seen, number) for number in range(count)] == before
            made = list(lookups._wanted(seen))  # where they lie is nobody else's business
        assert made
        assert all(file.exists() and file.parent.name == LOOKUPS for file in made)
        assert not [file for file in made[0].parent.iterdir() if file not in made and file.suffix == ".part"]
    assert not [name for name, __ in files_to_keep() if LOOKUPS in name], "a backup does without them"


def test_what_is_sought_is_read_from_the_condition() -> None:
    assert sought_by("a > $x or b_code = $y") == ()
    assert sought_by("a_code = $x and exists (select 1 from t)") == ()
    (found,) = sought_by("unit_name = $unit and coalesce(b_code, b_name) in ($y, $z) and c > $least")
    assert (found.key, found.among) == ("COALESCE(b_code, b_name)", "(_key IN ($y, $z))")
    assert found.columns == ("b_code", "b_name", "c", "unit_name")
    ways = sought_by("a_code = $x or ($kind = '甲' and b_name = $x) or a_name in ($y, $z)")
    assert [(each.key, each.among) for each in ways] == [
        ("a_code", "(_key = $x)"),
        ("b_name", "(_key = $x)"),
        ("a_name", "(_key IN ($y, $z))"),
    ]
    assert {each.columns for each in ways} == {("a_code", "a_name", "b_name")}


def test_the_rows_of_every_model_are_found_like_that() -> None:
    without = [
        (code, part.relation)
        for code, model in shipped_models().items()
        for part in model.evidence
        if not sought_by(part.where)
    ]
    assert without == []


def test_a_row_that_meets_the_condition_in_two_ways_is_found_once(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A supplementary contract names its main one; one that is both is told once."""
    add_shared_dataset(sqlite_engine, "select 1 as n")
    publish_shipped(sqlite_engine)
    contracts = """
    select 'C' || i as contract_code, case i when 2 then 'C1' when 3 then 'C3' end as main_contract_code,
        '合同' || i as contract_name, '单位' as buyer_name, '公司' as supplier_name,
        cast(case i when 1 then 1000 else 900 end as bigint) as contract_fen, date '2026-01-01' as signed_date
    from range(1, 5) as r(i)
    """
    bring(sqlite_engine, KEEPER, "合同", contracts, dataset_type="contracts")
    seen = ran(sqlite_engine, "M10", on="合同")
    before = evidence_of(seen, 0)
    assert before[0].count == 2
    monkeypatch.setattr(lookups, "LEAST_ROWS", 1)
    began = time.monotonic()
    while not prepare(seen) and time.monotonic() - began < _SECONDS:
        time.sleep(0.02)
    assert len(lookups._wanted(seen)) == 2
    assert evidence_of(seen, 0) == before
