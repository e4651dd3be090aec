"""manage.py as a program of the shell: how it starts and ends."""

import subprocess
import sys

import pytest

import manage
from commands import command_modules
from release.demonstration import ROOT


def test_ctrl_c_ends_it_quietly(monkeypatch):
    def interrupted() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(manage, "main", interrupted)
    assert manage._whole() == 130


@pytest.mark.parametrize(
    ("words", "status"), [(("settings",), 0), (("nonsense",), 2), (("log", "verify"), 1)]
)
def test_what_it_says_and_its_status_arrive(tmp_path, words, status):
    # It ends without taking itself apart: what was said must be out by then, through a pipe as well.
    done = subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "AUDIT_VAR_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == status
    assert (done.stdout if status == 0 else done.stderr).strip()


def test_one_command_loads_none_of_the_others():
    assert list(command_modules("kpi")) == ["kpi"]
    assert len(command_modules("no such command")) > 10
