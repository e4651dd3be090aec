"""The list of a backup's files: the last thing in it, so a file without its end has none."""

import json
from dataclasses import asdict, dataclass

from data.backup.failures import BackupError
from data.language import _

NAME = "manifest.json"
SEAL = "manifest.sha256"
FORMAT = 1


@dataclass(frozen=True)
class StoredPart:
    """One file of a backup."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a backup holds. `made_at` is UTC, `engine` sqlite or postgresql, `schema` the newest migration.

    `events` and `digest` are the end of the event chain in the database that is in it.
    """

    made_at: str
    bureau: str
    engine: str
    schema: str
    events: int
    digest: str
    parts: tuple[StoredPart, ...]

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(part.bytes for part in self.parts)


def as_json(manifest: Manifest) -> bytes:
    """The manifest as it stands in the file."""
    return json.dumps({"format": FORMAT} | asdict(manifest), ensure_ascii=False, indent=1).encode()


def from_json(content: bytes) -> Manifest:
    """Read one. Raises BackupError."""
    try:
        values = json.loads(content)
        if values.pop("format") != FORMAT:
            raise BackupError(_("The backup was made by another version of this program."))
        parts = tuple(StoredPart(**part) for part in values.pop("parts"))
        return Manifest(parts=parts, **values)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BackupError(_("This is not a whole backup; nothing was changed.")) from error
