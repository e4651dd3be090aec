#!/bin/sh
# Starts the cockpit. AUDIT_PORT (8501) is the port; STREAMLIT_SERVER_ADDRESS (127.0.0.1) is who may reach it:
# this machine only, as behind a reverse proxy. docs/operations.md has a service file.
set -eu
cd "$(dirname "$0")"
exec .venv/bin/streamlit run app.py --server.port "${AUDIT_PORT:-8501}" \
    --server.address "${STREAMLIT_SERVER_ADDRESS:-127.0.0.1}"
