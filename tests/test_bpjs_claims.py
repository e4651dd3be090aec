"""Claims that somebody else invented and labelled: they map without a hand, and what models find is told.

The labels (eight kinds of fraud, 99 of 360 claims) are read here only; no model sees them. `pytest -s` prints
the figures.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest
from sqlalchemy import Engine

from data.bringing.bring_in import Bringing, bring_in
from data.engine import reading
from data.warehouse import versions
from queries.audit_models.relations import relation_select
from queries.audit_models.scoring import score
from queries.audit_models.shipped import shipped_models
from tests.dataset_rows import KEEPER, signed

FILE = Path(__file__).resolve().parents[2] / "shared/data/bpjs_claims/claims_synthetic_360.csv"
pytestmark = pytest.mark.skipif(not FILE.exists(), reason="the labelled claims are not on this machine")

NOT_FRAUD = "-"
# Which kinds each model can see by what it asks: (model, kinds that it is about).
ABOUT = {
    "M42B": {"Prolonged of Stay"},
    "M43": {"Repeat Billing"},
    "M44": {"Inflated Bill", "Upcoding", "Services Unbundling", "Type of Room Charge", "Phantom Billing"},
}


@dataclass(frozen=True)
class Labelled:
    """The claims as a relation, and the label of each claim."""

    connection: duckdb.DuckDBPyConnection
    labels: dict[str, str]
    claimed: int  # rupiah in the file

    def hits(self, code: str) -> Counter[str]:
        """How many claims of each label the model lists."""
        model = shipped_models()[code]
        place = model.key.index("claim_code")
        found = {key[place] for key in score(self.connection, model, frozenset()).others}
        return Counter(self.labels[claim] for claim in found)


@pytest.fixture
def claims(sqlite_engine: Engine) -> Iterator[Labelled]:
    signed(sqlite_engine, KEEPER)
    asked = Bringing(FILE, FILE.name, "command_line", dataset="claims", dataset_type="claims")
    bring_in(sqlite_engine, KEEPER, asked)
    with reading(sqlite_engine) as connection:
        (version,) = versions(connection, 1)
    requirement = shipped_models()["M44"].requires["claims"]
    with FILE.open(encoding="utf-8-sig") as file, duckdb.connect() as duck:
        rows = list(csv.DictReader(file))
        labels = {row["ID Klaim"]: row["Jenis Fraud (Jika Terbukti)"] for row in rows}
        claimed = sum(int(row["Tarif Diklaim (Rp)"]) for row in rows)
        duck.execute(f"create table claims as {relation_select(requirement, version)}")
        yield Labelled(duck, labels, claimed)


def test_they_map_without_a_hand_and_models_say_what_they_find(claims: Labelled) -> None:
    filled = "count(person_code), count(item_name), count(standard_fen), count(stay_days), sum(amount_fen)"
    told = claims.connection.execute(f"select count(*), {filled} from claims").fetchone()
    assert told == (360, 360, 360, 360, 360, claims.claimed * 100)
    kinds = Counter(claims.labels.values())
    hits = {code: claims.hits(code) for code in ABOUT}
    for code, by_kind in hits.items():
        listed = sum(by_kind.values())
        print(f"\n{code}: {listed} claims, {listed - by_kind[NOT_FRAUD]} of them labelled as fraud")
        for kind in sorted(kinds - Counter([NOT_FRAUD] * len(claims.labels))):
            recall, precision = by_kind[kind] / kinds[kind], by_kind[kind] / listed
            aside = "" if kind in ABOUT[code] else " (not what the model asks)"
            print(f"  {kind}: recall {recall:.0%}, precision {precision:.0%}{aside}")

    # Half of the long stays lie inside what is usual for a stay in hospital.
    assert hits["M42B"] == {"Prolonged of Stay": 7}
    # Of 22 repeated claims only 10 follow a claim of the same person and service in the file.
    assert hits["M43"] == {"Repeat Billing": 9}
    # The amount alone cannot tell these kinds apart; repeated claims cost what they should.
    assert hits["M44"][NOT_FRAUD] == 0
    assert hits["M44"]["Repeat Billing"] == 0
    assert sum(hits["M44"].values()) == 76
    assert hits["M44"]["Inflated Bill"] == kinds["Inflated Bill"] == 12
    assert hits["M44"]["Phantom Billing"] == 9
