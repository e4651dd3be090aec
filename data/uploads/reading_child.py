"""Runs as a program of its own: reads one file that is not text and says what it found, as lines of JSON."""

import json
import os
import resource
import sys
from pathlib import Path
from typing import Any

from data.language import use_language
from data.uploads.apart import EXIT_TOO_LARGE
from data.uploads.choices import Choices, Proposal, Staged
from data.uploads.faults import UploadRefusedError
from data.uploads.limits import READER_CPU_SECONDS, READER_MEMORY_BYTES
from data.uploads.records import as_json

_EXIT_BROKEN = 3
# The readers would load them where they are installed, and do without them.
_NOT_NEEDED = frozenset({"geopandas", "pandas"})


class _Lean:
    """Keeps libraries from loading others that take longer to load than most files to read."""

    @staticmethod
    def find_spec(name: str, *_where: object) -> None:
        """Nothing is found here; raises ImportError for what is not needed."""
        if name in _NOT_NEEDED:
            raise ModuleNotFoundError(name=name)


def _main(request: dict[str, Any]) -> int:
    sys.meta_path.insert(0, _Lean())
    use_language(request["language"])
    resource.setrlimit(resource.RLIMIT_AS, (READER_MEMORY_BYTES, READER_MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (READER_CPU_SECONDS, READER_CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        _say({"result": as_json(_read(request))})
    except UploadRefusedError as error:
        _say({"refused": str(error)})
    except MemoryError:
        return EXIT_TOO_LARGE
    except BaseException as error:  # readers written in Rust panic, which is no Exception
        print(repr(error), file=sys.stderr)
        return EXIT_TOO_LARGE if "memory" in str(error).lower() else _EXIT_BROKEN
    return 0


def _read(request: dict[str, Any]) -> Proposal | Staged:
    kind, file, folder = request["kind"], Path(request["file"]), Path(request["folder"])
    choices = Choices(**request["choices"])
    is_look = request["action"] == "look"
    # Each reader brings a library that takes a while to load: only the one that is needed.
    if kind == "workbook":
        from data.uploads import workbook as reader  # noqa: PLC0415
    elif kind == "parquet":
        from data.uploads import parquet as reader  # type: ignore[no-redef]  # noqa: PLC0415
    else:
        from data.uploads import geo as reader  # type: ignore[no-redef]  # noqa: PLC0415
    if is_look:
        return reader.look(kind, file, choices, folder)
    return reader.stage(kind, file, choices, folder, lambda done, of_all: _say({"progress": [done, of_all]}))


def _say(words: dict[str, Any]) -> None:
    print(json.dumps(words), flush=True)


if __name__ == "__main__":
    ended = _main(json.loads(sys.argv[1]))
    sys.stderr.flush()
    os._exit(ended)  # what it opened is closed; taking libraries apart takes longer than to read a small file
