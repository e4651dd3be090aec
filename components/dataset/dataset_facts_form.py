"""The form that changes what is said of a dataset: its title, how secret it is, its places, its owner."""

import streamlit as st

from components.attempted import attempted
from components.frame.sign_in import user_now
from components.session import engine
from data.codes import CLASSIFICATION, label
from data.data_room.change_dataset import OF_THE_KEEPER, change_dataset, said_of
from data.engine import reading
from data.language import _
from data.warehouse import DatasetFacts, WarehouseError
from data.warehouse.arrival import LONGEST_TITLE
from queries.datasets.fact_choices import FactChoices

_NONE = ""


def dataset_facts_form(facts: DatasetFacts, choices: FactChoices, *, is_owner: bool) -> None:
    """Draw it; who keeps the data room but does not own the dataset changes owner, section and item only."""
    with reading(engine()) as connection:
        said = said_of(connection, facts)
    with st.expander(_("Change what is said of it"), icon=":material/edit_note:"):
        if not is_owner:
            st.caption(_("Its owner changes the rest; the data room says whose it is and where it belongs."))
        with st.form(f"facts_{facts.dataset_id}", border=False):
            left, right = st.columns(2, gap="medium")
            with left:
                title = st.text_input(
                    _("Title"), said["title"] or "", max_chars=LONGEST_TITLE, disabled=not is_owner
                )
                classification = st.selectbox(
                    _("Classification"),
                    list(CLASSIFICATION),
                    index=list(CLASSIFICATION).index(facts.classification),
                    format_func=lambda code: label("classification", code),
                    disabled=not is_owner,
                    help=_("A state secret loses every share but that with its own project."),
                )
                project = _place(_("Project"), choices.projects, said["project_code"], is_open=is_owner)
                source = _place(_("Data source"), choices.sources, said["source_code"], is_open=is_owner)
            with right:
                section = _place(_("Section"), choices.sections, said["section_code"])
                region = _place(_("Region"), choices.regions, said["region_code"], is_open=is_owner)
                item = _place(_("Catalogue item"), choices.items, said["item_code"])
                owner = st.selectbox(
                    _("Owner"),
                    list(choices.owners),
                    index=list(choices.owners).index(facts.owner) if facts.owner in choices.owners else None,
                    format_func=lambda code: choices.owners[code],
                    help=_(
                        "Somebody who may bring in data and has a valid secrecy undertaking. The former owner"
                        " keeps only what is shared."
                    ),
                )
            is_sent = st.form_submit_button(_("Save"), type="primary")
        if not is_sent:
            return
        after = {
            "title": title,
            "classification": classification,
            "project_code": project,
            "source_code": source,
            "section_code": section,
            "region_code": region,
            "item_code": item,
            "owner": owner,
        }
        _change(
            facts,
            {
                field: value
                for field, value in after.items()
                if (is_owner or field in OF_THE_KEEPER) and (value or None) != said[field]
            },
        )


def _place(words: str, offered: dict[str, str], code: str | None, *, is_open: bool = True) -> str | None:
    options = [_NONE, *offered]
    if code is not None and code not in offered:
        options.append(code)
    chosen = st.selectbox(
        words,
        options,
        index=options.index(code or _NONE),
        format_func=lambda entry: offered.get(entry, entry) if entry else _("(none)"),
        disabled=not is_open,
    )
    return chosen or None


def _change(facts: DatasetFacts, after: dict[str, str | None]) -> None:
    if not after:
        st.caption(_("Nothing was changed."))
        return
    if attempted(lambda: change_dataset(engine(), user_now(engine()), facts.name, **after), WarehouseError):
        st.rerun()
