"""Write the empty workbook of a ledger, ready to be filled in and imported."""

import argparse
import sys
from pathlib import Path

from data.intake.preset import PresetFaultError
from data.ledger.preset import load_preset
from data.ledger.template import template


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file to write, and the preset it is for."""
    parser.add_argument("file", metavar="FILE.xlsx", help="where to write it")
    parser.add_argument("--preset", default="ledger_zh", metavar="NAME", help="preset that will read it")


def run(arguments: argparse.Namespace) -> int:
    """Write the workbook; 2 where there is no such preset."""
    try:
        Path(arguments.file).write_bytes(template(load_preset(arguments.preset)))
    except PresetFaultError as error:
        print(error, file=sys.stderr)
        return 2
    print(arguments.file)
    return 0
