"""Words of the interface: gettext catalogues, 简体中文 by default, English as the message ids.

`_` translates in the language of the current context (one Streamlit run, one command). As a program it keeps
the catalogue: `python -m data.language add "English" "中文"`, `add-file pairs.toml`, `remove "English" …`,
`missing`. What is translated already stays as it is, unless `--replace` is said. What reads a catalogue is
loaded with the first word that is asked for: a command for machines asks for none.
"""

# ruff: noqa: PLC0415
import fcntl
import sys
import time
import tomllib
from collections.abc import Iterable
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PO_FILE = ROOT / "locale/zh_CN/LC_MESSAGES/cockpit.po"
LANGUAGES = ("zh", "en")
SOURCE_FOLDERS = ("components", "pages", "queries", "data", "routes")

_language: ContextVar[str] = ContextVar("language", default="zh")


def language() -> str:
    """Language of the current context: "zh" or "en"."""
    return _language.get()


def use_language(code: str) -> None:
    """Set the language of the current context; anything that is not a known code means Chinese."""
    _language.set(code if code in LANGUAGES else "zh")


@lru_cache(maxsize=1)
def _chinese(changed_at: float) -> dict[str, str]:
    from babel.messages.pofile import read_po

    del changed_at  # only the cache key: an edited catalogue is read again
    with PO_FILE.open("rb") as file:
        catalog = read_po(file, locale="zh_CN")
    return {str(message.id): str(message.string) for message in catalog if message.id and message.string}


@lru_cache(maxsize=1)
def _chinese_of(second: int) -> dict[str, str]:
    # A page says hundreds of words, and to look at the file for each costs more than all else about a word.
    del second
    return _chinese(PO_FILE.stat().st_mtime)


def _(message: str) -> str:
    """The message in the language of the current context; a message without translation stays English."""
    if language() == "en" or not message:
        return message
    return _chinese_of(int(time.monotonic())).get(message, message)


def in_chinese(message: str) -> str:
    """The message in Chinese, whatever language is spoken: for what is kept and searched in Chinese."""
    return _chinese(PO_FILE.stat().st_mtime).get(message, message)


def listed(words: Iterable[str]) -> str:
    """Words one after another, with the sign that the current language puts between them."""
    return (", " if language() == "en" else "、").join(words)


def said_of(what: str, words: str) -> str:
    """What is said of something, behind the colon of the current language."""
    return f"{what}{': ' if language() == 'en' else '：'}{words}"


def mark(message: str) -> str:
    """Mark a message for extraction where it is declared; it is translated with `_` where it is shown."""
    return message


def extracted() -> set[str]:
    """Every message id that the source code uses."""
    from babel.messages.extract import extract_from_file

    files = [ROOT / "app.py", *(file for folder in SOURCE_FOLDERS for file in (ROOT / folder).rglob("*.py"))]
    found: set[str] = set()
    for file in files:
        for entry in extract_from_file("python", file, keywords={"_": None, "mark": None}):
            found.add(entry[1] if isinstance(entry[1], str) else entry[1][0])
    return found


def missing() -> list[str]:
    """Message ids used in the source code that have no Chinese translation."""
    known = _chinese(PO_FILE.stat().st_mtime) if PO_FILE.exists() else {}
    return sorted(message for message in extracted() if message and message not in known)


def add(pairs: dict[str, str], *, may_replace: bool = False) -> None:
    """Add translations to the catalogue, which stays sorted by message id.

    Raises TranslatedOtherwiseError, and adds none, where one is there in other words and may not be replaced.
    """
    _rewrite(pairs, gone=list(pairs), may_replace=may_replace)


class TranslatedOtherwiseError(ValueError):
    """Messages have other translations already: `clashes` are (English, Chinese there, Chinese wanted)."""

    def __init__(self, clashes: list[tuple[str, str, str]]) -> None:
        super().__init__("\n".join(f"{english}\n  {there}\n  {wanted}" for english, there, wanted in clashes))
        self.clashes = clashes


def remove(messages: list[str]) -> None:
    """Take translations that no code uses any more out of the catalogue."""
    _rewrite({}, gone=messages)


def _rewrite(pairs: dict[str, str], *, gone: list[str], may_replace: bool = True) -> None:
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po, write_po

    PO_FILE.parent.mkdir(parents=True, exist_ok=True)
    with (PO_FILE.parent / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        catalog = Catalog(locale="zh_CN", project="audit-cockpit", charset="utf-8")
        if PO_FILE.exists():
            with PO_FILE.open("rb") as file:
                catalog = read_po(file, locale="zh_CN")
        there = {english: str(catalog[english].string) for english in pairs if english in catalog}
        clashes = [(english, chinese, pairs[english]) for english, chinese in there.items() if chinese]
        clashes = [clash for clash in clashes if clash[1] != clash[2]]
        if clashes and not may_replace:
            raise TranslatedOtherwiseError(clashes)
        for english in gone:
            catalog.delete(english)
        for english, chinese in pairs.items():
            catalog.add(english, chinese)
        temporary = PO_FILE.with_suffix(".po.new")
        with temporary.open("wb") as file:
            write_po(file, catalog, sort_output=True, omit_header=False, width=0)
        temporary.replace(PO_FILE)


def _main(arguments: list[str]) -> int:
    may_replace = "--replace" in arguments
    try:
        return _done([argument for argument in arguments if argument != "--replace"], may_replace=may_replace)
    except TranslatedOtherwiseError as error:
        print(
            f"Translated already, in other words (nothing was added; --replace does):\n{error}",
            file=sys.stderr,
        )
        return 1


def _done(arguments: list[str], *, may_replace: bool) -> int:
    match arguments:
        case ["add", english, chinese]:
            add({english: chinese}, may_replace=may_replace)
        case ["add-file", name]:
            add(tomllib.loads(Path(name).read_text(encoding="utf-8")), may_replace=may_replace)
        case ["remove", *messages]:
            remove(messages)
        case ["missing"]:
            print("\n".join(missing()))
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
