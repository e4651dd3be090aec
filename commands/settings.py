"""Show every setting with the value in force.

A password inside a database URL is not shown.
"""

import argparse

from sqlalchemy.engine import make_url

from data.settings import SETTINGS, database_url, setting


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments."""
    del parser


def run(arguments: argparse.Namespace) -> int:
    """Print name, value and help of each setting."""
    del arguments
    for entry in SETTINGS:
        value = setting(entry.name)
        if entry.name == "AUDIT_DATABASE_URL":
            value = make_url(database_url()).render_as_string(hide_password=True)
        print(f"{entry.name} = {value}\n    {entry.help}")
    return 0
