#!/bin/sh
# Prints the command of a Python that is new enough (3.11 or later); PYTHON=… names one to use instead.
# A name alone proves nothing (version managers leave shims behind), so each candidate is run.
for candidate in ${PYTHON:-python3 python3.11 python3.12 python3.13 python3.14}; do
    if "$candidate" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        echo "$candidate"
        exit 0
    fi
done
echo "需要 Python 3.11 或更高版本（可用 PYTHON=路径 指定）。Python 3.11 or later is needed; PYTHON=path names one." >&2
exit 1
