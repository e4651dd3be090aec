"""The dialog that begins a text: as a copy of a model in force, or with its data alone."""

import streamlit as st

from components.attempted import attempted
from components.frame.sign_in import user_now
from components.one_of import one_of
from components.session import engine
from data.audit_models.authoring import AuthoringError
from data.dataset_types import dataset_types
from data.engine import reading
from data.language import _
from queries.audit_models.catalogue import models_in_force
from queries.audit_models.drafts.authoring import save
from queries.audit_models.drafts.beginning import blank, copied
from queries.audit_models.reading import CODE

_COPY, _BLANK = "copy", "blank"
_LONGEST_CODE, _LONGEST_TITLE = 32, 80


def new_text() -> None:
    """Draw it; the text is opened when it is made."""
    titles = {_COPY: _("From a model in force"), _BLANK: _("From nothing")}
    way = one_of(_("Begin"), titles, key="new_text_way", shows_title=False)
    with reading(engine()) as connection:
        models = models_in_force(connection)
    model = kind = None
    if way == _COPY:
        model = st.selectbox(
            _("Model"),
            list(models),
            format_func=lambda code: f"{code} {models[code].title}",
            key="new_text_model",
        )
    else:
        types = dataset_types()
        kind = st.selectbox(
            _("What it reads first"),
            list(types),
            format_func=lambda name: types[name].title,
            key="new_text_type",
        )
    code = st.text_input(
        _("Its code"),
        max_chars=_LONGEST_CODE,
        key="new_text_code",
        placeholder=_("For example: GJ-01"),
        help=_("Capital letters, digits, - and _; none that a model of the program has."),
    )
    title = ""
    if way == _BLANK:
        title = st.text_input(_("Title"), max_chars=_LONGEST_TITLE, key="new_text_title")
    if not st.button(_("Begin writing"), type="primary", width="stretch", key="new_text_begin"):
        return
    made: list[int] = []

    def make() -> None:
        name = code.strip().upper()
        if not CODE.fullmatch(name):
            raise AuthoringError(
                _("Give the model a code: a capital letter, then capitals, digits, - or _, 32 signs at most.")
            )
        if way == _COPY:
            with reading(engine()) as connection:
                body = copied(connection, models[str(model)], name)
        else:
            body = blank(name, title.strip(), str(kind))
        made.append(save(engine(), user_now(engine()), body))

    if attempted(make, AuthoringError):
        st.query_params["text"] = str(made[0])
        st.rerun()
