"""What the columns of staged rows hold: proposed from a sample, and true of every value or not said.

Numbers that are names stay text: identity numbers, accounts, telephones, codes, whatever begins with a zero
or is too long to count with.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb

from data.checking.conversion import words_of
from data.duck import identifier, quoted
from data.uploads.chinese_number import SIGNS
from data.uploads.choices import Staged
from data.uploads.column_kind import ColumnKind, conversion

_SAMPLE_CELLS = 400_000
_SAMPLE_ROWS = 20_000
_COLUMNS_AT_ONCE = 40
_FEW_ROWS = 20_000
_MOST = 0.9  # of a sample's values that look like identity numbers, telephones or accounts

_UNIT = re.compile(
    r"[(（\[【:：/]\s*(?:单位[:：]?|人民币)?\s*(千万元|百万元|亿元|万元|千元|元)\s*[)）\]】]?$"
)
# 序号 and 行号 count; every other 号 names.
_NAMES = re.compile(
    r"(?<![序行批期])号(?:码)?$|编[号码]|代码|编码|账[号户]|帐[号户]|卡号|电话|手机|邮编|邮政编码|身份证|证件"
    r"|\b(?:id|number|code|account|phone|zip|postcode)$|.[ _.](?:no|nr|num)$",
    re.IGNORECASE,
)
_DAYS = re.compile(r"日期?$|时间$|date$|day$|\bon$", re.IGNORECASE)
_MASKS: Mapping[str, re.Pattern[str]] = {
    "identity": re.compile(
        r"身份证|公民身份|证件号|identity ?(?:number|card)|id ?card|passport|护照", re.IGNORECASE
    ),
    "phone": re.compile(r"电话|手机|联系方式|phone|mobile|\btel\b", re.IGNORECASE),
    "account": re.compile(
        r"(?:账|帐)(?:号|户)(?!名)|卡号|银行卡|bank ?account|account ?n|\biban\b", re.IGNORECASE
    ),
    "name": re.compile(
        r"姓名|person.?name|patient.?name"
        r"|^(?:户主|患者|病人|参保人|法人|法定代表人|法人代表|联系人|经办人|负责人|死者|领款人|学生|教师)$",
        re.IGNORECASE,
    ),
}
# How programs write that there is no value; they speak against no type.
_NOTHING = ("NA", "N/A", "#N/A", "NULL", "NONE", "NAN", "-", "--", "—", "——")
_NATIVE = (
    (re.compile(r"U?(TINY|SMALL|BIG)?INT(EGER)?|UINTEGER"), "whole"),
    (re.compile(r"FLOAT|DOUBLE|DECIMAL.*"), "decimal"),
    (re.compile(r"DATE"), "date"),
    (re.compile(r"TIMESTAMP.*"), "moment"),
    (re.compile(r"BOOLEAN"), "flag"),
    (re.compile(r"BLOB|GEOMETRY.*"), "binary"),
)
_DAY = (
    "([0-9]{{4}} ?[-/.年] ?[0-9]{{1,2}} ?[-/.月] ?[0-9]{{1,2}} ?[日号]?|[0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{4}}"
    f"|[{SIGNS}]{{{{4}}}}年[{SIGNS}]+月[{SIGNS}]+[日号])"
)
_CELL = "cell"
# What is counted of a sample's values; {w} is the text of a cell.
_FACTS = {
    "filled": "{w} is not null",
    "names": "regexp_full_match({w}, '0[0-9]+|[0-9]{{16,}}')",
    "dotted": "contains({w}, '.')",
    "eight": "regexp_full_match({w}, '(19|20)[0-9]{{2}}(0[1-9]|1[0-2])([0-2][0-9]|3[01])')",
    "clock": "contains({w}, ':') and not regexp_matches({w}, '[T ]00:00(:00)?(\\.0+)?$')",
    "unit": "regexp_matches({w}, '[0-9.](千元|百万元|千万元|万元|亿元|万|亿|元)$|[元圆角分][整正]?$')",
    "flag": "lower({w}) in ('是', '否', '有', '无', 'y', 'n', 'yes', 'no', 'true', 'false', '√', '×')",
    "whole": "regexp_full_match({w}, '[-+]?([0-9]+|[0-9]{{1,3}}(,[0-9]{{3}})+)(\\.0*)?"
    f"|[{SIGNS}]+')",
    "decimal": "regexp_full_match({w}, '[-+(]*[¥￥$£€]?[-+]?([0-9][0-9,]*(\\.[0-9]*)?|\\.[0-9]+)"
    "([eE][-+]?[0-9]+)?[)]?')",
    "date": f"regexp_full_match({{w}}, '{_DAY}([T ]+[0-9:.]+)?')",
    "identity": "regexp_full_match({w}, '[1-9][0-9]{{5}}(19|20)[0-9]{{2}}(0[1-9]|1[0-2])[0-3]"
    "[0-9]{{4}}[0-9Xx]')",
    "phone": "regexp_full_match({w}, '1[3-9][0-9]{{9}}')",
    "account": "regexp_full_match({w}, '62[0-9]{{14,17}}')",
}


def infer(connection: duckdb.DuckDBPyConnection, staged: Staged) -> tuple[ColumnKind, ...]:
    """What each column holds. A type is proposed only where every value of the whole table converts to it."""
    table = f"read_parquet([{', '.join(map(quoted, staged.files))}])"
    described = connection.execute(f"describe select * exclude (_line) from {table}").fetchall()
    titles = dict(zip(staged.columns, staged.titles, strict=True))
    kinds: dict[str, ColumnKind] = {}
    for at in range(0, len(described), _COLUMNS_AT_ONCE):
        group = described[at : at + _COLUMNS_AT_ONCE]
        names = [name for name, *__ in group]
        facts = _facts(connection, _ends_of(staged.files, names, len(described)), names)
        proposed = [_proposed(name, titles[name], type_, facts[name]) for name, type_, *__ in group]
        kinds |= {kind.name: kind for kind in _that_hold(connection, table, staged.rows, proposed)}
    return tuple(kinds[name] for name in staged.columns)


def propose_kinds(
    connection: duckdb.DuckDBPyConnection, names: Sequence[str], titles: Sequence[str], sample: str
) -> tuple[ColumnKind, ...]:
    """What text columns seem to hold, from a sample: SQL of a table that has them."""
    facts = _facts(connection, sample, names)
    return tuple(
        _proposed(name, title, "VARCHAR", facts[name]) for name, title in zip(names, titles, strict=True)
    )


def sample_size(width: int) -> int:
    """How many rows of so many columns a sample takes from either end."""
    return max(min(_SAMPLE_ROWS, _SAMPLE_CELLS // width), 200)


def _ends_of(files: Sequence[Path], names: Sequence[str], width: int) -> str:
    """A sample from the beginning and the end of the table."""
    rows = sample_size(width)
    listed = ", ".join(f"cast({identifier(name)} as varchar) as {identifier(name)}" for name in names)
    sample = f"(select {listed} from read_parquet({quoted(files[0])}) limit {rows})"
    if len(files) > 1:
        sample = f"({sample} union all (select {listed} from read_parquet({quoted(files[-1])}) limit {rows}))"
    return sample


def _facts(
    connection: duckdb.DuckDBPyConnection, sample: str, names: Sequence[str]
) -> dict[str, dict[str, int]]:
    """Counts over a sample, asked once for all columns: to plan them for each takes longer than to count."""
    counts = ", ".join(f"count(*) filter (where {test.format(w=_CELL)})" for test in _FACTS.values())
    cells = f"select name, {_cell(_CELL)} as {_CELL} from ({_long(f'({sample})', names)})"
    found = connection.execute(f"select name, {counts} from ({cells}) group by name").fetchall()
    counted = {name: dict(zip(_FACTS, row, strict=True)) for name, *row in found}
    return dict.fromkeys(names, dict.fromkeys(_FACTS, 0)) | counted


def _long(table: str, names: Sequence[str]) -> str:
    """SQL: a row for each cell of these columns that is not null, with its column's name."""
    columns = ", ".join(map(identifier, names))
    return f"unpivot (select {columns} from {table}) on {columns} into name name value {_CELL}"


