"""Every shipped model keeps to its own cases, and says all that a card and a run need."""

import re
from collections.abc import Iterator
from dataclasses import replace

import duckdb
import pytest

from data.dataset_types import dataset_types
from data.language import use_language
from queries.audit_models.cases import run_case, trial, try_cases
from queries.audit_models.hits import key_of
from queries.audit_models.model import ResultColumn
from queries.audit_models.said import in_words
from queries.audit_models.shipped import shipped_models

MODELS = shipped_models()
HAN = re.compile("[一-鿿]")

# Where an empty cell says something itself, and nothing has to be judged.
SAYING = {
    ("M10", "main_contract_code"): "the contract is no supplement",
    ("M15", "completed_date"): "the works are not completed",
    ("M20", "quality_bond_fen"): "no bond was agreed",
    ("M24B", "debit_fen"): "the entry is a credit",
    ("M25D", "debit_fen"): "the entry is a credit",
    ("M47", "price_fen"): "the land was allocated without a price",
}


def english(column: ResultColumn, text: str) -> str:
    use_language("en")
    try:
        return str(in_words(column, text))
    finally:
        use_language("zh")


@pytest.fixture(scope="module")
def duck() -> Iterator[duckdb.DuckDBPyConnection]:
    with trial() as opened:
        yield opened


@pytest.mark.parametrize("code", MODELS)
def test_a_model_keeps_to_its_cases(code: str) -> None:
    model = MODELS[code]
    outcomes = {case.outcome for case in model.cases}
    assert {"flagged", "clean"} <= outcomes, "a model shows what it flags and what it lets pass"
    assert ("skipped" in outcomes) == bool(model.skips), "what cannot be judged has a case"
    assert [(tried.case.why, tried.fault) for tried in try_cases(model) if tried.fault] == []


@pytest.mark.parametrize("code", MODELS)
def test_the_key_tells_the_suspects_of_a_case_apart(code: str, duck: duckdb.DuckDBPyConnection) -> None:
    """And what the SQL writes itself, instead of taking it from the data, is said in English too."""
    model = MODELS[code]
    for case in (case for case in model.cases if case.outcome == "flagged"):
        rows = run_case(model, case, duck)[0]
        keys = [tuple(key_of(model, row)) for row in rows]
        assert len(keys) == len(set(keys)), case.why
        given = str(case.tables)
        for name, column in model.columns.items():
            texts = {row[name] for row in rows if isinstance(row[name], str)}
            own = {text for text in texts if any(part not in given for part in text.split("、"))}
            assert not any(HAN.search(english(column, text)) for text in own), (name, own)


@pytest.mark.parametrize("code", MODELS)
def test_a_model_names_its_law_and_its_summary_its_columns(code: str) -> None:
    model = MODELS[code]
    assert model.basis
    for words in (model.summary.zh, model.summary.en):
        assert set(re.findall(r"{(\w+)}", words)) <= model.columns.keys() | model.params.keys()
    for param in model.params.values():
        assert param.basis, f"{param.name}: where its default comes from"


@pytest.mark.parametrize("code", MODELS)
def test_cases_say_why_in_both_languages(code: str) -> None:
    for case in MODELS[code].cases:
        assert HAN.search(case.why.zh), case.why.zh
        assert not HAN.search(case.why.en), case.why.en


def test_codes_and_aliases_are_each_of_one_model() -> None:
    names = [name for model in MODELS.values() for name in (model.code, *model.aliases)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("code", MODELS)
def test_what_lacks_a_column_that_decides_is_not_passed_over(
    code: str, duck: duckdb.DuckDBPyConnection
) -> None:
    """The first case that is flagged, without each column the model needs: it is told, not clean."""
    model = MODELS[code]
    case = next(case for case in model.cases if case.outcome == "flagged")
    passed_over = set()
    for relation, requirement in model.requires.items():
        columns = {column.name: column for column in dataset_types()[requirement.dataset_type].columns}
        rows = case.tables.get(relation, ())
        for name in requirement.columns:
            if columns[name].is_required or not any(name in row for row in rows):
                continue
            without = tuple({key: value for key, value in row.items() if key != name} for row in rows)
            lacking = replace(case, tables={**case.tables, relation: without})
            suspects, skipped = run_case(model, lacking, duck)
            if not suspects and not skipped:
                passed_over.add((code, name))
    assert passed_over == {key for key in SAYING if key[0] == code}
