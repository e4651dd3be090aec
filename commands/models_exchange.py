"""Audit models as files: export, import, check.

One model is the very .sql file that it was read from; several are an archive with a list of their SHA-256.
What is imported becomes drafts of the account that imports it, to be submitted and reviewed like its own.
What judges drafts loads slowly, and `models run` has no need of it.
"""

# ruff: noqa: PLC0415
import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from commands.models_words import unknown
from data.access.present_user import present_user
from data.access.roles import NotPermittedError
from data.engine import connect_to, reading
from data.settings import database_url
from queries.audit_models.catalogue import model_named, models_in_force

if TYPE_CHECKING:
    from queries.audit_models.drafts.exchange import Carried


def export(arguments: argparse.Namespace) -> int:
    """`models export`: 2 where there is no such model."""
    engine = connect_to(database_url())
    from queries.audit_models.drafts.exchange import packed

    if bool(arguments.code) == arguments.all:
        print("请指定一个模型，或 --all", file=sys.stderr)
        return 2
    with reading(engine) as connection:
        if arguments.all:
            models = list(models_in_force(connection).values())
            content = packed(models)
        else:
            model = model_named(connection, arguments.code)
            if model is None:
                return unknown(arguments.code)
            models, content = [model], model.text.encode()
    try:
        arguments.file.write_bytes(content)
    except OSError as error:
        print(f"无法写入 {arguments.file}：{error.strerror}", file=sys.stderr)
        return 1
    print(f"已写入 {arguments.file}：{len(models)} 个模型")
    return 0


def import_(arguments: argparse.Namespace) -> int:
    """`models import`: 1 where nothing could be taken, 2 where there is no such account."""
    engine = connect_to(database_url())
    from queries.audit_models.drafts.importing import import_texts

    with reading(engine) as connection:
        user = present_user(connection, arguments.user)
    if user is None:
        print(f"没有账号 {arguments.user}，或已停用", file=sys.stderr)
        return 2
    texts = _texts(arguments.file)
    if texts is None:
        return 1
    try:
        every = import_texts(engine, user, texts)
    except NotPermittedError:
        print(f"账号 {arguments.user} 无权编写模型", file=sys.stderr)
        return 1
    if arguments.json:
        told = [
            {
                "file": each.name,
                "model": each.code or None,
                "draft": each.text_id,
                "refused": each.refusal or None,
                "faults": list(each.faults),
            }
            for each in every
        ]
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        for each in every:
            words = f"草稿 {each.text_id}" if each.text_id else f"未导入：{each.refusal}"
            print(f"{each.code or each.name:12} {words}")
            _say_faults(each.faults)
    return int(not any(each.text_id for each in every))


def check(arguments: argparse.Namespace) -> int:
    """`models check`: 1 where something has to be mended."""
    engine = connect_to(database_url())
    from queries.audit_models.drafts.authoring import judge

    texts = _texts(arguments.file)
    if texts is None:
        return 1
    with reading(engine) as connection:
        every = [(each, judge(connection, each.body)) for each in texts]
    if arguments.json:
        told = [
            {
                "file": text.name,
                "model": judged.model.code if judged.model else None,
                "cases": len(judged.tried),
                "failed_cases": sum(bool(tried.fault) for tried in judged.tried),
                "faults": list(judged.faults),
            }
            for text, judged in every
        ]
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        for text, judged in every:
            held = sum(not tried.fault for tried in judged.tried)
            print(f"{text.name:24} 用例 {held}/{len(judged.tried)} 通过，{len(judged.faults)} 处须改正")
            _say_faults(judged.faults)
    return int(any(judged.faults for __, judged in every))


def _texts(file: Path) -> "tuple[Carried, ...] | None":
    """The texts in the file; None, with the reason said, where there are none."""
    from queries.audit_models.drafts.exchange import ExchangeRefusedError, carried

    try:
        return carried(file.read_bytes(), file.name)
    except OSError as error:
        print(f"无法读取 {file}：{error.strerror}", file=sys.stderr)
    except ExchangeRefusedError as error:
        print(f"{file.name}：{error}", file=sys.stderr)
    return None


def _say_faults(faults: tuple[str, ...]) -> None:
    for fault in faults:
        print(f"    {fault}")
