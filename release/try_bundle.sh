#!/bin/sh
# Proves the bundle: unpacks it into an empty folder, installs and starts it where there is no network at all
# (unshare -n), asks the running cockpit for its health and its page, draws the sign-in page, computes a figure
# and verifies the event log. try_bundle.sh [BUNDLE.tar.gz]
set -eu
cd "$(dirname "$0")/.."
bundle=$(realpath "${1:-$(ls -t dist/audit-cockpit-*.tar.gz | head -n 1)}")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
tar -x -z -f "$bundle" -C "$folder" --strip-components 1
if [ "$(id -u)" = 0 ]; then alone="unshare -n"; else alone="unshare -r -n"; fi

# A home, a cache and settings of its own: nothing that this machine has may help.
env -i PATH="$PATH" HOME="$folder" LANG=C.UTF-8 AUDIT_PORT=8599 $alone sh -eu -c '
    ip link set lo up
    cd "$1"
    if python3 -c "import socket; socket.create_connection((\"192.0.2.1\", 80), 3)" 2>/dev/null; then
        echo "There is a network; this proves nothing." >&2
        exit 1
    fi
    ./install.sh --demo
    ./start.sh > start.log 2>&1 &
    server=$!
    trap "kill $server" EXIT
    python3 - <<PYTHON
import sys, time, urllib.error, urllib.request

address, deadline, started = "http://localhost:8599", time.monotonic() + 60, time.monotonic()
while True:
    try:
        health = urllib.request.urlopen(address + "/_stcore/health", timeout=5).read().decode()
        page = urllib.request.urlopen(address + "/", timeout=5).read().decode()
        break
    except (urllib.error.URLError, ConnectionError) as error:
        if time.monotonic() > deadline:
            sys.exit(f"no answer: {error}\n" + open("start.log").read())
        time.sleep(0.2)
assert health == "ok", health
assert "<script" in page, page[:200]
print(f"健康检查通过 · Healthy after {time.monotonic() - started:.1f} s, without a network")
PYTHON
    .venv/bin/python - <<PYTHON
from streamlit.testing.v1 import AppTest

app = AppTest.from_file("app.py", default_timeout=60).run()
assert not app.exception, app.exception
assert [field.label for field in app.text_input] == ["用户名", "密码"], app
print("登录页可用 · The sign-in page is drawn")
PYTHON
    .venv/bin/python manage.py kpi findings
    .venv/bin/python manage.py log verify
' sh "$folder"
