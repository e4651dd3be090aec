"""The routes for large files, asked over HTTP: who may, what is refused and how, what a crash leaves."""

import base64
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest
import uvicorn
from sqlalchemy import Engine, insert, select, update
from starlette.applications import Starlette

from data.access import sign_ins
from data.access.accounts import insert_account
from data.access.cookie_key import cookie_key
from data.access.passwords import DEMO_ROUNDS, hashed
from data.access.roles import User
from data.access.sign_in_cookie import cookie_name
from data.data_room.outputs import outputs_folder
from data.engine import now, reading, writing
from data.schema import Account, AccountSession, Event, OutputApproval, Undertaking
from data.transfers import begin, find, receive, transfers
from routes import uploads
from routes.output_files import output_routes
from routes.uploads import upload_routes

ROOT = Path(__file__).resolve().parent.parent
PASSWORD = "Tiger-valley-42"
HASH = hashed(PASSWORD, DEMO_ROUNDS)
KEEPER = User("keeper", "数据室甲", frozenset({"data_room"}))
OTHER = User("keeper2", "数据室乙", frozenset({"data_room"}))
READER = User("reader", "审计甲", frozenset({"auditor"}))
TUS = {"Tus-Resumable": "1.0.0"}
SERVER = """
import sys, uvicorn
from starlette.applications import Starlette
from data.engine import connect_to
from routes.uploads import upload_routes
app = Starlette(routes=upload_routes(connect_to(sys.argv[1])))
uvicorn.run(app, port=int(sys.argv[2]), log_level="error")
"""


@pytest.fixture
def database(sqlite_engine: Engine) -> Engine:
    """Three accounts; those of the data room have signed an undertaking."""
    with writing(sqlite_engine) as connection:
        for user in (KEEPER, OTHER, READER):
            insert_account(
                connection,
                "test",
                user.user_name,
                user.display_name,
                HASH,
                roles=user.roles,
                must_change_password=False,
            )
            if user != READER:
                connection.execute(
                    insert(Undertaking).values(
                        user_name=user.user_name,
                        document="承诺书 1 号",
                        signed_date=date(2020, 1, 1),
                        valid_until=date(2099, 12, 31),
                        recorded_by="test",
                        recorded_at=now(),
                    )
                )
    return sqlite_engine


@pytest.fixture
def port(database: Engine) -> Iterator[int]:
    """A server of the routes alone, in this process."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        app = Starlette(routes=[*upload_routes(database), *output_routes(database)])
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield listening.getsockname()[1]
        server.should_exit = True
        thread.join()


def ask(
    port: int, method: str, path: str = "/uploads", /, body: Any = None, **headers: Any
) -> tuple[int, dict[str, str], str]:
    """(status, headers, text) of one request; `_` in a header's name stands for `-`."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    named = {name.replace("_", "-"): str(value) for name, value in headers.items()}
    connection.request(method, path, body, named)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, text


def basic(user_name: str, password: str = PASSWORD) -> dict[str, str]:
    return TUS | {"Authorization": "Basic " + base64.b64encode(f"{user_name}:{password}".encode()).decode()}


def cookie(engine: Engine, user: User) -> dict[str, str]:
    session_id = sign_ins.sign_in(engine, user.user_name, PASSWORD).session_id
    assert session_id is not None
    token = jwt.encode({"username": f"{user.user_name}#{session_id}"}, cookie_key(), algorithm="HS256")
    return TUS | {"Cookie": f"{cookie_name()}={token}"}


def begun(port: int, size: int, who: dict[str, str]) -> str:
    status, headers, text = ask(port, "POST", Upload_Length=size, **who)
    assert status == 201, text
    return headers["location"]


def add(port: int, path: str, offset: Any, body: Any, /, **headers: Any) -> tuple[int, dict[str, str], str]:
    sent = {"Content-Type": "application/offset+octet-stream", "Upload-Offset": offset} | headers
    return ask(port, "PATCH", path, body, **sent)


@pytest.mark.parametrize("way", ["cookie", "basic"])
def test_a_file_is_begun_asked_for_continued_and_discarded(database: Engine, port: int, way: str) -> None:
    who = cookie(database, KEEPER) if way == "cookie" else basic("keeper")
    name = base64.b64encode("付款 2026.csv".encode()).decode()
    status, headers, _text = ask(
        port, "POST", Upload_Length=10, Upload_Metadata=f"filetype dGV4dA==,filename {name}", **who
    )
    assert (status, headers["tus-resumable"]) == (201, "1.0.0")
    path = headers["location"]
    status, headers, _text = add(port, path, 0, b"01234", **who)
    assert (status, headers["upload-offset"]) == (204, "5")
    status, headers, text = ask(port, "HEAD", path, **who)
    assert (status, headers["upload-offset"], headers["upload-length"], text) == (200, "5", "10", "")
    assert headers["cache-control"] == "no-store"
    assert add(port, path, 5, b"56789", **who)[0] == 204
    found = transfers(KEEPER)[0]
    assert (found.original_name, found.is_complete) == ("付款 2026.csv", True)
    assert found.file.read_bytes() == b"0123456789"
    assert ask(port, "DELETE", path, **who)[0] == 204
    assert ask(port, "HEAD", path, **who)[0] == 404
    assert transfers(KEEPER) == []


