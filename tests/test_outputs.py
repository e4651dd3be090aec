"""出库审批: asking, another person's decision, taking once with a line of the ledger, files that go."""

import hashlib
import json
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, insert, select, update
from sqlalchemy.exc import OperationalError

from data.access.roles import NotPermittedError, User
from data.data_room.column_masks import set_mask
from data.data_room.dataset_shares import revoke_share, share, shares_of
from data.data_room.outputs import (
    OutputError,
    ReadDataset,
    WantedOutput,
    ask_output,
    first_rows,
    grant_output,
    may_preview,
    outputs_folder,
    own_requests,
    refuse_output,
    requests_to_decide,
    sweep_outputs,
    take_output,
    taken_file,
    taking,
    withdraw_output,
)
from data.data_room.return_limits import usual_limit
from data.data_room.undertakings import UndertakingMissingError, undertakings, withdraw_undertaking
from data.digest import sha256_of
from data.engine import now, reading, writing
from data.local_time import today_in_china
from data.schema import Account, DataMovement, Dataset, DatasetUse, Event, OutputApproval, Section
from data.warehouse import Version, original_of
from tests.dataset_rows import KEEPER, OTHER_KEEPER, READER, bring
from tests.output_rows import APPROVER, PAID, add_payments, add_people, ask_for

STRANGER = User("stranger", "无权", frozenset({"review"}))


@pytest.fixture
def room(engine: Engine) -> tuple[Engine, Version]:
    add_people(engine)
    return engine, add_payments(engine)


@pytest.fixture
def small_room(sqlite_engine: Engine) -> tuple[Engine, Version]:
    add_people(sqlite_engine)
    return sqlite_engine, add_payments(sqlite_engine)


def limit(days: int = 30) -> date:
    return today_in_china() + timedelta(days=days)


def test_a_file_is_asked_for_granted_and_taken_once(room: tuple[Engine, Version]) -> None:
    engine, version = room
    output = ask_for(engine, READER, version)
    with pytest.raises(OutputError, match="等待"):
        take_output(engine, READER, output, limit())
    with reading(engine) as connection:
        (waiting,) = requests_to_decide(connection, APPROVER)
        assert not requests_to_decide(connection, STRANGER)
        assert not requests_to_decide(connection, READER)
    assert (waiting.state(now()), waiting.asker, waiting.classification) == ("waiting", "审计甲", "internal")
    assert [(read.title, read.version_number) for read in waiting.datasets] == [("付款", 1)]
    grant_output(engine, APPROVER, output, " 审数出〔2026〕1号 ", "仅限核对")
    with pytest.raises(OutputError, match="已经决定"):
        refuse_output(engine, APPROVER, output, "改主意")
    content = take_output(engine, READER, output, limit()).read_bytes()
    with reading(engine) as connection:
        (taken,) = own_requests(connection, READER)
        line = connection.execute(select(DataMovement.__table__).where(DataMovement.kind == "receipt")).one()
        event = connection.execute(select(Event.kind, Event.detail, Event.event_id)).all()[-1]
        uses = set(connection.scalars(select(DatasetUse.kind).where(DatasetUse.user_name == "reader")))
    assert taken.state(now()) == "taken"
    assert hashlib.sha256(content).hexdigest() == taken.sha256 == line.sha256
    assert (line.counterparty, line.person, line.taker) == ("预算执行审计组", "reader", "reader")
    assert (line.purpose, line.approval_number) == ("核对付款", "审数出〔2026〕1号")
    assert (line.dataset_id, line.version_number, line.row_count) == (version.dataset_id, 1, 3)
    assert (line.fact_date, line.return_due_date) == (today_in_china(), limit())
    assert (event.kind, event.event_id) == ("output_taken", line.event_id)
    assert json.loads(event.detail)["return_due_date"] == limit().isoformat()
    assert uses == {"export"}
    with pytest.raises(OutputError, match="已经领取"):
        take_output(engine, READER, output, limit())


def test_nobody_decides_on_their_own_request(small_room: tuple[Engine, Version]) -> None:
    engine, __ = small_room
    own = ask_for(engine, APPROVER, None)
    for user in (APPROVER, READER, KEEPER):
        with pytest.raises(NotPermittedError):
            grant_output(engine, user, own, "1号")
    with pytest.raises(NotPermittedError):
        refuse_output(engine, APPROVER, own, "不要了")
    with reading(engine) as connection:
        assert connection.scalar(select(OutputApproval.is_granted)) is None
        assert len(connection.scalars(select(Event.kind).where(Event.kind == "action_refused")).all()) == 4


