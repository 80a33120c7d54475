#!/bin/sh
# Start Attune Trainer and open it in the browser: what `make run` does, by a double click.
cd "$(dirname "$0")" || exit 1
if sh tools/venv.sh requirements.txt; then
    .venv/bin/python -m attune_trainer run --open && exit 0
fi
# A window opened by a double click closes at once: leave time to read what happened.
if [ -t 0 ]; then
    printf 'Press Enter to close this window. '
    read -r _
fi
exit 1
