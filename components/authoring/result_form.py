"""The columns of the result, whom a suspect is about, and how it leads to its source rows."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.authoring.filled_in import COLUMNS
from components.authoring.grid import grid
from components.authoring.heading import heading
from components.authoring.working import Working
from data.codes import COLUMN_MASK, PARTY_KIND, label
from data.dataset_types import dataset_types
from data.language import _
from queries.audit_models.drafts.header_rows import (
    column_rows,
    evidence_rows,
    party_rows,
    skip_rows,
    with_columns,
    with_evidence,
    with_parties,
    with_skips,
)
from queries.audit_models.model import VALUE_TYPES


def result_form(work: Working, header: Mapping[str, Any]) -> dict[str, Any]:
    """Draw it; returns the header with what was given."""
    told = _columns(work, header)
    told = _suspect(work, told)
    heading(_("Persons, companies and units it touches"))
    told = with_parties(told, _parties(work, told))
    relations = list(told.get("requires", {}))
    of = st.column_config.SelectboxColumn(_("Data"), options=relations)
    where = st.column_config.TextColumn(_("Condition (SQL)"), width="large")
    heading(_("Evidence rows"))
    st.caption(_("Which source rows prove a suspect: $name is the suspect's value in that result column."))
    text = st.column_config.TextColumn
    told = with_evidence(
        told,
        grid(
            evidence_rows(told),
            {
                "of": of,
                "where": where,
                "marks": text(_("Columns to mark"), help=_("Names, with commas between.")),
                "title": text(_("Title (optional)")),
            },
            key=work.key("evidence"),
        ),
    )
    heading(_("What cannot be judged"))
    st.caption(_("Rows that lack what the model asks for are counted for each reason, never passed over."))
    skips = grid(skip_rows(told), {"of": of, "where": where, "why": text(_("Why"))}, key=work.key("skips"))
    return with_skips(told, skips)


def _columns(work: Working, header: Mapping[str, Any]) -> dict[str, Any]:
    with st.container(horizontal=True, vertical_alignment="center"):
        heading(_("Result columns"))
        if st.button(
            _("Take from the SQL"),
            icon=":material/sync:",
            key=work.key("suggest"),
            help=_("Asks the SQL which columns it gives; those that are here already stay as they are."),
        ):
            work.asked = COLUMNS
    sources = [
        f"{relation}.{column.name}"
        for relation, spec in header.get("requires", {}).items()
        if (of_type := dataset_types().get(str(spec.get("type", relation))))
        for column in of_type.columns
    ]
    text, choice = st.column_config.TextColumn, st.column_config.SelectboxColumn
    rows = grid(
        column_rows(header),
        {
            "name": text(_("Column")),
            "source": choice(
                _("Taken from"),
                options=sources,
                help=_("A column that is taken over brings its title, type and mask."),
            ),
            "title": text(_("Title, if computed")),
            "title_en": text(_("English")),
            "type": choice(_("Type, if computed"), options=list(VALUE_TYPES)),
            "mask": choice(_("Mask"), options=list(COLUMN_MASK)),
        },
        key=work.key("columns"),
    )
    return with_columns(header, rows)


def _suspect(work: Working, header: Mapping[str, Any]) -> dict[str, Any]:
    names = list(header.get("columns", {}))
    told = dict(header)
    told["key"] = st.multiselect(
        _("Key: what tells one suspect from another in every run"),
        names,
        [name for name in header.get("key", ()) if name in names],
        key=work.key("key"),
    )
    before = header.get("entity", {})
    kind, number, name, amount, group = st.columns(5)
    kinds = list(PARTY_KIND)
    entity = {
        "kind": kind.selectbox(
            _("A suspect is about a"),
            kinds,
            _place(kinds, before.get("kind")),
            format_func=lambda code: label("party_kind", code),
            key=work.key("entity_kind"),
        )
    }
    for key, place, title in (("id", number, _("its number")), ("name", name, _("its name"))):
        entity[key] = place.selectbox(
            title, names, _place(names, before.get(key, before.get("id"))), key=work.key(f"entity_{key}")
        )
    told["entity"] = {key: value or "" for key, value in entity.items()}
    money = [each for each, spec in header.get("columns", {}).items() if _is_money(header, spec)]
    for field, place, title, options in (
        ("amount", amount, _("Amount"), money),
        ("group", group, _("Grouped by"), names),
    ):
        chosen = place.selectbox(
            title,
            ["", *options],
            _place(["", *options], header.get(field, "")),
            format_func=lambda each: each or _("None"),
            key=work.key(field),
        )
        told.pop(field, None)
        told |= {field: chosen} if chosen else {}
    return told


def _parties(work: Working, header: Mapping[str, Any]) -> list[dict[str, Any]]:
    names = list(header.get("columns", {}))
    choice = st.column_config.SelectboxColumn
    return grid(
        party_rows(header),
        {
            "kind": choice(
                _("What it is"),
                options=list(PARTY_KIND),
                format_func=lambda code: label("party_kind", str(code)),
            ),
            "id": choice(_("Column of its number"), options=names),
            "name": choice(_("Column of its name"), options=["", *names]),
        },
        key=work.key("parties"),
    )


def _is_money(header: Mapping[str, Any], spec: Any) -> bool:
    if isinstance(spec, Mapping) and "type" in spec:
        return bool(spec["type"] == "money")
    source = spec if isinstance(spec, str) else spec.get("source", "")
    relation, __, name = source.partition(".")
    of_type = dataset_types().get(str(header.get("requires", {}).get(relation, {}).get("type", relation)))
    column = of_type.column(name) if of_type else None
    return column is not None and column.type == "money"


def _place(options: list[str], chosen: Any) -> int | None:
    if not options:
        return None
    return options.index(chosen) if chosen in options else 0
