"""Similar names: one person or unit under several spellings."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd

from data.duck import identifier
from data.language import _, mark
from queries.quick_tests import said
from queries.quick_tests.alike_pairs import Alike, alike_pairs
from queries.quick_tests.declaration import Param, QuickTest
from queries.quick_tests.name_form import name_form
from queries.quick_tests.outcome import CouldNotCheckError, Outcome, Picture
from queries.quick_tests.subject import Subject

_MOST_NAMES = 200_000  # of one table; a minute's work. The most frequent ones are compared
_SHOWN = 15


def similar_names(table: Subject, given: Mapping[str, Any]) -> Outcome:
    """`groups` of spellings, `names` (different spellings looked at), `not_compared`, `examples`.

    Names that agree when blanks, signs, widths and legal forms are taken away belong together; so do those
    that are at least `likeness` alike and have the same numbers in them. With `same`, only names with the
    same value in that column are compared: one identity number, several spellings. Rows carry `_group`.
    """
    written = f"trim(cast({identifier(given['column'])} as varchar))"
    same = f"cast({identifier(given['same'])} as varchar)" if given["same"] else "null"
    filled = f"coalesce({written}, '') <> ''" + (f" and {same} is not null" if given["same"] else "")
    counted = (
        f"select {written} as name, {same} as same, count(*) as times from data where {filled} group by all"
    )
    n, distinct = table.one(f"select coalesce(sum(times), 0), count(*) from ({counted})")
    if distinct == 0:
        raise CouldNotCheckError(_("The column {column} is empty.").format(column=given["column"]))
    names = table.ask(
        f"select name, same, times from ({counted}) order by times desc, name, same limit {_MOST_NAMES}"
    )
    group_of, alike = _groups([(name, value) for name, value, __ in names], given, table.go_on)
    members: dict[int, list[int]] = defaultdict(list)
    for place, group in group_of.items():
        members[group].append(place)
    rows = sum(names[place][2] for place in group_of)
    not_compared = distinct - len(names) + len(alike.not_compared)

    def size(places: list[int]) -> int:
        return sum(names[place][2] for place in places)

    ranked = sorted(members.values(), key=lambda places: (-size(places), places))
    examples: list[dict[str, Any]] = [
        {"names": [names[place][0] for place in places], "rows": size(places)} for places in ranked[:_SHOWN]
    ]
    return Outcome(
        test=TEST.name,
        n=int(n),
        rows=rows,
        figures={
            "groups": len(members),
            "names": distinct,
            "pairs": len(alike.pairs),
            "not_compared": not_compared,
            "examples": examples,
        },
        words=_("{groups} names out of {names} occur in several spellings, in {rows} rows.").format(
            groups=said.count(len(members)), names=said.count(distinct), rows=said.count(rows)
        )
        if members
        else _("None of {names} names occurs in another spelling.").format(names=said.count(distinct)),
        cautions=_cautions(not_compared),
        is_grouped=True,
        offending=table.question(
            f", grouped as (select unnest($names) as _name, unnest($sames) as _same, "
            "unnest($groups) as _group) "
            f"select grouped._group, data.* from data join grouped on {written} = grouped._name "
            f"and {same} is not distinct from grouped._same "
            "order by grouped._group, grouped._name, data._row",
            names=[names[place][0] for place in group_of],
            sames=[names[place][1] for place in group_of],
            groups=list(group_of.values()),
        ),
        picture=Picture(
            "bars",
            _("Which names have the most rows under several spellings?"),
            pd.DataFrame(
                {
                    "label": [item["names"][0] for item in examples],
                    "value": [item["rows"] for item in examples],
                    "code": [str(place) for place in range(len(examples))],
                    "meaning": "at_risk",
                }
            ),
        ),
    )


def _groups(
    names: Sequence[tuple[str, str | None]], given: Mapping[str, Any], go_on: Callable[[], None]
) -> tuple[dict[int, int], Alike]:
    """Group (counted from 1) of each place that has another spelling, and how alike the forms are."""
    spellings: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    for place, (name, same) in enumerate(names):
        spellings[same, name_form(name)].append(place)
    forms = [form for __, form in spellings]
    blocks = None
    if given["same"]:
        by_value: dict[str | None, list[int]] = defaultdict(list)
        for place, (same, __) in enumerate(spellings):
            by_value[same].append(place)
        blocks = [block for block in by_value.values() if len(block) > 1]
    alike = alike_pairs(forms, given["likeness"], blocks, go_on)
    parent = list(range(len(forms)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for one, other in alike.pairs:
        parent[root(other)] = root(one)
    joined: dict[int, list[int]] = defaultdict(list)
    for place, places in enumerate(spellings.values()):
        joined[root(place)].extend(places)
    several = [sorted(places) for places in joined.values() if len(places) > 1]
    numbers = {place: number for number, places in enumerate(sorted(several), 1) for place in places}
    return numbers, alike


def _cautions(not_compared: int) -> tuple[str, ...]:
    found = [
        _("Likeness is a hint, not a proof: compare identity numbers or credit codes before concluding.")
    ]
    if not_compared:
        found.append(
            _("{n} names were compared to the letter only or not at all: too many are like them.").format(
                n=said.count(not_compared)
            )
        )
    return tuple(found)


TEST = QuickTest(
    "similar_names",
    mark("Same name, different spelling"),
    mark(
        "Finds persons and units that occur under several spellings. One receiver under two names escapes "
        "limits, offsets and comparisons with other registers."
    ),
    (
        Param("column", mark("Name"), "column", wants="text", is_required=True),
        Param("likeness", mark("Likeness in percent"), "whole", default=90, least=50, most=100),
        Param(
            "same",
            mark("Compared only where this agrees"),
            "column",
            help=mark("Such as the identity number or the bank account"),
        ),
    ),
    similar_names,
)
