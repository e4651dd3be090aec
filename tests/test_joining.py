"""Two datasets compared by a key: counts made by hand, forms of keys, masks that hold, suspects with rows."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from sqlalchemy import Engine, insert, select, update

import manage
from data.access.roles import NotPermittedError, User
from data.checking.check_digits import eighteen_digits
from data.data_room.change_dataset import change_dataset
from data.data_room.dataset_access import Access, access
from data.data_room.dataset_shares import share
from data.data_room.keep_suspects import keep
from data.duck import open_duck
from data.engine import reading, writing
from data.language import use_language
from data.schema import Account, AccountRole, Dataset, Suspect, SuspectEvidence
from data.warehouse import dataset, newest
from queries.joining import matching
from queries.joining.hits import hits
from queries.joining.key_forms import COMPARISONS, key_forms
from queries.joining.matching import Joined, joined
from queries.joining.narrowing import narrowed_by
from queries.joining.proposals import proposed_keys
from queries.joining.sides import JoinRefusedError, KeyPair, Side, fault_of, owners_see_all
from queries.joining.words import match_words
from queries.quick_tests.dataset_subject import dataset_subject
from tests.dataset_rows import KEEPER, OTHER_KEEPER, READER, bring, signed

OLD, NEW = "320102490101123", "320102194901011235"  # one person, before 1999 and after
OTHER, THIRD = "320102195001014569", "320102196001017890"
PAID = f"""select * from (values
    ('{NEW}', '甲', 100), ('{NEW}', '甲', 200), ('{OTHER}', '乙', 300), ('{THIRD}', '丙', 400),
    (' ', '丁', 500)
) as paid(number, person, amount)"""
DEAD = f"""select * from (values
    ('{OLD}', '2025-01-01'), ('{OTHER}', '2025-02-01'), ('{OTHER}', '2025-02-02'),
    ('{"9" * 18}', '2025-03-01')
) as dead(number, died)"""
BY_NUMBER = (KeyPair("number", "number", "identity"),)
MASKED = Access(is_listed=True, may_read=True, is_unmasked=False)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    use_language("en")
    yield
    use_language("zh")


@pytest.fixture
def room(sqlite_engine: Engine) -> Engine:
    """Two datasets of one keeper, their numbers masked, and accounts that are who they say."""
    signed(sqlite_engine, KEEPER, OTHER_KEEPER, READER)
    with writing(sqlite_engine) as connection:
        for account_id, name in connection.execute(select(Account.account_id, Account.user_name)).all():
            role = "auditor" if name == "reader" else "data_room"
            connection.execute(insert(AccountRole).values(account_id=account_id, role=role))
    bring(sqlite_engine, KEEPER, "paid", PAID, {"number": "identity"})
    bring(sqlite_engine, KEEPER, "dead", DEAD, {"number": "identity"})
    return sqlite_engine


def sides(engine: Engine, user: User = KEEPER, *names: str) -> list[Side]:
    found = []
    with reading(engine) as connection:
        for name in names or ("paid", "dead"):
            facts = dataset(connection, name)
            assert facts is not None
            version = newest(connection, facts.dataset_id)
            assert version is not None
            found.append(Side(facts, version, access(connection, user, facts)))
    return found


def compared(engine: Engine, user: User = KEEPER) -> Joined:
    left, right = sides(engine, user)
    with reading(engine) as connection:
        is_trusted = owners_see_all(connection, user, left, right)
    return joined(open_duck(), left, right, BY_NUMBER, is_trusted=is_trusted)


# Counts and rows


def test_counts_of_both_sides(room: Engine) -> None:
    match = compared(room).match
    left, right = match.left, match.right
    assert (left.rows, left.empty, left.keys, left.matched_rows, left.matched_keys) == (5, 1, 3, 3, 2)
    assert (left.unmatched_rows, left.repeated_keys, left.largest, left.rate) == (1, 1, 2, 0.75)
    assert (right.rows, right.empty, right.keys, right.matched_rows, right.matched_keys) == (4, 0, 3, 3, 2)
    assert (match.pairs, match.is_many_to_many) == (4, True)  # 2 × 1 and 1 × 2
    assert [match.count(how) for how in matching.HOW] == [4, 1, 1, 6]
    ours, theirs = match_words(match, "paid", "dead")
    assert ours.startswith("3 of 4 rows (75.0%) of paid are in dead: 2 different keys.")
    assert ours.endswith("1 rows have no key and were not compared.")
    assert theirs == "3 of 4 rows (75.0%) of dead are in paid: 2 different keys."


def test_rows_of_each_kind(room: Engine) -> None:
    done = compared(room)
    assert [row[:2] for row in done.rows("matched", 10)] == [(1, 1), (2, 1), (3, 2), (3, 3)]
    assert [row[:2] for row in done.rows("only_left", 10)] == [(4, None)]
    assert [row[:2] for row in done.rows("only_right", 10)] == [(None, 4)]
    assert [row[:2] for row in done.rows("all", 10)] == [(1, 1), (2, 1), (3, 2), (3, 3), (4, None), (None, 4)]
    assert [name for name, *__ in done.columns] == ["number", "person", "amount", "number_2", "died"]
    assert done.rows("matched", 1)[0] == (1, 1, NEW, "甲", 100, OLD, "2025-01-01")


def test_several_columns_are_one_key(room: Engine) -> None:
    left, right = sides(room)
    twice = (*BY_NUMBER, KeyPair("person", "died"))
    assert joined(open_duck(), left, right, twice, is_trusted=True).match.pairs == 0


def test_too_many_pairs_are_not_written(room: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "MOST_PAIRS", 3)
    done = compared(room)
    with pytest.raises(JoinRefusedError):
        done.select("matched")
    assert len(done.rows("matched", 2)) == 2


@pytest.mark.parametrize(
    ("comparison", "one", "other"),
    [
        ("exact", "a-1 ", "a-1"),
        ("letters", "ａ－１", "A1"),
        ("identity", f" {OLD} ", NEW),
        ("number", "000-12", "12"),
        ("number", "000", "0"),
        ("name", "甲乙（集团）有限公司", "甲乙集团股份有限公司"),
    ],
)
def test_forms_that_are_the_same(comparison: str, one: str, other: str) -> None:
    assert form(one, comparison) == form(other, comparison) is not None


def form(word: str, comparison: str) -> str | None:
    rows = "select 1 as _row, $word as word"
    row = duckdb.execute(key_forms([("word", comparison)], rows, "_row"), {"word": word}).fetchall()[0]
    assert row is not None
    return None if row[1] is None else str(row[1])


def test_forms_that_differ_and_those_of_nothing() -> None:
    assert form("a", "exact") != form("A", "exact")
    assert form("甲公司", "name") != form("乙公司", "name")  # a sign alone is no name
    assert {form(" ", comparison) for comparison in COMPARISONS} == {None}


def test_an_old_number_becomes_the_new_one() -> None:
    row = duckdb.execute(
        f"select {eighteen_digits('$one')}, {eighteen_digits('$two')}", {"one": OLD, "two": "12"}
    ).fetchall()[0]
    assert row == (NEW, "12")


# Masks


def test_masked_keys_match_and_are_shown_masked(room: Engine) -> None:
    share(room, KEEPER, "paid", with_user="reader")
    share(room, KEEPER, "dead", with_user="reader")
    done = compared(room, READER)
    assert done.match == compared(room).match
    rows = done.rows("all", 10)
    assert rows[0][2] == "320***********1235"
    assert not any(number in repr(rows) for number in (OLD, NEW, OTHER, THIRD))


def test_a_list_of_guesses_tells_nothing(room: Engine) -> None:
    share(room, KEEPER, "paid", with_user="reader")
    bring(room, OTHER_KEEPER, "guesses", DEAD)
    share(room, OTHER_KEEPER, "guesses", with_user="reader", is_unmasked=True)
    left, right = sides(room, READER, "paid", "guesses")
    for one, other in ((left, right), (right, left)):
        with pytest.raises(JoinRefusedError, match="list of numbers"):
            joined(open_duck(), one, other, BY_NUMBER, is_trusted=True)
    assert not proposed_keys(open_duck(), left, right, is_trusted=True)
    with reading(room) as connection:
        table = dataset_subject(open_duck(), connection, left.version, left.access)
    with pytest.raises(JoinRefusedError):
        narrowed_by(table, left, right, BY_NUMBER, "matched", is_trusted=True)


def test_nor_does_a_list_that_somebody_else_masks(room: Engine) -> None:
    """Two who work together: one brings the guesses and shares them masked, the other joins."""
    share(room, KEEPER, "paid", with_user="reader")
    bring(room, OTHER_KEEPER, "guesses", DEAD, {"number": "identity"})
    share(room, OTHER_KEEPER, "guesses", with_user="reader")
    left, right = sides(room, READER, "paid", "guesses")
    with reading(room) as connection:
        assert not owners_see_all(connection, READER, left, right)
    with pytest.raises(JoinRefusedError, match="two owners"):
        joined(open_duck(), left, right, BY_NUMBER, is_trusted=False)
    # Once each of them sees all of the other, there is nothing to guess.
    share(room, KEEPER, "paid", with_user="keeper2", is_unmasked=True)
    share(room, OTHER_KEEPER, "guesses", with_user="keeper", is_unmasked=True)
    with reading(room) as connection:
        assert owners_see_all(connection, READER, left, right)


def test_nor_does_a_list_that_was_given_away(room: Engine) -> None:
    """Somebody brings guesses, masks and shares them, and makes the other's owner their owner."""
    share(room, KEEPER, "paid", with_user="keeper2")
    bring(room, OTHER_KEEPER, "guesses", DEAD, {"number": "identity"})
    share(room, OTHER_KEEPER, "guesses", with_user="keeper2")
    change_dataset(room, OTHER_KEEPER, "guesses", owner="keeper")
    left, right = sides(room, OTHER_KEEPER, "paid", "guesses")
    assert left.masks == right.masks == {"number": "identity"}
    with reading(room) as connection:
        assert not owners_see_all(connection, OTHER_KEEPER, left, right)
        assert owners_see_all(connection, READER, left, right)
    # Once the new owner has replaced the rows, nothing of the list is compared any more.
    bring(room, KEEPER, "guesses", DEAD, {"number": "identity"}, change="replace")
    left, right = sides(room, OTHER_KEEPER, "paid", "guesses")
    with reading(room) as connection:
        assert owners_see_all(connection, OTHER_KEEPER, left, right)


