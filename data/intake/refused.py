"""Refusals of a file, of a row, of a value, in words for the person who brought the file."""


class FileRefusedError(Exception):
    """The file cannot be imported at all; the message says why and what to do, in the user's language."""


class RowRefusedError(Exception):
    """One row cannot be imported: `field` names the field at fault, the message says why."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field


class ValueRefusedError(Exception):
    """A cell cannot be read as what its column holds; the message says why."""
