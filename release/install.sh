#!/bin/sh
# Installs the cockpit in this folder, without a network. install.sh: a real database, its three first
# administrators printed once; install.sh --demo: the demonstration bureau. To be run again after an upgrade.
set -eu
cd "$(dirname "$0")"
read -r wanted system machine < built-for

if [ "$(uname -s) $(uname -m)" != "$system $machine" ]; then
    echo "此安装包适用于 $system $machine，本机为 $(uname -s) $(uname -m)。" >&2
    echo "This bundle was built for $system $machine." >&2
    exit 1
fi
python=
for candidate in ${PYTHON:-python$wanted python3}; do
    if "$candidate" -c "import sys, venv; sys.exit('%d.%d' % sys.version_info[:2] != '$wanted')" 2>/dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "需要 Python $wanted（可用 PYTHON=路径 指定）。Python $wanted is needed; PYTHON=path names one." >&2
    exit 1
fi

echo "安装软件包 · Installing the packages"
"$python" -m venv --clear --without-pip .venv
.venv/bin/python "$(echo wheels/pip-*.whl)/pip" install --quiet --disable-pip-version-check --no-index \
    --find-links wheels -r requirements.txt
.venv/bin/python manage.py init "$@"
echo "完成。启动：./start.sh · Done. To start: ./start.sh"