def test_masks_that_differ_do_not_help_each_other(room: Engine) -> None:
    left, right = (replace(side, access=MASKED) for side in sides(room))
    for mask in ("account", "whole"):
        columns = tuple(
            replace(column, mask=mask if column.mask else None) for column in right.version.columns
        )
        other = replace(right, version=replace(right.version, columns=columns))
        assert fault_of(BY_NUMBER[0], left, other, is_trusted=True) is not None
    both_whole = [_hidden(side) for side in (left, right)]
    assert fault_of(BY_NUMBER[0], *both_whole, is_trusted=True) is not None


def _hidden(side: Side) -> Side:
    columns = tuple(replace(column, mask=column.mask and "whole") for column in side.version.columns)
    return replace(side, version=replace(side.version, columns=columns))


def test_who_may_not_read_compares_nothing(room: Engine) -> None:
    left, right = sides(room, READER)
    with pytest.raises(NotPermittedError):
        joined(open_duck(), left, right, BY_NUMBER, is_trusted=True)


def test_unknown_columns_and_comparisons_are_said(room: Engine) -> None:
    left, right = sides(room)
    for pairs in ((), (KeyPair("gone", "number"),), (KeyPair("number", "number", "magic"),)):
        with pytest.raises(JoinRefusedError):
            joined(open_duck(), left, right, pairs, is_trusted=True)


