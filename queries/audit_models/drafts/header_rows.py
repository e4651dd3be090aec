"""The lists of a model's header as rows of a table that somebody fills in, and back.

What a table does not show (English whose Chinese was left alone) stays as it was.
"""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

Header = Mapping[str, Any]
Row = Mapping[str, Any]

_BETWEEN = re.compile(r"[\s,，、;；]+")
_NUMBERS = {"whole", "number", "money", "rate"}


def words(zh: str, before: Any = None, en: str | None = None) -> dict[str, str]:
    """Both languages: without English of its own the Chinese stands for both, unless it is as it was."""
    was = before if isinstance(before, Mapping) else {}
    if en is None:
        en = str(was.get("en", "")) if was.get("zh") == zh else ""
    return {"zh": zh, "en": en or zh}


def param_rows(header: Header) -> list[dict[str, Any]]:
    """name, title, title_en, type, default, least, most, unit, basis: all text."""
    return [
        {
            "name": name,
            "title": _zh(spec, "title"),
            "title_en": _en(spec, "title"),
            "type": str(spec.get("type", "")),
            **{key: _plain(spec.get(key)) for key in ("default", "least", "most")},
            "unit": _zh(spec, "unit"),
            "basis": _zh(spec, "basis"),
        }
        for name, spec in header.get("params", {}).items()
    ]


def with_params(header: Header, rows: Sequence[Row]) -> dict[str, Any]:
    """The header with these parameters."""
    before, params = header.get("params", {}), {}
    for row in _named(rows):
        was = before.get(row["name"], {})
        spec: dict[str, Any] = {"title": words(_text(row, "title"), was.get("title"), _text(row, "title_en"))}
        spec["type"] = kind = _text(row, "type") or "whole"
        for key in ("default", "least", "most"):
            if told := _text(row, key):
                spec[key] = _value(told, kind if key == "default" else "number")
        for key in ("unit", "basis"):
            if told := _text(row, key):
                spec[key] = words(told, was.get(key))
        params[row["name"]] = spec | {key: value for key, value in was.items() if key == "choices"}
    return _with(header, "params", params)


def choice_rows(header: Header) -> list[dict[str, Any]]:
    """name of the parameter, code, title, title_en: all text."""
    return [
        {"name": name, "code": code, "title": _zh(choices, code), "title_en": _en(choices, code)}
        for name, spec in header.get("params", {}).items()
        if (choices := spec.get("choices", {}))
        for code in choices
    ]


def with_choices(header: Header, rows: Sequence[Row]) -> dict[str, Any]:
    """The header with these choices of its parameters."""
    before = header.get("params", {})
    params = {name: {key: spec[key] for key in spec if key != "choices"} for name, spec in before.items()}
    for row in _named(rows):
        name, code = row["name"], _text(row, "code")
        if code and name in params:
            was = before[name].get("choices", {}).get(code)
            said = words(_text(row, "title") or code, was, _text(row, "title_en"))
            params[name].setdefault("choices", {})[code] = said
    return _with(header, "params", params)


def basis_rows(header: Header) -> list[dict[str, Any]]:
    """law, article, says: text; is_checked: yes or no."""
    return [
        {
            "law": spec.get("law", ""),
            "article": spec.get("article", ""),
            "says": _zh(spec, "says"),
            "is_checked": bool(spec.get("is_checked", False)),
        }
        for spec in header.get("basis", ())
    ]


def with_basis(header: Header, rows: Sequence[Row]) -> dict[str, Any]:
    """The header with these provisions."""
    was = {(spec.get("law"), spec.get("article", "")): spec for spec in header.get("basis", ())}
    every = []
    for row in rows:
        if not _text(row, "law"):
            continue
        spec: dict[str, Any] = {"law": _text(row, "law"), "article": _text(row, "article")}
        if says := _text(row, "says"):
            spec["says"] = words(says, was.get((spec["law"], spec["article"]), {}).get("says"))
        every.append(spec | {"is_checked": bool(row.get("is_checked"))})
    return _with(header, "basis", every)


def column_rows(header: Header) -> list[dict[str, Any]]:
    """name, source, title, title_en, type, mask: all text; one with a source needs no more."""
    return [
        {"name": name, "source": spec, "title": "", "title_en": "", "type": "", "mask": ""}
        if isinstance(spec, str)
        else {
            "name": name,
            "source": spec.get("source", ""),
            "title": _zh(spec, "title"),
            "title_en": _en(spec, "title"),
            "type": spec.get("type", ""),
            "mask": spec.get("mask", ""),
        }
        for name, spec in header.get("columns", {}).items()
    ]


