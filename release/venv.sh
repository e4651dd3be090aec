#!/bin/sh
# Makes .venv, or another folder, and installs what a requirements file pins, once per content of that file:
# venv.sh FILE.txt [FOLDER]. A copy of the file in the folder tells what is installed, so a start without changes
# takes no time.
set -eu
cd "$(dirname "$0")/.."
wanted=$1
folder=${2:-.venv}
if [ ! -x "$folder/bin/pip" ]; then
    python=$(sh release/find_python.sh)
    if ! "$python" -c 'import ensurepip' 2>/dev/null; then
        echo "此 Python 缺少 venv 组件，请先安装（Debian、Ubuntu：apt install python3-venv）。" >&2
        echo "This Python lacks ensurepip; install it first (Debian, Ubuntu: apt install python3-venv)." >&2
        exit 1
    fi
    echo "建立虚拟环境 $folder · Making the virtual environment $folder"
    "$python" -m venv "$folder"
fi
if ! cmp -s "$wanted" "$folder/$wanted"; then
    echo "安装 $wanted 所列软件包（仅首次或有变化时）· Installing $wanted (first time, or after a change)"
    "$folder/bin/pip" install --quiet --disable-pip-version-check -r "$wanted"
    cp "$wanted" "$folder/$wanted"
fi
