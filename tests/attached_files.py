"""Files as they are attached, made by hand: each holds the text that is given."""

import io
import zipfile
from collections.abc import Callable

import openpyxl
from docx import Document


def pdf(text: str) -> bytes:
    """A PDF of one page, a line of the text a line, with a Chinese font that is not embedded."""
    lines = " T* ".join(f"<{line.encode('utf-16-be').hex()}> Tj" for line in text.split("\n"))
    drawn = f"BT /F1 12 Tf 14 TL 50 700 Td {lines} ET" if text else ""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            " /Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
        (
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
            " /DescendantFonts [6 0 R] >>"
        ),
        (
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 7 0 R"
            " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>"
        ),
        (
            "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880]"
            " /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"
        ),
    ]
    file, places = b"%PDF-1.4\n", []
    for number, told in enumerate(objects, 1):
        places.append(len(file))
        file += f"{number} 0 obj\n{told}\nendobj\n".encode()
    start = len(file)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    file += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return file + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()


def docx(text: str) -> bytes:
    """A DOCX: the first line a heading, the last a cell of a table, others paragraphs of two runs."""
    document, file = Document(), io.BytesIO()
    heading, *others = text.split("\n")
    document.add_heading(heading)
    for line in others[:-1]:
        paragraph = document.add_paragraph(line[:2])
        paragraph.add_run(line[2:]).bold = True
    if others:
        document.add_table(1, 1).cell(0, 0).text = others[-1]
    document.save(file)
    return file.getvalue()


def xlsx(text: str) -> bytes:
    """A workbook with each line in the second cell of a row, and a whole number beside it."""
    book, file = openpyxl.Workbook(), io.BytesIO()
    for line in text.split("\n"):
        book.active.append([None, line, 42.0])
    book.save(file)
    return file.getvalue()


def pptx(text: str) -> bytes:
    """As much of a PPTX as holds text: each line a slide."""
    named = "http://schemas.openxmlformats.org/drawingml/2006/main"
    slides = {
        f"ppt/slides/slide{number}.xml": f'<sld xmlns:a="{named}"><a:p><a:t>{line}</a:t></a:p></sld>'
        for number, line in enumerate(text.split("\n"), 1)
    }
    return _archive(slides)


def ofd(text: str) -> bytes:
    """As much of an OFD as holds text: each line a text object of two pieces."""
    objects = "".join(
        f"<ofd:TextObject><ofd:TextCode>{line[:1]}</ofd:TextCode><ofd:TextCode>{line[1:]}</ofd:TextCode>"
        "</ofd:TextObject>"
        for line in text.split("\n")
    )
    page = f'<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016">{objects}</ofd:Page>'
    return _archive({"Doc_0/Pages/Page_0/Content.xml": page, "OFD.xml": "<OFD/>"})


def _archive(parts: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, told in parts.items():
            archive.writestr(name, told)
    return file.getvalue()


MADE: dict[str, Callable[[str], bytes]] = {
    ".pdf": pdf,
    ".docx": docx,
    ".pptx": pptx,
    ".ofd": ofd,
    ".xlsx": xlsx,
    ".txt": lambda text: text.encode("gb18030"),
    ".csv": lambda text: text.encode("utf-8-sig"),
}
