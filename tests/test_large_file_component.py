"""What a browser says of an arrived file counts only where the server finds it so; no word is missing."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import Engine

from components.upload import large_file as module
from components.upload.large_file import large_file
from data.transfers import begin, receive
from tests.dataset_rows import KEEPER, OTHER_KEEPER, signed

SCRIPT = Path(module.__file__).with_suffix(".js").read_text("utf-8")


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """What the browser says, to a page of the keeper."""
    answer = SimpleNamespace(arrived=None, data={})

    def component(*, data: dict[str, object], **_more: object) -> SimpleNamespace:
        answer.data = data
        return answer

    monkeypatch.setattr(module, "_component", component)
    monkeypatch.setattr(module, "current_user", lambda: KEEPER)
    return answer


def test_only_a_whole_file_of_ones_own_has_arrived(sqlite_engine: Engine, said: SimpleNamespace) -> None:
    signed(sqlite_engine, KEEPER, OTHER_KEEPER)
    whole, half, foreign = (
        begin(sqlite_engine, user, "付款.csv", 2).transfer_id for user in (KEEPER, KEEPER, OTHER_KEEPER)
    )
    receive(KEEPER, whole, 0, b"01")
    receive(KEEPER, half, 0, b"0")
    receive(OTHER_KEEPER, foreign, 0, b"01")
    for arrived, given in ((None, None), (whole, whole), (half, None), (foreign, None), ("../x", None)):
        said.arrived = arrived
        assert large_file() == given


def test_the_script_gets_every_word_and_colour_it_asks_for(said: SimpleNamespace) -> None:
    large_file()
    style = Path(module.__file__).with_suffix(".css").read_text("utf-8")
    asked = set(re.findall(r"words\.(\w+)", SCRIPT)) | set(
        re.findall(r'"(\w+)"', SCRIPT.split("const BUTTONS")[1].split("};")[0])
    )
    assert asked <= said.data["words"].keys()
    assert set(re.findall(r"var\(--([\w-]+)\)", style)) <= said.data["colours"].keys()
    assert not re.search(r"#[0-9a-f]{3,8}\b|rgba?\(", style), "colours come from components/palette.py"
