"""What comes with the product under a Chinese name has an English one; what the bureau names does not."""

import tomllib
from pathlib import Path

from data.language import use_language
from data.reference_data import coverage_rules
from data.shipped_names import shipped_name

ROOT = Path(__file__).resolve().parent.parent
PLANS = [*(ROOT / "data/reference/plans").glob("*.toml"), ROOT / "data/demo/plan_155.toml"]


def shipped() -> set[str]:
    plans = [tomllib.loads(file.read_text(encoding="utf-8")) for file in PLANS]
    indicators = {indicator["name"] for plan in plans for indicator in plan["indicator"]}
    return {rule.name for rule in coverage_rules()} | {plan["name"] for plan in plans} | indicators


def test_every_shipped_name_is_english_for_english_readers_only() -> None:
    names = shipped()
    use_language("en")
    said = {shipped_name(name) for name in names}
    own = shipped_name("本局自定的要求")
    use_language("zh")
    assert [name for name in said if not name.replace("“", "").replace("”", "").isascii()] == []
    assert own == "本局自定的要求"
    assert {shipped_name(name) for name in names} == names
