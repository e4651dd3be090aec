"""The words on a segment of a choice, in a colour that can be read by day and by night."""

from components.inert import inert


def segment(words: str) -> str:
    """Markdown for a segment.

    Without it Streamlit writes the chosen one in the accent of buttons: dark enough for white words on it,
    and by night too dark to be words itself.
    """
    return f":blue[{inert(words)}]"
