"""In which coordinate system the places of a file are: proposed with its reason, confirmed by the reader.

Points that would land outside are listed with the likely reason; nothing is left out and nothing moved.
"""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.figures import show
from components.inert import inert
from components.session import engine
from components.upload.answers import answer_key
from components.upload.grid_parameters import grid_parameters
from data.bringing.placing import PlaceSaid
from data.engine import reading
from data.geo.gauss_kruger import DATUMS, epsg_of, zone_at
from data.geo.intake.columns import place_columns
from data.geo.intake.looking import LookedAt, WouldLand, look_at_places, would_land
from data.geo.landing import REASONS
from data.geo.layers.areas import district_place
from data.geo.places import Place
from data.geo.systems import NAMED, CoordinateSystemError, coordinate_system
from data.language import _
from data.size_words import size_words
from data.transfers import Transfer
from data.uploads import Choices, Proposal, UploadRefusedError

_LOOKED = "upload_places_looked_at"
_KEPT = 8
_LARGEST = 200 * 1024**2  # larger files are placed from the command line, where nobody waits at a page
_SPATIAL = ("shapefile", "geojson", "geopackage")
_GRID, _WORDS, _NONE = "grid", "words", ""
_ROW_HEIGHT = 36


@dataclass(frozen=True)
class PlaceAnswer:
    """`said` is None where the file has no places, or they stay columns like any other.

    `is_settled`: nothing of it is still open.
    """

    said: PlaceSaid | None = None
    is_settled: bool = True


def place_system(transfer: Transfer, chosen: Choices, proposal: Proposal) -> PlaceAnswer:
    """Draw the question; nothing where the file shows no places."""
    if not _shows_places(proposal):
        return PlaceAnswer()
    if transfer.size > _LARGEST:
        words = _("Places in files above {size} are converted from the command line: datasets add --system.")
        st.caption(inert(words.format(size=size_words(_LARGEST))))
        return PlaceAnswer()
    with reading(engine()) as connection:
        where = district_place(connection)
    looked = _looked_at(transfer, chosen, where)
    if looked is None:
        return PlaceAnswer()
    st.subheader(_("Where its places lie"))
    _proposed(looked)
    code, is_swapped = _asked(transfer, looked, where)
    if not code:
        if code == _NONE:
            st.caption(_("The coordinates are not converted; maps and spatial checks do not see them."))
        return PlaceAnswer(is_settled=code == _NONE)
    try:
        found = would_land(looked, code, where, is_swapped=is_swapped)
        system = coordinate_system(code)
    except CoordinateSystemError as error:
        st.error(inert(str(error)), icon=":material/block:")
        return PlaceAnswer(is_settled=False)
    _landing(found, where, system.accuracy_m)
    is_confirmed = st.checkbox(
        _("The coordinates of this file are in {system}").format(system=inert(system.title)),
        key=answer_key(f"place_confirmed_{code}_{is_swapped}", transfer.transfer_id),
    )
    if not is_confirmed:
        st.caption(_("Confirm the coordinate system, or declare another, before the file is brought in."))
    return PlaceAnswer(PlaceSaid(code, is_swapped), is_confirmed)


def _shows_places(proposal: Proposal) -> bool:
    """By the kind of the file, its headings and first rows: others are not read through for it."""
    found = place_columns(proposal.columns, proposal.headings, proposal.sample_rows)
    return proposal.kind in _SPATIAL or found is not None


def _looked_at(transfer: Transfer, chosen: Choices, where: Place) -> LookedAt | None:
    kept: dict[object, LookedAt | None] = st.session_state.setdefault(_LOOKED, {})
    key = (transfer.transfer_id, chosen, where.codes)
    if key not in kept:
        try:
            with st.spinner(_("Looking for places …")):
                kept[key] = look_at_places(transfer.file, chosen, where)
        except UploadRefusedError:
            kept[key] = None  # what is wrong with the file is said where it is read
        for old in list(kept)[:-_KEPT]:
            del kept[old]
    return kept[key]


def _proposed(looked: LookedAt) -> None:
    found = looked.proposal
    if not found.code:
        # Columns called x and y need not be places: this is no fault.
        st.caption(f":material/wrong_location: {inert(found.reason)}")
        return
    st.markdown(
        ":material/my_location: "
        + _("Proposed: **{system}**. {reason}").format(
            system=inert(coordinate_system(found.code).title), reason=inert(found.reason)
        )
    )