def test_what_the_server_can_do_is_told_without_signing_in(port: int) -> None:
    status, headers, _text = ask(port, "OPTIONS")
    assert (status, headers["tus-version"], headers["tus-extension"]) == (
        204,
        "1.0.0",
        "creation,termination",
    )
    assert headers["tus-max-size"] == str(100 << 30)
    assert "access-control-allow-origin" not in headers


def test_methods_that_a_proxy_lets_not_through_come_by_a_header(port: int) -> None:
    path = begun(port, 3, basic("keeper"))
    status, headers, _text = ask(
        port,
        "POST",
        path,
        b"012",
        X_HTTP_Method_Override="PATCH",
        Upload_Offset=0,
        Content_Type="application/offset+octet-stream",
        **basic("keeper"),
    )
    assert (status, headers["upload-offset"]) == (204, "3")


def test_a_piece_that_does_not_follow_conflicts(port: int) -> None:
    path = begun(port, 10, basic("keeper"))
    add(port, path, 0, b"012", **basic("keeper"))
    for offset, body in ((0, b"01"), (5, b"56"), (0, b"")):
        status, headers, text = add(port, path, offset, body, **basic("keeper"))
        assert (status, headers["upload-offset"]) == (409, "3")
        assert "不相接" in text
    assert find(KEEPER, path.rpartition("/")[2]).file.read_bytes() == b"012"


def test_nobody_reaches_the_file_of_another(database: Engine, port: int) -> None:
    path = begun(port, 10, basic("keeper"))
    for who in (basic("keeper2"), cookie(database, OTHER)):
        never = ask(port, "HEAD", "/uploads/" + "0" * 32, **who)
        assert ask(port, "HEAD", path, **who)[::2] == never[::2] == (404, "")
        assert add(port, path, 0, b"0", **who)[0] == 404
        assert ask(port, "DELETE", path, **who)[0] == 404
    assert transfers(KEEPER)[0].received == 0


def test_who_is_not_signed_in_gets_nowhere(database: Engine, port: int) -> None:
    path = begun(port, 10, basic("keeper"))
    forged = TUS | {"Cookie": f"{cookie_name()}=eyJhbGciOiJub25lIn0.eyJ1c2VybmFtZSI6ImtlZXBlciNhIn0."}
    over = cookie(database, KEEPER)
    with writing(database) as connection:
        connection.execute(update(AccountSession).values(started_at=date(2020, 1, 1)))
    others = (forged, over, basic("keeper", "wrong"), basic("nobody"), TUS | {"Authorization": "Basic é"})
    answers = [
        ask(port, "POST", Upload_Length=1, **TUS),
        add(port, path, 0, b"0", **TUS),
        ask(port, "DELETE", path, **TUS),
        *(ask(port, "HEAD", path, **who) for who in (TUS, *others)),
    ]
    assert {answer[0] for answer in answers} == {401}
    assert all(answer[1]["www-authenticate"].startswith("Basic ") for answer in answers)
    # A browser would open a window of its own for a password.
    answer = ask(port, "HEAD", path, Sec_Fetch_Mode="cors", **TUS)
    assert answer[1]["www-authenticate"].startswith("Session ")


def test_wrong_passwords_lock_the_account_also_here(database: Engine, port: int) -> None:
    answers = [ask(port, "POST", Upload_Length=1, **basic("keeper", "wrong")) for _ in range(5)]
    assert {answer[0] for answer in answers} == {401}
    assert "锁定" in answers[-1][2]
    assert ask(port, "POST", Upload_Length=1, **basic("keeper"))[0] == 401


def test_a_script_signs_in_once_and_leaves_when_its_account_is_closed(database: Engine, port: int) -> None:
    path = begun(port, 10, basic("keeper"))
    for number in range(5):
        assert add(port, path, number, b"0", **basic("keeper"))[0] == 204
    with reading(database) as connection:
        kinds = connection.scalars(select(Event.kind).where(Event.actor == "keeper")).all()
    assert kinds == ["signed_in"]
    with writing(database) as connection:
        connection.execute(update(Account).where(Account.user_name == "keeper").values(is_disabled=True))
    assert add(port, path, 5, b"0", **basic("keeper"))[0] == 401