def _proposed(name: str, title: str, sql_type: str, facts: Mapping[str, int]) -> ColumnKind:
    mask = _mask(title, facts)
    native = next((kind for pattern, kind in _NATIVE if pattern.fullmatch(sql_type)), None)
    if native is not None:
        return ColumnKind(name, title, "text" if mask and native == "whole" else native, mask, is_native=True)
    unit = match[1] if (match := _UNIT.search(title)) else "元"
    if mask or not facts["filled"]:
        return ColumnKind(name, title, "text", mask)
    return ColumnKind(name, title, _type(title, facts, has_unit=match is not None), None, unit)


def _type(title: str, facts: Mapping[str, int], *, has_unit: bool) -> str:
    """The type that fits every value of the sample."""

    def all_are(*some: str) -> bool:
        return sum(facts[fact] for fact in some) >= facts["filled"]

    is_named = bool(facts["names"] or _NAMES.search(title))
    if all_are("eight") and (_DAYS.search(title) or not _NAMES.search(title)):
        return "date"
    says_unit = facts["unit"] and not is_named
    if (has_unit or says_unit) and not facts["names"] and all_are("decimal", "unit"):
        return "money"
    if all_are("whole") and not facts["dotted"]:
        return "text" if is_named else "whole"
    if all_are("decimal") and not is_named:
        return "decimal"
    if all_are("date", "eight") and not all_are("decimal"):
        return "moment" if facts["clock"] else "date"
    return "flag" if all_are("flag") else "text"


