"""A look at the values of a column: whether they could be what a column of a dataset holds."""

import re
import unicodedata
from collections.abc import Iterable

from data.dataset_types import DatasetColumn

_DATE = re.compile(
    r"\d{4}\s*[-/.年]\s*\d{1,2}(?:\s*[-/.月]\s*\d{1,2}\s*[日号]?)?(?:[ T]+\d{1,2}[:时].*)?"
    r"|\d{8}|\d{5}(?:\.\d+)?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}(?: .*)?|[〇零一二三四五六七八九]{4}年.*"
)
_NUMBER = re.compile(
    r"\(?[-+]?[¥$£€]?\s*[-+]?[\d,]*\.?\d+(?:e[-+]?\d+)?\s*(?:%|元|千元|万元?|百万元|亿元?)?\)?", re.I
)
_CAPITALS = re.compile(r"[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]+")
_FLAGS = frozenset(
    ["是", "否", "有", "无", "√", "×", "y", "n", "yes", "no", "true", "false", "t", "f", "1", "0"]
)
_IDENTITY = re.compile(r"\d{17}[\dX]|\d{15}", re.IGNORECASE)
_CREDIT = re.compile(r"[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}", re.IGNORECASE)
_PHONE = re.compile(r"(?:\+?86[- ]?)?1[3-9]\d{9}|0\d{2,3}[- ]?\d{7,8}")


def share_fitting(column: DatasetColumn, values: Iterable[str | None]) -> float | None:
    """Share of the filled values that look like those of the column, 0–1; None where there are none."""
    filled = [words for value in values if value and (words := unicodedata.normalize("NFKC", value).strip())]
    if not filled:
        return None
    return sum(_fits(column, words) for words in filled) / len(filled)


def is_numbered(column: DatasetColumn) -> bool:
    """Whether its values alone tell such a column: numbers of persons and companies."""
    return column.format is not None


def _fits(column: DatasetColumn, words: str) -> bool:
    if column.format is not None:
        is_person, is_company = _IDENTITY.fullmatch(words), _CREDIT.fullmatch(words)
        return bool(
            (is_person and column.format != "credit_code")
            or (is_company and column.format != "identity_number")
        )
    if column.mask == "phone":
        return _PHONE.fullmatch(words) is not None
    match column.type:
        case "date" | "moment":
            return _DATE.fullmatch(words) is not None
        case "money" | "decimal" | "whole":
            return bool(_NUMBER.fullmatch(words) or (column.type == "money" and _CAPITALS.fullmatch(words)))
        case "flag":
            return words.casefold() in _FLAGS
    return True
