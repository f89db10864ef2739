#!/usr/bin/env bash
# Runs every check, even after one fails, and names the failed ones at the end.
set -uo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
failed=()
# The checks load the settings; they touch no database and no key of this installation.
PRONGSAI_DATA_DIR=$(mktemp -d)
export PRONGSAI_DATA_DIR
unset DATABASE_URL
trap 'rm -rf "$PRONGSAI_DATA_DIR"' EXIT

step() {
    local name=$1
    shift
    echo "── $name"
    "$@" || failed+=("$name")
}

step "ruff check" "$bin/ruff" check --quiet .
step "ruff format" "$bin/ruff" format --check --quiet .
step "mypy" "$bin/mypy" prongsai tools tests/architecture tests/conftest.py
step "import-linter" "$bin/lint-imports" --no-cache --no-logo
step "djlint" "$bin/djlint" prongsai/web --lint --quiet
step "translations" "$bin/python" -m tools.check_translations
step "migrations" "$bin/python" -m prongsai.web makemigrations --check --dry-run
step "manual" "$bin/python" -m tools.check_docs
step "hosts, paths and secrets" "$bin/python" -m tools.check_hosts

if [ ${#failed[@]} -gt 0 ]; then
    printf 'ไม่ผ่าน / failed: %s\n' "${failed[@]}"
    exit 1
fi
echo "ผ่านทุกข้อ / every check passed"
