"""A model under another name begins with the thresholds of that name; an optional relation may be missing."""

import pytest
from sqlalchemy import Engine

from data.duck import open_duck
from data.engine import reading
from queries.audit_models.choosing import NotRunnableError, choose
from queries.audit_models.model import AuditModel
from queries.audit_models.reading import ModelFaultError, read_model
from queries.audit_models.relations import empty_select
from queries.audit_models.shipped import shipped_models
from queries.audit_models.values import ValueRefusedError, values_of, values_under
from tests.dataset_rows import KEEPER

MODEL = shipped_models()["M04"]


def changed(old: str, new: str, text: str = MODEL.text) -> AuditModel:
    return read_model(text.replace(old, new, 1))


def test_an_alias_begins_with_its_own_threshold_and_a_given_value_goes_before_it() -> None:
    assert values_of(MODEL, values_under(MODEL, "M04", {}))["min_days"] == 20
    assert values_of(MODEL, values_under(MODEL, "r003", {}))["min_days"] == 15
    assert values_of(MODEL, values_under(MODEL, "R003", {"min_days": "30"}))["min_days"] == 30


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("[alias_params.R003]", "[alias_params.R004]", "R004"),
        ("min_days = 15", "most_days = 15", "most_days"),
        ("min_days = 15", "min_days = 0", "1"),
        ("min_days = 15", 'min_days = "soon"', "soon"),
    ],
)
def test_what_an_alias_says_is_checked(old: str, new: str, fault: str) -> None:
    with pytest.raises(ModelFaultError, match=fault):
        changed(old, new)


def test_values_of_a_run_are_still_checked() -> None:
    with pytest.raises(ValueRefusedError):
        values_of(MODEL, values_under(MODEL, "R003", {"least_days": 3}))


@pytest.fixture
def optional() -> AuditModel:
    return changed("[requires.tenders]", "[requires.tenders]\nis_optional = true")


def test_a_model_without_any_of_its_optional_relations_cannot_run(
    sqlite_engine: Engine, optional: AuditModel
) -> None:
    assert optional.requires["tenders"].is_optional
    with reading(sqlite_engine) as connection, pytest.raises(NotRunnableError):
        choose(connection, KEEPER, optional)


def test_a_missing_relation_has_its_columns_and_no_row(optional: AuditModel) -> None:
    with open_duck() as duck:
        asked = duck.execute(empty_select(optional.requires["tenders"]))
        names = [name for name, *_rest in asked.description or ()]
        assert {"tender_code", "bid_deadline_date"} <= set(names)
        assert asked.fetchall() == []


def test_all_eleven_indicators_of_cardinal_can_be_run_under_their_codes() -> None:
    codes = {alias for model in shipped_models().values() for alias in model.aliases}
    cardinal = "R003 R018 R024 R025 R028 R030 R035 R036 R038 R048 R058"
    assert set(cardinal.split()) <= codes
    fences = {
        name: model.alias_params[name] for model in shipped_models().values() for name in model.alias_params
    }
    assert all(fences[name]["limit_by"] == "fence" for name in ("R024", "R025", "R038", "R058"))
