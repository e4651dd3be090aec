"""Several releases of one contracting process as the process stands after the last of them."""

from collections.abc import Mapping, Sequence
from typing import Any


def merged(releases: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The releases in the order of their dates, the later over the earlier.

    Objects are merged member by member, lists of objects with an `id` entry by entry; other values and lists
    are those of the later release, and null takes a value away.
    """
    whole: dict[str, Any] = {}
    for release in sorted(releases, key=lambda each: str(each.get("date") or "")):
        whole = _over(whole, release)
    return whole


def _over(earlier: Mapping[str, Any], later: Mapping[str, Any]) -> dict[str, Any]:
    result = dict(earlier)
    for name, value in later.items():
        before = result.get(name)
        if value is None:
            result.pop(name, None)
        elif isinstance(value, dict) and isinstance(before, dict):
            result[name] = _over(before, value)
        elif before is not None and _has_ids(value) and _has_ids(before):
            result[name] = _entry_by_entry(before, value)
        else:
            result[name] = value
    return result


def _entry_by_entry(
    earlier: Sequence[Mapping[str, Any]], later: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    entries = {str(entry["id"]): dict(entry) for entry in earlier}
    for entry in later:
        key = str(entry["id"])
        entries[key] = _over(entries.get(key, {}), entry)
    return list(entries.values())


def _has_ids(value: Any) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(entry, dict) and entry.get("id") is not None for entry in value)
    )
