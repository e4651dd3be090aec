"""The pages of reports and snapshots: who sees what, and what a click does."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, func, select
from streamlit.testing.v1 import AppTest

from components.navigation import REPORTS_PAGE, SNAPSHOTS_PAGE
from data.access.roles import User
from data.bureau import bureau
from data.engine import reading
from data.schema import Event
from queries.snapshots.freezing import freeze
from tests.app_pages import SECONDS, bureau_engine, opened, signed_in

__all__ = ["bureau_engine"]
_WRITTEN = ("figures_frozen", "model_note_written")


@pytest.fixture(scope="module")
def frozen_day(bureau_engine: Engine) -> date:
    """The last day of the month before the bureau's own day, frozen."""
    with reading(bureau_engine) as connection:
        day = bureau(connection).as_of.replace(day=1) - timedelta(days=1)
    freeze(bureau_engine, User("rectification", "整改", frozenset({"rectification"})), day)
    return day


def test_a_snapshot_stands_beside_today(bureau_engine, frozen_day):
    app = opened(signed_in(bureau_engine, "rectification"), SNAPSHOTS_PAGE)
    figures, changes = (frame.value for frame in app.dataframe[:2])
    assert list(figures.columns) == ["title", "then", "again", "late", "now", "change"]
    assert "审计整改率（按数量）" in set(figures["title"])
    assert set(changes.columns) >= {"code", "then", "now", "why"}
    assert str(frozen_day) in app.selectbox(key="snapshot").options[0]


def test_only_who_may_is_offered_to_freeze(bureau_engine, frozen_day):
    app = opened(signed_in(bureau_engine, "leadership"), SNAPSHOTS_PAGE)
    assert not [button for button in app.button if button.key == "freeze"]
    app = opened(signed_in(bureau_engine, "rectification"), SNAPSHOTS_PAGE)
    app.button(key="freeze").click().run()
    # The bureau's own day ends its month, so it is proposed.
    assert app.date_input[0].value == frozen_day.replace(month=frozen_day.month + 1, day=30)
    assert [button for button in app.button if button.label == "冻结数字并保存"]


def test_reports_are_offered_as_two_files_each(bureau_engine):
    app = opened(signed_in(bureau_engine, "leadership"), REPORTS_PAGE)
    assert [button.proto.label for button in app.get("download_button")] == ["Word", "Excel"] * 4


def _freeze_dialog() -> None:
    from components.session import take_stock  # noqa: PLC0415 - runs by itself
    from components.snapshot.freeze_button import _draw  # noqa: PLC0415

    take_stock()
    _draw()


def _note_dialog() -> None:
    from components.model.note_form import _draw  # noqa: PLC0415 - runs by itself

    _draw("M04", None)


@pytest.mark.parametrize(("dialog", "role"), [(_freeze_dialog, "rectification"), (_note_dialog, "auditor")])
def test_a_dialog_that_stayed_open_acts_with_the_rights_of_now(bureau_engine, dialog, role):
    with reading(bureau_engine) as connection:
        before = connection.scalar(select(func.count()).select_from(Event).where(Event.kind.in_(_WRITTEN)))
    app = AppTest.from_function(dialog, default_timeout=SECONDS)
    app.session_state["sign_in_session"] = signed_in(bureau_engine, "leadership").session_state[
        "sign_in_session"
    ]
    app.session_state["signed_in_user"] = User("leadership", "某人", frozenset({role}))  # before it changed
    app.run()
    for text in (*app.text_input, *app.text_area):
        text.set_value("顺延")
    app.button[-1].click().run()
    assert not app.exception
    assert [error.icon for error in app.error] == [":material/lock:"]
    with reading(bureau_engine) as connection:
        after = connection.scalar(select(func.count()).select_from(Event).where(Event.kind.in_(_WRITTEN)))
    assert after == before
