"""Every shipped model keeps to its own cases, and says all that a card and a run need."""

import re

import pytest

from queries.audit_models.cases import try_cases
from queries.audit_models.shipped import shipped_models

MODELS = shipped_models()


@pytest.mark.parametrize("code", MODELS)
def test_a_model_keeps_to_its_cases(code: str) -> None:
    model = MODELS[code]
    outcomes = {case.outcome for case in model.cases}
    assert {"flagged", "clean"} <= outcomes, "a model shows what it flags and what it lets pass"
    assert ("skipped" in outcomes) == bool(model.skips), "what cannot be judged has a case"
    assert [(tried.case.why, tried.fault) for tried in try_cases(model) if tried.fault] == []


@pytest.mark.parametrize("code", MODELS)
def test_a_model_names_its_law_and_its_summary_its_columns(code: str) -> None:
    model = MODELS[code]
    assert model.basis
    for words in (model.summary.zh, model.summary.en):
        assert set(re.findall(r"{(\w+)}", words)) <= model.columns.keys() | model.params.keys()
    for param in model.params.values():
        assert param.basis, f"{param.name}: where its default comes from"


def test_codes_and_aliases_are_each_of_one_model() -> None:
    names = [name for model in MODELS.values() for name in (model.code, *model.aliases)]
    assert len(names) == len(set(names))
