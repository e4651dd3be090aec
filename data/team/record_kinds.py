"""Which list the value of a dated fact about a person is of."""

from data.codes import CODE_LISTS

# Kinds whose value is a code of a list of data/codes.py.
LISTS = {"rank": "staff_rank", "qualification": "qualification", "talent": "talent", "skill": "staff_skill"}
# Kinds that say no more than that it is so from a day on.
PLAIN = ("division_head", "computer_intermediate")
YES = "yes"


def choices_of(kind: str) -> dict[str, str] | None:
    """The codes that a fact of the kind may have, with their labels' message ids; None for a free name."""
    if kind in PLAIN:
        return {YES: "Yes"}
    return CODE_LISTS[LISTS[kind]] if kind in LISTS else None
