"""A preset tells how one kind of file is laid out: sheets, heading row, columns, words, units.

Presets are TOML files in data/presets; docs/how-to/add-a-preset.md explains every key.
"""

import dataclasses
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from data.language import LANGUAGES, language
from data.ledger.fields import FIELDS, Field
from data.ledger.values.choices import key
from data.ledger.values.money import UNITS

PRESET_FOLDER = Path(__file__).resolve().parent.parent / "presets"
_PARTS = {"title", "description", "sheets", "heading", "rows", "fields"}
_TAKES = ("first_filled", "first_row", "any")
_PICKS = ("headed", "first", "all")


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
class Preset:
    """One layout. `sheet_pick` is headed, first or all unless names or a pattern of names are given."""

    name: str
    titles: Mapping[str, str]  # by language, like the descriptions
    descriptions: Mapping[str, str]
    columns: tuple[Column, ...]
    sheet_pick: str = "headed"
    sheet_names: tuple[str, ...] = ()
    sheet_pattern: re.Pattern[str] | None = None
    heading_row: int | None = None
    search_rows: int = 20
    is_merging: bool = False  # several rows may state one finding
    skip_starting: tuple[str, ...] = ()
    empty_words: frozenset[str] = frozenset()

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


def preset_names() -> list[str]:
    """Names of the presets that are there."""
    return sorted(file.stem for file in PRESET_FOLDER.glob("*.toml"))


def load_preset(name: str) -> Preset:
    """The preset of that name. Raises PresetFaultError where there is none or its file has a fault."""
    if name not in preset_names():
        raise PresetFaultError(f"no preset {name!r}; there are: {', '.join(preset_names())}")
    text = (PRESET_FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    return parse_preset(name, text)


def parse_preset(name: str, text: str) -> Preset:
    """A preset from the text of its TOML file. Raises PresetFaultError."""
    try:
        raw = tomllib.loads(text)
        if unknown := raw.keys() - _PARTS:
            raise PresetFaultError(f"unknown key {sorted(unknown)[0]!r}")
        sheets, heading, rows = (_table(raw, part) for part in ("sheets", "heading", "rows"))
        return Preset(
            name=name,
            titles={code: raw["title"][code] for code in LANGUAGES},
            descriptions={code: raw["description"][code] for code in LANGUAGES},
            columns=tuple(_column(field, spec) for field, spec in raw["fields"].items()),
            sheet_pick=_one_of(sheets.get("pick", "headed"), _PICKS, "sheets.pick"),
            sheet_names=tuple(sheets.get("names", ())),
            sheet_pattern=_pattern(sheets.get("pattern")),
            heading_row=heading.get("row"),
            search_rows=heading.get("search_rows", 20),
            is_merging=_one_of(rows.get("per_finding", "one"), ("one", "many"), "rows.per_finding") == "many",
            skip_starting=tuple(rows.get("skip_starting", ())),
            empty_words=frozenset(key(word) for word in rows.get("empty_words", ())),
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError, re.error) as error:
        raise PresetFaultError(f"preset {name}: {error!r}") from error
    except PresetFaultError as error:
        raise PresetFaultError(f"preset {name}: {error}") from error


def _column(name: str, spec: dict[str, Any]) -> Column:
    if name not in FIELDS:
        raise PresetFaultError(f"fields.{name}: no such field")
    known = {
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
    if unknown := spec.keys() - known:
        raise PresetFaultError(f"fields.{name}: unknown key {sorted(unknown)[0]!r}")
    if sum(part in spec for part in ("headings", "template", "file_name", "constant")) != 1:
        raise PresetFaultError(f"fields.{name}: exactly one of headings, template, file_name, constant")
    field_, words = FIELDS[name], spec.get("words", {})
    codes: Any = (True, False) if field_.kind == "flag" else (field_.codes or {})
    for word, code in words.items():
        if code not in codes:
            raise PresetFaultError(
                f"fields.{name}.words: {word!r} stands for {code!r}, which is no code of it"
            )
    first_words = {code: word for word, code in reversed(words.items())}
    return Column(
        field=field_,
        headings=tuple(spec.get("headings", ())),
        template=spec.get("template"),
        file_name=_pattern(spec.get("file_name")),
        constant=spec.get("constant"),
        pattern=_pattern(spec.get("pattern")),
        unit=_one_of(spec.get("unit", "元"), tuple(UNITS), f"fields.{name}.unit"),
        take=_one_of(spec.get("take", "first_filled"), _TAKES, f"fields.{name}.take"),
        words={key(word): code for word, code in words.items()},
        spellings=tuple(first_words[code] for code in codes if code in first_words),
        note=spec.get("note", ""),
        example=spec.get("example", ""),
    )


def _table(raw: dict[str, Any], name: str) -> dict[str, Any]:
    table = raw.get(name, {})
    allowed = {
        "sheets": {"pick", "names", "pattern"},
        "heading": {"row", "search_rows"},
        "rows": {"per_finding", "skip_starting", "empty_words"},
    }[name]
    if unknown := table.keys() - allowed:
        raise PresetFaultError(f"{name}: unknown key {sorted(unknown)[0]!r}")
    return dict(table)


def _one_of(value: str, allowed: tuple[str, ...], where: str) -> str:
    if value not in allowed:
        raise PresetFaultError(f"{where}: {value!r} is none of {', '.join(allowed)}")
    return value


def _pattern(text: str | None) -> re.Pattern[str] | None:
    return re.compile(text) if text else None
