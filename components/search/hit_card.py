"""One thing that was found: its title, by which it opens, where the words stand in it, and whose it is."""

import streamlit as st

from components.address import address
from components.inert import inert
from components.navigation import (
    CARD_PAGE,
    COVERAGE_PAGE,
    DOCUMENT_PAGE,
    EC_PAGE,
    EXPLORE_PAGE,
    FINDING_PAGE,
    MODEL_PAGE,
    MODELS_PAGE,
    PROJECT_PAGE,
    STAFF_PAGE,
)
from components.session import bureau_now, current_user
from data.access.roles import can
from data.codes import label
from data.language import _
from queries.search.highlighting import Piece
from queries.search.rules import COVERAGE, LAW, TEST, WARNING
from queries.search.searching import Found

_ICONS = {
    "finding": "article",
    "project": "assignment",
    "document": "description",
    "office_document": "mail",
    "diary_entry": "edit_note",
    "model": "model_training",
    "rule": "gavel",
    "case": "lightbulb",
    "card": "menu_book",
}
# What a card of that kind says beside its snippets.
_FACTS = {
    "finding": ("Unit", "Project"),
    "project": ("Unit",),
    "document": ("Project",),
    "office_document": ("From or to",),
    "diary_entry": ("Project",),
    "case": ("Audit model",),
}


def hit_card(found: Found) -> None:
    """Draw it."""
    with st.container(border=True, gap=None):
        title = marked(found.title, is_bold=True)
        target = _target(found)
        kind = f":small[:gray[{label('search_kind', found.kind)}]]"
        icon = f":material/{_ICONS[found.kind]}:"
        if target is None:
            st.markdown(f"{icon} {title}　{kind}")
        else:
            page, asked = target
            parts = address(None, bureau_now().as_of, **asked)
            st.page_link(page, label=f"{title}　{kind}", icon=icon, query_params=parts, width="stretch")
        lines = [
            f":gray[{_(name)}　]{marked(part)}"
            for name, part in found.snippets
            if name not in _FACTS.get(found.kind, ())
        ]
        facts = [found.facts[name] for name in _FACTS.get(found.kind, ()) if name in found.facts]
        places = [str(found.year) if found.year else "", found.region or "", found.section or ""]
        told = " · ".join(inert(fact) for fact in (*facts, *places) if fact)
        st.markdown(
            "  \n".join(f":small[{line}]" for line in (*lines, f":gray[{told}]" if told else "") if line)
        )


def marked(pieces: tuple[Piece, ...], *, is_bold: bool = False) -> str:
    """Markdown that shows exactly this text, with what was asked for set off."""
    return "".join(_told(piece, is_bold=is_bold) for piece in pieces)


def _told(piece: Piece, *, is_bold: bool) -> str:
    if not piece.words.strip():
        return " "
    # `inert` takes the blanks at the ends, which belong between pieces.
    before = " " if piece.words[0].isspace() else ""
    after = " " if piece.words[-1].isspace() else ""
    words = inert(piece.words)
    words = f"**{words}**" if is_bold or piece.is_hit else words
    return f"{before}:blue[{words}]{after}" if piece.is_hit else f"{before}{words}{after}"


def _target(found: Found) -> tuple[str, dict[str, str]] | None:
    """The page that shows it, and what that page has to be asked; None where the reader may open none."""
    if found.kind == "rule":
        return _of_rule(*found.ref_id.split("/", 1))
    page, name, number = {
        "finding": (FINDING_PAGE, "id", found.ref_id),
        "project": (PROJECT_PAGE, "id", found.ref_id),
        "document": (PROJECT_PAGE, "id", found.part_of),
        "office_document": (DOCUMENT_PAGE, "id", found.ref_id),
        "diary_entry": (STAFF_PAGE, "id", found.part_of),
        "model": (MODEL_PAGE, "id", found.ref_id),
        "case": (MODEL_PAGE, "id", found.part_of),
        "card": (CARD_PAGE, "id", found.ref_id),
    }[found.kind]
    return (page, {name: number}) if number else None


def _of_rule(part: str, code: str) -> tuple[str, dict[str, str]] | None:
    if part == TEST and not can(current_user(), "use-data"):
        return None
    return {
        LAW: (MODELS_PAGE, {"words": code}),
        WARNING: (EC_PAGE, {}),
        COVERAGE: (COVERAGE_PAGE, {}),
        TEST: (EXPLORE_PAGE, {}),
    }[part]
