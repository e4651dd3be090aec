"""The history of a dataset: its events whatever it was called, and nobody else's."""

import pytest
from sqlalchemy import Engine

from data.data_room.column_masks import set_mask
from data.data_room.dataset_shares import share
from data.data_room.query_runs import RanQuery, record_run
from data.engine import now, reading, writing
from data.events import ColumnMaskChanged, DatasetShared, first_broken_link, record
from data.warehouse import dataset, remove_dataset, restore_dataset
from queries.datasets.dataset_events import dataset_events
from tests.dataset_rows import KEEPER, READER, add_shared_dataset, bring

ROWS = "select 1 as 编号, '甲' as 姓名"


@pytest.fixture
def room(engine: Engine) -> Engine:
    add_shared_dataset(engine, ROWS)
    return engine


def history(engine: Engine, name: str) -> list[str]:
    """The kinds of the dataset's events, the oldest first."""
    with reading(engine) as connection:
        facts = dataset(connection, name)
        assert facts
        return [event.kind for event in dataset_events(connection, facts)][::-1]


def test_a_dataset_that_came_back_under_another_name_has_its_history(room: Engine) -> None:
    set_mask(room, KEEPER, "t", "姓名", "name")
    record_run(room, READER, RanQuery("select 1 from t", ("t",), now(), "done", rows=1))
    with reading(room) as connection:
        first = dataset(connection, "t")
    assert first
    remove_dataset(room, KEEPER, "t", "重复")
    bring(room, KEEPER, "t", ROWS)
    share(room, KEEPER, "t", with_section="S1")
    restore_dataset(room, KEEPER, first.dataset_id, "t_old")
    before = ["dataset_version_added", "dataset_shared", "column_mask_changed", "query_ran"]
    assert history(room, "t_old") == [*before, "dataset_removed", "dataset_restored"]
    assert history(room, "t") == ["dataset_version_added", "dataset_shared"]
    with reading(room) as connection:
        assert first_broken_link(connection)[0] is None


def test_events_without_numbers_are_found_by_name(room: Engine) -> None:
    with writing(room) as connection:
        record(connection, "keeper", ColumnMaskChanged("t", "姓名", {"column_mask": None}, {}))
        record(connection, "keeper", DatasetShared("t2", "reader", is_unmasked=False))
        first = dataset(connection, "t")
    assert history(room, "t") == ["dataset_version_added", "dataset_shared", "column_mask_changed"]
    assert first
    remove_dataset(room, KEEPER, "t", "重复")
    restore_dataset(room, KEEPER, first.dataset_id, "t3")
    assert "column_mask_changed" in history(room, "t3")
