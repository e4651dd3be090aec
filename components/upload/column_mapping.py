"""Which heading of the file is which column: proposed, said how surely, changed column by column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import streamlit as st

from components.inert import inert
from components.session import engine
from components.upload.answers import answer_key, told_apart
from components.upload.target_choice import Target
from data.bringing.ad_hoc import known_type
from data.dataset_types import ADHOC, DatasetColumn, DatasetType, dataset_types
from data.engine import reading
from data.intake.values.money import UNITS
from data.language import _, listed, mark
from data.mapping.proposing import ColumnMapping, mapping_of, propose_mapping
from data.mapping.recipes import KnownRecipe, apply_recipe, find_recipe
from data.transfers import Transfer
from data.uploads import Proposal

_NONE = -1
_CERTAIN, _DOUBTFUL = 0.95, 0.7
_UNITS = ("元", "千元", "万元", "百万元", "亿元")
_HOLDS = {
    "text": mark("Text"),
    "whole": mark("Whole number"),
    "decimal": mark("Fraction"),
    "money": mark("Amount"),
    "date": mark("Date"),
    "moment": mark("Time"),
    "flag": mark("Yes or no"),
}
_WIDTHS, _WIDTHS_WITH_UNIT = (3, 4, 2, 5), (3, 4, 2, 1.6, 3.4)
_SAMPLES = 3
_SAMPLE_LETTERS = 40


@dataclass(frozen=True)
class Mapped:
    """What was decided. `places` says from which heading each column is read; None: as the recipe says.

    `missing` are titles of columns that the type needs and nothing gives; `mapping` is all of it in words.
    """

    dataset_type: DatasetType
    mapping: ColumnMapping
    places: Mapping[str, int] | None
    units: Mapping[str, str] = field(default_factory=dict)
    recipe: str | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """Titles of needed columns that nothing gives."""
        return tuple(
            column.title
            for column in self.dataset_type.columns
            if column.is_required and self.mapping.match(column.name) is None
        )


def column_mapping(transfer: Transfer, proposal: Proposal, target: Target) -> Mapped:
    """Draw the columns of the type, or of the ad hoc dataset that is added to."""
    dataset_type = type_of(target)
    recipe = _recipe(target, proposal)
    into = target.facts.name if target.facts else ""
    key = f"{transfer.transfer_id}_{target.dataset_type}_{told_apart([*proposal.headings, into])}"
    if recipe is not None and _uses_recipe(recipe, key):
        mapped = Mapped(
            dataset_type,
            apply_recipe(recipe, dataset_type, proposal.headings),
            None,
            dict(recipe.steps.units),
            recipe.name,
        )
        _as_the_recipe_says(mapped)
    else:
        mapped = _asked(proposal, dataset_type, key)
    if mapped.missing:
        st.error(
            inert(
                _("Nothing gives these columns, which the type needs: {names}").format(
                    names=listed(mapped.missing)
                )
            ),
            icon=":material/block:",
        )
    _left_over(mapped, proposal, target)
    return mapped


def type_of(target: Target) -> DatasetType:
    """The type, or the columns of the ad hoc dataset that is added to as one."""
    if target.dataset_type != ADHOC:
        return dataset_types()[target.dataset_type]
    assert target.earlier is not None  # a new ad hoc dataset has nothing to be mapped to
    return known_type(target.earlier)


def _recipe(target: Target, proposal: Proposal) -> KnownRecipe | None:
    with reading(engine()) as connection:
        recipe = find_recipe(connection, target.dataset_type, proposal.headings)
    is_other = target.dataset_type == ADHOC and recipe and target.facts and recipe.name != target.facts.name
    return None if is_other else recipe


def _uses_recipe(recipe: KnownRecipe, key: str) -> bool:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            ":material/bookmark: "
            + _("Read like the last file with these headings: recipe {name}").format(name=inert(recipe.name))
        )
        is_anew = st.toggle(_("Read it anew"), key=answer_key("anew", key))
    return not is_anew


def _as_the_recipe_says(mapped: Mapped) -> None:
    pairs = [
        f"{mapped.dataset_type.column(match.column).title} ← {match.heading}"  # type: ignore[union-attr]
        for match in mapped.mapping.matches
    ]
    st.caption(inert("；".join(pairs)))


def _asked(proposal: Proposal, dataset_type: DatasetType, key: str) -> Mapped:
    """A widget for each column; those that need a look first, the others folded away."""
    proposed = propose_mapping(dataset_type, proposal.headings, proposal.sample_rows)
    sure = {match.column: match.confidence for match in proposed.matches}
    groups: dict[str, list[DatasetColumn]] = {"look": [], "certain": [], "absent": []}
    for column in dataset_type.columns:
        confidence = sure.get(column.name)
        if confidence is None:
            groups["look" if column.is_required else "absent"].append(column)
        else:
            groups["certain" if confidence >= _CERTAIN else "look"].append(column)
    answers: dict[str, tuple[int, str]] = {}
    if groups["look"]:
        st.markdown("**" + _("Please look at these columns") + "**")
        answers |= _rows(groups["look"], proposal, proposed, key)
    if groups["certain"]:
        title = _("{count} columns whose headings are known").format(count=len(groups["certain"]))
        with st.expander(title, expanded=not groups["look"], icon=":material/task_alt:"):
            answers |= _rows(groups["certain"], proposal, proposed, key)
    if groups["absent"]:
        title = _("{count} columns that the file does not seem to have").format(count=len(groups["absent"]))
        with st.expander(title, icon=":material/remove:"):
            answers |= _rows(groups["absent"], proposal, proposed, key)
    places = {name: place for name, (place, __) in answers.items() if place != _NONE}
    mapping = mapping_of(
        dataset_type, proposal.headings, {name: (place, 1.0) for name, place in places.items()}
    )
    units = {name: unit for name, (place, unit) in answers.items() if unit and place != _NONE}
    return Mapped(dataset_type, mapping, places, units)


def _rows(
    columns: Sequence[DatasetColumn], proposal: Proposal, proposed: ColumnMapping, key: str
) -> dict[str, tuple[int, str]]:
    """Place of the heading and unit of each column, as answered."""
    return {column.name: _row(column, proposal, proposed, key) for column in columns}


def _row(column: DatasetColumn, proposal: Proposal, proposed: ColumnMapping, key: str) -> tuple[int, str]:
    match = proposed.match(column.name)
    is_money = column.type == "money"
    title, heading, surely, *unit_place, sample = st.columns(
        _WIDTHS_WITH_UNIT if is_money else _WIDTHS, vertical_alignment="center"
    )
    holds, need = _(_HOLDS[column.type]), _("needed")
    title.markdown(
        f"{inert(column.title)} :small[:gray[{holds}]]" + (f" :red[{need}]" if column.is_required else "")
    )
    places = [_NONE, *range(len(proposal.headings))]
    place = heading.selectbox(
        _("Heading for {column}").format(column=column.title),
        places,
        index=places.index(match.place) if match else 0,
        format_func=lambda place: proposal.headings[place] if place != _NONE else _("(none)"),
        key=answer_key(f"column_{column.name}", key),
        label_visibility="collapsed",
    )
    place = _NONE if place is None else int(place)
    words, colour = _surely(match.confidence if match and match.place == place else None)
    if place == _NONE:
        words, colour = (_("still missing"), "red") if column.is_required else (_("stays empty"), "gray")
    surely.markdown(f":small[:{colour}[{words}]]")
    unit = ""
    if is_money and place != _NONE:
        named = match.unit if match and match.place == place and match.unit else column.unit
        unit = str(
            unit_place[0].selectbox(
                _("Unit of {column}").format(column=column.title),
                [name for name in UNITS if name in _UNITS],
                index=_UNITS.index(named) if named in _UNITS else 0,
                key=answer_key(f"unit_{column.name}_{place}", key),
                label_visibility="collapsed",
            )
        )
    if place != _NONE:
        sample.markdown(f":small[:gray[{inert(sample_words(proposal, place))}]]")
    return place, unit


def _surely(confidence: float | None) -> tuple[str, str]:
    """How sure the proposal is, in words and colour; None for what a person chose."""
    if confidence is None:
        return _("chosen by you"), "blue"
    if confidence >= _CERTAIN:
        return ":material/check: " + _("known heading"), "green"
    words = _("similar heading") if confidence > _DOUBTFUL else _("uncertain, please check")
    return ":material/help: " + words, "orange"


def sample_words(proposal: Proposal, place: int) -> str:
    """A few different values of a column."""
    values = dict.fromkeys(
        cell[:_SAMPLE_LETTERS] for row in proposal.sample_rows if place < len(row) and (cell := row[place])
    )
    return listed(list(values)[:_SAMPLES])


def _left_over(mapped: Mapped, proposal: Proposal, target: Target) -> None:
    twice = [
        proposal.headings[place]
        for place in {match.place for match in mapped.mapping.matches}
        if sum(match.place == place for match in mapped.mapping.matches) > 1
    ]
    if twice:
        st.warning(
            inert(_("One heading is read into several columns: {names}").format(names=listed(twice))),
            icon=":material/call_split:",
        )
    if mapped.mapping.unused:
        words = (
            _("Headings that become new columns: {names}")
            if target.dataset_type == ADHOC
            else _("Headings that are not used; their values stay in the original file: {names}")
        )
        st.caption(inert(words.format(names=listed(mapped.mapping.unused))))
