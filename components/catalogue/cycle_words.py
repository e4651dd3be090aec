"""How often something is collected, in words."""

from data.language import _


def cycle_words(months: int) -> str:
    """每月一次, 每 3 个月一次."""
    return _("every month") if months == 1 else _("every {months} months").format(months=months)
