#!/usr/bin/env bash
# Ten minutes of coverage-guided fuzzing for each reader, two at once. Usage: tools/fuzz.sh [SECONDS [READER…]]
# The fuzzer is installed into var/fuzz, beside the environment. A file that is found lies in var/fuzz-found.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-600}
shift || true
readers=("$@")
[ ${#readers[@]} -gt 0 ] || readers=(text word sheets pdf picture)
[ -d var/fuzz/atheris ] || .venv/bin/python -m pip install --quiet --disable-pip-version-check --target var/fuzz atheris
export PYTHONPATH=var/fuzz
printf '%s\n' "${readers[@]}" | xargs -P 2 -I{} sh -c '
    if .venv/bin/python -W ignore -m tests.fuzz {} '"$seconds"' >var/fuzz-{}.log 2>&1; then found=; else found=" – found something: var/fuzz-found"; fi
    echo "{}: $(grep -a "stat::number_of_executed_units" var/fuzz-{}.log | tr -s " ") $(grep -a "stat::peak_rss_mb" var/fuzz-{}.log | tr -s " ")$found"
    [ -z "$found" ]'
