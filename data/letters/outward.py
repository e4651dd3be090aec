"""What in a DOCX reaches out of it or runs: links, programs, embedded objects, fields that fetch or start.

It is looked for in what the file says, not in how its parts are called: a part may have any name, and a
relationship may be written in many ways.
"""

from collections.abc import Iterator
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from data.language import _

# The last word of a relationship's type.
_PROGRAMS = frozenset(
    {
        *("vbaProject", "wordVbaData", "control", "activeXControlBinary"),
        *("oleObject", "package", "aFChunk", "subDocument", "attachedTemplate", "frame"),
    }
)
# Fields that only say something of the document itself; all others are refused.
_FIELDS = frozenset(
    {
        *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "STYLEREF", "SEQ", "TOC"),
        *("DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "TITLE", "AUTHOR", "EQ", "="),
    }
)


def outward(book: Any) -> Iterator[str]:
    """What stands against the document, in the reader's language. Raises lxml's errors for broken parts."""
    relations = list(book.part.package.iter_rels())
    if any(relation.reltype.rpartition("/")[2] in _PROGRAMS for relation in relations):
        yield _("The file holds a program or an embedded object; save it without them.")
    if any(relation.is_external for relation in relations):
        yield _("The file links to something outside of it; remove the link.")
    words = [field.split() for tree in every_tree(book) for field in _fields(tree)]
    if refused := sorted({(each[0].upper() if each else "?") for each in words} - _FIELDS):
        yield _("The file holds fields that fetch or start something: {fields}").format(
            fields="、".join(refused)
        )


def every_tree(book: Any) -> Iterator[Any]:
    """The root element of each part that is XML."""
    for part in book.part.package.iter_parts():
        if hasattr(part, "element"):
            yield part.element
        elif part.content_type.endswith("+xml"):
            yield parse_xml(part.blob)


def _fields(tree: Any) -> Iterator[str]:
    """What each field is told to do; one within the instruction of another counts for itself."""
    for simple in tree.iter(qn("w:fldSimple")):
        yield simple.get(qn("w:instr"), "")
    instruction, end = (qn("w:instrText"), qn("w:delInstrText")), qn("w:fldChar")
    stack: list[str] = []
    for each in tree.iter(*instruction, end):
        kind = each.get(qn("w:fldCharType"))
        if each.tag in instruction:
            if not stack:
                yield each.text or ""
            else:
                stack[-1] += each.text or ""
        elif kind == "begin":
            stack.append("")
        elif kind == "end" and stack:
            yield stack.pop()
    yield from stack
