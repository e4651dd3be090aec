"""What commands that write rows of datasets into a file are told for the ledger: what for, for whom."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.data_room.outputs import ReadDataset
    from data.data_room.rows_to_file import Written


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--purpose, --recipient, --approval: entered in the receipt ledger; acting as an account needs all."""
    parser.add_argument("--purpose", default="", metavar="TEXT", help="what rows in a file are for")
    parser.add_argument("--recipient", default="", metavar="WHO", help="who receives rows in a file")
    parser.add_argument(
        "--approval", default="", metavar="NUMBER", help="number of the approval to take rows"
    )


def written(arguments: argparse.Namespace, described: str, datasets: "tuple[ReadDataset, ...]") -> "Written":
    """What is to be written, as the arguments say it."""
    # The arguments are added for every command of the family; few of them write rows.
    from data.data_room.rows_to_file import Written  # noqa: PLC0415

    return Written(described, datasets, arguments.purpose, arguments.recipient, arguments.approval)
