"""Cells kept as facts and said in words of the reader's language, on screen as in a file."""

import json
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from data.codes import label
from data.language import _, listed
from data.shipped_names import shipped_name
from queries.audit_models.shipped import model_title
from queries.figure_words import show
from queries.planning import fiscal_watch
from queries.planning.warning_rules import Rule, every_rule

_FEN_OF_TEN_THOUSAND = 1_000_000
_EMPTY = "—"


def cell_words(kind: str, value: Any) -> str:
    """The words of a cell of one of SAID's kinds; a value that is not known is shown as it is."""
    return SAID[kind](str(value))


def _rule_title(code: str) -> str:
    if code == fiscal_watch.CODE:
        return _(fiscal_watch.TITLE)
    rule = every_rule().get(code)
    return str(rule.title) if rule else code


def _reason(facts: str) -> str:
    """Why a rule warns of a post, or why it could not check it: the rule's sentence with the facts filled in.

    `facts` is the column `reason` of ec_check_as_of: rule, outcome, and what its sentence may name.
    """
    found = json.loads(facts)
    rule = every_rule().get(found["rule"])
    if rule is None:
        return _EMPTY
    told = {name: _EMPTY if value is None else value for name, value in found.items()}
    told["audit_class"] = label("audit_class", found["audit_class"])
    return _sentence(rule, found["outcome"]).format(**told)


def _escalation_reason(facts: str) -> str:
    """Why a rung is proposed: the sentence of each rule, the rung before with its day, and what is left out.

    `facts` is the column `escalation_reason` of escalation_proposal_as_of.
    """
    found = json.loads(facts)
    said = [words for ground in found["grounds"] if (words := ground_words(ground))]
    if found["before"]:
        before = _("Before that: {step} on {day}").format(
            step=label("escalation_step", found["before"]), day=found["before_date"]
        )
    else:
        before = _("Before that: no step was taken")
    said.append(before)
    if found["left_out"]:
        steps = listed([label("escalation_step", step) for step in found["left_out"]])
        said.append(_("Would leave out: {steps}").format(steps=steps))
    return _("; ").join(said)


def ground_words(ground: Mapping[str, Any]) -> str:
    """The sentence of one rule with its facts; nothing for a rule that is not known any more."""
    rule = every_rule().get(ground["rule"])
    if rule is None:
        return ""
    told = {name: _EMPTY if value is None else value for name, value in ground.items()}
    told["money"] = _money(ground.get("proof"))
    return _sentence(rule, ground["outcome"]).format(**told)


def _money(proof: object) -> str:
    """A proof that is an amount in 万元, in the money of the reader's language."""
    try:
        return show(Decimal(str(proof)) * _FEN_OF_TEN_THOUSAND, "fen")
    except InvalidOperation:  # the proof of this rule is no amount, and its sentence names none
        return _EMPTY


def _sentence(rule: Rule, outcome: str) -> str:
    match outcome:
        case "exempt":
            return _("Not a subject of economic-responsibility audits: not warned")
        case "disabled":
            return _("The bureau has switched the rule off: not warned")
    return str({**rule.flagged, **rule.skipped}[outcome])


def _retention(years: str) -> str:
    return _("{years} years").format(years=years) if int(years) else _("for ever")


# Kinds of queries/columns.py whose cells are said in words.
SAID = {
    "reason": _reason,
    "escalation_reason": _escalation_reason,
    "audit_model": model_title,
    "warning_rule": _rule_title,
    "shipped_name": shipped_name,
    "retention": _retention,
}
