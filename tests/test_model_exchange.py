"""Texts of models between a form and a file, and between bureaus: nothing is lost, none comes in unasked."""

import io
import json
import tomllib
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from data.access.roles import NotPermittedError, User
from data.audit_models.authoring import discard, submit, take_back, texts
from data.audit_models.texts import digest_of
from data.engine import reading, writing
from data.schema import AuditModelText
from manage import main
from queries.audit_models.differences import differences
from queries.audit_models.drafts import header_rows
from queries.audit_models.drafts.authoring import judge
from queries.audit_models.drafts.beginning import blank, copied
from queries.audit_models.drafts.exchange import (
    LARGEST_TEXT,
    MANIFEST,
    Carried,
    ExchangeRefusedError,
    carried,
    file_name,
    packed,
)
from queries.audit_models.drafts.importing import import_texts
from queries.audit_models.drafts.suggesting import suggested_columns
from queries.audit_models.drafts.writing import Parts, cases_text, parts_of, written
from queries.audit_models.reading import read_model
from queries.audit_models.shipped import shipped_models
from tests.app_pages import account

MODELS = shipped_models()
WRITER = User("writer", "审计甲", frozenset({"auditor"}))
READER = User("reader", "整改甲", frozenset({"rectification"}))


@pytest.mark.parametrize("code", MODELS)
def test_a_header_is_written_as_it_was_read(code: str) -> None:
    model = MODELS[code]
    parts = parts_of(model.text)
    again = written(Parts(parts.header, parts.sql, cases_text(tomllib.loads(parts.cases))))
    assert replace(read_model(again), text="") == replace(model, text="")
    assert written(parts_of(again)) == again


def test_no_value_ends_the_header() -> None:
    odd = '*/ select 1 /* "quoted" \\ \n new line \x7f'
    parts = parts_of(MODELS["M04"].text)
    header = {**parts.header, "title": {"zh": odd, "en": "x"}, "code": "Z01"}
    model = read_model(written(Parts(header, parts.sql, parts.cases)))
    assert (model.title.zh, model.code, model.sql) == (odd, "Z01", MODELS["M04"].sql)


def test_a_copy_has_a_name_of_its_own_and_lacks_nothing(sqlite_engine: Engine) -> None:
    with reading(sqlite_engine) as connection:
        body = copied(connection, MODELS["M04"], "Z01")
        judged = judge(connection, body)
        same = judge(connection, copied(connection, MODELS["M04"], "M04"))
    assert judged.model is not None
    assert (judged.faults, judged.model.aliases, judged.model.version) == ((), (), 1)
    assert "随" in same.faults[0]
    lines = differences(MODELS["M04"].text, MODELS["M04"].text.replace("default = 20", "default = 15"))
    assert [line for line in lines.splitlines() if line[0] in "+-"] == ["-default = 20", "+default = 15"]
    assert not differences(body, body)


def test_what_a_select_gives_is_told_before_the_header_says_it() -> None:
    computed = "budget_fen * 2 as double_fen, notice_date + 1 as next_date"
    sql = f"select tender_code, {computed} from tenders where $n > 0"
    assert suggested_columns(sql, {"tenders": "tenders"}, {"n": "whole"}) == {
        "tender_code": ("tenders.tender_code", ""),
        "double_fen": ("", "money"),
        "next_date": ("", "date"),
    }


def test_a_new_text_is_kept_before_it_is_a_model(sqlite_engine: Engine) -> None:
    body = blank("Z02", "新模型", "payments")
    (told,) = import_texts(sqlite_engine, WRITER, (Carried("Z02.sql", body),))
    assert told.text_id is not None
    assert [fault for fault in told.faults if "判断逻辑" in fault]
    with reading(sqlite_engine) as connection:
        (facts,) = texts(connection, author="writer")
    assert (facts.model_code, facts.version, facts.body) == ("Z02", 1, body)


