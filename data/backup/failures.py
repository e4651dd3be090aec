"""Why a backup was not made, or not restored."""


class BackupError(Exception):
    """Nothing was changed; the message says why, in the reader's language."""
