"""A large file goes in pieces from the upload page, breaks off, and goes on where it stopped."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.screens import go_to

SIZE = 6 << 20  # the first piece has 1 MB, the second at most 4


@pytest.fixture
def transfers(cockpit_folder: Path) -> Iterator[Path]:
    """The folder of files that are on their way; other tests meet none of them."""
    folder = cockpit_folder / "warehouse" / "transfers"
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def choose(page: Page, address: str, file: Path) -> None:
    go_to(page, f"{address}/upload")
    page.get_by_role("tab", name="大文件").click()
    page.locator("#large-file-input").set_input_files(file)


def test_a_large_file_goes_on_where_it_stopped(
    cockpit: str, page_as: Callable[[str], Page], transfers: Path, tmp_path: Path
) -> None:
    file = tmp_path / "付款明细 2026.csv"
    file.write_bytes(os.urandom(SIZE))
    begins: list[int] = []  # of the pieces that were let through
    is_broken = False

    def pass_on(route: Route) -> None:
        headers = route.request.headers
        is_piece = headers.get("x-http-method-override") == "PATCH"
        if is_broken and is_piece and len(begins) >= 2:
            route.abort()
            return
        if is_piece:
            begins.append(int(headers["upload-offset"]))
        route.continue_()

    is_broken = True
    page = page_as("dataroom")
    page.route("**/uploads/*", pass_on)
    choose(page, cockpit, file)
    expect(page.get_by_text("连接中断").first).to_be_visible()
    expect(page.get_by_role("progressbar", name="上传进度")).to_be_visible()
    page.close()
    kept = next(transfers.glob("*/file"))
    arrived = kept.stat().st_size
    assert 0 < arrived < SIZE
    assert begins[0] == 0

    is_broken = False
    begins.clear()
    page = page_as("dataroom")
    page.route("**/uploads/*", pass_on)
    choose(page, cockpit, file)
    # The page takes the file in hand as soon as it is whole.
    expect(page.get_by_role("button", name="另选文件")).to_be_visible()
    assert begins[0] == arrived
    assert hashlib.sha256(kept.read_bytes()).digest() == hashlib.sha256(file.read_bytes()).digest()
