"""Dataset types: what a contract, a payment, a hospital stay has to say, whoever delivers it.

Types are TOML files in data/datasets; docs/how-to/add-a-dataset-type.md explains every key. A dataset that is
kept as it came has the type "adhoc", which has no file.
"""

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from data.codes import COLUMN_MASK, DATA_DOMAIN
from data.intake.values.money import UNITS
from data.language import LANGUAGES, language
from data.mapping.spelling import plain

FOLDER = Path(__file__).resolve().parent / "datasets"
ADHOC = "adhoc"
COLUMN_TYPES = ("text", "whole", "decimal", "money", "date", "moment", "flag")
FORMATS = ("identity_number", "credit_code", "person_or_company")
RULES = ("date_order", "sum", "reference")  # beside those that a column states of itself
TODAY = "today"

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_SUFFIXES = {"money": "_fen", "date": "_date", "moment": "_at"}
_PREFIXES = ("is_", "has_")
_PARTS = {"order", "title", "description", "domain", "is_key_notice", "columns", "checks"}
_COLUMN_KEYS = {
    "title",
    "type",
    "is_required",
    "is_key",
    "mask",
    "format",
    "aliases",
    "unit",
    "least",
    "most",
    "note",
    "example",
}
_CHECK_KEYS = {
    "date_order": {"earlier", "later"},
    "sum": {"total", "plus", "minus"},
    "reference": {"column", "in_type", "in_column"},
}


class DatasetTypeFaultError(ValueError):
    """A file of a dataset type cannot be used; the message names the file, the key and the fault."""


@dataclass(frozen=True)
class DatasetColumn:
    """One column of a dataset.

    `least` and `most` bound its values: a number (of money: yuan), an ISO day, or "today". `unit` is the unit
    of money where neither the heading nor the person who uploads says another. A `format` is that of numbers
    with a check digit.
    """

    name: str
    type: str
    titles: Mapping[str, str]  # by language
    is_required: bool = False
    is_key: bool = False
    mask: str | None = None  # see data/codes.py: COLUMN_MASK
    format: str | None = None
    aliases: tuple[str, ...] = ()
    unit: str = "元"
    least: str | None = None
    most: str | None = None
    note: str = ""
    example: str = ""

    @property
    def title(self) -> str:
        """Its title in the current language."""
        return self.titles[language()]

    @property
    def headings(self) -> tuple[str, ...]:
        """Everything it may be called in a file: its titles, its name, its aliases."""
        return (*self.titles.values(), self.name, *self.aliases)


@dataclass(frozen=True)
class Check:
    """A rule between columns, or between datasets.

    date_order: `columns` are (earlier, later). sum: the first of `columns` is the sum of the others less
    those of `minus`. reference: the value of its one column stands in column `in_column` of the datasets of
    type `in_type`. A row that breaks a rule which `is_notice` is told and kept.
    """

    rule: str
    columns: tuple[str, ...]
    minus: tuple[str, ...] = ()
    in_type: str = ""
    in_column: str = ""
    is_notice: bool = False


@dataclass(frozen=True)
class DatasetType:
    """One type. Two rows of one key are a fault of the later one, or a notice where `is_key_notice`."""

    name: str
    titles: Mapping[str, str]  # by language, like the descriptions
    descriptions: Mapping[str, str]
    domain: str  # see data/codes.py: DATA_DOMAIN
    columns: tuple[DatasetColumn, ...]
    checks: tuple[Check, ...] = ()
    is_key_notice: bool = False
    order: int = 0

    @property
    def title(self) -> str:
        """Its title in the current language."""
        return self.titles[language()]

    @property
    def description(self) -> str:
        """What a row is, in the current language."""
        return self.descriptions[language()]

    @property
    def key(self) -> tuple[str, ...]:
        """Names of the columns that tell its rows apart."""
        return tuple(column.name for column in self.columns if column.is_key)

    def column(self, name: str) -> DatasetColumn | None:
        """One of its columns, None where it has none of that name."""
        return next((column for column in self.columns if column.name == name), None)


def dataset_types() -> dict[str, DatasetType]:
    """Every type by its name, in the order of lists. Raises DatasetTypeFaultError."""
    with os.scandir(
        FOLDER
    ) as entries:  # asked hundreds of times: a Path for each file costs ten times as much
        files = [(entry.name, entry.stat().st_mtime) for entry in entries if entry.name.endswith(".toml")]
    return dict(_dataset_types(FOLDER, tuple(sorted(files))))


