"""The columns by which two datasets are compared, as the address keeps them: `on` once for each pair."""

import streamlit as st

from queries.joining.key_forms import COMPARISONS
from queries.joining.sides import KeyPair

MOST_PAIRS = 3  # columns of one key: a person by name, day of birth and village


def read_pairs(left: set[str], right: set[str]) -> tuple[KeyPair, ...]:
    """The pairs in the address whose columns are among those of the two datasets."""
    found = []
    for text in st.query_params.get_all("on")[:MOST_PAIRS]:
        parts = [part.replace("%3A", ":").replace("%25", "%") for part in text.split(":")]
        if len(parts) == 3 and parts[0] in left and parts[1] in right and parts[2] in COMPARISONS:
            found.append(KeyPair(*parts))
    return tuple(dict.fromkeys(found))


def written(pairs: tuple[KeyPair, ...]) -> list[str]:
    """What read_pairs() reads."""
    return [
        ":".join(
            part.replace("%", "%25").replace(":", "%3A") for part in (pair.left, pair.right, pair.comparison)
        )
        for pair in pairs
    ]
