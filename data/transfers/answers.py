"""What was answered for a file before it is brought in: kept beside it, so that a restart loses nothing."""

import json
from collections.abc import Mapping
from contextlib import suppress

from data.access.roles import User
from data.transfers.transfer import NEW, find, folder_of

_ANSWERS = "answers.json"
_KEPT = (str, int, float, bool, type(None))

Answer = str | int | float | bool | None


def answers_for(user: User, transfer_id: str) -> dict[str, Answer]:
    """The answers by the name of the question; empty where none were given or they cannot be read.

    Raises NoTransferError, for another's file as for one that never was.
    """
    find(user, transfer_id)
    with suppress(OSError, ValueError):  # nothing is there yet, or a disk was full
        found = json.loads((folder_of(transfer_id) / _ANSWERS).read_text("utf-8"))
        return found if isinstance(found, dict) else {}
    return {}


def keep_answers_for(user: User, transfer_id: str, answers: Mapping[str, object]) -> None:
    """Keep these answers beside those given before; what is no text, number or yes and no is left out.

    Raises NoTransferError.
    """
    before = answers_for(user, transfer_id)
    kept = before | {name: value for name, value in answers.items() if isinstance(value, _KEPT)}
    if kept == before:
        return
    file = folder_of(transfer_id) / _ANSWERS
    draft = file.with_name(_ANSWERS + NEW)
    with suppress(OSError):  # the page goes on without them; what fails for want of room says so elsewhere
        draft.write_text(json.dumps(kept, ensure_ascii=False), "utf-8")
        draft.replace(file)
