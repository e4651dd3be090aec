"""A name as it is compared: width, case, blanks, signs and legal forms taken away; and the numbers in it."""

import re
import unicodedata

_SIGNS = re.compile(r"[\W_]+")
_LEGAL_FORM = re.compile(
    r"(股份有限公司|有限责任公司|有限公司|股份公司|总公司|公司|COLTD|COMPANYLIMITED|LIMITED|LTD|INC|LLC|CORP)$"
)
_NUMBER = re.compile(r"[0-9]+|[〇零一二三四五六七八九十百]+|[甲乙丙丁]")
_SHORTEST = 2


def name_form(name: str) -> str:
    """苏州恒信建材（集团）有限公司 -> 苏州恒信建材集团; a name that is nothing but a legal form stays."""
    plain = _SIGNS.sub("", unicodedata.normalize("NFKC", name)).upper()
    short = _LEGAL_FORM.sub("", plain)
    return short if len(short) >= _SHORTEST else plain


def numbers_in(form: str) -> tuple[str, ...]:
    """The numbers in a name: 第一小学 and 第二小学 are two things, however alike they are written."""
    return tuple(_NUMBER.findall(form))