def dataset_type(name: str) -> DatasetType:
    """One type; the others are not read. Raises KeyError, and DatasetTypeFaultError."""
    file = FOLDER / f"{name}.toml"
    if not (_NAME.fullmatch(name) and file.exists()):  # whoever writes a model may name anything
        raise KeyError(name)
    return _dataset_type(FOLDER, name, file.stat().st_mtime)


@lru_cache(maxsize=1)
def _dataset_types(folder: Path, files: tuple[tuple[str, float], ...]) -> dict[str, DatasetType]:
    types = [_dataset_type(folder, Path(name).stem, changed) for name, changed in files]
    _check_references(types)
    return {entry.name: entry for entry in sorted(types, key=lambda entry: (entry.order, entry.name))}


@lru_cache(maxsize=128)
def _dataset_type(folder: Path, name: str, _changed: float) -> DatasetType:
    return parse(name, (folder / f"{name}.toml").read_text("utf-8"))


def parse(name: str, text: str) -> DatasetType:
    """A type from the text of its file. Raises DatasetTypeFaultError."""
    try:
        return _type(name, tomllib.loads(text))
    except KeyError as error:
        raise DatasetTypeFaultError(f"data/datasets/{name}.toml: {error.args[0]!r} is missing") from error
    except (tomllib.TOMLDecodeError, TypeError, AttributeError) as error:
        raise DatasetTypeFaultError(f"data/datasets/{name}.toml: {error}") from error
    except DatasetTypeFaultError as error:
        raise DatasetTypeFaultError(f"data/datasets/{name}.toml: {error}") from error


def adhoc_type(columns: Iterable[DatasetColumn]) -> DatasetType:
    """A type for a dataset that is kept as it came: its columns and nothing to check but their types."""
    untitled = dict.fromkeys(LANGUAGES, "")
    return DatasetType(ADHOC, untitled, untitled, "other", tuple(columns))


def _type(name: str, raw: Mapping[str, Any]) -> DatasetType:
    if not _NAME.fullmatch(name) or name == ADHOC:
        raise DatasetTypeFaultError(f"{name!r} is no name of a type")
    _refuse_unknown("", raw, _PARTS)
    columns = tuple(_column(column, spec) for column, spec in raw["columns"].items())
    by_name = {column.name: column for column in columns}
    _refuse_shared_headings(columns)
    return DatasetType(
        name=name,
        titles=_both(raw["title"], "title"),
        descriptions=_both(raw["description"], "description"),
        domain=_one_of(raw["domain"], DATA_DOMAIN, "domain"),
        columns=columns,
        checks=tuple(_check(at, spec, by_name) for at, spec in enumerate(raw.get("checks", ()), start=1)),
        is_key_notice=_flag(raw, "is_key_notice", "is_key_notice"),
        order=raw["order"],
    )


def _refuse_shared_headings(columns: Iterable[DatasetColumn]) -> None:
    """A heading that two columns claim would go to either of them."""
    claimed: dict[str, str] = {}
    for column in columns:
        for heading in column.headings:
            if claimed.setdefault(plain(heading), column.name) != column.name:
                raise DatasetTypeFaultError(
                    f"columns.{column.name}.aliases: {heading!r} is a heading of {claimed[plain(heading)]!r}"
                )


