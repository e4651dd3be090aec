"""Models against the planted truth of the invented warehouse: all of it is found, and how much beside it."""

from typing import Any

import duckdb
import numpy as np
import pytest

from data.demo.investment_layers import TITLES
from data.demo.investment_sites import protected_land
from data.demo.warehouse.planted import planted, reasons
from data.geo.layers.areas import demonstration_districts
from queries.audit_models.cases import used
from queries.audit_models.scoring import Key, Score, relations_over, score
from queries.audit_models.shipped import shipped_models
from queries.audit_models.spatial.given import Areas
from queries.audit_models.values import values_of

MODELS = shipped_models()

# What a model lists beside the planted, and why. Chance decides it, but the rows are the same on every run.
OTHERS = {
    "M22": 6,  # small units whose few large payments happened to fall into October to December
    "M43": 2,  # two stays of one illness in which the same item cost nearly the same
}
# Chance alone gives these models something to find; whether it is true nobody planted.
UNKNOWN = {"M06B": 0, "M09": 0, "M09B": 1, "M40": 0, "M41": 0}


@pytest.fixture(scope="module")
def warehouse(invented_tables: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    return invented_tables


@pytest.fixture(scope="module")
def areas() -> Areas:
    """The districts and the protected land of the demonstration, as its layers have them."""
    districts, lands = demonstration_districts(), protected_land()
    return Areas(
        (*("districts" for __ in districts.codes), *(land.kind for land in lands)),
        (*("" for __ in districts.codes), *(TITLES[land.kind] for land in lands)),
        (*districts.codes, *(land.code for land in lands)),
        (*districts.names, *(land.name for land in lands)),
        np.array([*districts.shapes, *(land.shape for land in lands)], dtype=object),
    )


@pytest.fixture(scope="module")
def truth(warehouse: duckdb.DuckDBPyConnection) -> dict[str, frozenset[Key]]:
    return planted(warehouse)


@pytest.mark.parametrize("code", MODELS)
def test_every_planted_case_is_found(
    warehouse: duckdb.DuckDBPyConnection, truth: dict[str, frozenset[Key]], areas: Areas, code: str
) -> None:
    told = score(warehouse, MODELS[code], truth.get(code), areas=areas)
    if code not in truth:
        assert (told.found, told.recall, told.precision) == (UNKNOWN[code], None, None)
        return
    assert told.missed == ()
    assert told.recall == 1
    assert len(told.others) == OTHERS.get(code, 0), told.others[:5]


@pytest.mark.parametrize("code", sorted(set(MODELS) - {"M06B", "M09", "M40", "M41"}))
def test_every_suspect_leads_to_its_source_rows(
    warehouse: duckdb.DuckDBPyConnection, areas: Areas, code: str
) -> None:
    """The first kind of evidence has rows for each suspect."""
    model = MODELS[code]
    values = values_of(model, {})
    with relations_over(warehouse, model, values, areas):
        asked = warehouse.execute(model.sql, used(model.sql, values))
        names = [name for name, *_rest in asked.description or ()]
        suspects = [dict(zip(names, row, strict=True)) for row in asked.fetchall()[:40]]
    assert set(names) == set(model.columns)
    for place, evidence in enumerate(model.evidence):
        source = model.requires[evidence.relation].dataset_type
        sql = f"select count(*) from {source} as {evidence.relation} where {evidence.where}"
        counts = [warehouse.execute(sql, used(sql, suspect)).fetchall()[0][0] for suspect in suspects]
        assert place > 0 or min(counts) > 0, (evidence.relation, evidence.where)


def test_the_truth_names_models_and_none_is_empty(truth: dict[str, frozenset[Key]]) -> None:
    assert set(truth) | set(UNKNOWN) == set(MODELS)
    assert min(map(len, truth.values())) > 0
    assert set(reasons()) == set(truth)
    for code, keys in truth.items():
        assert {len(key) for key in keys} == {len(MODELS[code].key)}, code


def test_what_is_missed_and_what_is_listed_beside_is_told(warehouse: duckdb.DuckDBPyConnection) -> None:
    known: set[tuple[Any, ...]] = {("XM-000032",), ("XM-000064",), ("nobody",)}
    told = score(warehouse, MODELS["M18"], known)
    assert (told.planted, told.true_positives, told.found) == (3, 2, 25)
    assert told.missed == (("nobody",),)
    assert len(told.others) == 23
    assert (told.recall, told.precision) == (2 / 3, 2 / 25)
    assert Score("M00", found=0, planted=1, true_positives=0).precision is None


def test_what_the_check_on_arrival_found_counts_as_found() -> None:
    told = Score("M33", found=1, planted=4, true_positives=1, refused=3)
    assert (told.recall, told.precision) == (1, 1)
    assert Score("M33", found=1, planted=4, true_positives=1).recall == 0.25
