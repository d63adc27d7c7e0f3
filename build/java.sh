#!/usr/bin/env bash
# A Java 25, wherever it is installed: for steps of the build that run what was just compiled.
set -euo pipefail
. "$(dirname "$0")/lib/tools.sh"
find_java
exec "$JAVA" "$@"
