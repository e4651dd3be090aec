"""Rows kept as they came, converted while they are read, where every value is what the first rows say."""

from collections.abc import Sequence

from data.checking.conversion import usual_conversion
from data.duck import identifier, open_duck
from data.uploads.column_kind import ColumnKind
from data.uploads.inferring import propose_kinds, sample_size, says_nothing
from data.uploads.straight import Beginning, Straight, as_table, suits, words_if

_COLUMNS = 200  # of wider tables the first rows say too little


def straight_ad_hoc(beginning: Beginning) -> Straight | None:
    """How a large file is converted at once; its facts are the ColumnKinds. None: not worth it."""
    width = len(beginning.columns)
    if width > _COLUMNS:
        return None
    first = Beginning(beginning.columns, beginning.titles, beginning.rows[: sample_size(width)])
    with open_duck() as duck:
        table = as_table(duck, first)
        kinds = propose_kinds(duck, first.columns, first.titles, table)
        texts = {kind.name: kind.name for kind in kinds if kind.type == "text"}
        straight = Straight(
            lambda rows, blanks: _rows(kinds, rows, blanks),
            lambda blanks: {} if blanks else texts,  # else without those around it
            is_all=True,
            facts=kinds,
        )
        return straight if suits(duck, straight, table, len(first.rows)) else None


def _rows(kinds: Sequence[ColumnKind], table: str, blanks: Sequence[str]) -> str:
    names = {kind.name: (identifier("r_" + kind.name), identifier("c_" + kind.name)) for kind in kinds}
    words = ", ".join(f"{words_if(kind.name, blanks)} as {names[kind.name][0]}" for kind in kinds)
    typed = [kind for kind in kinds if kind.type != "text"]
    values = "".join(f", {_value(kind, names[kind.name][0])} as {names[kind.name][1]}" for kind in typed)
    told = f"select *{values} from (select _line, {words} from {table})"
    stored = ", ".join(f"{names[kind.name][kind in typed]} as {identifier(kind.name)}" for kind in kinds)
    holds = " and ".join(_holds(kind, *names[kind.name]) for kind in typed)
    return f"select _line, {stored} from ({told}) {f'where {holds}' if holds else ''}"


def _value(kind: ColumnKind, words: str) -> str:
    if kind.type == "whole":
        return f"try_cast({words} as bigint)"
    return usual_conversion(kind.type, words, kind.unit)


def _holds(kind: ColumnKind, words: str, value: str) -> str:
    """SQL: the value says all that the text does, in the usual spelling. What is rarer is judged in full."""
    if kind.type == "whole":
        says = f"{value}::varchar = {words} and strlen({words}) <= 15"
    elif kind.type in {"decimal", "money"}:  # a number that begins with a zero names something
        says = f"not ({words} like '0_%' and {words} not like '0.%')"
    elif kind.type == "date":
        says = f"strlen({words}) <= 10"  # without a time of day
    else:
        says = "true"
    return f"({words} is null or ({value} is not null and {says}) or {says_nothing(words)})"
