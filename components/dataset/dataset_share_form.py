"""The form that opens a dataset to an account, a section or a project's team."""

import streamlit as st

from components.attempted import attempted
from components.frame.sign_in import user_now
from components.one_of import one_of
from components.session import engine
from data.data_room.change_dataset import said_of
from data.data_room.dataset_access import SECRET
from data.data_room.dataset_shares import share
from data.engine import reading
from data.language import _
from data.warehouse import DatasetFacts, WarehouseError
from queries.datasets.fact_choices import FactChoices


def dataset_share_form(facts: DatasetFacts, choices: FactChoices) -> None:
    """Draw it, for the owner. A state secret is offered to its own project alone."""
    is_secret = facts.classification == SECRET
    with st.container(border=True):
        heading = _("Share it")
        st.markdown(f"**{heading}**")
        projects = choices.projects
        kinds = {"project": _("Project"), "section": _("Section"), "account": _("Account")}
        if is_secret:
            with reading(engine()) as connection:
                own = said_of(connection, facts)["project_code"]
            st.caption(_("A state secret can be shared with the members of its own project only."))
            if own is None:
                st.caption(_("It belongs to no project yet: say so below first."))
                return
            projects, kinds = {own: projects.get(own, own)}, {"project": kinds["project"]}
        kind = one_of(_("Share with"), kinds, key="share_kind", first="project")
        offered = {"project": projects, "section": choices.sections, "account": choices.readers}[str(kind)]
        code = st.selectbox(
            kinds[str(kind)],
            list(offered),
            index=None,
            format_func=lambda entry: offered[entry],
            placeholder=_("Choose"),
            key=f"share_with_{kind}",
        )
        st.caption(_reaches(str(kind)))
        is_unmasked = st.checkbox(
            _("Without masks"),
            key="share_unmasked",
            help=_(
                "Identity numbers, accounts, telephones and names are seen whole, in rows, tests, queries and"
                " files that are taken out. Leave it empty unless the work needs the whole number."
            ),
        )
        if st.button(_("Share"), type="primary", icon=":material/share:", key="share", disabled=code is None):
            _share(facts, str(kind), str(code), is_unmasked=is_unmasked)


def _reaches(kind: str) -> str:
    match kind:
        case "project":
            return _("Reaches the project's team, each as long as they are in it.")
        case "section":
            return _("Reaches the accounts that are bound to the section.")
    return _("Reaches this account alone.")


def _share(facts: DatasetFacts, kind: str, code: str, *, is_unmasked: bool) -> None:
    target = {"project": "with_project", "section": "with_section", "account": "with_user"}[kind]
    if attempted(
        lambda: share(engine(), user_now(engine()), facts.name, is_unmasked=is_unmasked, **{target: code}),
        WarehouseError,
    ):
        st.rerun()
