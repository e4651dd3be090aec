"""Districts coloured by one figure: five equal steps from the smallest to the largest, grey without data."""

from dataclasses import replace
from itertools import pairwise

from components.figures import money_unit, show
from components.map.project_classes import Class
from components.money_unit import money_unit as chosen_unit
from components.palette import Palette
from components.session import groups
from data.language import _
from queries.catalog import kpis
from queries.filters import Filters

_SHADES = (1, 3, 5, 6, 8)


def district_classes(
    name: str, filters: Filters, names: dict[str, str], look: Palette
) -> tuple[dict[str, str], dict[str, str], tuple[Class, ...]]:
    """(colour by region code, words by region code, classes) of a KPI; a shade judges nothing."""
    kpi = kpis()[name]
    found = {
        str(group.code): group.figure.value for group in groups(name, replace(filters, region=None), "region")
    }
    known = [float(value) for code, value in found.items() if value is not None and code in names]
    unit = (chosen_unit() or money_unit(max(known, default=None))) if kpi.format == "fen" else None
    words = {
        code: f"{title}\n{kpi.title}\n{show(found.get(code), kpi.format, unit)}"
        for code, title in names.items()
    }
    low, high = min(known, default=0.0), max(known, default=0.0)
    step = (high - low) / len(_SHADES)
    fills = {
        code: look.no_data if value is None else look.scale[_SHADES[_class(float(value), low, step)]]
        for code, value in found.items()
    }
    if not known:
        return fills, words, (Class(look.no_data, _("no data")),)
    bounds = [low + step * place for place in range(len(_SHADES) + 1)] if step else [low, high]
    classes = [
        Class(
            look.scale[shade],
            _("{low} to {high}").format(
                low=show(_even(start, kpi.format), kpi.format, unit),
                high=show(_even(end, kpi.format), kpi.format, unit),
            ),
        )
        for shade, (start, end) in zip(_SHADES, pairwise(bounds), strict=False)
    ]
    if any(found.get(code) is None for code in names):
        classes.insert(0, Class(look.no_data, _("no data")))
    return fills, words, tuple(classes)


def _class(value: float, low: float, step: float) -> int:
    return min(int((value - low) / step), len(_SHADES) - 1) if step else 0


def _even(number: float, format: str) -> float:  # noqa: A002
    """A bound without parts that the figure does not have."""
    return number if format in {"percent", "days"} else float(round(number))
