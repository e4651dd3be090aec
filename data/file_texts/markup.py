"""The text of DOCX, PPTX and OFD: archives of XML whose characters stand in elements of one name."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from data.intake.refused import FileRefusedError

_MOST_PARTS = 5_000
_MOST_UNPACKED = 256 * 1024**2
# (parts that hold text, element of a paragraph, element of its characters)
_KINDS = {
    ".docx": (r"word/(document|footnotes|endnotes|header\d*)\.xml", "p", "t"),
    ".pptx": (r"ppt/(slides|notesSlides)/[^/]+\.xml", "p", "t"),
    # 开放版式文档, GB/T 33190: pages of text objects, each of one line or less.
    ".ofd": (r".*/Pages/[^/]+/[^/]+\.xml", "TextObject", "TextCode"),
}
_NUMBERS = re.compile(r"\d+")


def markup_text(file: Path, suffix: str, most: int) -> str:
    """Its paragraphs, one a line, about `most` characters.

    Raises BadZipFile, XMLSyntaxError, and FileRefusedError for what unpacks to too much.
    """
    named, paragraph, characters = _KINDS[suffix]
    lines: list[str] = []
    with zipfile.ZipFile(file) as archive:
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
            raise FileRefusedError(file.name)
        for part in sorted(
            (part.filename for part in parts if re.fullmatch(named, part.filename)), key=_place
        ):
            lines += _lines(archive.read(part), paragraph, characters)
            if sum(map(len, lines)) > most:
                break
    return "\n".join(lines)


def _place(part: str) -> tuple[bool, list[int], str]:
    """The text before what stands at its edges; slide 2 before slide 10."""
    is_aside = "document.xml" not in part and part.startswith("word/")
    return is_aside, [int(number) for number in _NUMBERS.findall(part)], part


def _lines(part: bytes, paragraph: str, characters: str) -> Iterator[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    for each in etree.fromstring(part, parser).iter(f"{{*}}{paragraph}"):
        line = "".join(told.text or "" for told in each.iter(f"{{*}}{characters}"))
        if line.strip():
            yield line
