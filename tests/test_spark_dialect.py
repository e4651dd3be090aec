"""SQL of models carried over to Spark: typed literals, and each difference of the dialects.

That the rows are the same shows `make test-spark`, on a running server; here is what the texts become.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from commands.settings import shown
from queries.audit_models.cases import skip_counts
from queries.audit_models.choosing import NotRunnableError
from queries.audit_models.engines.in_force import engine_in_force, engine_name
from queries.audit_models.engines.on_duckdb import OnDuckdb
from queries.audit_models.engines.result_types import result_types
from queries.audit_models.engines.spark_dialect import NotCarriedError, carried
from queries.audit_models.shipped import shipped_models
from queries.audit_models.values import values_of

MODELS = shipped_models()


@pytest.mark.parametrize(
    ("value", "literal"),
    [
        (5, "5"),
        (-5, "(-5)"),
        (3_000_000_000, "CAST('3000000000' AS BIGINT)"),
        (Decimal("0.90"), "CAST('0.90' AS DECIMAL(2, 2))"),
        (Decimal("1E+2"), "CAST('100' AS DECIMAL(3, 0))"),
        (Decimal("-12.5"), "CAST('-12.5' AS DECIMAL(3, 1))"),
        (date(2026, 1, 31), "CAST('2026-01-31' AS DATE)"),
        ("it's \\ ; --", r"'it\'s \\ ; --'"),
        ("$other", "'$other'"),
    ],
)
def test_a_value_is_a_literal_of_its_type(value: Any, literal: str) -> None:
    assert carried("select $value as v", {"value": value}) == f"SELECT {literal} AS `v`"


@pytest.mark.parametrize(
    ("duckdb", "spark"),
    [
        ("regexp_matches(a, '[$x]y$')", r"`a` RLIKE '(?d)[$x]y\\z'"),
        ("regexp_matches(a, 'y', 'i')", "`a` RLIKE '(?di)y'"),
        ("regexp_replace(a, 'b|c', '')", "REGEXP_REPLACE(`a`, '(?s)^(.*?)(?-s:(?d)b|c)', '$1')"),
        ("regexp_replace(a, 'b', 'c', 'g')", "REGEXP_REPLACE(`a`, '(?d)b', 'c')"),
        ("a like '%' || b", "`a` LIKE '%' || `b` ESCAPE '\ue000'"),
        ("date_diff('day', a, b)", "CAST(DATE_DIFF(CAST(`b` AS DATE), CAST(`a` AS DATE)) AS BIGINT)"),
        ("quantile_cont(a, 0.75)", "PERCENTILE(`a`, 0.75)"),
        ("make_date(a, 12, 31)", "MAKE_DATE(CAST(`a` AS INT), 12, 31)"),
        ("a / 12.0", "(CAST(`a` AS DOUBLE) / CAST(12.0 AS DOUBLE))"),
        ("a is not distinct from b", "`a` IS NOT DISTINCT FROM `b`"),
        (
            "string_agg(distinct a, '、' order by a)",
            (
                "CASE WHEN SIZE(COLLECT_SET(`a`)) > 0"
                " THEN ARRAY_JOIN(SORT_ARRAY(COLLECT_SET(`a`), TRUE), '、') END"
            ),
        ),
        (
            "string_agg(a, '、' order by b, a)",
            "LISTAGG(`a`, '、') WITHIN GROUP (ORDER BY `b` NULLS LAST, `a` NULLS LAST)",
        ),
    ],
)
def test_a_difference_of_the_dialects_has_its_rule(duckdb: str, spark: str) -> None:
    assert carried(f"select {duckdb}", {}) == f"SELECT {spark}"


@pytest.mark.parametrize(
    "sql",
    [
        "select regexp_matches(a, b) from t",
        "select regexp_replace(a, '(b)', '\\1') from t",
        "select date_diff('week', a, b) from t",
        "select a, $value from t qualify row_number() over (order by a) = 1",
        "select $missing as a",
        "select from where",
    ],
)
def test_what_has_no_like_is_refused(sql: str) -> None:
    with pytest.raises(NotCarriedError):
        carried(sql, {"value": "1 from secrets"})


# What is derived from places is computed on this machine, whatever the engine.
@pytest.mark.parametrize("code", [code for code, model in MODELS.items() if not model.derived])
def test_every_shipped_model_is_carried_over(code: str) -> None:
    model = MODELS[code]
    values = values_of(model, {})
    for sql in (model.sql, *skip_counts(model)):
        assert "$" not in carried(sql, values).replace("'$1'", "")
    assert set(result_types(model, values)) == set(model.columns)


def test_the_address_says_which_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(engine_in_force(), OnDuckdb)
    monkeypatch.setenv("AUDIT_WAREHOUSE_URL", "duckdb")
    assert isinstance(engine_in_force(), OnDuckdb)
    monkeypatch.setenv("AUDIT_WAREHOUSE_URL", "sc://127.0.0.1:1/;token=geheim")
    assert (engine_in_force().name, engine_name(MODELS["M04"])) == ("spark", "spark")
    assert engine_name(MODELS["M17"]) == OnDuckdb.name
    # Nothing listens there, or what it needs is not installed.
    with pytest.raises(NotRunnableError, match=r"127\.0\.0\.1:1 |requirements-spark"):
        engine_in_force().check()
    assert shown("AUDIT_WAREHOUSE_URL") == "sc://127.0.0.1:1/;…"
    monkeypatch.setenv("AUDIT_WAREHOUSE_URL", "http://cluster")
    with pytest.raises(NotRunnableError):
        engine_in_force()
