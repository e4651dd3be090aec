"""An event in the words of the reader: its title, and each of its fields with label and value."""

import json
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from data.events import KINDS
from data.language import _, mark
from data.local_time import in_china
from data.roles import ACTIONS, COMMAND_LINE, ROLES

NOTHING = "—"
_SUBJECTS = {"user_name", "file_name", "name", "subject"}  # what an event is about comes first
FIELDS = {
    "action": mark("Action asked for"),
    "added": mark("Rows added"),
    "after": mark("After"),
    "before": mark("Before"),
    "changed": mark("Rows changed"),
    "failed_sign_ins": mark("Wrong passwords in a row"),
    "file_name": mark("File"),
    "filters": mark("Filters"),
    "findings": mark("Findings"),
    "is_demo": mark("Demonstration data"),
    "is_disabled": mark("Disabled"),
    "is_reset": mark("Reset by an administrator"),
    "locked_until": mark("Locked until"),
    "name": mark("Name"),
    "preset": mark("Preset"),
    "reason": mark("Reason"),
    "refused": mark("Rows refused"),
    "region_code": mark("Region"),
    "roles": mark("Roles"),
    "rows": mark("Number of rows"),
    "section_code": mark("Section"),
    "sha256": mark("Digest of the file"),
    "subject": mark("Subject"),
    "unchanged": mark("Rows unchanged"),
    "user_name": mark("User name"),
}
REASONS = {
    "asked": mark("asked for it"),
    "cookie": mark("cookie of a sign-in that is over"),
    "disabled": mark("account disabled"),
    "elsewhere": mark("ended from another computer"),
    "expired": mark("longest time reached"),
    "idle": mark("no activity"),
    "locked": mark("account locked"),
    "password": mark("wrong password"),
    "unknown": mark("no such account"),
}


def event_title(kind: str) -> str:
    """The title of a kind of event; the kind itself where it is not known (any more)."""
    return _(KINDS[kind].title) if kind in KINDS else kind


def event_actor(actor: str, display_name: str | None) -> str:
    """Who did it: the person's name with the user name, or the command line."""
    if actor == COMMAND_LINE.user_name:
        return _("Command line")
    return f"{display_name}（{actor}）" if display_name else actor


def event_words(detail: str, names: Mapping[str, str] = MappingProxyType({})) -> list[tuple[str, str]]:
    """(label, value) of each field of an event's detail; a change is one row, before → after.

    `names` says what region and section codes are called. What was tampered with may be no JSON at all: it is
    shown as it stands.
    """
    try:
        values = json.loads(detail)
    except ValueError:
        return [(_("Detail"), detail)]
    if not isinstance(values, dict):
        return [(_("Detail"), detail)]
    before, after = values.get("before"), values.get("after")
    words = []
    if isinstance(before, dict) and isinstance(after, dict):
        values = {name: value for name, value in values.items() if name not in {"before", "after"}}
        for name in sorted(before.keys() | after.keys()):
            old, new = (_word(name, side.get(name), names) for side in (before, after))
            words.append((_label(name), f"{old} → {new}"))
    whom_first = sorted(values.items(), key=lambda item: item[0] not in _SUBJECTS)
    return [(_label(name), _word(name, value, names)) for name, value in whom_first] + words


def _label(name: str) -> str:
    return _(FIELDS[name]) if name in FIELDS else name


def _word(name: str, value: Any, names: Mapping[str, str]) -> str:
    if value in (None, [], {}, ""):
        return NOTHING
    match value:
        case bool():
            return _("yes") if value else _("no")
        case list():
            return "、".join(_word(name, item, names) for item in value)
        case dict():
            return " · ".join(f"{_label(inner)} {_word(inner, held, names)}" for inner, held in value.items())
    return _named(name, str(value), names)


def _named(name: str, value: str, names: Mapping[str, str]) -> str:
    if name in {"region_code", "section_code"}:
        return names.get(value, value)
    if name == "reason":
        return _(REASONS.get(value, value))
    if name == "action":
        return _(ACTIONS.get(value, value))
    if name == "roles":
        return _(ROLES[value][0]) if value in ROLES else value
    if name == "locked_until":
        return in_china(datetime.fromisoformat(value)).strftime("%Y-%m-%d %H:%M")
    return value
