"""Into which class each project falls by what the map is coloured by, and the legend that this makes."""

from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from components.figures import money_units, show, unit_name
from components.palette import Palette
from data.codes import label
from data.language import _

# Days past the planned end, and cost above the approved budget, from which a project is in breach. A budget
# that is passed by a tenth has to be approved anew (政府投资条例, 第二十三、二十四条).
_LATE_DAYS = 90
_OVERRUN = 0.10
_SUSPECTS = 2
_MONEY_STEPS = (10**9, 5 * 10**9, 10**10, 10**11)  # 分: 1000 万元, 5000 万元, 1 亿元, 10 亿元
_STATE_COLOURS = {"running": 0, "planned": 1, "completed": 2, "settled": 7, "accounted": 4, "cancelled": 3}
_GREY = 3  # of the series: by the side of "others" it could not be told apart

RING = "○"  # the sign of what is drawn around others


@dataclass(frozen=True)
class Class:
    """One class: its colour as "#rrggbb", its words in plain text, and the sign that stands for it."""

    colour: str
    words: str
    sign: str = "■"


def project_classes(frame: pd.DataFrame, by: str, look: Palette) -> tuple[list[int], tuple[Class, ...]]:
    """(the class of each row, the classes). `by` is a key of COLOURED_BY; classes stand best first.

    The last class drawn lies on top: what is worst is seen.
    """
    return _BY[by](frame, look)


def _state(frame: pd.DataFrame, look: Palette) -> tuple[list[int], tuple[Class, ...]]:
    codes = [*_STATE_COLOURS, "suspended"]
    colours = [look.series[place] for place in _STATE_COLOURS.values()] + [look.at_risk]
    classes = [
        Class(colour, label("investment_state", code)) for code, colour in zip(codes, colours, strict=True)
    ]
    places = {code: place for place, code in enumerate(codes)}
    return [places.get(str(code), 0) for code in frame["state"]], tuple(classes)


def _money(frame: pd.DataFrame, look: Palette) -> tuple[list[int], tuple[Class, ...]]:
    colours = (look.scale[2], look.scale[4], look.scale[6], look.scale[7], look.scale[9])
    unit = "yi" if "yi" in money_units() else "million"

    def said(fen: int) -> str:
        number = fen / money_units()[unit]
        return f"{number:,.10g}"

    name = unit_name("fen", unit)
    words = [
        _("below {amount} {unit}").format(amount=said(_MONEY_STEPS[0]), unit=name),
        *(
            _("{low} to {high} {unit}").format(low=said(low), high=said(high), unit=name)
            for low, high in pairwise(_MONEY_STEPS)
        ),
        _("{amount} {unit} and more").format(amount=said(_MONEY_STEPS[-1]), unit=name),
    ]
    classes = (
        Class(look.no_data, _("no amount")),
        *(Class(*each) for each in zip(colours, words, strict=True)),
    )
    return [
        0 if pd.isna(fen) else 1 + sum(fen >= step for step in _MONEY_STEPS)
        for fen in frame["investment_fen"]
    ], classes


def _delay(frame: pd.DataFrame, look: Palette) -> tuple[list[int], tuple[Class, ...]]:
    classes = (
        Class(look.no_data, _("no planned end")),
        Class(look.meets, _("within the planned end")),
        Class(look.at_risk, _("late by up to {days}").format(days=show(_LATE_DAYS, "days"))),
        Class(look.breach, _("late by more than {days}").format(days=show(_LATE_DAYS, "days"))),
    )
    return [
        0 if pd.isna(days) else 1 if days <= 0 else 2 if days <= _LATE_DAYS else 3
        for days in frame["delay_days"]
    ], classes


def _overrun(frame: pd.DataFrame, look: Palette) -> tuple[list[int], tuple[Class, ...]]:
    share = show(_OVERRUN, "percent").replace(".00", "")
    classes = (
        Class(look.no_data, _("no approved budget or no cost")),
        Class(look.meets, _("within the approved budget")),
        Class(look.at_risk, _("above it by up to {share}").format(share=share)),
        Class(look.breach, _("above it by more than {share}").format(share=share)),
    )
    return [
        0 if pd.isna(rate) else 1 if rate <= 0 else 2 if rate <= _OVERRUN else 3
        for rate in frame["overrun_rate"]
    ], classes


def _suspicion(frame: pd.DataFrame, look: Palette) -> tuple[list[int], tuple[Class, ...]]:
    classes = (
        Class(look.no_data, _("nothing open")),
        Class(look.at_risk, _("one suspect or finding open")),
        Class(look.breach, _("two or more open")),
    )
    return [0 if pd.isna(flags) else min(int(flags), _SUSPECTS) for flags in frame["flagged"]], classes


def _sector(frame: pd.DataFrame, look: Palette) -> tuple[list[int], tuple[Class, ...]]:
    return _most(
        frame["sector"], {code: label("investment_sector", code) for code in _codes(frame["sector"])}, look
    )


def _owner(frame: pd.DataFrame, look: Palette) -> tuple[list[int], tuple[Class, ...]]:
    named = frame.dropna(subset=["unit"]).drop_duplicates("unit")
    return _most(frame["unit"], {str(name): str(name) for name in named["unit"]}, look)


def _most(codes: pd.Series, words: dict[str, str], look: Palette) -> tuple[list[int], tuple[Class, ...]]:  # type: ignore[type-arg]
    """The most frequent in the colours of series, all others in grey."""
    shades = [shade for place, shade in enumerate(look.series) if place != _GREY]
    top = [str(code) for code in codes.value_counts().index[: len(shades)]]
    classes = [Class(look.no_data, _("others"))]
    classes += [Class(shade, words[code]) for code, shade in zip(top, shades, strict=False)]
    places = {code: place + 1 for place, code in enumerate(top)}
    return [places.get(str(code), 0) for code in codes], tuple(classes)


def _codes(codes: pd.Series) -> list[str]:  # type: ignore[type-arg]
    return [str(code) for code in codes.dropna().unique()]


_BY = {
    "state": _state,
    "money": _money,
    "delay": _delay,
    "overrun": _overrun,
    "suspicion": _suspicion,
    "sector": _sector,
    "owner": _owner,
}
