"""A model written in the product: what its SQL may not do, who publishes it, and what a sample shows."""

import re
from datetime import date
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
from sqlalchemy import Engine, select

from data.access.roles import COMMAND_LINE, NotPermittedError, User
from data.audit_models.authoring import AuthoringError, TextFacts, send_back, text_facts
from data.data_room.dataset_shares import share
from data.engine import reading
from data.schema import AuditModel, AuditModelText
from queries.audit_models.bound import odd_sign
from queries.audit_models.cases import try_cases
from queries.audit_models.catalogue import model_named, models_in_force
from queries.audit_models.choosing import NotRunnableError
from queries.audit_models.drafts.authoring import (
    judge,
    publish_sound,
    save,
    submit_sound,
    take_out_of_force,
)
from queries.audit_models.drafts.exchange import Carried
from queries.audit_models.drafts.importing import import_texts
from queries.audit_models.drafts.sampling import start_sample
from queries.audit_models.drafts.suggesting import suggested_columns
from queries.audit_models.drafts.trying import tried_apart
from queries.audit_models.guarding import check_bound, guard
from queries.audit_models.hits import seen_run
from queries.audit_models.reading import ModelFaultError, read_model
from queries.audit_models.running import start_run
from queries.audit_models.shipped import file_of
from queries.filters import EVERYTHING
from queries.search.searching import search
from queries.search.wanted import Narrowed
from queries.workbench.refusal import QueryRefusedError
from tests.dataset_rows import KEEPER, READER, bring, signed

REVIEWER = User("reviewer", "复核甲", frozenset({"section"}))
BOTH = User("both", "科长", frozenset({"auditor", "section"}))
BODY = re.sub(
    r"aliases = .*\n|\[alias_params[^\[]*",
    "",
    file_of("M04").read_text("utf-8").replace('code = "M04"', 'code = "Z01"'),
)
TENDERS = """
select 'A' as tender_code, '示范路' as tender_name, '某局' as buyer_name, '甲公司' as winner_name,
    date '2026-03-01' as notice_date, date '2026-03-11' as bid_deadline_date, 100000 as budget_fen
"""


@pytest.fixture
def bureau(sqlite_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.setenv("AUDIT_VAR_DIR", str(tmp_path / "var"))
    signed(sqlite_engine, KEEPER, READER)
    bring(sqlite_engine, KEEPER, "标段", TENDERS, {"winner_name": "name"}, dataset_type="tenders")
    share(sqlite_engine, KEEPER, "标段", with_user=READER.user_name)
    return sqlite_engine


def written(sql: str) -> str:
    """The body with another SELECT."""
    return re.sub(r"\*/\nselect.*?\n/\*", lambda _found: f"*/\n{sql}\n/*", BODY, count=1, flags=re.DOTALL)


def facts(engine: Engine, text_id: int) -> TextFacts:
    with reading(engine) as connection:
        found = text_facts(connection, text_id)
    assert found is not None
    return found


def published(engine: Engine, body: str = BODY) -> int:
    text_id = save(engine, READER, body)
    submit_sound(engine, READER, text_id, facts(engine, text_id).revision)
    publish_sound(engine, REVIEWER, text_id, facts(engine, text_id).revision, "同意")
    return text_id


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_csv('/etc/passwd') where $min_days > 0",
        "select * from '/etc/passwd' where $min_days > 0",
        "select * from read_parquet('warehouse/*.parquet') where $min_days > 0",
        "select * from tenders, duckdb_settings() where $min_days > 0",
        "select getenv('HOME') as tender_code from tenders where $min_days > 0",
        "select * from persons where $min_days > 0",
        "select * from main.tenders where $min_days > 0",
        "copy tenders to 'out.csv'",
        "attach 'other.db' as other",
        "install httpfs",
        "set memory_limit = '100GB'",
        "insert into tenders select * from tenders",
        "drop table tenders",
        "select * from tenders where $min_days > 0; select 1",
        "pragma database_list",
        "select * from tenders where tender_code in (select content from read_text('/etc/passwd'))",
    ],
)
def test_what_is_more_than_reading_its_relations_is_refused(sql: str) -> None:
    text = written(sql if "$min_days" in sql else f"{sql} -- $min_days")
    with pytest.raises(QueryRefusedError):
        guard(read_model(text))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            'where = "tender_code = $tender_code"',
            """where = "tender_code in (select content from read_text('x'))" """,
        ),
        (
            'where = "tender_code = $tender_code"',
            'where = "true) union all select * from persons where (true"',
        ),
        ("bid_deadline_date is null or", "(select count(*) from persons) > 0 or"),
    ],
)
def test_conditions_are_guarded_like_the_select(old: str, new: str) -> None:
    assert old in BODY
    with pytest.raises(QueryRefusedError):
        guard(read_model(BODY.replace(old, new)))


