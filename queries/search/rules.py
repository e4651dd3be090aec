"""Rules that are found: warning rules, quick tests, coverage rules, and the laws that models stand on."""

from collections import defaultdict

from sqlalchemy import Connection, Engine, select

from data.engine import reading, writing
from data.knowledge.cards import cards_there
from data.language import in_chinese, mark
from data.schema import CoverageRule, SearchText
from data.search.entry import Entry
from data.search.settling import enter, read_again
from queries.audit_models.catalogue import models_in_force
from queries.planning.warning_rules import warning_rules
from queries.quick_tests import TESTS

WARNING, TEST, LAW, COVERAGE = "warning", "test", "law", "coverage"


def rule_entries(connection: Connection) -> dict[str, Entry]:
    """Every rule by its number in the index: what it belongs to, a slash, and its code."""
    entries = (*_warnings(), *_tests(), *_laws(connection), *_coverage(connection))
    return {entry.ref_id: entry for entry in entries}


def enter_shipped(engine: Engine) -> int:
    """Bring rules and shipped cards in the index to what this version of the program has; how many differ."""
    with reading(engine) as connection:
        rules = rule_entries(connection)
        of_program = SearchText.kind.in_(("rule", "card"))
        there = {
            (row.kind, row.ref_id): row.digest
            for row in connection.execute(
                select(SearchText.kind, SearchText.ref_id, SearchText.digest).where(of_program)
            )
        }
        codes = cards_there(connection)
    differing = {
        ref
        for ref in {*rules, *(ref for kind, ref in there if kind == "rule")}
        if ref not in rules or there.get(("rule", ref)) != rules[ref].digest
    }
    with writing(engine) as connection:
        if differing:
            enter(connection, "rule", differing, [rules[ref] for ref in differing if ref in rules])
        gone = {ref for kind, ref in there if kind == "card"} - {*codes}
        read_again(connection, "card", [*codes, *gone])
    return len(differing)


def _rule(part: str, code: str, title: str, *texts: tuple[str, str]) -> Entry:
    told = tuple((label, text) for label, text in texts if text)
    return Entry(kind="rule", ref_id=f"{part}/{code}"[:400], title=title, texts=told, is_open=True)


def _warnings() -> list[Entry]:
    return [
        _rule(
            WARNING,
            rule.code,
            rule.title.zh,
            (mark("Definition"), rule.definition.zh),
            (mark("Kind"), in_chinese(mark("Warning rule"))),
        )
        for rule in warning_rules().values()
    ]


def _tests() -> list[Entry]:
    return [
        _rule(
            TEST,
            test.name,
            in_chinese(test.title),
            (mark("What it finds"), in_chinese(test.finds)),
            (mark("Kind"), in_chinese(mark("Quick test"))),
        )
        for test in TESTS.values()
    ]


def _laws(connection: Connection) -> list[Entry]:
    """Each article that a model stands on, with what it says and the models."""
    says: dict[tuple[str, str], set[str]] = defaultdict(set)
    models: dict[tuple[str, str], list[str]] = defaultdict(list)
    for model in models_in_force(connection).values():
        for basis in model.basis:
            article = basis.law, basis.article
            models[article].append(f"{model.code} {model.title.zh}")
            if basis.says:
                says[article].add(basis.says.zh)
    return [
        _rule(
            LAW,
            f"{law} {article}",
            f"{law} {article}",
            (mark("Wording"), " ".join(sorted(says[law, article]))),
            (mark("Audit models"), "、".join(models[law, article])),
            (mark("Kind"), in_chinese(mark("Legal basis"))),
        )
        for law, article in models
    ]


def _coverage(connection: Connection) -> list[Entry]:
    rules = connection.execute(select(CoverageRule.coverage_rule_code, CoverageRule.name))
    return [
        _rule(COVERAGE, row.coverage_rule_code, row.name, (mark("Kind"), in_chinese(mark("Coverage rule"))))
        for row in rules
    ]
