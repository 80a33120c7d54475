#!/bin/sh
# macOS opens this one in Terminal on a double click.
exec sh "$(dirname "$0")/start.sh"
