#!/bin/sh
# Make .venv where it is missing and install one requirements file; quick when that is done already.
# Usage: sh tools/venv.sh requirements.txt
set -eu
cd "$(dirname "$0")/.."
wanted=$1
python=.venv/bin/python

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

say_python_is_missing() {
    echo "Attune Trainer needs Python 3.11 or newer, and there is none on this computer." >&2
    echo "Get it from https://www.python.org/downloads/ and start again." >&2
    exit 1
}

make_venv() {
    for found in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11 python; do
        if is_new_enough "$found"; then
            break
        fi
        found=
    done
    rm -rf .venv
    echo "Making .venv, once."
    if command -v uv >/dev/null 2>&1; then
        # uv fetches a Python of its own where there is none.
        uv venv --quiet --python "${found:->=3.11}" .venv || say_python_is_missing
        return
    fi
    [ -n "$found" ] || say_python_is_missing
    if ! "$found" -m venv .venv; then
        rm -rf .venv
        echo "Python is here, and its venv part is missing. On Debian and Ubuntu: sudo apt install python3-venv" >&2
        exit 1
    fi
}

install() {
    if command -v uv >/dev/null 2>&1; then
        uv pip install --quiet --python "$python" -r "$1"
        return
    fi
    # A .venv made by uv has no pip.
    "$python" -m pip --version >/dev/null 2>&1 || "$python" -m ensurepip --default-pip >/dev/null
    "$python" -m pip install --quiet --disable-pip-version-check -r "$1"
}

is_new_enough "$python" || make_venv

list=$(cat requirements.txt requirements-dev.txt)
stamp=.venv/installed-$wanted
if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$list" ]; then
    echo "Installing what $wanted lists. The first time takes a minute or so."
    if ! install "$wanted"; then
        echo "That did not finish. Installing needs the network, once; start again when it is there." >&2
        exit 1
    fi
    printf '%s\n' "$list" >"$stamp"
    # requirements-dev.txt includes the other.
    [ "$wanted" = requirements.txt ] || cp "$stamp" .venv/installed-requirements.txt
fi
