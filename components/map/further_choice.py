"""What else lies on the map: installed layers, and hits of audit models. The choice stands in the address."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from components.address_parameter import put
from components.session import current_user, engine
from data.codes import label
from data.engine import reading
from data.geo.layers.installing import Layer, layers
from data.language import _
from queries.audit_models.hits import SeenRun
from queries.audit_models.on_map import runs_on_map

# Drawn on every map: its ground.
_GROUND = {"province", "city", "border", "districts"}


@dataclass(frozen=True)
class FurtherChoice:
    """Layers and runs to be drawn, in the order in which they are offered."""

    layers: tuple[Layer, ...]
    runs: tuple[SeenRun, ...]


def further_choice(*, sees_projects: bool) -> FurtherChoice:
    """Draw the two choices; one that has nothing to offer is not drawn. Hits are for who sees projects."""
    with reading(engine()) as connection:
        installed = {str(one.map_layer_id): one for one in layers(connection) if one.kind not in _GROUND}
        runs = runs_on_map(connection, current_user()) if sees_projects else {}
    chosen_layers = _several(
        _("Further layers"),
        {key: f"{one.name} · {label('map_layer_kind', one.kind)}" for key, one in installed.items()},
        "layers",
        _("Protected land, towns"),
    )
    chosen_runs = _several(
        _("Hits of audit models"),
        {code: f"{code} {seen.model.title}" for code, seen in runs.items()},
        "hits",
        _("Flagged projects"),
    )
    return FurtherChoice(
        tuple(installed[key] for key in chosen_layers), tuple(runs[code] for code in chosen_runs)
    )


def _several(title: str, options: Mapping[str, str], parameter: str, placeholder: str) -> list[str]:
    if not options:
        return []
    key = f"map_{parameter}"
    asked = st.query_params.get(parameter, "").split(",")
    st.session_state[key] = [code for code in options if code in asked]
    return st.multiselect(
        title,
        list(options),
        format_func=lambda code: options[code],
        key=key,
        on_change=_write,
        args=(parameter, key),
        placeholder=placeholder,
    )


def _write(parameter: str, key: str) -> None:
    put(parameter, ",".join(st.session_state[key]))
