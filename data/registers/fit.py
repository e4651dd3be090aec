"""Whether a file is that of the register that was chosen: a list of posts also has a column of units."""

from data.intake.headings import find_heading
from data.intake.preset import Preset
from data.intake.reading.sheet import Source
from data.intake.refused import FileRefusedError
from data.language import _
from data.registers.register import Register, registers


def refuse_other_registers(source: Source, register: Register, preset: Preset) -> None:
    """Raise FileRefusedError where another register knows more than twice as many columns of the file."""
    own = _columns_known(source, preset)
    if own and max(len(row) for sheet in source.sheets for row in sheet.rows) <= 2 * own:
        return  # no other can know so many
    others = {
        other.name: _columns_known(source, other.standard)
        for other in registers().values()
        if other.name != register.name
    }
    best = max(others, key=lambda name: others[name], default=None)
    if best is not None and others[best] > 2 * own:
        words = _("The headings look like those of the register “{register}”. Choose it and try once more.")
        raise FileRefusedError(words.format(register=registers()[best].title))


def _columns_known(source: Source, preset: Preset) -> int:
    """The most columns that a heading of any sheet gives the preset."""
    found = (find_heading(sheet, preset) for sheet in source.sheets if sheet.is_visible)
    return max((len(heading.places) for heading in found if heading), default=0)
