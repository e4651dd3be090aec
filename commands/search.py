"""全文检索: make the index anew, prove that it is what the texts say, or look something up.

The index follows every change in its own transaction, and an upgrade makes it where there is none: rebuild it
only when verify finds a fault. The server reads the texts within attached files in the background; where
AUDIT_FILE_TEXT_SECONDS is 0, `read` does.
"""

import argparse
import sys

from sqlalchemy import Engine

from data.bureau import bureau
from data.codes import SEARCH_KIND, label
from data.engine import connect_to, reading, writing
from data.file_texts.catching_up import read_new
from data.search.upkeep import rebuild, verify
from data.settings import database_url
from queries.filters import EVERYTHING
from queries.search.rules import enter_shipped
from queries.search.searching import search
from queries.search.wanted import Narrowed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """rebuild, verify, read, find."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    acts.add_parser("rebuild", help="make the index anew").set_defaults(do=_rebuild)
    acts.add_parser("verify", help="read every text again and compare").set_defaults(do=_verify)
    acts.add_parser("read", help="read attached files whose text was not read yet").set_defaults(do=_read)
    one = acts.add_parser("find", help="what holds the words")
    one.add_argument("words")
    one.add_argument("--kind", choices=tuple(SEARCH_KIND))
    one.add_argument("--year", type=int)
    one.add_argument("--most", type=int, default=10)
    one.set_defaults(do=_find)


def run(arguments: argparse.Namespace) -> int:
    """0; 1 where the index is not what the texts say, or nothing was found."""
    engine = connect_to(database_url())
    try:
        return int(arguments.do(engine, arguments))
    finally:
        engine.dispose()


def _rebuild(engine: Engine, arguments: argparse.Namespace) -> int:
    del arguments
    with writing(engine) as connection:
        made = rebuild(connection, lambda kind, count: print(f"{label('search_kind', kind)}\t{count:,}"))
    enter_shipped(engine)
    print(f"已重建全文索引：{made:,} 条。 · Made the index anew.")
    return 0


def _read(engine: Engine, arguments: argparse.Namespace) -> int:
    del arguments
    print(f"已读取附件正文：{read_new(engine):,} 个文件。 · Read the texts of attached files.")
    return 0


def _verify(engine: Engine, arguments: argparse.Namespace) -> int:
    del arguments
    with writing(engine) as connection:
        proof = verify(connection)
    for kind, (entered, there, wrong) in proof.kinds.items():
        print(f"{label('search_kind', kind)}\t索引 {entered:,}\t应有 {there:,}\t不符 {wrong:,}")
    if proof.is_right:
        print("全文索引与数据一致。 · The index is what the texts say.")
        return 0
    faults = "、".join((*proof.faults, *([f"waiting {proof.waiting}"] if proof.waiting else [])))
    print(
        f"全文索引与数据不一致 {faults}，请运行 manage.py search rebuild。 · Rebuild the index.",
        file=sys.stderr,
    )
    return 1


def _find(engine: Engine, arguments: argparse.Namespace) -> int:
    with reading(engine) as connection:
        narrowed = Narrowed(arguments.kind, arguments.year)
        day = bureau(connection).as_of
        results = search(connection, EVERYTHING, arguments.words, narrowed, day, most=arguments.most)
    for found in results.found:
        title = "".join(piece.words for piece in found.title)
        print(f"{label('search_kind', found.kind)}\t{found.ref_id}\t{title}")
    print(
        "  ".join(
            f"{label('search_kind', kind)} {count:,}" for kind, count in results.counts.items() if count
        )
    )
    return 0 if results.found else 1
