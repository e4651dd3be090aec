"""Which coverage rule the pictures below are about; the choice stands in the address."""

from components.address_choice import address_choice
from components.session import source
from data.language import _
from data.shipped_names import shipped_name
from queries.planning.coverage_rules import CoverageRule, coverage_rules


def coverage_rule_choice() -> CoverageRule | None:
    """Draw the choice and return the rule; the first one at first, None where the bureau has none."""
    rules = {rule.code: rule for rule in coverage_rules(source())}
    if not rules:
        return None
    names = {code: shipped_name(rule.name) for code, rule in rules.items()}
    code = address_choice(_("Coverage rule"), names, "rule", key="coverage_rule_choice", look="segments")
    return rules[code]