def with_columns(header: Header, rows: Sequence[Row]) -> dict[str, Any]:
    """The header with these columns of the result."""
    before, columns = header.get("columns", {}), {}
    for row in _named(rows):
        spec: dict[str, Any] = {key: told for key in ("source", "type", "mask") if (told := _text(row, key))}
        was = before.get(row["name"])
        if title := _text(row, "title"):
            title_before = was.get("title") if isinstance(was, Mapping) else None
            spec["title"] = words(title, title_before, _text(row, "title_en"))
        if isinstance(was, Mapping) and "words" in was:  # written in the full text alone
            spec["words"] = was["words"]
        columns[row["name"]] = spec["source"] if set(spec) == {"source"} else spec
    return dict(header) | {"columns": columns}


def evidence_rows(header: Header) -> list[dict[str, Any]]:
    """of, where, marks (names with 、 between), title: all text."""
    return [
        {
            "of": spec.get("of", ""),
            "where": spec.get("where", ""),
            "marks": "、".join(spec.get("marks", ())),
            "title": _zh(spec, "title"),
        }
        for spec in header.get("evidence", ())
    ]


def with_evidence(header: Header, rows: Sequence[Row]) -> dict[str, Any]:
    """The header with these ways to the evidence."""
    was = {(spec.get("of"), spec.get("where")): spec for spec in header.get("evidence", ())}
    every = []
    for row in rows:
        if not _text(row, "of"):
            continue
        spec: dict[str, Any] = {"of": _text(row, "of"), "where": _text(row, "where")}
        spec["marks"] = [name for name in _BETWEEN.split(_text(row, "marks")) if name]
        if title := _text(row, "title"):
            spec["title"] = words(title, was.get((spec["of"], spec["where"]), {}).get("title"))
        every.append(spec)
    return dict(header) | {"evidence": every}


def skip_rows(header: Header) -> list[dict[str, Any]]:
    """of, where, why: all text."""
    return [
        {"of": spec.get("of", ""), "where": spec.get("where", ""), "why": _zh(spec, "why")}
        for spec in header.get("skips", ())
    ]


def with_skips(header: Header, rows: Sequence[Row]) -> dict[str, Any]:
    """The header with these reasons why rows cannot be judged."""
    was = {(spec.get("of"), spec.get("where")): spec for spec in header.get("skips", ())}
    every = [
        {
            "of": _text(row, "of"),
            "where": _text(row, "where"),
            "why": words(_text(row, "why"), was.get((_text(row, "of"), _text(row, "where")), {}).get("why")),
        }
        for row in rows
        if _text(row, "of")
    ]
    return _with(header, "skips", every)


def party_rows(header: Header) -> list[dict[str, Any]]:
    """kind, id, name: all text."""
    return [{key: spec.get(key, "") for key in ("kind", "id", "name")} for spec in header.get("parties", ())]


def with_parties(header: Header, rows: Sequence[Row]) -> dict[str, Any]:
    """The header with these parties."""
    every = [
        {key: told for key in ("kind", "id", "name") if (told := _text(row, key))}
        for row in rows
        if _text(row, "kind")
    ]
    return _with(header, "parties", every)


def _with(header: Header, name: str, value: Any) -> dict[str, Any]:
    """A list that was never there and is empty stays out."""
    if not value and name not in header:
        return dict(header)
    return dict(header) | {name: value}


def _named(rows: Sequence[Row]) -> list[dict[str, Any]]:
    return [dict(row) | {"name": _text(row, "name")} for row in rows if _text(row, "name")]


def _zh(spec: Mapping[str, Any], key: str) -> str:
    return str(spec.get(key, {}).get("zh", "")) if isinstance(spec.get(key, {}), Mapping) else ""


def _en(spec: Mapping[str, Any], key: str) -> str:
    return str(spec.get(key, {}).get("en", "")) if isinstance(spec.get(key, {}), Mapping) else ""


def _text(row: Row, key: str) -> str:
    value = row.get(key)
    return value.strip() if isinstance(value, str) else ""


def _plain(value: Any) -> str:
    return "" if value is None else str(value)


def _value(told: str, kind: str) -> Any:
    """A value as TOML has it; what cannot be read as its kind stays text, and the check says so."""
    with suppress(ValueError):
        if kind == "date":
            return date.fromisoformat(told)
        if kind in _NUMBERS:
            return float(told) if "." in told else int(told.replace(",", ""))
    return told
