"""Whatever is brought ends in rows or in a refusal that a person can read, and leaves nothing behind."""

import re
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from bench.hostile_files import EITHER, EXPECTED, REFUSED, ROWS, hostile_file
from data.uploads import Choices, UploadRefusedError, apart, reading_child, stage
from data.uploads.work import Work

# In these the limits of the child are what matters; the readers of the others are tried within the test.
IN_A_CHILD = {"huge_cell_in_a_workbook", "far_corner", "scrambled_parquet"}
HAN = re.compile("[\u4e00-\u9fff]")


def outcome(number: int, folder: Path) -> tuple[str, str, str]:
    """(kind, what it must come to, what it came to); checks on the way what holds for all."""
    brought, work = folder / "brought", folder / "work"
    brought.mkdir()
    work.mkdir()
    file, kind, expected = hostile_file(number, brought)
    data = file.read_bytes()
    try:
        staged = stage(file, Choices(), work)
    except UploadRefusedError as error:
        result, reason = REFUSED, str(error)
        left = list(work.iterdir())
    else:
        assert sum(pq.ParquetFile(part).metadata.num_rows for part in staged.files) == staged.rows, kind
        assert all(part.parent == work for part in staged.files)
        assert len({name.casefold() for name in staged.columns}) == len(staged.columns)
        assert all(re.fullmatch(r"[^\W_]\w*", name) for name in staged.columns), staged.columns
        kept = {*staged.files, *([staged.refused] if staged.refused else [])}
        assert set(work.iterdir()) == kept, kind
        if staged.refused:
            refused = pq.read_table(staged.refused).to_pylist()
            assert len(refused) == staged.refused_rows
            assert all(row["line"] >= 1 and HAN.search(row["reason"]) for row in refused), refused[:3]
        result = ROWS
    if result == REFUSED:
        assert HAN.search(reason), f"{kind}: {reason}"
        assert not left, f"{kind} leaves {left}"
    assert {entry.name for entry in folder.iterdir()} == {"brought", "work"}
    assert [entry.name for entry in brought.iterdir()] == [file.name]
    assert file.read_bytes() == data
    return kind, expected, result


def without_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let readers of files that are not text work in this process: starting one costs a second."""
    said: list[dict[str, Any]] = []

    def ask(request: dict[str, Any], work: Work) -> tuple[dict[str, Any], int]:
        del work
        code = reading_child._main(request)
        return said[-1] if said and "progress" not in said[-1] else {}, code

    monkeypatch.setattr(reading_child, "_say", said.append)
    monkeypatch.setattr(reading_child.resource, "setrlimit", lambda *_limits: None)
    monkeypatch.setattr(apart, "_ask", ask)


@pytest.mark.parametrize("number", range(len(EXPECTED)), ids=[maker.__name__ for maker in EXPECTED])
def test_every_file_ends_in_rows_or_a_clear_refusal(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    if request.node.callspec.id not in IN_A_CHILD:
        without_a_child(monkeypatch)
    kind, expected, result = outcome(number, tmp_path)
    assert expected in {EITHER, result}, f"{kind} came to {result}"
