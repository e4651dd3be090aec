#!/bin/sh
# Builds dist/audit-cockpit-<version>.tar.gz from the last commit: the project, its pinned wheels, install.sh
# and start.sh. It installs without a network on a machine with the same Python and processor as this one.
set -eu
cd "$(dirname "$0")/.."
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
name=audit-cockpit-$version
folder=build/$name

[ -z "$(git status --porcelain)" ] || echo "有未提交的改动，不会进入安装包。Uncommitted changes are not in the bundle." >&2
rm -rf "$folder" "dist/$name.tar.gz"
mkdir -p "$folder/wheels" dist

echo "项目 · The project"
git archive HEAD | tar -x -C "$folder"
rm -rf "$folder/tests" "$folder/tests_spark" "$folder/bench" "$folder/.ci" "$folder/Makefile" "$folder"/requirements*.in "$folder/requirements-dev.txt" "$folder/requirements-spark-server.txt"
mv "$folder/release/install.sh" "$folder/release/start.sh" "$folder"
rm -rf "$folder/release"

echo "软件包 · Wheels"
pip=$(.venv/bin/python -c 'import pip; print(pip.__version__)')
.venv/bin/pip download --quiet --disable-pip-version-check --only-binary :all: --dest "$folder/wheels" \
    -r requirements.txt "pip==$pip"
.venv/bin/python -c 'import platform as p; print(".".join(p.python_version_tuple()[:2]), p.system(), p.machine())' \
    > "$folder/built-for"

tar -c -z -f "dist/$name.tar.gz" -C build --owner=0 --group=0 "$name"
rm -rf "$folder"
du -h "dist/$name.tar.gz"
