"""A preset tells how one kind of file is laid out: sheets, heading row, columns, words, units.

Presets are TOML files below data/presets; docs/how-to/add-a-preset.md explains every key.
"""

import dataclasses
import re
import tomllib
from collections.abc import Mapping
from typing import Any

from data.intake.field import Field
from data.intake.values.choices import key
from data.intake.values.money import UNITS
from data.language import LANGUAGES, language

EXPLANATION_SHEET = "填表说明"  # of the templates: what each column holds, nothing to import
_TAKES = ("first_filled", "first_row", "any")
_PICKS = ("headed", "first", "all")
_PARTS = {"title", "description", "sheets", "heading", "rows", "fields"}
_COLUMN_KEYS = {
    "headings",
    "template",
    "file_name",
    "constant",
    "pattern",
    "unit",
    "take",
    "words",
    "note",
    "example",
}
_SOURCES = ("headings", "template", "file_name", "constant")


class PresetFaultError(ValueError):
    """A preset file cannot be used; the message names the file, the key and the fault."""


@dataclasses.dataclass(frozen=True)
class Column:
    """Where one field comes from: a heading, a template over columns, the file's name, or a constant.

    `words` maps words, as `choices.key` compares them, to codes or to True and False.
    """

    field: Field
    headings: tuple[str, ...] = ()
    template: str | None = None
    file_name: re.Pattern[str] | None = None
    constant: str | None = None
    pattern: re.Pattern[str] | None = None  # its one group is what is read of the text
    unit: str = "元"
    take: str = "first_filled"  # of several rows of one finding
    words: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    spellings: tuple[str, ...] = ()  # the first word of each code as written, for drop-down lists
    note: str = ""
    example: str = ""


@dataclasses.dataclass(frozen=True)
class Target:
    """What a preset reads into: the fields there are, and those a row cannot do without.

    Of each group of `needed` one field has to have a heading. Rows of one value of `merged_by` may state one
    thing together.
    """

    fields: Mapping[str, Field]
    needed: tuple[tuple[str, ...], ...]
    merged_by: str = ""


@dataclasses.dataclass(frozen=True)
class Preset:
    """One layout. `sheet_pick` is headed, first or all unless names or a pattern of names are given."""

    name: str
    titles: Mapping[str, str]  # by language, like the descriptions
    descriptions: Mapping[str, str]
    columns: tuple[Column, ...]
    target: Target
    sheet_pick: str = "headed"
    sheet_names: tuple[str, ...] = ()
    sheet_pattern: re.Pattern[str] | None = None
    heading_row: int | None = None
    search_rows: int = 20
    is_merging: bool = False  # several rows may state one thing
    skip_starting: tuple[str, ...] = ()
    empty_words: frozenset[str] = frozenset()
    clearing_words: frozenset[str] = frozenset()

    @property
    def title(self) -> str:
        """Its title in the current language."""
        return self.titles[language()]

    @property
    def description(self) -> str:
        """What it reads, in the current language."""
        return self.descriptions[language()]

    def column(self, field_name: str) -> Column | None:
        """The column of a field, if this preset has one."""
        return next((column for column in self.columns if column.field.name == field_name), None)


def parse(name: str, text: str, target: Target, standard: Preset | None = None) -> Preset:
    """A preset from the text of its TOML file. Raises PresetFaultError.

    What a field does not say of headings, words, note and example it has from the `standard` preset.
    """
    try:
        raw = tomllib.loads(text)
        if unknown := raw.keys() - _PARTS:
            raise PresetFaultError(f"unknown key {sorted(unknown)[0]!r}")
        return from_table(name, raw, target, standard)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError, re.error) as error:
        raise PresetFaultError(f"preset {name}: {error!r}") from error
    except PresetFaultError as error:
        raise PresetFaultError(f"preset {name}: {error}") from error