def _asked(transfer: Transfer, looked: LookedAt, where: Place) -> tuple[str | None, bool]:
    """(code of the system, None while there is none; whether the northing stands first)."""
    titles = _systems(looked, where)
    best = looked.proposal.code or looked.declared
    file = transfer.transfer_id
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    code = left.selectbox(
        _("Coordinate system"),
        list(titles),
        index=list(titles).index(best) if best in titles else list(titles).index(_NONE),
        format_func=lambda each: titles[each],
        key=answer_key("place_system", file),
    )
    is_swapped = right.toggle(
        _("Northing or latitude stands first"),
        value=looked.proposal.is_swapped,
        key=answer_key("place_swapped", file),
        disabled=code == _NONE,
    )
    if code == _GRID:
        return grid_parameters(file, where), is_swapped
    if code == _WORDS:
        words = st.text_area(
            _("EPSG number, WKT or PROJ text of the system"),
            placeholder="epsg:4548",
            key=answer_key("place_words", file),
        )
        return words.strip() or None, is_swapped
    return str(code), is_swapped


def _systems(looked: LookedAt, where: Place) -> dict[str, str]:
    """Codes with their titles: the likely ones, those with names, Gauss-Krüger of the place, others."""
    codes = [code for code in (looked.proposal.code, looked.declared) if code]
    titles = {code: coordinate_system(code).title for code in codes}
    titles |= {code: _(title) for code, title in NAMED.items()}
    if not where.is_country:
        for datum in DATUMS:
            for width in (3, 6):
                zone = zone_at(where.middle[0], width)
                for has_zone in (False, True):
                    code = f"epsg:{epsg_of(datum, zone, width, has_zone=has_zone)}"
                    titles.setdefault(code, coordinate_system(code).title)
    titles[_GRID] = _("A city's own grid, by its parameters")
    titles[_WORDS] = _("Another: EPSG number, WKT or PROJ text")
    titles[_NONE] = _("Leave the coordinates as they are")
    return titles


def _landing(found: WouldLand, where: Place, accuracy_m: float) -> None:
    inside = _("in the country") if where.is_country else _("in the bureau's districts")
    facts = [
        _("{landed} of {rows} places lie {inside}").format(
            landed=show(found.landed, "count"), rows=show(found.rows, "count"), inside=inside
        )
    ]
    if found.precision_m is not None:
        facts.append(_("written to {metres} m").format(metres=_metres(found.precision_m)))
    if accuracy_m:
        facts.append(
            _("the way to CGCS2000 loses up to {metres} m without parameters").format(
                metres=f"{accuracy_m:g}"
            )
        )
    words = " · ".join(map(inert, facts))
    if found.fits_either_way:
        st.warning(
            _(
                "With the axes exchanged as many places lie there: whether the easting or the northing stands"
                " first, only the origin of the file can tell."
            ),
            icon=":material/swap_horiz:",
        )
    if found.landed == found.rows:
        st.success(words, icon=":material/task_alt:")
        return
    st.warning(words, icon=":material/wrong_location:")
    reasons = "；".join(
        _("{reason}: {rows} rows").format(reason=_(REASONS[reason]), rows=show(rows, "count"))
        for reason, rows in found.reasons.items()
    )
    with st.expander(inert(reasons), icon=":material/list:"):
        frame = pd.DataFrame(
            [(line, written, _(REASONS[reason])) for line, written, reason in found.outside],
            columns=["line", "written", "reason"],
        )
        st.dataframe(
            frame,
            hide_index=True,
            row_height=_ROW_HEIGHT,
            height="content" if len(frame) <= 12 else _ROW_HEIGHT * 13,
            column_config={
                "line": st.column_config.NumberColumn(_("Line in the file"), format="localized", width=110),
                "written": st.column_config.TextColumn(_("As written")),
                "reason": st.column_config.TextColumn(_("Likely reason"), width="medium"),
            },
        )
        st.caption(_("They stay in the dataset with the coordinates as brought and this reason beside them."))


def _metres(precision_m: float) -> str:
    """Finer than a millimetre is the storage of the file, not what was measured."""
    return f"{precision_m:,.0f}" if precision_m >= 1 else f"{max(precision_m, 0.001):.1g}"
