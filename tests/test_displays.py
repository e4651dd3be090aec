"""Display tokens: what is kept of them, who may make them, what a revoked or unknown one gets."""

import hashlib
import hmac
import json
import logging
import threading
from datetime import timedelta
from pathlib import Path
from typing import NoReturn

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.exc import OperationalError

from data.access.cookie_key import cookie_key
from data.access.roles import COMMAND_LINE, NotPermittedError, User
from data.engine import now, reading
from data.schema import DisplayToken, Event
from data.settings import var_dir
from data.walls import displays as display_tokens
from data.walls import wall_files
from data.walls.display_pass import GOOD_FOR, give_pass, passed
from data.walls.displays import (
    DisplayError,
    DisplayRefusedError,
    admit,
    displays,
    make_display,
    revoke_display,
    token_hash,
)
from data.walls.known_wall import known_wall

LEADER = User("leader", "局长", frozenset({"leadership"}))


def kinds(engine: Engine) -> list[str]:
    with reading(engine) as connection:
        return list(connection.scalars(select(Event.kind).order_by(Event.event_id)))


def number(engine: Engine, name: str) -> int:
    return next(wall.display_token_id for wall in displays(engine, COMMAND_LINE) if wall.name == name)


def test_the_token_is_kept_nowhere(engine: Engine) -> None:
    token = make_display(engine, COMMAND_LINE, " 三楼  会议室 ")
    assert len(token) >= 40
    with reading(engine) as connection:
        row = connection.execute(select(DisplayToken.__table__)).one()
        details = " ".join(connection.scalars(select(Event.detail)))
    assert row.name == "三楼 会议室"
    assert row.token_hash == token_hash(token) != token
    admit(engine, token)
    kept = "".join(file.read_text() for file in (var_dir() / "wall").iterdir())
    assert token not in f"{row} {details} {kept}"


def test_a_wall_comes_in_until_it_is_revoked(engine: Engine) -> None:
    token = make_display(engine, COMMAND_LINE, "大厅")
    assert admit(engine, token).name == "大厅"
    revoke_display(engine, COMMAND_LINE, number(engine, "大厅"))
    revoke_display(engine, COMMAND_LINE, number(engine, "大厅"))
    with pytest.raises(DisplayRefusedError, match="revoked"):
        admit(engine, token)
    with pytest.raises(DisplayRefusedError, match="unknown_token"):
        admit(engine, f"{token}x")
    assert kinds(engine) == [
        "display_token_made",
        "display_token_revoked",
        "display_refused",
        "display_refused",
    ]
    make_display(engine, COMMAND_LINE, "大厅")


def test_a_wall_that_was_left_on_fills_no_log(sqlite_engine: Engine) -> None:
    token = make_display(sqlite_engine, COMMAND_LINE, "大厅")
    revoke_display(sqlite_engine, COMMAND_LINE, 1)
    first = now()
    for minutes in range(0, 120, 5):
        with pytest.raises(DisplayRefusedError):
            admit(sqlite_engine, token, at=first + timedelta(minutes=minutes))
    assert kinds(sqlite_engine).count("display_refused") == 2


def test_being_seen_is_written_down_now_and_then(sqlite_engine: Engine) -> None:
    token, first = make_display(sqlite_engine, COMMAND_LINE, "大厅"), now()
    for seconds in (0, 15, 299):
        admit(sqlite_engine, token, at=first + timedelta(seconds=seconds))
    assert displays(sqlite_engine, COMMAND_LINE)[0].last_seen_at == first
    admit(sqlite_engine, token, at=first + timedelta(seconds=300))
    assert displays(sqlite_engine, COMMAND_LINE)[0].last_seen_at == first + timedelta(seconds=300)


def test_only_who_manages_displays_makes_or_revokes(sqlite_engine: Engine) -> None:
    for act in (
        lambda: make_display(sqlite_engine, LEADER, "大厅"),
        lambda: revoke_display(sqlite_engine, LEADER, 1),
        lambda: displays(sqlite_engine, LEADER),
    ):
        with pytest.raises(NotPermittedError):
            act()
    assert kinds(sqlite_engine) == ["action_refused"] * 3


def test_names_that_are_refused(sqlite_engine: Engine) -> None:
    make_display(sqlite_engine, COMMAND_LINE, "大厅")
    for name in ("", "  ", "长" * 41, "大厅"):
        with pytest.raises(DisplayError):
            make_display(sqlite_engine, COMMAND_LINE, name)
    with pytest.raises(DisplayError):
        revoke_display(sqlite_engine, COMMAND_LINE, 99)


def test_a_pass_is_for_known_walls_for_a_week_and_cannot_be_forged(sqlite_engine: Engine) -> None:
    token, moment = make_display(sqlite_engine, COMMAND_LINE, "大厅"), now()
    hashed = token_hash(token)
    assert passed(hashed, moment) is None
    admit(sqlite_engine, token, at=moment)
    assert passed(hashed, moment + GOOD_FOR) == "大厅"
    assert passed(hashed, moment + GOOD_FOR + timedelta(seconds=1)) is None
    assert passed(token_hash("another"), moment) is None
    file = next((var_dir() / "wall").iterdir())
    assert file.stat().st_mode & 0o777 == 0o600
    held = json.loads(file.read_text())
    wall_files.keep(file.stem, held | {"seen_at": (moment + timedelta(days=30)).isoformat()})
    assert passed(hashed, moment) is None
    wall_files.keep(f"pass{token_hash('another')}", held)
    assert passed(token_hash("another"), moment) is None


