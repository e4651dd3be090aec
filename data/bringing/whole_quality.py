"""The quality of a version as a whole: of all arrivals that it consists of, not of the last one alone."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from data.checking.quality import NOTHING, Judged
from data.warehouse import Version

_WHOLE = "whole"  # in the report of a version: the cells of all its arrivals that were judged


def whole_quality(
    own: Judged, earlier: Version | None, replaced: Judged
) -> tuple[int | None, dict[str, Any]]:
    """Quality in basis points, and what the report of the version keeps so that the next one can go on.

    `own` are the cells of the arrival, `earlier` is the version that it is added to, `replaced` are cells of
    rows in quarantine that came again, corrected. None where a part of the rows was never checked.
    """
    before = _kept(earlier.report) if earlier is not None else NOTHING
    if before is None:
        return None, {}
    whole = before - replaced + own
    return whole.basis_points, {_WHOLE: asdict(whole)}


def _kept(report: Mapping[str, Any]) -> Judged | None:
    return Judged(**report[_WHOLE]) if _WHOLE in report else None
