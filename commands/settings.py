"""Show every setting with the value in force.

A password inside a database URL is not shown, nor what follows the address of a cluster.
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
        print(f"{entry.name} = {shown(entry.name)}\n    {entry.help}")
    return 0


def shown(name: str) -> str:
    """The value in force, without secrets."""
    if name == "AUDIT_DATABASE_URL":
        return make_url(database_url()).render_as_string(hide_password=True)
    address, more, __ = setting(name).partition(";")
    # The options of an address may hold a token.
    return f"{address};…" if more and name == "AUDIT_WAREHOUSE_URL" else setting(name)
