"""上传数据 in a browser: a real file from the choice to what became of it, found again by another page."""

import re
from collections.abc import Callable

from playwright.sync_api import FilePayload, Page, expect

from tests.browser.screens import go_to, until_painted

PAYMENTS = """付款单号,付款单位,收款单位,付款日期,金额（万元）
F1,示范市示例局,示例办公用品有限公司,2026-01-05,1.5
F2,示范市示例局,示例印务有限公司,2026年1月6日,2
F3,示范市示例局,,不详,x
""".encode("gb18030")


def test_a_file_is_uploaded_and_its_outcome_found_again(cockpit: str, page_as: Callable[..., Page]) -> None:
    page = page_as("dataroom")
    page.goto(f"{cockpit}/upload")  # anew: nothing of what the tab had in hand stands in the way
    until_painted(page)
    file: FilePayload = {"name": "浏览器付款.csv", "mimeType": "text/csv", "buffer": PAYMENTS}
    chooser = page.locator("input[type=file]").first
    expect(chooser).to_be_attached()
    chooser.set_input_files(file)
    expect(page.get_by_text(re.compile("分隔文本.*GB18030"))).to_be_visible()
    page.get_by_role("button", name="导入", exact=True).click()
    expect(page.get_by_text("导入 2 行，拒收 1 行。")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("下载隔离区的行（XLSX）"))).to_be_enabled()
    expect(page.get_by_role("link", name="更正后重新入库")).to_be_visible()
    page.close()
    again = page_as("dataroom")
    go_to(again, f"{cockpit}/upload")
    again.get_by_role("button", name="打开").first.click()
    expect(again.get_by_text("导入 2 行，拒收 1 行。")).to_be_visible()
