"""What was chosen of a dataset's values, and which columns are offered for it, as the address keeps it.

`only` stands once for each choice, `facet` once for each column. Nothing in them is trusted: what is not a
column of the dataset, masked for the reader or no value of its kind is dropped.
"""

import streamlit as st

from queries.datasets.choices import MOST_CHOICES, Choice, choice_of, code_of
from queries.datasets.facets import MOST_FACETS, can_have_facet
from queries.quick_tests.subject import Subject

PARAMETERS = ("only", "facet")
_BETWEEN = ":"


def read_choices(table: Subject) -> tuple[Choice, ...]:
    """The choices in the address that can be made in this table."""
    found = []
    for part in st.query_params.get_all("only")[:MOST_CHOICES]:
        column, __, code = part.partition(_BETWEEN)
        choice = choice_of(_read(column), code, table)
        if choice is not None and choice not in found:
            found.append(choice)
    return tuple(found)


def write_choices(choices: tuple[Choice, ...]) -> None:
    """Put the choices into the address, in the place of those that are there."""
    st.query_params["only"] = [
        _written(choice.column) + _BETWEEN + code_of(choice) for choice in choices[:MOST_CHOICES]
    ]


def read_facets(table: Subject) -> tuple[str, ...] | None:
    """The columns in the address that may have a facet; None where it names none."""
    if "facet" not in st.query_params:
        return None
    offered = can_have_facet(table)
    asked = [name for name in st.query_params.get_all("facet") if name in offered]
    return tuple(dict.fromkeys(asked))[:MOST_FACETS]


def write_facets(columns: tuple[str, ...]) -> None:
    """Put the columns into the address; none at all is written as an empty name."""
    st.query_params["facet"] = list(columns) or [""]


def _written(column: str) -> str:
    """A column's name without the sign that stands behind it."""
    return column.replace("%", "%25").replace(_BETWEEN, "%3A")


def _read(column: str) -> str:
    return column.replace("%3A", _BETWEEN).replace("%25", "%")
