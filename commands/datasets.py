"""Datasets: add, correct, list, show, verify, mask, remove, restore, clean, share, drop, arrival, test.

`add` brings files in, one version each, into one dataset; each is visible as a whole or not at all. Without
--as the command line acts, which may see and do everything; with it the account of that name, with its rights
and its secrecy undertaking. Ends with 1 where something was refused or is not sound.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select

from commands import datasets_join, datasets_test
from data.access.present_user import present_user
from data.access.roles import ACTIONS, COMMAND_LINE, NotPermittedError, User
from data.bringing.bring_in import Bringing, Outcome, bring_in, name_of
from data.bringing.bring_in_ocds import bring_in_ocds
from data.bringing.correcting import Correcting, correct
from data.bringing.placing import PlaceSaid
from data.bureau import bureau
from data.codes import CLASSIFICATION, COLUMN_MASK
from data.data_room.column_masks import set_mask
from data.data_room.dataset_access import access
from data.data_room.dataset_shares import share, shares_of
from data.data_room.drop_folder import bring_dropped
from data.data_room.sources import NewArrival, SourceError, record_arrival, source_id
from data.data_room.undertakings import UndertakingMissingError
from data.dataset_types import ADHOC, dataset_types
from data.engine import connect_to, now, reading
from data.geo.intake.looking import look_at_places
from data.geo.landing import REASONS
from data.geo.layers.areas import district_place
from data.language import _
from data.local_time import in_china
from data.ocds.tables import OCDS
from data.schema import Account, Project
from data.settings import database_url
from data.uploads import ENCODINGS, Choices, UploadRefusedError
from data.warehouse import (
    DatasetFacts,
    Version,
    WarehouseError,
    clean,
    dataset,
    in_clear_words,
    remove_dataset,
    removed_datasets,
    restore_dataset,
    sweep,
    verify,
    versions,
)
from data.warehouse.cleaning import GRACE_DAYS
from data.warehouse.verifying import MISSING
from queries.datasets.catalogue import catalogue
from queries.joining.sides import JoinRefusedError
from queries.workbench.places import forget_copies

_SHOWN = "none"
_TYPE_HELP = f"what the rows are; {OCDS}: releases or records, which become several datasets NAME_…"
_SYSTEM_HELP = (
    "coordinate system of the places in the file: wgs84, cgcs2000, gcj02, bd09, xian80, beijing54, epsg:4548,"
    " WKT or PROJ of a local grid; propose: the likeliest, told with its reason"
)
_PROPOSE = "propose"
_REFUSALS = (UploadRefusedError, WarehouseError, UndertakingMissingError, JoinRefusedError, SourceError)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One subcommand per act."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    add = _act(acts.add_parser("add", help="bring files in: one dataset, one version per file"), _add)
    add.add_argument("files", nargs="+", metavar="FILE", type=Path, help="read as what they are, see docs")
    add.add_argument("--type", required=True, choices=[ADHOC, OCDS, *dataset_types()], help=_TYPE_HELP)
    add.add_argument("--name", help="name of the dataset; without it: that of the first file")
    add.add_argument("--title", default="", help="what people call it")
    add.add_argument("--owner", metavar="USER", help="account that a new dataset belongs to")
    add.add_argument("--append", action="store_true", help="add to the rows of a dataset that is there")
    add.add_argument("--encoding", choices=ENCODINGS, help="of a text file; without it: from its content")
    add.add_argument("--sheet", metavar="NAME", help="worksheet or layer; without it: the first with a table")
    add.add_argument("--recipe", metavar="NAME", help="read as this recipe says")
    add.add_argument("--system", metavar="CODE", help=_SYSTEM_HELP)
    add.add_argument(
        "--swapped", action="store_true", help="with --system: northing or latitude stands first"
    )
    add.add_argument(
        "--classification", choices=CLASSIFICATION, default="internal", help="密级，缺省 internal"
    )
    add.add_argument("--project", metavar="CODE", help="number of the project that it belongs to")
    add.add_argument("--purpose", default="", metavar="TEXT", help="what it was collected for")
    add.add_argument("--approval", metavar="NUMBER", help="number of the approval to collect it")
    add.add_argument("--from", dest="counterparty", default="", metavar="WHO", help="who delivered it")
    corrected = _named(acts.add_parser("correct", help="take corrected rows of a quarantine in"), _correct)
    corrected.add_argument("file", metavar="FILE", type=Path, help="the rows in quarantine, corrected")
    corrected.add_argument(
        "--version", type=int, metavar="N", help="whose rows they are; without it: as the file says"
    )
    _act(acts.add_parser("list", help="datasets that the account may see"), _list)
    _named(acts.add_parser("show", help="versions, columns and shares of a dataset"), _show)
    masked = _named(acts.add_parser("mask", help="mask a column in all versions, or show it"), _mask)
    masked.add_argument("column", metavar="COLUMN", help="name of the column")
    masked.add_argument("mask", choices=[*COLUMN_MASK, _SHOWN], help=f"{_SHOWN}: the values as they are")
    checked = _act(acts.add_parser("verify", help="whether files are those that were committed"), _verify)
    checked.add_argument("names", nargs="*", metavar="NAME", help="datasets; without any: all")
    removed = _named(acts.add_parser("remove", help="take a dataset out of the catalogue"), _remove)
    removed.add_argument("--reason", metavar="TEXT", help="asked for where it is left out")
    restored = _named(acts.add_parser("restore", help="bring a removed dataset back"), _restore)
    restored.add_argument("--name", dest="new_name", metavar="NEW", help="call it so from now on")
    cleaned = _act(acts.add_parser("clean", help="delete the files of removed datasets"), _clean)
    cleaned.add_argument("--list", action="store_true", help="only list them, which is what happens anyway")
    cleaned.add_argument("--yes", action="store_true", help="do it; without it they are only listed")
    cleaned.add_argument(
        "--early", action="store_true", help=f"also those that were removed less than {GRACE_DAYS} days ago"
    )
    shared = _named(acts.add_parser("share", help="open a dataset to an account, section or project"), _share)
    target = shared.add_mutually_exclusive_group(required=True)
    target.add_argument("--with-user", metavar="USER", help="account")
    target.add_argument("--with-section", metavar="CODE", help="accounts bound to the section")
    target.add_argument("--with-project", metavar="CODE", help="members of the project")
    shared.add_argument("--unmasked", action="store_true", help="identity numbers and the like as they are")
    _act(acts.add_parser("drop", help="bring in what rests in the drop folder"), _drop)
    _declare_arrival(acts)
    tested = acts.add_parser("test", help="make a quick test", description=datasets_test.__doc__)
    datasets_test.add_arguments(tested)
    tested.add_argument("--as", dest="user", metavar="USER", help="act as this account")
    tested.set_defaults(do=_test)
    datasets_join.add_arguments(_act(acts.add_parser("join", help="compare two by a key"), datasets_join.run))


def _declare_arrival(acts: Any) -> None:
    came = acts.add_parser("arrival", help="record what came from a source of data, or failed to come")
    came.add_argument("source", metavar="SOURCE_CODE", help="code of the data source in its register")
    came.add_argument("--failed", action="store_true", help="nothing came; --message says why")
    came.add_argument("--message", metavar="TEXT", help="what failed, or a note")
    came.add_argument("--rows", type=int, metavar="N", help="how many rows came")
    came.add_argument("--date", type=date.fromisoformat, metavar="DAY", help="day of it; without it: today")
    _act(came, _arrival)


def run(arguments: argparse.Namespace) -> int:
    """Do the act; 1 and the reason where it was refused, 2 where a name is not known."""
    engine = connect_to(database_url())
    try:
        user = _user(engine, arguments.user)
        with in_clear_words():
            return int(arguments.do(engine, user, arguments) or 0)
    except _REFUSALS as error:
        _say_refused(str(error), as_json=arguments.json)
    except NotPermittedError as error:
        action = _(ACTIONS.get(str(error), str(error)))
        _say_refused(f"没有权限：{action}", as_json=arguments.json)
    finally:
        engine.dispose()
    return 1


def _act(
    parser: argparse.ArgumentParser, do: Callable[[Engine, User, argparse.Namespace], int | None]
) -> argparse.ArgumentParser:
    parser.add_argument("--as", dest="user", metavar="USER", help="act as this account")
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    parser.set_defaults(do=do)
    return parser


def _named(
    parser: argparse.ArgumentParser, do: Callable[[Engine, User, argparse.Namespace], int | None]
) -> argparse.ArgumentParser:
    parser.add_argument("name", metavar="NAME", help="name of the dataset")
    return _act(parser, do)


def _user(engine: Engine, user_name: str | None) -> User:
    if user_name is None:
        return COMMAND_LINE
    with reading(engine) as connection:
        user = present_user(connection, user_name)
    if user is None:
        raise WarehouseError(f"没有账号“{user_name}”，或者已停用。")
    return user


def _say_refused(reason: str, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"error": reason}, ensure_ascii=False))
    print(reason, file=sys.stderr)


def _add(engine: Engine, user: User, arguments: argparse.Namespace) -> int:
    sweep(engine)
    started = time.perf_counter()
    name = arguments.name or name_of(arguments.files[0].name)
    if arguments.owner and arguments.owner != user.user_name:
        _check_owner(engine, arguments.owner)
    project_id = _project(engine, arguments.project)
    answers: list[dict[str, Any]] = []
    for number, file in enumerate(arguments.files):
        if not file.is_file():
            raise WarehouseError(f"没有文件 {file}。")
        asked = Bringing(
            file=file,
            original_name=file.name,
            delivery="command_line",
            dataset=name,
            dataset_type=arguments.type,
            change="append" if arguments.append or number else "replace",
            choices=Choices(encoding=arguments.encoding, sheet=arguments.sheet),
            recipe=arguments.recipe,
            title=arguments.title,
            owner=arguments.owner,
            classification=arguments.classification,
            project_id=project_id,
            purpose=arguments.purpose,
            approval_number=arguments.approval,
            counterparty=arguments.counterparty,
            place=_place(engine, file, arguments),
        )
        try:
            made = _made(engine, user, asked)
        except _REFUSALS as error:
            answers.append({"file": file.name, "error": str(error)})
            break  # the files after it would stand in the wrong order
        answers.append(made[0] | ({"datasets": made} if arguments.type == OCDS else {}))
        if not arguments.json:
            for answer in made:
                _say_added(answer)
    if "error" in answers[-1]:
        print(f"{answers[-1]['file']}：{answers[-1]['error']}", file=sys.stderr)
    if arguments.json:
        last = answers[-1]
        added = [answer for answer in answers if "error" not in answer]
        whole = {
            **last,
            "dataset": last.get("dataset", name),
            "refused": sum(answer["refused"] for answer in added),
            "seconds": round(time.perf_counter() - started, 3),
        }
        print(
            json.dumps(whole | ({"files": answers} if len(answers) > 1 else {}), ensure_ascii=False, indent=1)
        )
    return 1 if "error" in answers[-1] else 0


def _place(engine: Engine, file: Path, arguments: argparse.Namespace) -> PlaceSaid | None:
    """In which system the coordinates are, as the command says or as they seem to be."""
    if arguments.system != _PROPOSE:
        return PlaceSaid(arguments.system, arguments.swapped) if arguments.system else None
    with reading(engine) as connection:
        where = district_place(connection)
    looked = look_at_places(file, Choices(encoding=arguments.encoding, sheet=arguments.sheet), where)
    if looked is None:
        raise WarehouseError(f"{file.name} 里没有位置：图形、WKT 或两列坐标。")
    proposed = looked.proposal
    if not proposed.code:
        raise WarehouseError(proposed.reason)
    print(f"{file.name}：{proposed.code}。{proposed.reason}", file=sys.stderr)
    return PlaceSaid(proposed.code, proposed.is_swapped)


def _made(engine: Engine, user: User, asked: Bringing) -> list[dict[str, Any]]:
    """Bring a file in; the answer for each dataset that it became a version of."""
    if asked.dataset_type != OCDS:
        return [_answer(asked.file, bring_in(engine, user, asked))]
    became = bring_in_ocds(engine, user, asked)
    answers = [_answer(asked.file, outcome) for outcome in became.outcomes]
    if became.unread:
        answers[0]["notes"].append(f"{became.unread:,} 行不是 OCDS 的 release 或 record，没有读入")
    return answers


def _check_owner(engine: Engine, owner: str) -> None:
    with reading(engine) as connection:
        if connection.scalar(select(Account.account_id).where(Account.user_name == owner)) is None:
            raise WarehouseError(f"没有账号“{owner}”。")


def _project(engine: Engine, code: str | None) -> int | None:
    if code is None:
        return None
    with reading(engine) as connection:
        project_id = connection.scalar(select(Project.project_id).where(Project.project_code == code))
    if project_id is None:
        raise WarehouseError(f"没有项目“{code}”。")
    return project_id


def _answer(file: Path, outcome: Outcome) -> dict[str, Any]:
    version = outcome.version
    return {
        "file": file.name,
        "dataset": outcome.dataset,
        "version": version.number,
        "rows": version.row_count,
        "added": outcome.rows,
        "refused": outcome.refused,
        "columns": [
            {"name": column.name, "title": column.title, "type": column.type, "mask": column.mask}
            for column in version.columns
        ],
        "encoding": version.encoding,
        "sheet": version.sheet,
        "sha256": version.original_sha256,
        "quality_basis_points": version.quality_basis_points,
        "recipe": outcome.recipe,
        "unmatched": list(outcome.mapping.unused),
        "missing": list(outcome.mapping.missing),
        "notes": list(outcome.staged.notes),
        "places": version.report.get("places"),
        "seconds": round(outcome.seconds, 3),
    }


def _say_added(answer: dict[str, Any]) -> None:
    print(
        f"{answer['file']}：{answer['dataset']} 第 {answer['version']} 版，本次 {answer['added']:,} 行，"
        f"共 {answer['rows']:,} 行，{len(answer['columns'])} 列；拒绝 {answer['refused']:,} 行；"
        f"编码 {answer['encoding'] or '—'}；用时 {answer['seconds']:.1f} 秒"
    )
    for note in answer["notes"]:
        print(f"  {note}")
    if places := answer["places"]:
        print(f"  坐标系 {places['system']}：{places['rows']:,} 行中 {places['landed']:,} 行落在本级区划以内")
        for reason, rows in places["reasons"].items():
            print(f"    {_(REASONS[reason])}：{rows:,} 行")


def _correct(engine: Engine, user: User, arguments: argparse.Namespace) -> None:
    file = arguments.file
    if not file.is_file():
        raise WarehouseError(f"没有文件 {file}。")
    asked = Correcting(arguments.name, file, file.name, "command_line", arguments.version)
    done = correct(engine, user, asked)
    told = {
        "file": file.name,
        "dataset": arguments.name,
        "version": done.version.number,
        "corrects": done.corrects,
        "rows": done.version.row_count,
        "added": done.rows,
        "refused": done.refused,
        "already": done.already,
        "left": done.left,
        "sha256": done.version.original_sha256,
        "seconds": round(done.seconds, 3),
    }
    if arguments.json:
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return
    print(
        f"{file.name}：{arguments.name} 第 {done.version.number} 版，更正第 {done.corrects} 版的"
        f" {done.rows:,} 行，共 {done.version.row_count:,} 行；仍有错 {done.refused:,} 行，"
        f"此前已入库 {done.already:,} 行，隔离区还有 {done.left:,} 行"
    )


def _list(engine: Engine, user: User, arguments: argparse.Namespace) -> None:
    with reading(engine) as connection:
        entries = catalogue(connection, user)
    moment = now()
    told = [
        {
            "dataset": entry.facts.name,
            "title": entry.facts.title,
            "type": entry.facts.dataset_type,
            "owner": entry.facts.owner,
            "classification": entry.facts.classification,
            "version": entry.number,
            "rows": entry.rows,
            "quality_basis_points": entry.quality_basis_points,
            "days_old": entry.days_old(moment),
            "last_use": vars(entry.last_use) if entry.last_use else None,
            "may_read": entry.access.may_read,
        }
        for entry in entries
    ]
    if arguments.json:
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return
    for line in told:
        print(
            "\t".join(
                str(line[key]) for key in ("dataset", "title", "type", "owner", "version", "rows", "days_old")
            )
        )


def _found(engine: Engine, user: User, name: str) -> tuple[DatasetFacts, tuple[Version, ...]]:
    with reading(engine) as connection:
        facts = dataset(connection, name)
        if facts is None or not access(connection, user, facts).is_listed:
            raise WarehouseError(f"没有名为“{name}”的数据集。")
        return facts, versions(connection, facts.dataset_id)


def _show(engine: Engine, user: User, arguments: argparse.Namespace) -> None:
    facts, found = _found(engine, user, arguments.name)
    with reading(engine) as connection:
        standing = shares_of(connection, facts.dataset_id)
    told = {
        "dataset": facts.name,
        "title": facts.title,
        "type": facts.dataset_type,
        "owner": facts.owner,
        "classification": facts.classification,
        "versions": [
            {
                "version": version.number,
                "change": version.change,
                "rows": version.row_count,
                "refused": version.refused_count,
                "file": version.original_name,
                "sha256": version.original_sha256,
                "encoding": version.encoding,
                "loaded_by": version.loaded_by,
                "loaded_at": f"{in_china(version.loaded_at):%Y-%m-%d %H:%M:%S}",
            }
            for version in found
        ],
        "columns": [vars(column) for column in found[-1].columns],
        "shares": [
            {
                "with": entry.user_name or entry.section_code or entry.project_code,
                "unmasked": entry.is_unmasked,
                "granted_by": entry.granted_by,
            }
            for entry in standing
        ],
    }
    if arguments.json:
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return
    print(f"{facts.name}  {facts.title}  {facts.dataset_type}  {facts.owner}")
    for version in found:
        print(
            f"  第 {version.number} 版  {version.row_count:,} 行  {version.original_name}"
            f"  {in_china(version.loaded_at):%Y-%m-%d %H:%M}  {version.loaded_by}"
        )
    for column in found[-1].columns:
        print(f"    {column.name}\t{column.title}\t{column.type}\t{column.mask or ''}")
    for entry in standing:
        print(f"  共享：{entry.user_name or entry.section_code or entry.project_code}")


def _verify(engine: Engine, user: User, arguments: argparse.Namespace) -> int:
    with reading(engine) as connection:
        names = arguments.names or [entry.facts.name for entry in catalogue(connection, user)]
    checked, faults = 0, []
    for name in names:
        for version in _found(engine, user, name)[1]:
            checked += 1
            faults += [{"dataset": name, **vars(fault)} for fault in verify(version)]
    if arguments.json:
        print(json.dumps({"versions": checked, "faults": faults}, ensure_ascii=False, indent=1))
    else:
        for fault in faults:
            words = "不见了" if fault["fault"] == MISSING else "被改动"
            print(f"{fault['dataset']} 第 {fault['number']} 版：{fault['file']} {words}")
        print(f"已核对 {checked} 个版本，{len(faults)} 处不符。")
    return 1 if faults else 0


def _remove(engine: Engine, user: User, arguments: argparse.Namespace) -> None:
    _found(engine, user, arguments.name)
    reason = arguments.reason
    if reason is None and sys.stdin.isatty():
        reason = input("移除原因：")
    remove_dataset(engine, user, arguments.name, reason or "")
    if arguments.json:
        print(json.dumps({"dataset": arguments.name, "removed": True}, ensure_ascii=False))
    else:
        print(f"已移除 {arguments.name}；文件保留，用 manage.py datasets clean 清除。")


def _mask(engine: Engine, user: User, arguments: argparse.Namespace) -> None:
    mask = None if arguments.mask == _SHOWN else arguments.mask
    set_mask(engine, user, arguments.name, arguments.column, mask)
    told = {"dataset": arguments.name, "column": arguments.column, "mask": mask}
    print(json.dumps(told, ensure_ascii=False) if arguments.json else "完成")


def _restore(engine: Engine, user: User, arguments: argparse.Namespace) -> None:
    with reading(engine) as connection:
        found = [entry for entry in removed_datasets(connection) if entry.name == arguments.name]
    if not found:
        raise WarehouseError(f"没有名为“{arguments.name}”的已移除数据集，或者文件已清除。")
    removed = max(found, key=lambda entry: (entry.removed_at, entry.dataset_id))
    name = restore_dataset(engine, user, removed.dataset_id, arguments.new_name)
    print(json.dumps({"dataset": name}, ensure_ascii=False) if arguments.json else f"已恢复 {name}。")


def _clean(engine: Engine, user: User, arguments: argparse.Namespace) -> None:
    is_done = arguments.yes and not arguments.list
    if is_done:
        found = clean(engine, user, is_early=arguments.early)
        forget_copies()
    else:
        with reading(engine) as connection:
            found = removed_datasets(connection)
    if arguments.json:
        told = [
            {
                "dataset": entry.name,
                "versions": entry.versions,
                "bytes": entry.bytes,
                "suspects": entry.suspects,
                "kept_until": str(entry.kept_until),
            }
            for entry in found
        ]
        print(json.dumps({"done": is_done, "datasets": told}, ensure_ascii=False, indent=1))
        return
    for entry in found:
        print(
            f"{entry.name}\t{entry.versions} 个版本\t{entry.bytes / 1_000_000:.1f} MB"
            f"\t保留至 {entry.kept_until}\t{entry.reason}"
        )
        if entry.suspects:
            print(f"  有 {entry.suspects} 条疑点以其数据为依据，清除后不能再查看原始行。")
    if found:
        print(
            "已清除。"
            if is_done
            else "以上数据集已移除，文件还在；加 --yes 清除过了保留期的，再加 --early 连同保留期内的。"
        )
    else:
        print("没有要清除的文件。")


def _share(engine: Engine, user: User, arguments: argparse.Namespace) -> None:
    share(
        engine,
        user,
        arguments.name,
        with_user=arguments.with_user,
        with_section=arguments.with_section,
        with_project=arguments.with_project,
        is_unmasked=arguments.unmasked,
    )
    if arguments.json:
        print(json.dumps({"dataset": arguments.name, "shared": True}, ensure_ascii=False))
    else:
        print("已共享。")


def _arrival(engine: Engine, user: User, arguments: argparse.Namespace) -> None:
    with reading(engine) as connection:
        number = source_id(connection, arguments.source)
        day = arguments.date or bureau(connection).as_of
    arrival = NewArrival(day, arguments.failed, arguments.rows, arguments.message)
    record_arrival(engine, user, number, arrival)
    if arguments.json:
        told = {"source": arguments.source, "date": day.isoformat(), "failed": arguments.failed}
        print(json.dumps(told | {"rows": arguments.rows}, ensure_ascii=False))
    else:
        print(f"已登记 {arguments.source} {day} {'失败' if arguments.failed else '到达'}。")


def _test(engine: Engine, user: User, arguments: argparse.Namespace) -> int:
    del engine
    return datasets_test.run(arguments, user)


def _drop(engine: Engine, user: User, arguments: argparse.Namespace) -> int:
    del user  # each file is brought in as the account whose folder it lies in
    sweep(engine)
    dropped = bring_dropped(engine)
    told = [
        {"user": entry.user_name, "file": entry.file, "error": entry.reason}
        if entry.outcome is None
        else {"user": entry.user_name, **_answer(Path(entry.file), entry.outcome)}
        for entry in dropped
    ]
    if arguments.json:
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        for entry in told:
            if entry.get("error"):
                print(f"{entry['user']}/{entry['file']}：{entry['error']}", file=sys.stderr)
            else:
                _say_added(entry)
    return 1 if any(entry.outcome is None for entry in dropped) else 0
