"""Whether a table that was read from a file holds releases, records or a package of open contracting data."""

from collections.abc import Collection

_BESIDE_OCID = {
    "tag",
    "tender",
    "awards",
    "contracts",
    "parties",
    "buyer",
    "releases",
    "compiledRelease",
    "bids",
}
_PACKAGES = {"releases", "records"}


def is_ocds(headings: Collection[str]) -> bool:
    """By the names that the standard gives: an `ocid` beside a part of a process, or a published package."""
    names = set(headings)
    is_package = "publishedDate" in names and not names.isdisjoint(_PACKAGES)
    return is_package or ("ocid" in names and not names.isdisjoint(_BESIDE_OCID))
