"""Models in force as a file for other bureaus."""

import streamlit as st

from components.session import engine
from data.engine import reading
from data.language import _
from queries.audit_models.catalogue import models_in_force
from queries.audit_models.drafts.exchange import file_name, packed
from queries.audit_models.shipped import is_shipped


def take_models() -> None:
    """Draw the choice and the button."""
    with reading(engine()) as connection:
        models = models_in_force(connection)
    own = [code for code, model in models.items() if not is_shipped(model)]
    chosen = st.multiselect(
        _("Models"),
        list(models),
        own,
        format_func=lambda code: f"{code} {models[code].title}",
        key="take_models",
        placeholder=_("Choose models"),
    )
    st.caption(_("One is the very file; several are an archive with the SHA-256 of each. No data is in it."))
    if not chosen:
        return
    one = models[chosen[0]] if len(chosen) == 1 else None
    st.download_button(
        _("Download {count} models").format(count=len(chosen)),
        one.text if one else lambda: packed(models[code] for code in chosen),
        file_name=file_name(one) if one else "audit-models.zip",
        mime="text/plain" if one else "application/zip",
        icon=":material/download:",
        on_click="ignore",
        type="primary",
    )
