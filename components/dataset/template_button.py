"""The button that gives the empty workbook of a dataset type."""

from functools import partial

from components.made_file import made_file
from data.dataset_types import DatasetType
from data.language import _
from queries.exporting.dataset_template import dataset_template, template_name


def template_button(dataset_type: DatasetType) -> None:
    """Draw it."""
    made_file(
        _("Template for {title} (XLSX)").format(title=dataset_type.title),
        partial(dataset_template, dataset_type),
        template_name(dataset_type),
        icon="description",
        look="tertiary",
        words=_("Columns with their types, what has to be filled in, examples, and every check."),
        key=f"template_{dataset_type.name}",
    )
