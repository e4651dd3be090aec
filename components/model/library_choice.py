"""What the library is narrowed to: sector, method, words, data, favourites; all of it is in the address."""

from dataclasses import dataclass

import streamlit as st

from components.address_choice import address_choice
from components.address_flag import address_flag
from components.address_words import address_words
from components.code_choice import code_choice
from data.language import _
from queries.audit_models.library import Shelved


@dataclass(frozen=True)
class LibraryChoice:
    """`is_list` is whether the models are wanted as a list in place of cards."""

    models: tuple[Shelved, ...]
    is_list: bool
    is_narrowed: bool


def library_choice(every: tuple[Shelved, ...]) -> LibraryChoice:
    """Draw the choices; returns the models that meet them."""
    sectors = {each.model.sector for each in every}
    methods = {each.model.method for each in every}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        words = address_words("words", _("Code, title, law …"), key="library_words", width=240)
        sector = code_choice(
            _("Sector"), _("All sectors"), "model_sector", "sector", key="library_sector", present=sectors
        )
        method = code_choice(
            _("Method"), _("All methods"), "model_method", "method", key="library_method", present=methods
        )
        is_ready = address_flag(_("Only what I can run on the data I have"), "ready", key="library_ready")
        is_own = address_flag(_("Favourites"), "favourites", key="library_favourites")
        st.space("stretch")
        looks = {"cards": _("Cards"), "list": _("List")}
        look = address_choice(_("Show"), looks, "look", key="library_look", look="bare segments")
    found = tuple(
        each
        for each in every
        if sector in {"", each.model.sector}
        and method in {"", each.model.method}
        and not (is_ready and each.missing)
        and (each.is_favourite or not is_own)
        and _is_named(each, words)
    )
    return LibraryChoice(found, look == "list", len(found) < len(every))


def _is_named(each: Shelved, words: str) -> bool:
    """Whether every word stands somewhere in what the model is called by and says of itself."""
    model = each.model
    laws = [f"{basis.law} {basis.article}" for basis in model.basis]
    said = [model.title, model.risk, model.logic]
    texts = [model.code, *model.aliases, *laws, *(text for part in said for text in (part.zh, part.en))]
    whole = "\n".join(texts).lower()
    return all(word in whole for word in words.lower().split())
