#!/usr/bin/env bash
# Ten minutes of coverage-guided fuzzing and ten of Hypothesis for each reader, two at once.
# Usage: tools/fuzz.sh [SECONDS [READER…]]. The fuzzer is installed into var/fuzz, beside the environment.
# A file that is found lies in var/fuzz-found; it becomes a test in tests/fuzz/found.
set -euo pipefail
cd "$(dirname "$0")/.."
export seconds=${1:-600}
shift || true
readers=("$@")
[ ${#readers[@]} -gt 0 ] || readers=(text word sheets pdf picture)
[ -d var/fuzz/atheris ] || .venv/bin/python -m pip install --quiet --disable-pip-version-check --target var/fuzz atheris

one() {
    local reader=${1%:*} way=${1#*:} log="var/fuzz-${1/:/-}.log" module=tests.fuzz.properties told=examples
    if [ "$way" = coverage ]; then module=tests.fuzz told='stat::number_of_executed_units\|stat::peak_rss_mb'; fi
    if PYTHONPATH=var/fuzz .venv/bin/python -W ignore -m "$module" "$reader" "$seconds" >"$log" 2>&1; then
        echo "$reader by $way: $(grep -a "$told" "$log" | tr -s ' \n' ' ')"
    else
        echo "$reader by $way: FOUND something, see var/fuzz-found and $log"
        return 1
    fi
}
export -f one
printf '%s\n' "${readers[@]/%/:coverage}" "${readers[@]/%/:hypothesis}" | xargs -P 2 -I{} bash -c 'one {}'
