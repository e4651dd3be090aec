"""Write the empty workbook of a ledger or a register, ready to be filled in and imported."""

import argparse
import sys
from pathlib import Path

from data.intake.preset import PresetFaultError
from data.ledger.preset import load_preset
from data.ledger.template import template
from data.registers.register import register_names, registers

_FINDINGS = "findings"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What it is for, the file to write, and the preset that reads it."""
    parser.add_argument(
        "subject",
        nargs="?",
        default=_FINDINGS,
        choices=[_FINDINGS, *register_names()],
        help="what the workbook will hold; without it: findings",
    )
    parser.add_argument("file", metavar="FILE.xlsx", help="where to write it")
    parser.add_argument(
        "--preset", default="ledger_zh", metavar="NAME", help="preset that will read it (findings only)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the workbook; 2 where there is no such preset."""
    subject, file = arguments.subject, arguments.file
    if subject == _FINDINGS and file in register_names():  # the name of a register alone
        subject, file = file, f"{registers()[file].titles['zh']}.xlsx"
    try:
        is_ledger = subject == _FINDINGS
        content = template(load_preset(arguments.preset)) if is_ledger else registers()[subject].template()
    except PresetFaultError as error:
        print(error, file=sys.stderr)
        return 2
    Path(file).write_bytes(content)
    print(file)
    return 0
