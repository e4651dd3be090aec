"""From a model's header, SELECT and cases to the text of its file, and back: what reading.py reads.

A text that is written so says exactly what it said before; comments inside header and cases are not kept.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data.language import _
from queries.audit_models.reading import FILE, ModelFaultError

# Tables of the header in the order of the file; everything else stands before them, one line each.
_TABLES = ("alias_params", "requires", "derived", "params", "basis", "skips", "columns", "evidence")
_FIRST = (
    "code",
    "aliases",
    "version",
    "title",
    "risk",
    "logic",
    "exclusions",
    "severity",
    "sector",
    "method",
)
_LINES = (*_FIRST, "key", "summary", "entity", "parties", "amount", "group", "picture")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WIDEST = 110


@dataclass(frozen=True)
class Parts:
    """The three parts of a model's file. `header` is what its TOML says; `cases` is TOML as it stands."""

    header: Mapping[str, Any]
    sql: str
    cases: str


def parts_of(text: str) -> Parts:
    """The parts of a text, whatever they say. Raises ModelFaultError where they cannot be told apart."""
    match = FILE.fullmatch(text)
    if match is None:
        raise ModelFaultError(_("The text does not begin with a header in /* … */."))
    try:
        header = tomllib.loads(match["header"])
    except tomllib.TOMLDecodeError as error:
        raise ModelFaultError(
            _("The {part} cannot be read: {fault}").format(part=_("header"), fault=error)
        ) from error
    return Parts(header, match["sql"].strip(), (match["cases"] or "").strip())


def written(parts: Parts) -> str:
    """The text of the file. The end of a comment inside a part is written so that it ends nothing."""
    cases = f"\n/*\n{_kept_open(parts.cases.strip())}\n*/" if parts.cases.strip() else ""
    return f"/*\n{_kept_open(header_text(parts.header))}\n*/\n{parts.sql.strip()}{cases}\n"


def header_text(header: Mapping[str, Any]) -> str:
    """The header as TOML, in the order that the shipped files have."""
    names = [name for name in _LINES if name in header]
    names += [name for name in header if name not in _LINES and name not in _TABLES]
    blocks = ["\n".join(f"{_key(name)} = {_value(header[name])}" for name in names)]
    for name in _TABLES:
        blocks += _tables(name, header.get(name))
    return "\n\n".join(block for block in blocks if block)


def cases_text(cases: Mapping[str, Sequence[Mapping[str, Any]]]) -> str:
    """Cases by outcome as TOML: one block for each, its rows one below the other where a line is too long."""
    blocks = [
        "\n".join([f"[[{outcome}]]", *(f"{_key(name)} = {_rows(value)}" for name, value in case.items())])
        for outcome, each in cases.items()
        for case in each
    ]
    return "\n\n".join(blocks)


def _tables(name: str, value: Any) -> list[str]:
    if not value:
        return []
    of_tables = isinstance(value, Mapping) and all(isinstance(each, Mapping) for each in value.values())
    if of_tables and name != "columns":
        return [_table(f"[{name}.{_key(key)}]", each) for key, each in value.items()]
    if isinstance(value, Mapping):
        return [_table(f"[{name}]", value)]
    return [_table(f"[[{name}]]", each) for each in value]


def _table(title: str, value: Mapping[str, Any]) -> str:
    return "\n".join([title, *(f"{_key(name)} = {_value(each)}" for name, each in value.items())])


def _rows(value: Any) -> str:
    line = _value(value)
    if len(line) <= _WIDEST or not isinstance(value, list):
        return line
    return "[\n" + "".join(f"    {_value(each)},\n" for each in value) + "]"


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _text(value)
        case Mapping():
            return _braced(f"{_key(name)} = {_value(each)}" for name, each in value.items())
        case list() | tuple():
            return f"[{', '.join(_value(each) for each in value)}]"
        case _ if hasattr(value, "isoformat"):
            return str(value.isoformat())
        case _:
            return str(value)


def _braced(parts: Iterable[str]) -> str:
    inside = ", ".join(parts)
    return f"{{ {inside} }}" if inside else "{}"


def _text(value: str) -> str:
    """A text of TOML: escaped as in JSON, which differs only in what TOML wants escaped beside."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _kept_open(toml: str) -> str:
    return toml.replace("*/", "*\\u002F")
