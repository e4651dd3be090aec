"""Every shipped model gives the same rows, of the same types, on Spark as on DuckDB."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data.demo.warehouse.build import TABLES, demo_warehouse
from data.duck import open_duck, quoted
from data.warehouse import StoredColumn, Version
from data.warehouse.folders import version_folder
from queries.audit_models.engines.engine import ModelEngine, Work
from queries.audit_models.engines.on_duckdb import OnDuckdb
from queries.audit_models.shipped import shipped_models
from queries.audit_models.values import values_of
from queries.workbench.limits import Limits

# What is derived from places is computed on this machine, whatever the engine.
MODELS = {code: model for code, model in shipped_models().items() if not model.derived}
LIMITS = Limits(seconds=300, rows=0, memory_mb=2048, spill_mb=4096)


@pytest.fixture(scope="module")
def warehouse() -> Mapping[str, Version]:
    """The invented warehouse as versions, one of each type."""
    with demo_warehouse() as duck:
        return {name: kept(duck, name, f"from {name}") for name in TABLES}


def kept(duck: duckdb.DuckDBPyConnection, name: str, sql: str, *, folder: str = "") -> Version:
    """A version whose only arrival are the rows of the SQL."""
    place = version_folder(folder or name)
    place.mkdir(parents=True, exist_ok=True)
    duck.execute(f"copy ({sql}) to {quoted(place / 'part-00000.parquet')} (format parquet)")
    columns = [(name, kind) for name, kind, *_rest in duck.execute(f"describe {sql}").fetchall()]
    return version(columns, (folder or name,))


def version(columns: list[tuple[str, str]], folders: tuple[str, ...]) -> Version:
    """Facts of a version with these columns (name, DuckDB type) and the files of these folders."""
    return Version(
        version_id=1,
        dataset_id=1,
        number=1,
        change="replace",
        row_count=0,
        refused_count=0,
        columns=tuple(StoredColumn(name, name, kind) for name, kind in columns),
        folders=folders,
        original_name="",
        original_sha256="",
        original_bytes=0,
        encoding=None,
        sheet=None,
        delivery="",
        quality_basis_points=None,
        report={},
        recipe_id=None,
        loaded_by="",
        loaded_at=datetime(2026, 11, 20, tzinfo=UTC),
    )


def ran(engine: ModelEngine, work: Work) -> tuple[int, tuple[int, ...]]:
    """(rows, rows that could not be judged for each reason); the rows are in the file of hits."""
    work.hits_file.parent.mkdir(parents=True, exist_ok=True)
    outcome = engine.start(work, lambda __: None).wait(400)
    assert outcome is not None
    assert (outcome.outcome, outcome.reason, outcome.message) == ("done", "", "")
    return outcome.rows, outcome.counts


def differences(one: Path, other: Path) -> dict[str, Any]:
    """What is unlike between two files of hits: types of columns, or rows that only one of them has."""
    with open_duck() as duck:
        types = [
            duck.execute(f"describe from read_parquet({quoted(file)})").fetchall() for file in (one, other)
        ]
        if types[0] != types[1]:
            return {"types": [each[:2] for each in types[0]], "other": [each[:2] for each in types[1]]}
        asked = "from read_parquet({}) except all from read_parquet({})"
        only = [
            duck.execute(asked.format(quoted(here), quoted(there))).fetchall()
            for here, there in ((one, other), (other, one))
        ]
    return {"only the one": only[0][:3], "only the other": only[1][:3]} if any(only) else {}


@pytest.mark.parametrize("code", MODELS)
def test_a_model_gives_the_same_rows(
    spark: ModelEngine, warehouse: Mapping[str, Version], tmp_path: Path, code: str
) -> None:
    model = MODELS[code]
    versions = {part.relation: warehouse[part.dataset_type] for part in model.requires.values()}
    work = {
        engine.name: Work(
            model, values_of(model, {}), versions, tmp_path / engine.name / "hits.parquet", LIMITS
        )
        for engine in (OnDuckdb(), spark)
    }
    wanted = ran(OnDuckdb(), work["duckdb"])
    assert ran(spark, work["spark"]) == wanted
    assert differences(work["duckdb"].hits_file, work["spark"].hits_file) == {}
