"""Which dataset, version and test is looked at; the choice stands in the address."""

from dataclasses import dataclass, replace

import streamlit as st

from components.address_choice import address_choice
from components.explore.explore_address import PARAMETERS
from components.inert import inert
from components.session import current_user, engine
from data.data_room.dataset_access import Access, readable_datasets
from data.engine import reading
from data.language import _
from data.warehouse import DatasetFacts, StoredColumn, Version, versions
from queries.datasets.version_titles import version_titles
from queries.quick_tests import TESTS
from queries.quick_tests.declaration import QuickTest

# What was chosen of one dataset means nothing for another.
_OF_THE_DATASET = ("version", "match", "on", "how", *PARAMETERS)


@dataclass(frozen=True)
class Explored:
    """What is looked at, and what the reader may see of it; columns are titled in the current language."""

    facts: DatasetFacts
    version: Version
    access: Access
    test: QuickTest
    columns: tuple[StoredColumn, ...]

    def title(self, name: str) -> str:
        """What a column is called; one that a test adds has its name."""
        return next((column.title for column in self.columns if column.name == name), name)


def explore_choice() -> Explored | None:
    """Draw the choice; None, with a word on what to do, where the reader may read no dataset."""
    with reading(engine()) as connection:
        offered = {
            facts.name: (facts, access) for facts, access in readable_datasets(connection, current_user())
        }
    if not offered:
        st.info(
            _(
                "There is no dataset that you may read yet. Data-room staff bring datasets in; their owner "
                "shares one with you, your section or your project."
            ),
            icon=":material/database:",
        )
        return None
    where, which, how = st.columns([2, 1, 2])
    with where:
        name = address_choice(
            _("Dataset"),
            {key: _named(facts) for key, (facts, __) in offered.items()},
            "dataset",
            key="explore_dataset",
            forgets=_OF_THE_DATASET,
        )
    facts, access = offered[name]
    asked = st.query_params.get("dataset", name)
    if asked != name:
        words = _("You may not read “{asked}”, or it is not there any more; this is {shown}.").format(
            asked=asked, shown=facts.title
        )
        st.warning(inert(words), icon=":material/lock:")
    with reading(engine()) as connection:
        numbered = {
            str(version.number): version for version in reversed(versions(connection, facts.dataset_id))
        }
    with which:
        number = address_choice(
            _("Version"),
            {key: _("Version {number}").format(number=key) for key in numbered},
            "version",
            key="explore_version",
        )
    with how:
        tests = {key: _(test.title) for key, test in TESTS.items()}
        test = address_choice(_("Quick test"), tests, "test", key="explore_test")
    version = numbered[number]
    with reading(engine()) as connection:
        titles = version_titles(connection, version).of_columns
    columns = tuple(replace(column, title=titles[column.name]) for column in version.columns)
    return Explored(facts, version, access, TESTS[test], columns)


def _named(facts: DatasetFacts) -> str:
    return (
        facts.title
        if facts.title == facts.name
        else _("{name} ({words})").format(name=facts.title, words=facts.name)
    )