def test_rights_are_asked_at_every_request(database: Engine, port: int) -> None:
    assert ask(port, "POST", Upload_Length=1, **basic("reader"))[0] == 403
    with reading(database) as connection:
        assert "action_refused" in connection.scalars(select(Event.kind)).all()
    path = begun(port, 10, basic("keeper"))
    with writing(database) as connection:
        connection.execute(update(Undertaking).values(valid_until=date(2020, 1, 2)))
    for status, _headers, text in (
        ask(port, "POST", Upload_Length=1, **basic("keeper")),
        add(port, path, 0, b"0", **basic("keeper")),
    ):
        assert status == 403
        assert "承诺书" in text


def test_a_first_password_is_changed_on_the_page_first(database: Engine, port: int) -> None:
    with writing(database) as connection:
        connection.execute(update(Account).values(must_change_password=True))
    for who in (basic("keeper"), cookie(database, KEEPER)):
        assert ask(port, "POST", Upload_Length=1, **who)[0] == 403


def test_what_another_site_could_send_is_refused(database: Engine, port: int) -> None:
    who = cookie(database, KEEPER)
    own = f"http://127.0.0.1:{port}"
    without = {name: value for name, value in who.items() if name != "Tus-Resumable"}
    path = begun(port, 3, who | {"Origin": own})
    for method, place in (("POST", "/uploads"), ("PATCH", path), ("DELETE", path), ("HEAD", path)):
        sent: dict[str, Any] = {"Upload-Length": 1, "Upload-Offset": 0}
        status, headers, _text = ask(port, method, place, **without, **sent)
        assert (status, headers["tus-version"]) == (412, "1.0.0")
        for origin in ("http://evil.example", "null", f"http://127.0.0.1:{port + 1}", own + ".evil.example"):
            assert ask(port, method, place, **who, **sent, Origin=origin)[0] == 403
    assert transfers(KEEPER)[0].received == 0


def test_what_is_too_large_is_refused_before_it_is_read(port: int) -> None:
    assert ask(port, "POST", Upload_Length=(100 << 30) + 1, **basic("keeper"))[0] == 413
    path = begun(port, 3, basic("keeper"))
    assert add(port, path, 0, b"0123", **basic("keeper"))[0] == 413
    assert transfers(KEEPER)[0].received == 0


@pytest.mark.parametrize(
    ("method", "headers", "status"),
    [
        ("POST", {}, 400),
        ("POST", {"Upload-Length": "-1"}, 400),
        ("POST", {"Upload-Length": "1e3"}, 400),
        ("POST", {"Upload-Length": "9" * 30}, 400),
        ("POST", {"Upload-Length": "0"}, 400),
        ("POST", {"Upload-Length": "1", "Upload-Metadata": "filename ???"}, 400),
        ("POST", {"Upload-Length": "1", "X-HTTP-Method-Override": "TRACE"}, 405),
        ("PATCH", {"Upload-Offset": "0"}, 415),
        ("PATCH", {"Content-Type": "application/offset+octet-stream"}, 400),
    ],
)
def test_a_request_that_does_not_keep_to_the_protocol_is_told_so(
    port: int, method: str, headers: dict[str, str], status: int
) -> None:
    path = begun(port, 3, basic("keeper")) if method == "PATCH" else "/uploads"
    answered, _headers, text = ask(port, method, path, **headers, **basic("keeper"))
    assert answered == status
    assert text
    assert "Traceback" not in text


def test_it_speaks_the_language_that_is_asked_for(port: int) -> None:
    assert ask(port, "POST", **TUS)[2] == "请先登录。"
    assert ask(port, "POST", Accept_Language="en-GB,en;q=0.9", **TUS)[2] == "Please sign in."
    assert ask(port, "POST", "/uploads?lang=en", **TUS)[2] == "Please sign in."


