"""The library, the card of a model and a run, as each role meets them; one way from the form to a suspect."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, select
from streamlit.testing.v1 import AppTest

from components.navigation import (
    HIT_PAGE,
    MODEL_PAGE,
    MODELS_PAGE,
    OVERVIEW_PAGE,
    PARTY_PAGE,
    RUN_PAGE,
    SUSPECT_PAGE,
)
from data.access.roles import COMMAND_LINE, NotPermittedError, User
from data.audit_models.favourites import favourites
from data.audit_models.notes import ModelNoteError, notes, write_note
from data.audit_models.runs import RunFacts
from data.audit_models.runs import run as run_of
from data.data_room.dataset_shares import share
from data.engine import reading, writing
from data.schema import ModelRun, Suspect, SuspectParty
from data.suspects.moving import Step, move
from data.suspects.standing import standings
from queries.audit_models.catalogue import model_named, publish_shipped
from queries.audit_models.choosing import NotRunnableError
from queries.audit_models.hits import seen_run
from queries.audit_models.registered import register_hits
from queries.audit_models.repeating import repeat_run
from queries.audit_models.running import start_run
from tests.app_pages import account, opened, served_by_the_app, signed_in
from tests.begun import Beginnings
from tests.dataset_rows import KEEPER, READER, add_shared_dataset, bring
from tests.test_model_runs import TENDERS


@pytest.fixture
def bureau(sqlite_engine: Engine, beginnings: Beginnings) -> Iterator[Engine]:
    """Tenders that one auditor may read; nobody else has data."""
    with served_by_the_app(beginnings.begin(sqlite_engine, _with_tenders)):
        yield sqlite_engine


def _with_tenders(engine: Engine) -> None:
    add_shared_dataset(engine, "select 1 as n")
    bring(engine, KEEPER, "标段", TENDERS, dataset_type="tenders")
    share(engine, KEEPER, "标段", with_user=READER.user_name)
    publish_shipped(engine)
    with writing(engine) as connection:
        account(connection, "leader", frozenset({"leadership"}))
        account(connection, "other", frozenset({"auditor"}))


def ran(engine: Engine, **asked: object) -> RunFacts:
    with reading(engine) as connection:
        model = model_named(connection, "M04")
    assert model is not None
    started = start_run(engine, COMMAND_LINE, model, on=["标段"], **asked)  # type: ignore[arg-type]
    started.process.wait(60)
    with reading(engine) as connection:
        return run_of(connection, started.facts.run_id)


def said(app: AppTest) -> str:
    kinds = (app.markdown, app.caption, app.info, app.warning, app.error, app.success, app.text, app.header)
    words = [str(item.value) for kind in kinds for item in kind]
    labels = [str(item.proto.label) for item in app.main.get("page_link")]
    badges = [str(item.value) for item in app.main.get("badge")]
    return "\n".join([*words, *labels, *badges])


def test_the_library_says_what_can_be_run(bureau: Engine) -> None:
    page = opened(signed_in(bureau, "reader"), MODELS_PAGE, ready="yes")
    assert "投标准备期不足" in said(page)
    assert "现有数据可运行" in said(page)
    assert "死亡人员领取工资" not in said(page)
    page = opened(signed_in(bureau, "leader"), MODELS_PAGE, ready="yes")
    assert any("没有符合条件的模型" in note.value for note in page.info)


def test_a_favourite_is_kept_and_found_again(bureau: Engine) -> None:
    page = opened(signed_in(bureau, "leader"), MODELS_PAGE, words="R003")
    page.button(key="favourite_M04").click().run()
    with reading(bureau) as connection:
        assert favourites(connection, "leader") == {"M04"}
        assert favourites(connection, "reader") == frozenset()
    page = opened(signed_in(bureau, "leader"), MODELS_PAGE, favourites="yes", look="list")
    assert list(page.dataframe[-1].value["code"]) == ["M04（R003）"]


def test_the_form_runs_the_model_and_opens_what_it_found(bureau: Engine) -> None:
    page = opened(signed_in(bureau, "reader"), MODEL_PAGE, id="M04")
    assert "依据待核" in said(page)
    page.selectbox(key="preset_M04").set_value("R003").run()
    field = next(each for each in page.number_input if "最短天数" in each.label)
    assert field.value == 15
    field.set_value(25)
    next(each for each in page.button if each.label == "运行模型").click().run()
    assert not page.exception
    with reading(bureau) as connection:
        run = connection.execute(select(ModelRun)).one()
    assert (run.outcome, run.row_count, run.user_name) == ("done", 2, "reader")


def test_what_is_missing_stands_in_the_form(bureau: Engine) -> None:
    page = opened(signed_in(bureau, "other"), MODEL_PAGE, id="M04")
    assert "无权" in said(page) or "没有" in said(page)
    assert next(each for each in page.button if each.label == "运行模型").disabled
    leader = opened(signed_in(bureau, "leader"), MODEL_PAGE, id="M04")
    assert not [each for each in leader.button if each.label == "运行模型"]


def test_a_note_is_written_and_read(bureau: Engine) -> None:
    page = opened(signed_in(bureau, "reader"), MODEL_PAGE, id="M04")
    page.button(key="write_model_note").click().run()
    page.button(key="write_model_note").click()
    page.text_input[-1].set_value("节假日顺延")
    page.text_area[-1].set_value("截止日恰逢放假时顺延，看招标文件。")
    [each for each in page.button if each.label == "保存"][-1].click()
    page.run()
    with reading(bureau) as connection:
        assert [note.title for note in notes(connection, "M04")] == ["节假日顺延"]
    assert "节假日顺延" in said(opened(signed_in(bureau, "leader"), MODEL_PAGE, id="M04"))


def test_what_a_suspect_teaches_points_to_it(bureau: Engine) -> None:
    run = ran(bureau)
    with reading(bureau) as connection:
        seen = seen_run(connection, COMMAND_LINE, run)
    number = register_hits(bureau, COMMAND_LINE, seen).suspect_ids[0]
    with reading(bureau) as connection:
        revision = standings(connection, [number])[number].revision
    move(bureau, COMMAND_LINE, {number: revision}, Step("dismiss", "顺延后够二十天"))
    page = opened(signed_in(bureau, "reader"), SUSPECT_PAGE, id=str(number))
    page.button(key="suspect_note_write").click().run()
    page.button(key="suspect_note_write").click()
    page.text_input[-1].set_value("节假日顺延")
    page.text_area[-1].set_value("截止日恰逢放假时顺延。")
    [each for each in page.button if each.label == "保存"][-1].click()
    page.run()
    with reading(bureau) as connection:
        (note,) = notes(connection, "M04")
    assert (note.suspect_id, note.kind) == (number, "false_alarm")
    assert f"来自疑点 {number}" in said(opened(signed_in(bureau, "reader"), MODEL_PAGE, id="M04"))
    with pytest.raises(ModelNoteError):
        write_note(bureau, READER, "M05", "false_alarm", "题", "文", suspect_id=number)


def test_a_run_is_open_to_who_may_read_its_data(bureau: Engine) -> None:
    run = ran(bureau)
    page = opened(signed_in(bureau, "reader"), RUN_PAGE, id=str(run.run_id))
    hits = page.dataframe[-1].value
    assert list(hits["tender_code"]) == ["C", "A"]
    assert set(hits["_state"]) == {"未登记"}
    closed = opened(signed_in(bureau, "other"), RUN_PAGE, id=str(run.run_id))
    assert not closed.dataframe
    assert "无权查阅" in said(closed)
    assert "没有这次运行" in said(opened(signed_in(bureau, "reader"), RUN_PAGE, id="999"))


def test_why_a_run_did_not_begin_is_told_to_whoever_began_it(bureau: Engine) -> None:
    with reading(bureau) as connection:
        model = model_named(connection, "M04")
    assert model is not None
    with pytest.raises(NotRunnableError):
        start_run(bureau, READER, model, on=["标段@7"])
    for user, is_told in (("reader", True), ("other", False)):
        app = signed_in(bureau, user)
        (data,) = opened(app, MODEL_PAGE, id="M04").dataframe[0].value["data"]
        assert ("第 7 版" in data) == is_told
        assert ("第 7 版" in said(opened(app, RUN_PAGE, id="1"))) == is_told


def test_all_hits_become_suspects_once(bureau: Engine) -> None:
    run = ran(bureau)
    page = opened(signed_in(bureau, "reader"), RUN_PAGE, id=str(run.run_id))
    page.button(key="register_all").click().run()
    page.button(key="register_all").click()
    page.button(key="register_all_sent").click().run()
    with reading(bureau) as connection:
        assert len(connection.scalars(select(Suspect.suspect_id)).all()) == 2
    page = opened(signed_in(bureau, "reader"), RUN_PAGE, id=str(run.run_id))
    assert set(page.dataframe[-1].value["_state"]) == {"待下发"}


def test_runs_are_compared_and_gone_hits_are_told_by_the_earlier_one(bureau: Engine) -> None:
    first = ran(bureau, given={"min_days": "25"})
    second = ran(bureau, given={"min_days": "15"})
    page = opened(signed_in(bureau, "reader"), RUN_PAGE, id=str(second.run_id), change="gone")
    assert list(page.dataframe[-1].value["tender_code"]) == ["C"]
    assert "少于25天" in page.dataframe[-1].value["_why"].iloc[0]
    assert first.row_count == 2


def test_a_run_is_repeated_exactly_whatever_came_since(bureau: Engine) -> None:
    first = ran(bureau, given={"min_days": "25"})
    bring(bureau, KEEPER, "标段", TENDERS.replace("'A'", "'Z'"), dataset_type="tenders", change="replace")
    page = opened(signed_in(bureau, "reader"), RUN_PAGE, id=str(first.run_id))
    page.button(key="repeat_run").click().run()
    with reading(bureau) as connection:
        run_id = connection.scalars(
            select(ModelRun.model_run_id).order_by(ModelRun.model_run_id.desc())
        ).first()
        again = run_of(connection, run_id or 0)
    assert (again.params, again.text_id, again.read, again.row_count) == (
        first.params,
        first.text_id,
        first.read,
        first.row_count,
    )
    assert again.hits_file.read_bytes() == first.hits_file.read_bytes()


def test_repeating_asks_for_the_right_to_the_data_again(bureau: Engine) -> None:
    run = ran(bureau)
    with pytest.raises(NotPermittedError):
        repeat_run(bureau, User("other", "外人", frozenset({"auditor"})), run)


def test_a_hit_leads_to_its_rows_and_to_whom_it_touches(bureau: Engine) -> None:
    run = ran(bureau)
    page = opened(signed_in(bureau, "reader"), HIT_PAGE, run=str(run.run_id), hit="0")
    assert "只有10天，少于20天" in said(page)
    rows = page.dataframe[-1].value
    assert list(rows.columns) == ["字段", "第 1 行"]
    assert [words for words in rows["字段"] if words.startswith("⚑")] == ["⚑ 公告日期", "⚑ 投标截止日期"]
    assert "某局" in said(page)
    page.button(key="register_hit").click().run()
    assert "待下发" in said(opened(signed_in(bureau, "reader"), HIT_PAGE, run=str(run.run_id), hit="0"))
    assert "没有这条命中" in said(
        opened(signed_in(bureau, "reader"), HIT_PAGE, run=str(run.run_id), hit="99")
    )
    closed = opened(signed_in(bureau, "other"), HIT_PAGE, run=str(run.run_id), hit="0")
    assert not closed.dataframe


def test_a_party_is_found_in_models_suspects_and_datasets(bureau: Engine) -> None:
    run = ran(bureau)
    with reading(bureau) as connection:
        register_hits(bureau, COMMAND_LINE, seen_run(connection, COMMAND_LINE, run))
    place = {"run": str(run.run_id), "hit": "0", "party": "1"}
    page = opened(signed_in(bureau, "reader"), PARTY_PAGE, **place)
    assert page.header[0].value.startswith("某局")
    assert [tile.value for tile in page.metric] == ["1", "1", "1", "2"]
    assert "只有10天" in said(page)
    assert "第 1 条命中" in [link.proto.label for link in page.main.get("page_link")]
    with reading(bureau) as connection:
        number = connection.scalar(
            select(SuspectParty.suspect_party_id).where(SuspectParty.party_id == "某局")
        )
    other = opened(signed_in(bureau, "other"), PARTY_PAGE, id=str(number))
    assert [tile.value for tile in other.metric] == ["1", "0", "0", "0"]
    assert "疑点" in [link.proto.label for link in other.main.get("page_link")]
    nobody = opened(signed_in(bureau, "reader"), PARTY_PAGE, id="999")
    assert "没有您可查看的对象" in said(nobody)
    assert [link.proto.label for link in nobody.main.get("page_link")] == ["疑点"]


def test_new_suspects_are_a_warning_on_the_overview(bureau: Engine) -> None:
    assert not opened(signed_in(bureau, "leader"), OVERVIEW_PAGE).warning
    run = ran(bureau)
    with reading(bureau) as connection:
        register_hits(bureau, COMMAND_LINE, seen_run(connection, COMMAND_LINE, run))
    warned = opened(signed_in(bureau, "leader"), OVERVIEW_PAGE).warning
    assert [words.value for words in warned] == [
        "**近7天新增疑点2条，尚未下发（无项目审计）**  \n投标准备期不足 2"
    ]
