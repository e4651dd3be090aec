"""The button that gives the empty workbook of a dataset type."""

import streamlit as st

from data.dataset_types import DatasetType
from data.language import _, language, use_language
from queries.exporting.dataset_template import dataset_template, template_name

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def template_button(dataset_type: DatasetType) -> None:
    """Draw it."""
    spoken = language()

    def content() -> bytes:
        use_language(spoken)  # the file is made on the click, in another thread than this run
        return dataset_template(dataset_type)

    st.download_button(
        _("Template for {title} (XLSX)").format(title=dataset_type.title),
        content,
        file_name=template_name(dataset_type),
        mime=_XLSX,
        icon=":material/description:",
        on_click="ignore",
        type="tertiary",
        key=f"template_{dataset_type.name}",
        help=_("Columns with their types, what has to be filled in, examples, and every check."),
    )
