"""What is asked of datasets: catalogue, preview, profile, comparison, each through its reader's masks."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import Engine, select

from data.access.roles import COMMAND_LINE, NotPermittedError
from data.bureau import set_value
from data.data_room.dataset_access import NO_ACCESS, WHOLE_ACCESS, Access
from data.data_room.dataset_use import record_use
from data.duck import open_duck
from data.engine import reading, writing
from data.local_time import today_in_china
from data.schema import DatasetUse
from data.warehouse import dataset
from queries.datasets.catalogue import LastUse, catalogue
from queries.datasets.compare import compare, compare_for
from queries.datasets.preview import preview, preview_for
from queries.datasets.profile import profile, profile_for
from queries.joining.of_datasets import joined_for
from queries.joining.sides import JoinRefusedError, KeyPair, Side
from queries.quick_tests.dataset_subject import dataset_subject
from queries.quick_tests.on_dataset import run_on_dataset
from tests.dataset_rows import KEEPER, OTHER_KEEPER, READER, bring, signed

MASKED = Access(is_listed=True, may_read=True, is_unmasked=False)
PAY = """
    select * from (values
        (1, '110101199003077758', 10.50::decimal(18, 2), date '2026-01-05', '甲公司'),
        (2, '110101199003077759', 20.00, date '2026-01-06', '甲公司'),
        (3, null, null, null, '乙公司'),
        (4, '440101198001010017', 5.25, date '2025-12-31', '甲公司')
    ) as t(number, person, amount, paid, vendor)
