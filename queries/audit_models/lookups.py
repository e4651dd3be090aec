"""Where the rows of a hit stand in a large version, without reading it: a sorted file for each condition.

A condition of evidence asks that a column has a value of the hit, or that one of several has. For large
versions the columns of such a condition are written once more, in the order of that column, with the numbers
of their rows: of it only the few pages with the value are read. It lies in the folder of the version, is
deleted with it, and can be made again at any time; without it the version itself is read
(docs/adr/0022-audit-models.md).
"""

import hashlib
import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb

from data.duck import literal, quoted
from data.warehouse import Version, WarehouseError
from data.warehouse.folders import LOOKUPS, version_folder
from data.warehouse.versions import ROW_NUMBER
from queries.audit_models.hits import SeenRun
from queries.audit_models.model import Requirement
from queries.audit_models.relations import relation_select
from queries.background import BusyError, start

LEAST_ROWS = 200_000  # below that reading the version is as fast
_KEY = "_key"
_GROUP_ROWS = 20_480  # what is read at least
_OF_MORE_THAN_A_ROW = ("SUBQUERY", "WINDOW", "LAMBDA")
_IDENTIFYING = ("_code", "_number")
_under_way: set[Path] = set()


@dataclass(frozen=True)
class Sought:
    """What a condition asks for: `key` is SQL over the columns, `among` the same as a condition on _KEY."""

    key: str
    among: str
    columns: tuple[str, ...]


def sorted_rows(
    requirement: Requirement, version: Version, where: str
) -> tuple[tuple[Path, ...], str] | None:
    """(files, SQL of the rows that may meet the condition, each once and with ROW_NUMBER).

    None where they are not made (yet).
    """
    of_file = _files(requirement, version, where)
    if not of_file or not all(file.exists() for file in of_file):
        return None
    rows = (
        f"select {', '.join(each.columns)}, {ROW_NUMBER} from read_parquet({quoted(file)}) where {each.among}"
        for file, each in of_file.items()
    )
    return tuple(of_file), " union ".join(rows)


def prepare(seen: SeenRun) -> bool:
    """Whether the evidence of the run has all it may have; begins to make the rest in the background.

    Where too much goes on already it begins nothing, until it is asked again.
    """
    wanted = _wanted(seen)
    missing = {file: of for file, of in wanted.items() if not file.exists()}
    if not missing or not _under_way.isdisjoint(missing):
        return not missing

    def make(duck: duckdb.DuckDBPyConnection, go_on: Callable[[], None]) -> None:
        try:
            for file, (requirement, version, sought) in missing.items():
                go_on()
                with suppress(OSError, WarehouseError, duckdb.IOException):  # the version itself can be read
                    _write(duck, file, requirement, version, sought)
        finally:
            _under_way.difference_update(missing)

    _under_way.update(missing)
    try:
        start(make)
    except BusyError:
        _under_way.difference_update(missing)
    return False


def _wanted(seen: SeenRun) -> dict[Path, tuple[Requirement, Version, Sought]]:
    wanted = {}
    for part in seen.model.evidence:
        if (version := seen.versions.get(part.relation)) is None:
            continue
        requirement = seen.model.requires[part.relation]
        for file, sought in _files(requirement, version, part.where).items():
            wanted[file] = (requirement, version, sought)
    return wanted


def _files(requirement: Requirement, version: Version, where: str) -> dict[Path, Sought]:
    """The sorted files that the condition needs, with what is sought in each; none for a small version."""
    if version.row_count < LEAST_ROWS:
        return {}
    return {_file(requirement, version, sought): sought for sought in sought_by(where)}


def _write(
    duck: duckdb.DuckDBPyConnection, file: Path, requirement: Requirement, version: Version, sought: Sought
) -> None:
    """Write the sorted file; it is there whole or not at all."""
    rows = relation_select(requirement, version, is_numbered=True)
    columns = ", ".join((f"{sought.key} as {_KEY}", *sought.columns, ROW_NUMBER))
    sql = f"select {columns} from ({rows}) where ({sought.key}) is not null order by {_KEY}, {ROW_NUMBER}"
    file.parent.mkdir(mode=0o700, exist_ok=True)
    unfinished = file.with_suffix(f".{os.getpid()}.part")
    how = f"(format parquet, compression zstd, row_group_size {_GROUP_ROWS})"
    try:
        duck.execute(f"copy ({sql}) to {quoted(unfinished)} {how}")
        unfinished.rename(file)
    finally:
        unfinished.unlink(missing_ok=True)


