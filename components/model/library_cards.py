"""The library as cards, sector by sector."""

import streamlit as st

from components.figures import show
from components.model.model_card import model_card
from components.model.model_words import rate_words
from components.session import bureau_now, groups
from data.codes import MODEL_SECTOR, label
from data.language import _
from queries.audit_models.library import Shelved
from queries.filters import Filters
from queries.run import Figure

_COLUMNS, _NARROWEST = 3, 300  # px
_FEW = 24


def library_cards(models: tuple[Shelved, ...], *, is_narrowed: bool) -> None:
    """Draw them; within a sector the reader's favourites come first.

    Each sector is a line that says what came of its models. Where few models are left they are unfolded at
    once; of the whole library only the first sector is.
    """
    filters = Filters(as_of=bureau_now().as_of)
    rates = _figures("suspect_confirmation_rate", filters, "audit_model")
    of_sector = _figures("suspect_confirmation_rate", filters, "model_sector")
    suspects = _figures("suspects", filters, "model_sector")
    sectors = [code for code in MODEL_SECTOR if any(each.model.sector == code for each in models)]
    for place, sector in enumerate(sectors):
        own = [each for each in models if each.model.sector == sector]
        words = [
            _("{models} models, {ready} of them run on the data you have").format(
                models=show(len(own), "count"), ready=show(sum(not each.missing for each in own), "count")
            )
        ]
        if sector in suspects:
            number = show(suspects[sector].value, "count")
            words.append(_("{suspects} suspects").format(suspects=number))
        words.append(rate_words(of_sector.get(sector)))
        said = " · ".join(part for part in words if part)
        title = f"**{label('model_sector', sector)}**　:small[:gray[{said}]]"
        is_open = is_narrowed or len(models) <= _FEW or place == 0
        with (
            st.expander(title, expanded=is_open, key=f"library_{sector}"),
            st.grid(_COLUMNS, min_column_width=_NARROWEST, gap="small"),
        ):
            for each in sorted(own, key=lambda each: not each.is_favourite):
                model_card(each, rates.get(each.model.code))


def _figures(name: str, filters: Filters, by: str) -> dict[str, Figure]:
    return {group.code: group.figure for group in groups(name, filters, by)}
