"""The presets of the rectification ledger: data/presets/*.toml."""

from pathlib import Path

from data.intake.preset import Preset, PresetFaultError, Target, parse
from data.ledger.fields import FIELDS

PRESET_FOLDER = Path(__file__).resolve().parent.parent / "presets"
# A finding can only be told where somebody says what it is and whose it is.
_TARGET = Target(FIELDS, needed=(("title", "description"), ("unit_name",)), merged_by="finding_code")


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
    return parse(name, text, _TARGET)
