"""The encoding of a text file, decided strictly on all of it: UTF-8, else GB18030, else UTF-16 with its mark.

Every reader of text gets it in UTF-8 with plain line ends, block by block.
"""

import codecs
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from data.language import _
from data.uploads.counting import times
from data.uploads.faults import UploadRefusedError
from data.uploads.limits import BLOCK_BYTES, HEAD_BYTES

ENCODINGS = ("utf-8", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "big5", "windows-1252")
_CANDIDATES = ("utf-8", "gb18030", "utf-16")
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MARK = codecs.BOM_UTF8
# GB18030 text is never valid UTF-8 for so many characters; a file that was has two encodings in one.
_SURELY_UTF8 = 64
_LEADS = bytes(range(0xC2, 0xF5))


class EncodingFaultError(Exception):
    """The file is not in this encoding: the first byte (from 0) and its line (from 1) that are not."""

    def __init__(self, encoding: str, offset: int, line: int, *, is_mixed: bool = False) -> None:
        super().__init__(encoding)
        self.encoding, self.offset, self.line, self.is_mixed = encoding, offset, line, is_mixed


def decide(file: Path, asked: str | None = None) -> str:
    """The encoding of the whole file, or `asked` if all of it is in that one.

    Raises UploadRefusedError that says where each encoding that was tried failed.
    """

    def reads(encoding: str) -> None:
        for __ in utf8_blocks(file, encoding):
            pass

    return first_that(reads, asked)


def first_that(reads: Callable[[str], None], asked: str | None = None) -> str:
    """The first encoding with which `reads` raises no EncodingFaultError; only `asked` if it is given."""
    if asked is not None and asked not in ENCODINGS:
        raise UploadRefusedError(_("There is no encoding {encoding}.").format(encoding=asked))
    faults = []
    for encoding in (asked,) if asked else _CANDIDATES:
        try:
            reads(encoding)
        except EncodingFaultError as fault:
            faults.append(fault)
            if fault.is_mixed:
                break
        else:
            return encoding
    raise UploadRefusedError(refusal(faults))


def refusal(faults: list[EncodingFaultError]) -> str:
    """Why none of the encodings fits, with the place at which each failed."""
    if faults[-1].is_mixed:
        return _(
            "The file mixes encodings: it is UTF-8 up to line {line} (byte {offset}), but not from there on. "
            "Export it again in one encoding."
        ).format(line=faults[-1].line, offset=faults[-1].offset)
    places = "；".join(
        _("{encoding}: line {line}, byte {offset}").format(
            encoding=fault.encoding.upper(), line=fault.line, offset=fault.offset
        )
        for fault in faults
    )
    return _(
        "The file is not text in the encodings that were tried, or it is damaged. First fault — {places}. "
        "Choose its encoding, or save it again as CSV in UTF-8."
    ).format(places=places)


def utf8_blocks(
    file: Path, encoding: str, report: Callable[[bytes], object] | None = None
) -> Iterator[bytes]:
    """The file in UTF-8 without a mark and with \\n as line end. `report` gets each block as it is on disk.

    Raises EncodingFaultError at the first byte that is not in `encoding`.
    """
    held = b""  # a \r whose \n may follow in the next block
    for block in _decoded(file, encoding, report):
        data = held + block
        held = b""
        if b"\r" in data:
            if data.endswith(b"\r"):
                data, held = data[:-1], b"\r"
            data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        if data:
            yield data
    if held:
        yield b"\n"


def head(file: Path, encoding: str) -> str:
    """The beginning of a text file, without a character that is cut by its end. Raises EncodingFaultError."""
    data = b""
    for block in utf8_blocks(file, encoding):
        data += block
        if len(data) >= HEAD_BYTES:
            break
    return data[:HEAD_BYTES].decode("utf-8", errors="ignore")


def _decoded(file: Path, encoding: str, report: Callable[[bytes], object] | None) -> Iterator[bytes]:
    take = _utf8 if encoding == "utf-8" else _other
    with file.open("rb") as stream:
        if encoding == "utf-16" and stream.read(2) not in _WIDE_MARKS:
            raise EncodingFaultError(encoding, 0, 1)
        stream.seek(0)
        yield from take(_raw_blocks(stream, report), encoding)


def _raw_blocks(stream: BinaryIO, report: Callable[[bytes], object] | None) -> Iterator[bytes]:
    """Blocks of an open file, the last one empty."""
    while True:
        raw = stream.read(BLOCK_BYTES)
        if report is not None:
            report(raw)
        yield raw
        if not raw:
            return


def _utf8(raws: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """UTF-8 need not be written anew: it is only checked."""
    held, done, lines, wide = b"", 0, 0, 0
    for raw in raws:
        data = held + raw
        try:
            __, used = codecs.utf_8_decode(data, "strict", not raw)
        except UnicodeDecodeError as error:
            before = data[: error.start]
            wide += _wide_characters(before)
            raise EncodingFaultError(
                encoding,
                done + error.start,
                lines + before.count(b"\n") + 1,
                is_mixed=wide >= _SURELY_UTF8,
            ) from None
        good = data[:used]
        if wide < _SURELY_UTF8:
            wide += _wide_characters(good)
        lines += times(b"\n", good)
        yield good.removeprefix(_MARK) if done == 0 else good
        held, done = data[used:], done + used


def _wide_characters(data: bytes) -> int:
    """How many characters of more than one byte there are."""
    return len(data) - len(data.translate(None, _LEADS))


def _other(raws: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)()
    done, lines = 0, 0
    for raw in raws:
        pending = len(decoder.getstate()[0])
        try:
            text = decoder.decode(raw, final=not raw)
        except UnicodeDecodeError as error:
            line = lines + error.object[: error.start].count(b"\n") + 1
            raise EncodingFaultError(encoding, done - pending + error.start, line) from None
        except UnicodeError:
            raise EncodingFaultError(encoding, done, lines + 1) from None
        if done == 0:
            text = text.removeprefix("\ufeff")
        done += len(raw)
        good = text.encode()
        lines += times(b"\n", good)
        yield good
