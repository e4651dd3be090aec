"""How the warning rules are set: what each file says, and what the bureau made of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from data.planning.warning_settings import RuleSetting, rule_settings
from queries.planning.warning_rules import Rule, Threshold, escalation_rules, warning_rules


@dataclass(frozen=True)
class RuleStanding:
    """A rule with its settings in force: `level`, and the value of each threshold (None: not set)."""

    rule: Rule
    setting: RuleSetting

    @property
    def level(self) -> str:
        """The bureau's level, else the file's."""
        return self.setting.level or self.rule.level

    @property
    def unset(self) -> tuple[Threshold, ...]:
        """The thresholds that have no value: what they decide is not checked."""
        return tuple(entry for entry in self.rule.thresholds if self.value(entry) is None)

    def value(self, threshold: Threshold) -> int | None:
        """The bureau's value, else the file's default."""
        return self.setting.thresholds.get(threshold.name, threshold.default)


def rule_standings(connection: Connection) -> list[RuleStanding]:
    """The rules of posts, in the order of their codes."""
    return _standings(connection, warning_rules())


def escalation_standings(connection: Connection) -> list[RuleStanding]:
    """The rules of findings, the lowest rung first."""
    return _standings(connection, escalation_rules())


def _standings(connection: Connection, rules: Mapping[str, Rule]) -> list[RuleStanding]:
    settings = rule_settings(connection)
    return [RuleStanding(rule, settings.get(code, RuleSetting())) for code, rule in rules.items()]


def setting_of(rule: Rule, *, level: str, is_disabled: bool, values: dict[str, int | None]) -> RuleSetting:
    """What has to be kept of a choice: only what departs from the rule's file."""
    defaults = {entry.name: entry.default for entry in rule.thresholds}
    return RuleSetting(
        None if level == rule.level else level,
        is_disabled,
        {name: value for name, value in values.items() if value is not None and value != defaults[name]},
    )


def bounds_of(rule: Rule) -> dict[str, tuple[int, int]]:
    """The least and the most of each threshold."""
    return {entry.name: (entry.least, entry.most) for entry in rule.thresholds}