def _file(requirement: Requirement, version: Version, sought: Sought) -> Path:
    told = json.dumps([requirement.dataset_type, version.version_id, sought.key, sought.columns])
    name = hashlib.sha256(told.encode()).hexdigest()[:32]
    return version_folder(version.folders[-1]) / LOOKUPS / f"{name}.parquet"


@lru_cache(maxsize=512)
def sought_by(where: str) -> tuple[Sought, ...]:
    """What has to be found for the condition, each way it can be met by itself.

    Empty where one of them names no value alone.
    """
    with duckdb.connect() as duck:
        tree = json.loads(_asked(duck, f"select json_serialize_sql({literal(f'select ({where})')}::varchar)"))
        (condition,) = tree["statements"][0]["node"]["select_list"]
        if any(_has(condition, kind) for kind in _OF_MORE_THAN_A_ROW):
            return ()
        found = [_best(way) for way in _parts(condition, "CONJUNCTION_OR")]

        def words(expression: dict[str, Any]) -> str:
            tree["statements"][0]["node"]["select_list"] = [expression]
            sql = _asked(duck, f"select json_deserialize_sql({literal(json.dumps(tree))}::json)")
            return sql.removeprefix("SELECT ")

        columns = tuple(sorted(_columns(condition)))
        every = [Sought(words(pair[0]), words(pair[1]), columns) for pair in found if pair]
        return tuple(every) if all(found) else ()


def _parts(node: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return list(node["children"]) if node["type"] == kind else [node]


def _best(way: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]] | None:
    found = [pair for part in _parts(way, "CONJUNCTION_AND") if (pair := _pair(part))]
    # A code tells more than a name: of a unit there may be thousands of rows.
    identifying = (pair for pair in found if _is_identifying(pair[0]))
    return next(identifying, found[0] if found else None)


def _asked(duck: duckdb.DuckDBPyConnection, sql: str) -> str:
    return str(duck.execute(sql).fetchall()[0][0])


def _pair(node: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """(what is compared, the comparison with _KEY in its place) of `… = $value` or `… in ($value, …)`."""
    if node["type"] == "COMPARE_EQUAL":
        for ours, theirs in (("left", "right"), ("right", "left")):
            if _is_key(node[ours]) and _is_value(node[theirs]):
                return node[ours], node | {ours: _key_column(node[ours])}
    if node["type"] == "COMPARE_IN":
        ours, *theirs = node["children"]
        if _is_key(ours) and all(_is_value(each) for each in theirs):
            return ours, node | {"children": [_key_column(ours), *theirs]}
    return None


def _is_key(node: dict[str, Any]) -> bool:
    return bool(_columns(node)) and not _has(node, "PARAMETER")


def _is_value(node: dict[str, Any]) -> bool:
    return node["class"] in {"PARAMETER", "CONSTANT"}


def _key_column(node: dict[str, Any]) -> dict[str, Any]:
    place = {name: node[name] for name in ("query_location", "query_location_length") if name in node}
    return {"class": "COLUMN_REF", "type": "COLUMN_REF", "alias": "", "column_names": [_KEY]} | place


def _is_identifying(node: dict[str, Any]) -> bool:
    return any(name.endswith(_IDENTIFYING) for name in _columns(node))


def _columns(node: object) -> set[str]:
    if isinstance(node, list):
        return {name for each in node for name in _columns(each)}
    if not isinstance(node, dict):
        return set()
    here = {node["column_names"][-1].lower()} if node.get("class") == "COLUMN_REF" else set()
    return here | {name for each in node.values() for name in _columns(each)}


def _has(node: object, kind: str) -> bool:
    if isinstance(node, list):
        return any(_has(each, kind) for each in node)
    return isinstance(node, dict) and (
        node.get("class") == kind or any(_has(each, kind) for each in node.values())
    )
