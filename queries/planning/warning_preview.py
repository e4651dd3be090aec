"""What the warnings would be if the bureau set rules otherwise: the same source with the proposal in it."""

from collections.abc import Mapping
from dataclasses import replace

from data.planning.warning_settings import RuleSetting
from queries.planning.warning_rules import warning_relations
from queries.source import Source


def proposed_source(source: Source, proposed: Mapping[str, RuleSetting]) -> Source:
    """The source as it would be with those settings; nothing is written, and it must not be cached."""
    relations = source.as_of_relations | warning_relations(proposed)
    return replace(source, as_of_relations=relations, held=None)
