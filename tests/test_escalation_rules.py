"""The rules of 督办升级: each keeps to its cases, the boundary days among them, and what is proposed then."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from data.codes import ESCALATION_STEP
from data.engine import connect_to, now, writing
from data.language import use_language
from data.migrate import upgrade
from data.schema import EscalationDecision
from queries.catalog import kpis
from queries.cell_words import cell_words, ground_words
from queries.compose import relations_read
from queries.filters import Filters
from queries.planning.warning_preview import proposed_source
from queries.planning.warning_rules import CatalogueError, escalation_rules, read_rule, warning_rules
from queries.rows import detail
from queries.run import breakdown, value
from queries.source import Source, open_source
from tests.escalation_cases import FOLDER, KINDS, Case, add_case, add_letter, add_problem_class, cases
from tests.ledger_rows import add_finding, add_house, settle

RULES = list(escalation_rules())
TOLD = [case for rule in RULES for case in cases(rule)]
DAY = date(2026, 7, 31)
SAID = """select finding_id, outcome, decisive_date, limit_value, ground from escalation_check_as_of
    where warning_rule = $rule"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Source, dict[str, int]]]:
    """Every case of every rule in one database; the number of its finding by what the case says."""
    folder = tmp_path_factory.mktemp("escalation")
    (folder / "audit.db").touch()
    engine = connect_to(f"sqlite:///{folder / 'audit.db'}")
    upgrade(engine)
    with pytest.MonkeyPatch.context() as patch, writing(engine) as connection:
        patch.setenv("AUDIT_VAR_DIR", str(folder))
        add_house(connection)
        add_problem_class(connection)
        numbers = {
            f"{case.rule} {case.why}": add_case(connection, case, place) for place, case in enumerate(TOLD)
        }
        settle(connection)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDIT_VAR_DIR", str(folder))
        yield open_source(engine), numbers
    engine.dispose()


@pytest.mark.parametrize("rule", RULES)
def test_each_case_of_the_rule(told: tuple[Source, dict[str, int]], rule: str) -> None:
    source, numbers = told
    for case in cases(rule):
        asked = proposed_source(source, {rule: case.setting})
        found = {
            row[0]: row[1:]
            for row in asked.rows(f"{relations_read(asked, SAID, [case.as_of])} {SAID}", {"rule": rule})
        }
        said = found.get(numbers[f"{rule} {case.why}"])
        if case.kind == "clean":
            assert said is None, case.why
            continue
        assert said is not None, case.why
        assert said[:3] == (case.expect["outcome"], case.expect["decisive"], case.expect["limit"]), case.why
        for spoken in ("zh", "en"):
            use_language(spoken)
            words = ground_words(json.loads(said[3]))
            assert not re.search(r"[{}]|None|null|—", words), words
    use_language("zh")


@pytest.mark.parametrize("rule", RULES)
def test_the_rule_has_cases_with_every_sentence_and_both_sides_of_its_boundary(rule: str) -> None:
    spec, own = escalation_rules()[rule], cases(rule)
    assert {case.kind for case in own} == set(KINDS)
    assert len({case.why for case in own}) == len(own)
    assert {case.expect["outcome"] for case in own if case.expect} == set(spec.flagged)
    bounds = {case.boundary for case in own if case.boundary}
    assert bounds
    for bound in bounds:
        flagged, clean = (
            next(case for case in own if (case.boundary, case.kind) == (bound, kind)) for kind in KINDS
        )
        assert (flagged.facts, flagged.setting) == (clean.facts, clean.setting)
        assert abs(flagged.as_of - clean.as_of) == timedelta(days=1)


def test_every_rung_has_a_rule_and_every_file_of_cases_too() -> None:
    assert {rule.step for rule in escalation_rules().values()} == set(ESCALATION_STEP)
    assert {file.stem for file in FOLDER.glob("*.toml")} == set(RULES)
    assert not set(RULES) & set(warning_rules()), "they are set in one table"


@pytest.mark.parametrize("rule", RULES)
def test_header(rule: str) -> None:
    spec = escalation_rules()[rule]
    words = [spec.title, spec.definition, *spec.flagged.values()]
    for text in [*words, *(threshold.title for threshold in spec.thresholds)]:
        assert re.search(r"[\u4e00-\u9fff]", text.zh)
        assert not re.search(r"[\u4e00-\u9fff]", text.en)
        assert set(re.findall(r"{\w+}", text.zh)) == set(re.findall(r"{\w+}", text.en))


def test_a_rule_for_a_rung_that_is_none_is_refused(tmp_path: Path) -> None:
    text = Path("queries/escalation/urge.sql").read_text("utf-8")
    file = tmp_path / "faulty.sql"
    file.write_text(text.replace('step = "urge"', 'step = "shout"'), "utf-8")
    with pytest.raises(CatalogueError, match="shout"):
        read_rule(file)


def late(connection: Any, number: int, *steps: tuple[str, date], **facts: Any) -> int:
    """A finding whose limit passed on 1 January 2026, with the rungs taken."""
    said: dict[str, Any] = {"due": date(2026, 1, 1), "steps": list(steps)} | facts
    case = Case("urge", "flagged", "", DAY, said, None, None, {})  # type: ignore[arg-type]
    return add_case(connection, case, number)


