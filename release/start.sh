#!/bin/sh
# Starts the cockpit on AUDIT_PORT (8501) for this machine only, as behind a reverse proxy; start.sh --address
# 0.0.0.0 opens it to the network. docs/operations.md has a service file.
set -eu
cd "$(dirname "$0")"
exec .venv/bin/python manage.py serve "$@"
