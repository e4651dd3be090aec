"""The rules that propose: every file of their folders read into a specification, and made relations.

Those of queries/warnings/ (经责预警) give one row per post that they warn of or cannot check, those of
queries/escalation/ (督办升级) one per finding that they propose a rung for; `outcome` names the sentence of
the header that says why. A threshold is written $name in it and stands for the bureau's own value, else for
the default of the file. How to add one: docs/how-to/add-a-warning-rule.md.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from data.codes import ESCALATION_STEP, WARNING_LEVEL
from data.duck import literal
from data.planning.warning_settings import RuleSetting
from queries.sql_file import CatalogueError, Words, read_sql_file

WARNINGS_FOLDER = Path(__file__).parent.parent / "warnings"
ESCALATION_FOLDER = Path(__file__).parent.parent / "escalation"
UNITS = ("days", "years", "times", "wan_yuan")


@dataclass(frozen=True)
class Threshold:
    """A number that a rule compares with. Without a default it is not set until the bureau sets it."""

    name: str
    title: Words
    unit: str
    least: int
    most: int
    default: int | None = None


@dataclass(frozen=True)
class Rule:
    """One rule. `flagged` and `skipped` are its sentences by outcome; `level` is red, amber or blue.

    `sql` gives as_of_date, outcome, decisive_date (the day that the rule turns on) and limit_value (the
    threshold that decided), and of a post post_id, project_id and other_post_id (the proof), of a finding
    finding_id and proof: days and numbers that its sentence names. `step` is the rung that a rule proposes
    for a finding (data/codes.py: ESCALATION_STEP), "" for a rule of posts.
    """

    code: str
    title: Words
    definition: Words
    level: str
    source: str
    version: int
    thresholds: tuple[Threshold, ...]
    flagged: Mapping[str, Words]
    skipped: Mapping[str, Words]
    sql: str
    step: str = ""


@cache
def warning_rules() -> dict[str, Rule]:
    """The rules of posts by code. Raises CatalogueError for a file that does not keep to the format."""
    return {file.stem: read_rule(file) for file in sorted(WARNINGS_FOLDER.glob("*.sql"))}


@cache
def escalation_rules() -> dict[str, Rule]:
    """The rules of findings by code, the lowest rung first. Raises CatalogueError as above."""
    found = [read_rule(file) for file in sorted(ESCALATION_FOLDER.glob("*.sql"))]
    ranks = list(ESCALATION_STEP)
    return {rule.code: rule for rule in sorted(found, key=lambda rule: ranks.index(rule.step))}


def every_rule() -> dict[str, Rule]:
    """All of them: what is set, and what an event names, may be either."""
    return warning_rules() | escalation_rules()


def read_rule(file: Path) -> Rule:
    """One rule file. Raises CatalogueError."""
    header, sql = read_sql_file(file)
    try:
        rule = Rule(
            code=file.stem,
            sql=sql,
            title=Words(**header.pop("title")),
            definition=Words(**header.pop("definition")),
            thresholds=tuple(
                Threshold(name, **(values | {"title": Words(**values["title"])}))
                for name, values in header.pop("thresholds", {}).items()
            ),
            flagged=_sentences(header.pop("flagged")),
            skipped=_sentences(header.pop("skipped")),
            **header,
        )
    except (KeyError, TypeError) as error:
        raise CatalogueError(f"{file.name}: {error!r}") from error
    _check(rule)
    return rule


def warning_relations(proposed: Mapping[str, RuleSetting] = MappingProxyType({})) -> dict[str, str]:
    """The relations made from the rules: how they are set, and whom they hit.

    `proposed` takes the place of what the bureau has set for the rules that it names.
    """
    return {
        "warning_rule_in_force": _rules_in_force(proposed),
        "warning_threshold_in_force": _thresholds_in_force(proposed),
        "warning_hit": "\nunion all by name\n".join(map(_hits, warning_rules().values())),
        "escalation_hit": "\nunion all by name\n".join(map(_hits, escalation_rules().values())),
        "escalation_rung": _rungs(),
    }


def _rungs() -> str:
    """The ladder, and which rung each rule proposes."""
    rungs = ", ".join(f"({literal(step)}, {place})" for place, step in enumerate(ESCALATION_STEP, 1))
    rules = ", ".join(f"({literal(rule.code)}, {literal(rule.step)})" for rule in escalation_rules().values())
    return f"""select s.escalation_step, s.rung, r.warning_rule
    from (values {rungs}) as s(escalation_step, rung)
    left join (values {rules}) as r(warning_rule, escalation_step) using (escalation_step)"""


def _rules_in_force(proposed: Mapping[str, RuleSetting]) -> str:
    rows = []
    for rule in every_rule().values():
        asked = proposed.get(rule.code)
        level = literal(asked.level or rule.level) if asked else "null"
        off = str(asked.is_disabled).lower() if asked else "null"
        rows.append(f"({literal(rule.code)}, {literal(rule.level)}, {level}, {off})")
    return f"""select
        d.warning_rule,
        coalesce(d.asked_level, w.level, d.level) as level,
        coalesce(d.asked_off, w.is_disabled, false) as is_disabled
    from (values {", ".join(rows)}) as d(warning_rule, level, asked_level, asked_off)
    left join warning_rule as w on w.warning_rule_code = d.warning_rule"""


def _thresholds_in_force(proposed: Mapping[str, RuleSetting]) -> str:
    rows = []
    for rule in every_rule().values():
        asked = proposed.get(rule.code)
        for threshold in rule.thresholds:
            default = threshold.default
            if asked:
                default = asked.thresholds.get(threshold.name, default)
            shown = "null" if default is None else str(int(default))
            is_asked = str(asked is not None).lower()
            rows.append(f"({literal(rule.code)}, {literal(threshold.name)}, {shown}, {is_asked})")
    return f"""select
        d.warning_rule,
        d.name,
        cast(case when d.is_asked then d.value else coalesce(t.value, d.value) end as integer) as value
    from (values {", ".join(rows)}) as d(warning_rule, name, value, is_asked)
    left join warning_threshold as t on t.warning_rule_code = d.warning_rule and t.name = d.name"""


def _hits(rule: Rule) -> str:
    def in_force(match: re.Match[str]) -> str:
        return f"""(select value from warning_threshold_in_force
            where warning_rule = {literal(rule.code)} and name = {literal(match[1])})"""

    outcomes = ", ".join(map(literal, rule.flagged))
    sql = re.sub(r"\$([a-z_]+)", in_force, rule.sql)
    return f"""select {literal(rule.code)} as warning_rule, b.*, b.outcome in ({outcomes}) as is_flagged
        from ({sql}) as b"""


def _sentences(header: dict[str, Any]) -> Mapping[str, Words]:
    return MappingProxyType({name: Words(**words) for name, words in header.items()})


def _check(rule: Rule) -> None:
    if rule.level not in WARNING_LEVEL:
        raise CatalogueError(f"{rule.code}: level {rule.level!r} is none of {list(WARNING_LEVEL)}")
    if rule.step and rule.step not in ESCALATION_STEP:
        raise CatalogueError(f"{rule.code}: step {rule.step!r} is none of {list(ESCALATION_STEP)}")
    names = {threshold.name for threshold in rule.thresholds}
    if (used := set(re.findall(r"\$([a-z_]+)", rule.sql))) != names:
        raise CatalogueError(f"{rule.code}: thresholds {sorted(used ^ names)} are declared or used, not both")
    for threshold in rule.thresholds:
        is_within = threshold.default is None or threshold.least <= threshold.default <= threshold.most
        if threshold.unit not in UNITS or not is_within:
            raise CatalogueError(f"{rule.code}: threshold {threshold.name} has a wrong unit or default")
