"""Write the empty workbook of a ledger, a register or a dataset type, ready to be filled in and imported."""

import argparse
import sys
from pathlib import Path

from data.dataset_types import dataset_types
from data.intake.preset import PresetFaultError
from data.ledger.preset import load_preset
from data.ledger.template import template
from data.registers.register import register_names, registers
from queries.exporting.dataset_template import dataset_template

_FINDINGS = "findings"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What it is for, the file to write, and the preset that reads it."""
    parser.add_argument(
        "subject",
        nargs="?",
        default=_FINDINGS,
        choices=[_FINDINGS, *register_names(), *dataset_types()],
        help="what the workbook will hold; without it: findings",
    )
    parser.add_argument("file", metavar="FILE.xlsx", help="where to write it")
    parser.add_argument(
        "--preset", default="ledger_zh", metavar="NAME", help="preset that will read it (findings only)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the workbook; 2 where there is no such preset."""
    subject, file = arguments.subject, arguments.file
    # The name of a register or of a dataset type alone.
    if subject == _FINDINGS and file in register_names():
        subject, file = file, f"{registers()[file].titles['zh']}.xlsx"
    elif subject == _FINDINGS and file in dataset_types():
        subject, file = file, f"{dataset_types()[file].titles['zh']}.xlsx"
    try:
        content = _content(subject, arguments.preset)
    except PresetFaultError as error:
        print(error, file=sys.stderr)
        return 2
    Path(file).write_bytes(content)
    print(file)
    return 0


def _content(subject: str, preset: str) -> bytes:
    if subject == _FINDINGS:
        return template(load_preset(preset))
    if subject in dataset_types():
        return dataset_template(dataset_types()[subject])
    return registers()[subject].template()
