"""Files on their way in: whose they are, how they grow, what is refused, what is cleared away."""

import hashlib
import io
import json
import os
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import Engine

from data.access.roles import NotPermittedError
from data.data_room.undertakings import UndertakingMissingError
from data.transfers import (
    NoRoomError,
    NoTransferError,
    TooLargeError,
    TooManyError,
    TransferError,
    WrongOffsetError,
    begin,
    clearing,
    discard,
    find,
    keep_upload,
    receive,
    sweep_transfers,
    transfers,
)
from data.warehouse import warehouse
from tests.dataset_rows import KEEPER, OTHER_KEEPER, READER, signed


@pytest.fixture
def engine_of_keepers(sqlite_engine: Engine) -> Engine:
    signed(sqlite_engine, KEEPER)
    signed(sqlite_engine, OTHER_KEEPER)
    return sqlite_engine


def on_disk() -> list[str]:
    return sorted(entry.name for entry in (warehouse() / "transfers").iterdir() if entry.is_dir())


def test_a_file_grows_piece_by_piece(engine_of_keepers: Engine) -> None:
    begun = begin(engine_of_keepers, KEEPER, "付款.csv", 10)
    assert (begun.received, begun.size, begun.is_complete) == (0, 10, False)
    half = receive(KEEPER, begun.transfer_id, 0, b"01234")
    assert (half.received, half.is_complete) == (5, False)
    whole = receive(KEEPER, begun.transfer_id, 5, b"56789")
    assert whole.is_complete
    assert whole.file.read_bytes() == b"0123456789"
    assert whole == find(KEEPER, begun.transfer_id) == transfers(KEEPER)[0]


def test_what_has_come_is_seen_by_the_next_process(engine_of_keepers: Engine) -> None:
    begun = begin(engine_of_keepers, KEEPER, "付款.csv", 10)
    with begun.file.open("ab") as file:  # as a process that was killed in the middle of a piece leaves it
        file.write(b"012")
    assert find(KEEPER, begun.transfer_id).received == 3
    assert receive(KEEPER, begun.transfer_id, 3, b"3456789").is_complete


@pytest.mark.parametrize("offset", [0, 4, 6, 10])
def test_a_piece_that_does_not_follow_is_refused(engine_of_keepers: Engine, offset: int) -> None:
    begun = begin(engine_of_keepers, KEEPER, "付款.csv", 20)
    receive(KEEPER, begun.transfer_id, 0, b"01234")
    with pytest.raises(WrongOffsetError) as refused:
        receive(KEEPER, begun.transfer_id, offset, b"xyz")
    assert refused.value.received == 5
    assert begun.file.read_bytes() == b"01234"


def test_a_file_does_not_grow_beyond_what_was_said(engine_of_keepers: Engine) -> None:
    begun = begin(engine_of_keepers, KEEPER, "付款.csv", 4)
    with pytest.raises(TooLargeError):
        receive(KEEPER, begun.transfer_id, 0, b"01234")
    assert find(KEEPER, begun.transfer_id).received == 0


def test_two_writers_do_not_mix(engine_of_keepers: Engine) -> None:
    pieces, length = 40, 5_000
    begun = begin(engine_of_keepers, KEEPER, "付款.csv", pieces * length)

    def write(sign: bytes) -> int:
        taken = 0
        for number in range(pieces):
            try:
                receive(KEEPER, begun.transfer_id, number * length, sign * length)
                taken += 1
            except WrongOffsetError:
                pass
        return taken

    with ThreadPoolExecutor(2) as writers:
        assert sum(writers.map(write, (b"a", b"b"))) <= pieces
    content = begun.file.read_bytes()
    assert len(content) % length == 0
    assert all(len(set(content[start : start + length])) == 1 for start in range(0, len(content), length))


def test_nobody_sees_or_touches_another_s(engine_of_keepers: Engine) -> None:
    begun = begin(engine_of_keepers, KEEPER, "付款.csv", 3)
    assert transfers(OTHER_KEEPER) == []
    with pytest.raises(NoTransferError):
        find(OTHER_KEEPER, begun.transfer_id)
    with pytest.raises(NoTransferError):
        receive(OTHER_KEEPER, begun.transfer_id, 0, b"012")
    with pytest.raises(NoTransferError):
        discard(OTHER_KEEPER, begun.transfer_id)
    assert find(KEEPER, begun.transfer_id).received == 0


@pytest.mark.parametrize(
    "transfer_id", ["", ".", "..", "../../audit.db", "A" * 32, "0" * 32, "0" * 33, "é" * 32]
)
def test_what_is_no_id_finds_nothing(engine_of_keepers: Engine, transfer_id: str) -> None:
    with pytest.raises(NoTransferError):
        find(KEEPER, transfer_id)
    with pytest.raises(NoTransferError):
        receive(KEEPER, transfer_id, 0, b"x")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\数据\\付款.csv", "付款.csv"),
        ("a\x00b\u202ec\n.csv", "abc.csv"),
        ("..", ".."),
        ("  ", "file"),
        ("长" * 300 + ".csv", "长" * 180 + ".csv"),
    ],
)
def test_a_name_is_only_text(engine_of_keepers: Engine, given: str, shown: str) -> None:
    begun = begin(engine_of_keepers, KEEPER, given, 1)
    assert begun.original_name == shown
    assert begun.file == warehouse() / "transfers" / begun.transfer_id / "file"


def test_who_may_not_bring_data_begins_nothing(engine_of_keepers: Engine) -> None:
    with pytest.raises(NotPermittedError):
        begin(engine_of_keepers, READER, "付款.csv", 1)
    assert transfers(READER) == []


