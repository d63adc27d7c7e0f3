#!/usr/bin/env bash
# Builds console/ and chat-client/ into their dist/ when their sources changed since the last time; called by the Maven build of app/.
set -euo pipefail
cd "$(dirname "$0")/.."

build() {
  local inputs locked
  inputs=$(find "$@" -type f | LC_ALL=C sort | xargs cat | cksum)
  [ -d dist ] && [ "$(cat dist/.inputs 2>/dev/null)" = "$inputs" ] && return
  locked=$(cksum <package-lock.json)
  if [ "$(cat node_modules/.locked 2>/dev/null)" != "$locked" ]; then
    npm ci --no-audit --no-fund --loglevel=error
    echo "$locked" >node_modules/.locked
  fi
  npm run --silent build
  echo "$inputs" >dist/.inputs
}

# The names of places on the tracking page are those of the core.
(cd console; build package.json package-lock.json index.html vite.config.ts tsconfig*.json src public \
  ../core/src/main/resources/io/waypost/core/place/divisions.tsv)
(cd chat-client; build package.json package-lock.json vite.config.ts tsconfig.json src)
