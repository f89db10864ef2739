#!/usr/bin/env bash
# Makes or refreshes a virtual environment. Usage: tools/setup_venv.sh FOLDER [LOCK], by default requirements-dev.lock
# Uses uv where it works, otherwise pip; the index is whatever the surroundings configure. Exits 1 with the way out.
set -euo pipefail
cd "$(dirname "$0")/.."
venv=${1:-.venv}
lock=${2:-requirements-dev.lock}

good_python() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
    local name
    for name in ${PYTHON:-} python3 python3.11 python3.12 python3.13; do
        if good_python "$name"; then echo "$name"; return; fi
    done
    {
        echo "ต้องใช้ Python 3.11 ขึ้นไป แต่ไม่พบในเครื่องนี้ / Python 3.11 or newer is needed and was not found."
        echo "  Debian 12, Ubuntu 24.04:  sudo apt-get install python3 python3-venv"
        echo "  ที่อื่น / elsewhere:        make PYTHON=/path/to/python3.11 …"
    } >&2
    return 1
}

# uv reads its own names for what pip already knows: pass them on, so that one configuration serves both.
lend_settings_to_uv() {
    local pip_config
    pip_config=$("$1" -m pip config list 2>/dev/null || true)
    setting() { sed -n "s/^[^.]*\.$1='\(.*\)'$/\1/p" <<<"$pip_config" | tail -n 1; }
    export UV_PYTHON_DOWNLOADS=never
    local index extra cert links
    index=${PIP_INDEX_URL:-$(setting index-url)}
    extra=${PIP_EXTRA_INDEX_URL:-$(setting extra-index-url)}
    cert=${PIP_CERT:-$(setting cert)}
    links=${PIP_FIND_LINKS:-$(setting find-links)}
    if [ -n "$index" ]; then export UV_DEFAULT_INDEX=${UV_DEFAULT_INDEX:-$index}; fi
    if [ -n "$extra" ]; then export UV_INDEX=${UV_INDEX:-$extra}; fi
    # An index that has a package, but not this version, hides no other: the hashes say what may come in, as for pip.
    export UV_INDEX_STRATEGY=${UV_INDEX_STRATEGY:-unsafe-best-match}
    if [ -n "$cert" ]; then export SSL_CERT_FILE=${SSL_CERT_FILE:-$cert}; fi
    if [ -n "$links" ]; then export UV_FIND_LINKS=${UV_FIND_LINKS:-${links// /,}}; fi
}

make_venv() {
    if good_python "$venv/bin/python"; then return; fi
    rm -rf "$venv"
    if "$1" -m venv "$venv" 2>/dev/null; then return; fi
    rm -rf "$venv"
    if uv --version >/dev/null 2>&1 && uv venv --quiet --seed --python "$1" "$venv"; then return; fi
    if tools/system_packages.sh venv && "$1" -m venv "$venv"; then return; fi
    echo "สร้าง $venv ไม่ได้ / $venv cannot be made: see the command above, then run make again." >&2
    return 1
}

with_uv() {
    uv --version >/dev/null 2>&1 || return 1
    (
        lend_settings_to_uv "$venv/bin/python"
        uv pip install --quiet --python "$venv/bin/python" --require-hashes -r "$lock" &&
            uv pip install --quiet --python "$venv/bin/python" --no-deps --no-build-isolation -e .
    )
}

with_pip() {
    "$venv/bin/python" -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r "$lock" &&
        "$venv/bin/python" -m pip install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
}

python=$(find_python)
echo "กำลังเตรียมสภาพแวดล้อมใน $venv (ครั้งแรกอาจใช้เวลาไม่กี่นาที) / preparing $venv (a few minutes the first time)"
make_venv "$python"
if ! with_uv && ! with_pip; then
    echo "ติดตั้งแพ็กเกจไม่สำเร็จ โปรดตรวจการเชื่อมต่อเครือข่าย แล้วสั่ง make อีกครั้ง" >&2
    echo "The packages could not be installed. Check the network (or PIP_INDEX_URL), then run make again." >&2
    exit 1
fi