def from_table(name: str, raw: Mapping[str, Any], target: Target, standard: Preset | None = None) -> Preset:
    """A preset from what its TOML file says. Raises PresetFaultError and whatever a wrong type gives."""
    sheets, heading, rows = (_table(raw, part) for part in ("sheets", "heading", "rows"))
    per = _one_of(rows.get("per_finding", "one"), ("one", "many"), "rows.per_finding")
    return Preset(
        name=name,
        titles={code: raw["title"][code] for code in LANGUAGES},
        descriptions={code: raw["description"][code] for code in LANGUAGES},
        columns=tuple(_column(field, spec, target, standard) for field, spec in raw["fields"].items()),
        target=target,
        sheet_pick=_one_of(sheets.get("pick", "headed"), _PICKS, "sheets.pick"),
        sheet_names=tuple(sheets.get("names", ())),
        sheet_pattern=_pattern(sheets.get("pattern")),
        heading_row=heading.get("row"),
        search_rows=heading.get("search_rows", 20),
        is_merging=per == "many",
        skip_starting=tuple(rows.get("skip_starting", standard.skip_starting if standard else ())),
        empty_words=_keys(rows, "empty_words", standard.empty_words if standard else frozenset()),
        clearing_words=_keys(rows, "clearing_words", standard.clearing_words if standard else frozenset()),
    )


def _column(name: str, spec: Mapping[str, Any], target: Target, standard: Preset | None) -> Column:
    if name not in target.fields:
        raise PresetFaultError(f"fields.{name}: no such field")
    if unknown := spec.keys() - _COLUMN_KEYS:
        raise PresetFaultError(f"fields.{name}: unknown key {sorted(unknown)[0]!r}")
    model = standard.column(name) if standard else None
    if model is not None and not any(part in spec for part in _SOURCES):
        spec = {"headings": model.headings} | dict(spec)
    if sum(part in spec for part in _SOURCES) != 1:
        raise PresetFaultError(f"fields.{name}: exactly one of {', '.join(_SOURCES)}")
    field_, words = target.fields[name], spec.get("words", {})
    codes: Any = (True, False) if field_.kind == "flag" else (field_.codes or {})
    for word, code in words.items():
        if code not in codes:
            raise PresetFaultError(
                f"fields.{name}.words: {word!r} stands for {code!r}, which is no code of it"
            )
    first_words = {code: word for word, code in reversed(words.items())}
    known = model.words if model else {}
    return Column(
        field=field_,
        headings=tuple(spec.get("headings", ())),
        template=spec.get("template"),
        file_name=_pattern(spec.get("file_name")),
        constant=spec.get("constant"),
        pattern=_pattern(spec.get("pattern")),
        unit=_one_of(spec.get("unit", "元"), tuple(UNITS), f"fields.{name}.unit"),
        take=_one_of(spec.get("take", "first_filled"), _TAKES, f"fields.{name}.take"),
        words={**known, **{key(word): code for word, code in words.items()}},
        spellings=tuple(first_words[code] for code in codes if code in first_words)
        or (model.spellings if model else ()),
        note=spec.get("note", model.note if model else ""),
        example=spec.get("example", model.example if model else ""),
    )


def _table(raw: Mapping[str, Any], name: str) -> dict[str, Any]:
    table = raw.get(name, {})
    allowed = {
        "sheets": {"pick", "names", "pattern"},
        "heading": {"row", "search_rows"},
        "rows": {"per_finding", "skip_starting", "empty_words", "clearing_words"},
    }[name]
    if unknown := table.keys() - allowed:
        raise PresetFaultError(f"{name}: unknown key {sorted(unknown)[0]!r}")
    return dict(table)


def _keys(rows: Mapping[str, Any], name: str, otherwise: frozenset[str]) -> frozenset[str]:
    return frozenset(key(word) for word in rows[name]) if name in rows else otherwise


def _one_of(value: str, allowed: tuple[str, ...], where: str) -> str:
    if value not in allowed:
        raise PresetFaultError(f"{where}: {value!r} is none of {', '.join(allowed)}")
    return value


def _pattern(text: str | None) -> re.Pattern[str] | None:
    return re.compile(text) if text else None
