"""What a register is: its fields as its TOML file declares them, and the layouts of files that it reads.

docs/how-to/add-a-register.md explains every key.
"""

import importlib
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from data.codes import CODE_LISTS
from data.intake.change import Record
from data.intake.field import Field
from data.intake.preset import Preset, PresetFaultError, Target, from_table, parse
from data.intake.rows import Row
from data.intake.template import template as workbook
from data.language import language, mark
from data.registers.book import Book

FOLDER = Path(__file__).resolve().parent.parent / "presets/registers"
_WORDS = Path(__file__).resolve().with_name("words.toml")
PARTS = {
    "main": mark("Basics"),
    "plan": mark("Planning"),
    "course": mark("Planned and actual dates"),
    "pause": mark("Pauses"),
    "progress": mark("Progress"),
    "origin": mark("Origin of the row"),
}
_SKIPPED = ("合计", "总计", "小计", "共计", "注", "备注", "说明", "填表说明", "填表人", "制表人", "审核人")
_EMPTY = ("-", "—", "——", "–", "/", "\\", "暂无", "不适用", "N/A", "NA", "空", "null")
_CLEARING = ("清空", "（清空）")
_DECLARED = {"kind", "title", "codes", "part", "is_key", "is_required", "is_past", "not_before"}
_HEAD = {"order", "action", "title", "description", "needed", "fields"}
Writer = Callable[[Connection, str, Sequence[Record]], None]  # with who brings them


@dataclass(frozen=True)
class Register:
    """One register. `keys` have to be filled in always, `required` for what is new.

    `past` are fields whose day cannot be after today; `first_days` maps the field of a later day to that of
    the day it cannot precede. `state` says what a row states and returns its main record. `write` writes the
    new records in place of the import, where each of them is told of by an event of its own.
    """

    name: str
    order: int  # of the first day: whatever others refer to comes before them
    titles: Mapping[str, str]
    descriptions: Mapping[str, str]
    standard: Preset
    keys: frozenset[str]
    required: frozenset[str]
    past: frozenset[str]
    first_days: Mapping[str, str]
    state: Callable[[Book, Row], Record]
    action: str = "maintain-registers"  # what one must be allowed to bring it
    write: Writer | None = None

    @property
    def title(self) -> str:
        """Its title in the current language."""
        return self.titles[language()]

    @property
    def description(self) -> str:
        """What it holds, in the current language."""
        return self.descriptions[language()]

    @property
    def fields(self) -> Mapping[str, Field]:
        """Its fields by name."""
        return self.standard.target.fields

    def preset_names(self) -> list[str]:
        """Names of the layouts it reads; its own comes first."""
        others = sorted(file.stem for file in (FOLDER / self.name).glob("*.toml"))
        return [self.name, *others]

    def preset(self, name: str | None = None) -> Preset:
        """A layout by name. Raises PresetFaultError where there is none or its file has a fault."""
        if name in (None, self.name):
            return self.standard
        if name not in self.preset_names():
            known = ", ".join(self.preset_names())
            raise PresetFaultError(f"register {self.name}: no preset {name!r}; there are: {known}")
        text = (FOLDER / self.name / f"{name}.toml").read_text(encoding="utf-8")
        return parse(name, text, self.standard.target, self.standard)

    def template(self) -> bytes:
        """The empty workbook as XLSX."""
        parts = {field.part: PARTS[field.part] for field in self.fields.values()}
        return workbook(self.standard, self.titles["zh"], parts, self.required)


def register_names() -> list[str]:
    """Names of the registers that are there, without reading them."""
    return sorted(file.stem for file in FOLDER.glob("*.toml"))


@lru_cache(maxsize=1)
def registers() -> Mapping[str, Register]:
    """All registers by name, in the order of the first day. Raises PresetFaultError for a faulty file."""
    found = [_load(file) for file in FOLDER.glob("*.toml")]
    return {register.name: register for register in sorted(found, key=lambda register: register.order)}


def parse_register(
    name: str, text: str, state: Callable[[Book, Row], Record], write: Writer | None = None
) -> Register:
    """A register from the text of its TOML file. Raises PresetFaultError."""
    try:
        return _register(name, tomllib.loads(text), state, write)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise PresetFaultError(f"register {name}: {error!r}") from error
    except PresetFaultError as error:
        raise PresetFaultError(f"register {name}: {error}") from error


def _load(file: Path) -> Register:
    statements = importlib.import_module(f"data.registers.statements.{file.stem}")
    write = getattr(statements, "write", None)
    return parse_register(file.stem, file.read_text(encoding="utf-8"), statements.state, write)


def _register(
    name: str, raw: dict[str, Any], state: Callable[[Book, Row], Record], write: Writer | None
) -> Register:
    if unknown := raw.keys() - _HEAD:
        raise PresetFaultError(f"unknown key {sorted(unknown)[0]!r}")
    declared: dict[str, dict[str, Any]] = raw["fields"]
    fields = {field: _field(field, spec) for field, spec in declared.items()}
    keys = [field for field, spec in declared.items() if spec.get("is_key")]
    needed = (*((field,) for field in keys), *(tuple(group) for group in raw.get("needed", ())))
    target = Target(fields, needed)
    layout = {
        "title": raw["title"],
        "description": raw["description"],
        "rows": {"skip_starting": _SKIPPED, "empty_words": _EMPTY, "clearing_words": _CLEARING},
        "fields": {
            field: _words(spec) | {part: value for part, value in spec.items() if part not in _DECLARED}
            for field, spec in declared.items()
        },
    }
    return Register(
        name=name,
        order=raw["order"],
        titles=raw["title"],
        descriptions=raw["description"],
        standard=from_table(name, layout, target),
        keys=frozenset(keys),
        required=frozenset(field for field, spec in declared.items() if spec.get("is_required")),
        past=frozenset(field for field, spec in declared.items() if spec.get("is_past")),
        first_days={field: spec["not_before"] for field, spec in declared.items() if "not_before" in spec},
        state=state,
        action=raw.get("action", Register.action),
        write=write,
    )


@lru_cache(maxsize=1)
def _usual_words() -> dict[str, dict[str, str]]:
    """The usual Chinese words for the codes of each list."""
    return tomllib.loads(_WORDS.read_text(encoding="utf-8"))


def _words(spec: Mapping[str, Any]) -> dict[str, Any]:
    return {"words": _usual_words()[spec["codes"]]} if "codes" in spec else {}


def _field(name: str, spec: Mapping[str, Any]) -> Field:
    part = spec.get("part", "main")
    if part not in PARTS:
        raise PresetFaultError(f"fields.{name}.part: {part!r} is none of {', '.join(PARTS)}")
    codes = CODE_LISTS[spec["codes"]] if "codes" in spec else None
    return Field(name, part, spec["kind"], spec["title"], codes, chinese=spec["headings"][0])
