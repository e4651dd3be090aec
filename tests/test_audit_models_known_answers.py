"""Models on data of others, with answers that are known: Cardinal's examples, tenders of the World Bank."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from data.access.roles import COMMAND_LINE
from data.bringing.bring_in import Bringing, bring_in
from data.bringing.bring_in_ocds import bring_in_ocds
from data.duck import open_duck
from data.engine import reading
from queries.audit_models.cases import used
from queries.audit_models.choosing import choose
from queries.audit_models.model import AuditModel
from queries.audit_models.relations import empty_select, relation_select
from queries.audit_models.shipped import shipped_models
from queries.audit_models.values import values_of, values_under

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
CARDINAL, WORLD_BANK = DATA / "cardinal_ocds", DATA / "worldbank_bids" / "bids.csv"

# The columns of a result that say whom Cardinal flags as a tenderer.
TENDERERS = {
    "R024": ("winner_id", "rival_id"),
    "R028": ("first_id", "last_id"),
    "R030": ("winner_id",),
    "R035": ("winner_id",),
}
VALUES = {"R024": "gap_rate", "R035": "disqualified_count"}


def model_of(name: str) -> AuditModel:
    return next(model for model in shipped_models().values() if name in (model.code, *model.aliases))


def hits(engine: Engine, name: str, on: tuple[str, ...], **given: Any) -> list[dict[str, Any]]:
    """What a model finds under this name in the datasets, as rows."""
    model = model_of(name)
    with reading(engine) as connection:
        chosen = choose(connection, COMMAND_LINE, model, on)
    values = values_of(model, values_under(model, name, given))
    with open_duck() as duck:
        for relation, requirement in model.requires.items():
            choice = chosen.get(relation)
            rows = relation_select(requirement, choice.version) if choice else empty_select(requirement)
            duck.execute(f"create view {relation} as {rows}")
        asked = duck.execute(model.sql, used(model.sql, values))
        names = [column for column, *_rest in asked.description or ()]
        return [dict(zip(names, row, strict=True)) for row in asked.fetchall()]


@pytest.mark.skipif(not CARDINAL.is_dir(), reason="../shared/data/cardinal_ocds is not here")
@pytest.mark.parametrize("code", ["R018", "R024", "R028", "R030", "R035", "R036"])
def test_cardinals_examples_are_flagged_exactly(sqlite_engine: Engine, code: str) -> None:
    file = CARDINAL / f"{code}.jsonl"
    became = bring_in_ocds(
        sqlite_engine, COMMAND_LINE, Bringing(file, file.name, "command_line", dataset=code.lower())
    )
    assert all(outcome.refused == 0 for outcome in became.outcomes)
    wanted = json.loads((CARDINAL / f"{code}.expected").read_text("utf-8"))
    found = hits(sqlite_engine, code, tuple(outcome.dataset for outcome in became.outcomes))
    value = VALUES.get(code)
    flagged = {row["tender_code"]: {code: float(row[value]) if value else 1.0} for row in found}
    assert flagged == wanted["OCID"]
    assert len(found) == len(flagged)
    by_name = hits(sqlite_engine, code, (code,))
    assert {row["tender_code"] for row in by_name} == flagged.keys(), "the datasets of one file by its name"
    tenderers = {row[column] for row in found for column in TENDERERS.get(code, ())}
    assert tenderers == wanted.get("Tenderer", {}).keys()


@pytest.mark.skipif(not WORLD_BANK.is_file(), reason="../shared/data/worldbank_bids is not here")
def test_contracts_of_the_world_bank(sqlite_engine: Engine) -> None:
    asked = Bringing(WORLD_BANK, WORLD_BANK.name, "command_line", dataset="world_bank", dataset_type="bids")
    outcome = bring_in(sqlite_engine, COMMAND_LINE, asked)
    assert (outcome.rows, outcome.refused) == (16_942, 0)
    assert len(hits(sqlite_engine, "R018", ("world_bank",))) == 786, "contracts with exactly one bid"
    assert len(hits(sqlite_engine, "M05", (), fewest=2, counted="bids")) == 786
    cheaper = hits(sqlite_engine, "M39", ())
    assert len({row["tender_code"] for row in cheaper}) == len(cheaper) == 331, "a cheaper bid lost"
    assert all(row["loser_fen"] < row["winner_fen"] for row in cheaper)
