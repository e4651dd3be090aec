"""Which part of a dataset's page is looked at; the choice stands in the address."""

from collections.abc import Mapping

from components.address_choice import address_choice
from data.language import _


def dataset_part(parts: Mapping[str, str]) -> str:
    """Draw the choice between parts (code → title); without a known one in the address it is the first."""
    return address_choice(_("Show"), parts, "part", key="dataset_part", look="bare segments")
