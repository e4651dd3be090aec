"""What a wall says that nobody lets in."""

from components.wall.big_screen_frame import Notice, Screen
from data.language import _

# A wall without its database tries again by itself.
_AGAIN_SECONDS = 15


def wall_refusal(reason: str) -> Screen:
    """The screen for a reason: "revoked", "unknown_token" or "unreachable"; only the last asks again."""
    ask = _("Ask the system administrator for a new address under Display tokens.")
    match reason:
        case "revoked":
            return Screen(notice=Notice(_("The token of this wall was revoked"), ask))
        case "unknown_token":
            return Screen(notice=Notice(_("The address of this wall holds no known token"), ask))
    later = _("The wall starts by itself as soon as the database answers.")
    notice = Notice(_("The audit database cannot be reached"), later)
    return Screen(notice=notice, refresh_seconds=_AGAIN_SECONDS)
