"""The empty workbook of a rectification ledger."""

from data.intake.preset import Preset
from data.intake.template import template as workbook
from data.ledger.fields import PARTS


def template(preset: Preset) -> bytes:
    """The workbook as XLSX (see data/intake/template.py)."""
    return workbook(preset, "整改台账", PARTS)
