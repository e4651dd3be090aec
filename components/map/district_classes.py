"""Districts coloured by one figure: up to five equal steps with round bounds, grey without data."""

import math
from dataclasses import dataclass, replace

from components.figures import money_unit, show
from components.map.project_classes import Class
from components.money_unit import money_unit as chosen_unit
from components.palette import Palette
from components.session import groups
from data.language import _
from queries.catalog import kpis
from queries.filters import Filters

_SHADES = (1, 3, 5, 6, 8)
_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)  # times a power of ten


@dataclass(frozen=True)
class DistrictClasses:
    """By region code the colour, the words over the district and its label on the map; and the legend."""

    fills: dict[str, str]
    words: dict[str, str]
    labels: dict[str, str]
    classes: tuple[Class, ...]


def district_classes(name: str, filters: Filters, names: dict[str, str], look: Palette) -> DistrictClasses:
    """Of a KPI; a shade judges nothing. Without rows a number or a sum is zero, and a share is unknown."""
    kpi = kpis()[name]
    nothing = 0.0 if kpi.denominator is None else None
    found = {
        str(group.code): group.figure.value for group in groups(name, replace(filters, region=None), "region")
    }
    values = {code: found.get(code, nothing) for code in names}
    known = [float(value) for value in values.values() if value is not None]
    unit = (chosen_unit() or money_unit(max(known, default=None))) if kpi.format == "fen" else None
    shown = {code: show(value, kpi.format, unit) for code, value in values.items()}
    start, step, number = round_steps(
        min(known, default=0.0), max(known, default=0.0), is_whole=kpi.format == "count"
    )
    last = len(_SHADES) - 1  # few steps are as far apart in their shades as they can be
    shades = [
        look.scale[_SHADES[last - round(last * below / max(number - 1, 1))]] for below in range(number)
    ][::-1]
    fills = {
        code: look.no_data if value is None else shades[min(int((value - start) / step), number - 1)]
        for code, value in values.items()
    }
    classes = []
    if len(known) < len(values):
        classes.append(Class(look.no_data, _("no data")))
    for place, shade in enumerate(shades if known else ()):
        low, high = start + step * place, start + step * (place + 1)
        if kpi.format == "count":
            high -= 1  # of whole numbers the next class begins one higher
        ends = [show(bound, kpi.format, unit) for bound in (low, high)]
        is_one = low == high or min(known) == max(known)
        words = ends[0] if is_one else _("{low} to {high}").format(low=ends[0], high=ends[1])
        classes.append(Class(shade, words))
    return DistrictClasses(
        fills,
        {code: f"{title}\n{kpi.title}\n{shown[code]}" for code, title in names.items()},
        {code: f"{title}\n{shown[code]}" for code, title in names.items()},
        tuple(classes),
    )


def round_steps(low: float, high: float, *, is_whole: bool) -> tuple[float, float, int]:
    """(start, step, number of steps) that hold `low` to `high`: the start and each bound are multiples of it.

    The number is at most that of the shades; `is_whole` makes the step a whole number.
    """
    if high <= low:
        return low, 1.0, 1
    power = 10.0 ** math.floor(math.log10((high - low) / len(_SHADES)))
    for step in (times * scale for scale in (power, power * 10) for times in _ROUND):
        if is_whole and step != int(step):
            continue
        first = math.floor(round(low / step, 9))
        number = max(math.ceil(round(high / step, 9)) - first, 1)
        if is_whole:
            number = math.floor(high / step) - first + 1  # what lies on a bound begins a class
        if number <= len(_SHADES):
            return first * step, step, number
    raise AssertionError((low, high))  # a step of the whole width needs two classes at most