# What comes of it


def test_columns_that_fit_are_proposed(room: Engine) -> None:
    left, right = sides(room)
    (best, *__) = proposed_keys(open_duck(), left, right, is_trusted=True)
    assert best.pair == BY_NUMBER[0]
    assert best.share == pytest.approx(2 / 3)


def test_names_that_are_masked_are_not_proposed(sqlite_engine: Engine) -> None:
    """Who sees them may match by them; to others it would say who is who, and names repeat."""
    signed(sqlite_engine, KEEPER, READER)
    with writing(sqlite_engine) as connection:
        for account_id, role in ((1, "data_room"), (2, "auditor")):
            connection.execute(insert(AccountRole).values(account_id=account_id, role=role))
    rows = f"select * from (values ('{NEW}', '甲乙'), ('{OTHER}', '丙丁')) as people(number, person_name)"
    for name in ("paid", "dead"):
        bring(sqlite_engine, KEEPER, name, rows, {"number": "identity", "person_name": "name"})
        share(sqlite_engine, KEEPER, name, with_user="reader")
    for user, proposed in ((KEEPER, {"number", "person_name"}), (READER, {"number"})):
        left, right = sides(sqlite_engine, user)
        found = proposed_keys(open_duck(), left, right, is_trusted=True)
        assert {each.pair.left for each in found} == proposed


