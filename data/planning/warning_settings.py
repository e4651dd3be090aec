"""What the bureau sets of a warning rule: thresholds, level, whether it is on. A change is an event."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select

from data.access.permission import permit_whole
from data.access.roles import User
from data.codes import WARNING_LEVEL
from data.engine import writing
from data.events import WarningRuleChanged, record, take_turn
from data.schema import WarningRule, WarningThreshold

ACTION = "set-warning-rules"


@dataclass(frozen=True)
class RuleSetting:
    """What departs from the rule's file: None (or a threshold that is not named) is as the file has it."""

    level: str | None = None
    is_disabled: bool = False
    thresholds: Mapping[str, int] = field(default_factory=dict)


class ThresholdError(ValueError):
    """A threshold that the rule does not have, or that is out of its bounds; the message is its name."""


def rule_settings(connection: Connection) -> dict[str, RuleSetting]:
    """What the bureau has set, by the code of the rule; rules as their files have them are left out."""
    thresholds: dict[str, dict[str, int]] = {}
    for row in connection.execute(select(WarningThreshold.__table__)):
        thresholds.setdefault(row.warning_rule_code, {})[row.name] = row.value
    rules = {row.warning_rule_code: row for row in connection.execute(select(WarningRule.__table__))}
    return {
        code: RuleSetting(
            rules[code].level if code in rules else None,
            rules[code].is_disabled if code in rules else False,
            thresholds.get(code, {}),
        )
        for code in sorted(rules.keys() | thresholds.keys())
    }


def set_warning_rule(
    engine: Engine, user: User, code: str, wanted: RuleSetting, bounds: Mapping[str, tuple[int, int]]
) -> bool:
    """Set a rule; returns whether anything changed (then it is an event).

    `bounds` are the least and the most of each threshold of the rule. Raises NotPermittedError (recorded),
    ThresholdError, and KeyError for an unknown level.
    """
    permit_whole(engine, user, ACTION, code)
    if wanted.level is not None:
        WARNING_LEVEL[wanted.level]
    for name, value in wanted.thresholds.items():
        least, most = bounds.get(name, (1, 0))
        if not least <= value <= most:
            raise ThresholdError(name)
    with writing(engine) as connection:
        take_turn(connection)
        before = rule_settings(connection).get(code, RuleSetting())
        if before == wanted:
            return False
        _write(connection, code, wanted)
        event = WarningRuleChanged(code, _told(before, wanted), _told(wanted, before))
        record(connection, user.user_name, event)
    return True


def _write(connection: Connection, code: str, wanted: RuleSetting) -> None:
    for table in (WarningRule, WarningThreshold):
        connection.execute(delete(table).where(table.__table__.c.warning_rule_code == code))
    if wanted.level is not None or wanted.is_disabled:
        connection.execute(
            insert(WarningRule).values(
                warning_rule_code=code, level=wanted.level, is_disabled=wanted.is_disabled
            )
        )
    for name, value in wanted.thresholds.items():
        connection.execute(insert(WarningThreshold).values(warning_rule_code=code, name=name, value=value))


def _told(setting: RuleSetting, other: RuleSetting) -> dict[str, Any]:
    """What of a setting differs from the other."""
    values, others = (
        {"warning_level": entry.level, "is_disabled": entry.is_disabled, **entry.thresholds}
        for entry in (setting, other)
    )
    return {name: value for name, value in values.items() if name not in others or others[name] != value}
