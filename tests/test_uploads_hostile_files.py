"""Whatever is brought ends in rows or in a refusal that a person can read, and leaves nothing behind."""

import re
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from data.uploads import Choices, UploadRefusedError, stage
from tests.hostile_files import EITHER, EXPECTED, REFUSED, ROWS, hostile_file

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


@pytest.mark.parametrize("number", range(len(EXPECTED)), ids=[maker.__name__ for maker in EXPECTED])
def test_every_file_ends_in_rows_or_a_clear_refusal(number: int, tmp_path: Path) -> None:
    kind, expected, result = outcome(number, tmp_path)
    assert expected in {EITHER, result}, f"{kind} came to {result}"
