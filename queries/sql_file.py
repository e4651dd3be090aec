"""A reviewed SQL file: a TOML header in its leading comment that says what the SQL means, then the SQL."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.language import language


class CatalogueError(ValueError):
    """A file does not keep to its format; the message names the file and what is wrong."""


@dataclass(frozen=True)
class Words:
    """A text in both languages."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.zh if language() == "zh" else self.en


def read_sql_file(file: Path) -> tuple[dict[str, Any], str]:
    """(header, SQL) of a file. Raises CatalogueError."""
    match = re.fullmatch(r"\s*/\*(.*?)\*/(.*)", file.read_text("utf-8"), re.DOTALL)
    if match is None:
        raise CatalogueError(f"{file.name}: expected a header in /* … */ and then SQL")
    try:
        return tomllib.loads(match[1]), match[2].strip()
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{file.name}: {error!r}") from error