@pytest.mark.parametrize(
    "growing",
    [
        "repeat('x', 4000000000)",
        "lpad('x', 2000000000, 'y')",
        "replace(repeat('a', 9), 'a', 'b')",
        "list_reduce(range(100000000), lambda a, b: a + b)",
        "levenshtein(tender_code, buyer_name)",
        "format('{:>2000000000}', 'x')",
    ],
)
def test_a_condition_of_evidence_makes_not_much_out_of_little(growing: str) -> None:
    """It is asked in the server, where nothing ends one call of one function."""
    text = BODY.replace(
        'where = "tender_code = $tender_code"', f'where = "tender_code = $tender_code and {growing} is null"'
    )
    assert text != BODY
    with pytest.raises(QueryRefusedError, match="SELECT"):
        guard(read_model(text))


def test_cases_take_no_more_than_their_time_and_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """A call that no interruption ends, and one larger than the memory: whatever is behind it is told so."""
    monkeypatch.setattr("queries.audit_models.drafts.trying.SECONDS", 4)
    slow = "levenshtein(repeat('a', 200000), repeat('b', 200000))"
    for large in (slow, "length(repeat('x', 4000000000))"):
        tried = tried_apart(read_model(written(f"select *, {large} as x from tenders where $min_days > 0")))
        assert tried
        assert all(re.search(r"4 秒|Out of Memory|allocate", each.fault) for each in tried), tried


# A text between dollars for the engine; names of values for whoever looks for those.
IN_DOLLARS = (
    "$x$y || ' $x$z, (select content from read_text($y$/etc/passwd$y$)) as z2, $x$y ' || $x$z, $x, $y, $z",
    "$x、$y || ' $x、$z, (select content from read_text($y、$/etc/passwd$y、$)) as z2, $x、$y ' || $x、$z",
    "$$a$$ || $x",
)


@pytest.mark.parametrize("words", IN_DOLLARS)
def test_no_text_stands_between_dollars(words: str) -> None:
    sql = f"select {words} from tenders"
    with pytest.raises(QueryRefusedError, match=r"\$"):
        check_bound(sql, {"x", "y", "z"}, ["tenders"])
    with pytest.raises(ModelFaultError, match=r"\$"):
        read_model(written(f"{sql} where $min_days > 0"))
    for where in ("tender_code = $tender_code", "bid_deadline_date is null or"):
        assert where in BODY
        with pytest.raises(ModelFaultError, match=r"\$"):
            read_model(BODY.replace(where, f"({sql}) = '' or {where}"))
    with pytest.raises(ModelFaultError, match=r"\$"):
        read_model(written("select * from tenders where $min_days > 0 -- $min_days$"))


def test_a_dollar_may_end_a_pattern() -> None:
    assert odd_sign("regexp_matches(a, '[0-9]$') and b < $min_days") is None
    check_bound("select * from tenders where regexp_matches(tender_code, 'x$') or 1 < $n", {"n"}, ["tenders"])


def test_what_is_no_value_of_the_model_is_not_bound() -> None:
    for sign in ("$other", "?", "$1"):
        with pytest.raises(QueryRefusedError):
            check_bound(f"select * from tenders where {sign} > 0", {"min_days"}, ["tenders"])