def _mask(title: str, facts: Mapping[str, int]) -> str | None:
    for mask, pattern in _MASKS.items():
        if pattern.search(title):
            return mask
    return next(
        (mask for mask in ("identity", "phone", "account") if facts[mask] > _MOST * max(facts["filled"], 1)),
        None,
    )


def _that_hold(
    connection: duckdb.DuckDBPyConnection, table: str, rows: int, proposed: Sequence[ColumnKind]
) -> list[ColumnKind]:
    """The proposals, with text for those that some value of the whole table contradicts."""
    asked = [kind for kind in proposed if kind.type != "text" and not kind.is_native]
    # Few rows are looked through sooner than a question for each column is planned.
    refuted = _refuted_by_kind if rows <= _FEW_ROWS else _refuted_by_column
    wrong = refuted(connection, table, asked)
    return [
        ColumnKind(kind.name, kind.title, "text", kind.mask) if kind.name in wrong else kind
        for kind in proposed
    ]


def _refuted_by_kind(
    connection: duckdb.DuckDBPyConnection, table: str, asked: Sequence[ColumnKind]
) -> set[str]:
    alike: dict[ColumnKind, list[str]] = {}
    for kind in asked:
        alike.setdefault(ColumnKind(_CELL, "", kind.type, unit=kind.unit), []).append(kind.name)
    wrong: set[str] = set()
    for kind, names in alike.items():
        sql = f"select name from ({_long(table, names)}) group by name having {_contradiction(kind)}"
        wrong.update(name for (name,) in connection.execute(sql).fetchall())
    return wrong


def _refuted_by_column(
    connection: duckdb.DuckDBPyConnection, table: str, asked: Sequence[ColumnKind]
) -> set[str]:
    if not asked:
        return set()
    found = connection.execute(f"select {', '.join(map(_contradiction, asked))} from {table}").fetchone()
    return {kind.name for kind, is_wrong in zip(asked, found or (), strict=True) if is_wrong}


def _cell(name: str) -> str:
    """The text of a cell; null where it says in words that there is nothing."""
    words = words_of(identifier(name))
    return f"case when not {says_nothing(words)} then {words} end"


def says_nothing(words: str) -> str:
    """SQL: the text says that there is no value."""
    longest = max(len(word.encode()) for word in _NOTHING)
    # DuckDB would join every row with a list of words, and this for each place that asks.
    says = f"regexp_full_match({words}, '(?i:{'|'.join(_NOTHING)})')"
    return f"(case when strlen({words}) <= {longest} then {says} else false end)"


def _contradiction(kind: ColumnKind) -> str:
    words = _cell(kind.name)
    tests = [f"{words} is not null and {conversion(kind)} is null"]
    if kind.type in {"whole", "decimal", "money"}:  # a number that begins with a zero names something
        tests.append(f"{words} like '0_%' and {words} not like '0.%'")
    if kind.type == "whole":
        tests.append(f"contains({words}, '.') or length({words}) > 15")
    return f"coalesce(bool_or({' or '.join(f'({test})' for test in tests)}), false)"
