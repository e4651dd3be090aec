"""The contracting processes of a file: JSON lines, or one package of releases or records."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from data.language import _
from data.ocds.merging import merged
from data.uploads import UploadRefusedError

Release = Mapping[str, Any]


@dataclass
class Processes:
    """The processes of a file, to be gone through any number of times.

    `unread` are the numbers of the lines that are no JSON object with an `ocid`, of the last time.
    """

    file: Path
    unread: list[int] = field(default_factory=list)

    def __iter__(self) -> Iterator[Release]:
        """Each process once, as it stands after its last release. Raises UploadRefusedError."""
        often = {ocid for ocid, times in Counter(self._ocids()).items() if times > 1}
        waiting: dict[str, list[Release]] = {ocid: [] for ocid in often}
        for release in self._releases():
            if release["ocid"] in often:
                waiting[release["ocid"]].append(release)
            else:
                yield release
        for releases in waiting.values():
            yield merged(releases)

    def _ocids(self) -> Iterator[str]:
        return (release["ocid"] for release in self._releases())

    def _releases(self) -> Iterator[Release]:
        self.unread.clear()
        is_any = False
        for line, found in _objects(self.file):
            releases = list(_releases_in(found))
            if not releases:
                self.unread.append(line)
            is_any = is_any or bool(releases)
            yield from releases
        if not is_any:
            raise UploadRefusedError(_("The file holds no release or record of open contracting data."))


def _objects(file: Path) -> Iterator[tuple[int, Any]]:
    """(line, object): of a file that is one JSON text, that one."""
    with file.open("r", encoding="utf-8-sig", errors="replace") as stream:
        first = next((line for line in stream if line.strip()), "")
    if isinstance(_parsed(first), dict):
        with file.open("r", encoding="utf-8-sig", errors="replace") as stream:
            yield from ((number, _parsed(line)) for number, line in enumerate(stream, 1) if line.strip())
    else:
        whole = _parsed(file.read_text("utf-8-sig", errors="replace"))
        yield from ((1, each) for each in (whole if isinstance(whole, list) else [whole]))


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError):
        return None


def _releases_in(found: Any) -> Iterator[Release]:
    """The releases of an object: a package, a record, or a release."""
    if not isinstance(found, dict):
        return
    for part in ("records", "releases"):
        if isinstance(found.get(part), list) and (part == "records" or "compiledRelease" not in found):
            for each in found[part]:
                yield from _releases_in(each)
            return
    if isinstance(found.get("compiledRelease"), dict):
        yield from _releases_in(found["compiledRelease"])
    elif isinstance(found.get("ocid"), str):
        yield found
