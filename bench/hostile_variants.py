"""Thousands of broken and hostile files from the kinds of bench/hostile_files.py: each spoilt once more."""

import random
from collections.abc import Callable
from pathlib import Path

from bench.hostile_files import EXPECTED

_TEXT_ENDINGS = (".csv", ".txt", ".tsv", ".jsonl", ".geojson", "", ".xlsx.csv")
_ENDINGS = (*_TEXT_ENDINGS, ".xlsx", ".xls", ".ods", ".dbf", ".parquet", ".zip", ".gpkg")
_SECOND = {
    "gb18030": "合计,张三,金额\n",
    "utf-16": "合计,张三,金额\n",
    "big5": "合計,張三,金額\n",
    "utf-8": "合计,张三,金额\n",
}
_NAMES = ("..", "a b", "支付（1）", "-rf", "a'b", 'a"b', "%s%n", "😀", "a\nb", "=1+1", "x" * 120)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _without_beginning(data: bytes, chance: random.Random) -> bytes:
    return data[chance.randrange(min(len(data), 200) + 1) :]


def _flipped(data: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    for __ in range(chance.randrange(1, 60) if data else 0):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def _with_nul(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + b"\0" * chance.choice([1, 2, 500]) + data[at:]


def _in_two_encodings(data: bytes, chance: random.Random) -> bytes:
    encoding = chance.choice(list(_SECOND))
    return data + _SECOND[encoding].encode(encoding) * chance.randrange(1, 50)


def _with_a_mark(data: bytes, chance: random.Random) -> bytes:
    return chance.choice([b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"PK\x03\x04", b"\r\n\r\n"]) + data


def _twice(data: bytes, chance: random.Random) -> bytes:
    del chance
    return data + data


def _cut_out(data: bytes, chance: random.Random) -> bytes:
    first = chance.randrange(len(data) + 1)
    return data[:first] + data[min(len(data), first + chance.randrange(1, 2_000)) :]


def _as_made(data: bytes, chance: random.Random) -> bytes:
    del chance
    return data


SPOILERS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _as_made,
    _cut,
    _without_beginning,
    _flipped,
    _with_nul,
    _in_two_encodings,
    _with_a_mark,
    _twice,
    _cut_out,
)


def variant(number: int, folder: Path) -> tuple[Path, str]:
    """(file, kind) of the file with this number: the same for the same number."""
    chance = random.Random(number)  # noqa: S311 - a seed, no secret
    makers = list(EXPECTED)
    maker = makers[number % len(makers)]
    spoil = SPOILERS[number // len(makers) % len(SPOILERS)]
    name, data = maker(chance)
    data = spoil(data, chance)
    if chance.random() < 0.2:
        name = Path(name).stem + chance.choice(_ENDINGS)
    if chance.random() < 0.1:
        name = chance.choice(_NAMES) + Path(name).suffix
    file = folder / ("..." if name == ".." else name)  # without an ending it would be the folder above
    file.write_bytes(data)
    return file, f"{maker.__name__} {spoil.__name__.strip('_')}"
