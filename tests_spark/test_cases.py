"""The rows of a model's cases, all at once: edges that the invented warehouse lacks, on both engines."""

from pathlib import Path

import pytest

from data.dataset_types import dataset_types
from data.duck import open_duck
from data.warehouse import Version
from queries.audit_models.engines.engine import ModelEngine, Work
from queries.audit_models.engines.on_duckdb import OnDuckdb
from queries.audit_models.model import AuditModel
from queries.audit_models.relations import duck_type
from queries.audit_models.values import values_of
from tests_spark.test_models import LIMITS, MODELS, differences, kept, ran


def versions(model: AuditModel) -> dict[str, Version]:
    """Each relation with the rows that it has in any case of the model."""
    with open_duck() as duck:
        made = {}
        for relation, requirement in model.requires.items():
            columns = dataset_types()[requirement.dataset_type].columns
            declared = ", ".join(f"{column.name} {duck_type(column.type)}" for column in columns)
            duck.execute(f"create table {relation} ({declared})")
            for case in model.cases:
                for row in case.tables.get(relation, ()):
                    signs = ", ".join("?" for __ in row)
                    duck.execute(
                        f"insert into {relation} ({', '.join(row)}) values ({signs})", list(row.values())
                    )
            folder = f"{model.code}-{relation}"
            made[relation] = kept(duck, relation, f"from {relation}", folder=folder)
    return made


@pytest.mark.parametrize("code", MODELS)
def test_the_rows_of_the_cases_give_the_same(spark: ModelEngine, tmp_path: Path, code: str) -> None:
    model = MODELS[code]
    given = {str(sorted(case.params.items())): case.params for case in model.cases}
    reads = versions(model)
    for number, params in enumerate(given.values()):
        values = values_of(model, params)
        files = [tmp_path / f"{name}{number}" / "hits.parquet" for name in ("duckdb", "spark")]
        wanted = ran(OnDuckdb(), Work(model, values, reads, files[0], LIMITS))
        assert ran(spark, Work(model, values, reads, files[1], LIMITS)) == wanted
        assert differences(*files) == {}
