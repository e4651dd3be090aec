"""What PyArrow reads are the rows that DuckDB's strict reader gives; all other text is left to that one."""

import random
from pathlib import Path

import pytest

from data.uploads.bounded_duck import bounded_duck
from data.uploads.limits import MAX_LINE_BYTES
from data.uploads.part_rows import Layout, _faults, _read_csv
from data.uploads.plain_text import plain_rows

COLUMNS = ("甲", "乙")
PIECES = (
    "a",
    "王",
    "",
    '"',
    '""',
    '"b"',
    '"c,d"',
    ",",
    ",",
    "\n",
    "\n",
    " ",
    "'",
    "\\",
    "#",
    "NULL",
    '"e\nf"',
)


def by_duckdb(folder: Path, text: str, columns: tuple[str, ...]) -> list[tuple[str | None, ...]] | None:
    """None where a line is refused."""
    file = folder / "a.text"
    file.write_text(text)
    with bounded_duck(folder) as connection:
        rows = connection.execute(f"from {_read_csv(file, Layout(columns, ',', folder))}").fetchall()
        return None if _faults(connection) else rows


def by_pyarrow(text: str, columns: tuple[str, ...]) -> list[tuple[str | None, ...]] | None:
    table = plain_rows(text.encode(), 1, columns, ",")
    if table is None or table.num_rows != text.count("\n"):
        return None
    assert table["_line"].to_pylist() == list(range(1, table.num_rows + 1))
    return list(zip(*(table[name].to_pylist() for name in columns), strict=True))


@pytest.mark.parametrize(
    ("text", "is_plain"),
    [
        ('1,"2"\n"",王\n"a,b",\n', True),
        ("1,2\n", True),
        ('1,"a""b"\n', False),  # a doubled mark is text
        ('1,a"b"\n', False),
        ('1,"a\nb"\n', False),
        ('"1,2\n"3,4\n', False),
        ("1,2\n\n3,4\n", False),
        ("1\n", False),
        ("1,2,3\n", False),
        ("1,2", False),
        ("1," + "x" * MAX_LINE_BYTES + "\n", False),
    ],
)
def test_only_plain_text_is_taken(tmp_path: Path, text: str, *, is_plain: bool) -> None:
    found = by_pyarrow(text, COLUMNS)
    assert (found is not None) == is_plain
    if is_plain:
        assert found == by_duckdb(tmp_path, text, COLUMNS)


def test_both_readers_agree_on_whatever_is_taken(tmp_path: Path) -> None:
    chance, taken = random.Random(4), 0  # noqa: S311 - no secret
    for number in range(1500):
        columns = COLUMNS if number % 3 else ("甲",)
        text = "".join(chance.choice(PIECES) for __ in range(chance.randint(1, 12))) + "\n"
        found = by_pyarrow(text, columns)
        if found is not None:
            taken += 1
            assert found == by_duckdb(tmp_path, text, columns), text
    assert taken > 50
