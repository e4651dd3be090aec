"""The picture of a run: of which kind, and which columns of the result it is drawn from."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.authoring.heading import heading
from components.authoring.working import Working
from data.language import _, mark
from queries.audit_models.model import PICTURE_PARTS

_KINDS = {
    "bars": mark("Bars"),
    "distribution": mark("Distribution of values"),
    "timeline": mark("Time line"),
    "network": mark("Network"),
    "sankey": mark("Flows"),
    "benford": mark("Benford's law"),
    "map": mark("On the map"),
}
_PARTS = {
    "value": mark("Value"),
    "label": mark("Name of each"),
    "limit": mark("Threshold to draw"),
    "start": mark("First day"),
    "end": mark("Last day"),
    "source": mark("Comes from"),
    "target": mark("Goes to"),
    "shape": mark("Shape"),
    "other": mark("Shape it is held against"),
}


def picture_form(work: Working, header: Mapping[str, Any]) -> dict[str, Any]:
    """Draw it; returns the header with what was given."""
    heading(_("Picture"))
    before = header.get("picture", {})
    kinds = ["", *_KINDS]
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        kind = st.selectbox(
            _("Kind of picture"),
            kinds,
            kinds.index(before["kind"]) if before.get("kind") in _KINDS else 0,
            format_func=lambda code: _(_KINDS[code]) if code else _("None"),
            key=work.key("picture"),
            width=200,
        )
        parts = PICTURE_PARTS.get(kind, {})
        chosen = {part: _part(work, header, before, kind, part) for part in parts if part in _PARTS}
    # What is told for each digit by itself is written in the whole text.
    chosen |= {part: before[part] for part in parts if part not in _PARTS and part in before}
    told = {name: value for name, value in header.items() if name != "picture"}
    if kind:
        told["picture"] = {"kind": kind} | {part: name for part, name in chosen.items() if name}
    return told


def _part(
    work: Working, header: Mapping[str, Any], before: Mapping[str, Any], kind: str, part: str
) -> str | None:
    """The column, or for a threshold the parameter, that is drawn as this part."""
    names = list(header.get("columns", {}))
    if part == "limit":
        names = [*header.get("params", {}), *names]
    if not PICTURE_PARTS[kind][part]:
        names = ["", *names]
    chosen = st.selectbox(
        _(_PARTS[part]),
        names,
        names.index(before[part]) if before.get(part) in names else None,
        format_func=lambda name: name or _("None"),
        key=work.key(f"picture_{kind}_{part}"),
        placeholder=_("None"),
        width=180,
    )
    return None if chosen is None else str(chosen)