def test_revoking_takes_the_pass_away(sqlite_engine: Engine) -> None:
    token = make_display(sqlite_engine, COMMAND_LINE, "大厅")
    admit(sqlite_engine, token)
    revoke_display(sqlite_engine, COMMAND_LINE, 1)
    assert passed(token_hash(token), now()) is None


def test_a_revoked_wall_stays_out_when_the_database_goes_away(sqlite_engine: Engine) -> None:
    known, revoked = (make_display(sqlite_engine, COMMAND_LINE, name) for name in ("大厅", "会议室"))
    assert [known_wall(sqlite_engine, token) for token in (known, revoked)] == ["大厅", "会议室"]
    revoke_display(sqlite_engine, COMMAND_LINE, number(sqlite_engine, "会议室"))
    Path(str(sqlite_engine.url.database)).rename(var_dir() / "away.db")
    assert known_wall(sqlite_engine, known) == "大厅"
    for token in (revoked, "never seen"):
        with pytest.raises(DisplayRefusedError, match="unreachable"):
            known_wall(sqlite_engine, token)


def test_a_refusal_that_cannot_be_recorded_is_one(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = make_display(sqlite_engine, COMMAND_LINE, "大厅")
    revoke_display(sqlite_engine, COMMAND_LINE, 1)

    def full(*_given: object, **_named: object) -> NoReturn:
        raise OperationalError("insert", {}, OSError("database or disk is full"))

    monkeypatch.setattr(display_tokens, "record", full)
    for given, reason in ((token, "revoked"), ("never seen", "unknown_token")):
        with pytest.raises(DisplayRefusedError, match=reason):
            known_wall(sqlite_engine, given)


def test_revoking_in_the_moment_of_admission_leaves_no_pass(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = make_display(engine, COMMAND_LINE, "大厅")
    revoking = threading.Thread(target=revoke_display, args=(engine, COMMAND_LINE, number(engine, "大厅")))

    def late(hashed: str, name: str, at: object) -> None:
        revoking.start()
        revoking.join(0.5)  # as long as the admission is under way, revoking waits for it
        give_pass(hashed, name, now())

    monkeypatch.setattr(display_tokens, "give_pass", late)
    admit(engine, token)
    revoking.join(30)
    assert passed(token_hash(token), now()) is None
    with pytest.raises(DisplayRefusedError, match="revoked"):
        admit(engine, token)


def test_of_two_walls_of_one_name_made_at_once_one_is_refused(engine: Engine) -> None:
    outcomes: list[str] = []
    start = threading.Barrier(2)

    def make() -> None:
        start.wait()
        try:
            make_display(engine, COMMAND_LINE, "大厅")
            outcomes.append("made")
        except DisplayError:
            outcomes.append("refused")

    threads = [threading.Thread(target=make) for __ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(outcomes) == ["made", "refused"]
    assert len(displays(engine, COMMAND_LINE)) == 1


def test_a_pass_that_cannot_be_taken_away_is_logged(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    make_display(sqlite_engine, COMMAND_LINE, "大厅")

    def stuck(_hashed: str) -> None:
        raise PermissionError

    monkeypatch.setattr(display_tokens, "drop_pass", stuck)
    with caplog.at_level(logging.WARNING):
        revoke_display(sqlite_engine, COMMAND_LINE, 1)
    assert "could not be taken away" in caplog.text


@pytest.mark.parametrize("signature", ["签", "\ud800", ""])
def test_a_pass_with_a_damaged_signature_is_none(signature: str) -> None:
    hashed, moment = token_hash("token"), now()
    give_pass(hashed, "大厅", moment)
    held = wall_files.kept(f"pass{hashed}") or {}
    file = next((var_dir() / "wall").iterdir())
    file.write_text(json.dumps(held | {"signature": signature}))
    assert passed(hashed, moment) is None
    give_pass(hashed, "大厅", moment)
    assert passed(hashed, moment) == "大厅"


@pytest.mark.parametrize("seen_at", ["", "yesterday", "2025-03-04T05:06:07+00:00", "9999-12-31T23:59:59"])
def test_a_pass_without_a_sound_moment_is_none(seen_at: str) -> None:
    hashed = token_hash("token")
    words = "\x1f".join((hashed, "大厅", seen_at)).encode()
    signature = hmac.new(cookie_key().encode(), words, hashlib.sha256).hexdigest()
    wall_files.keep(f"pass{hashed}", {"name": "大厅", "seen_at": seen_at, "signature": signature})
    assert passed(hashed, now()) is None


def test_what_is_kept_on_disk_may_be_damaged() -> None:
    wall_files.keep("scene", {"figure": "甲"})
    assert wall_files.kept("scene") == {"figure": "甲"}
    file = var_dir() / "wall/scene.json"
    for text in ("", "{", "[1]", "\x00"):
        file.write_text(text)
        assert wall_files.kept("scene") is None
    assert wall_files.kept("nothing") is None
    with pytest.raises(ValueError, match="etc"):
        wall_files.kept("../etc")
    assert [entry.name for entry in file.parent.iterdir()] == ["scene.json"]
