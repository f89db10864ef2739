#!/usr/bin/env bash
# Sees that a group of system packages is there. Usage: tools/system_packages.sh pango|scan|browser|postgres|java|venv
# Looks first; installs with apt-get as root or with sudo that asks nothing; otherwise names the command and exits 1.
set -euo pipefail
cd "$(dirname "$0")/.."
group=${1:?pango, scan, browser, postgres, java or venv}

has_libraries() {
    local python=.venv/bin/python
    [ -x "$python" ] || python=python3
    "$python" -c 'import ctypes, sys; [ctypes.CDLL(name) for name in sys.argv[1:]]' "$@" >/dev/null 2>&1
}

has_any() { local name; for name in "$@"; do if command -v "$name" >/dev/null 2>&1; then return 0; fi; done; return 1; }

case $group in
pango)
    packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    purpose="เอกสาร PDF / PDF documents"
    present() { has_libraries libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz-subset.so.0; }
    ;;
scan)
    packages="tesseract-ocr tesseract-ocr-tha"
    purpose="การอ่านเอกสารสแกน / reading scanned paper"
    # Asked for as text first: a reader that leaves early would end the program that speaks.
    present() { languages=$(tesseract --list-langs 2>/dev/null) && grep -qx tha <<<"$languages" && grep -qx eng <<<"$languages"; }
    ;;
browser)
    packages="chromium libatomic1" # the second for the driver of the browser
    purpose="การทดสอบในเบราว์เซอร์ / tests in a browser"
    present() {
        has_libraries libatomic.so.1 && { [ -x "${PRONGSAI_CHROMIUM:-}" ] || has_any chromium chromium-browser google-chrome; }
    }
    ;;
postgres)
    packages="postgresql"
    purpose="การทดสอบบน PostgreSQL / tests on PostgreSQL"
    present() { tools/with_postgres.sh --find >/dev/null 2>&1; }
    ;;
java)
    packages="openjdk-17-jre-headless"
    purpose="การคำนวณบน Spark / reckoning on Spark"
    present() { java -version >/dev/null 2>&1; }
    ;;
venv)
    packages="python3-venv"
    purpose="สภาพแวดล้อมของ Python / Python's virtual environment"
    present() { python3 -c 'import ensurepip' >/dev/null 2>&1; }
    ;;
*)
    echo "unknown group: $group" >&2
    exit 2
    ;;
esac

# shellcheck disable=SC2086  # a list of names, meant to be split
install() { "$@" apt-get install -y -qq --no-install-recommends $packages; }

try_install() {
    has_any apt-get || return 1
    local as=()
    if [ "$(id -u)" != 0 ]; then
        sudo -n true >/dev/null 2>&1 || return 1
        as=(sudo -n)
    fi
    as=("${as[@]}" env DEBIAN_FRONTEND=noninteractive)
    echo "กำลังติดตั้ง / installing: $packages"
    install "${as[@]}" >/dev/null 2>&1 && return
    "${as[@]}" apt-get update -qq >/dev/null 2>&1 && install "${as[@]}" >/dev/null
}

if present; then exit 0; fi
if try_install && present; then exit 0; fi
{
    echo "ยังไม่มี $packages ซึ่งใช้กับ $purpose โปรดติดตั้งด้วยคำสั่ง / is needed and missing; install it with:"
    echo "    sudo apt-get install $packages"
} >&2
exit 1