def test_without_an_undertaking_nothing_begins(sqlite_engine: Engine) -> None:
    with pytest.raises(UndertakingMissingError):
        begin(sqlite_engine, KEEPER, "付款.csv", 1)


def test_limits_are_said_in_words(engine_of_keepers: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TransferError, match="空"):
        begin(engine_of_keepers, KEEPER, "付款.csv", 0)
    monkeypatch.setenv("AUDIT_UPLOAD_MAX_GB", "1")
    with pytest.raises(TooLargeError, match=r"1\.0 GB"):
        begin(engine_of_keepers, KEEPER, "付款.csv", (1 << 30) + 1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=(1 << 30) + 100))
    begin(engine_of_keepers, KEEPER, "付款.csv", 60)
    with pytest.raises(NoRoomError, match="40 B"):  # what was promised to the first is not there twice
        begin(engine_of_keepers, OTHER_KEEPER, "付款.csv", 60)


def test_a_user_may_have_twenty_waiting(engine_of_keepers: Engine) -> None:
    begun = [begin(engine_of_keepers, KEEPER, "付款.csv", 1) for _ in range(20)]
    with pytest.raises(TooManyError, match="20"):
        begin(engine_of_keepers, KEEPER, "付款.csv", 1)
    begin(engine_of_keepers, OTHER_KEEPER, "付款.csv", 1)
    discard(KEEPER, begun[0].transfer_id)
    begin(engine_of_keepers, KEEPER, "付款.csv", 1)


def test_newest_come_first(engine_of_keepers: Engine) -> None:
    older, newer = (begin(engine_of_keepers, KEEPER, name, 1) for name in ("旧.csv", "新.csv"))
    facts = older.file.with_name("facts.json")
    facts.write_text(json.dumps(json.loads(facts.read_text()) | {"begun_at": "2026-01-01T00:00:00"}))
    assert [found.transfer_id for found in transfers(KEEPER)] == [newer.transfer_id, older.transfer_id]


def test_an_upload_of_the_page_is_whole_at_once(engine_of_keepers: Engine) -> None:
    content = os.urandom(2_500_000)
    kept = keep_upload(engine_of_keepers, KEEPER, "付款.csv", io.BytesIO(content), len(content))
    assert kept.is_complete
    assert hashlib.sha256(kept.file.read_bytes()).digest() == hashlib.sha256(content).digest()


@pytest.mark.parametrize("size", [9, 11])
def test_an_upload_of_another_size_leaves_nothing(engine_of_keepers: Engine, size: int) -> None:
    with pytest.raises(TransferError):
        keep_upload(engine_of_keepers, KEEPER, "付款.csv", io.BytesIO(b"0123456789"), size)
    assert on_disk() == []


def test_what_nobody_came_back_to_is_swept(engine_of_keepers: Engine) -> None:
    left, fresh = (begin(engine_of_keepers, KEEPER, "付款.csv", 2) for _ in range(2))
    eight_days_ago = time.time() - 8 * 86_400
    os.utime(left.file, (eight_days_ago, eight_days_ago))
    for ending in (".new", ".gone"):  # what a crash leaves of a beginning and of a removal
        (warehouse() / "transfers" / ("0" * 32 + ending)).mkdir()
    assert sweep_transfers() == 1
    assert on_disk() == [fresh.transfer_id]


def test_two_servers_that_start_at_once_sweep_the_same(
    engine_of_keepers: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = begin(engine_of_keepers, KEEPER, "旧.csv", 10)
    discard(KEEPER, left.transfer_id)
    monkeypatch.setattr(clearing, "transfer_ids", lambda: [left.transfer_id])
    monkeypatch.setattr(clearing, "_touched_at", lambda _left: left.begun_at - timedelta(days=8))
    sweep_transfers()
    assert on_disk() == []


def test_the_folder_is_closed_to_others(engine_of_keepers: Engine, own_var_dir: Path) -> None:
    begun = begin(engine_of_keepers, KEEPER, "付款.csv", 1)
    closed = (own_var_dir / "warehouse/transfers", begun.file.parent)
    assert [path.stat().st_mode & 0o777 for path in closed] == [0o700, 0o700]


@pytest.mark.parametrize("facts", ["", "{", "[]", '{"user_name": "keeper"}', "\xff"])
def test_one_that_cannot_be_read_loses_no_other(
    engine_of_keepers: Engine, facts: str, caplog: pytest.LogCaptureFixture
) -> None:
    """A disk that was full, or a hand in the folder: the log names it once, and the sweep takes it away."""
    broken, whole = (begin(engine_of_keepers, KEEPER, name, 10) for name in ("坏.csv", "好.csv"))
    (broken.file.parent / "facts.json").write_text(facts, "latin-1")
    for __ in range(2):
        assert transfers(KEEPER) == [whole]
    assert caplog.text.count(broken.transfer_id) == 1
    with pytest.raises(NoTransferError):
        find(KEEPER, broken.transfer_id)
    long_ago = time.time() - 8 * 86_400
    os.utime(broken.file.parent, (long_ago, long_ago))
    begin(engine_of_keepers, KEEPER, "第三.csv", 10)
    assert broken.transfer_id not in on_disk()
    assert len(on_disk()) == 2


def test_a_beginning_sweeps_what_nobody_came_back_to(engine_of_keepers: Engine) -> None:
    """A server runs for months; its start is no time to rely on."""
    left = begin(engine_of_keepers, OTHER_KEEPER, "旧.csv", 10)
    long_ago = time.time() - 8 * 86_400
    os.utime(left.file, (long_ago, long_ago))
    fresh = begin(engine_of_keepers, KEEPER, "新.csv", 10)
    assert on_disk() == [fresh.transfer_id]