def decided(finding_id: int, step: str, decision: str, day: date, **values: Any) -> dict[str, Any]:
    return {
        "finding_id": finding_id,
        "step": step,
        "decision": decision,
        "fact_date": day,
        "user_name": "u",
        "recorded_at": now(),
        "due_date": date(2026, 1, 1),
    } | values


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Source]:
    """Findings F1 … that are late, each at another place of the ladder or decided on in another way."""
    folder = tmp_path_factory.mktemp("proposals")
    (folder / "audit.db").touch()
    engine = connect_to(f"sqlite:///{folder / 'audit.db'}")
    upgrade(engine)
    urged = ("urge", date(2026, 1, 20))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDIT_VAR_DIR", str(folder))
        with writing(engine) as connection:
            add_house(connection)
            ids = [late(connection, 0), late(connection, 1, urged)]
            ids.append(late(connection, 2, urged, ("supervision_letter", date(2026, 3, 1))))
            ids.append(late(connection, 3, ("interview", date(2026, 7, 1))))
            ids += [late(connection, number) for number in range(4, 8)]
            decisions = [
                decided(ids[4], "urge", "put_off", date(2026, 7, 1), until_date=date(2026, 8, 1)),
                decided(ids[5], "urge", "declined", date(2026, 7, 1)),
                decided(ids[6], "urge", "declined", date(2025, 12, 1), due_date=date(2025, 11, 30)),
            ]
            for values in decisions:
                connection.execute(insert(EscalationDecision).values(**values))
            add_letter(
                connection,
                ids[7],
                107,
                step=("urge", date(2026, 7, 30)),
                sent_date=None,
                answer_due_date=date(2026, 8, 15),
            )
            add_finding(connection, due=date(2026, 8, 10))
            back = [("rectified", date(2026, 7, 5)), ("reopened", date(2026, 7, 15))]
            for number, (decision, until) in enumerate(
                (("declined", None), ("put_off", date(2027, 1, 1))), 8
            ):
                values = decided(late(connection, number, facts=back), "urge", decision, date(2026, 7, 1))
                connection.execute(insert(EscalationDecision).values(**(values | {"until_date": until})))
            settle(connection)
        yield open_source(engine)
    engine.dispose()


def proposed(source: Source, day: date) -> dict[str, str]:
    rows = detail(source, kpis()["escalation_proposals"], Filters(as_of=day))
    return dict(zip(rows["finding_code"], rows["escalation_step"], strict=True))


def test_the_next_rung_is_proposed_and_decisions_hold(standing: Source) -> None:
    assert proposed(standing, DAY) == {
        "F1": "urge",
        "F2": "supervision_letter",
        "F3": "government_supervision",
        # F4 was interviewed, whatever rungs were left out: urging is behind it. Fifty-nine days are not over.
        # F8 has a letter that waits to be sent.
        "F5": "government_supervision",  # urging is put off, and nothing above it
        "F6": "government_supervision",  # declined to urge while this limit holds: 211 days late it drags on
        "F7": "urge",  # declined under an earlier limit
        "F9": "reminder",
        "F10": "urge",  # declined and put off before they were reopened, under the same limit
        "F11": "urge",
    }
    before = proposed(standing, date(2026, 7, 1))
    assert (before["F10"], before["F11"]) == ("government_supervision", "government_supervision")
    assert proposed(standing, date(2026, 8, 1))["F5"] == "urge", "put off until this day"
    assert proposed(standing, date(2026, 6, 30))["F5"] == "urge", "on an earlier day nobody had put it off"
    assert proposed(standing, date(2026, 7, 29))["F8"] == "urge", "before the letter was decided"
    assert proposed(standing, date(2026, 1, 11)) == {}, "the last of the ten days"


def test_the_reason_names_the_rung_before_and_what_is_left_out(standing: Source) -> None:
    rows = detail(standing, kpis()["escalation_proposals"], Filters(as_of=DAY)).set_index("finding_code")
    use_language("zh")
    said = {code: cell_words("escalation_reason", rows.loc[code, "escalation_reason"]) for code in rows.index}
    assert said["F2"].startswith("2026-01-20 催办，192 天（限 30 天）没有回复，仍未整改；久拖不决：")
    assert said["F2"].endswith("此前：2026-01-20 催办")
    assert said["F1"].endswith("此前未采取督办措施；越过：提醒")
    assert said["F6"].endswith("此前未采取督办措施；越过：提醒、催办、督办函")


def test_figures_of_the_ladder_and_the_candidates(standing: Source) -> None:
    asked = Filters(as_of=DAY)
    at = {
        group.code: group.figure.rows
        for group in breakdown(standing, kpis()["findings_escalated"], asked, "rung_reached")
    }
    assert at == {"urge": 1, "supervision_letter": 1, "interview": 1}
    # All but F9, which is not due, are more than 180 days late.
    assert value(standing, kpis()["supervision_candidates"], asked).value == 10
    assert value(standing, kpis()["supervision_candidates"], Filters(as_of=date(2026, 6, 30))).value == 0
    letters = {
        day: breakdown(standing, kpis()["escalation_letters"], Filters(as_of=day), "letter_state")
        for day in (DAY, date(2026, 7, 29))
    }
    assert [(group.code, group.figure.rows) for group in letters[DAY]] == [("to_send", 1)]
    assert letters[date(2026, 7, 29)] == []
