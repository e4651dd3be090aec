"""What a wall says that nobody lets in."""

from components.big_screen_frame import Notice
from data.language import _


def wall_refusal(reason: str) -> Notice:
    """The notice for a reason: "revoked", "unknown_token" or "unreachable"."""
    ask = _("Ask the system administrator for a new address under Display tokens.")
    match reason:
        case "revoked":
            return Notice(_("The token of this wall was revoked"), ask)
        case "unknown_token":
            return Notice(_("The address of this wall holds no known token"), ask)
    later = _("The wall starts by itself as soon as the database answers.")
    return Notice(_("The audit database cannot be reached"), later)
