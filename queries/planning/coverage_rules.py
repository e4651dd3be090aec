"""The coverage rules in force in the bureau, in its own order."""

from dataclasses import dataclass

from queries.source import Source


@dataclass(frozen=True)
class CoverageRule:
    """覆盖要求: `subject` is "object" or "post"; an audit at least once in `interval_years`."""

    code: str
    name: str
    subject: str
    interval_years: int


def coverage_rules(source: Source) -> tuple[CoverageRule, ...]:
    """All rules, those first that stand first in the bureau's list."""
    rows = source.rows(
        """select coverage_rule_code, name, subject, interval_years from coverage_rule
        order by sort_order, coverage_rule_code"""
    )
    return tuple(CoverageRule(*row) for row in rows)