def test_a_decision_says_what_it_has_to_say(small_room: tuple[Engine, Version]) -> None:
    engine, version = small_room
    output = ask_for(engine, READER, version)
    with pytest.raises(OutputError, match="审批编号"):
        grant_output(engine, APPROVER, output, "  ")
    with pytest.raises(OutputError, match="原因"):
        refuse_output(engine, APPROVER, output, " ")
    refuse_output(engine, APPROVER, output, "用途不清")
    with reading(engine) as connection:
        (refused,) = own_requests(connection, READER)
    assert (refused.state(now()), refused.note, refused.decider) == ("refused", "用途不清", "科长甲")
    with pytest.raises(OutputError, match="未获批准"):
        take_output(engine, READER, output, limit())


def test_who_is_bound_decides_for_the_own_section_only(small_room: tuple[Engine, Version]) -> None:
    engine, version = small_room
    with writing(engine) as connection:
        for code in ("S1", "S2"):
            connection.execute(insert(Section).values(section_code=code, name=code))
        connection.execute(update(Account).where(Account.user_name == "reader").values(section_code="S1"))
    output = ask_for(engine, READER, version)
    for code, seen in (("S1", 1), ("S2", 0)):
        bound = User("approver", "科长甲", frozenset({"section"}), section_code=code)
        with reading(engine) as connection:
            assert len(requests_to_decide(connection, bound)) == seen
    with pytest.raises(NotPermittedError):
        grant_output(engine, bound, output, "1号")
    grant_output(engine, User("approver", "", frozenset({"section"}), section_code="S1"), output, "1号")


def test_only_the_asker_takes_and_only_with_a_valid_undertaking(small_room: tuple[Engine, Version]) -> None:
    engine, version = small_room
    output = ask_for(engine, READER, version)
    grant_output(engine, APPROVER, output, "1号")
    with pytest.raises(NotPermittedError):
        take_output(engine, KEEPER, output, limit())
    with reading(engine) as connection:
        (own,) = undertakings(connection, "reader")
    withdraw_undertaking(engine, KEEPER, own.undertaking_id, today_in_china())
    with pytest.raises(UndertakingMissingError):
        take_output(engine, READER, output, limit())
    with reading(engine) as connection:
        assert connection.scalar(select(OutputApproval.taken_at)) is None