def _column(name: str, spec: Mapping[str, Any]) -> DatasetColumn:
    where = f"columns.{name}"
    _refuse_unknown(where, spec, _COLUMN_KEYS)
    type_ = _one_of(spec["type"], COLUMN_TYPES, f"{where}.type")
    if not _NAME.fullmatch(name):
        raise DatasetTypeFaultError(f"{where}: a name has small letters, digits and underscores only")
    if not name.endswith(_SUFFIXES.get(type_, "")) or (type_ == "flag") != name.startswith(_PREFIXES):
        raise DatasetTypeFaultError(f"{where}: the name does not fit the type {type_!r}")
    if "unit" in spec and type_ != "money":
        raise DatasetTypeFaultError(f"{where}.unit: only money has a unit")
    if "format" in spec and type_ != "text":
        raise DatasetTypeFaultError(f"{where}.format: only text has a format")
    aliases = spec.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(alias, str) and alias for alias in aliases):
        raise DatasetTypeFaultError(f"{where}.aliases: not a list of headings")
    return DatasetColumn(
        name=name,
        type=type_,
        titles=_both(spec["title"], f"{where}.title"),
        is_required=_flag(spec, "is_required", where),
        is_key=_flag(spec, "is_key", where),
        mask=_one_of(spec["mask"], COLUMN_MASK, f"{where}.mask") if "mask" in spec else None,
        format=_one_of(spec["format"], FORMATS, f"{where}.format") if "format" in spec else None,
        aliases=tuple(aliases),
        unit=_one_of(spec.get("unit", "元"), UNITS, f"{where}.unit"),
        least=_bound(spec, "least", type_, where),
        most=_bound(spec, "most", type_, where),
        note=spec.get("note", ""),
        example=spec.get("example", ""),
    )


def _bound(spec: Mapping[str, Any], key: str, type_: str, where: str) -> str | None:
    """A bound as text; refuses what a column of this type cannot be compared with."""
    if key not in spec:
        return None
    words = str(spec[key])
    try:
        if type_ in ("date", "moment"):
            return words if words == TODAY else date.fromisoformat(words).isoformat()
        if type_ in ("whole", "decimal", "money"):
            return str(Decimal(words))
    except (ValueError, ArithmeticError):
        pass
    raise DatasetTypeFaultError(f"{where}.{key}: {words!r} bounds no column of type {type_!r}")


def _check(at: int, spec: Mapping[str, Any], columns: Mapping[str, DatasetColumn]) -> Check:
    where = f"checks {at}"
    rule = _one_of(spec["rule"], RULES, f"{where}.rule")
    _refuse_unknown(where, spec, _CHECK_KEYS[rule] | {"rule", "is_notice"})
    minus = tuple(spec.get("minus", ()))
    named: tuple[str, ...]
    match rule:
        case "date_order":
            named = (spec["earlier"], spec["later"])
        case "sum":
            named = (spec["total"], *spec["plus"])
        case _:
            named = (spec["column"],)
    allowed = {"date_order": ("date", "moment"), "sum": ("money", "whole", "decimal"), "reference": ("text",)}
    for name in (*named, *minus):
        if name not in columns:
            raise DatasetTypeFaultError(f"{where}: there is no column {name!r}")
        if columns[name].type not in allowed[rule]:
            raise DatasetTypeFaultError(f"{where}: {name!r} is of type {columns[name].type!r}")
    is_notice = _flag(spec, "is_notice", where)
    return Check(rule, named, minus, spec.get("in_type", ""), spec.get("in_column", ""), is_notice)


def _check_references(types: Iterable[DatasetType]) -> None:
    known = {entry.name: entry for entry in types}
    for entry in known.values():
        for check in entry.checks:
            other = known.get(check.in_type)
            if check.rule == "reference" and (other is None or other.column(check.in_column) is None):
                raise DatasetTypeFaultError(
                    f"data/datasets/{entry.name}.toml: there is no column {check.in_column!r} of"
                    f" {check.in_type!r}"
                )


def _refuse_unknown(where: str, spec: Mapping[str, Any], allowed: Iterable[str]) -> None:
    if unknown := sorted(spec.keys() - set(allowed)):
        raise DatasetTypeFaultError(f"{where}: unknown key {unknown[0]!r}".removeprefix(": "))


def _one_of(value: Any, allowed: Iterable[str], where: str) -> str:
    if value not in (known := tuple(allowed)):
        raise DatasetTypeFaultError(f"{where}: {value!r} is none of {', '.join(known)}")
    return str(value)


def _flag(spec: Mapping[str, Any], key: str, where: str) -> bool:
    if not isinstance(value := spec.get(key, False), bool):
        raise DatasetTypeFaultError(f"{where}: {key} is neither true nor false")
    return value


def _both(value: Mapping[str, str], where: str) -> dict[str, str]:
    if missing := [code for code in LANGUAGES if not value.get(code)]:
        raise DatasetTypeFaultError(f"{where}: {missing[0]!r} is missing")
    return {code: value[code] for code in LANGUAGES}
