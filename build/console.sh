#!/usr/bin/env bash
# Builds the console into console/dist when its sources changed since the last time; called by the Maven build of app/.
set -euo pipefail
cd "$(dirname "$0")/../console"
inputs=$(find package.json package-lock.json index.html vite.config.ts tsconfig*.json src public -type f | LC_ALL=C sort | xargs cat | cksum)
[ -f dist/index.html ] && [ "$(cat dist/.inputs 2>/dev/null)" = "$inputs" ] && exit 0
locked=$(cksum <package-lock.json)
if [ "$(cat node_modules/.locked 2>/dev/null)" != "$locked" ]; then
  npm ci --no-audit --no-fund --loglevel=error
  echo "$locked" >node_modules/.locked
fi
npm run --silent build
echo "$inputs" >dist/.inputs
