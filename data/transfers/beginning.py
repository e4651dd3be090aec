"""Beginning a transfer: may this user send this file, is it too large, is there room for it."""

import json
import re
import shutil
import unicodedata
from secrets import token_hex

from sqlalchemy import Engine

from data.access.roles import User
from data.engine import now
from data.language import _
from data.settings import number
from data.size_words import size_words
from data.transfers.clearing import sweep_transfers
from data.transfers.failures import NoRoomError, TooLargeError, TooManyError, TransferError, disk_in_words
from data.transfers.transfer import FACTS, FILE, NEW, Transfer, every_transfer, find, transfers_folder, turn
from data.warehouse.committing import permit_bringing
from data.warehouse.folders import sync

_MOST_WAITING = 20  # per user; a person sends a few files and brings them in
_RESERVE = 1 << 30  # bytes that stay free: the database and the figures live on the same disk
_LONGEST_NAME = 200


def begin(engine: Engine, user: User, original_name: str, size: int) -> Transfer:
    """Make room for a file of `size` bytes, of which none has come.

    Raises NotPermittedError and UndertakingMissingError (both recorded), TooLargeError, TooManyError,
    NoRoomError, and TransferError for an empty file.
    """
    name = shown_name(original_name)
    permit_bringing(engine, user, name)
    if size <= 0:
        raise TransferError(_("The file is empty."))
    if size > size_limit():
        raise TooLargeError(
            _("The file has {size}; the largest that is taken has {limit}.").format(
                size=size_words(size), limit=size_words(size_limit())
            )
        )
    with disk_in_words():
        sweep_transfers()
    with disk_in_words(), turn():
        _need_place(user, size)
        transfer_id = token_hex(16)
        _make(transfer_id, user, name, size)
        return find(user, transfer_id)


def size_limit() -> int:
    """The largest file that is taken, in bytes."""
    return number("AUDIT_UPLOAD_MAX_GB") << 30


def shown_name(original_name: str) -> str:
    """A file's name without folders and without signs that cannot be seen; short enough to keep."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", original_name))[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C").strip()
    if len(seen) > _LONGEST_NAME:  # the ending says what kind of file it is
        stem, dot, ending = seen.rpartition(".")
        seen = f"{stem[: _LONGEST_NAME - 20]}{dot}{ending[:19]}" if dot else seen[:_LONGEST_NAME]
    return seen or "file"


def _need_place(user: User, size: int) -> None:
    begun = every_transfer()
    if sum(found.user_name == user.user_name for found in begun) >= _MOST_WAITING:
        raise TooManyError(
            _("{count} of your files are waiting. Bring them in or discard them first.").format(
                count=_MOST_WAITING
            )
        )
    promised = sum(found.size - found.received for found in begun)
    free = shutil.disk_usage(transfers_folder()).free - promised - _RESERVE
    if size > free:
        raise NoRoomError(
            _("The disk has room for {free}, the file has {size}. Ask the system administrator.").format(
                free=size_words(max(free, 0)), size=size_words(size)
            )
        )


def _make(transfer_id: str, user: User, name: str, size: int) -> None:
    """Under another name first: what bears an id is whole."""
    folder = transfers_folder() / transfer_id
    draft = folder.with_name(transfer_id + NEW)
    draft.mkdir(mode=0o700)
    facts = {
        "user_name": user.user_name,
        "original_name": name,
        "size": size,
        "begun_at": now().isoformat(),
    }
    (draft / FACTS).write_text(json.dumps(facts, ensure_ascii=False), "utf-8")
    (draft / FILE).touch(mode=0o600)
    for path in (draft / FACTS, draft / FILE, draft):
        sync(path)
    draft.rename(folder)
    sync(folder.parent)
