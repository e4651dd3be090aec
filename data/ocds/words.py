"""Codes of open contracting data in the words of the dataset types, and values as their files have them."""

from collections.abc import Mapping
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any

from data.intake.refused import ValueRefusedError
from data.intake.values.identifiers import credit_code
from data.local_time import in_china

METHOD = MappingProxyType(
    {"open": "公开招标", "selective": "邀请招标", "limited": "竞争性谈判", "direct": "单一来源"}
)
TENDER_STATUS = MappingProxyType(
    {
        "planning": "计划",
        "planned": "计划",
        "active": "进行中",
        "cancelled": "取消",
        "unsuccessful": "未成交",
        "complete": "已完成",
        "withdrawn": "撤回",
    }
)
BID_STATUS = MappingProxyType(
    {
        "valid": "有效",
        "disqualified": "否决",
        "pending": "待评审",
        "withdrawn": "撤回",
        "invited": "受邀",
    }
)
AWARD_STATUS = MappingProxyType(
    {"active": "有效", "pending": "待定", "cancelled": "取消", "unsuccessful": "未成交"}
)
FINAL_AWARDS = frozenset(AWARD_STATUS) - {"pending"}
UNDISCLOSED = "未披露"

_CENT = Decimal("0.01")


def word(words: Mapping[str, str], code: Any) -> str | None:
    """The word of a code; a code that the standard does not know stays as it is."""
    return words.get(str(code), str(code)) if code is not None else None


def text(value: Any) -> str | None:
    """A value on one line, None for what is empty or no single value."""
    if value is None or isinstance(value, (dict, list)):
        return None
    return " ".join(str(value).split()) or None


def amount(value: Any) -> str | None:
    """The amount of a value of OCDS, in units of its currency to the hundredth."""
    number = value.get("amount") if isinstance(value, dict) else None
    if isinstance(number, bool) or not isinstance(number, (int, Decimal)):
        return None
    try:
        return str(Decimal(number).quantize(_CENT, ROUND_HALF_UP))
    except InvalidOperation:
        return None


def currency(value: Any) -> str | None:
    """The currency of a value of OCDS."""
    return text(value.get("currency")) if isinstance(value, dict) else None


def day(moment: Any) -> str | None:
    """The day that a moment is written with."""
    words = text(moment) or ""
    return words[:10] if _read(words) else None


def minute(moment: Any) -> str | None:
    """A moment in the time of China; one without a time zone as it is written."""
    read = _read(text(moment) or "")
    if read is None:
        return None
    local = in_china(read) if read.tzinfo else read
    return local.strftime("%Y-%m-%d %H:%M:%S")


def code_of(number: Any) -> str | None:
    """A number that is a unified social credit code, None for others."""
    words = text(number)
    try:
        return credit_code(words) if words else None
    except ValueRefusedError:
        return None


def _read(words: str) -> datetime | None:
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        return None
