"""From a person to its rows elsewhere: never past a mask that the reader could see through by that way."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import Connection, Engine

from data.access.roles import COMMAND_LINE, User
from data.data_room.dataset_shares import share
from data.duck import open_duck
from data.engine import reading
from queries.audit_models.catalogue import model_named, publish_shipped
from queries.audit_models.hits import seen_run
from queries.audit_models.parties import FoundParty, hits_with, parties_of_hit, suspects_with
from queries.audit_models.party_rows import datasets_with, places_of, rows_with
from queries.audit_models.registered import register_hits
from queries.audit_models.running import start_run
from queries.suspects.revisions import seen as standing_of
from tests.dataset_rows import KEEPER, OTHER_KEEPER, READER, add_shared_dataset, bring

# Its last digit is wrong: the model finds it.
PERSON = "select '990101199001011234' as identity_number, '张三丰' as person_name"
GUESSER = replace(OTHER_KEEPER, roles=frozenset({"data_room", "auditor"}))
MASKS = {"identity_number": "identity", "person_name": "name"}


@pytest.fixture
def bureau(sqlite_engine: Engine) -> Engine:
    add_shared_dataset(sqlite_engine, "select 1 as n")
    publish_shipped(sqlite_engine)
    return sqlite_engine


def brought(engine: Engine, user: User, name: str, dataset_type: str, *, is_unmasked: bool = False) -> None:
    more = ", '甲局' as unit_name" if dataset_type == "persons" else ""
    bring(engine, user, name, PERSON + more, MASKS, dataset_type=dataset_type)
    for reader in {READER, GUESSER} - {user}:
        share(engine, user, name, with_user=reader.user_name, is_unmasked=is_unmasked)


def person_found(engine: Engine, connection: Connection, name: str, user: User = READER) -> FoundParty:
    model = model_named(connection, "M33")
    assert model is not None
    started = start_run(engine, COMMAND_LINE, model, on=[name])
    outcome = started.process.wait(60)
    assert outcome is not None
    assert outcome.rows == 1
    (party,) = parties_of_hit(seen_run(connection, user, started.facts), 0)
    return party


def led_to(connection: Connection, user: User, party: FoundParty) -> list[str]:
    with open_duck() as duck:
        rows = datasets_with(places_of(connection, user, party), party, duck, lambda: None)
        assert all(rows_with(each, party, duck) for each in rows)
        return sorted(each.facts.name for each in rows)


@pytest.fixture
def found(bureau: Engine) -> Callable[..., list[str]]:
    def find(name: str, user: User = READER) -> list[str]:
        with reading(bureau) as connection:
            return led_to(connection, user, person_found(bureau, connection, name, user))

    return find


def test_what_is_masked_leads_to_what_one_owner_masks_alike(
    bureau: Engine, found: Callable[..., list[str]]
) -> None:
    brought(bureau, KEEPER, "人员", "persons")
    brought(bureau, KEEPER, "死亡", "deaths")
    assert found("人员") == ["人员", "死亡"]


def test_what_is_masked_leads_to_nothing_of_an_owner_who_may_not_see_it(
    bureau: Engine, found: Callable[..., list[str]]
) -> None:
    brought(bureau, KEEPER, "人员", "persons")
    brought(bureau, OTHER_KEEPER, "死亡", "deaths")
    assert found("人员") == ["人员"]


def test_a_list_of_guesses_leads_to_no_masked_rows(bureau: Engine, found: Callable[..., list[str]]) -> None:
    """The reader knows the number: a row elsewhere behind a mask would be that person's."""
    brought(bureau, GUESSER, "名单", "persons")
    brought(bureau, KEEPER, "死亡", "deaths")
    assert found("名单", GUESSER) == ["名单"]
    assert found("名单") == ["名单"]  # who was given the list may share it with somebody else
    share(bureau, KEEPER, "死亡", with_user=GUESSER.user_name, is_unmasked=True)
    assert found("名单", GUESSER) == ["名单", "死亡"]


def test_what_is_masked_leads_to_nothing_that_shows_the_number(
    bureau: Engine, found: Callable[..., list[str]]
) -> None:
    brought(bureau, KEEPER, "人员", "persons")
    brought(bureau, KEEPER, "死亡", "deaths", is_unmasked=True)
    assert found("人员") == ["人员"]


def test_a_list_of_guesses_leads_to_no_hit_and_no_suspect(bureau: Engine) -> None:
    brought(bureau, KEEPER, "人员", "persons")
    brought(bureau, GUESSER, "名单", "persons")
    with reading(bureau) as connection:
        masked = person_found(bureau, connection, "人员")
        model = model_named(connection, "M33")
        assert model is not None
        started = start_run(bureau, COMMAND_LINE, model, on=["人员"])
        started.process.wait(60)
        hidden = seen_run(connection, COMMAND_LINE, started.facts)
    (suspect_id,) = register_hits(bureau, COMMAND_LINE, hidden).suspect_ids
    with reading(bureau) as connection:
        assert standing_of(connection, READER, [suspect_id])
        assert suspects_with(connection, READER, masked) == (suspect_id,)
        with open_duck() as duck:
            (hits,) = hits_with(connection, READER, masked, duck, lambda: None)
        assert hits.count == 1
        guessed = person_found(bureau, connection, "名单", GUESSER)
        assert guessed.name == "张三丰"
        assert suspects_with(connection, GUESSER, guessed) == ()
        assert suspects_with(connection, COMMAND_LINE, guessed) == (suspect_id,)
    with reading(bureau) as connection, open_duck() as duck:
        # The newest run is that of the list itself: its own hit, and no other.
        (own,) = hits_with(connection, GUESSER, guessed, duck, lambda: None)
        assert own.facts.read[0].dataset_name == "名单"
