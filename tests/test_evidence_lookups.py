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


def ran(engine: Engine, code: str, **given: object) -> SeenRun:
    with reading(engine) as connection:
        model = model_named(connection, code)
        assert model is not None
    started = start_run(engine, COMMAND_LINE, model, on=["付款"], given=given)
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
    assert sought_by("a > $x or b_code = $y") is None
    assert sought_by("a_code = $x and exists (select 1 from t)") is None
    found = sought_by("unit_name = $unit and coalesce(b_code, b_name) in ($y, $z) and c > $least")
    assert found is not None
    assert (found.key, found.among) == ("COALESCE(b_code, b_name)", "(_key IN ($y, $z))")
    assert found.columns == ("b_code", "b_name", "c", "unit_name")


def test_the_rows_of_nearly_every_model_are_found_like_that() -> None:
    """The others compare either of two columns, and read the version."""
    without = {
        (code, part.relation)
        for code, model in shipped_models().items()
        for part in model.evidence
        if sought_by(part.where) is None
    }
    assert without <= {("M07", "suppliers"), ("M10", "contracts"), ("M41", "bids"), ("M41", "tenders")}
