"""JSON lines: one object on each line; the columns are the keys that occur, in the order they are met."""

import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import duckdb

from data.duck import identifier, literal, quoted
from data.language import _
from data.uploads.bounded_duck import bounded_duck, count_of
from data.uploads.choices import Choices, Proposal, Staged
from data.uploads.encoding import decide, first_that, head
from data.uploads.faults import UploadRefusedError
from data.uploads.headings import check_width, named
from data.uploads.limits import MAX_LINE_BYTES, REFUSED_CHARACTERS, SAMPLE_ROWS
from data.uploads.part_rows import PartRows
from data.uploads.parts import Part
from data.uploads.text_rows import Text, text_rows
from data.uploads.work import Work

KIND = "json_lines"
_UNSEEN = "chr(31)"  # a sign that JSON never holds as such: a line is one value


def propose_json_lines(file: Path, asked: Choices) -> Proposal:
    """What the first lines say; the encoding is decided on all of them. Raises UploadRefusedError."""
    encoding = decide(file, asked.encoding)
    text = head(file, encoding)
    lines = [line for line in text.split("\n") if line.strip()]
    objects = [found for line in lines[:500] if (found := _object(line)) is not None]
    if not objects:
        raise UploadRefusedError(_("No line of the file is a JSON object."))
    keys = list(dict.fromkeys(key for found in objects for key in found))
    names, titles, notes = named(keys)
    line_bytes = len(text.encode()) / len(lines)
    return Proposal(
        kind=KIND,
        choices=Choices(encoding=encoding),
        sheets=(),
        headings=titles,
        columns=names,
        sample_rows=tuple(tuple(_shown(found.get(key)) for key in keys) for found in objects[:SAMPLE_ROWS]),
        row_estimate=max(int(file.stat().st_size / line_bytes), len(objects)),
        notes=notes,
    )


def stage_json_lines(file: Path, choices: Choices, work: Work) -> Staged:
    """The rows as text columns, one per key that occurs anywhere; what is nested stays JSON."""
    staged: list[Staged] = []

    def read(encoding: str) -> None:
        chosen = replace(choices, encoding=encoding, delimiter=None, sheet=None, heading_row=None)
        staged.append(_stage(file, chosen, work))

    first_that(read, choices.encoding)
    return staged[0]


def _stage(file: Path, choices: Choices, work: Work) -> Staged:
    assert choices.encoding is not None
    text = Text(file, choices.encoding, 0)
    read = text_rows(text, partial(_lines_of_part, folder=work.folder), work, is_quoted=False)
    files: list[Path] = []
    with bounded_duck(work.folder) as connection:
        keys = _keys(connection, read.files)
        if not keys:
            raise UploadRefusedError(_("No line of the file is a JSON object."))
        names, titles, notes = named(keys)
        values = ", ".join(
            f"object ->> {literal(_pointer(key))} as {identifier(name)}"
            for key, name in zip(keys, names, strict=True)
        )
        for source in read.files:
            target = source.with_suffix(".rows.parquet")
            connection.execute(
                f"copy (select _line, {values} from read_parquet({quoted(source)})) to {quoted(target)} "
                "(format parquet)"
            )
            target.replace(source)
            files.append(source)
    return Staged(
        files=tuple(files),
        columns=names,
        titles=titles,
        rows=read.rows,
        refused=read.refused,
        refused_rows=read.refused_rows,
        sha256=read.sha256,
        bytes=file.stat().st_size,
        choices=choices,
        kind=KIND,
        notes=notes,
    )


def _lines_of_part(part: Part, folder: Path) -> PartRows:
    """The objects of a part as (_line, object), the lines that are none as refused."""
    target, raw = folder / f"{part.file.stem}.parquet", folder / f"{part.file.stem}.raw"
    refused = folder / f"{part.file.stem}.refused"
    with bounded_duck(folder) as connection:
        connection.execute(
            f"""
            copy (
                select row_number() over () + {part.first_line - 1} as _line, object
                from read_csv(
                    {quoted(part.file)}, auto_detect = false, header = false, strict_mode = false,
                    columns = {{'object': 'VARCHAR'}}, delim = {_UNSEEN}, quote = '', escape = '',
                    new_line = '\\n', max_line_size = {MAX_LINE_BYTES}, null_padding = true
                )
            ) to {quoted(raw)} (format parquet)
            """
        )
        is_object = "case when json_valid(object) then json_type(object) = 'OBJECT' end"
        rows = count_of(
            connection,
            f"copy (select * from read_parquet({quoted(raw)}) where coalesce({is_object}, false)) "
            f"to {quoted(target)} (format parquet)",
        )
        reason = literal(_("the line is not a JSON object"))
        lost = count_of(
            connection,
            f"copy (select _line as line, {reason} as reason, left(object, {REFUSED_CHARACTERS}) as text "
            f"from read_parquet({quoted(raw)}) "
            f"where trim(object) <> '' and not coalesce({is_object}, false)) "
            f"to {quoted(refused)} (format parquet)",
        )
    raw.unlink()
    part.file.unlink()
    if not lost:
        refused.unlink()
    return PartRows((target,), rows, refused if lost else None, lost)


def _keys(connection: duckdb.DuckDBPyConnection, files: tuple[Path, ...]) -> list[str]:
    if not files:
        return []
    listed = ", ".join(map(quoted, files))
    found = connection.execute(
        f"""
        select key from (
            select unnest(json_keys(object)) as key, _line, generate_subscripts(json_keys(object), 1) as place
            from read_parquet([{listed}])
        ) group by key order by min(_line), min(place)
        """
    ).fetchall()
    check_width(len(found))
    return [key for (key,) in found]


def _object(line: str) -> dict[str, object] | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _shown(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)


def _pointer(key: str) -> str:
    return "/" + key.replace("~", "~0").replace("/", "~1")
