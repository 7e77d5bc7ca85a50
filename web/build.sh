#!/usr/bin/env bash
# 前端构建: installs when package-lock.json changed, builds when a source changed, and costs nothing otherwise.
# Result: web/dist/<app>/**, served under /<app>/.
set -euo pipefail
cd "$(dirname "$0")"
kept=.build
mkdir -p "$kept"

lock=$(sha256sum package-lock.json | cut -d' ' -f1)
if [ ! -d node_modules ] || [ "$(cat "$kept/lock" 2>/dev/null || true)" != "$lock" ]; then
    rm -f "$kept/lock"
    npm ci --no-audit --no-fund --loglevel=error
    echo "$lock" > "$kept/lock"
fi

sources=$(find apps packages ../docs/manual package.json package-lock.json vitest.config.ts build.sh \
        -name node_modules -prune -o -type f -print0 \
    | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
if [ -d dist ] && [ "$(cat "$kept/sources" 2>/dev/null || true)" = "$sources" ]; then
    exit 0
fi
rm -f "$kept/sources"
npm run build
echo "$sources" > "$kept/sources"