def test_a_file_is_given_out_though_its_use_cannot_be_counted(
    small_room: tuple[Engine, Version], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is taken by then, and nobody takes it twice."""
    engine, version = small_room
    output = ask_for(engine, READER, version)
    grant_output(engine, APPROVER, output, "1号")

    def away(*_of: object) -> None:
        raise OperationalError("insert", {}, Exception("database is locked"))

    monkeypatch.setattr(taking, "record_use", away)
    assert take_output(engine, READER, output, limit())


def test_the_limit_follows_the_classification(small_room: tuple[Engine, Version]) -> None:
    engine, version = small_room
    output = ask_for(engine, READER, version)
    grant_output(engine, APPROVER, output, "1号")
    for wrong in (None, limit(-1), limit(181)):
        with pytest.raises(OutputError):
            take_output(engine, READER, output, wrong)
    with writing(engine) as connection:
        connection.execute(update(Dataset).values(classification="sensitive"))
    assert usual_limit("sensitive", date(2026, 1, 1)) == date(2026, 1, 31)
    with pytest.raises(OutputError, match="最迟"):
        take_output(engine, READER, output, limit(91))
    with writing(engine) as connection:
        connection.execute(update(Dataset).values(classification="public"))
    take_output(engine, READER, output, None)


def test_rows_of_a_state_secret_never_leave_as_a_file(small_room: tuple[Engine, Version]) -> None:
    engine, version = small_room
    granted, waiting = ask_for(engine, READER, version), ask_for(engine, READER, version)
    grant_output(engine, APPROVER, granted, "1号")
    with writing(engine) as connection:
        connection.execute(update(Dataset).values(classification="secret"))
    for act in (
        lambda: ask_for(engine, KEEPER, version),
        lambda: grant_output(engine, APPROVER, waiting, "2号"),
        lambda: take_output(engine, READER, granted, limit()),
    ):
        with pytest.raises(OutputError, match="涉密"):
            act()
    assert len(list(outputs_folder().iterdir())) == 2


def test_a_share_taken_back_keeps_the_rows_here(small_room: tuple[Engine, Version]) -> None:
    engine, version = small_room
    output = ask_for(engine, READER, version)
    grant_output(engine, APPROVER, output, "1号")
    with reading(engine) as connection:
        (standing,) = shares_of(connection, version.dataset_id)
    revoke_share(engine, KEEPER, "付款", standing.share_id)
    with pytest.raises(OutputError, match="付款"):
        take_output(engine, READER, output, limit())


def test_a_file_that_is_another_one_now_is_neither_granted_nor_taken(
    small_room: tuple[Engine, Version],
) -> None:
    engine, version = small_room
    output = ask_for(engine, READER, version)
    (file,) = outputs_folder().iterdir()
    content = file.read_bytes()
    file.write_bytes(content + b"x")
    with pytest.raises(OutputError, match="改动"):
        grant_output(engine, APPROVER, output, "1号")
    file.write_bytes(content)
    grant_output(engine, APPROVER, output, "1号")
    file.unlink()
    with pytest.raises(OutputError, match="不在"):
        take_output(engine, READER, output, limit())


def test_rows_are_previewed_by_who_may_read_them(small_room: tuple[Engine, Version]) -> None:
    engine, version = small_room
    ask_for(engine, READER, version)
    with reading(engine) as connection:
        (request,) = requests_to_decide(connection, APPROVER)
        assert not may_preview(connection, APPROVER, request)
        assert not may_preview(connection, OTHER_KEEPER, request)
        assert may_preview(connection, KEEPER, request)
    assert first_rows(request, 1) == [["编号", "身份证号"], ["1", "990***********1001"]]


def test_an_original_is_previewed_whatever_its_name_says(small_room: tuple[Engine, Version]) -> None:
    """Files come in by what they hold: a text that is called .xlsx is a text."""
    engine, version = small_room
    wanted = WantedOutput("原文件", 1, "核对", "审计组", (ReadDataset(version.dataset_id, 1),))
    ask_output(engine, READER, "编号,金额\n1,5.00\n".encode(), ".xlsx", wanted)
    with reading(engine) as connection:
        (request,) = requests_to_decide(connection, APPROVER)
    assert first_rows(request, 1) == [["编号", "金额"], ["1", "5.00"]]


def test_files_that_nobody_may_take_any_more_are_swept(small_room: tuple[Engine, Version]) -> None:
    engine, version = small_room
    outputs = [ask_for(engine, READER, version) for __ in range(4)]
    refuse_output(engine, APPROVER, outputs[0], "否")
    for output in outputs[1:3]:
        grant_output(engine, APPROVER, output, "1号")
    take_output(engine, READER, outputs[1], limit())
    assert sweep_outputs(engine) == 0
    long_ago = now() - timedelta(days=31)
    with writing(engine) as connection:
        decided = update(OutputApproval).where(OutputApproval.decided_at.is_not(None))
        connection.execute(decided.values(decided_at=long_ago))
        was_taken = update(OutputApproval).where(OutputApproval.taken_at.is_not(None))
        connection.execute(was_taken.values(taken_at=long_ago))
    with pytest.raises(OutputError, match="过期"):
        take_output(engine, READER, outputs[2], limit())
    assert sweep_outputs(engine) == 3
    with reading(engine) as connection:
        (waiting,) = (entry for entry in own_requests(connection, READER) if entry.is_granted is None)
        told = connection.scalar(select(Event.detail).where(Event.kind == "output_files_deleted"))
    assert [file.name for file in outputs_folder().iterdir()] == [waiting.file]
    assert json.loads(str(told)) == {"requests": outputs[:3]}


def test_what_was_masked_after_the_asking_is_not_taken_as_it_was(small_room: tuple[Engine, Version]) -> None:
    """The share shows the numbers when the files are asked for, and hides them when they are to be taken."""
    engine, version = small_room
    share(engine, KEEPER, "付款", with_user="reader", is_unmasked=True)
    original = WantedOutput(
        "原文件", 3, "核对", "审计组", (ReadDataset(version.dataset_id, 1),), is_original=True
    )
    asked = [ask_for(engine, READER, version), ask_output(engine, READER, b"raw", ".csv", original)]
    for number in asked:
        grant_output(engine, APPROVER, number, "1号")
    share(engine, KEEPER, "付款", with_user="reader", is_unmasked=False)
    for number, words in zip(asked, ("身份证号", "未作脱敏"), strict=True):
        with pytest.raises(OutputError, match=words):
            take_output(engine, READER, number, limit())
    with pytest.raises(OutputError, match="不脱敏"):
        ask_output(engine, READER, b"raw", ".csv", original)
    share(engine, KEEPER, "付款", with_user="reader", is_unmasked=True)
    assert take_output(engine, READER, asked[0], limit())
    set_mask(engine, KEEPER, "付款", "金额", "whole")
    assert take_output(engine, READER, asked[1], limit()).read_bytes() == b"raw"


def test_a_stricter_mask_counts_and_one_that_was_there_does_not(small_room: tuple[Engine, Version]) -> None:
    engine, version = small_room
    asked = [ask_for(engine, READER, version) for __ in range(2)]
    for number in asked:
        grant_output(engine, APPROVER, number, "1号")
    assert take_output(engine, READER, asked[0], limit())
    set_mask(engine, KEEPER, "付款", "身份证号", "whole")
    with pytest.raises(OutputError, match="身份证号"):
        take_output(engine, READER, asked[1], limit())


def test_rows_of_two_versions_of_a_dataset_are_asked_for(small_room: tuple[Engine, Version]) -> None:
    engine, version = small_room
    second = bring(engine, KEEPER, "付款", PAID, purpose="测试", change="replace")
    read = tuple(ReadDataset(version.dataset_id, number) for number in (1, second.number))
    ask_output(engine, READER, b"rows", ".xlsx", WantedOutput("版本比较", 3, "核对", "审计组", read))
    with reading(engine) as connection:
        (request,) = own_requests(connection, READER)
    assert [source.version_number for source in request.datasets] == [1, 2]


def test_an_original_is_named_and_never_loaded(
    small_room: tuple[Engine, Version], monkeypatch: pytest.MonkeyPatch
) -> None:
    """However large it is, and though its dataset is cleaned up meanwhile."""
    engine, version = small_room
    monkeypatch.setattr(type(outputs_folder()), "read_bytes", None)
    wanted = WantedOutput(
        "原文件", 3, "核对", "审计组", (ReadDataset(version.dataset_id, 1),), is_original=True
    )
    output = ask_output(engine, KEEPER, original_of(version), ".csv", wanted)
    grant_output(engine, APPROVER, output, "1号")
    with pytest.raises(OutputError, match="重新申请"):
        taken_file(engine, KEEPER, output)
    file = take_output(engine, KEEPER, output, limit())
    assert sha256_of(file) == version.original_sha256
    assert taken_file(engine, KEEPER, output)[1] == file
    with pytest.raises(NotPermittedError):
        taken_file(engine, READER, output)
    with writing(engine) as connection:
        connection.execute(update(OutputApproval).values(taken_at=now() - timedelta(hours=2)))
    with pytest.raises(OutputError):
        taken_file(engine, KEEPER, output)
    original_of(version).unlink()
    with pytest.raises(OutputError, match="备份"):
        ask_output(engine, KEEPER, original_of(version), ".csv", wanted)
    assert [entry.name for entry in outputs_folder().iterdir()] == [file.name]


def test_a_file_too_large_to_wait_for_is_not_previewed(
    small_room: tuple[Engine, Version], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, version = small_room
    ask_for(engine, READER, version)
    with reading(engine) as connection:
        (request,) = requests_to_decide(connection, APPROVER)
    monkeypatch.setenv("AUDIT_UPLOAD_MB", "0")
    with pytest.raises(OutputError, match="太大"):
        first_rows(request, 1)


def test_who_asked_withdraws_until_the_file_is_taken(room: tuple[Engine, Version]) -> None:
    engine, version = room
    waiting, granted, refused, taken = (ask_for(engine, READER, version) for __ in range(4))
    for output in (granted, taken):
        grant_output(engine, APPROVER, output, "1号")
    refuse_output(engine, APPROVER, refused, "用途不清")
    take_output(engine, READER, taken, limit())
    with pytest.raises(NotPermittedError):
        withdraw_output(engine, KEEPER, waiting)
    for output in (waiting, granted):
        withdraw_output(engine, READER, output)
    for output in (waiting, granted, refused, taken):
        with pytest.raises(OutputError, match="撤回"):
            withdraw_output(engine, READER, output)
    with pytest.raises(OutputError, match="撤回"):
        grant_output(engine, APPROVER, waiting, "2号")
    with pytest.raises(OutputError):
        take_output(engine, READER, granted, limit())
    with reading(engine) as connection:
        states = {entry.output_id: entry.state(now()) for entry in own_requests(connection, READER)}
        kept = {entry.file for entry in own_requests(connection, READER) if entry.withdrawn_at is None}
        told = connection.scalars(select(Event.kind).where(Event.kind == "output_withdrawn")).all()
    assert states == {waiting: "withdrawn", granted: "withdrawn", refused: "refused", taken: "taken"}
    assert {file.name for file in outputs_folder().iterdir()} == kept
    assert len(told) == 2
