"""What a model says of itself: purpose, logic, thresholds, basis, data, and what it cannot judge."""

import streamlit as st

from components.inert import inert
from components.model.threshold_lines import threshold_lines
from data.codes import label
from data.dataset_types import dataset_types
from data.language import _, listed, said_of
from queries.audit_models.model import AuditModel
from queries.audit_models.values import values_of


def model_facts(model: AuditModel) -> None:
    """Draw it."""
    _part(_("Purpose and risk"), str(model.risk))
    _part(_("Logic"), str(model.logic))
    _part(_("Left out"), str(model.exclusions) if model.exclusions else _("Nothing is left out."))
    _heading(_("Basis in law"))
    _basis(model)
    _heading(_("Thresholds"))
    _thresholds(model)
    _heading(_("Data needed"))
    _data(model)
    _heading(_("What cannot be judged"))
    _skips(model)


def _heading(title: str) -> None:
    st.markdown(f"**{title}**")


def _part(title: str, text: str) -> None:
    st.markdown(f"**{title}**  \n{inert(text)}")


def _basis(model: AuditModel) -> None:
    if not model.basis:
        st.caption(_("The model rests on no provision of a law."))
    for basis in model.basis:
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.markdown(inert(f"《{basis.law.strip('《》')}》{basis.article}"))
            if basis.is_checked:
                st.badge(_("Text checked"), icon=":material/verified:", color="green")
            else:
                st.badge(
                    _("Basis to be checked"),
                    icon=":material/pending:",
                    color="orange",
                    help=_(
                        "Nobody has compared it with the text of the law yet: read the text before citing it."
                    ),
                )
        if basis.says:
            st.caption(inert(str(basis.says)))


def _thresholds(model: AuditModel) -> None:
    if not model.params:
        st.caption(_("The model has no threshold that can be set."))
        return
    threshold_lines(model, values_of(model, {}))
    for alias, given in model.alias_params.items():
        bound = values_of(model, dict(given))
        st.markdown(inert(_("Run as {alias}, it begins with:").format(alias=alias)))
        threshold_lines(model, {name: bound[name] for name in given})


def _data(model: AuditModel) -> None:
    lines = []
    for requirement in model.requires.values():
        of_type = dataset_types()[requirement.dataset_type]
        titles = [column.title for column in of_type.columns if column.name in requirement.columns]
        more = _("optional") if requirement.is_optional else ""
        words = _("{name} ({words})").format(name=of_type.title, words=more) if more else of_type.title
        lines.append(f"- {said_of(inert(words), f':gray[{inert(listed(titles))}]')}")
    if kinds := sorted(model.reads_layers):
        layers, names = _("Map layers"), listed(label("map_layer_kind", kind) for kind in kinds)
        lines.append(f"- {said_of(layers, f':gray[{inert(names)}]')}")
    st.markdown("\n".join(lines))


def _skips(model: AuditModel) -> None:
    if not model.skips:
        st.caption(_("Every row can be judged."))
        return
    lines = []
    for skip in model.skips:
        relation = model.derived[skip.relation].of if skip.relation in model.derived else skip.relation
        of_type = dataset_types()[model.requires[relation].dataset_type]
        lines.append(f"- {said_of(inert(of_type.title), inert(str(skip.why)))}")
    st.markdown("\n".join(lines))