def test_an_unforeseen_failure_is_told_without_its_inside(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(uploads, "begin", fail)
    status, _headers, text = ask(port, "POST", Upload_Length=1, **basic("keeper"))
    assert status == 500
    assert "secret" not in text


@contextmanager
def sending(port: int, path: str, size: int, content: bytes, who: dict[str, str]) -> Iterator[None]:
    """A request that announces `size` bytes and has sent some; the line breaks at the end of the block."""
    sent = {
        "Host": f"127.0.0.1:{port}",
        "Content-Type": "application/offset+octet-stream",
        "Content-Length": size,
        "Upload-Offset": 0,
        **who,
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in sent.items())
    with socket.create_connection(("127.0.0.1", port)) as line:
        line.sendall(f"PATCH {path} HTTP/1.1\r\n{head}\r\n".encode() + content)
        yield


def test_what_came_before_the_line_broke_is_kept(port: int) -> None:
    path = begun(port, 5_000_000, basic("keeper"))
    content = os.urandom(2_500_000)
    with sending(port, path, 5_000_000, content, basic("keeper")):
        pass
    wait_for(lambda: find(KEEPER, path.rpartition("/")[2]).received == len(content))
    assert find(KEEPER, path.rpartition("/")[2]).file.read_bytes() == content


def test_a_silent_sender_is_not_waited_for(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "_PATIENCE_SECONDS", 0.05)
    path = begun(port, 10, basic("keeper"))
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest("PATCH", path)
    sent = {"Content-Type": "application/offset+octet-stream", "Content-Length": "10", "Upload-Offset": "0"}
    for name, value in (sent | basic("keeper")).items():
        connection.putheader(name, value)
    connection.endheaders()
    connection.send(b"01234")
    assert connection.getresponse().status == 408
    assert transfers(KEEPER)[0].received == 5
    connection.close()


def wait_for(is_so: Any) -> None:
    deadline = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@contextmanager
def served_apart(engine: Engine, port: int) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-c", SERVER, engine.url.render_as_string(), str(port)]
    server = subprocess.Popen(command, cwd=ROOT)
    try:
        wait_for(lambda: is_open(port))
        yield server
    finally:
        server.kill()
        server.wait()


def is_open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_a_killed_server_goes_on_where_it_was(database: Engine) -> None:
    content = os.urandom(8 << 20)
    who = cookie(database, KEEPER)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with served_apart(database, port) as server:
        path = begun(port, len(content), who)
        transfer_id = path.rpartition("/")[2]
        with sending(port, path, len(content), content[: 5 << 20], who):
            wait_for(lambda: find(KEEPER, transfer_id).received >= 4 << 20)
            server.send_signal(signal.SIGKILL)
            server.wait()
    left = find(KEEPER, transfer_id).received
    assert 4 << 20 <= left <= 5 << 20
    with served_apart(database, port):
        status, headers, _text = ask(port, "HEAD", path, **who)
        assert (status, int(headers["upload-offset"])) == (200, left)
        assert add(port, path, left, content[left:], **who)[0] == 204
    assert find(KEEPER, transfer_id).is_complete
    assert find(KEEPER, transfer_id).file.read_bytes() == content


def test_a_long_upload_is_activity(database: Engine, port: int) -> None:
    who = cookie(database, KEEPER)
    path = begun(port, 10, who)
    before = now() - timedelta(minutes=2)
    with writing(database) as connection:
        connection.execute(update(AccountSession).values(last_active_at=before))
    assert add(port, path, 0, b"0", **who)[0] == 204
    with reading(database) as connection:
        assert connection.scalars(select(AccountSession.last_active_at)).one() > before


def test_a_begun_transfer_of_the_page_can_be_continued_by_the_route(database: Engine, port: int) -> None:
    transfer = begin(database, KEEPER, "付款.csv", 4)
    receive(KEEPER, transfer.transfer_id, 0, b"01")
    assert add(port, f"/uploads/{transfer.transfer_id}", 2, b"23", **cookie(database, KEEPER))[0] == 204
    assert find(KEEPER, transfer.transfer_id).is_complete


def test_a_taken_file_is_given_to_its_asker_alone(database: Engine, port: int) -> None:
    name = "a" * 32 + ".csv"
    (outputs_folder() / name).write_bytes(b"0123456789")
    with writing(database) as connection:
        for number, taken_at in ((1, now()), (2, None), (3, now() - timedelta(hours=2))):
            asked = {"described": "原文件", "file": name, "sha256": "", "row_count": 1, "asked_at": now()}
            named = {"user_name": "keeper", "purpose": "核对", "recipient": "审计组", "taken_at": taken_at}
            connection.execute(insert(OutputApproval).values(output_approval_id=number, **asked, **named))
    status, headers, text = ask(port, "GET", "/output-files/1", **basic("keeper"))
    assert (status, text) == (200, "0123456789")
    assert headers["content-disposition"].startswith("attachment")
    part = ask(port, "GET", "/output-files/1", **basic("keeper"), Range="bytes=4-")
    assert (part[0], part[2]) == (206, "456789")
    for user_name, path, refused in (
        ("keeper2", "/output-files/1", 403),
        ("keeper", "/output-files/2", 404),
        ("keeper", "/output-files/3", 404),
        ("keeper", "/output-files/9", 404),
        ("keeper", "/output-files/x", 404),
    ):
        assert ask(port, "GET", path, **basic(user_name))[0] == refused
    assert ask(port, "GET", "/output-files/1")[0] == 401
