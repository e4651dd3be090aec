"""What comes with the product in Chinese has English words; what the bureau writes does not."""

import csv
import re
import tomllib
from pathlib import Path

from data.bureau import UNNAMED
from data.demo.indicators import PLAN_SOURCE, SHIPPED
from data.language import use_language
from data.reference_data import coverage_rules
from data.shipped_names import shipped_name

ROOT = Path(__file__).resolve().parent.parent
PLANS = [*(ROOT / "data/reference/plans").glob("*.toml"), ROOT / "data/demo/plan_155.toml"]


def shipped() -> set[str]:
    plans = [tomllib.loads(file.read_text(encoding="utf-8")) for file in PLANS]
    indicators = [indicator for plan in plans for indicator in plan["indicator"]]
    of_plans = {plan[key] for plan in plans for key in ("name", "source")} | {PLAN_SOURCE}
    of_plans |= {title for __, title, __ in SHIPPED}
    of_indicators = {
        indicator.get(key)
        for indicator in indicators
        for key in ("name", "formula", "baseline_label", "note")
    }
    labels = {target["label"] for indicator in indicators for target in indicator.get("targets", ())}
    with (ROOT / "data/reference/holidays.csv").open(encoding="utf-8") as file:
        holidays = {line["name"] for line in csv.DictReader(file)}
    return (
        {UNNAMED}
        | holidays
        | {rule.name for rule in coverage_rules()}
        | of_plans
        | (of_indicators - {None})
        | labels
    )


def test_every_shipped_name_is_english_for_english_readers_only() -> None:
    names = shipped()
    use_language("en")
    said = {shipped_name(name) for name in names}
    own = shipped_name("本局自定的要求")
    use_language("zh")
    assert [name for name in said if re.search("[一-鿿]", name)] == []
    assert own == "本局自定的要求"
    assert {shipped_name(name) for name in names} == names
