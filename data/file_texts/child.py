"""Runs as a program of its own: reads one attached file and writes its text to standard output.

A file is somebody else's program input, and some readers are written in C++: here it meets limits of memory
and time, and whatever ends this process ends nothing else.
"""

import json
import resource
import sys
from pathlib import Path

from data.file_texts.plain_text import mended
from data.intake.refused import FileRefusedError

MEMORY_BYTES = 1024**3
CPU_SECONDS = 60
MOST_CHARACTERS = 200_000  # the search looks through less of a thing; a report of a hundred pages has half
_WORKBOOKS, _TEXTS = {".xlsx", ".xls", ".et"}, {".txt", ".csv"}
_MARKUP = {".docx", ".pptx", ".ofd"}
READABLE = {".pdf", *_WORKBOOKS, *_TEXTS, *_MARKUP}


def _main(path: str, suffix: str) -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        text = _text(Path(path), suffix)
    except BaseException as error:  # readers written in Rust panic, which is no Exception
        print(repr(error), file=sys.stderr)
        return 1
    json.dump(mended(text)[:MOST_CHARACTERS], sys.stdout)
    return 0


def _text(file: Path, suffix: str) -> str:
    # Each reader brings a library that takes a while to load: only the one that is needed.
    if suffix == ".pdf":
        from data.file_texts.pdf import pdf_text  # noqa: PLC0415

        return pdf_text(file, MOST_CHARACTERS)
    if suffix in _WORKBOOKS:
        from data.file_texts.workbook import workbook_text  # noqa: PLC0415

        return workbook_text(file, MOST_CHARACTERS)
    if suffix in _MARKUP:
        from data.file_texts.markup import markup_text  # noqa: PLC0415

        return markup_text(file, suffix, MOST_CHARACTERS)
    if suffix in _TEXTS:
        from data.intake.reading.text_file import decode  # noqa: PLC0415

        return decode(file.read_bytes())
    raise FileRefusedError(suffix)


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
