"""Invented texts of some documents of the demonstration, attached as the house attaches them."""

import io

from docx import Document as Book
from docx.enum.text import WD_ALIGN_PARAGRAPH
from sqlalchemy import Engine, select

from data.access.present_user import present_user
from data.demo.names import SOURCE
from data.documents.register import attach_to_document
from data.engine import reading
from data.file_texts.catching_up import read_new
from data.official_style import BODY, BODY_SIZE, TITLE, add_line, set_page
from data.schema import Document, DocumentLink, Finding

_MOST = 6
_SAID = (
    "现将贵局指出问题的整改情况报告如下。",
    "一、整改责任。成立整改工作专班，主要负责人牵头，逐项列出责任科室、措施和完成时间。",
    "二、整改结果。{problems}已组织核对账目、凭证和合同，应上缴的款项已上缴国库，附缴款书复印件。",
    "三、长效机制。修订内部控制手册，新增大额资金支付联签、固定资产年度盘点和合同归口管理三项制度。",
    "尚未完成的事项将按时限推进，并按月报送进展。",
)


def attach_papers(engine: Engine) -> int:
    """Give the newest reports on rectification their texts, and read them for the search; how many."""
    with reading(engine) as connection:
        office = present_user(connection, "office")
        papers = connection.execute(
            select(Document.document_id, Document.title, Document.counterparty)
            .where(Document.title == "关于审计查出问题整改情况的报告")
            .order_by(Document.document_id.desc())
            .limit(_MOST)
        ).all()
        problems = {
            paper.document_id: connection.scalars(
                select(Finding.title)
                .join(DocumentLink, DocumentLink.finding_id == Finding.finding_id)
                .where(DocumentLink.document_id == paper.document_id)
                .order_by(Finding.finding_id)
            ).all()
            for paper in papers
        }
    if office is None:
        return 0
    for paper in papers:
        named = "".join(f"关于“{title}”的问题，" for title in problems[paper.document_id])
        content = _written(paper.title, paper.counterparty, named)
        attach_to_document(engine, office, paper.document_id, "正文.docx", content, note=SOURCE)
    read_new(engine)
    return len(papers)


def _written(title: str, sender: str, problems: str) -> bytes:
    book, file = Book(), io.BytesIO()
    set_page(book)
    add_line(book, title, TITLE, 22, WD_ALIGN_PARAGRAPH.CENTER)
    for said in _SAID:
        add_line(book, said.format(problems=problems), BODY, BODY_SIZE, WD_ALIGN_PARAGRAPH.LEFT)
    add_line(book, sender, BODY, BODY_SIZE, WD_ALIGN_PARAGRAPH.RIGHT)
    book.save(file)
    return file.getvalue()