def test_a_dataset_is_narrowed_to_what_the_other_has(room: Engine) -> None:
    left, right = sides(room)
    with reading(room) as connection:
        table = dataset_subject(open_duck(), connection, left.version, left.access)

    def rows(how: str) -> list[int]:
        narrowed = narrowed_by(table, left, right, BY_NUMBER, how, is_trusted=True)
        return sorted(row for (row,) in narrowed.ask("select _row from data"))

    assert rows("matched") == [1, 2, 3]
    assert rows("only_left") == [4]


def test_suspects_stand_on_rows_of_both(room: Engine) -> None:
    found = hits(compared(room), "matched", entity="person", amount="amount")
    left, right = sides(room)
    assert [(hit.entity_reference, hit.amount_fen, hit.rows, hit.others) for hit in found] == [
        ("甲", 30_000, (1, 2), ((right.version.version_id, (1,)),)),
        ("乙", 30_000, (3,), ((right.version.version_id, (2, 3)),)),
    ]
    assert found[0].summary == "In both: paid, rows 1、2; dead, rows 1"
    kept = keep(room, KEEPER, left.version.version_id, "join:dead", params={}, hits=found)
    assert len(kept.suspect_ids) == 2
    with reading(room) as connection:
        evidence = connection.execute(select(SuspectEvidence.dataset_version_id, SuspectEvidence.rows)).all()
        assert set(connection.scalars(select(Suspect.model_code))) == {"test:join:dead"}
    assert [(version, json.loads(rows)["rows"]) for version, rows in evidence] == [
        (left.version.version_id, [1, 2]),
        (right.version.version_id, [1]),
        (left.version.version_id, [3]),
        (right.version.version_id, [2, 3]),
    ]
    (alone,) = hits(compared(room), "only_left")
    assert (alone.entity_reference, alone.rows, alone.others) == ("row 4 of paid", (4,), ())
    assert keep(room, KEEPER, left.version.version_id, "join:dead", params={}, hits=found).already_kept == 2


def test_suspects_need_both_datasets(room: Engine) -> None:
    found = hits(compared(room), "matched")
    left, __ = sides(room)
    share(room, KEEPER, "paid", with_user="reader")
    with pytest.raises(NotPermittedError):
        keep(room, READER, left.version.version_id, "join:dead", params={}, hits=found)


def test_the_command_answers_in_json(
    room: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", room.url.render_as_string())
    monkeypatch.setattr("commands.database_there.has_database", lambda _command: True)
    asked = ["datasets", "join", "paid", "dead", "--on", "number=number", "--compare", "identity", "--json"]
    assert manage.main([*asked, "--how", "all", "--rows", str(tmp_path / "rows.csv")]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["pairs"], answer["rows_written"], answer["left"]["rate"]) == (4, 6, 0.75)
    assert len((tmp_path / "rows.csv").read_text("utf-8-sig").splitlines()) == 7
    assert manage.main([*asked, "--as", "reader"]) == 2  # what nobody shared is not there
    with writing(room) as connection:
        connection.execute(update(Dataset).values(owner="keeper"))
    assert manage.main(["datasets", "join", "paid", "dead", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["on"][0]["comparison"] == "identity"
