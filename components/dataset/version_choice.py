"""Which version of a dataset is looked at; the choice stands in the address."""

from components.address_choice import address_choice
from data.codes import label
from data.language import _
from data.local_time import in_china
from data.warehouse import Version
from queries.cards.dataset_card import DatasetCard


def version_choice(
    card: DatasetCard, title: str = "", parameter: str = "version", *, place: int = 0
) -> Version:
    """Draw the choice and return the version; a dataset of one version has no choice.

    Without one in the address it is the newest, or the one `place` before it.
    """
    numbered = {str(version.number): version for version in reversed(card.versions)}
    if len(numbered) == 1:
        return card.newest
    named = {number: version_words(version) for number, version in numbered.items()}
    usual = list(numbered)[min(place, len(numbered) - 1)]
    chosen = address_choice(
        title or _("Version"), named, parameter, key=f"dataset_{parameter}", usual=usual, width=320
    )
    return numbered[chosen]


def version_words(version: Version) -> str:
    """A version as a choice names it: 第2版（追加） · 2026-10-30."""
    named = _("Version {number} ({change})").format(
        number=version.number, change=change_words(version.number, version.change)
    )
    return f"{named} · {in_china(version.loaded_at):%Y-%m-%d}"


def change_words(number: int, change: str) -> str:
    """What a version changed; what came first replaced nothing, whatever its change is called."""
    return _("First arrival") if number == 1 else label("version_change", change)
