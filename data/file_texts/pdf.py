"""The text of a PDF. A scan has none: nothing here reads pictures."""

from pathlib import Path

import pypdfium2


def pdf_text(file: Path, most: int) -> str:
    """The text of its pages in their order, about `most` characters; raises PdfiumError for no sound PDF."""
    pages: list[str] = []
    with pypdfium2.PdfDocument(file) as document:
        for page in document:
            pages.append(page.get_textpage().get_text_bounded())
            if sum(map(len, pages)) > most:
                break
    return "\n".join(pages)
