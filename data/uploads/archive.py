"""Archives are looked through before anything opens them: their real size, their names, what they hold."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from data.language import _
from data.uploads.faults import UploadRefusedError
from data.uploads.limits import (
    MAX_ARCHIVE_MEMBERS,
    MAX_UNPACKED_BYTES,
    MAX_UNPACKED_RATIO,
    MEGABYTE,
    RATIO_COUNTS_FROM,
)

_ARCHIVE_ENDINGS = (".zip", ".rar", ".7z", ".gz", ".tar", ".tgz", ".bz2", ".xz", ".xlsx", ".ods")
_MARKUP_ENDINGS = (".xml", ".rels", ".vml")
# A document type stands before the first element; workbooks have none, entity bombs cannot do without.
_DOCUMENT_TYPE = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_FAULTS = (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, EOFError, OSError)


def member_names(file: Path) -> list[str]:
    """The names in the archive. Raises UploadRefusedError for damage and for names that lead outside."""
    return [member.filename for member in _members(file)]


def check_archive(file: Path) -> None:
    """Unpack the archive into nothing, counting: a header may lie about sizes, the content cannot.

    Raises UploadRefusedError for bombs, nested archives, document types in XML, and damage.
    """
    total = 0
    with _opened(file) as archive:
        for member in _members(file):
            if member.filename.lower().endswith(_ARCHIVE_ENDINGS):
                raise UploadRefusedError(
                    _("The archive holds another archive ({name}). Unpack it first.").format(
                        name=_shown(member.filename)
                    )
                )
            size = 0
            tail = b""
            for block in _content(archive, member):
                size += len(block)
                total += len(block)
                _check_size(size, total, member)
                if member.filename.lower().endswith(_MARKUP_ENDINGS):
                    seen = (tail + block).replace(b"\0", b"")  # UTF-16 spells the same with NULs between
                    if _DOCUMENT_TYPE.search(seen):
                        raise UploadRefusedError(
                            _(
                                "{name} in the file defines entities of its own, as attacks do and workbooks "
                                "do not. It was not opened."
                            ).format(name=_shown(member.filename))
                        )
                    tail = block[-32:]


def unpack(file: Path, folder: Path, endings: tuple[str, ...]) -> list[Path]:
    """Write the members with these endings into `folder`, whatever folders they lie in. Check it first."""
    written: list[Path] = []
    with _opened(file) as archive:
        for member in _members(file):
            name = PurePosixPath(member.filename).name
            if not name.lower().endswith(endings) or name.startswith("._"):
                continue
            target = folder / f"{len(written):03d}{PurePosixPath(name).suffix.lower()}"
            target = folder / name if re.fullmatch(r"[\w. ()\-]{1,100}", name) else target
            if target.exists():
                raise UploadRefusedError(
                    _("The archive holds two files called {name}.").format(name=_shown(name))
                )
            with target.open("wb") as stream:
                for block in _content(archive, member):
                    stream.write(block)
            written.append(target)
    return written


def _opened(file: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except _FAULTS:
        raise UploadRefusedError(_damaged()) from None


def _members(file: Path) -> list[zipfile.ZipInfo]:
    with _opened(file) as archive:
        members = archive.infolist()
    if len(members) > MAX_ARCHIVE_MEMBERS:
        raise UploadRefusedError(
            _("The archive holds {number} files; at most {limit} are read.").format(
                number=len(members), limit=MAX_ARCHIVE_MEMBERS
            )
        )
    for member in members:
        name = member.filename.replace("\\", "/")
        if name.startswith("/") or ":" in name or ".." in PurePosixPath(name).parts:
            raise UploadRefusedError(
                _("The archive holds a file whose name leads outside of it: {name}").format(name=_shown(name))
            )
        if (member.external_attr >> 16) & 0o170000 == 0o120000:
            raise UploadRefusedError(
                _("The archive holds a link to another file: {name}").format(name=_shown(name))
            )
        if member.flag_bits & 0x1:
            raise UploadRefusedError(
                _("The archive is protected by a password. Save it without a password and try once more.")
            )
    return [member for member in members if not member.is_dir()]


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    try:
        with archive.open(member) as stream:
            while block := stream.read(MEGABYTE):
                yield block
    except _FAULTS:
        raise UploadRefusedError(_damaged()) from None


def _check_size(size: int, total: int, member: zipfile.ZipInfo) -> None:
    is_bomb = size > RATIO_COUNTS_FROM and size > MAX_UNPACKED_RATIO * max(member.compress_size, 1)
    if is_bomb or total > MAX_UNPACKED_BYTES:
        raise UploadRefusedError(
            _(
                "The file unpacks to far more than it should ({name}), as attacks do. It was not opened. A "
                "true table of this size can be brought as CSV."
            ).format(name=_shown(member.filename))
        )


def _damaged() -> str:
    return _("The archive or workbook is damaged or cut off. Save it again and try once more.")


def _shown(name: str) -> str:
    return "".join(sign if sign.isprintable() else "·" for sign in name)[:80]
