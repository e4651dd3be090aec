"""Rights over a dataset on its page, and the clean-up of idle ones: who sees and does what."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, insert, select, update
from streamlit.testing.v1 import AppTest

from components.navigation import CLEANUP_PAGE, DATASET_PAGE, WORKBENCH_PAGE
from data.access.roles import COMMAND_LINE
from data.bureau import set_value
from data.data_room.column_masks import set_mask
from data.data_room.dataset_access import access
from data.data_room.dataset_shares import revoke_share, share, shares_of
from data.data_room.idle_limit import idle_limit
from data.engine import now, reading, writing
from data.local_time import in_china
from data.schema import Account, Dataset, DatasetUse, DatasetVersion, ProjectMember, Staff
from data.size_words import size_words
from data.warehouse import dataset, newest, remove_dataset, removed_datasets
from queries.datasets.reach import reaches
from tests.app_pages import account, opened, served_by_the_app, signed_in
from tests.dataset_rows import KEEPER, READER, add_shared_dataset, bring

ROWS = "select * from (values (1, 'GAMMA-77'), (2, 'ALPHA-11')) as t(number, secret)"


@pytest.fixture
def bureau(sqlite_engine: Engine) -> Iterator[Engine]:
    """A dataset that is shared with a reader, and one of the staff with and one without an account."""
    add_shared_dataset(sqlite_engine, ROWS)
    with writing(sqlite_engine) as connection:
        account(connection, "stranger", frozenset({"auditor"}))
        account(connection, "reviewer", frozenset({"review"}), section_code="S1")
        set_value(connection, "as_of", f"{date.today():%Y-%m-%d}")  # noqa: DTZ011 - any day near
        for number, code in ((1, "G-07"), (2, "G-08")):
            connection.execute(insert(Staff).values(staff_id=number, staff_code=code, name=f"人员{number}"))
            connection.execute(insert(ProjectMember).values(project_id=1, staff_id=number, part="member"))
        connection.execute(update(Account).where(Account.user_name == "reader").values(staff_code="G-07"))
    with served_by_the_app(sqlite_engine):
        yield sqlite_engine


def rights(engine: Engine, user_name: str) -> AppTest:
    return opened(signed_in(engine, user_name), DATASET_PAGE, dataset="t", part="rights")


def pressed(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception, app.exception
    return app


def said(app: AppTest) -> str:
    kinds = ("info", "caption", "markdown", "text")
    return "\n".join(str(item.value) for kind in kinds for item in app.main.get(kind))


def test_the_owner_shares_masks_and_takes_back(bureau: Engine) -> None:
    app = rights(bureau, "keeper")
    app.selectbox(key="share_with_project").select("P1")
    app.run()
    pressed(app, "share")
    assert "人员2（没有账号）" in said(app)
    with reading(bureau) as connection:
        facts = dataset(connection, "t")
        assert facts is not None
        first, second = shares_of(connection, facts.dataset_id)
    assert (first.user_name, second.project_code, second.is_unmasked) == ("reader", "P1", False)
    app.selectbox(key="mask_column").select("secret").run()
    app.selectbox(key="mask_secret_None").select("whole").run()
    next(button for button in app.main.button if button.label == "设置脱敏").click().run()
    assert not app.exception
    with reading(bureau) as connection:
        version = newest(connection, facts.dataset_id)
        assert version is not None
        assert [column.mask for column in version.columns] == [None, "whole"]
    pressed(app, f"revoke_{first.share_id}")
    # A dialog is a fragment in the browser; here the whole page runs anew, and its button is pressed again.
    app.button(key=f"revoke_{first.share_id}").click()
    pressed(app, "revoke_share")
    with reading(bureau) as connection:
        assert shares_of(connection, facts.dataset_id) == (second,)
        assert access(connection, READER, facts).may_read  # by the project still


def test_others_see_what_is_theirs(bureau: Engine) -> None:
    share(bureau, KEEPER, "t", with_project="P1")
    reader = rights(bureau, "reader")
    assert "您可查看脱敏后的数据，共享途径：您的账号、项目" in reader.main.info[0].value
    assert not reader.main.subheader
    keeper = rights(bureau, "keeper2")
    assert "看不到数据行" in said(keeper)
    keys = {button.key for button in keeper.main.button}
    assert "share" not in keys
    assert "remove_dataset" in keys
    assert [box.disabled for box in keeper.main.selectbox if box.label in {"密级", "科室"}] == [True, False]
    stranger = rights(bureau, "stranger")
    assert "t" not in {box.label for box in stranger.main.selectbox}
    assert not stranger.main.subheader


def test_the_owner_changes_what_is_said_of_it(bureau: Engine) -> None:
    app = rights(bureau, "keeper")
    next(box for box in app.main.text_input if box.label == "标题").input("民政台账")
    next(box for box in app.main.selectbox if box.label == "密级").select("secret")
    next(button for button in app.main.button if button.label == "保存").click().run()
    assert not app.exception
    with reading(bureau) as connection:
        facts = dataset(connection, "t")
        assert facts is not None
        assert (facts.title, facts.classification) == ("民政台账", "secret")
        assert shares_of(connection, facts.dataset_id) == ()
    assert "尚未登记所属项目" in said(app)


def test_a_reach_names_those_whom_the_roles_keep_out(bureau: Engine) -> None:
    share(bureau, KEEPER, "t", with_section="S1")
    with reading(bureau) as connection:
        facts = dataset(connection, "t")
        assert facts is not None
        found = reaches(connection, facts)
    assert [
        (reach.target, [(person.user_name, person.may_use) for person in reach.people]) for reach in found
    ] == [("审计甲 (reader)", [("reader", True)]), ("财政科", [("reviewer", False)])]


def test_a_result_goes_when_a_mask_comes(bureau: Engine) -> None:
    app = opened(signed_in(bureau, "reader"), WORKBENCH_PAGE)
    app.main.text_area[0].input("select secret from t").run()
    next(button for button in app.main.button if button.label == "运行").click().run()
    app.session_state["query_run"].wait(60)
    app.run()
    assert "ALPHA-11" in repr([frame.value for frame in app.main.dataframe])
    set_mask(bureau, KEEPER, "t", "secret", "whole")
    app.run()
    assert "ALPHA-11" not in repr([frame.value for frame in app.main.dataframe])
    assert "请重新查询" in said(app)
    with reading(bureau) as connection:
        facts = dataset(connection, "t")
        assert facts is not None
        (standing,) = shares_of(connection, facts.dataset_id)
    revoke_share(bureau, KEEPER, "t", standing.share_id)
    app.run()
    assert not app.main.dataframe


def old(engine: Engine, name: str) -> None:
    """Let a dataset have come two years ago."""
    with writing(engine) as connection:
        number = connection.scalar(select(Dataset.dataset_id).where(Dataset.name == name))
        then = now() - timedelta(days=730)
        connection.execute(
            update(DatasetVersion).where(DatasetVersion.dataset_id == number).values(loaded_at=then)
        )


def chosen(app: AppTest, prefix: str, rows: list[int]) -> AppTest:
    """The page with rows of the table chosen whose key begins so: AppTest clicks in no grid."""
    key = next(key for key in app.session_state._state.filtered_state if str(key).startswith(prefix))
    app.session_state[key] = {"selection": {"rows": rows, "columns": [], "cells": []}}
    app.run()
    assert not app.exception, app.exception
    return app


def test_idle_datasets_are_removed_asked_and_brought_back(bureau: Engine) -> None:
    bring(bureau, KEEPER, "fresh", ROWS)
    old(bureau, "t")
    app = opened(signed_in(bureau, "keeper2"), CLEANUP_PAGE)
    assert app.main.dataframe[0].value["数据集"].tolist() == ["t"]
    assert app.button(key="propose_removal").disabled
    app = pressed(chosen(app, "idle_", [0]), "propose_removal")
    assert app.button(key="remove_idle").disabled
    for step in ("reason", "agreed", "done"):
        app.button(key="propose_removal").click()
        if step == "reason":
            app.text_input(key="idle_reason").input("所有者同意").run()
        elif step == "agreed":
            app.checkbox(key="idle_agreed").check().run()
    pressed(app, "remove_idle")
    with reading(bureau) as connection:
        (removed,) = removed_datasets(connection)
    assert (removed.name, removed.reason) == ("t", "所有者同意")
    assert app.main.dataframe[-1].value["原因"].tolist() == ["所有者同意"]
    app = pressed(chosen(app, "removed_", [0]), "ask_restore")
    app.button(key="ask_restore").click()
    pressed(app, "restore")
    with reading(bureau) as connection:
        assert removed_datasets(connection) == ()
        assert dataset(connection, "t") is not None


def test_a_use_after_the_day_of_the_figures_is_told_as_that(bureau: Engine) -> None:
    old(bureau, "t")
    later = in_china(now()).date() + timedelta(days=3)
    with writing(bureau) as connection:
        number = connection.scalar(select(Dataset.dataset_id).where(Dataset.name == "t"))
        connection.execute(
            insert(DatasetUse).values(
                dataset_id=number,
                user_name=COMMAND_LINE.user_name,
                kind="model",
                used_on=later.isoformat(),
                times=1,
            )
        )
    app = opened(signed_in(bureau, "keeper2"), CLEANUP_PAGE)
    assert app.main.dataframe[0].value["最近使用"].tolist() == [f"{later}（截至日之后） 命令行"]
    assert app.main.dataframe[0].value["最新版本"].tolist() == [
        f"{in_china(now() - timedelta(days=730)):%Y-%m-%d}"
    ]
    app = opened(signed_in(bureau, "keeper"), DATASET_PAGE, dataset="t", part="history")
    assert f"最近一次：{later}，命令行，模型读取" in said(app)


def test_people_are_called_by_name(bureau: Engine) -> None:
    """In the rights, the decisions on masks and the history of a dataset, and where it waits to go."""
    set_mask(bureau, KEEPER, "t", "secret", "whole")
    app = rights(bureau, "keeper")
    assert "**数据室甲（keeper）**" in said(app)
    assert "数据室甲（keeper） 于" in said(app)
    assert app.main.dataframe[0].value["设置人"].iloc[0].startswith("数据室甲（keeper）")
    history = opened(signed_in(bureau, "keeper"), DATASET_PAGE, dataset="t", part="history")
    assert history.main.dataframe[-1].value["words"].str.contains("审计甲（reader）").any()
    remove_dataset(bureau, KEEPER, "t", "不再需要")
    cleanup = opened(signed_in(bureau, "keeper2"), CLEANUP_PAGE)
    assert cleanup.main.dataframe[-1].value["所有者"].tolist() == ["数据室甲（keeper）"]


def test_files_go_for_good_only_when_it_is_said_twice(bureau: Engine) -> None:
    remove_dataset(bureau, KEEPER, "t", "不再需要")
    app = opened(signed_in(bureau, "keeper2"), CLEANUP_PAGE)
    assert app.button(key="ask_delete").disabled
    app = pressed(chosen(app, "removed_", [0]), "ask_delete")
    for tick in ("delete_sure", "delete_early"):
        assert app.button(key="delete_files").disabled
        app.button(key="ask_delete").click()
        app.checkbox(key=tick).check().run()
    app.button(key="ask_delete").click()
    pressed(app, "delete_files")
    with reading(bureau) as connection:
        assert removed_datasets(connection) == ()
        assert connection.scalar(select(Dataset.files_deleted_at)) is not None
    assert "没有待清除的文件" in said(app)


def test_who_keeps_the_data_room_sets_the_idle_days(bureau: Engine) -> None:
    app = opened(signed_in(bureau, "keeper2"), CLEANUP_PAGE)
    assert "超过 180" in said(app)
    pressed(app, "set_idle_days").number_input[0].set_value(365)
    app.button(key="set_idle_days").click()
    next(button for button in app.button if button.label == "保存").click()
    app.run()
    assert not app.exception
    with reading(bureau) as connection:
        assert idle_limit(connection) == 365


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 B"), (1023, "1023 B"), (1024, "1.0 KB"), (1_234_567, "1.2 MB"), (5 << 40, "5.0 TB")],
)
def test_sizes_in_words(size: int, words: str) -> None:
    assert size_words(size) == words
