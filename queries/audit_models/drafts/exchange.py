"""Models from bureau to bureau in one file: the very .sql file of one, an archive with digests for several.

An archive comes from outside. It is read in memory and never unpacked; what is not exactly as `packed` writes
it is refused with the reason.
"""

import io
import json
import re
import stat
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass

from data.audit_models.texts import digest_of
from data.language import _
from queries.audit_models.model import AuditModel

MANIFEST = "manifest.json"
FORMAT, FORMAT_VERSION = "audit-models", 1
MOST_MODELS = 500
LARGEST_TEXT = 1_000_000  # bytes
LARGEST_FILE = 20_000_000  # bytes, packed and unpacked
_NAME = re.compile(r"models/[A-Z][A-Z0-9_-]{0,31}\.sql")
_ARCHIVE = b"PK"
_ONE_DATE = (1980, 1, 1, 0, 0, 0)  # the same models give the same file
_TITLE_SIGNS = re.compile(r"[^\w一-鿿-]+")


class ExchangeRefusedError(ValueError):
    """The file is none that models are exchanged in; the message says why, in the reader's language."""


@dataclass(frozen=True)
class Carried:
    """One text in a file: what the file calls it, and what it says."""

    name: str
    body: str


def packed(models: Iterable[AuditModel]) -> bytes:
    """An archive of these models with a manifest that has the SHA-256 of each."""
    told, content = [], io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for model in models:
            name = f"models/{model.code}.sql"
            told.append(
                {
                    "model": model.code,
                    "version": model.version,
                    "title": model.title.zh,
                    "file": name,
                    "sha256": digest_of(model.text),
                }
            )
            _write(archive, name, model.text)
        manifest = {"format": FORMAT, "version": FORMAT_VERSION, "models": told}
        _write(archive, MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
    return content.getvalue()


def file_name(model: AuditModel) -> str:
    """What the file of one model is called, after its code and Chinese title."""
    return f"{model.code}_{_TITLE_SIGNS.sub('', model.title.zh)}.sql"


def carried(content: bytes, name: str) -> tuple[Carried, ...]:
    """The texts in a file that was brought from outside. Raises ExchangeRefusedError."""
    if len(content) > LARGEST_FILE:
        raise ExchangeRefusedError(
            _("The file is larger than {limit} MB.").format(limit=LARGEST_FILE // 1_000_000)
        )
    if content.startswith(_ARCHIVE):
        return _of_archive(content)
    return (Carried(name, _text(content, name)),)


def _of_archive(content: bytes) -> tuple[Carried, ...]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _refuse_hostile(entries)
            told = _manifest(_read(archive, MANIFEST)) if _is_there(entries, MANIFEST) else None
            if told is None:
                raise ExchangeRefusedError(_("The archive has no {name}.").format(name=MANIFEST))
            names = {entry.filename for entry in entries} - {MANIFEST}
            if odd := sorted(names ^ told.keys()):
                raise ExchangeRefusedError(
                    _("The archive and its list do not name the same files: {name}.").format(name=odd[0])
                )
            return tuple(_checked(archive, name, digest) for name, digest in told.items())
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        if isinstance(error, ExchangeRefusedError):
            raise
        raise ExchangeRefusedError(_("The archive is damaged or cannot be read.")) from error


def _refuse_hostile(entries: list[zipfile.ZipInfo]) -> None:
    """Only what we write ourselves: plain files of these names, few and small."""
    if len(entries) > MOST_MODELS + 1:
        raise ExchangeRefusedError(_("The archive has more than {limit} models.").format(limit=MOST_MODELS))
    if len({entry.filename for entry in entries}) < len(entries):
        raise ExchangeRefusedError(_("The archive has two files of the same name."))
    for entry in entries:
        mode = entry.external_attr >> 16
        is_plain = not stat.S_IFMT(mode) or stat.S_ISREG(mode)
        if not is_plain or not (_NAME.fullmatch(entry.filename) or entry.filename == MANIFEST):
            raise ExchangeRefusedError(
                _("The archive has a file that does not belong there: {name}").format(name=entry.filename)
            )
        if entry.flag_bits & 1:
            raise ExchangeRefusedError(_("The archive is encrypted."))
        if entry.file_size > LARGEST_TEXT:
            raise ExchangeRefusedError(_too_large(entry.filename))
    if sum(entry.file_size for entry in entries) > LARGEST_FILE:
        raise ExchangeRefusedError(
            _("The file is larger than {limit} MB.").format(limit=LARGEST_FILE // 1_000_000)
        )


def _manifest(content: bytes) -> dict[str, str]:
    """The digest of each file by its name."""
    told = json.loads(content.decode("utf-8"))
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise ExchangeRefusedError(_("The list in the archive is none of audit models."))
    if told.get("version") != FORMAT_VERSION:
        raise ExchangeRefusedError(_("The archive was made by a newer version of the program."))
    try:
        return {str(each["file"]): str(each["sha256"]) for each in told["models"]}
    except (KeyError, TypeError) as error:
        raise ExchangeRefusedError(_("The list in the archive cannot be read.")) from error


def _checked(archive: zipfile.ZipFile, name: str, digest: str) -> Carried:
    body = _text(_read(archive, name), name)
    if digest_of(body) != digest:
        raise ExchangeRefusedError(
            _("{name} is not what the list in the archive says: it was changed on the way.").format(name=name)
        )
    return Carried(name.removeprefix("models/"), body)


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    """At most as much as a text may have, whatever the archive says of its size."""
    with archive.open(name) as file:
        content = file.read(LARGEST_TEXT + 1)
    if len(content) > LARGEST_TEXT:
        raise ExchangeRefusedError(_too_large(name))
    return content


def _text(content: bytes, name: str) -> str:
    if len(content) > LARGEST_TEXT:
        raise ExchangeRefusedError(_too_large(name))
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ExchangeRefusedError(_("{name} is no text of a model.").format(name=name)) from error


def _too_large(name: str) -> str:
    return _("{name} is larger than {limit} KB.").format(name=name, limit=LARGEST_TEXT // 1_000)


def _is_there(entries: list[zipfile.ZipInfo], name: str) -> bool:
    return any(entry.filename == name for entry in entries)


def _write(archive: zipfile.ZipFile, name: str, text: str) -> None:
    entry = zipfile.ZipInfo(name, _ONE_DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, text.encode())