def test_what_was_submitted_is_taken_back_and_given_up_by_its_author_alone(sqlite_engine: Engine) -> None:
    (told,) = import_texts(sqlite_engine, WRITER, (Carried("Z02.sql", blank("Z02", "新", "payments")),))
    assert told.text_id is not None
    submit(sqlite_engine, WRITER, told.text_id, 0)
    other = replace(WRITER, user_name="other")
    with pytest.raises(ValueError, match="编写人"):
        take_back(sqlite_engine, other, told.text_id, 1)
    take_back(sqlite_engine, WRITER, told.text_id, 1)
    discard(sqlite_engine, WRITER, told.text_id, 2)
    with reading(sqlite_engine) as connection:
        assert connection.scalars(select(AuditModelText.state)).all() == ["discarded"]


def test_models_travel_in_one_file_and_become_drafts(sqlite_engine: Engine) -> None:
    mine = [
        read_model(MODELS[code].text.replace(f'code = "{code}"', f'code = "Z-{code}"'))
        for code in ("M05", "M10")
    ]
    content = packed(mine)
    assert packed(mine) == content
    told = import_texts(sqlite_engine, WRITER, carried(content, "models.zip"))
    assert [(each.code, each.refusal) for each in told] == [("Z-M05", ""), ("Z-M10", "")]
    again = import_texts(sqlite_engine, WRITER, carried(content, "models.zip"))
    assert [each.text_id for each in again] == [None, None]
    (shipped,) = import_texts(sqlite_engine, WRITER, (Carried("M05.sql", MODELS["M05"].text),))
    assert "在用" in shipped.refusal
    with pytest.raises(NotPermittedError):
        import_texts(sqlite_engine, READER, carried(content, "models.zip"))
    assert file_name(MODELS["M04"]) == "M04_投标准备期不足.sql"


def archive(files: dict[str, bytes], *, listed: dict[str, str] | None = None, **manifest: object) -> bytes:
    """An archive of these files; its list has them all with their digests where nothing else is said."""
    told = listed if listed is not None else {name: digest_of(text.decode()) for name, text in files.items()}
    entries = [{"file": name, "sha256": digest} for name, digest in told.items()]
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in files.items():
            file.writestr(name, text)
        file.writestr(
            MANIFEST, json.dumps({"format": "audit-models", "version": 1, "models": entries} | manifest)
        )
    return content.getvalue()


TEXT = MODELS["M04"].text.encode()


def a_link() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        link = zipfile.ZipInfo("models/M04.sql")
        link.external_attr = 0o120777 << 16
        file.writestr(link, "/etc/passwd")
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (archive({"../M04.sql": TEXT}), "不该有"),
        (archive({"/etc/cron.d/M04.sql": TEXT}), "不该有"),
        (archive({"models/../../M04.sql": TEXT}), "不该有"),
        (archive({"models\\M04.sql": TEXT}), "不该有"),
        (archive({"models/M04.py": TEXT}), "不该有"),
        (a_link(), "不该有"),
        (archive({"models/M04.sql": b"0" * (LARGEST_TEXT + 1)}), "超过"),
        (archive({f"models/M{n}.sql": b"x" for n in range(501)}), "超过"),
        (archive({f"models/M{n}.sql": b"0" * 900_000 for n in range(30)}), "超过"),
        (archive({"models/M04.sql": TEXT}, listed={"models/M04.sql": "0" * 64}), "改动"),
        (archive({"models/M04.sql": TEXT}, listed={}), "清单"),
        (archive({}, listed={"models/M04.sql": "0" * 64}), "清单"),
        (archive({"models/M04.sql": TEXT}, format="other"), "清单"),
        (archive({"models/M04.sql": TEXT}, version=2), "更新版本"),
        (archive({"models/M04.sql": TEXT}, models="none"), "清单"),
        (archive({"models/M04.sql": TEXT})[:-40], "损坏"),
        (b"PK\x03\x04 no archive", "损坏"),
        (b"\xff\xfe\x00", "不是模型文本"),
        (b"0" * 20_000_001, "超过"),
    ],
    ids=lambda value: value if isinstance(value, str) else "file",
)
def test_a_file_that_is_not_what_it_should_be_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(ExchangeRefusedError, match=words):
        carried(content, "models.zip")


