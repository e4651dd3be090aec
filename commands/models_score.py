"""How well the models find what is planted in the demonstration warehouse: recall and precision, each honest.

Every model is run as anybody would run it, on the datasets of the demonstration, with its usual thresholds.
Cases that the check on arrival had found are in quarantine: they are counted as found, and told apart.
"""

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from data.bureau import bureau
from data.engine import connect_to, reading
from data.settings import database_url
from queries.audit_models.shipped import shipped_models

if TYPE_CHECKING:
    from queries.audit_models.scored_runs import ScoredRun


def score(arguments: argparse.Namespace) -> int:
    """`models score`: 1 where a model could not be run, 2 without a demonstration."""
    engine = connect_to(database_url())
    models = shipped_models()
    codes = [code.upper() for code in arguments.codes] or list(models)
    if unknown := [code for code in codes if code not in models]:
        print(f"没有随附模型 {unknown[0]!r}；用 models list 查看", file=sys.stderr)
        return 2
    with reading(engine) as connection:
        is_demo = bureau(connection).is_demo
    if not is_demo:
        print("只有演示库知道标准答案：先用 manage.py init --demo 建立演示库", file=sys.stderr)
        return 2
    # The demonstration loads slowly, and `models run` has no need of it.
    from queries.audit_models.scored_runs import scored_runs  # noqa: PLC0415

    every = scored_runs(engine, [models[code] for code in codes])
    if arguments.json:
        print(json.dumps([_told(each) for each in every], ensure_ascii=False, indent=1))
    else:
        for each in every:
            print(f"{each.code:8} {_words(each)}")
    return int(any(each.score is None for each in every))


def _told(each: "ScoredRun") -> dict[str, Any]:
    score = each.score
    return {
        "model": each.code,
        "version": each.version,
        "run": each.run_id,
        "not_run": each.not_run or None,
        "planted": score.planted if score else None,
        "found": score.found if score else None,
        "true_positives": score.true_positives if score else None,
        "refused_on_arrival": score.refused if score else None,
        "recall": score.recall if score else None,
        "precision": score.precision if score else None,
        "why": each.why or None,
    }


def _words(each: "ScoredRun") -> str:
    score = each.score
    if score is None:
        return f"未运行：{each.not_run}"
    if score.planted is None:
        return f"列出 {score.found:,}，未埋设标准答案"
    rates = [f"{rate:.1%}" if rate is not None else "—" for rate in (score.recall, score.precision)]
    refused = f"，入库检查已拒收 {score.refused:,}" if score.refused else ""
    counts = f"埋设 {score.planted:,}，列出 {score.found:,}，其中命中 {score.true_positives:,}{refused}"
    return f"{counts}；查全率 {rates[0]}，准确率 {rates[1]}"
