"""An address that is closed to the reader says so; one that is open says nothing."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.screens import go_to


def test_a_reader_is_told_which_right_is_missing(page_as: Callable[..., Page], cockpit: str) -> None:
    page = page_as("auditor")
    go_to(page, f"{cockpit}/accounts")
    expect(page.get_by_text("页面“账号管理”需要的权限不在您的角色之内")).to_be_visible()
    go_to(page, f"{cockpit}/rectification?region=990101")
    expect(page.get_by_text("不在您的角色之内")).to_have_count(0)


def test_where_either_of_two_rights_is_enough_both_are_named(
    page_as: Callable[..., Page], cockpit: str
) -> None:
    page = page_as("leader")
    go_to(page, f"{cockpit}/write")
    told = page.get_by_text("需要以下任一权限")
    expect(told).to_contain_text("编写审计模型")
    expect(told).to_contain_text("复核并发布审计模型")