def test_more_than_an_archive_says_is_not_read() -> None:
    """The size that a directory entry names is a claim: here it says one byte."""
    whole = archive({"models/M04.sql": b"0" * (LARGEST_TEXT * 3)}, listed={"models/M04.sql": "0"})
    size = (LARGEST_TEXT * 3).to_bytes(4, "little")
    with pytest.raises(ExchangeRefusedError):
        carried(whole.replace(size, (1).to_bytes(4, "little")), "models.zip")


def test_the_commands_write_read_and_check(
    sqlite_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", sqlite_engine.url.render_as_string(hide_password=False))
    monkeypatch.setenv("AUDIT_VAR_DIR", str(tmp_path / "var"))
    with writing(sqlite_engine) as connection:
        account(connection, "writer", frozenset({"auditor"}))
        account(connection, "reader", frozenset({"rectification"}))
    one, every = tmp_path / "one.sql", tmp_path / "all.zip"
    assert main(["models", "export", "R003", str(one)]) == 0
    assert one.read_text("utf-8") == MODELS["M04"].text
    assert main(["models", "export", "--all", str(every)]) == 0
    assert len(carried(every.read_bytes(), "all.zip")) == len(MODELS)
    assert main(["models", "export", "M99", str(one)]) == 2
    mine = one.read_text("utf-8").replace('"M04"', '"Z01"').replace('aliases = ["R003"]\n', "")
    one.write_text(mine.replace("[alias_params.R003]\nmin_days = 15\n", ""), "utf-8")
    capsys.readouterr()
    assert main(["models", "check", "--json", str(one)]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["model"], told["cases"], told["failed_cases"], told["faults"]) == ("Z01", 6, 0, [])
    assert main(["models", "import", str(one), "--as", "nobody"]) == 2
    assert main(["models", "import", str(one), "--as", "reader"]) == 1
    assert main(["models", "import", str(one), "--as", "writer"]) == 0
    assert main(["models", "import", str(tmp_path / "none.sql"), "--as", "writer"]) == 1
    one.write_text("select 1", "utf-8")
    assert main(["models", "check", str(one)]) == 1
    assert main(["models", "import", str(one), "--as", "writer"]) == 1


@pytest.mark.parametrize("code", MODELS)
def test_lists_of_a_header_come_back_from_their_tables(code: str) -> None:
    """Unless somebody writes in them; what tables do not show is kept."""
    header = dict(parts_of(MODELS[code].text).header)
    again = header_rows.with_params(header, header_rows.param_rows(header))
    again = header_rows.with_choices(again, header_rows.choice_rows(again))
    again = header_rows.with_basis(again, header_rows.basis_rows(again))
    again = header_rows.with_columns(again, header_rows.column_rows(again))
    again = header_rows.with_evidence(again, header_rows.evidence_rows(again))
    again = header_rows.with_skips(again, header_rows.skip_rows(again))
    again = header_rows.with_parties(again, header_rows.party_rows(again))
    parts = parts_of(MODELS[code].text)
    read = read_model(written(Parts(again, parts.sql, parts.cases)))
    assert replace(read, text="") == replace(MODELS[code], text="")


def test_what_somebody_wrote_in_a_table_is_in_the_header() -> None:
    header = dict(parts_of(MODELS["M04"].text).header)
    (row,) = header_rows.param_rows(header)
    rows = [
        row | {"title": "最少天数", "title_en": "", "default": "15", "most": "many"},
        {"name": "since", "title": "起始日", "type": "date", "default": "2026-01-01", "least": None},
        {"name": None, "title": "没有名称的行不算"},
    ]
    params = header_rows.with_params(header, rows)["params"]
    assert list(params) == ["min_days", "since"]
    assert params["min_days"]["title"] == {"zh": "最少天数", "en": "最少天数"}
    assert (params["min_days"]["default"], params["min_days"]["most"]) == (15, "many")
    assert params["min_days"]["unit"] == {"zh": "天", "en": "days"}
    assert params["since"] == {
        "title": {"zh": "起始日", "en": "起始日"},
        "type": "date",
        "default": date(2026, 1, 1),
    }
