"""Why an upload goes no further, in words for the person who brought the file."""


class UploadRefusedError(Exception):
    """The file cannot be read; the message says why, where in the file (as far as known) and what to do."""


class UploadCancelledError(Exception):
    """The person, or the server that stops, ended the upload; nothing of it stays."""