def test_cases_and_suggestions_read_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a guard lets pass."""
    monkeypatch.setattr("queries.audit_models.drafts.suggesting.check_bound", lambda *_given: None)
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n", "utf-8")
    sql = f"select * from '{secret}' where 1 < $min_days"
    tried = try_cases(read_model(written(sql)))
    assert all(
        "disabled by configuration" in each.fault for each in (*tried, *tried_apart(read_model(written(sql))))
    )
    with pytest.raises(duckdb.Error, match="disabled by configuration"):
        suggested_columns(sql, {"tenders": "tenders"}, {"min_days": "whole"})


@pytest.mark.parametrize(
    "place",
    ["{nope}", "{}", "{bid_days:>2000000000}", "{bid_days!r}", "{bid_days.real}", "{bid_days[0]}", "{"],
)
def test_a_place_of_the_summary_is_a_name_alone(place: str) -> None:
    with pytest.raises(ModelFaultError):
        read_model(BODY.replace("少于{min_days}天", f"少于{place}天"))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('value = "bid_days"', 'value = "nope"', "nope"),
        ('value = "bid_days"', 'label = "bid_days"', "label"),
        ('value = "bid_days", ', "", "value"),
        ('limit = "min_days"', 'limit = "nope"', "nope"),
    ],
)
def test_a_picture_is_drawn_from_columns_that_are_there(old: str, new: str, fault: str) -> None:
    with pytest.raises(ModelFaultError, match=fault):
        read_model(BODY.replace(old, new, 1))


def test_nothing_is_tried_for_whoever_may_not_write(bureau: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    text_id = save(bureau, READER, BODY)

    def judged(*_given: object) -> None:
        raise AssertionError

    monkeypatch.setattr("queries.audit_models.drafts.authoring.judge", judged)
    monkeypatch.setattr("queries.audit_models.drafts.importing.judge", judged)
    stranger = User("stranger", "外人", frozenset({"rectification"}))
    for act in (
        lambda: submit_sound(bureau, stranger, text_id, 0),
        lambda: publish_sound(bureau, stranger, text_id, 0),
        lambda: import_texts(bureau, stranger, (Carried("Z09.sql", BODY.replace("Z01", "Z09")),)),
    ):
        with pytest.raises(NotPermittedError):
            act()


def test_a_text_is_published_by_another_than_its_author(bureau: Engine) -> None:
    text_id = save(bureau, BOTH, BODY)
    submit_sound(bureau, BOTH, text_id, 0)
    with pytest.raises(NotPermittedError):
        publish_sound(bureau, BOTH, text_id, 1)
    with pytest.raises(NotPermittedError):
        publish_sound(bureau, READER, text_id, 1)
    publish_sound(bureau, REVIEWER, text_id, 1, "同意")
    with reading(bureau) as connection:
        model = model_named(connection, "Z01")
        row = connection.execute(select(AuditModel.__table__).where(AuditModel.model_code == "Z01")).one()
    assert model is not None
    assert (row.is_shipped, row.version) == (False, 1)
    assert (facts(bureau, text_id).state, facts(bureau, text_id).reviewer) == ("published", "reviewer")


def test_what_is_sent_back_is_changed_and_submitted_again(bureau: Engine) -> None:
    text_id = save(bureau, READER, BODY)
    submit_sound(bureau, READER, text_id, 0)
    with pytest.raises(AuthoringError, match="作者"):
        save(bureau, READER, BODY, text=(text_id, 1))
    send_back(bureau, REVIEWER, text_id, 1, "阈值依据不明")
    with pytest.raises(AuthoringError, match="其他人"):
        save(bureau, READER, BODY, text=(text_id, 0))
    save(bureau, READER, BODY.replace("少于{min_days}天", "不足{min_days}天"), text=(text_id, 2))
    submit_sound(bureau, READER, text_id, 3)
    assert facts(bureau, text_id).state == "submitted"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("bid_days = 19", "bid_days = 18", "应为"),
        ('code = "Z01"', 'code = "M01"', "M01"),
        ("[[clean]]", "[[flagged]]", "用例"),
    ],
)
def test_what_is_wrong_is_told_and_not_submitted(bureau: Engine, old: str, new: str, words: str) -> None:
    body = BODY.replace(old, new)
    with reading(bureau) as connection:
        assert any(words in fault for fault in judge(connection, body).faults)
    text_id = save(bureau, READER, body)
    with pytest.raises(AuthoringError, match=words):
        submit_sound(bureau, READER, text_id, 0)


def test_a_version_is_published_once_and_a_withdrawn_model_is_in_force_no_more(bureau: Engine) -> None:
    published(bureau)
    with reading(bureau) as connection:
        assert judge(connection, BODY).faults == ("第 1 版已发布，请把版本改为 2。",)
    published(bureau, BODY.replace("version = 1", "version = 2"))
    with reading(bureau) as connection:
        states = connection.scalars(select(AuditModelText.state)).all()
    assert states == ["published", "published"]
    take_out_of_force(bureau, REVIEWER, "Z01", "已有更好的模型")
    with reading(bureau) as connection:
        assert "Z01" not in models_in_force(connection)
    with pytest.raises(AuthoringError):
        take_out_of_force(bureau, REVIEWER, "M04", "不能撤销随附模型")


def test_a_sample_sees_masked_values_only(bureau: Engine) -> None:
    outcome = start_sample(bureau, READER, read_model(BODY)).wait(60)
    assert outcome is not None
    assert outcome.file is not None, outcome
    assert pq.read_table(outcome.file).column("winner_name").to_pylist() == ["甲**"]


def test_a_model_of_ones_own_is_run_only_where_nothing_is_masked(bureau: Engine) -> None:
    sneaky = written(
        "select winner_name as tender_code, tender_name, buyer_name, procurement_method,"
        " notice_date as start_date, bid_deadline_date,"
        " date_diff('day', coalesce(document_date, notice_date), bid_deadline_date) as bid_days, budget_fen,"
        " winner_name from tenders where date_diff('day', coalesce(document_date, notice_date),"
        " bid_deadline_date) < $min_days and coalesce(procurement_method, '') not in ('询价')"
    ).replace('tender_code = "A", bid_days', "bid_days")
    published(bureau, sneaky)
    with reading(bureau) as connection:
        model = model_named(connection, "Z01")
    assert model is not None
    with pytest.raises(NotRunnableError, match="脱敏"):
        start_run(bureau, READER, model)
    started = start_run(bureau, COMMAND_LINE, model)
    started.process.wait(60)
    with reading(bureau) as connection, pytest.raises(NotPermittedError):
        seen_run(connection, READER, started.facts)


def test_the_laws_of_a_model_are_found_while_it_is_in_force(bureau: Engine) -> None:
    def laws() -> dict[str, int]:
        with reading(bureau) as connection:
            narrowed = Narrowed(kind="rule")
            return search(connection, EVERYTHING, "市政府令第九十九号", narrowed, date(2026, 6, 30)).counts

    law = re.search(r'law = "([^"]+)"', BODY)
    assert law is not None
    published(bureau, BODY.replace(law[0], 'law = "市政府令第九十九号"', 1))
    assert laws()["rule"] == 1
    take_out_of_force(bureau, REVIEWER, "Z01", "已有更好的模型")
    assert laws()["rule"] == 0