"""
MASKS = {"person": "identity"}


def test_the_catalogue_says_how_fresh_and_who_used_it_last(engine: Engine) -> None:
    signed(engine, KEEPER)
    version = bring(engine, KEEPER, "pay", PAY, title="付款", refused=3, quality_basis_points=9_800)
    bring(engine, KEEPER, "pay", PAY, quality_basis_points=10_000)
    record_use(engine, READER, version.dataset_id, "preview")
    record_use(engine, KEEPER, version.dataset_id, "test")
    with reading(engine) as connection:
        (entry,) = catalogue(connection, OTHER_KEEPER)
        assert catalogue(connection, READER) == ()
    assert (entry.facts.title, entry.number, entry.rows, entry.refused) == ("付款", 2, 8, 0)
    assert (entry.owner_name, entry.quality_basis_points) == ("数据室甲", 10_000)
    assert entry.last_use == LastUse("keeper", today_in_china().isoformat(), "test")
    assert entry.used_days == 1
    assert not entry.access.may_read
    assert entry.days_old(entry.loaded_at + timedelta(days=3, hours=5)) == 3


def test_a_page_of_rows_is_exact_and_masked(sqlite_engine: Engine) -> None:
    version = bring(sqlite_engine, COMMAND_LINE, "pay", PAY, MASKS)
    page = preview(version, WHOLE_ACCESS, offset=1, limit=2)
    assert (page.first, page.total) == (2, 4)
    assert page.rows == (
        (2, 2, "110101199003077759", Decimal("20.00"), date(2026, 1, 6), "甲公司"),
        (3, 3, None, None, None, "乙公司"),
    )
    masked = preview(version, MASKED, sort="amount", is_descending=True)
    assert [row[0] for row in masked.rows] == [2, 1, 4, 3]
    assert masked.rows[0][2] == "110***********7759"
    with pytest.raises(NotPermittedError):
        preview(version, NO_ACCESS)
    with pytest.raises(KeyError):
        preview(version, MASKED, sort="1; select 1")


def test_a_profile_counts_what_is_and_shows_what_may_be_seen(sqlite_engine: Engine) -> None:
    version = bring(sqlite_engine, COMMAND_LINE, "pay", PAY, MASKS)
    found = profile(version, MASKED)
    number, person, amount, paid, vendor = found.columns
    assert found.rows == 4
    assert (number.filled, number.nulls, number.distinct, number.mean) == (4, 0, 4, 2.5)
    assert (amount.nulls, amount.least, amount.most) == (1, "5.25", "20.00")
    assert amount.mean == pytest.approx(35.75 / 3)
    assert (paid.least, paid.most, paid.mean) == ("2025-12-31", "2026-01-06", None)
    assert vendor.top == (("甲公司", 3), ("乙公司", 1))
    assert (person.is_masked, person.least) == (True, "110***********7758")
    assert person.identity_rate == pytest.approx(2 / 3)
    assert profile(version, WHOLE_ACCESS).columns[1].least == "110101199003077758"
    with pytest.raises(NotPermittedError):
        profile(version, NO_ACCESS)


def test_identity_numbers_are_told_by_their_look(sqlite_engine: Engine) -> None:
    version = bring(sqlite_engine, COMMAND_LINE, "pay", PAY)
    rates = {entry.column.name: entry.identity_rate for entry in profile(version, WHOLE_ACCESS).columns}
    assert rates["person"] == pytest.approx(2 / 3)
    assert rates["vendor"] is None


def test_a_profile_of_nothing(sqlite_engine: Engine) -> None:
    version = bring(sqlite_engine, COMMAND_LINE, "pay", f"{PAY} where false")
    assert [(entry.filled, entry.least, entry.top) for entry in profile(version, MASKED).columns] == [
        (0, None, ())
    ] * 5


def test_two_versions_are_compared_by_a_key(sqlite_engine: Engine) -> None:
    before = bring(sqlite_engine, COMMAND_LINE, "pay", PAY, MASKS)
    changed = """
        select * from (values
            (2, '110101199003077759', 20.00::decimal(18, 2), date '2026-01-06', 'A'),
            (1, '110101199003077758', 99.00, date '2026-01-05', '甲公司'),
            (3, '440101198001010017', null, date '2026-02-01', '乙公司'),
            (5, null, 1.00, null, '丙公司'),
            (7, null, 1.00, null, 'A'), (7, null, 2.00, null, 'B')
        ) as t(number, person, amount, paid, note)
    """
    after = bring(sqlite_engine, COMMAND_LINE, "pay", changed, MASKS, change="replace")
    found = compare(open_duck(), before, after, ["number"], MASKED)
    assert (found.added, found.gone, found.changed, found.same, found.repeated) == (1, 1, 2, 1, 2)
    assert found.changes == {"amount": 1, "person": 1, "paid": 1}
    assert (found.columns_added, found.columns_gone) == (("note",), ("vendor",))
    assert found.added_rows == ((4, 5, None, Decimal("1.00"), None, "丙公司"),)
    assert found.gone_rows == ((4, 4, "440***********0017", Decimal("5.25"), date(2025, 12, 31), "甲公司"),)
    first, second = found.changed_rows
    assert first[:3] == (1, 2, ("amount",))
    assert (first[3][2], first[4][2]) == (Decimal("10.50"), Decimal("99.00"))
    assert second[:3] == (3, 3, ("person", "paid"))
    assert second[4][1] == "440***********0017"
    with pytest.raises(KeyError):
        compare(open_duck(), before, after, ["vendor"], MASKED)
    with pytest.raises(NotPermittedError):
        compare(open_duck(), before, after, ["number"], NO_ACCESS)


def test_versions_compare_over_types_that_changed_and_keys_that_are_empty(sqlite_engine: Engine) -> None:
    before = bring(sqlite_engine, COMMAND_LINE, "t", "select * from (values (1, 'x'), (null, 'y')) t(k, v)")
    after = bring(
        sqlite_engine,
        COMMAND_LINE,
        "t",
        "select * from (values ('1', 'x'), (null, 'z'), ('b', 'x')) t(k, v)",
        change="replace",
    )
    found = compare(open_duck(), before, after, ["k"], WHOLE_ACCESS)
    assert (found.added, found.gone, found.changed, found.same, found.repeated) == (1, 0, 1, 1, 0)


def test_reading_for_somebody_is_a_use_whoever_asks(sqlite_engine: Engine) -> None:
    """On a page or by a command: what is counted is counted where the rows are read."""
    before = bring(sqlite_engine, COMMAND_LINE, "pay", PAY, MASKS)
    after = bring(sqlite_engine, COMMAND_LINE, "pay", PAY, MASKS, change="replace")
    profile_for(sqlite_engine, READER, after, WHOLE_ACCESS)
    compare_for(sqlite_engine, READER, open_duck(), before, after, key=["number"], access=WHOLE_ACCESS)
    assert preview_for(sqlite_engine, READER, after, WHOLE_ACCESS).total == after.row_count
    preview_for(sqlite_engine, READER, after, WHOLE_ACCESS, is_new=False)  # the same page, drawn again
    with reading(sqlite_engine) as connection:
        table = dataset_subject(open_duck(), connection, after, WHOLE_ACCESS)
        facts = dataset(connection, "pay")
    assert facts is not None
    given = {"columns": "number"}
    run_on_dataset(sqlite_engine, KEEPER, after.dataset_id, "duplicates", table, answers=given)
    left, right = (Side(facts, version, WHOLE_ACCESS) for version in (before, after))
    pairs = [KeyPair("number", "number")]
    joined_for(sqlite_engine, READER, open_duck(), left, right, pairs=pairs, is_trusted=True)
    with pytest.raises(JoinRefusedError):
        joined_for(sqlite_engine, OTHER_KEEPER, open_duck(), left, right, pairs=[], is_trusted=True)
    with reading(sqlite_engine) as connection:
        used = select(DatasetUse.user_name, DatasetUse.kind, DatasetUse.times)
        assert {tuple(row) for row in connection.execute(used)} == {
            ("reader", "profile", 1),
            ("reader", "preview", 2),
            ("keeper", "test", 1),
            ("reader", "test", 1),
        }


def test_ageing_reckons_by_the_day_of_the_bureau(sqlite_engine: Engine) -> None:
    paid = bring(sqlite_engine, COMMAND_LINE, "pay", PAY, MASKS)
    with writing(sqlite_engine) as connection:
        set_value(connection, "as_of", "2026-01-31")
        table = dataset_subject(open_duck(), connection, paid, WHOLE_ACCESS)

    for said, day in (({}, "2026-01-31"), ({"day": "2026-01-10"}, "2026-01-10")):
        answers = {"column": "paid"} | said
        outcome = run_on_dataset(sqlite_engine, KEEPER, paid.dataset_id, "ageing", table, answers=answers)
        assert outcome.figures["day"] == day
