"""What belongs to a backup beside the database, and what can be made again and is left out."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from data.settings import var_dir
from data.warehouse.folders import LOOKUPS

DATABASE = {"sqlite": "database/audit.db", "postgresql": "database/audit.dump"}
# The warehouse, the hits of models, attached files, layers of the map, templates of letters; and the key
# without which feedback sheets that are on their way are not recognised on return.
FOLDERS = ("warehouse", "models", "attachments", "layers", "letters")
KEY = "cookie.key"
# Work in progress. Figures, last figures of walls and results of queries are made again.
_LEFT_OUT = (PurePosixPath("warehouse/incoming"), PurePosixPath("warehouse/transfers"))
_UNFINISHED = ".part"


def files_to_keep() -> Iterator[tuple[str, Path]]:
    """(name in the backup, file) of every file of the run-time folder that belongs to it."""
    top = var_dir()
    for folder in FOLDERS:
        for file in sorted((top / folder).rglob("*")):
            name = PurePosixPath(file.relative_to(top).as_posix())
            is_left_out = (
                any(left in name.parents for left in _LEFT_OUT)
                or LOOKUPS in name.parts
                or file.suffix == _UNFINISHED
            )
            if file.is_file() and not file.is_symlink() and not is_left_out:
                yield str(name), file
    if (top / KEY).is_file():
        yield KEY, top / KEY


def belongs(name: str) -> bool:
    """Whether a backup may hold a file of that name: nothing is ever written elsewhere."""
    path = PurePosixPath(name)
    is_plain = not path.is_absolute() and ".." not in path.parts and "\\" not in name and str(path) == name
    return is_plain and (
        name == KEY or name in DATABASE.values() or (len(path.parts) > 1 and path.parts[0] in FOLDERS)
    )
